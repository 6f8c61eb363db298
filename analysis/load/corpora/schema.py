"""What the code relies on in a data package: the fields of each table, and measures of the vocabulary."""

from collections.abc import Iterator
from typing import Any

from analysis.errors import Fault, nearest
from analysis.model.frames import FIELDS, Column
from analysis.model.measures import MEASURES

DESCRIPTOR = "datapackage.json"


def schema_faults(table: str, schema: dict[str, Any]) -> Iterator[Fault]:
    """Every field that a table lacks or lets in what the code does not know, and every measure and unit of
    `claims` that is not in the vocabulary.

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
    if table == "claims" and "measure" in fields:
        yield from _measure_faults(f"{where}.measure", fields["measure"])


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


def _measure_faults(where: str, field: dict[str, Any]) -> Iterator[Fault]:
    """What the corpus allows as a measure is in the vocabulary, with units that the vocabulary has for it."""
    units = field.get("units")
    if not isinstance(units, dict):
        yield Fault(DESCRIPTOR, 0, f"{where}.units", repr(units), "the units of each measure")
        return
    allowed = field.get("constraints", {}).get("enum", ())
    for name in dict.fromkeys([*allowed, *units]):
        place = f"{where}.units.{name}"
        if name not in MEASURES:
            expected = "a measure of the vocabulary"
            yield Fault(DESCRIPTOR, 0, place, repr(name), expected, nearest(str(name), MEASURES))
        elif name not in units:
            yield Fault(DESCRIPTOR, 0, place, "nothing", f"a list of units: {_listed(name)}")
        elif not isinstance(units[name], list) or bool(units[name]) != bool(MEASURES[name].units):
            yield Fault(DESCRIPTOR, 0, place, repr(units[name]), f"a list of units: {_listed(name)}")
        else:
            for unit in units[name]:
                if unit not in MEASURES[name].units:
                    near = nearest(str(unit), MEASURES[name].units)
                    yield Fault(DESCRIPTOR, 0, place, repr(unit), f"a unit of {name}: {_listed(name)}", near)


def _listed(measure: str) -> str:
    return ", ".join(MEASURES[measure].units) or "none, as it counts nothing"
