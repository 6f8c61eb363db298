"""How a text that may hold anything is shown in a message, and which characters nobody sees or can read."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

JOINERS = "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2"
"""Characters of formatting that belong to a word: joiners in Persian and Indic names and in emoji, and signs
that are written around Arabic numbers."""

FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Characters that count as letters, marks or symbols and show nothing."""

LOST = "\ufffd"
"""The mark that stands for a character lost in decoding."""

BREAKS = "\t\r\n"
"""Controls that may stand within a text."""

_HIDDEN = ("Cc", "Cf", "Zl", "Zp")
_MEANINGLESS = ("Cn", "Co", "Cs")
"""Unicode's general categories: controls, formatting, separators; unassigned, private use, surrogates."""

_LONGEST = 80


def quoted(text: str) -> str:
    """The text in quotes, with what cannot be seen named and what is too long cut.

    >>> print(quoted("over 1,600"))
    'over 1,600'
    """
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
    return "'" + "".join(_shown(character) for character in cut) + "'"


def odd_kinds(text: str) -> set[str]:
    """What is odd about characters of the text: some are "hidden", some "meaningless".

    >>> odd_kinds("حلب, Aleppo"), odd_kinds("Aleppo\\u202e")
    (set(), {'hidden'})
    """
    # Nearly all text is plain, and this finds out fast.
    kinds = map(kind_of, set(re.findall(r"[^ -~\n]", text)))
    return {kind for kind in kinds if kind}


@lru_cache(maxsize=4_096)
def kind_of(character: str) -> Literal["hidden", "meaningless", ""]:
    """Whether a character cannot be seen, has no meaning, or, as nearly all, may stand in a text."""
    category = unicodedata.category(character)
    if character in BREAKS or character in JOINERS:
        return ""
    if category in _HIDDEN or character in FILLERS or character == LOST:
        return "hidden"
    return "meaningless" if category in _MEANINGLESS else ""


def _shown(character: str) -> str:
    blank = unicodedata.category(character) == "Zs" and character != " "
    if not (blank or character in BREAKS or kind_of(character)):
        return character
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}"
    return f"[{name.strip()}]"
