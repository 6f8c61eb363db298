"""The catalogue of one language: Fluent messages, found by key and filled with values."""

import math
import numbers
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast

from analysis.errors import MessageError, nearest

LOCALES = {"en": "en-GB"}
"""The locale of a language's dates, numbers and lists, where it is not the language's own."""

LONGEST = 500
"""Letters of a value that Fluent is handed; it refuses a few thousand, for fear of nested messages."""

_spoken: ContextVar["Catalogue | None"] = ContextVar("catalogue", default=None)
"""The catalogue now spoken; none is English."""


class Catalogue:
    """The messages of one language, and the locale they are written in.

    `sources` are texts in Fluent's syntax, by the name of their file. MessageError where a text cannot be
    parsed or two messages have one key.
    """

    def __init__(self, language: str, sources: Mapping[str, str]) -> None:
        tag = LOCALES.get(language, language)
        self.language = language
        self.locale = Locale.parse(tag.replace("-", "_"))
        # Marks that isolate a value would reach the text that readers copy and search.
        self._bundle = FluentBundle([tag], use_isolating=False)
        self._patterns: dict[str, Pattern] = {}
        for name, text in sources.items():
            self._add(f"catalogue {language!r}, {name}", FluentResource(text))

    @property
    def keys(self) -> list[str]:
        """The keys of its messages, in the order of its files."""
        return list(self._patterns)

    def has(self, key: str) -> bool:
        """Whether it has a message of that key."""
        return key in self._patterns

    def say(self, key: str, /, **values: object) -> str:
        """The message in words; each value is a text or a finite number.

        MessageError where the catalogue lacks the message, or the message asks for a value that is not given
        or is missing (None, NaN, NaT).
        """
        if key not in self._patterns:
            hint = nearest(key, self._patterns) or "none"
            raise MessageError(f"no message {key!r} in the catalogue {self.language!r}; nearest: {hint}")
        given = {name: _value(key, name, value) for name, value in values.items()}
        long = {f"\ufdd2{name}\ufdd3": text for name, text in given.items() if _is_long(text)}
        short = {name: f"\ufdd2{name}\ufdd3" if _is_long(value) else value for name, value in given.items()}
        said, faults = self._bundle.format_pattern(self._patterns[key], short)
        if faults:
            found, names = "; ".join(dict.fromkeys(map(str, faults))), ", ".join(given) or "nothing"
            raise MessageError(f"message {key!r} in {self.language!r}: {found}; given: {names}")
        return (
            re.sub("\ufdd2\\w+\ufdd3", lambda slot: str(long.get(slot[0], "")), str(said))
            if long
            else str(said)
        )

    def _add(self, where: str, resource: ast.Resource) -> None:
        self._bundle.add_resource(resource)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                start = " ".join((entry.content or "").split())[:60]
                raise MessageError(f"{where}: cannot be read from {start!r} on")
            if not isinstance(entry, ast.Message):
                continue
            key, pattern = entry.id.name, self._bundle.get_message(entry.id.name).value
            if key in self._patterns:
                raise MessageError(f"{where}: found the message {key!r} again; expected each key once")
            if pattern is not None:
                self._patterns[key] = pattern


def _is_long(value: str | int | float) -> bool:
    """Whether a text is longer than Fluent takes as a value; it then enters the finished message."""
    return isinstance(value, str) and len(value) > LONGEST


def _value(key: str, name: str, value: object) -> str | int | float:
    if isinstance(value, str):
        return value
    if isinstance(value, numbers.Real) and not isinstance(value, bool) and math.isfinite(value):
        number = float(value)
        return int(number) if number.is_integer() else number
    raise MessageError(
        f"message {key!r}: {name} is {value!r}; expected a text, or a number that is not missing"
    )


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language by its tag (`en`, `ar`; for `ar-SY` that of `ar`).

    MessageError naming the languages there are where it has none.
    """
    home = files("analysis.messages")
    known = sorted(folder.name for folder in home.iterdir() if folder.is_dir() and _texts(folder))
    for tag in (language, language.partition("-")[0]):
        if tag in known:
            return Catalogue(tag, _texts(home / tag))
    raise MessageError(f"no catalogue for the language {language!r}; there are: {', '.join(known)}")


@contextmanager
def spoken(language: str | Catalogue) -> Iterator[None]:
    """Within it, `say` and all words of this package are in another language, or of the catalogue given."""
    chosen = language if isinstance(language, Catalogue) else catalogue(language)
    before = _spoken.set(chosen)
    try:
        yield
    finally:
        _spoken.reset(before)


def current() -> Catalogue:
    """The catalogue of the language now spoken."""
    return _spoken.get() or catalogue("en")


def say(key: str, /, **values: object) -> str:
    """The message in the language now spoken, English unless within `spoken`; see `Catalogue.say`.

    >>> say("voices", number=1), say("voices", number=1600)
    ('1 voice', '1,600 voices')
    """
    return current().say(key, **values)


def _texts(folder: Traversable) -> dict[str, str]:
    found = [file for file in folder.iterdir() if file.name.endswith(".ftl")]
    return {file.name: file.read_text("utf-8") for file in sorted(found, key=lambda file: file.name)}
