"""A corpus folder's `datapackage.json`: the one place where tables, fields, units and keys are written."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import frictionless

from analysis.errors import Fault, nearest
from analysis.load.corpora.schema import DESCRIPTOR, schema_faults
from analysis.model.frames import DATES, FIELDS, OPTIONAL

VERSION = "2"
"""The version of the tables that is read: the columns of `model.frames.FIELDS`, and what they mean."""

EDTF = "http://id.loc.gov/datatypes/edtf"
"""The `rdfType` by which a field of the data package says that it holds EDTF dates."""


@dataclass(frozen=True)
class TableSpec:
    """What the data package says of one table; `schema` is its Table Schema, as written."""

    name: str
    file: str
    schema: dict[str, Any]

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
        return _names(self.schema.get("primaryKey", ()))

    @cached_property
    def foreign_keys(self) -> dict[str, tuple[str, str]]:
        """For each field that points elsewhere: the table and the field it points to."""
        found = {}
        for key in self.schema.get("foreignKeys", ()):
            target = key["reference"]
            for field, other in zip(_names(key["fields"]), _names(target["fields"]), strict=True):
                found[field] = (target["resource"] or self.name, other)
        return found


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
        resource["name"]: TableSpec(resource["name"], resource["path"], resource["schema"])
        for resource in descriptor["resources"]
        if resource["name"] in FIELDS
    }
    licence = descriptor["licenses"][0]
    return Package(
        descriptor["name"], descriptor["title"], licence.get("name") or licence["path"], tables
    ), []


def read_descriptor(folder: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The content of `datapackage.json` in `folder`, None where there is none to read, and its faults."""
    descriptor, faults = _descriptor(folder)
    if descriptor is None:
        return None, faults
    return descriptor, _version_faults(descriptor) or _metadata_faults(descriptor) or _table_faults(
        descriptor
    )


