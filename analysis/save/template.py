"""An empty corpus to begin with: its data package, tables with headings alone, codebook and guide."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from analysis.errors import CorpusError, SitrepError
from analysis.load import check
from analysis.load.corpora.csv import read_table
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.package import read_package
from analysis.save.codebook import write_codebook

GUIDE = "guide.md"
"""The guide that goes along, as it lies in this package."""

OWN = {
    "version": "0.1.0",
    "keywords": ["armed conflict", "claims"],
    "description": "What reports say of a conflict, claim by claim: who said it, where, in which words.",
}
"""What a new data package says of itself until somebody says it better."""

EXAMPLES = {("actors", "ucdp_id"): "118", ("actors", "acled_name"): "Military Forces of Syria (2000-2024)"}
"""Examples of columns that the pattern leaves empty, as its parties are made up."""

CITED = "Terms under which the report itself may be used; its text is not part of this corpus."


def init(folder: Path, title: str, pattern: Path) -> Path:
    """Make the folder of an empty corpus, which has no faults, and return it.

    Its tables, fields and allowed values are those of the corpus in `pattern`, whose first cells become the
    examples of the codebook. Raises SitrepError where something stands in the folder already, CorpusError
    where the title is none for a corpus, OSError where nothing can be written; nothing is written then.
    """
    given, folder = folder, folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise SitrepError(f"{given}: found a file; expected a new name, or an empty folder")
    if folder.exists() and any(folder.iterdir()):
        first = min(one.name for one in folder.iterdir())
        raise SitrepError(f"{given}: found {first!r} in it; expected a new name, or an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sitrep-", dir=folder.parent) as room:
        new = Path(room) / folder.name
        new.mkdir()
        _write(new, title, pattern)
        faults = check(new)
        if faults:
            raise CorpusError(str(given), faults)
        write_codebook(new)
        if not folder.exists():
            os.replace(new, folder)
        for made in new.glob("*"):  # a folder that is there stays itself: somebody may work in it
            os.replace(made, folder / made.name)
    return given


def _write(folder: Path, title: str, pattern: Path) -> None:
    """The data package, its tables without rows, and the guide."""
    spoken = folder.name.lstrip("=+-@ ") or "corpus"
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in spoken.lower())
    package = json.loads((pattern / DESCRIPTOR).read_text("utf-8"))
    made = {**package, **OWN, "name": name.strip("-") or "corpus", "title": title or spoken}
    made["resources"] = [_resource(one, pattern) for one in package["resources"]]
    text = json.dumps(made, indent=2, ensure_ascii=False) + "\n"
    (folder / DESCRIPTOR).write_text(text, "utf-8")
    for one in made["resources"]:
        header = ",".join(field["name"] for field in one["schema"]["fields"])
        (folder / one["path"]).write_text(f"{header}\n", "utf-8")
    (folder / "GUIDE.md").write_text(Path(__file__).with_name(GUIDE).read_text("utf-8"), "utf-8")


def _resource(resource: dict[str, Any], pattern: Path) -> dict[str, Any]:
    """A table of the new package, each field with an example."""
    package, _ = read_package(pattern)
    spec = package.tables.get(resource["name"]) if package is not None else None
    frame = read_table(pattern, spec)[0].frame if spec is not None else None
    fields = []
    for field in resource["schema"]["fields"]:
        one = dict(field)
        filled = frame[field["name"]].dropna() if frame is not None and field["name"] in frame else []
        example = next(iter(filled), EXAMPLES.get((resource["name"], field["name"])))
        if example is not None:
            one["example"] = str(example)
        if resource["name"] == "sources" and field["name"] == "licence":
            one["description"] = CITED
        fields.append(one)
    return {**resource, "schema": {**resource["schema"], "fields": fields}}
