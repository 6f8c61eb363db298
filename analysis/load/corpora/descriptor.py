"""The text of `datapackage.json` as plain values: an object of JSON in which nothing is ambiguous."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from analysis.errors import Fault, nearest
from analysis.load.corpora.files import content_of
from analysis.load.corpora.quoting import quoted

DESCRIPTOR = "datapackage.json"

LARGEST = 1_000_000
"""Bytes of the largest data package that is read, about twenty times that of a corpus with every table."""

DEEPEST = 30
"""How many objects and lists may lie in each other; a data package has nine."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 20


class _AmbiguousError(ValueError):
    """JSON that readers read differently, so that one would check what another does not see."""


def descriptor_of(folder: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The content of `datapackage.json` in `folder`, None where there is none to read, and why not.

    Keys are there once, numbers are finite, and every text can be written as UTF-8.
    """
    if folder.is_file():
        return None, [Fault(str(folder), 0, "", "a file", "the folder of a corpus", str(folder.parent))]
    if not folder.is_dir():
        siblings = [entry.name for entry in folder.parent.iterdir()] if folder.parent.is_dir() else []
        expected = f"a folder with {DESCRIPTOR} and its tables"
        return None, [Fault(str(folder), 0, "", "no such folder", expected, nearest(folder.name, siblings))]
    content, faults = content_of(folder, DESCRIPTOR, LARGEST)
    if content is None and not faults:
        alike = nearest(DESCRIPTOR, [entry.name for entry in folder.iterdir()])
        return None, [Fault(DESCRIPTOR, 0, "", "no such file", "the data package of the corpus", alike)]
    return (None, faults) if content is None else _object(content)


def _object(content: bytes) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The object that the text holds, None where it holds none, and why not."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        found = f"byte 0x{cause.object[cause.start]:02X}, which is no UTF-8"
        return None, [Fault(DESCRIPTOR, line, "", found, "JSON in UTF-8")]
    try:
        descriptor = json.loads(
            text, object_pairs_hook=_once, parse_constant=_endless, parse_int=_whole, parse_float=_finite
        )
    except _AmbiguousError as cause:
        return None, [Fault(DESCRIPTOR, 0, "", str(cause), "JSON as its standard has it")]
    except (json.JSONDecodeError, RecursionError) as cause:
        line, note = getattr(cause, "lineno", 0), getattr(cause, "msg", "nested too deeply")
        return None, [Fault(DESCRIPTOR, line, "", f"no JSON: {note}", "a JSON object")]
    if not isinstance(descriptor, dict):
        return None, [Fault(DESCRIPTOR, 1, "", f"a JSON {type(descriptor).__name__}", "a JSON object")]
    if _depth(descriptor) > DEEPEST:
        expected = f"at most {DEEPEST} objects and lists in each other"
        return None, [Fault(DESCRIPTOR, 0, "", "JSON nested too deeply", expected)]
    return descriptor, []


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these keys and values."""
    found = dict(pairs)
    if len(found) < len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise _AmbiguousError(f"the key {quoted(twice)} twice in one object")
    if any(_SURROGATE.search(text) for pair in pairs for text in _texts(pair)):
        raise _AmbiguousError("half of a character, written with \\u")
    return found


def _texts(values: Iterable[Any]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _texts(value)


def _endless(name: str) -> NoReturn:
    raise _AmbiguousError(f"{name}, which is no number of JSON")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _AmbiguousError(f"a number of {len(digits)} digits")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise _AmbiguousError(f"{quoted(digits)}, a number beyond what is read")
    return number


def _depth(value: Any) -> int:
    """How many objects and lists lie in each other."""
    deepest, layer = 0, [value]
    while layer:
        deepest += 1
        inner = [list(one.values()) if isinstance(one, dict) else one for one in layer]
        layer = [item for one in inner for item in one if isinstance(item, dict | list)]
    return deepest
