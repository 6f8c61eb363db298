"""Types, allowed values and keys of the tables: Frictionless decides, we say it in the words of a Fault."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import frictionless
import pandas as pd
from frictionless import errors
from frictionless.resources import TableResource

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quoting import quoted


def constraint_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every cell that breaks its type, a constraint, a unique or primary key, or a foreign key.

    Columns that a file lacks are left out, as are keys into a table whose rows could not all be read: the one
    fault already found there would otherwise be repeated in each row that depends on it.
    """
    for table in tables.values():
        if table.frame.empty:
            continue
        keys = {
            field: target
            for field, target in table.spec.foreign_keys.items()
            if _can_point(table, field, target, tables)
        }
        empty = {target for target in keys.values() if tables[target[0]].frame.empty}
        for name, field in sorted(empty):
            file = tables[name].spec.file
            yield Fault(file, 0, field, "a table without rows", f"the rows to which {table.spec.file} points")
        yield from _table_faults(table, {field: to for field, to in keys.items() if to not in empty}, tables)


def _can_point(
    table: TextTable, field: str, target: tuple[str, str], tables: Mapping[str, TextTable]
) -> bool:
    """Whether there is something to point with, and a table that was read whole to point into."""
    other = tables.get(target[0])
    if other is None or not table.has(field) or table.frame[field].isna().all():
        return False
    return other.complete and other.has(target[1])


def _table_faults(
    table: TextTable, keys: Mapping[str, tuple[str, str]], tables: Mapping[str, TextTable]
) -> Iterator[Fault]:
    lines = list(table.frame.index)
    with _resource(table, keys, tables) as resource:
        for row in resource.row_stream:
            for error in row.errors:
                yield from _faults(error, lines[row.row_number - 2], table, keys, tables)


def _resource(
    table: TextTable, keys: Mapping[str, tuple[str, str]], tables: Mapping[str, TextTable]
) -> TableResource:
    """The table for Frictionless, with only the key columns of the tables it points to.

    Frictionless reads a whole table again for every key into it; reduced to its key this costs little.
    """
    descriptor = _schema(table)
    descriptor["foreignKeys"] = [
        {"fields": [field], "reference": {"resource": name, "fields": [column]}}
        for field, (name, column) in keys.items()
    ]
    wanted: dict[str, set[str]] = {}
    for name, column in keys.values():
        wanted.setdefault(name, set()).add(column)
    resources = [
        _inline(
            name,
            tables[name].frame[sorted(columns)],
            {"fields": [{"name": c, "type": "any"} for c in columns]},
        )
        for name, columns in wanted.items()
        if name != table.spec.name
    ]
    own = _inline(table.spec.name, table.frame, descriptor)
    return frictionless.Package(resources=[own, *resources]).get_table_resource(table.spec.name)


def _schema(table: TextTable) -> dict[str, Any]:
    """The Table Schema of the columns that the file has, in the file's order."""
    fields = [
        {k: v for k, v in table.spec.fields[name].items() if k != "rdfType"} for name in table.frame.columns
    ]
    key = [name for name in table.spec.primary_key if table.has(name)]
    whole = len(key) == len(table.spec.primary_key)
    return {"fields": fields, "missingValues": [""], **({"primaryKey": key} if key and whole else {})}


def _inline(name: str, frame: pd.DataFrame, schema: dict[str, Any]) -> TableResource:
    schema["fields"] = sorted(schema["fields"], key=lambda field: list(frame.columns).index(field["name"]))
    cells = frame.astype(object).where(frame.notna(), "").to_numpy().tolist()
    return TableResource(
        name=name, data=[list(frame.columns), *cells], schema=frictionless.Schema.from_descriptor(schema)
    )


