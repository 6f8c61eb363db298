"""The content of `datapackage.json`, as it is written."""

from pathlib import Path
from typing import Any

from analysis.errors import Fault, nearest
from analysis.load.packages.files import content_of
from analysis.load.packages.objects import object_of

DESCRIPTOR = "datapackage.json"

LARGEST = 1_000_000
"""Bytes of the largest data package that is read, about twenty times that of a corpus with every table."""


def descriptor_of(folder: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The content of `datapackage.json` in `folder`, None where there is none to read, and why not."""
    missing = _no_folder(folder)
    if missing:
        return None, [missing]
    content, faults = content_of(folder, DESCRIPTOR, LARGEST)
    if content is None and not faults:
        alike = nearest(DESCRIPTOR, [entry.name for entry in folder.iterdir()])
        return None, [Fault(DESCRIPTOR, 0, "", "no such file", "the data package of the corpus", alike)]
    return (None, faults) if content is None else object_of(content, DESCRIPTOR, "a JSON object")


def _no_folder(folder: Path) -> Fault | None:
    """What is wrong with the folder itself, None where it is one."""
    expected = f"a folder with {DESCRIPTOR} and its tables"
    try:
        if folder.is_file():
            return Fault(str(folder), 0, "", "a file", "the folder of a corpus", str(folder.parent))
        if folder.is_dir():
            return None
        siblings = [entry.name for entry in folder.parent.iterdir()] if folder.parent.is_dir() else []
    except OSError as cause:
        return Fault(str(folder), 0, "", f"no folder that can be read: {cause.strerror}", expected)
    return Fault(str(folder), 0, "", "no such folder", expected, nearest(folder.name, siblings))
