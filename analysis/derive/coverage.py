"""Coverage: what a decision needs to know, and how far the reports hold it, found by looking for it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.derive.parties import days, memberships, roots
from analysis.model import Corpus
from analysis.model.frames import AGAINST, COVERAGE, STATEMENTS, TIMELINE, takes
from analysis.model.frames.coverage import NEEDS, STATES

CIVILIANS = "civilians"
"""The tag that says of a number that it counts people outside the fighting."""

CIVIL = (
    *(CIVILIANS, "children", "women", "elderly"),
    *("aid_workers", "health_workers", "journalists", "medics"),
)
"""Tags of people who are no fighters, be they called civilians or not."""

FIGHTING = ("attacker", "defender", "supporter", "target", "victim")
"""Roles in which a faction fights or is fought; who mediates or hosts has no losses to be counted."""

HEARD = {"residents": "witness", "organisations": "organisation"}
"""Voices of no party that a decision wants to hear, by the kind of speaker that they are."""

DAMAGE = re.compile(r"wreck|damage|destr|rubble|ruin|rebuil|reconstruct|burn|gutted", re.IGNORECASE)
ACCESS = re.compile(
    r"\b(?:road|highway|route|corridor|crossing|access|convoy|blockade|cut off|aid|reopen)", re.IGNORECASE
)
"""Words of reports that tell of damage and of passage without a number; of words in another language none is
found, and then it is said that there is no figure, which stays true."""

MOST_NAMES, MOST_CLAIMS = 12, 6

GAP = pd.Timedelta(days=14)
"""Shortest time between two publications that is told."""

PAST = pd.Timedelta(days=366)
"""A figure older than this when its report came out is of the past."""

Row = dict[str, Any]


@takes(statements=STATEMENTS, timeline=TIMELINE)
def needs(corpus: Corpus, statements: pd.DataFrame, timeline: pd.DataFrame) -> pd.DataFrame:
    """Each need of a decision with what the reports hold of it: `frames.COVERAGE`.

    Absence is absence from the statements and events given, never a statement that nothing happened. A denial
    or a doubt holds nothing, nor does a projection. Of a narrowed frame only what is in scope counts.
    """
    said = _weightiest_first(_in_scope(statements))
    told = said[~said["stance"].isin(AGAINST) & ~said["method"].eq("projected")]
    events = _in_scope(timeline)
    sides = _fighting(corpus, events)
    rows = [
        _civilians(told),
        _counted("displaced", told[told["family"].eq("displacement")]),
        _counted("cut_off", told[told["family"].eq("need")]),
        _by_side("losses", told[told["family"].eq("harm")], sides),
        _told_of("access", told, "aid", ACCESS),
        _told_of("damage", told, "infrastructure", DAMAGE),
        # Troops at hand tell of no event; those besieged or surrendered do, and are no strength.
        _by_side("strength", told[told["family"].eq("force") & ~told["proves_event"]], sides),
        _people(told[told["family"].eq("population")]),
        _places(corpus, events),
        _publications(corpus, said),
        _voices(corpus, said, sides),
    ]
    return COVERAGE.of(sorted(rows, key=lambda row: (STATES.index(row["state"]), NEEDS.index(row["need"]))))


def _in_scope(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["in_scope"]] if "in_scope" in rows else rows


def _weightiest_first(told: pd.DataFrame) -> pd.DataFrame:
    rank = told["rank"].astype("float64")
    return told.loc[rank.sort_values(kind="stable", na_position="last").index]


def _numbered(rows: pd.DataFrame) -> pd.Series:
    return rows["low"].notna() | rows["high"].notna()


def _fighting(corpus: Corpus, events: pd.DataFrame) -> dict[str, str]:
    """Names of the factions that fight in the events by their keys, those in most events first.

    A faction is left off where one that has not left it is there: it is told by its member.
    """
    people = corpus.participants
    met = people[people["event_id"].isin(events["event_id"]) & people["role"].isin(FIGHTING)]
    often = met.drop_duplicates(["event_id", "actor_id"])["actor_id"].value_counts(sort=False)
    often = often.sort_values(ascending=False, kind="stable")
    above = memberships(corpus.relations)
    parents = {
        other
        for actor in often.index
        for other, spans in above.get(actor, {}).items()
        if any(last == date.max for _, last in spans)
    }
    names = corpus.actors.set_index("actor_id")["name"]
    return {actor: names[actor] for actor in often.index if actor not in parents}


def _civilians(told: pd.DataFrame) -> Row:
    """Harm to people outside the fighting; figures of nobody's fighters may hold civilians, or may not."""
    harm = told[told["family"].eq("harm")]
    tags = harm["counts"].fillna("").str.split("; ")
    civil = tags.map(lambda given: not set(CIVIL).isdisjoint(given)).astype(bool)
    anyone = harm["actor_id"].isna() & ~tags.map(lambda given: "combatants" in given).astype(bool)
    numbers = _numbered(harm)
    if (civil & numbers).any():
        return _row("civilians", "held", figures=harm[civil & numbers])
    if (anyone & numbers).any():
        return _row("civilians", "not_told_apart", words=harm[anyone & numbers])
    return _words_or_none("civilians", harm[civil | anyone])


def _counted(need: str, rows: pd.DataFrame) -> Row:
    numbers = _numbered(rows)
    return _row(need, "held", figures=rows[numbers]) if numbers.any() else _words_or_none(need, rows)


def _words_or_none(need: str, rows: pd.DataFrame) -> Row:
    worded = rows[rows["wording"].notna()]
    return _row(need, "words_only", words=worded) if len(worded) else _row(need, "no_figure")


