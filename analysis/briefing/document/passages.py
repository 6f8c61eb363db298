"""Passages that run the other way than their page, such as Arabic in English: found whole, to be isolated.

A passage is handed on in one piece, its figures, brackets and Latin names inside it. Browser and typesetter
order what is inside by the Unicode Bidirectional Algorithm; here it is only decided where it begins and ends.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from itertools import accumulate

from analysis.briefing.document.citations import plain
from analysis.briefing.document.lines import OTHER, isolated, spans, way_of
from analysis.briefing.document.runs import Break, Run, Runs, Text

_LANGUAGES = {"HEBREW": "he", "SYRIAC": "syr", "THAANA": "dv", "NKO": "nqo", "LATIN": "und-Latn"}
_ARABIC = frozenset(map(chr, (*range(0x621, 0x63B), *range(0x640, 0x64B), 0x671)))
_PERSIAN = _ARABIC | frozenset("پچژگکی")
_ENOUGH_WORDS = 3
_NEITHER, _OBJECT = "\ufffc", {"ltr": "a", "rtl": "\u05d0"}

_direction: ContextVar[str] = ContextVar("direction", default="ltr")


@dataclass(frozen=True)
class Stretch:
    """Runs of one line that stand together; a passage has a `lang`, and the other `direction`."""

    runs: Runs
    lang: str = ""
    direction: str = "ltr"


@contextmanager
def written(direction: str) -> Iterator[None]:
    """While a document that runs in this direction is printed: passages are what runs the other way."""
    token = _direction.set(direction)
    try:
        yield
    finally:
        _direction.reset(token)


def direction_written() -> str:
    """The direction of the document that is being printed, ltr where none is."""
    return _direction.get()


def passages(text: str, base: str = "ltr") -> list[tuple[str, str]]:
    """The text cut into (passage, language): a language tag for what runs against `base`, "" for the rest.

    Where a passage begins and ends, for a page that runs left to right (else the other way round):

    1. A sentence ends at a full stop, a question or an exclamation mark behind which the script changes.
    2. A sentence that begins with a right-to-left letter and has more such words than others is one passage
       with all that stands in it, its leading figure and its last full stop too. The first letter decides, as
       in the Bidirectional Algorithm; the majority is asked, because "كويرس fell to the army" is English all
       the same. What stands in brackets or quotation marks is not asked unless far longer than the rest.
    3. Any other sentence is one of the page. What it has in brackets or quotation marks, or behind a colon,
       is looked at by itself, as in 2: so a quotation is whole, and a name in brackets stays within them.
    4. What is left are names: a passage goes from the first to the last right-to-left letter with no other
       letter between, and on over a number that is attached. Other words between two passages are taken in
       where at most a third of the sentence's words are such, and no comma or bracket parts a list of names.

    >>> passages("Kweires (كويرس) base")
    [('Kweires (', ''), ('كويرس', 'ar'), (') base', '')]
    >>> passages("قُتل 12 في حلب.")
    [('قُتل 12 في حلب.', 'ar')]
    """
    found: list[tuple[str, str]] = []
    last = 0
    for start, end in spans(text, base):
        found += [(text[last:start], ""), (text[start:end], language_of(text[start:end], OTHER[base]))]
        last = end
    return [(passage, lang) for passage, lang in [*found, (text[last:], "")] if passage]


def marked(text: str) -> str:
    """The text with its passages isolated by marks, for what is printed without markup."""
    base = _direction.get()
    return "".join(isolated(part, OTHER[base]) if lang else part for part, lang in passages(text, base))


def stretches(runs: Iterable[Run]) -> list[Stretch]:
    """The runs of one line, cut where a passage begins and ends; bold words and links inside do not cut it.

    A link is taken in whole, by the script that it is in.
    """
    runs, base = tuple(runs), _direction.get()
    texts = [_skeleton(run) for run in runs]
    places = spans("".join(texts), base)
    if not places:
        return [Stretch(runs, direction=base)] if runs else []
    found: list[Stretch] = []
    starts = [0, *accumulate(map(len, texts))]
    last = 0
    for start, end in places:
        found.append(Stretch(_cut(runs, starts, last, start), direction=base))
        inside = _cut(runs, starts, start, end)
        found.append(Stretch(inside, language_of(plain(inside), OTHER[base]), OTHER[base]))
        last = end
    found.append(Stretch(_cut(runs, starts, last, starts[-1]), direction=base))
    return [stretch for stretch in found if stretch.runs]


def language_of(text: str, direction: str) -> str:
    """The language tag for a passage that runs in this direction, as far as its letters tell it.

    Arabic where it has letters of Arabic only, Persian where a few words keep to the Persian alphabet; of
    what else is in Arabic script (Urdu, Kurdish, Pashto) only the script is said, because a voice of the
    wrong language reads worse than none. Hebrew letters are taken for Hebrew.

    >>> language_of("كويرس", "rtl"), language_of("پس از جنگ", "rtl"), language_of("کوئٹہ", "rtl")
    ('ar', 'fa', 'und-Arab')
    """
    letters = [sign for sign in unicodedata.normalize("NFKC", text) if way_of(sign) == direction]
    script = unicodedata.name(letters[0], "").partition(" ")[0] if letters else ""
    if script != "ARABIC":
        return _LANGUAGES.get(script, "und")
    if _ARABIC.issuperset(letters):
        return "ar"
    known = _PERSIAN.issuperset(letters) and len(text.split()) >= _ENOUGH_WORDS
    return "fa" if known else "und-Arab"


def _skeleton(run: Run) -> str:
    """What stands for a run while passages are looked for: its text, or one sign for what is not cut."""
    if isinstance(run, Text):
        return run.text.replace("\n", " ")
    if isinstance(run, Break):
        return "\n"
    ways = {way_of(sign) for sign in plain((run,))} - {""}
    return _OBJECT[ways.pop()] if len(ways) == 1 else _NEITHER


def _cut(runs: Runs, starts: Sequence[int], start: int, end: int) -> Runs:
    """The runs from one place to another, of texts only the part between."""
    if start == end:
        return ()
    found: list[Run] = []
    for place in range(bisect_right(starts, start) - 1, len(runs)):
        run, at = runs[place], starts[place]
        if at >= end:
            break
        if isinstance(run, Text) and (part := run.text[max(start - at, 0) : end - at]):
            found.append(replace(run, text=part))
        elif not isinstance(run, Text):
            found.append(run)
    return tuple(found)
