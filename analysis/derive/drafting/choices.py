"""Ranked choices for a claim: factions, places and events that its sentence or paragraph names. Only a place
that a sentence puts something at is ever sure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from rapidfuzz import fuzz, process

from analysis.derive.drafting.names import Named, Names, actor_names, place_names, speaker_names
from analysis.derive.drafting.sentences import Span
from analysis.derive.drafting.voices import Voice
from analysis.model import Corpus, span_of
from analysis.model.drafts import Candidate
from analysis.model.time.spans import Span as Days

MOST = 9
"""So many choices are offered, as there are keys for."""

ALIKE = 60
"""How alike a name has to be to words of a report, of 100, to be offered."""

_AT = re.compile(
    r"\b(?:in|at|inside|within|throughout|across)\s+(?:the\s+)?(?:(?:town|city|village|port|province|district|region|state|area"
    r"|capital|suburb|camp|governorate|northern|southern|eastern|western|central|besieged|nearby)\s+)*(?:of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"\b(?:from|to|towards?|near|outside|between|for|north|south|east|west|around|into|leaving|via|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Choices:
    """What a corpus offers for the claims of a report; `own` is the key of the report's own voice, if any."""

    corpus: Corpus
    own: str

    @cached_property
    def actors(self) -> Names:
        """Names of factions."""
        return actor_names(self.corpus)

    @cached_property
    def places(self) -> Names:
        """Names of places."""
        return place_names(self.corpus)

    @cached_property
    def speakers(self) -> Names:
        """Names of voices."""
        return speaker_names(self.corpus)

    @cached_property
    def _spoken(self) -> dict[str, str]:
        frame = self.corpus.speakers
        return {row: name.lower() for row, name in zip(frame["speaker_id"], frame["name"], strict=True)}

    @cached_property
    def _by_place(self) -> dict[str, list[str]]:
        return _keys_by(self.corpus.events, "place_id", "event_id")

    @cached_property
    def _by_actor(self) -> dict[str, list[str]]:
        return _keys_by(self.corpus.participants, "actor_id", "event_id")

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        frame = self.corpus.events
        return {
            key: frozenset(re.findall(r"\w{5,}", str(title).lower()))
            for key, title in zip(frame["event_id"], frame["title"], strict=True)
        }

    @cached_property
    def _spans(self) -> dict[str, Days]:
        pairs = self.corpus.events[["event_id", "date"]].dropna()
        return {key: span_of(date) for key, date in pairs.itertuples(index=False, name=None)}

    def speaker(self, voice: Voice | None, *, alone: bool) -> tuple[Candidate, ...]:
        """Who may be meant by a voice: sure where it is called as in the corpus, or where the report itself
        speaks `alone` in a paragraph; else those with like names."""
        if voice is None:
            return (Candidate(self.own, "the report's own voice", 0, 0, alone),) if self.own else ()
        if not voice.words:
            nobody = self.corpus.speakers.loc[self.corpus.speakers["kind"] == "unattributed", "speaker_id"]
            return tuple(
                Candidate(key, voice.rule, voice.start, voice.end, len(nobody) == 1) for key in nobody
            )
        return self._called(voice.words, voice.start, voice.end, voice.rule)

    def _called(self, words: str, start: int, end: int, rule: str) -> tuple[Candidate, ...]:
        exact = self.speakers.key_of(words)
        parts = [self.speakers.key_of(part) for part in words.split(",")]
        inner = {named.key for named in self.speakers.met(words)}
        sure = exact or (next(iter(inner)) if len(inner) == 1 else next(filter(None, parts), ""))
        sure = sure or self._only(words)
        alike = process.extract(
            words.lower(), self._spoken, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=MOST
        )
        keys = dict.fromkeys([sure, *sorted(inner), *(key for _, _, key in alike)])
        return tuple(
            Candidate(key, rule if key == sure else "a like name", start, end, key == sure)
            for key in keys
            if key
        )[:MOST]

    def _only(self, words: str) -> str:
        """The key of the one voice whose name holds all these words; empty where none or several do."""
        plain = set(re.findall(r"\w{4,}", words.lower()))
        holding = [
            key for key, name in self._spoken.items() if plain and plain <= set(re.findall(r"\w+", name))
        ]
        return holding[0] if len(holding) == 1 else ""

    def place(
        self, text: str, sentence: Span, span: Span, voice: Voice | None = None
    ) -> tuple[Candidate, ...]:
        """Places that the sentence names, the nearest to `span` first, then those of the paragraph. Sure is
        the one that something is said to be at, where the sentence has one only and no voice is from
        there."""
        named = self.places.met(text)
        if voice is not None:
            named = tuple(one for one in named if not voice.start <= one.start < voice.end)
        inside = [
            one for one in named if sentence[0] <= one.start < sentence[1] and not self._party(text, one)
        ]
        at = [
            one
            for one in inside
            if _AT.search(text[: one.start])
            and not re.match(r"\s+(?:of|in|at)\b|'s|\u2019s", text[one.end :])
        ]
        away = {one.key for one in inside if _NOT_AT.search(text[: one.start])}
        alone = len({one.key for one in at}) == 1 and not (away - {one.key for one in at})
        ranked = sorted(inside, key=lambda one: (one not in at, _gap(one, span)))
        others = [one for one in named if one not in inside]
        unique: dict[str, Candidate] = {}
        for one in (*ranked, *others):
            rule = (
                "said to be there"
                if one in at
                else "named in the sentence"
                if one in inside
                else "named before"
            )
            unique.setdefault(one.key, Candidate(one.key, rule, one.start, one.end, alone and one in at))
        return tuple(unique.values())[:MOST]

    def actor(self, text: str, sentence: Span, span: Span) -> tuple[Candidate, ...]:
        """Factions that the sentence names, the nearest first, then those of the paragraph; never sure."""
        named = self.actors.met(text)
        inside = [one for one in named if sentence[0] <= one.start < sentence[1]]
        ranked = sorted(inside, key=lambda one: _gap(one, span)) + [one for one in named if one not in inside]
        unique: dict[str, Candidate] = {}
        for one in ranked:
            rule = "named in the sentence" if one in inside else "named in the paragraph"
            unique.setdefault(one.key, Candidate(one.key, rule, one.start, one.end, False))
        return tuple(unique.values())[:MOST]

    def event(
        self,
        text: str,
        sentence: Span,
        places: Sequence[Candidate],
        actors: Sequence[Candidate],
        days: Sequence[Days],
    ) -> tuple[Candidate, ...]:
        """Events at the places named, with the factions named, in words of their titles, in the days named
        (`days`: those of the sentence, then the month up to the report); never sure."""
        points: Counter[str] = Counter()
        for weight, keys, table in ((3, places, self._by_place), (2, actors, self._by_actor)):
            for candidate in keys:
                near = candidate.rule != "named before" and candidate.rule != "named in the paragraph"
                for event in table.get(candidate.value, ()):
                    points[event] += weight + near
        words = set(re.findall(r"\w{5,}", text[sentence[0] : sentence[1]].lower()))
        for event, title in self._titles.items():
            points[event] += 2 * len(words & title)
        for event, span in self._spans.items():
            if points[event]:
                points[event] += sum(2 for day in days if _meets(span, day))
        best = sorted(
            (key for key, value in points.items() if value > 2), key=lambda key: (-points[key], key)
        )
        return tuple(Candidate(key, "place, factions, days, words", 0, 0, False) for key in best[:MOST])

    def _party(self, text: str, place: Named) -> bool:
        """Whether the name is part of that of a faction: the army of a state is no place."""
        return any(one.start <= place.start and place.end <= one.end for one in self.actors.met(text))


def _meets(one: Days, other: Days) -> bool:
    """Whether two spans may have a day in common."""
    return not (
        (one.high and other.low and one.high < other.low) or (other.high and one.low and other.high < one.low)
    )


def _gap(named: Named, span: Span) -> int:
    return max(named.start - span[1], span[0] - named.end, 0)


def _keys_by(frame: pd.DataFrame, by: str, key: str) -> dict[str, list[str]]:
    pairs = frame[[by, key]].dropna().drop_duplicates()
    return {str(name): list(group[key]) for name, group in pairs.groupby(by, sort=True)}
