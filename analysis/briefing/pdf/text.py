"""Text for the typesetter: runs as JSON values, places to break long words, languages as it takes them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from analysis.briefing.document.blocks import Cite, Link, Run, Text
from analysis.briefing.document.characters import direction
from analysis.briefing.document.citations import prose
from analysis.briefing.document.faces import ARABIC, SANS
from analysis.briefing.document.lines import isolated
from analysis.briefing.document.passages import Stretch, direction_written, marked, stretches, written
from analysis.briefing.pdf.widths import LONGEST_WORD as LONGEST_PART

LONGEST_WORD = 36
"""Letters a word may have before it is given places to break."""

_BLANK = re.compile(r"[^\S\u00a0\u202f]+")

_TYPEFACES = re.compile(r"(?:\bfont(?:-family)?\s*:|\bfont-family=\")(?![^;\"}]*inherit)[^;\"}<]+")
_LABEL = re.compile(r"<text\b.*?</text>", re.DOTALL)

Node = dict[str, Any]


def runs(given: Iterable[Run], longest: int = LONGEST_WORD) -> list[Any]:
    """The runs as JSON: plain text as a string, all else as an object with text `t` and its style.

    A passage that runs the other way is an object with its language and, as `runs`, what it holds.
    """
    printed: list[Any] = []
    for stretch in stretches(given):
        if stretch.lang:
            printed.append(_passage(stretch, longest))
        else:
            printed += [_run(run, longest) for run in stretch.runs]
    return printed


def _passage(passage: Stretch, longest: int) -> Node:
    with written(passage.direction):
        # A name written from right to left is kept to itself again; Latin ones order themselves.
        nested = passage.direction == "ltr"
        inside = runs(passage.runs, longest) if nested else [_run(run, longest) for run in passage.runs]
    return {"runs": inside, **language(passage.lang), "dir": passage.direction}


def _run(run: Run, longest: int) -> Any:
    if isinstance(run, Text):
        styles = {name: True for name in ("strong", "em", "strike", "code") if getattr(run, name)}
        text = broken(run.text, longest)
        if run.code and direction_written() == "rtl":
            text = isolated(text, "ltr")  # as code does in every language
        return {"t": text, **styles} if styles else text
    if isinstance(run, Cite):
        # A short locator stays on one line with its number.
        label = run.label.replace(" ", "\u00a0", 1) if len(run.locator) <= 12 else run.label
        return {"cite": broken(marked(label), longest), "to": run.target, "at": run.anchor}
    if isinstance(run, Link):
        return {"href": run.href, "t": runs(prose(run.text), longest)}
    return {"break": True}


def broken(text: str, longest: int = LONGEST_WORD) -> str:
    """The text with single spaces, words longer than `longest` given places to break.

    >>> broken("a\\n b"), broken("n" * 40).count("\\u200b"), broken("10-12/10-18", 10).count("\\u200b")
    ('a b', 1, 1)
    """
    text = _BLANK.sub(" ", text)
    if len(text) <= longest:
        return text
    return re.sub(rf"[^\s\u00a0]{{{longest + 1},}}", lambda word: with_breaks(word.group(), longest), text)


def with_breaks(word: str, longest: int) -> str:
    """The word with breaks after signs that part a word, and inside what is still too long."""
    parts = re.findall(r"[^/_?&=;]+[/_?&=;]*|[/_?&=;]+", word)
    most = max(longest, LONGEST_PART)
    return "\u200b".join(part[n : n + most] for part in parts for n in range(0, len(part), most))


def lettered(svg: str) -> str:
    """The drawing as the typesetter can letter it: in our typefaces, where it lacks those that are asked for.

    Vowel signs and accents that are no part of a letter go: for one in a label it refuses a whole drawing.

    >>> lettered('<svg><text style="font: 9px Arial">حلّ</text></svg>').partition("><")[2]
    'text style="font: 9px Arial, Source Sans Pro, DejaVu Sans">حل</text></svg>'
    """
    svg = _LABEL.sub(_without_signs, _TYPEFACES.sub(rf"\g<0>, {SANS}, {ARABIC}", svg))
    root = svg[: svg.index(">")]
    ours = "" if " font-family=" in root else f' font-family="{SANS}, {ARABIC}"'
    return root + ours + svg[len(root) :]


def _without_signs(label: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", label[0])
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Mn")


def language(lang: str) -> Node:
    """A language tag as the typesetter takes it: language, region, direction."""
    first, *rest = lang.split("-")
    region = next((part.upper() for part in rest if re.fullmatch("[A-Za-z]{2}", part)), "")
    return {"lang": first.lower(), "region": region, "dir": direction(lang)}


def cell_text(cell: Iterable[Run]) -> str:
    """A cell's text as long as it is printed, citations with it."""
    return "".join(run.label if isinstance(run, Cite) else getattr(run, "text", " ") for run in cell)
