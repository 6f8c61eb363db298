"""Questions about rows side by side: one event twice, one wording with two numbers, one voice with two
figures, one party alone, a voice without a grade."""

from collections.abc import Iterator

import pandas as pd

from analysis.errors import Question
from analysis.load.corpora.asked.corpus import Asked
from analysis.load.corpora.quantities import NUMBERS
from analysis.load.packages.quoting import quoted
from analysis.model import Span

HEARD = 3
"""From so many claims on, a voice without a grade is asked about."""

TELLING = 2
"""From so many claims on, an event that one party tells alone is asked about."""


def row_questions(asked: Asked) -> Iterator[Question]:
    """Every question about rows side by side."""
    yield from _alike(asked)
    yield from _one_sided(asked)
    yield from _ungraded(asked)
    yield from _unequal(asked)
    yield from _unrevised(asked)


def _alike(asked: Asked) -> Iterator[Question]:
    """Two events of one kind at one place in days that overlap; each pair once, beside the later row."""
    events = asked.tables["events"]
    cells = events.cells("event_id", "kind", "place_id", "date").dropna()
    spans = cells["date"].map(asked.spans)
    cells = cells[spans.notna()].assign(span=spans.dropna())
    for _, group in cells.groupby(["kind", "place_id"], sort=False):
        open_ones: list[tuple[str, Span]] = []
        for line, row in group.iterrows():
            near = next((key for key, span in open_ones if _meet(span, row["span"])), None)
            if near is not None:
                found = f"{quoted(row['event_id'])}, {row['kind']} at {row['place_id']} in the days of {near}"
                yield events.question(line, "event_id", found, "Are the two one event?")
            open_ones = [*open_ones[-20:], (row["event_id"], row["span"])]


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans that are known to a month or so may be of the same days."""
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return False
    return one.low <= other.high and other.low <= one.high


def _one_sided(asked: Asked) -> Iterator[Question]:
    """An event of which several claims tell, all by voices of one party."""
    voices = asked.tables["speakers"].cells("speaker_id", "party").drop_duplicates("speaker_id")
    known = set(asked.tables["actors"].cells("actor_id")["actor_id"].dropna())
    party = {key: side for key, side in voices.itertuples(index=False, name=None) if side in known}
    told = asked.claims[["event_id", "speaker_id"]].dropna()
    told = told.assign(party=told["speaker_id"].map(party))
    sides = told.groupby("event_id")["party"].agg(["nunique", "size", "count", "first"])
    alone = sides[(sides["nunique"] == 1) & (sides["size"] == sides["count"]) & (sides["size"] >= TELLING)]
    events = asked.tables["events"]
    keys = events.cells("event_id")["event_id"]
    for line, key in keys[keys.isin(alone.index)].items():
        found = f"{quoted(str(key))}, told by {alone.at[key, 'first']!s} alone"
        yield events.question(line, "event_id", found, "Does another side or an observer tell of it?")


def _ungraded(asked: Asked) -> Iterator[Question]:
    speakers = asked.tables["speakers"]
    cells = speakers.cells("speaker_id", "kind", "reliability")
    heard = asked.claims["speaker_id"].value_counts()
    silent = cells[cells["reliability"].isna() & (cells["kind"] != "unattributed")]
    for line, key in silent["speaker_id"].items():
        if heard.get(key, 0) >= HEARD:
            asks = "How reliable is the voice, A to F? Empty says that it cannot be judged."
            yield speakers.question(
                line, "reliability", f"no grade of {quoted(key)}, {heard[key]} claims", asks
            )


def _unequal(asked: Asked) -> Iterator[Question]:
    """The same words with other numbers, both written by the coder."""
    cells = asked.claims
    coded = cells[cells[NUMBERS].notna().any(axis=1) & cells["wording"].notna()]
    keys = ["measure", "unit", "wording"]
    numbers = _figures(coded[NUMBERS])
    first = numbers.groupby([coded[key].fillna("") for key in keys]).transform("first")
    for line in coded.index[numbers != first]:
        asks = "The same words have other numbers elsewhere: which are right?"
        yield asked.tables["claims"].question(line, "wording", quoted(str(coded.at[line, "wording"])), asks)


def _unrevised(asked: Asked) -> Iterator[Question]:
    """A figure that follows another of the same voice on the same matter in a later report, and says nothing
    of that one."""
    cells, amounts = asked.claims, asked.amounts
    days = {key: span.low for key, span in asked.published.items() if span.low}
    told = cells[amounts.notna().any(axis=1) & cells["event_id"].notna()].assign(
        day=cells["source_id"].map(days), tags=cells["counts"].fillna(""), whose=cells["actor_id"].fillna(""),
        figure=_figures(amounts), where=cells["place_id"].fillna(""),
    ).dropna(subset=["day"])  # fmt: skip
    keys = ["speaker_id", "event_id", "measure", "unit", "tags", "whose", "where"]
    told = told.sort_values("day", kind="stable")
    grouped = told.groupby(keys, sort=False)
    before = grouped[["figure", "day", "claim_id"]].shift()
    later = before["claim_id"].notna() & (before["figure"] != told["figure"]) & (before["day"] < told["day"])
    later &= told["about"].isna() & told["stance"].fillna("asserts").eq("asserts")
    for line, key in before.loc[later, "claim_id"].items():
        revised = f"Does it revise {key}, which the same voice told before?"
        asks = f"{revised} Then stance is revises, and about names it."
        yield asked.tables["claims"].question(line, "stance", "a later figure of the same voice", asks)


def _figures(numbers: pd.DataFrame) -> pd.Series:
    """low, best and high of each row as one text, to be compared."""
    rows = numbers.itertuples(index=False, name=None)
    return pd.Series([str(row) for row in rows], index=numbers.index, dtype="str")


def capped(asked: list[Question], most: int) -> Iterator[Question]:
    """The questions, of each kind in one column of a file at most so many, and then how many more there
    are."""
    kinds = pd.Series([(one.file, one.column, one.asks.partition(":")[0]) for one in asked], dtype=object)
    turns = kinds.groupby(kinds).cumcount() if len(kinds) else kinds
    totals = kinds.map(kinds.value_counts()) if len(kinds) else kinds
    for one, turn, total in zip(asked, turns, totals, strict=True):
        if turn < most:
            more = f" ({total - most} more such cells.)" if turn == most - 1 and total > most else ""
            yield Question(one.file, one.row, one.column, one.found, one.asks + more)
