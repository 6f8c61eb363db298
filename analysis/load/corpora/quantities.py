"""What is asked of the numbers of claims: intervals in order, units and words of the measure, tags known."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.numbers import numbers_of
from analysis.load.corpora.words import unread, with_units
from analysis.load.packages.quoting import quoted
from analysis.model.counts import FACET_OF, FACETS, tags_of
from analysis.model.frames import AGAINST
from analysis.model.meanings import meaning_of
from analysis.model.measures import Measure
from analysis.model.units import factor_between, is_a, unit_named

Measures = Mapping[str, Measure]
NUMBERS = ["low", "best", "high"]


def quantity_faults(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """Every fault of measures, numbers, units, words and tags."""
    yield from _intervals(claims)
    yield from _unknown(claims, measures)
    yield from _uncounted(claims, measures)
    yield from _units(claims, measures)
    yield from _unstated(claims, measures)
    yield from _silent(claims, measures)
    yield from _other_measures(claims, measures)
    yield from _tags(claims)


def _intervals(claims: TextTable) -> Iterator[Fault]:
    """low <= best <= high, as far as they are there, and never best alone."""
    cells = claims.cells(*NUMBERS)
    numbers = numbers_of(cells)
    for line in cells.index[numbers["low"] > numbers["high"]]:
        low, _, high = cells.loc[line]
        hint = f"low {high}, high {low}"
        yield claims.fault(line, "low", f"low {low} above high {high}", "low <= high", hint)
    ordered = ~(numbers["low"] > numbers["high"])
    for line in cells.index[ordered & (numbers["best"] < numbers["low"])]:
        low, best, _ = cells.loc[line]
        yield claims.fault(line, "best", f"best {best} below low {low}", "low <= best", low)
    for line in cells.index[ordered & (numbers["best"] > numbers["high"])]:
        _, best, high = cells.loc[line]
        yield claims.fault(line, "best", f"best {best} above high {high}", "best <= high", high)


def _unknown(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """A measure is in the vocabulary: the standard one, or the corpus' own table."""
    names = claims.cells("measure")["measure"].dropna()
    for line, name in names[~names.isin(measures.keys())].items():
        meant = meaning_of("claims", "measure", name, measures)
        found = f"{quoted(name)}: {meant.reason}" if meant else quoted(name)
        near = meant.value if meant else nearest(name, measures)
        expected = "a measure of the vocabulary, or add a row to measures.csv"
        yield claims.fault(line, "measure", found, expected, near)


def _uncounted(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """What counts nothing has no unit and no numbers."""
    cells = claims.cells("measure", *NUMBERS, "unit")
    uncounted = cells["measure"].isin([name for name, measure in measures.items() if not measure.units])
    for column in (*NUMBERS, "unit"):
        filled = cells.loc[uncounted, ["measure", column]].dropna()
        for line, measure, cell in filled.itertuples(name=None):
            yield claims.fault(line, column, quoted(cell), f"an empty cell, as {measure} counts nothing")


def _units(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """A unit is one of the measure's, or counts the same: a part of it, convertible, or a rate of it."""
    cells = claims.cells("measure", "unit").dropna()
    pairs = cells.drop_duplicates()
    for measure, unit in zip(pairs["measure"], pairs["unit"], strict=True):
        units = measures[measure].units if measure in measures else ()
        if not units or any(fits(unit, own) for own in units):
            continue
        near = nearest(unit, units) or units[0]
        expected = f"{' or '.join(units)}, the unit of {measure}"
        for line in cells.index[(cells["measure"] == measure) & (cells["unit"] == unit)]:
            yield claims.fault(line, "unit", quoted(unit), expected, near)


def _unstated(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """A measure of many kinds of things names the unit, unless the claim only denies or doubts another."""
    cells = claims.cells("measure", "unit", "stance")
    stated = [name for name, measure in measures.items() if measure.unit_stated]
    silent = cells["measure"].isin(stated) & cells["unit"].isna() & ~cells["stance"].isin(AGAINST)
    for line, measure in cells.loc[silent, "measure"].items():
        expected = f"one of {', '.join(measures[measure].units)}: no unit of {measure} goes without saying"
        yield claims.fault(line, "unit", "an empty cell", expected)


@lru_cache(maxsize=4_096)
def fits(unit: str, own: str) -> bool:
    """Whether numbers in `unit` are numbers of what `own` counts.

    >>> fits("tanks", "vehicles"), fits("miles", "km"), fits("trucks per day", "trucks"), fits("km2", "km")
    (True, True, True, False)
    """
    known, wanted = unit_named(unit), unit_named(own)
    counted = unit_named(known.of) if known.of and not wanted.of else known
    return is_a(counted, wanted) or factor_between(counted, wanted) is not None


def _silent(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """A quantity has words or numbers, unless it only denies or doubts another claim; best is never alone."""
    cells = claims.cells("measure", *NUMBERS, "wording", "stance")
    counted = cells["measure"].isin([name for name, measure in measures.items() if measure.units])
    alone = counted & cells["best"].notna() & cells["low"].isna() & cells["high"].isna()
    for line, best in cells.loc[alone, "best"].items():
        hint = f"low {best}, high {best}"
        yield claims.fault(line, "best", f"best {best} alone", "low, high or both beside it", hint)
    silent = cells[[*NUMBERS, "wording"]].isna().all(axis=1) & ~cells["stance"].isin(AGAINST)
    for line, measure in cells.loc[counted & silent, "measure"].items():
        yield claims.fault(line, "wording", "neither words nor numbers", f"the words that say the {measure}")


def _other_measures(claims: TextTable, measures: Measures) -> Iterator[Fault]:
    """Words in a measured unit that cannot be turned into that of the claim need numbers by hand."""
    cells = with_units(claims, measures)
    numberless = cells[NUMBERS].isna().all(axis=1)
    for line, refusal in unread(cells[numberless]).items():
        if refusal.code == "other measure":
            measure, wording, unit = (str(cells.at[line, name]) for name in ("measure", "wording", "unit"))
            if not any(fits(unit, own) for own in measures[measure].units):
                continue
            found = f"{quoted(wording)}, which counts {refusal.words}"
            yield claims.fault(line, "wording", found, f"low, best and high coded in {unit}")


def _tags(claims: TextTable) -> Iterator[Fault]:
    """Tags are of the closed list, each once."""
    cells = claims.cells("counts")["counts"].dropna()
    for cell in cells.unique():
        tags = tags_of(cell)
        bad = next((tag for n, tag in enumerate(tags) if tag not in FACET_OF or tag in tags[:n]), None)
        if bad is None:
            continue
        if bad in FACET_OF:
            found, near = f"{quoted(bad)} twice", "; ".join(dict.fromkeys(tags))
            expected = "each tag once"
        else:
            meant = meaning_of("claims", "counts", bad, FACET_OF)
            found = f"{quoted(bad)}: {meant.reason}" if meant else quoted(bad)
            near = meant.value if meant else nearest(bad, FACET_OF)
            known = ", ".join(tag for tags in FACETS.values() for tag in tags)
            expected = f"tags of {known}, parted by '; '"
        for line in cells.index[cells == cell]:
            yield claims.fault(line, "counts", found, expected, near)
