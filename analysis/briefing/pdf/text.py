"""Text for the typesetter: runs as JSON values, places to break long words, languages as it takes them."""

import re
from collections.abc import Iterable
from typing import Any

from analysis.briefing.document.blocks import Cite, Link, Run, Text
from analysis.briefing.document.characters import direction
from analysis.briefing.document.citations import prose
from analysis.briefing.pdf.widths import LONGEST_WORD as LONGEST_PART

LONGEST_WORD = 36
"""Letters a word may have before it is given places to break."""

_BLANK = re.compile(r"[^\S\u00a0\u202f]+")

Node = dict[str, Any]


def runs(given: Iterable[Run], longest: int = LONGEST_WORD) -> list[Any]:
    """The runs as JSON: plain text as a string, all else as an object with text `t` and its style."""
    printed: list[Any] = []
    for run in given:
        if isinstance(run, Text):
            styles = {name: True for name in ("strong", "em", "strike", "code") if getattr(run, name)}
            foreign = language(run.lang) if run.lang else {}
            text = broken(run.text, longest)
            printed.append({"t": text, **styles, **foreign} if styles or foreign else text)
        elif isinstance(run, Cite):
            # A short locator stays on one line with its number.
            label = run.label.replace(" ", "\u00a0", 1) if len(run.locator) <= 12 else run.label
            printed.append({"cite": broken(label, longest), "to": run.target, "at": run.anchor})
        elif isinstance(run, Link):
            printed.append({"href": run.href, "t": runs(prose(run.text), longest)})
        else:
            printed.append({"break": True})
    return printed


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


def language(lang: str) -> Node:
    """A language tag as the typesetter takes it: language, region, direction."""
    first, *rest = lang.split("-")
    region = next((part.upper() for part in rest if re.fullmatch("[A-Za-z]{2}", part)), "")
    return {"lang": first.lower(), "region": region, "dir": direction(lang)}


def cell_text(cell: Iterable[Run]) -> str:
    """A cell's text as long as it is printed, citations with it."""
    return "".join(run.label if isinstance(run, Cite) else getattr(run, "text", " ") for run in cell)
