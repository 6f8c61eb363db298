"""Objects of JSON in which nothing is ambiguous, so that what is checked is what everybody else reads."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

from analysis.errors import Fault
from analysis.load.packages.quoting import quoted

DEEPEST = 30
"""How many objects and lists may lie in each other; a data package has nine, an outline eight."""

LONGEST = 20
"""The most digits of a whole number."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class _AmbiguousError(ValueError):
    """JSON that readers read differently, or cannot write again."""


def object_of(content: bytes, file: str, expected: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The object of JSON that these bytes hold, None where they hold none, and why not.

    Keys are there once, numbers are finite, and every text can be written as UTF-8.
    """
    try:
        found = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_endless,
            parse_int=_whole,
            parse_float=_finite,
        )
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        byte = f"byte 0x{cause.object[cause.start]:02X}, which is no UTF-8"
        return None, [Fault(file, line, "", byte, f"{expected} in UTF-8")]
    except RecursionError:
        return None, [Fault(file, 0, "", "no JSON: nested too deeply", expected)]
    except json.JSONDecodeError as cause:
        return None, [Fault(file, cause.lineno, "", f"no JSON: {cause.msg}", expected)]
    except _AmbiguousError as cause:
        return None, [Fault(file, 0, "", f"no JSON: {cause}", expected)]
    if not isinstance(found, dict):
        return None, [Fault(file, 1, "", f"a JSON {type(found).__name__}", expected)]
    if _depth(found) > DEEPEST:
        return None, [Fault(file, 0, "", "JSON nested too deeply", f"at most {DEEPEST} levels")]
    return found, []


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
    if len(digits) > LONGEST:
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