def _by_side(need: str, rows: pd.DataFrame, sides: dict[str, str]) -> Row:
    """Figures by side: of whom there is one, of whom words alone, and of whom nothing."""
    numbers = _numbered(rows)
    figures = rows[numbers & rows["actor_id"].isin(sides)]
    words = rows[~numbers & rows["wording"].notna() & rows["actor_id"].isin(sides)]
    words = words[~words["actor_id"].isin(figures["actor_id"])].drop_duplicates("actor_id")
    told = {*figures["actor_id"], *words["actor_id"]}
    lacking = [name for actor, name in sides.items() if actor not in told]
    first = figures.drop_duplicates("actor_id")
    known: Row = {"figures": first, "of": len(figures), "words": words, "lacking": lacking}
    if figures.empty:
        return _row(need, "words_only" if len(words) else "no_figure", **known)
    return _row(need, "some_only" if lacking or len(words) else "held", **known)


def _told_of(need: str, told: pd.DataFrame, family: str, words: re.Pattern[str]) -> Row:
    """A family of figures, else words of any statement that tell of the same."""
    rows = told[told["family"].eq(family)]
    if _numbered(rows).any():
        return _counted(need, rows)
    said = told[told["family"].isin((family, "statement")) & told["wording"].str.contains(words, na=False)]
    return _words_or_none(need, said)


def _people(rows: pd.DataFrame) -> Row:
    """How many live there: a number of long ago is none of today."""
    numbers = rows[_numbered(rows)]
    past = numbers["as_of_end"] < numbers["published_start"] - PAST
    if (~past).any():
        return _row("people_now", "held", figures=numbers[~past])
    return (
        _row("people_now", "past_only", words=numbers) if len(numbers) else _words_or_none("people_now", rows)
    )


def _places(corpus: Corpus, events: pd.DataFrame) -> Row:
    """Events whose place is not named, or is but cannot be found on a map."""
    located = corpus.places.loc[corpus.places["latitude"].notna(), "place_id"]
    lost = events[~events["place_id"].isin(located)]
    state = "no_place" if len(lost) else "held"
    return _row("where", state, lacking=lost["title"]) | {"rows": len(lost), "of_rows": len(events)}


def _publications(corpus: Corpus, told: pd.DataFrame) -> Row:
    """The longest time in which no report was published, and which look back on it."""
    # Any report of the corpus ends the silence, be what it tells in scope or not.
    dated = corpus.sources.dropna(subset=["published_start", "published_end"]).sort_values("published_start")
    gaps = pd.DataFrame({"until": dated["published_end"].cummax().shift(), "after": dated["published_start"]})
    gaps = gaps[gaps["after"] - gaps["until"] >= GAP]
    if gaps.empty:
        return _row("time", "held")
    until, after = gaps.iloc[int((gaps["after"] - gaps["until"]).to_numpy().argmax())]
    start, end = until + pd.Timedelta(days=1), after - pd.Timedelta(days=1)
    met = (told["as_of_start"].fillna(start) <= end) & (told["as_of_end"].fillna(end) >= start)
    met &= told["as_of_start"].notna() | told["as_of_end"].notna()
    back = told[met & (told["published_start"] >= after)]
    numbers = sorted(set(back["source_number"]))[:MOST_CLAIMS]
    found = {"start": start, "end": end, "rows": len(back), "of_rows": len(told)}
    return _row("time", "no_report") | found | {"numbers": " ".join(map(str, numbers)) or None}


def _voices(corpus: Corpus, told: pd.DataFrame, sides: dict[str, str]) -> Row:
    """Which of those who fight, and which others, are quoted in no report."""
    above, whenever = memberships(corpus.relations), days(None, None)
    heard = set(told["party_id"].dropna()) | set(" ".join(told["root_ids"].dropna().unique()).split())
    silent = [
        name for actor, name in sides.items() if heard.isdisjoint({actor, *roots(actor, whenever, above)})
    ]
    free = set(told.loc[told["party_id"].isna(), "speaker_kind"])
    kinds = [kind for kind, speaker in HEARD.items() if speaker not in free]
    if not silent and not kinds:
        return _row("voices", "held")
    state = "no_voice" if sides and len(silent) == len(sides) else "some_only"
    return _row("voices", state, lacking=silent) | {"kinds": "; ".join(kinds) or None}


def _row(
    need: str,
    state: str,
    figures: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
    lacking: Iterable[str] = (),
    of: int | None = None,
) -> Row:
    """One need with the claims that hold it, those that only tell of it, and the names of what is lacking."""
    names = list(dict.fromkeys(lacking))
    held, worded = (rows if rows is not None else pd.DataFrame() for rows in (figures, words))
    quoted = pd.concat([rows.head(MOST_CLAIMS) for rows in (held, worded)])
    return {
        "need": need,
        "state": state,
        "lacking": "; ".join(names[:MOST_NAMES]) or None,
        "more": max(len(names) - MOST_NAMES, 0),
        "kinds": None,
        "figure_ids": _joined(held),
        "figures": len(held) if of is None else of,
        "word_ids": _joined(worded),
        "rows": len(worded),
        "of_rows": 0,
        "start": pd.NaT,
        "end": pd.NaT,
        "numbers": None,
        "source_ids": " ".join(dict.fromkeys(quoted["source_id"])) if len(quoted) else None,
    }


def _joined(rows: pd.DataFrame) -> str | None:
    keys: Sequence[str] = list(rows["claim_id"].head(MOST_CLAIMS)) if len(rows) else []
    return " ".join(keys) or None
