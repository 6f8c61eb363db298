"""What the code relies on in a data package: the fields of each table."""

from collections.abc import Iterator
from typing import Any

from analysis.errors import Fault, nearest
from analysis.model.frames import FIELDS, Column

DESCRIPTOR = "datapackage.json"


def schema_faults(table: str, schema: dict[str, Any]) -> Iterator[Fault]:
    """Every field that a table lacks, or that lets in what the code does not know.

    `schema` is a valid Table Schema with fields.
    """
    where = f"resources.{table}.schema.fields"
    fields = {field["name"]: field for field in schema["fields"]}
    known = [column.name for column in FIELDS[table]]
    wanted = [column.name for column in FIELDS[table] if column.required]
    spare = [name for name in fields if name not in known]
    for name in (name for name in wanted if name not in fields):
        hint = nearest(name, spare)
        yield Fault(DESCRIPTOR, 0, f"{where}.{name}", "no such field", f"a field {name}", hint)
    for column in FIELDS[table]:
        if column.name in fields:
            yield from _promise_faults(f"{where}.{column.name}", column, fields[column.name])


def way_in(table: str, column: str) -> str:
    """How a corpus that lacks a value gets it, to be put behind those it has; empty where the list is closed.

    >>> way_in("events", "kind"), way_in("claims", "stance")
    (', or add it to datapackage.json, events.kind.enum', '')
    """
    closed = any(known.name == column and known.values for known in FIELDS[table])
    return "" if closed else f", or add it to {DESCRIPTOR}, {table}.{column}.enum"


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
