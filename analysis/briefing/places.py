"""Places: folders of the machine, as what a notebook shows says them, and what is published instead."""

import html
import json
import os
import re
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from analysis.briefing.kernels import HOME
from analysis.messages import say

SOMEWHERE = "…"
"""What stands for a folder whose name tells a reader nothing."""

_CELL_FILE = re.compile(r"(?:\\?/|~)[^\s\"'<>()\x1b:]*\bipykernel_\d+\\?/\d+\.py\b")

_BEFORE = r"(\x1b\[[\d;]*m|\\[nrt]|(?<![\w.~-])(?<![^:/]/))"
"""What may stand before a path: nothing that makes it the rest of a longer one.

Colours of a terminal and line ends as a program writes them end in a letter, and are put back.
"""

_AFTER = r"(?![\w-])(?!\.\w)"

_BINARY = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")


def places_of(workplace: Path, *others: Path) -> dict[str, str]:
    """What to write instead of the folders that a run in this one may name, by their paths.

    The folder itself is `.`, the user's `~`, that of packages `…/site-packages`; `others` are further
    ones that the run made. A folder at the top of the file system is too common a word to be one.
    """
    paths = sysconfig.get_paths()
    told = dict.fromkeys((*others, Path.cwd(), HOME, Path(sys.prefix), *map(Path, sys.path)), SOMEWHERE)
    told |= {Path(paths[name]): f"{SOMEWHERE}/{Path(paths[name]).name}" for name in ("stdlib", "platstdlib")}
    told |= {Path(paths[name]): f"{SOMEWHERE}/site-packages" for name in ("purelib", "platlib")}
    told |= {workplace.absolute().parent: "..", workplace.absolute(): "."}
    told = {path: word for path, word in told.items() if len(path.parts) > 2}
    home, temporary = Path(os.path.expanduser("~")), Path(tempfile.gettempdir())
    told = {home: "~", temporary: f"{SOMEWHERE}/temporary"} | told
    told = {path.resolve(): word for path, word in told.items()} | told
    return {str(path): word for path, word in told.items() if path.is_absolute() and len(path.parts) > 1}


def without_places(book: Any, places: Mapping[str, str]) -> None:
    """Take the places out of all that the cells of an executed notebook show, and out of its metadata.

    What an author wrote, code and text, stays as it is.
    """
    spelt = dict(_spelt(places))
    book["metadata"] = _hidden(book["metadata"], spelt)
    for cell in book["cells"]:
        cell["metadata"] = _hidden(cell["metadata"], spelt)
        for output in cell.get("outputs", ()):
            output.update(_hidden(output, spelt))


def hidden(text: str, places: Mapping[str, str]) -> str:
    """The text with other words for these places, however they are spelt in it."""
    return _without(text, dict(_spelt(places)))


def _hidden(value: Any, spelt: Mapping[str, str]) -> Any:
    """The same JSON with other words for places; what is no text, a picture as base64 too, stays."""
    if isinstance(value, str):
        return _without(value, spelt)
    if isinstance(value, list):
        return [_hidden(part, spelt) for part in value]
    if isinstance(value, dict):
        changed = {
            _without(name, spelt): part if name in _BINARY else _hidden(part, spelt)
            for name, part in value.items()
        }
        return type(value)(changed)
    return value


def _without(text: str, spelt: Mapping[str, str]) -> str:
    if "ipykernel_" in text:
        text = _CELL_FILE.sub(say("place-of-cell"), text)
    there = sorted((form for form in spelt if form in text), key=len, reverse=True)
    if not there:
        return text
    pattern = f"{_BEFORE}({'|'.join(map(re.escape, there))}){_AFTER}"
    return re.sub(pattern, lambda match: f"{match[1]}{spelt[match[2]]}", text)


def _spelt(places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each place in all its spellings: whole, from the user's folder, in HTML, JSON, Python and addresses."""
    home = os.path.expanduser("~")
    for path, word in places.items():
        forms = {path, f"~{path.removeprefix(home)}" if path.startswith(f"{home}/") else path}
        for form in forms:
            spellings = {
                form,
                html.escape(form),
                json.dumps(form)[1:-1],
                repr(form)[1:-1],
                _quoted(form, "/"),
            }
            yield from ((spelling, word) for spelling in spellings)
            yield from ((spelling.replace("/", r"\/"), word) for spelling in spellings)
            yield _quoted(form, "~"), word


def _quoted(path: str, kept: str) -> str:
    """The path as it stands in an address, a name that is no text too."""
    return quote(path, kept, errors="surrogateescape")
