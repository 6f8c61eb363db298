"""How the words of a corpus are read: each wording with its numbers, each phrase of time with its days."""

from collections import Counter
from typing import NamedTuple

from analysis.load.corpora.read import Examined
from analysis.load.corpora.words import read as read_words
from analysis.load.corpora.words import with_units
from analysis.model import Quantity, Reading, Refusal


class WordReading(NamedTuple):
    """One wording in one unit: what it is read as, by which rule, with which hints, in how many claims.

    `reading` is empty where nothing reads the words; `rule` then says why. What counts nothing has no unit
    and is not read. `coded` is in how many of the claims the coder wrote the numbers instead.
    """

    measure: str
    wording: str
    unit: str
    reading: str
    rule: str
    hints: str
    claims: int
    coded: int


class PhraseReading(NamedTuple):
    """One phrase of time by one day of publication: the EDTF text, by which rule, in how many cells."""

    phrase: str
    published: str
    edtf: str
    rule: str
    cells: int


class Readings(NamedTuple):
    """All readings of a corpus, in the order of measures, words, phrases."""

    words: tuple[WordReading, ...]
    phrases: tuple[PhraseReading, ...]


def readings_of(read: Examined) -> Readings:
    """Every wording and every phrase of time of the corpus with its reading; each once."""
    if read.package is None:
        return Readings((), ())
    return Readings(_words(read), _phrases(read))


def _words(read: Examined) -> tuple[WordReading, ...]:
    cells = with_units(read.tables["claims"], read.measures).dropna(subset=["measure", "wording"])
    coded = cells[["low", "best", "high"]].notna().any(axis=1)
    keys = cells[["measure", "wording", "unit"]].fillna({"unit": ""})
    counted = keys.assign(coded=coded).groupby(["measure", "wording", "unit"], sort=True)["coded"]
    totals = counted.agg(["size", "sum"])
    whole = keys[keys["unit"] != ""]
    pairs = zip(whole["wording"], whole["unit"], strict=True)
    said = dict(zip(pairs, read_words(whole), strict=True))
    return tuple(
        WordReading(measure, wording, unit, *_told(said.get((wording, unit))), int(claims), int(by_hand))
        for (measure, wording, unit), claims, by_hand in totals.itertuples(name=None)
    )


def _told(said: Reading | Refusal | None) -> tuple[str, str, str]:
    """Numbers, rule and hints in words."""
    if said is None:
        return "", "counts nothing", ""
    if isinstance(said, Refusal):
        return "", f"not read: {said.code}", said.words
    return _numbers(said.quantity), said.rule, ", ".join(said.hints)


def _numbers(quantity: Quantity) -> str:
    low, high, best = (
        None if end is None else f"{end:,.10g}" for end in (quantity.low, quantity.high, quantity.best)
    )
    if low == high and low is not None:
        return low
    span = f"{low} or more" if high is None else f"{high} or fewer" if low is None else f"{low} to {high}"
    return f"{span}, best {best}" if best is not None else span


def _phrases(read: Examined) -> tuple[PhraseReading, ...]:
    sources = read.tables["sources"].cells("source_id", "published").dropna().drop_duplicates("source_id")
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    rows = [
        (
            phrase.text,
            "; ".join(dict.fromkeys(published[key] for key in phrase.sources if key in published)),
            phrase.reading.edtf if phrase.reading else "",
            phrase.reading.rule if phrase.reading else "not read",
        )
        for phrase in read.dates.phrases
    ]
    return tuple(sorted(PhraseReading(*row, cells) for row, cells in Counter(rows).items()))
