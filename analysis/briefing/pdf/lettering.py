"""Drawings as the typesetter can letter them: in our typefaces, without signs that it refuses."""

import re
import unicodedata

from analysis.typefaces import ARABIC, SANS

_TYPEFACES = re.compile(r"(?:\bfont(?:-family)?\s*:|\bfont-family=\")(?![^;\"}]*inherit)[^;\"}<]+")
_LINK = re.compile(r"</?a\b[^<>]*>")
_LABEL = re.compile(r"<text\b.*?</text>", re.DOTALL)


def lettered(svg: str) -> str:
    """The drawing as the typesetter can letter it: in our typefaces, where it lacks those that are asked for.

    Links go and what they hold stays: the typesetter leads nowhere from within a drawing.
    Vowel signs and accents that are no part of a letter go: for one in a label it refuses a whole drawing.

    >>> lettered('<svg><text style="font: 9px Arial">حلّ</text></svg>').partition("><")[2]
    'text style="font: 9px Arial, Source Sans Pro, DejaVu Sans">حل</text></svg>'
    """
    svg = _LABEL.sub(_without_signs, _TYPEFACES.sub(rf"\g<0>, {SANS}, {ARABIC}", _LINK.sub("", svg)))
    root = svg[: svg.index(">")]
    ours = "" if " font-family=" in root else f' font-family="{SANS}, {ARABIC}"'
    return root + ours + svg[len(root) :]


def _without_signs(label: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", label[0])
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Mn")
