"""Forces and other figures in prose: what they come to, how they are drawn, and what is not shown."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.messages import date_words, joined, listed, measure_words, say, spelled, unit_words
from analysis.model import Passage
from analysis.model.frames import AGAINST, CLAIMED, FIGURES, GROUPS, takes
from analysis.prose.measures import measure_stated
from analysis.prose.names import named
from analysis.prose.sentences import (
    Row,
    capital,
    cited,
    in_scope,
    passage,
    plain_rows,
)
from analysis.prose.verdicts import anded, finding, words_of

TITLED = (
    *("claim_id", "low", "best", "high", "wording", "unit", "measure", "noun", "counts", "actor", "actor_is"),
    *("by", "event", "place", "speaker", "speaker_id", "stance", "claims", "together", "row", "replaces"),
    *("standing", "in_scope", "context", "as_of", "family"),
)
"""The columns that a title is made from: rows of all eighty take longer than all else."""

MOST_NAMED = 3
"""How many measures a title names; of more it says how many figures there are."""

TENTH = 0.1
"""The tolerance of the wording rules for round numbers."""


@takes(figures=FIGURES, groups=GROUPS, claimed=CLAIMED.only("claim_id"))
def words(
    figures: pd.DataFrame, groups: pd.DataFrame, claimed: pd.DataFrame, subject: str = "forces"
) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(figures, groups, subject),
        "subtitle": subtitle(figures, subject),
        "notes": notes(figures),
        "shown": shown(figures, claimed),
    }


@takes(figures=FIGURES, groups=GROUPS)
def title(figures: pd.DataFrame, groups: pd.DataFrame, subject: str = "forces") -> str:
    """The finding of `derive.force_figures` in a sentence: what is told apart; without that how many figures
    there are of what, by how many voices, and of which faction there are only words."""
    rows = in_scope(figures[[name for name in figures if name in TITLED]])
    if figures.empty:
        return say(f"figures-title-none-{subject}")
    if rows.empty:
        return say("figures-only-outside", number=int(figures.drop_duplicates("row")["together"].sum()))
    if told := finding(groups, plain_rows(rows[rows["claims"] == 1])):
        return told
    numbers = rows[rows["low"].notna() | rows["high"].notna() | rows["best"].notna()]
    nouns = numbers["noun"].astype(object).where(numbers["noun"].notna(), "")
    words = [measure_words(*each) for each in zip(numbers["measure"], nouns, strict=True)]
    counts = numbers.groupby(words, sort=False)["claims"].sum()
    if counts.empty:
        head = say("figures-no-number", number=int(rows.drop_duplicates("row")["together"].sum()))
    else:
        head = joined("join-comma", [_counts(counts), _voices(rows, groups)])
    return capital(joined("join-further", [head, _only_words(rows)]))


def _counts(counts: pd.Series) -> str:
    """How many figures there are of each measure, the first few by name."""
    each = int(counts.max()) == 1 and len(counts) > 1
    parts = []
    for place, (measure, number) in enumerate(zip(counts.index, counts.head(MOST_NAMED), strict=False)):
        key = "figures-of" if place == 0 and not each else "figures-of-next"
        parts.append(measure if each else say(key, number=int(number), measure=measure))
    more = int(counts.iloc[MOST_NAMED:].sum())
    names = listed([*parts, *([say("figures-more", number=more)] if more else [])])
    return say("figures-one-each", names=names) if each else names


def _voices(rows: pd.DataFrame, groups: pd.DataFrame) -> str:
    """By how many voices: each by one, where no two tell of the same."""
    keys = set(rows["claim_id"].dropna())
    shared = groups.loc[groups["claims"] > 1, "claim_ids"].map(lambda each: not keys.isdisjoint(each.split()))
    if len(rows) > 1 and rows["together"].max() == 1 and not shared.any():
        return say("figures-each")
    voices = int(rows["speaker_id"].nunique())
    return say("figures-voices", voices=voices, words=spelled(voices))


def _only_words(rows: pd.DataFrame) -> str:
    """The first faction of which a measure is told in words that name no number."""
    silent = rows[
        rows[["low", "best", "high"]].isna().all(axis=1)
        & rows["actor"].notna()
        & rows["wording"].notna()
        & ~rows["stance"].isin(AGAINST)
        & (rows["together"] == 1)
    ]
    if silent.empty:
        return ""
    first = plain_rows(silent.head(1))[0]
    what = measure_stated(first).removeprefix(say("stated-the"))
    return say("figures-only-words", measure=what, actor=named(first["actor"]), words=words_of(first))


@takes(figures=FIGURES)
def subtitle(figures: pd.DataFrame, subject: str = "forces") -> str:
    """What is counted, which units have a scale, and what a unit without one means; `subject` is `forces` or
    `others`."""
    numbers = figures[figures[["low", "best", "high"]].notna().any(axis=1)]
    in_unit = numbers["unit"].value_counts(sort=False)
    scaled = [unit_words(str(unit)) for unit in in_unit[in_unit > 1].index]
    lone = bool((in_unit == 1).any())
    return joined(
        "join-sentences",
        [
            say("figures-subject-forces") if subject == "forces" else _families(figures),
            say("figures-scales", units=listed(scaled, most=5)) if scaled else "",
            say("figures-alone" if scaled else "figures-no-scale") if lone else "",
        ],
    )


def _families(figures: pd.DataFrame) -> str:
    """Of what the other figures are, by family."""
    names = [say(f"figures-family-{family}") for family in figures["family"].unique()]
    return say("figures-subject-others", families=listed(names))


@takes(figures=FIGURES)
def notes(figures: pd.DataFrame) -> list[Passage]:
    """What stands beside the chart: which words are read as a range by convention, what an arrow is, what is
    of the past, and that claims share rows."""
    rows = plain_rows(figures[figures["claims"] == 1])
    return [*_rounded(rows), *_open_ended(rows), *_past(rows), *_shared(figures)]


def _rounded(rows: Sequence[Row]) -> list[Passage]:
    """Round numbers that the house reads as a tenth either way, the first two with their words."""
    read = [row for row in rows if row["numbers_from"] == "words" and row["wording"] and _is_tenth(row)][:2]
    if not read:
        return []
    told = anded([passage("figures-words", words=words_of(row), cites=cited([row])) for row in read])
    return [passage("figures-rounded", words=told, number=len(read))]


def _is_tenth(row: Row) -> bool:
    low, best, high = (row[end] for end in ("low", "best", "high"))
    if None in (low, best, high) or not best:
        return False
    return bool(abs(low - best * (1 - TENTH)) <= 1 and abs(high - best * (1 + TENTH)) <= 1 and low < high)


def _open_ended(rows: Sequence[Row]) -> list[Passage]:
    """That an arrow says nothing of how much more there is, where one is drawn."""
    ends = [row["unit"] for row in rows if any(row[end] is not None for end in ("low", "best", "high"))]
    drawn = [
        row
        for row in rows
        if ends.count(row["unit"]) > 1
        and row["best"] is None
        and (row["low"] is None) != (row["high"] is None)
    ]
    return [passage("figures-arrow")] if drawn else []


def _past(rows: Sequence[Row]) -> list[Passage]:
    """What is told of a day long before the reports."""
    past = [row for row in rows if row["past"]][:2]
    return [
        passage("figures-past", words=words_of(row), day=date_words(row["as_of"]), cites=cited([row]))
        for row in past
    ]


def _shared(figures: pd.DataFrame) -> list[Passage]:
    """That claims share rows, of how many, and that each is a mark."""
    rows = figures.drop_duplicates("row")
    together = rows.loc[rows["together"] > 1, "together"]
    if together.empty:
        return []
    claims, shared = int(together.sum()), len(together)
    return [passage("figures-shared", words=capital(spelled(claims)), rows=shared, number=spelled(shared))]


@takes(figures=FIGURES, claimed=CLAIMED.only("claim_id"))
def shown(figures: pd.DataFrame, claimed: pd.DataFrame) -> str:
    """How many of the claims are drawn, how many give no number, and how many are outside the scope."""
    rows = figures.drop_duplicates("row")
    drawn, silent, whole = int(rows["together"].sum()), int(rows["silent"].sum()), len(claimed)
    outside = int(rows.loc[rows["context"].notna(), "together"].sum()) if "context" in rows else 0
    return joined(
        "join-sentences",
        [
            say(
                "figures-shown",
                shown=capital(spelled(drawn)),
                number=spelled(whole),
                all=whole,
                left=whole - drawn,
            ),
            say("figures-silent", number=silent, words=capital(spelled(silent))) if silent else "",
            _outside(outside, drawn),
        ],
    )


def _outside(number: int, drawn: int) -> str:
    """How many statements are outside the scope; empty where none is."""
    every = "yes" if number == drawn else "no"
    return say("figures-outside", number=number, words=capital(spelled(number)), all=every) if number else ""
