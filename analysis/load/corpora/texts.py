"""What no cell of text may hold: formulas, markup, characters that cannot be seen, numbers without end."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quoting import UNSEEN, quoted


@dataclass(frozen=True)
class TextRule:
    """What a cell must not look like, in words, and what it would be without it."""

    pattern: re.Pattern[str]
    found: str
    expected: str
    mended: Callable[[str], str]


_RULES = (
    TextRule(
        re.compile(f"[{UNSEEN}]"),
        "a character that cannot be seen",
        "text without control, direction or replacement characters",
        lambda text: re.sub(f"[{UNSEEN}]", "", text),
    ),
    TextRule(
        re.compile(r"\A\s*[=+@\t\r-]"),
        "a formula, as a spreadsheet would read it",
        "text that does not begin with = + - @ or a tab",
        lambda text: text.lstrip("=+-@\t\r\n "),
    ),
    TextRule(
        re.compile(r"<[A-Za-z!/?]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+\d*);"),
        "markup",
        "plain text",
        lambda text: html.unescape(re.sub(r"<[A-Za-z!/?][^>]*>?", "", text)).strip(),
    ),
    TextRule(re.compile(r"\A\s|\s\Z"), "blanks around the text", "text without blanks around it", str.strip),
)
"""In this order; a cell is reported for the first rule that it breaks."""

_ENDLESS = TextRule(
    re.compile(r"(?i)\A\s*[+-]?s?(?:q?nan\d*|inf|infinity)\s*\Z"),
    "no finite number",
    "a number, or an empty cell where it is unknown",
    lambda _: "",
)


def text_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every cell that could act as a formula or markup, hides characters, or holds a number without end.

    A spreadsheet runs a cell that begins with `=`, a page runs markup, and a direction mark makes a name read
    as another: data stay data only if none of them gets in.
    """
    for table in tables.values():
        for column in table.frame.columns:
            rules = _RULES if column in table.spec.texts else (_ENDLESS,)
            yield from _column_faults(table.spec.file, table.frame[column], rules)


def _column_faults(file: str, cells: pd.Series, rules: Iterable[TextRule]) -> Iterator[Fault]:
    filled = cells.dropna().astype(object)
    broken = {text: rule for text in filled.unique() if (rule := _first_broken(text, rules))}
    if broken:
        for line, text in filled[filled.isin(broken.keys())].items():
            rule = broken[text]
            found = f"{rule.found}: {quoted(text)}"
            yield Fault(file, int(str(line)), str(cells.name), found, rule.expected, rule.mended(text))


def _first_broken(text: str, rules: Iterable[TextRule]) -> TextRule | None:
    for rule in rules:
        if rule.pattern.search(text):
            return rule
    return None


def without_endless(tables: Mapping[str, TextTable]) -> dict[str, TextTable]:
    """The tables with `nan` and `inf` emptied, which Table Schema takes for numbers but cannot compare."""
    return {name: TextTable(table.spec, _finite(table), table.complete) for name, table in tables.items()}


def _finite(table: TextTable) -> pd.DataFrame:
    frame = table.frame.copy()
    for column in table.spec.numbers:
        if table.has(column):
            endless = [
                isinstance(cell, str) and bool(_ENDLESS.pattern.search(cell)) for cell in frame[column]
            ]
            frame[column] = frame[column].mask(np.array(endless, dtype=bool))
    return frame
