"""Values: what a parameter may be, read from the text that a command line gives."""

import ast
import csv
import json
import math
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from analysis.errors import nearest

Value = str | int | float | bool | list[Any] | tuple[Any, ...] | dict[str, Any] | None

Kind = tuple[Callable[[Any], bool], str]

LIST = 'a list of texts, such as ISIS,Russia or ["a, b", "c"]'
FIRST_YEAR, LAST_YEAR = 1700, 2260
"""The years in which days are read, as in `model.time`: those that a frame of days can hold."""

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_OTHERWISE = re.compile(r"([0-9]{4})[/. ]?([0-9]{2})(?:[/. ]?([0-9]{2}))?")
"""A day or month whose parts stand in their order, parted by other signs or by none."""

DATE = "a day, month or year, such as 2015-11-10, 2015-11 or 2015"


def read(kind: str, text: str, folder: Path) -> Value:
    """The text as a value of this type; ValueError says what was expected.

    A path is resolved against the working folder and comes back relative to `folder`.
    """
    readers: dict[str, Callable[[str], Value]] = {
        "str": str,
        "int": _integer,
        "float": _number,
        "bool": _flag,
        "list[str]": _texts,
        "date": _date,
        "path": lambda text: _path(text, folder),
        "any": _anything,
    }
    return readers[kind](text) if kind in readers else _literal(kind, text)


def misfit(kind: str, value: Value) -> str:
    """What would have been a value of this type, empty where `value` is one."""
    is_one, expected = TYPES[kind]
    return "" if is_one(value) else expected


def type_of(value: Value) -> str:
    """The type that a parameter has whose default is this value and which declares none."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "list[str]"
    return "any" if value is None else type(value).__name__


def is_plain(value: object) -> bool:
    """Whether the value can be handed on and published: text, numbers, and lists and tables of them."""
    if isinstance(value, str):
        return not re.search("[\ud800-\udfff]", value)
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_plain(key) and is_plain(part) for key, part in value.items())
    return value is None or isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_date(text: Any) -> bool:
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        return False
    try:
        day = date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return FIRST_YEAR <= day.year <= LAST_YEAR


TYPES: dict[str, Kind] = {
    "str": (lambda value: isinstance(value, str), "a text, such as ''"),
    "int": (lambda value: _is_number(value) and isinstance(value, int), "a whole number, such as 12"),
    "float": (_is_number, "a finite number, such as 0.5"),
    "bool": (lambda value: isinstance(value, bool), "True or False"),
    "list[str]": (
        lambda value: isinstance(value, list) and all(isinstance(part, str) for part in value),
        "a list of texts, such as []",
    ),
    "date": (lambda value: value == "" or _is_date(value), DATE),
    "path": (lambda value: isinstance(value, str), "a file or folder, such as ''"),
    "list": (lambda value: isinstance(value, list), "a list, such as [1, 2]"),
    "tuple": (lambda value: isinstance(value, tuple), "a tuple, such as (1, 2)"),
    "dict": (lambda value: isinstance(value, dict), 'a table, such as {"a": 1}'),
    "any": (lambda value: True, ""),
}
"""The types of parameters: what is one, and how one looks."""


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError("a whole number, such as 12") from None


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError("a number, such as 0.5") from None
    if not math.isfinite(value):
        raise ValueError("a finite number, such as 0.5")
    return value


def _flag(text: str) -> bool:
    flags = {"true": True, "yes": True, "false": False, "no": False}
    if text.casefold() not in flags:
        raise ValueError(f"true or false; nearest: {nearest(text, flags) or 'true'}")
    return flags[text.casefold()]


def _texts(text: str) -> list[str]:
    """Items between commas; one that holds a comma stands in double quotes, or all in a list.

    Such a list is written as in Python or JSON.
    """
    if text.strip().startswith("[") and text.strip().endswith("]"):
        found = _evaluated(text, LIST)
        if not isinstance(found, list) or misfit("list[str]", found):
            raise ValueError(LIST)
        return found
    try:
        parts = next(csv.reader([text], skipinitialspace=True, strict=True), [])
    except csv.Error:
        raise ValueError(LIST) from None
    return [part.strip() for part in parts if part.strip()]


def _literal(kind: str, text: str) -> Value:
    """A list, tuple or table as Python or JSON write it; a list for a tuple and the reverse are taken too."""
    expected = TYPES[kind][1]
    found = _evaluated(text, expected)
    if kind in ("list", "tuple") and isinstance(found, list | tuple):
        return list(found) if kind == "list" else tuple(found)
    if misfit(kind, found):
        raise ValueError(expected)
    return found


def _anything(text: str) -> Value:
    """A literal where the text is one, else the text: as papermill takes it."""
    try:
        found = _evaluated(text, "")
    except ValueError:
        return text
    return list(found) if isinstance(found, tuple) else found


def _evaluated(text: str, expected: str) -> Value:
    for reader in (json.loads, ast.literal_eval):
        try:
            value: Value = reader(text.strip())
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            continue
        if is_plain(value):
            return value
    raise ValueError(expected)


def _date(text: str) -> str:
    if text and not _is_date(text):
        parts = _OTHERWISE.fullmatch(text)
        guess = "-".join(filter(None, parts.groups())) if parts else ""
        hint = f"; nearest: {guess}" if _is_date(guess) else ""
        message = f"{DATE}{hint}"
        raise ValueError(message)
    return text


def _path(text: str, folder: Path) -> str:
    path = Path(text)
    if not text or not path.exists():
        siblings = [str(path.parent / entry.name) for entry in _entries(path.parent)]
        raise ValueError(f"a file or folder that exists; nearest: {nearest(text, siblings) or 'none'}")
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
