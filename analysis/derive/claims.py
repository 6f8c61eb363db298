"""Claims: each with its chain of attribution, and what several claims about one thing come to."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.model import Bounds, Corpus, Quantity, require

Claim = dict[str, Any]
"""One row of statements, with None for what is missing."""

UNATTRIBUTED = "unattributed"
"""The kind of speaker whom a report does not name."""

SUBJECT = ["event_id", "actor_id", "place_id", "measure", "unit"]


def statements(corpus: Corpus) -> pd.DataFrame:
    """One row per claim, with everything its keys lead to written out.

    Adds to the claim: `source_number` (from 1, in corpus order), `source_title`, `author`, `publisher`,
    `reliability` (of the source), `speaker`, `speaker_kind`, `speaker_reliability`, `party_id`, `party`,
    `via`, `event`, `actor`, `actor_colour`, `place`, `grade` (Admiralty code: source, then information) and
    `attribution` (speaker, through whom, in which report and where).
    """
    sources = corpus.sources.assign(source_number=range(1, len(corpus.sources) + 1))
    speakers = corpus.speakers.merge(
        _named(corpus.actors, "actor_id", "party", {"name": "party_name"}), on="party", how="left"
    )
    rows = (
        corpus.claims.merge(
            sources[["source_id", "source_number", "title", "author", "publisher", "reliability"]].rename(
                columns={"title": "source_title"}
            ),
            on="source_id",
            how="left",
        )
        .merge(
            speakers[["speaker_id", "name", "kind", "reliability", "party", "party_name"]].rename(
                columns={
                    "name": "speaker",
                    "kind": "speaker_kind",
                    "reliability": "speaker_reliability",
                    "party": "party_id",
                    "party_name": "party",
                }
            ),
            on="speaker_id",
            how="left",
        )
        .merge(_named(corpus.speakers, "speaker_id", "via_id", {"name": "via"}), on="via_id", how="left")
        .merge(_named(corpus.events, "event_id", "event_id", {"title": "event"}), on="event_id", how="left")
        .merge(
            _named(corpus.actors, "actor_id", "actor_id", {"name": "actor", "colour": "actor_colour"}),
            on="actor_id",
            how="left",
        )
        .merge(_named(corpus.places, "place_id", "place_id", {"name": "place"}), on="place_id", how="left")
    )
    through = (", through " + rows["via"]).fillna("")
    where = ", report " + rows["source_number"].astype(str) + " " + rows["locator"]
    unattributed = rows["speaker_kind"] == UNATTRIBUTED
    voice = rows["speaker_id"].where(~unattributed, rows["speaker_id"] + " in " + rows["source_id"])
    relayed = rows["via_id"].where(unattributed & rows["via_id"].notna(), voice)
    roots = _roots(corpus.relations)
    party = rows["party_id"].replace(roots)
    names = corpus.actors.set_index("actor_id")["name"]
    return rows.assign(
        grade=rows["reliability"] + rows["credibility"],
        attribution=rows["speaker"] + through + where,
        voice_id=voice,
        party_root=party.map(names),
        origin_id=("party " + party).fillna(relayed),
    )


def compared(claims: pd.DataFrame) -> pd.DataFrame:
    """One row per group of comparable claims, with a verdict and how independent the voices are.

    Takes statements. Comparable are quantities of one measure and unit, about one actor, on one event, or,
    where no event is named, on one place at overlapping times (a claim without a time is compared only with
    others without one). Columns: `event_id`, `event`, `actor_id`, `actor`, `place_id`, `place`, `measure`,
    `unit`, `claims`, `claim_ids`, `source_ids`, `union_low/high` (all that anyone allows), `common_low/high`
    (what all allow; missing where nothing is), `verdict` (see `verdict`), `voices`, `parties`, `independent`
    (distinct `origin_id`) and `common_origin` (what ties the claims together; empty where nothing
    does).
    """
    require(claims, (*SUBJECT, "low", "best", "high", "as_of_start", "voice_id", "origin_id"), "compared")
    quantities = claims[claims["unit"].notna()].astype(object)
    subjects: dict[tuple[object, ...], list[Claim]] = {}
    for claim in quantities.where(quantities.notna(), None).to_dict("records"):
        event = claim["event_id"]
        place = None if event else claim["place_id"]
        alone = None if event or place else claim["claim_id"]
        key = (event, place, alone, claim["actor_id"], claim["measure"], claim["unit"])
        subjects.setdefault(key, []).append(claim)
    groups = [_summary(group) for same in subjects.values() for group in _at_one_time(same)]
    columns = ["event_id", "event", "actor_id", "actor", "place_id", "place", "measure", "unit"]
    derived = ["claims", "claim_ids", "source_ids", "union_low", "union_high", "common_low", "common_high"]
    judged = ["verdict", "voices", "parties", "unaligned", "independent", "common_origin"]
    frame = pd.DataFrame(groups, columns=columns + derived + judged)
    bounds = ["union_low", "union_high", "common_low", "common_high"]
    return frame.astype(dict.fromkeys(bounds, float))


def verdict(quantities: list[Quantity | None]) -> str:
    """What several quantities about one thing come to; None stands for a claim without numbers.

    `single`: one claim. `indeterminate`: a number is missing. `contradict`: no value satisfies all. `agree`:
    every claim has a best value, and it lies within every interval. `overlap`: otherwise.

    >>> verdict([Quantity(12, 99), Quantity(100, 999)])
    'contradict'
    >>> verdict([Quantity(900, 1100, 1000), Quantity(1000, 1000, 1000)])
    'agree'
    """
    if len(quantities) == 1:
        return "single"
    known = [quantity for quantity in quantities if quantity is not None]
    if len(known) < len(quantities):
        return "indeterminate"
    if common(known) is None:
        return "contradict"
    bests = [quantity.best for quantity in known if quantity.best is not None]
    stated = len(bests) == len(known)
    agree = stated and all(quantity.contains(best) for quantity in known for best in bests)
    return "agree" if agree else "overlap"


def common(bounds: Iterable[Bounds]) -> Bounds | None:
    """What all the bounds allow, or None where no value satisfies all."""
    first, *rest = bounds
    result: Bounds | None = first
    for other in rest:
        result = result and result.intersection(other)
    return result


def ledger(claims: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """One row per statement, what a reader may ask of it, with the verdict of the group it belongs to.

    Adds `verdict`, `voices`, `independent` and `common_origin`; a claim that is no quantity has no verdict,
    and they are missing there.
    """
    said = [
        "claim_id",
        "source_id",
        "locator",
        "speaker",
        "via",
        "party",
        "event",
        "actor",
        "place",
        "measure",
    ]
    counted = ["wording", "low", "best", "high", "unit", "numbers_from", "as_of", "as_of_basis"]
    graded = ["reliability", "speaker_reliability", "credibility", "grade", "summary"]
    judged = groups.assign(claim_id=groups["claim_ids"].str.split()).explode("claim_id")
    verdicts = judged[["claim_id", "verdict", "voices", "independent", "common_origin"]]
    rows = claims[[*said, *counted, *graded]].merge(verdicts, on="claim_id", how="left")
    return rows.assign(source_ids=rows["source_id"])


def source_grid(claims: pd.DataFrame) -> pd.DataFrame:
    """One row per report, speaker and measure, with the number of `claims` and what ties the report to
    others.

    `common_origin` names an author whom several reports share; it is empty where there is none.
    """
    shared = claims.groupby("author")["source_id"].nunique()
    shared_authors = set(shared[shared > 1].index)
    grid = (
        claims.groupby(
            ["source_number", "source_id", "source_title", "author", "speaker_id", "speaker", "measure"],
            dropna=False,
            sort=True,
        )
        .agg(claims=("claim_id", "size"), claim_ids=("claim_id", " ".join))
        .reset_index()
        .rename(columns={"source_title": "source"})
    )
    origin = [f"author: {author}" if author in shared_authors else "" for author in grid["author"]]
    return grid.assign(common_origin=origin, source_ids=grid["source_id"])


def _named(frame: pd.DataFrame, key: str, as_key: str, names: dict[str, str]) -> pd.DataFrame:
    """The key and names of `frame`, ready to be merged under other names."""
    return frame[[key, *names]].rename(columns={key: as_key, **names})


def _at_one_time(same: list[Claim]) -> list[list[Claim]]:
    """Split claims on one subject by time: those on an event stay together, others where all their spans
    overlap.

    Taken in order of time, each group as large as it can be while any two in it overlap; claims without a
    time are a group of their own.
    """
    if same[0]["event_id"]:
        return [same]
    undated = [claim for claim in same if claim["as_of"] is None]
    groups = [undated] if undated else []
    dated = [claim for claim in same if claim["as_of"] is not None]
    first_end: pd.Timestamp | None = None
    for claim in sorted(dated, key=lambda claim: (*_span(claim), claim["claim_id"])):
        start, end = _span(claim)
        if first_end is None or start > first_end:
            groups.append([])
            first_end = end
        first_end = min(first_end, end)
        groups[-1].append(claim)
    return groups


def _span(claim: Claim) -> tuple[pd.Timestamp, pd.Timestamp]:
    return claim["as_of_start"] or pd.Timestamp.min, claim["as_of_end"] or pd.Timestamp.max


def _roots(relations: pd.DataFrame) -> dict[str, str]:
    """The faction that each member belongs to in the end, following membership upward."""
    members = relations[relations["relation"] == "member_of"].sort_values(["actor_id", "other_id"])
    above = dict(zip(members["actor_id"], members["other_id"], strict=True))
    roots = {}
    for actor in above:
        seen, top = {actor}, above[actor]
        while top in above and top not in seen:
            seen.add(top)
            top = above[top]
        roots[actor] = top
    return roots


def _summary(group: list[Claim]) -> dict[str, object]:
    quantities = [_quantity(claim) for claim in group]
    known = [quantity for quantity in quantities if quantity is not None]
    union: Bounds | None = None
    for quantity in known:
        union = quantity if union is None else union.union(quantity)
    shared = common(known) if known else None
    subject = [*SUBJECT, "event", "actor", "place"]
    return {
        **{column: group[0][column] for column in subject},
        "claims": len(group),
        "claim_ids": " ".join(claim["claim_id"] for claim in group),
        "source_ids": " ".join(dict.fromkeys(claim["source_id"] for claim in group)),
        "union_low": union.low if union else None,
        "union_high": union.high if union else None,
        "common_low": shared.low if shared else None,
        "common_high": shared.high if shared else None,
        "verdict": verdict(quantities),
        "voices": len({claim["voice_id"] for claim in group}),
        "parties": len({claim["origin_id"] for claim in group if claim["party_id"]}),
        "unaligned": len({claim["voice_id"] for claim in group if not claim["party_id"]}),
        "independent": len({claim["origin_id"] for claim in group}),
        "common_origin": _common_origin(group),
    }


def _quantity(claim: Claim) -> Quantity | None:
    """The numbers of a claim, or None where it has none."""
    if claim["low"] is None and claim["high"] is None:
        return None
    return Quantity(claim["low"], claim["high"], claim["best"])


def _common_origin(group: list[Claim]) -> str:
    """What ties several claims together, in words; empty for a single claim and where nothing does."""
    if len(group) == 1:
        return ""
    first = group[0]
    ties = [
        ("voice_id", f"the voice of {first['speaker']}"),
        ("origin_id", f"the party {first['party_root']}" if first["party_id"] else ""),
        ("via_id", f"relayed by {first['via']}"),
        ("author", f"the author {first['author']}" if first["author"] != first["speaker"] else ""),
        ("source_id", f"report {first['source_number']}"),
    ]
    return " and ".join(
        words for key, words in ties if words and first[key] and len({c[key] for c in group}) == 1
    )
