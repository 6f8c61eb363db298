"""What the code relies on in a data package: the fields of each table, what they are and what they let in."""

import json
from collections.abc import Iterator
from typing import Any

from analysis.errors import Fault, nearest
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.patterns import Pattern
from analysis.load.packages.shapes import CONSTRAINTS, shown, under
from analysis.model.frames import DATES, FIELDS, WHOLE, Column

EDTF = "http://id.loc.gov/datatypes/edtf"
"""The `rdfType` by which a field of the data package says that it holds EDTF dates."""

TYPES = ("string", "number", "integer", "boolean", "date", "year")
"""The types of columns that a corpus has for itself; those of the model are text or numbers."""

NUMBERS = ("number", "integer")

ALTERED = {
    "decimalChar": "numbers with a decimal point",
    "groupChar": "numbers without separators",
    "bareNumber": "numbers without words",
    "trueValues": "true and false",
    "falseValues": "true and false",
    "missingValues": "an empty cell where a value is missing",
}
"""Properties of a field by which a cell would mean something else than it does here, and what is read."""


def schema_faults(table: str, schema: dict[str, Any]) -> Iterator[Fault]:
    """Every field that a table lacks, that is of another type, or that lets in what the code does not know.

    `schema` is of the shape of a Table Schema with fields; `table` is one of the model.
    """
    where = f"resources.{table}.schema"
    fields = {field["name"]: field for field in schema["fields"]}
    columns = {column.name: column for column in FIELDS[table]}
    spare = [name for name in fields if name not in columns]
    for name in (column.name for column in FIELDS[table] if column.required):
        if name not in fields:
            hint = nearest(name, spare)
            yield Fault(DESCRIPTOR, 0, f"{where}.fields.{name}", "no such field", f"a field {name}", hint)
    if schema.get("missingValues", [""]) != [""]:
        found = shown(json.dumps(schema["missingValues"], ensure_ascii=False))
        expected = "only the empty text: a value is missing where a cell is empty"
        yield Fault(DESCRIPTOR, 0, f"{where}.missingValues", found, expected, '[""]')
    for name, field in fields.items():
        place = under(f"{where}.fields", name)
        yield from _field_faults(place, field)
        if name in columns:
            yield from _type_faults(place, columns[name], field, table)
            yield from _promise_faults(place, columns[name], field)
        elif field.get("type", "string") not in TYPES:
            hint = nearest(field["type"], TYPES)
            yield Fault(
                DESCRIPTOR, 0, f"{place}.type", shown(field["type"]), f"one of {', '.join(TYPES)}", hint
            )


def way_in(table: str, column: str) -> str:
    """How a corpus that lacks a value gets it, to be put behind those it has; empty where the list is closed.

    >>> way_in("events", "kind"), way_in("claims", "stance")
    (', or add it to datapackage.json, events.kind.enum', '')
    """
    closed = any(known.name == column and known.values for known in FIELDS[table])
    return "" if closed else f", or add it to {DESCRIPTOR}, {table}.{column}.enum"


