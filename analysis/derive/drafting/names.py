"""Names that a corpus knows, found in a text: whole words, the longest first, with accents and case
folded."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.derive.drafting.sentences import Span
from analysis.model import Corpus

LEAST = 3
"""The fewest letters of a name that is looked for; capitals such as IS are, whatever their length."""

_TOKEN = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A name met in a text: its span, and the key of what the corpus calls so."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Names:
    """The names of one table of a corpus: keys by the folded words of each name."""

    keys: Mapping[tuple[str, ...], str]
    capitals: frozenset[tuple[str, ...]]

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """The most words of a name by its first word."""
        lengths: dict[str, int] = {}
        for words in self.keys:
            lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
        return lengths

    def met(self, text: str, within: Span | None = None) -> tuple[Named, ...]:
        """Every name in the text or a span of it, from left to right; of several the longest."""
        tokens = [
            (*found.span(), _folded(found[0]), found[0]) for found in _TOKEN.finditer(text, *(within or ()))
        ]
        found, place = [], 0
        while place < len(tokens):
            length = self._length_at(tokens, place)
            if length:
                words = tuple(token[2] for token in tokens[place : place + length])
                span = (tokens[place][0], tokens[place + length - 1][1])
                found.append(Named(*span, self.keys[words]))
            place += max(length, 1)
        return tuple(found)

    def key_of(self, name: str) -> str:
        """The key of what is called exactly so, article and case aside; empty where nothing is."""
        words = tuple(_folded(word) for word in _TOKEN.findall(_ARTICLE.sub("", name.strip())))
        return self.keys.get(words, "")

    def _length_at(self, tokens: list[tuple[int, int, str, str]], place: int) -> int:
        most = self._longest.get(tokens[place][2], 0)
        for length in range(min(most, len(tokens) - place), 0, -1):
            words = tuple(token[2] for token in tokens[place : place + length])
            if words in self.keys and (
                words not in self.capitals
                or all(token[3].isupper() for token in tokens[place : place + length])
            ):
                return length
        return 0


def names_of(frame: pd.DataFrame, key: str, columns: Iterable[str]) -> Names:
    """The names of a table: those of its `columns`, aliases parted by semicolons. A name that two rows have
    stands for neither."""
    keys: dict[tuple[str, ...], str] = {}
    shared: set[tuple[str, ...]] = set()
    capitals: set[tuple[str, ...]] = set()
    for column in columns:
        for row, cell in zip(frame[key], frame[column], strict=True):
            for name in str(cell).split(";") if isinstance(cell, str) else ():
                plain = _ARTICLE.sub("", name.strip())
                words = tuple(_folded(word) for word in _TOKEN.findall(plain))
                if not words or sum(map(len, words)) < LEAST - plain.isupper():
                    continue
                if keys.setdefault(words, row) != row:
                    shared.add(words)
                if plain.isupper() and len(plain) <= LEAST:
                    capitals.add(words)
    return Names({words: row for words, row in keys.items() if words not in shared}, frozenset(capitals))


def actor_names(corpus: Corpus) -> Names:
    """The factions of a corpus by name, name in their own script, and alias."""
    return names_of(corpus.actors, "actor_id", ("name", "name_ar", "aliases", "acled_name"))


def place_names(corpus: Corpus) -> Names:
    """The places of a corpus by name, name in their own script, and alias."""
    return names_of(corpus.places, "place_id", ("name", "name_ar", "aliases"))


def speaker_names(corpus: Corpus) -> Names:
    """The voices of a corpus by name, and what stands before its first comma: a name without the office."""
    whole = names_of(corpus.speakers, "speaker_id", ("name",))
    short = corpus.speakers.assign(name=corpus.speakers["name"].str.replace(",.*", "", regex=True))
    return Names({**names_of(short, "speaker_id", ("name",)).keys, **whole.keys}, whole.capitals)


def _folded(word: str) -> str:
    """A word without accents, in small letters."""
    parted = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
