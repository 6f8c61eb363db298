"""A corpus as it is asked about: rows by line, units and words of claims, spans of dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.numbers import numbers_of
from analysis.load.corpora.quantities import NUMBERS
from analysis.load.corpora.words import read, with_units
from analysis.model import Reading, Span
from analysis.model.frames import FIELDS
from analysis.model.measures import Measure


@dataclass(frozen=True)
class Asked:
    """What questions look at; `tables` hold dates, not phrases, and may have faults."""

    tables: Mapping[str, TextTable]
    spans: Mapping[str, Span]
    measures: Mapping[str, Measure]

    @cached_property
    def claims(self) -> pd.DataFrame:
        """All columns of claims as text, by line; `unit` filled, numbers as floats."""
        cells = self.tables["claims"].cells(*(column.name for column in FIELDS["claims"]))
        numbers = numbers_of(cells[NUMBERS])
        return cells.assign(unit=with_units(self.tables["claims"], self.measures)["unit"], **numbers)

    @cached_property
    def said(self) -> pd.Series:
        """What each wording says in its unit, a Reading or a Refusal, by line."""
        return read(self.claims)

    @cached_property
    def amounts(self) -> pd.DataFrame:
        """low, best and high of each claim by line: the coder's, else those of its words."""
        coded = self.claims[NUMBERS]
        readings = {line: one.quantity for line, one in self.said.items() if isinstance(one, Reading)}
        rows = {line: (one.low, one.best, one.high) for line, one in readings.items()}
        said = pd.DataFrame.from_dict(rows, orient="index", columns=NUMBERS, dtype="float64")
        wordless = coded.isna().all(axis=1)
        return coded.where(~wordless, said.reindex(coded.index))

    def measures_that(self, **wanted: str) -> list[str]:
        """The names of the measures with these features, such as kind and family."""
        return [
            name
            for name, measure in self.measures.items()
            if all(getattr(measure, feature) == value for feature, value in wanted.items())
        ]

    def span_of(self, table: str, key: str, date: str) -> dict[str, Span]:
        """The span of each row's date by its key, where it is told and can be read."""
        cells = self.tables[table].cells(key, date).dropna().drop_duplicates(key)
        pairs = zip(cells[key], cells[date], strict=True)
        return {name: self.spans[text] for name, text in pairs if text in self.spans}

    @cached_property
    def published(self) -> dict[str, Span]:
        """The publication of each report whose date is known."""
        return self.span_of("sources", "source_id", "published")