def _descriptor(folder: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    path = folder / DESCRIPTOR
    if folder.is_file():
        return None, [Fault(str(folder), 0, "", "a file", "the folder of a corpus", str(folder.parent))]
    if not folder.is_dir():
        siblings = [entry.name for entry in folder.parent.iterdir()] if folder.parent.is_dir() else []
        expected = f"a folder with {DESCRIPTOR} and its tables"
        return None, [Fault(str(folder), 0, "", "no such folder", expected, nearest(folder.name, siblings))]
    if not path.is_file():
        alike = nearest(DESCRIPTOR, [entry.name for entry in folder.iterdir()])
        return None, [Fault(DESCRIPTOR, 0, "", "no such file", "the data package of the corpus", alike)]
    try:
        descriptor = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        found = f"byte 0x{cause.object[cause.start]:02X}, which is no UTF-8"
        return None, [Fault(DESCRIPTOR, line, "", found, "JSON in UTF-8")]
    except (json.JSONDecodeError, RecursionError) as cause:
        line, note = getattr(cause, "lineno", 0), getattr(cause, "msg", "nested too deeply")
        return None, [Fault(DESCRIPTOR, line, "", f"no JSON: {note}", "a JSON object")]
    if not isinstance(descriptor, dict):
        return None, [Fault(DESCRIPTOR, 1, "", f"a JSON {type(descriptor).__name__}", "a JSON object")]
    return descriptor, []


def _version_faults(descriptor: dict[str, Any]) -> list[Fault]:
    """A corpus of another version is not read further: its columns may mean something else."""
    found = descriptor.get("sitrep_schema")
    if str(found) == VERSION:
        return []
    told = "no version of the tables" if found is None else f"version {found!s} of the tables"
    expected = f"version {VERSION}, the one that is read here"
    return [Fault(DESCRIPTOR, 0, "sitrep_schema", told, expected, VERSION)]


def _metadata_faults(descriptor: dict[str, Any]) -> list[Fault]:
    """What Frictionless and we ask of the descriptor as a whole."""
    faults = [
        Fault(DESCRIPTOR, 0, key, "nothing", meaning, nearest(key, descriptor))
        for key, meaning in {
            "name": "a short name of the corpus",
            "title": "a title of the corpus",
            "licenses": "the licence of the coded data",
            "resources": f"the tables {', '.join(FIELDS)}",
        }.items()
        if not descriptor.get(key)
    ]
    if faults:
        return faults
    try:
        errors = frictionless.Package.validate_descriptor(descriptor).flatten(["note"])
    except Exception as cause:  # noqa: BLE001 - Frictionless raises many kinds on descriptors of the wrong shape
        errors = [[str(cause)]]
    return [Fault(DESCRIPTOR, 0, "", note, "a Frictionless Data Package") for (note,) in errors]


def _table_faults(descriptor: dict[str, Any]) -> list[Fault]:
    """Tables that are missing, have no schema, or whose path leads out of the folder."""
    resources = {resource.get("name", ""): resource for resource in descriptor["resources"]}
    faults = []
    for name in FIELDS:
        if name not in resources and name in OPTIONAL:
            continue
        if name not in resources:
            spare = [other for other in resources if other not in FIELDS]
            faults.append(Fault(DESCRIPTOR, 0, "resources", f"no table {name}", name, nearest(name, spare)))
            continue
        resource = resources[name]
        path = resource.get("path")
        if not isinstance(path, str) or not path or PurePosixPath(path).is_absolute() or ".." in path:
            expected = "the name of one file within the folder"
            faults.append(Fault(DESCRIPTOR, 0, f"resources.{name}.path", repr(path), expected, f"{name}.csv"))
        schema = resource.get("schema")
        if not isinstance(schema, dict) or not schema.get("fields"):
            found = "no schema" if schema is None else "a schema without fields"
            faults.append(
                Fault(DESCRIPTOR, 0, f"resources.{name}.schema", found, "a Table Schema with fields")
            )
            continue
        faults += [*schema_faults(name, schema), *_key_faults(name, schema, resources)]
    return faults


def _key_faults(name: str, schema: dict[str, Any], resources: dict[str, Any]) -> list[Fault]:
    """Keys that name a field or table which is not there."""
    where = f"resources.{name}.schema"
    own = [field["name"] for field in schema["fields"]]
    faults = [
        Fault(DESCRIPTOR, 0, f"{where}.primaryKey", repr(field), "a field of the table", nearest(field, own))
        for field in _names(schema.get("primaryKey", ()))
        if field not in own
    ]
    for key in schema.get("foreignKeys", ()):
        if not _is_foreign_key(key):
            expected = "fields, and a reference with resource and fields"
            faults.append(Fault(DESCRIPTOR, 0, f"{where}.foreignKeys", str(key), expected))
            continue
        table = key["reference"]["resource"] or name
        if table not in resources:
            hint = nearest(table, resources)
            faults.append(
                Fault(DESCRIPTOR, 0, f"{where}.foreignKeys", repr(table), "a table of the package", hint)
            )
            continue
        theirs = [field["name"] for field in resources[table].get("schema", {}).get("fields", ())]
        pairs = [(field, own) for field in _names(key["fields"])]
        pairs += [(field, theirs) for field in _names(key["reference"]["fields"])]
        faults += [
            Fault(
                DESCRIPTOR,
                0,
                f"{where}.foreignKeys",
                repr(field),
                "a field of its table",
                nearest(field, have),
            )
            for field, have in pairs
            if field not in have
        ]
    return faults


def _is_foreign_key(key: Any) -> bool:
    reference = key.get("reference") if isinstance(key, dict) else None
    return isinstance(reference, dict) and {"resource", "fields"} <= reference.keys() and "fields" in key


def _names(one_or_many: Any) -> tuple[str, ...]:
    """Table Schema allows a single name where it means a list of one."""
    if isinstance(one_or_many, str):
        return (one_or_many,)
    return tuple(map(str, one_or_many)) if isinstance(one_or_many, list | tuple) else ()
