"""Types, allowed values and keys of the tables: Frictionless decides, we say it in the words of a Fault."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

import frictionless
import pandas as pd

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.patterns import Patience, Pattern
from analysis.load.packages.quoting import quoted
from analysis.load.packages.schema import way_in
from analysis.load.packages.shapes import under
from analysis.model.frames import FORMS
from analysis.model.meanings import meaning_of

_LIMITS = ("required", "enum", "minimum", "maximum", "minLength", "maxLength")
"""The constraints that Frictionless checks, cell by cell."""

HINTED = 100
"""How many wrong values of a column get a hint; where there are more, they have one cause."""

COMPARED = 100_000
"""How many keys are compared in spelling for the hints of one column: a quarter of a second."""


def constraint_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every cell that breaks its type, a constraint, a unique or primary key, or a foreign key.

    Columns that a file lacks are left out, as are keys into a table whose rows could not all be read: the one
    fault already found there would otherwise be repeated in each row that depends on it.
    """
    patience = Patience()
    for table in tables.values():
        if table.frame.empty:
            continue
        yield from _cell_faults(table, patience)
        yield from _key_faults(table)
        yield from _pointer_faults(table, tables)


def _cell_faults(table: TextTable, patience: Patience) -> Iterator[Fault]:
    """Cells, column by column. Frictionless sees each text once: it takes a minute for long tables.

    It sees no patterns, as it runs them with an engine that may never come back.
    """
    fields = [_unpatterned(table.spec.fields[column]) for column in table.frame.columns]
    schema = frictionless.Schema.from_descriptor({"fields": fields, "missingValues": [""]})
    for column in table.frame.columns:
        read = schema.get_field(column).create_cell_reader()
        cells = table.frame[column].astype(object).where(table.frame[column].notna(), "")
        notes = {text: found for text in cells.unique() if (found := read(text)[1])}
        said = {
            text: [_said(column, text, name, table, hinted=number < HINTED) for name in broken]
            for number, (text, broken) in enumerate(notes.items())
        }
        for line, text in cells[cells.isin(said.keys())].items() if said else ():
            for words in said[text]:
                yield table.fault(line, column, *words)
        yield from _form_faults(table, column, patience)


def _unpatterned(field: Mapping[str, Any]) -> dict[str, Any]:
    """The field as Frictionless is given it: its type, and what a cell may be but for its pattern."""
    limits = {key: limit for key, limit in field.get("constraints", {}).items() if key in _LIMITS}
    return {"name": field["name"], "type": field.get("type", "string"), "constraints": limits}


def _form_faults(table: TextTable, column: str, patience: Patience) -> Iterator[Fault]:
    """Cells that do not match the pattern of the package, or the form that the code relies on."""
    declared = table.spec.fields[column].get("constraints", {}).get("pattern")
    for text in filter(None, (declared, FORMS.get(table.spec.name, {}).get(column))):
        pattern, cells = Pattern(text), table.frame[column].dropna()
        if patience.over:
            return
        unmatched = patience.unmatched(pattern, cells.unique())
        if patience.over:
            where = under(f"resources.{table.spec.name}.schema.fields", column)
            place = f"{where}.constraints.pattern"
            found = f"{quoted(text)}, which takes too long with these cells"
            yield Fault(DESCRIPTOR, 0, place, found, "a pattern with fewer repetitions in each other")
            return
        near = {cell: _near(cell, pattern, patience) for cell in unmatched[:HINTED]}
        for line, cell in cells[cells.isin(unmatched)].items():
            yield table.fault(line, column, quoted(cell), f"text that matches {text}", near.get(cell, ""))


def _key_faults(table: TextTable) -> Iterator[Fault]:
    """Rows without a key, or with one that an earlier row has."""
    keys = [[name] for name, field in table.spec.fields.items() if field.get("constraints", {}).get("unique")]
    for columns in [list(table.spec.primary_key), *keys]:
        if not columns or not table.has(*columns):
            continue
        cells = table.frame[columns]
        empty = cells.isna().all(axis=1)
        if columns == list(table.spec.primary_key):
            for line in cells.index[empty]:
                yield table.fault(line, columns[0], "no key", "a key of its own")
        yield from _duplicates(table, cells[~empty])


def _duplicates(table: TextTable, cells: pd.DataFrame) -> Iterator[Fault]:
    """Rows whose key an earlier row has; a single key is offered with the lowest number that is free."""
    firsts: dict[tuple[str, ...], int] = {}
    taken = set(cells.iloc[:, 0])
    for line, *key in cells[cells.duplicated(keep=False)].itertuples(name=None):
        first = firsts.setdefault(tuple(key), line)
        if first == line:
            continue
        words, near = ", ".join(map(str, key)), "remove one of the two rows"
        if len(key) == 1:
            near = next(free for n in count(2) if (free := f"{words}-{n}") not in taken)
        found = f"{quoted(words)} again, first in row {first}"
        yield table.fault(line, ", ".join(cells.columns), found, "a key that no other row has", near)


