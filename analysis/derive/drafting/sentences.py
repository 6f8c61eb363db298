"""Paragraphs parted into sentences, and sentences into clauses, each as a span of the paragraph."""

import re

Span = tuple[int, int]

_ABBREVIATED = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt brig adm cpl gov sen rep rev st no nos vs etc approx est dept "
    "inc ltd jan feb mar apr jun jul aug sep sept oct nov dec fig ca e.g i.e a.m p.m u.s u.n u.k d.c".split()
)
_END = re.compile(r"[.!?\u2026\u061f\u3002][\"'\u201d\u2019\u00bb)\]]*(?=\s|$)")


def sentences_in(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of a paragraph, without the blanks between them.

    An abbreviation, an initial or a number with a point ends none, and a small letter begins none.

    >>> [text[a:b] for text in ["Lt. Gen. Ali said 2.5 km. It fell."] for a, b in sentences_in(text)]
    ['Lt. Gen. Ali said 2.5 km.', 'It fell.']
    """
    spans, start = [], 0
    for found in _END.finditer(text):
        behind = text[found.end() :].lstrip()
        if behind and (behind[0].islower() or _abbreviated(text, found.start())):
            continue
        spans.append((start, found.end()))
        start = found.end() + len(text[found.end() :]) - len(behind)
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` ends an abbreviation, an initial or the number of a paragraph."""
    if text[stop] != ".":
        return False
    word = re.search(r"[\w.]*$", text[:stop])
    before = word[0].lower() if word else ""
    initial = len(before) == 1 and before.isalpha() and text[stop - 1].isupper()
    return before in _ABBREVIATED or initial or (before.isdigit() and stop == len(before))
