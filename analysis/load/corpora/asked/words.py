"""Questions about the words of claims: what they count, how the number was come by, whether they deny."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis.errors import Question
from analysis.load.corpora.asked.corpus import Asked
from analysis.load.corpora.quantities import NUMBERS
from analysis.load.packages.quoting import quoted
from analysis.model import Reading, Refusal
from analysis.model.frames import AGAINST


class Trap(NamedTuple):
    """Words that mostly mean more than they are coded for; `unless` is the column that says so, filled."""

    words: str
    unless: str
    asks: str


METHODS = (
    Trap(
        r"recorded|documented|verified|visually confirmed|geolocated|body count",
        "method",
        "Is method documented, so that the number is a floor?",
    ),
    Trap(
        r"projected|projects|forecasts?|predicted|expected to|could reach|may reach|is set to",
        "method",
        "Is method projected, as it has not happened yet?",
    ),
    Trap(r"(?:an )?estimated?|estimates", "method", "Is method estimated?"),
)
KILLED = r"eliminated|neutrali[sz]ed|liquidated|losses|put out of action|taken out|wiped out"
FAMILIES = r"famil(?:y|ies)|households?"
DENIALS = (
    r"den(?:y|ies|ied|ying|ials?)|no evidence|no proof|refut(?:es|ed|ing)|baseless"
    r"|reject(?:s|ed)? (?:the |these |those |such )?(?:claim|report|figure|accusation|allegation)s?"
)
UNREAD = {
    "no rule": "No rule reads these words: which numbers do they stand for?",
    "no unit named": "The words name no unit: which numbers do they stand for?",
    "unlisted noun": "What is counted is unknown to the rules: which numbers do the words stand for?",
    "other unit": "The words count something else: is the unit right?",
    "ambiguous unit": "Which of them is it? Code low, best and high by hand.",
}


def word_questions(asked: Asked) -> Iterator[Question]:
    """Every question about wording; families among persons before words that nothing reads."""
    yield from _methods(asked)
    yield from _killed(asked)
    yield from _families(asked)
    yield from _unread(asked)
    yield from _denials(asked)
    yield from _hints(asked)


def _with(cells: pd.Series, words: str) -> pd.Series:
    """The cells that hold one of the words, each text looked at once."""
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    told = cells.dropna()
    holding = [text for text in told.unique() if pattern.search(text)]
    return told[told.isin(holding)]


def _methods(asked: Asked) -> Iterator[Question]:
    claims, cells = asked.tables["claims"], asked.claims
    for trap in METHODS:
        silent = cells.loc[cells["unit"].notna() & cells[trap.unless].isna(), "wording"]
        for line, text in _with(silent, trap.words).items():
            yield claims.question(line, trap.unless, f"an empty cell beside {quoted(text)}", trap.asks)


def _killed(asked: Asked) -> Iterator[Question]:
    claims, cells = asked.tables["claims"], asked.claims
    harm = cells["measure"].isin(asked.measures_that(family="harm"))
    measures = cells["measure"].to_dict()
    for line, text in _with(cells.loc[harm, "wording"], KILLED).items():
        asks = f"Does it say {measures[line]}? The word may mean dead, hurt or caught."
        yield claims.question(line, "wording", quoted(text), asks)


def _families(asked: Asked) -> Iterator[Question]:
    claims, cells = asked.tables["claims"], asked.claims
    persons = cells["unit"] == "persons"
    for line, text in _with(cells.loc[persons, "wording"], FAMILIES).items():
        asks = "Are families counted, not persons? Then unit is families."
        yield claims.question(line, "wording", quoted(text), asks)


def _unread(asked: Asked) -> Iterator[Question]:
    claims, cells = asked.tables["claims"], asked.claims
    open_cells = cells[NUMBERS].isna().all(axis=1) & ~cells["stance"].isin(AGAINST)
    wordings = cells["wording"].to_dict()
    for line, said in asked.said[open_cells.reindex(asked.said.index)].items():
        if isinstance(said, Refusal) and said.code in UNREAD and said.words != "families":
            found = f"{quoted(wordings[line])}{f' ({said.words})' if said.words else ''}"
            yield claims.question(line, "wording", found, UNREAD[said.code])


def _denials(asked: Asked) -> Iterator[Question]:
    claims, cells = asked.tables["claims"], asked.claims
    plain = cells["stance"].isna() | (cells["stance"] == "asserts")
    seen: set[object] = set()
    for column in ("wording", "summary"):
        for line, text in _with(cells.loc[plain, column], DENIALS).items():
            if line not in seen:
                seen.add(line)
                asks = "Does it deny or doubt another claim? Then stance says so, and about names the claim."
                yield claims.question(line, "stance", f"no denial beside {quoted(text)}", asks)


def _hints(asked: Asked) -> Iterator[Question]:
    """What stood around the number: a part beside it, a window, two kinds in one figure."""
    claims, cells = asked.tables["claims"], asked.claims
    parted = set(cells.loc[cells["stance"] == "part_of", "about"])
    hinted = asked.said[[isinstance(said, Reading) and bool(said.hints) for said in asked.said]]
    columns = ["claim_id", "wording", "counts", "as_of", "measure"]
    rows = cells.loc[hinted.index, columns].itertuples(index=False, name=None)
    for (line, said), (key, wording, counts, as_of, measure) in zip(hinted.items(), rows, strict=True):
        found = quoted(wording)
        if "part" in said.hints and pd.isna(counts) and key not in parted:
            asks = "Is the part a claim of its own, part_of this one, with counts?"
            yield claims.question(line, "wording", found, asks)
        elif "window" in said.hints and pd.isna(as_of):
            yield claims.question(line, "as_of", f"an empty cell beside {found}", "Which days does it span?")
        elif "joined" in said.hints:
            yield claims.question(line, "wording", found, f"Is all of it {measure}?")
