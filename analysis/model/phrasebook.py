"""Phrases and what they mean, looked up by the words that a phrase begins with."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Meaning = TypeVar("Meaning")
Phrasebook = Mapping[str, Sequence[tuple[Sequence[str], Meaning]]]
"""Phrases, as their words, with their meanings: by the first word, the longest first."""


def phrases_in(text: str) -> list[str]:
    """The phrases of a list with commas, which may run over several lines.

    >>> phrases_in("so far, in total")
    ['so far', 'in total']
    """
    return [" ".join(phrase.split()) for phrase in text.split(",")]


def phrasebook(meanings: Mapping[str, Meaning]) -> Phrasebook[Meaning]:
    """Phrases and their meanings, made ready for `longest`."""
    book: dict[str, list[tuple[list[str], Meaning]]] = {}
    for phrase, meaning in sorted(meanings.items(), key=lambda pair: -len(pair[0].split())):
        words = phrase.split()
        book.setdefault(words[0], []).append((words, meaning))
    return book


def longest(book: Phrasebook[Meaning], tokens: list[str], start: int) -> tuple[Meaning | None, int]:
    """The meaning of the longest phrase that begins at `start` and the place behind it; None and `start`
    where none does.

    >>> book = phrasebook({"more": 1, "more than": 2})
    >>> longest(book, ["more", "than", "ten"], 0), longest(book, ["ten"], 0)
    ((2, 2), (None, 0))
    """
    for words, meaning in book.get(tokens[start], ()) if start < len(tokens) else ():
        if tokens[start : start + len(words)] == words:
            return meaning, start + len(words)
    return None, start
