"""Claims in prose: what agrees, what stands apart and why, what is a part, and who is behind it."""

from collections.abc import Callable, Mapping

import pandas as pd

from analysis.messages import amount_words, joined, listed, measure_words, say, spelled
from analysis.model import Passage, frames
from analysis.model.frames import takes
from analysis.model.origins import others_in_words, verdict_words
from analysis.prose.sentences import (
    Looked,
    Row,
    amount,
    capital,
    chained,
    in_scope,
    marked,
    passage,
    plain_rows,
    subject,
    through,
    when,
)
from analysis.prose.verdicts import beside, contradiction, matter, matter_told, verdict

VERDICTS = ("apart", "overlap", "agree", "indeterminate")
"""Verdicts on what is told more than once, the most important first."""

_BESIDE = ("revised", "earlier", "denied", "doubted")
"""What may stand beside a group, in the order in which it is told."""

_PAIR = ("one", "why", "other", "claim_ids")


def uncompared_headings() -> dict[str, str]:
    """The columns of `uncompared` and their headings."""
    return {column: say(f"uncompared-{column}") for column in _PAIR}


@takes(rows=frames.UNCOMPARED, statements=frames.STATEMENTS, groups=frames.GROUPS)
def uncompared(
    rows: pd.DataFrame, statements: pd.DataFrame, groups: pd.DataFrame, most: int = 500
) -> pd.DataFrame:
    """The rows of `derive.uncompared` in words: `one`, `why` it is no equal of `other`.

    At most `most`: parts that exceed their whole first, then other parts, then what is not compared.
    """
    order = rows["reason"].map({"breach": 0, "part": 1}).fillna(2).sort_values(kind="stable").index
    rows = rows.loc[order].head(most).reset_index(drop=True)
    by_id, by_group = Looked(statements, "claim_id"), Looked(groups, "group_id")
    named = dict.fromkeys([*rows["group_id"], *rows["other_id"]])
    words = {key: _whole(by_group[key], by_id) for key in named if key in by_group}
    one, other = (rows[key].map(words).astype("str") for key in ("group_id", "other_id"))
    reasons = {reason: say(f"pair-{reason}") for reason in rows["reason"].unique()}
    return rows.assign(one=one.map(capital), other=other, why=rows["reason"].map(reasons).astype("str"))


@takes(rows=frames.UNCOMPARED)
def uncompared_title(rows: pd.DataFrame) -> str:
    """How many pairs of figures are no equals, and for which reasons most of them."""
    counts = rows["reason"].value_counts(sort=True)
    reasons = [
        say("uncompared-count", number=int(number), reason=say(f"pair-{reason}"))
        for reason, number in counts.items()
    ]
    return say("uncompared-title", number=len(rows), reasons=listed(reasons[:3], most=3))


