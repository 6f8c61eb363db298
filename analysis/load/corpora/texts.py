"""Every text of a corpus is plain: its cells, and the names that its data package gives."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.plain import broken_rule
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.package import Package
from analysis.load.packages.quoting import quoted


def text_faults(package: Package, tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every text that could act as a formula or markup, hides characters, or is no text to print.

    A spreadsheet runs a cell that begins with `=`, a page runs markup, and a direction mark makes a name read
    as another: data stay data only if none of them gets in.
    """
    for name, text in (("name", package.name), ("title", package.title), ("licenses", package.licence)):
        rule = broken_rule(text)
        if rule:
            found = f"{rule.found}: {quoted(text)}"
            yield Fault(DESCRIPTOR, 0, name, found, rule.expected, rule.mended(text))
    for table in tables.values():
        for column in table.spec.texts:
            if table.has(column):
                yield from _column_faults(table.spec.file, table.frame[column])


def _column_faults(file: str, cells: pd.Series) -> Iterator[Fault]:
    filled = cells.dropna().astype(object)
    broken = {text: rule for text in filled.unique() if (rule := broken_rule(text))}
    for line, text in filled[filled.isin(broken.keys())].items():
        rule = broken[text]
        found = f"{rule.found}: {quoted(text)}"
        yield Fault(file, int(str(line)), str(cells.name), found, rule.expected, rule.mended(text))