def _field_faults(where: str, field: dict[str, Any]) -> Iterator[Fault]:
    """What no field may ask for, whether it is of the model or the corpus' own."""
    if field.get("format", "default") != "default":
        yield Fault(
            DESCRIPTOR, 0, f"{where}.format", shown(field["format"]), "default, or no format", "default"
        )
    for key, read in ALTERED.items():
        if key in field:
            yield Fault(DESCRIPTOR, 0, f"{where}.{key}", shown(field[key]), f"no such property: {read}")
    limits, kind = field.get("constraints", {}), field.get("type", "string")
    for key in (key for key in limits if key not in CONSTRAINTS.properties):
        place, known = under(f"{where}.constraints", key), ", ".join(CONSTRAINTS.properties)
        hint = nearest(key, CONSTRAINTS.properties)
        yield Fault(DESCRIPTOR, 0, place, "a constraint that is not checked", f"one of {known}", hint)
    if "enum" in limits and not limits["enum"]:
        yield Fault(
            DESCRIPTOR, 0, f"{where}.constraints.enum", "an empty list", "the values that are allowed"
        )
    if kind == "string":
        for value in limits.get("enum", ()):
            if not isinstance(value, str):
                expected = "text, as the field holds text"
                yield Fault(DESCRIPTOR, 0, f"{where}.constraints.enum", shown(value), expected, f'"{value}"')
    elif "enum" in limits:
        yield Fault(DESCRIPTOR, 0, f"{where}.constraints.enum", "a list", f"none for the type {kind}")
    if kind not in NUMBERS:
        for key in ("minimum", "maximum"):
            if key in limits:
                found, expected = shown(limits[key]), f"none for the type {shown(kind)}"
                yield Fault(DESCRIPTOR, 0, f"{where}.constraints.{key}", found, expected)
    elif kind == "integer":
        for key in ("minimum", "maximum"):
            if limits.get(key, 0) != int(limits.get(key, 0)):
                place = f"{where}.constraints.{key}"
                yield Fault(
                    DESCRIPTOR, 0, place, shown(limits[key]), "a whole number, as the field holds them"
                )
    yield from _pattern_faults(where, limits)


def _pattern_faults(where: str, limits: dict[str, Any]) -> Iterator[Fault]:
    try:
        Pattern(limits.get("pattern", ""))
    except ValueError as reason:
        found = f"{shown(limits['pattern'])}: {reason}"
        expected = "a regular expression without look-around and back-references, of a moderate size"
        yield Fault(DESCRIPTOR, 0, f"{where}.constraints.pattern", found, expected)


def _type_faults(where: str, column: Column, field: dict[str, Any], table: str) -> Iterator[Fault]:
    """Numbers declared as text or text as numbers, other units, and dates that are said to be no EDTF."""
    kind, number = field.get("type", "string"), column.kind == "float64"
    allowed = NUMBERS if number else ("string",)
    if number and column.name in WHOLE.get(table, ()):
        allowed = ("integer",)
    if kind not in allowed:
        found = shown(kind) if "type" in field else "no type, which is text"
        yield Fault(DESCRIPTOR, 0, f"{where}.type", found, " or ".join(allowed), allowed[0])
    unit = column.unit.strip("`")
    if number and field.get("unit", unit) != unit:
        yield Fault(DESCRIPTOR, 0, f"{where}.unit", shown(field["unit"]), f"{unit}, or no unit", unit)
    meant = field.get("rdfType", EDTF)
    if column.name in DATES.get(table, {}) and meant != EDTF:
        yield Fault(DESCRIPTOR, 0, f"{where}.rdfType", shown(meant), f"{EDTF}, as it holds dates", EDTF)
    if number and field.get("rdfType") == EDTF:
        yield Fault(DESCRIPTOR, 0, f"{where}.rdfType", shown(EDTF), "none of dates, as it holds numbers")


def _promise_faults(where: str, column: Column, field: dict[str, Any]) -> Iterator[Fault]:
    """What the package lets into a column that the code promises to be filled or to hold one of a few."""
    limits = field.get("constraints", {})
    if column.required and not limits.get("required"):
        place = f"{where}.constraints.required"
        yield Fault(DESCRIPTOR, 0, place, repr(limits.get("required")), "true: no cell may be empty", "true")
    if column.values and not isinstance(limits.get("enum"), list):
        expected = f"a list of {', '.join(column.values)}"
        yield Fault(DESCRIPTOR, 0, f"{where}.constraints.enum", repr(limits.get("enum")), expected)
    elif column.values:
        for value in limits["enum"]:
            if value not in column.values:
                expected, hint = f"one of {', '.join(column.values)}", nearest(str(value), column.values)
                yield Fault(DESCRIPTOR, 0, f"{where}.constraints.enum", repr(value), expected, hint)