@takes(rows=frames.LEDGER)
def ledger(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.ledger` with columns in words: `speaker` with those through whom it came, `reading`
    of the words as numbers, `counted`, `place`, `day` and `verdict`, or why there is none.

    `counted` says of what is no quantity what kind of statement it is. The others are empty where a claim
    counts nothing, names no place or day or is compared with nothing. The summary of a claim that is kept as
    context says so.
    """
    claims = plain_rows(rows)
    counted = {pair: measure_words(*pair) for pair in {_noun(claim) for claim in claims}}
    return rows.assign(
        speaker=[through(claim) for claim in claims],
        summary=[
            str(marked(claim, Passage((claim["summary"],)))) if claim.get("context") else claim["summary"]
            for claim in claims
        ],
        reading=[amount(claim) if claim["unit"] else "" for claim in claims],
        counted=[counted[_noun(claim)] for claim in claims],
        place=[claim["place"] or "" for claim in claims],
        day=[when(claim["as_of"]) if claim["as_of"] else "" for claim in claims],
        verdict=[_standing(claim) for claim in claims],
    )


@takes(statements=frames.STATEMENTS, groups=frames.GROUPS)
def contradictions(statements: pd.DataFrame, groups: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per group that says more than one claim does: several claims, or what revises, denies or
    holds it. What stands apart or exceeds its whole comes first; beyond `most`, one that says how many more.
    """
    own = in_scope(groups)
    told = own[(own["claims"] > 1) | _beside_of(own)]
    told = told.assign(rank=_rank(told)).sort_values("rank", kind="stable")
    by_id, by_group = Looked(statements, "claim_id"), Looked(groups, "group_id")
    passages = [_compared(group, by_id, by_group) for group in plain_rows(told.head(most))]
    if len(told) > most:
        passages.append(
            passage("groups-further", number=len(told) - most, words=capital(spelled(len(told) - most)))
        )
    return passages


@takes(groups=frames.GROUPS)
def apart(groups: pd.DataFrame) -> pd.Series:
    """Which groups stand apart for no reason of time, or exceed a whole of which they are part."""
    return (groups["verdict"].eq("apart") & groups["because"].ne("later")) | groups["breach"].notna()


def _noun(claim: Row) -> tuple[str, str]:
    """The measure of a claim and its noun: a few of them name all the claims of a large corpus."""
    return claim["measure"], claim["noun"] or ""


def _standing(claim: Row) -> str:
    """The verdict on a claim of the ledger in words, or why it is not compared."""
    if claim["stance"] in frames.AGAINST:
        return say(f"stance-{claim['stance']}")
    if claim["standing"] in ("earlier", "revised"):
        return say(f"standing-{claim['standing']}")
    return verdict_words(claim) if claim["verdict"] else ""


def _beside_of(groups: pd.DataFrame) -> pd.Series:
    columns = ["earlier_ids", "revised_ids", "denied_ids", "doubted_ids", "part_of"]
    return groups[columns].notna().any(axis=1)


def _rank(groups: pd.DataFrame) -> pd.Series:
    """The order in which groups are told, the lowest first."""
    rank = groups["verdict"].map({name: number for number, name in enumerate(VERDICTS, start=2)}).fillna(9)
    reading = groups["because"].eq("reading") & groups["breach"].isna()
    return rank.mask(apart(groups), 0).mask(apart(groups) & reading, 1)


def _compared(group: Row, by_id: Mapping[str, Row], by_group: Mapping[str, Row]) -> Passage:
    """The claims of one group, what they come to, and what stands beside them."""
    claims = [by_id[key] for key in group["claim_ids"].split()]
    judged = verdict(group, claims)
    told = [
        contradiction(group, claims, narrowed(group, by_id, matter_told)),
        *([passage("whole", text=judged)] if judged else []),
        *(one for name in _BESIDE for one in beside(group, name, by_id)),
    ]
    words = [_wholes(group, by_group, by_id), capital(others_in_words(group))]
    told += [passage("sentence", text=text) for text in words if text]
    return chained("join-sentences", told)


def _wholes(group: Row, by_group: Mapping[str, Row], by_id: Mapping[str, Row]) -> str:
    """Of what a group is a part, and what of that it exceeds, in words."""
    exceeded = (group["breach"] or "").split()
    held = [key for key in (group["part_of"] or "").split() if key not in exceeded]
    told = [
        say(f"beside-{name}", wholes=listed(_whole(by_group[key], by_id) for key in keys if key in by_group))
        for name, keys in (("part", held), ("breach", exceeded))
        if any(key in by_group for key in keys)
    ]
    return joined("join-further", told)


def _whole(group: Row, by_id: Mapping[str, Row]) -> str:
    about = narrowed(group, by_id, matter)
    if group["union_low"] is None and group["union_high"] is None:
        return about
    numbers = amount_words(group["union_low"], group["union_high"], group["unit"])
    return say("beside-whole", subject=about, numbers=numbers)


def narrowed(group: Row, by_id: Mapping[str, Row], about: Callable[[Row], str] = subject) -> str:
    """What a group is about, with all that narrows it: whom it counts, and a place or time of its own.

    `about` words a claim: as a label, or as it stands in a sentence.
    """
    own_time = not group["whole_event"] and (group["start"] is not None or group["end"] is not None)
    claim = by_id[group["claim_ids"].split()[0]]
    there = group["event"] and group["at_event"]
    parts = [
        when(_window(group["start"], group["end"])) if own_time else "",
        say("subject-projected") if group["projected"] else "",
    ]
    words, told = joined("join-comma", parts), about(claim | {"place": None} if there else claim)
    return joined("join-comma", [told, words])


def _window(start: pd.Timestamp | None, end: pd.Timestamp | None) -> str:
    """The days from start to end as EDTF."""
    low, high = ("" if day is None else f"{day:%Y-%m-%d}" for day in (start, end))
    return low if low == high else f"{low or '..'}/{high or '..'}"