def _faults(
    error: frictionless.Error,
    line: int,
    table: TextTable,
    keys: Mapping[str, tuple[str, str]],
    tables: Mapping[str, TextTable],
) -> Iterator[Fault]:
    """One Frictionless error in our words."""
    file = table.spec.file
    if isinstance(error, errors.ForeignKeyError):
        for field, cell in zip(error.field_names, error.field_cells, strict=True):
            name, column = keys[field]
            valid = tables[name].frame[column].dropna()
            expected = f"a key that stands in {tables[name].spec.file}"
            yield Fault(file, line, field, f"unknown key {quoted(cell)}", expected, nearest(cell, valid))
    elif isinstance(error, errors.PrimaryKeyError):
        yield from _duplicate(list(table.spec.primary_key), line, table)
    elif isinstance(error, errors.UniqueError):
        yield from _duplicate([error.field_name], line, table)
    elif isinstance(error, errors.CellError):
        yield _cell_fault(error.field_name, error.cell, error.note, line, table)
    else:
        yield Fault(file, line, "", error.note or error.title, "a record that fits the table")


def _duplicate(columns: list[str], line: int, table: TextTable) -> Iterator[Fault]:
    cells = table.frame.loc[line, columns]
    if cells.isna().all():
        yield Fault(table.spec.file, line, columns[0], "no key", "a key of its own")
        return
    alike = (table.frame[columns] == cells).all(axis=1)
    first = table.frame.index[alike][0]
    words = ", ".join(str(cell) for cell in cells)
    found, expected = f"{quoted(words)} again, first in row {first}", "a key that no other row has"
    free = _free_key(words, table.frame[columns[0]]) if len(columns) == 1 else "remove one of the two rows"
    yield Fault(table.spec.file, line, ", ".join(columns), found, expected, free)


def _free_key(key: str, taken: Iterable[str]) -> str:
    """The key with the lowest number after it that is not taken."""
    used = set(taken)
    number = 2
    while f"{key}-{number}" in used:
        number += 1
    return f"{key}-{number}"


def _cell_fault(column: str, cell: str, note: str, line: int, table: TextTable) -> Fault:
    """A cell of the wrong type, or one that breaks a constraint named in Frictionless' note."""
    field = table.spec.fields[column]
    limits = field.get("constraints", {})
    broken = re.match(r'constraint "(\w+)"', note)
    kind = broken[1] if broken else "type"
    expected, hint = _EXPECTATIONS.get(kind, _other)(cell, field, limits.get(kind))
    found = "an empty cell" if kind == "required" else quoted(cell)
    return Fault(table.spec.file, line, column, found, expected, hint)


def _type(cell: str, field: dict[str, Any], _: Any) -> tuple[str, str]:
    digits = re.search(r"-?\d[\d, ]*(?:\.\d+)?", cell)
    name = {"integer": "a whole number", "number": "a number"}.get(field["type"], f"a {field['type']}")
    return f"{name} without words or separators", re.sub("[, ]", "", digits[0]) if digits else ""


def _required(_: str, field: dict[str, Any], __: Any) -> tuple[str, str]:
    allowed = field.get("constraints", {}).get("enum")
    return (
        f"one of {', '.join(map(str, allowed))}" if allowed else f"a value: {field.get('title', 'required')}"
    ), ""


def _enum(cell: str, _: dict[str, Any], allowed: list[Any]) -> tuple[str, str]:
    return f"one of {', '.join(map(str, allowed))}", nearest(cell, map(str, allowed))


def _pattern(cell: str, _: dict[str, Any], pattern: str) -> tuple[str, str]:
    """Try what people usually mean: no blanks around, lower case, hyphens, a hash or a p before a number."""
    slug = re.sub(r"[^a-z0-9]+", "-", cell.casefold()).strip("-")
    digits = re.sub(r"\D", "", cell)
    tries = (cell.strip(), slug, cell.casefold().strip(), f"#{cell.strip('# ')}", f"p{digits}", digits)
    return f"text that matches {pattern}", next((text for text in tries if re.fullmatch(pattern, text)), "")


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
    "pattern": _pattern,
    "minimum": _bound,
    "maximum": _bound,
    "maxLength": _length,
}
