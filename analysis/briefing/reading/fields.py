"""The fields of a JSON object, read one by one; what is malformed is refused by cell and field."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from analysis.briefing.document.characters import clean, shortened
from analysis.errors import RenderError, nearest

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")

T = TypeVar("T")


@contextmanager
def gathered(faults: list[str]) -> Iterator[None]:
    """Put the message of a RenderError into `faults`, so that what comes after can be read as well."""
    try:
        yield
    except RenderError as error:
        faults.append(str(error))


class Fields:
    """One JSON object: `place` names the cell it is in, `path` the way to it from there.

    `expected` says what it should be, in the words of the error where it is no object.
    """

    def __init__(self, record: Any, place: str, path: str = "", expected: str = "an object") -> None:
        self.place = place
        self.path = path
        if not isinstance(record, dict):
            self.refuse("", record, expected)
        self.record: dict[str, Any] = record

    def refuse(self, name: str, found: Any, expected: str) -> NoReturn:
        """Raise RenderError for a field: cell, field, what was found, what was expected."""
        path = ".".join(part for part in (self.path, name) if part)
        where = f"{self.place}, field {path}" if path else self.place
        shown = "nothing" if found is None else shortened(clean(repr(found)), 80)
        raise RenderError(f"{where}: found {shown}; expected {expected}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text, cleaned; required and not blank unless a default is given."""
        found = self.record.get(name)
        if found is None and default is not None:
            return default
        if isinstance(found, int | float) and not isinstance(found, bool) and default is not None:
            found = str(found)
        if not isinstance(found, str):
            self.refuse(name, found, "a text")
        cleaned = clean(found)
        if default is None and not cleaned.strip():
            self.refuse(name, found, "a text that is not blank")
        return cleaned

    def lines(self, name: str, between: str = "") -> str:
        """A text as it is, put together where it is stored as a list; empty where the field is missing."""
        found = self.record.get(name)
        parts = found if isinstance(found, list) else [] if found is None else [found]
        for part in parts:
            if not isinstance(part, str):
                self.refuse(name, found, "a text or a list of texts")
        return between.join(parts)

    def choice(self, name: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One of the given words."""
        found = self.record.get(name, default)
        if found not in choices:
            near = nearest(found[:80], choices) if isinstance(found, str) else ""
            hint = f" (nearest: {near})" if near else ""
            self.refuse(name, found, f"one of {', '.join(choices)}{hint}")
        return str(found)

    def slug(self, name: str) -> str:
        """A name fit for a file and an anchor: small letters, digits, dash, underscore, at most 80."""
        found = self.record.get(name)
        if not isinstance(found, str) or not _SLUG.fullmatch(found):
            self.refuse(name, found, "a slug of small letters, digits, - and _ (at most 80)")
        return found

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number that is not negative."""
        found = self.record.get(name, default)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            self.refuse(name, found, "a whole number")
        return found

    def flag(self, name: str) -> bool:
        """True or false; false where the field is missing."""
        found = self.record.get(name, False)
        if not isinstance(found, bool):
            self.refuse(name, found, "true or false")
        return found

    def values(self, name: str) -> list[Any]:
        """A list; empty where the field is missing."""
        found = self.record.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            self.refuse(name, found, "a list")
        return found

    def child(self, name: str) -> "Fields":
        """An object; an empty one where the field is missing."""
        found = self.record.get(name)
        return Fields({} if found is None else found, self.place, self.within(name))

    def children(self, name: str) -> Iterator["Fields"]:
        """The objects of a list."""
        for position, found in enumerate(self.values(name)):
            yield Fields(found, self.place, self.within(f"{name}[{position}]"))

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list, cleaned."""
        found = self.values(name)
        for position, value in enumerate(found):
            if not isinstance(value, str):
                self.refuse(f"{name}[{position}]", value, "a text")
        return tuple(clean(value) for value in found)

    def shares(self, name: str) -> tuple[float, ...]:
        """The numbers of a list, each above 0 and below 1, in rising order."""
        found = self.values(name)
        for position, value in enumerate(found):
            last = found[position - 1] if position else 0
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not (number and last < value < 1):
                self.refuse(f"{name}[{position}]", value, f"a number above {last} and below 1")
        return tuple(map(float, found))

    def each(self, name: str, read: Callable[["Fields"], T]) -> tuple[T, ...]:
        """What `read` makes of each object of a list."""
        return tuple(read(child) for child in self.children(name))

    def within(self, name: str) -> str:
        """The path of a field, counted from where `place` is."""
        return f"{self.path}.{name}" if self.path else name
