"""Questions about numbers: a zero that may be silence, a count of no time, a figure that was heard before."""

import re
from collections.abc import Iterator

import pandas as pd

from analysis.errors import Question
from analysis.load.corpora.asked.corpus import Asked
from analysis.load.corpora.voices import chain_of
from analysis.load.packages.quoting import quoted

DAYS = 7
"""Within so many days a number that another voice repeats may be the same one."""

NONE = re.compile(r"\b(?:0|zero|nil|no|none|nobody|nothing|not|never|without)\b", re.IGNORECASE)
"""Words by which somebody says that there was none."""

BY_CHANCE = 2
"""Numbers up to this are alike by chance."""


def figure_questions(asked: Asked) -> Iterator[Question]:
    """Every question about numbers."""
    yield from _zeros(asked)
    yield from _timeless(asked)
    yield from _strengths(asked)
    yield from _repeated(asked)


def _zeros(asked: Asked) -> Iterator[Question]:
    """Zero is a claim: somebody said that there was none."""
    claims, cells = asked.tables["claims"], asked.claims
    zero = (cells["high"] == 0) | ((cells["best"] == 0) & cells["high"].isna())
    for line, words in cells.loc[zero, "wording"].items():
        if not (isinstance(words, str) and NONE.search(words)):
            beside = f"beside {quoted(words)}" if isinstance(words, str) else "without words"
            asks = "Did somebody say that there was none? What is not known is left empty."
            yield claims.question(line, "high", f"0 {beside}", asks)


def _timeless(asked: Asked) -> Iterator[Question]:
    """What adds up does so over some time: that of its event, or its own."""
    cells = asked.claims
    flows = cells["measure"].isin(asked.measures_that(kind="flow")) & cells["unit"].notna()
    timeless = flows & cells["event_id"].isna() & cells["as_of"].isna()
    for line, measure in cells.loc[timeless, "measure"].items():
        asks = f"Over which time, or at which event, is {measure} counted?"
        yield asked.tables["claims"].question(line, "as_of", "an empty cell, and no event", asks)


def _strengths(asked: Asked) -> Iterator[Question]:
    cells = asked.claims
    forces = cells["measure"].isin(asked.measures_that(family="force", kind="stock"))
    for line in cells.index[forces & cells["event_id"].isna() & cells["as_of"].isna()]:
        asks = "When was it that strong? Empty means the day of the report."
        yield asked.tables["claims"].question(line, "as_of", "an empty cell, and no event", asks)


def _repeated(asked: Asked) -> Iterator[Question]:
    """A number that another voice told in another report up to a week before, and did not count itself."""
    cells, amounts = asked.claims, asked.amounts
    about = cells["event_id"].fillna(cells["place_id"])
    telling = (amounts.max(axis=1) > BY_CHANCE) & cells["about"].isna() & about.notna()
    telling &= cells["method"] != "documented"
    days = {key: span.low for key, span in asked.published.items() if span.low}
    told = cells[telling].assign(of=about, day=cells["source_id"].map(days), **amounts[telling])
    told = told.dropna(subset=["day", "speaker_id"])
    key = ["of", "measure", "unit", "actor_id", "counts", "low", "best", "high"]
    told = told[told.duplicated(key, keep=False)]
    for _, group in told.groupby(key, dropna=False, sort=False):
        if group["speaker_id"].nunique() > 1:
            yield from _echoes(asked, group)


def _echoes(asked: Asked, group: pd.DataFrame) -> Iterator[Question]:
    ordered = group.sort_values("day", kind="stable")
    rows = list(ordered[["speaker_id", "via_id", "source_id", "day", "claim_id"]].itertuples(name=None))
    for number, (line, speaker, via, source, day, _) in enumerate(rows):
        voices = {speaker, *(chain_of(via) if isinstance(via, str) else ())}
        for _, other, its_via, its_source, earlier, claim in rows[:number]:
            theirs = {other, *(chain_of(its_via) if isinstance(its_via, str) else ())}
            if source != its_source and not voices & theirs and (day - earlier).days <= DAYS:
                found = f"the number of {claim}, by {other}"
                asks = "Is it the same origin? Then via_id or copy_of says so."
                yield asked.tables["claims"].question(line, "speaker_id", found, asks)
                break
