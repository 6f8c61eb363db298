"""Text for the typesetter: runs as JSON values, places to break long words, languages as it takes them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from analysis.briefing.document.characters import direction
from analysis.briefing.document.citations import plain
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.lines import isolated
from analysis.briefing.document.passages import Stretch, direction_written, marked, stretches, written
from analysis.briefing.document.runs import Cite, Link, Run, Text
from analysis.briefing.pdf.sizes import WIDTH, Node
from analysis.briefing.pdf.widths import LONGEST_WORD as LONGEST_PART
from analysis.messages import say
from analysis.palette import INK

LONGEST_WORD = 36
"""Letters a word may have before it is given places to break."""

_LETTER, _WIDE_LETTER = 2.88, 3.6
"""Points that an average letter and a wide or bold one take in the smallest type of a table."""

_TYPE = 10.0
"""Points that running text is set in."""

_BLANK = re.compile(r"[^\S\u00a0\u202f]+")

_REPEATED = frozenset(("sup", "sub", "small"))
"""Styles that say something new where they stand within themselves."""

_MOST_STYLES = 8
"""Styles within styles that are printed: letters raised or lowered further could not be read."""


def runs(given: Iterable[Run], longest: int = LONGEST_WORD, room: float = WIDTH) -> list[Any]:
    """The runs as JSON: plain text as a string, all else as an object that says by its keys what it is.

    Text has `t` and its styles, `as`. A passage that runs the other way has its language and, as `runs`, what
    it holds. What is wider than `room`, in points, is broken or made smaller.
    """
    printed: list[Any] = []
    for stretch in stretches(given):
        if stretch.lang:
            printed.append(_passage(stretch, longest, room))
        else:
            printed += [_run(run, longest, room) for run in stretch.runs]
    return printed


def _passage(passage: Stretch, longest: int, room: float) -> Node:
    with written(passage.direction):
        # A name written from right to left is kept to itself again; Latin ones order themselves.
        if passage.direction == "ltr":
            inside = runs(passage.runs, longest, room)
        else:
            inside = [_run(run, longest, room) for run in passage.runs]
    return {"runs": inside, **language(passage.lang), "dir": passage.direction}


def _run(run: Run, longest: int, room: float) -> Any:
    match run:
        case Text():
            styles, text = _styles(run), broken(run.text, longest, room)
            if "code" in styles and direction_written() == "rtl":
                text = isolated(text, "ltr")  # as code does in every language
            return {"t": text, "as": styles} if styles else text
        case Cite():
            # A short one stays on one line.
            label = run.label.replace(" ", "\u00a0", 1) if len(run.label) <= 16 else run.label
            return {"cite": broken(marked(label), longest, room), "to": run.target, "at": run.anchor}
        case Link():
            inner = runs(run.runs, longest, room) or [broken(run.href, longest, room)]
            return {"href": run.href, "t": inner}
        case Formula():
            return _formula(run, room)
    return {"break": True}


def _styles(run: Text) -> list[str]:
    """The styles of a text, each once where once is enough."""
    kept: list[str] = []
    for style in run.styles:
        if style in _REPEATED or style not in kept:
            kept.append(style)
    return kept[:_MOST_STYLES]


def _formula(run: Formula, room: float) -> Node:
    """A formula as its drawing in ink, in sizes of the letters around it, no wider than the room."""
    scale = min(1.0, room / _TYPE / max(run.width, 0.01))
    sides = {"width": run.width, "height": run.height + run.depth, "depth": run.depth}
    tex = " ".join(run.tex.split())
    said = tex if has_letters(tex) else say("left-out-formula")
    shape = {side: round(max(length * scale, 0.01), 3) for side, length in sides.items()}
    svg = run.drawing.xml().replace("currentColor", INK)
    return {"tex": tex, "alt": said, "svg": svg, "display": run.display, **shape}


def broken(text: str, longest: int = LONGEST_WORD, room: float = WIDTH) -> str:
    """The text with single spaces and no soft hyphens, words longer than `longest` given places to break.

    A place is a sign that parts a word, and anywhere in what is too long for the room, in points.

    >>> broken("a\\n b"), broken("n" * 40).count("\\u200b"), broken("10-12/10-18", 10).count("\\u200b")
    ('a b', 1, 1)
    """
    # Typst 0.15 fails where a link ends with a soft hyphen, and words find their breaks without.
    text = _BLANK.sub(" ", text.replace("\u00ad", ""))
    most = max(longest, LONGEST_PART)
    if room < most * _LETTER:
        longest, most = min(longest, int(room / _LETTER)), int(room / _WIDE_LETTER)
    if len(text) <= longest:
        return text
    return re.sub(rf"[^\s\u00a0]{{{longest + 1},}}", lambda word: with_breaks(word.group(), most), text)


def with_breaks(word: str, most: int) -> str:
    """The word with breaks after signs that part a word, and inside what is longer than `most` letters."""
    parts = re.findall(r"[^/_?&=;]+[/_?&=;]*|[/_?&=;]+", word)
    return "\u200b".join(part[n : n + most] for part in parts for n in range(0, len(part), most))


def language(lang: str) -> Node:
    """A language tag as the typesetter takes it: language, region, direction."""
    first, *rest = lang.split("-")
    region = next((part.upper() for part in rest if re.fullmatch("[A-Za-z]{2}", part)), "")
    return {"lang": first.lower(), "region": region, "dir": direction(lang)}


def has_letters(text: str) -> bool:
    """Whether a text holds anything that is seen by itself."""
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in text)


def cell_text(cell: Iterable[Run]) -> str:
    """A cell's text as long as it is printed, citations with it."""
    return "".join(run.label if isinstance(run, Cite) else plain([run]) for run in cell)
