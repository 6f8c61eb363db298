"""The keys of a data package: those that it declares, and those by which the code joins its tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.errors import Fault, nearest
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.shapes import under
from analysis.model.frames import POINTERS, TABLES

Schemas = Mapping[str, Mapping[str, Any]]


def key_faults(table: str, schemas: Schemas) -> Iterator[Fault]:
    """Keys of one table that name a field or table which is not there, and keys of the model that it lacks.

    `schemas` holds the Table Schema of every table of the package, by name and of the right shape.
    """
    schema = schemas[table]
    where = f"{under('resources', table)}.schema"
    yield from _primary_faults(table, schema, f"{where}.primaryKey")
    for key in schema.get("foreignKeys", ()):
        yield from _foreign_faults(table, key, schemas, f"{where}.foreignKeys")
    if table in TABLES:
        yield from _pointer_faults(table, schemas, f"{where}.foreignKeys")


def names_of(one_or_many: Any) -> tuple[str, ...]:
    """Table Schema allows a single name where it means a list of one."""
    return (one_or_many,) if isinstance(one_or_many, str) else tuple(one_or_many)


def pointers_of(table: str, schema: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """For each field that points elsewhere: the table and the field it points to."""
    return {
        field: (key["reference"].get("resource") or table, other)
        for key in schema.get("foreignKeys", ())
        for field, other in zip(names_of(key["fields"]), names_of(key["reference"]["fields"]), strict=False)
    }


def fields_of(schema: Mapping[str, Any]) -> list[str]:
    """The names of the fields, in order."""
    return [field["name"] for field in schema.get("fields", ())]


def _primary_faults(table: str, schema: Mapping[str, Any], where: str) -> Iterator[Fault]:
    """The primary key is of fields of the table, and names a row by no more than the model's key."""
    own, key = fields_of(schema), names_of(schema.get("primaryKey", ()))
    strange = [field for field in key if field not in own]
    for field in strange:
        yield Fault(DESCRIPTOR, 0, where, repr(field), "a field of the table", nearest(field, own))
    if table not in TABLES or strange:
        return
    wanted = TABLES[table].key
    if not key or not set(key) <= set(wanted):
        found = f"a key of {', '.join(map(repr, key))}" if key else "no key"
        yield Fault(DESCRIPTOR, 0, where, found, f"the key of the table, {', '.join(wanted)}")


def _foreign_faults(table: str, key: Mapping[str, Any], schemas: Schemas, where: str) -> Iterator[Fault]:
    """Pairs of fields, each of which is there."""
    target = key["reference"].get("resource") or table
    if target not in schemas:
        yield Fault(DESCRIPTOR, 0, where, repr(target), "a table of the package", nearest(target, schemas))
        return
    fields, others = names_of(key["fields"]), names_of(key["reference"]["fields"])
    if len(fields) != len(others) or not fields:
        found = f"{len(fields)} and {len(others)} fields"
        yield Fault(DESCRIPTOR, 0, where, found, "a field for each field")
        return
    own, theirs = fields_of(schemas[table]), fields_of(schemas[target])
    for field, have in [*((field, own) for field in fields), *((field, theirs) for field in others)]:
        if field not in have:
            yield Fault(DESCRIPTOR, 0, where, repr(field), "a field of its table", nearest(field, have))


def _pointer_faults(table: str, schemas: Schemas, where: str) -> Iterator[Fault]:
    """Columns by which the code joins that are declared as no key, or as the key of another table."""
    declared, own = pointers_of(table, schemas[table]), fields_of(schemas[table])
    for field, (target, column) in POINTERS.get(table, {}).items():
        expected = f"a key of {field} to {target}.{column}"
        known, other = declared.get(field, ("", ""))
        if field in own and field not in declared:
            yield Fault(DESCRIPTOR, 0, where, f"none of {field}", expected)
        elif known in schemas and other in fields_of(schemas[known]) and (known, other) != (target, column):
            yield Fault(DESCRIPTOR, 0, where, f"a key of {field} to {known}.{other}", expected)
