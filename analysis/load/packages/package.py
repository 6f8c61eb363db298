"""A corpus folder's `datapackage.json`: the one place where tables, fields, units and keys are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import frictionless

from analysis.errors import Fault, nearest
from analysis.load.packages.addresses import address_faults
from analysis.load.packages.descriptor import DESCRIPTOR, descriptor_of
from analysis.load.packages.dialects import Dialect, dialect_faults, dialect_of
from analysis.load.packages.keys import key_faults, names_of, pointers_of
from analysis.load.packages.quoting import quoted
from analysis.load.packages.schema import EDTF, schema_faults
from analysis.load.packages.shapes import reduced, shape_faults, under
from analysis.model.frames import DATES, FIELDS, OPTIONAL

VERSION = "2"
"""The version of the tables that is read: the columns of `model.frames.FIELDS`, and what they mean."""


@dataclass(frozen=True)
class TableSpec:
    """What the data package says of one table; `schema` is its Table Schema, as written."""

    name: str
    file: str
    schema: dict[str, Any]
    dialect: Dialect = field(default_factory=Dialect)

    @cached_property
    def fields(self) -> dict[str, dict[str, Any]]:
        """The fields by name, in the order of the data package."""
        return {field["name"]: field for field in self.schema["fields"]}

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The names of the fields that hold numbers."""
        return tuple(
            name for name, field in self.fields.items() if field.get("type") in ("number", "integer")
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The names of the fields that hold text: everything that is no number."""
        return tuple(name for name in self.fields if name not in self.numbers)

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The names of the fields that hold EDTF dates."""
        ours = DATES.get(self.name, {})
        return tuple(name for name, f in self.fields.items() if name in ours or f.get("rdfType") == EDTF)

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The names of the fields that no row may leave empty; a file need not have the others."""
        return tuple(name for name, f in self.fields.items() if f.get("constraints", {}).get("required"))

    @cached_property
    def primary_key(self) -> tuple[str, ...]:
        """The fields that together name a row."""
        return names_of(self.schema.get("primaryKey", ()))

    @cached_property
    def foreign_keys(self) -> dict[str, tuple[str, str]]:
        """For each field that points elsewhere: the table and the field it points to."""
        return pointers_of(self.name, self.schema)


@dataclass(frozen=True)
class Package:
    """The data package of one corpus: its names, its licence and its tables by name."""

    name: str
    title: str
    licence: str
    tables: dict[str, TableSpec]


def read_package(folder: Path) -> tuple[Package | None, list[Fault]]:
    """The data package in `folder` and every fault of `datapackage.json`; None where it cannot be used.

    A missing folder or file and text that is no JSON are faults like any other.
    """
    descriptor, faults = read_descriptor(folder)
    if descriptor is None or faults:
        return None, faults
    tables = {
        resource["name"]: TableSpec(
            resource["name"], resource["path"], resource["schema"], dialect_of(resource)
        )
        for resource in descriptor["resources"]
        if resource["name"] in FIELDS
    }
    licence = descriptor["licenses"][0]
    return Package(
        descriptor["name"], descriptor["title"], licence.get("name") or licence["path"], tables
    ), []


def read_descriptor(folder: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The content of `datapackage.json` in `folder`, None where there is none to read, and its faults.

    The package is not trusted: no address in it is fetched and no file opened, and Frictionless, which does
    both, sees it last, without faults and cut to what is known.
    """
    descriptor, faults = descriptor_of(folder)
    if descriptor is None:
        return None, faults
    return descriptor, (
        _version_faults(descriptor)
        or [*_missing(descriptor), *shape_faults(descriptor)]
        or [*address_faults(descriptor), *_licence_faults(descriptor), *_table_faults(descriptor)]
        or _metadata_faults(descriptor)
    )


def _version_faults(descriptor: dict[str, Any]) -> list[Fault]:
    """A corpus of another version is not read further: its columns may mean something else."""
    found = descriptor.get("sitrep_schema")
    if str(found) == VERSION:
        return []
    told = (
        "no version of the tables" if found is None else f"version {quoted(str(found))[1:-1]} of the tables"
    )
    expected = f"version {VERSION}, the one that is read here"
    return [Fault(DESCRIPTOR, 0, "sitrep_schema", told, expected, VERSION)]


def _missing(descriptor: dict[str, Any]) -> list[Fault]:
    """What no package can do without."""
    needed = {
        "name": "a short name of the corpus",
        "title": "a title of the corpus",
        "licenses": "the licence of the coded data",
        "resources": f"the tables {', '.join(FIELDS)}",
    }
    return [
        Fault(DESCRIPTOR, 0, key, "nothing", meaning, nearest(key, descriptor))
        for key, meaning in needed.items()
        if not descriptor.get(key) or (isinstance(descriptor[key], str) and not descriptor[key].strip())
    ]


def _licence_faults(descriptor: dict[str, Any]) -> list[Fault]:
    return [
        Fault(
            DESCRIPTOR, 0, f"licenses[{number}]", "neither name nor path", "a name or a path of the licence"
        )
        for number, licence in enumerate(descriptor["licenses"])
        if not licence.get("name") and not licence.get("path")
    ]


def _table_faults(descriptor: dict[str, Any]) -> Iterator[Fault]:
    """Tables that are missing, have no schema, or are not as the code needs them."""
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    schemas = {name: resource.get("schema", {}) for name, resource in resources.items()}
    spare = [name for name in resources if name not in FIELDS]
    for name in (name for name, resource in resources.items() if "path" not in resource):
        expected = "the name of one file within the folder"
        yield Fault(DESCRIPTOR, 0, under("resources", f"{name}.path"), "nothing", expected, f"{name}.csv")
    for name in FIELDS:
        if name not in resources:
            if name not in OPTIONAL:
                near = nearest(name, spare)
                yield Fault(DESCRIPTOR, 0, "resources", f"no table {name}", name, near)
            continue
        yield from dialect_faults(resources[name])
        if not schemas[name].get("fields"):
            found = "a schema without fields" if "schema" in resources[name] else "no schema"
            yield Fault(DESCRIPTOR, 0, f"resources.{name}.schema", found, "a Table Schema with fields")
        else:
            yield from schema_faults(name, schemas[name])
            yield from key_faults(name, schemas)


def _metadata_faults(descriptor: dict[str, Any]) -> list[Fault]:
    """What Frictionless asks of a package as a whole."""
    try:
        errors = frictionless.Package.validate_descriptor(reduced(descriptor)).flatten(["note"])
    except Exception as cause:  # noqa: BLE001 - Frictionless raises many kinds on what it does not foresee
        errors = [[str(cause)]]
    return [Fault(DESCRIPTOR, 0, "", note, "a Frictionless Data Package") for (note,) in errors]