def _pointer_faults(table: TextTable, tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Keys that do not stand in the table to which they point."""
    for field, (name, column) in table.spec.foreign_keys.items():
        if not _can_point(table, field, (name, column), tables):
            continue
        file, valid = tables[name].spec.file, tables[name].frame[column].dropna()
        if tables[name].frame.empty:
            expected = f"the rows to which {table.spec.file} points"
            yield Fault(file, 0, column, "a table without rows", expected)
            continue
        cells = table.frame[field].dropna()
        unknown = cells[~cells.isin(valid)]
        known = valid.unique().tolist()
        hinted = unknown.unique()[: min(HINTED, COMPARED // len(known))] if known else ()
        near = {cell: nearest(cell, known) for cell in hinted}
        for line, cell in unknown.items():
            expected = f"a key that stands in {file}"
            yield table.fault(line, field, f"unknown key {quoted(cell)}", expected, near.get(cell, ""))


def _can_point(
    table: TextTable, field: str, target: tuple[str, str], tables: Mapping[str, TextTable]
) -> bool:
    """Whether there is something to point with, and a table that was read whole to point into."""
    other = tables.get(target[0])
    if other is None or not table.has(field) or table.frame[field].isna().all():
        return False
    return other.complete and other.has(target[1])


def _said(column: str, cell: str, broken: str, table: TextTable, *, hinted: bool) -> tuple[str, str, str]:
    """What is found, expected and near of a cell of the wrong type, or one that breaks this constraint."""
    field = table.spec.fields[column]
    limit = field.get("constraints", {}).get(broken)
    expected, hint = _EXPECTATIONS.get(broken, _other)(cell, field, limit)
    found = "an empty cell" if broken == "required" else quoted(cell)
    if broken == "enum":
        meant = meaning_of(table.spec.name, column, cell, limit)
        expected += way_in(table.spec.name, column)
        hint = nearest(cell, map(str, limit)) if hinted and not meant else ""
        if meant:
            found, hint = f"{found}: {meant.reason}", meant.value
    return found, expected, hint


def _type(cell: str, field: dict[str, Any], _: Any) -> tuple[str, str]:
    digits = re.search(r"-?\d[\d, ]*(?:\.\d+)?", cell)
    name = {"integer": "a whole number", "number": "a number"}.get(field["type"], f"a {field['type']}")
    return f"{name} without words or separators", re.sub("[, ]", "", digits[0]) if digits else ""


def _required(_: str, field: dict[str, Any], __: Any) -> tuple[str, str]:
    allowed = field.get("constraints", {}).get("enum")
    return (
        f"one of {', '.join(map(str, allowed))}" if allowed else f"a value: {field.get('title', 'required')}"
    ), ""


def _enum(_: str, __: dict[str, Any], allowed: list[Any]) -> tuple[str, str]:
    return f"one of {', '.join(map(str, allowed))}", ""


def _near(cell: str, pattern: Pattern, patience: Patience) -> str:
    """Try what people usually mean: no blanks around, lower case, hyphens, a hash or a p before a number."""
    slug = re.sub(r"[^a-z0-9]+", "-", cell.casefold()).strip("-")
    digits = re.sub(r"\D", "", cell)
    tries = (cell.strip(), slug, cell.casefold().strip(), f"#{cell.strip('# ')}", f"p{digits}", digits)
    unmatched = patience.unmatched(pattern, tries)
    return "" if patience.over else next((text for text in tries if text not in unmatched), "")


def _bound(_: str, field: dict[str, Any], limit: Any) -> tuple[str, str]:
    limits = field.get("constraints", {})
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and high is not None:
        return f"{low} to {high}", str(limit)
    return (f"{low} or more" if low is not None else f"{high} or less"), str(limit)


def _length(cell: str, _: dict[str, Any], limit: int) -> tuple[str, str]:
    return f"at most {limit} characters; found {len(cell)}", cell[:limit]


def _other(_: str, field: dict[str, Any], limit: Any) -> tuple[str, str]:
    return f"{field.get('title', 'a value')} within its constraint {limit!r}", ""


_EXPECTATIONS: Mapping[str, Callable[[str, dict[str, Any], Any], tuple[str, str]]] = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "minimum": _bound,
    "maximum": _bound,
    "minLength": _other,
    "maxLength": _length,
}
