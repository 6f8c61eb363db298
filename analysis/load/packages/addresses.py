"""What a data package may not do: lead out of its folder. Nothing is fetched, and no other file is opened."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from analysis.errors import Fault, nearest
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.shapes import shown, under

PROFILES = {
    "": ("data-package", "tabular-data-package"),
    "resource": ("data-resource", "tabular-data-resource"),
    "schema": ("table-schema",),
}
"""The profiles known by name, for a package, a table and its schema; any other would have to be fetched."""

ELSEWHERE = {
    "profiles": "no further profiles",
    "url": "path, with the name of a file",
    "data": "path: rows stand in a file of their own",
    "extrapaths": "one file for one table",
    "innerpath": "a file that is not packed",
    "compression": "a file that is not packed",
    "scheme": "path, with the name of a file",
    "control": "path, with the name of a file",
    "layout": "a dialect",
    "jsonschema": "schema, with the fields themselves",
}
"""Properties by which a package lets other things be read than the file in `path`, and what to write."""

_STANDARD = re.compile(r"https://datapackage\.org/profiles/[12]\.\d/[a-z]+\.json")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://[^\s<>\"]+")


def address_faults(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Every property of a package of the right shape by which something outside its folder would be read."""
    yield from _profile_faults(descriptor, "", PROFILES[""])
    for number, licence in enumerate(descriptor["licenses"]):
        path = licence.get("path", "")
        if path and not _WEB.fullmatch(path) and not is_within(path):
            place = f"licenses[{number}].path"
            yield Fault(
                DESCRIPTOR, 0, place, shown(path), "a web address, or the name of a file within the folder"
            )
    for resource in descriptor["resources"]:
        where = under("resources", resource["name"])
        yield from _profile_faults(resource, where, PROFILES["resource"])
        if "path" in resource and not is_within(resource["path"]):
            yield _path_fault(resource["name"], resource["path"], where)
        schema = resource.get("schema", {})
        yield from _profile_faults(schema, f"{where}.schema", PROFILES["schema"])


def is_within(path: str) -> bool:
    """Whether the path is that of a file within the folder, as it is written: links are followed later.

    >>> is_within("claims.csv"), is_within("a/../../claims.csv"), is_within("file:claims.csv")
    (True, False, False)
    """
    pure = PurePosixPath(path)
    leads = pure.is_absolute() or ".." in pure.parts or "\\" in path or bool(_SCHEME.match(path))
    return bool(pure.parts) and not leads and path == path.strip()


def _path_fault(name: str, path: str, where: str) -> Fault:
    expected = "the name of one file within the folder"
    return Fault(DESCRIPTOR, 0, f"{where}.path", shown(path), expected, f"{name}.csv")


def _profile_faults(holder: Mapping[str, Any], where: str, known: tuple[str, ...]) -> Iterator[Fault]:
    """Profiles that are not known by name, and properties that would have something else read."""
    profile = holder.get("profile")
    if profile is not None and profile not in known:
        expected = f"{' or '.join(known)}: nothing is fetched"
        near = nearest(profile, known) if isinstance(profile, str) else ""
        yield Fault(DESCRIPTOR, 0, under(where, "profile"), shown(profile), expected, near or known[-1])
    standard = holder.get("$schema")
    if standard is not None and not (isinstance(standard, str) and _STANDARD.fullmatch(standard)):
        expected = "a profile of datapackage.org, which is known by its address and not fetched, or none"
        yield Fault(DESCRIPTOR, 0, under(where, "$schema"), shown(standard), expected)
    for key, instead in ELSEWHERE.items():
        if key in holder:
            yield Fault(DESCRIPTOR, 0, under(where, key), shown(holder[key]), instead)
