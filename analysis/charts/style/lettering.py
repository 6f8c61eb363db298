"""Lettering: the house typeface, how wide a text runs, and how it is broken or cut to fit."""

import unicodedata
import warnings
from functools import lru_cache
from pathlib import Path

import font_source_sans_pro
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

FAMILY = ("Source Sans Pro", "DejaVu Sans")
"""Latin in Source Sans; Arabic falls through to DejaVu Sans, which matplotlib shapes by itself since 3.11."""

TITLE, TEXT, SMALL = 12.0, 9.6, 8.6
"""The three sizes of type, in points."""

GLYPH = "Glyph .* missing"
"""A script that neither face has is lettered by the reader's own fonts; matplotlib need not warn of it."""

LEADING = 1.22
"""Distance between two lines of text, in type sizes."""


def register_fonts() -> None:
    """Make the house typeface known to matplotlib; a second call changes nothing."""
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    known = {font.fname for font in font_manager.fontManager.ttflist}
    for cut in ("Regular", "Bold"):
        path = str(folder / f"SourceSansPro-{cut}.ttf")
        if path not in known:
            font_manager.fontManager.addfont(path)


def one_line(text: object) -> str:
    """The text on one line, without control characters; what is missing (None, NaN, NaT) is an empty text.

    >>> one_line("Kweires\\n air base"), one_line(float("nan"))
    ('Kweires air base', '')
    """
    if text is None or text != text:
        return ""
    words = " ".join(str(text).split())
    return words if words.isprintable() else "".join(sign for sign in words if _visible(sign))


def _visible(sign: str) -> bool:
    """Whether a character may be lettered: no control or change of direction; joiners shape Arabic."""
    return sign in "\u200c\u200d" or not unicodedata.category(sign).startswith("C")


def width(text: str, size: float = TEXT, bold: bool = False) -> float:
    """How far the text runs on one line, in points.

    It is put together from its words, of which a chart letters the same ones over and over.
    """
    words = text.split(" ")
    blanks = (len(words) - 1) * _advance(" ", bold)
    return size * (sum(_advance(word, bold) for word in words) + blanks)


@lru_cache(maxsize=20_000)
def _advance(word: str, bold: bool) -> float:
    """How far one word runs, in sizes of type; to have matplotlib lay it out takes half a millisecond."""
    if not word:
        return 0.0
    register_fonts()
    face = FontProperties(family=list(FAMILY), size=1, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", GLYPH)
        return float(text_to_path.get_text_width_height_descent(word, face, ismath=False)[0])


def shortened(text: str, points: float, size: float = TEXT, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits in `points` with an ellipsis."""
    if width(text, size, bold) <= points:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, bold) <= points:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrapped(text: str, points: float, size: float = TEXT, bold: bool = False, lines: int = 99) -> list[str]:
    """The text broken between words into at most `lines` lines of `points`; what is left over is cut."""
    broken: list[str] = []
    words = one_line(text).split()
    while words and len(broken) < lines:
        if len(broken) == lines - 1:
            broken.append(shortened(" ".join(words), points, size, bold))
            break
        taken, run = 1, width(words[0], size, bold)
        while taken < len(words) and (run := run + width(f" {words[taken]}", size, bold)) <= points:
            taken += 1
        broken.append(shortened(" ".join(words[:taken]), points, size, bold))
        words = words[taken:]
    return broken


def capitalised(text: str) -> str:
    """The text with a capital first letter, as headings have it; the rest stays."""
    return text[:1].upper() + text[1:]
