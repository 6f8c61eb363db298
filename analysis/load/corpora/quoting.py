"""How a cell that may hold anything is shown in a message."""

import re
import unicodedata

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"

UNSEEN = _CONTROLS + _DIRECTIONS + _NO_CHARACTERS + "\u200b\ufeff\ufffd"
"""Characters that change a text without being seen, as the inside of a regular expression's brackets:
controls, direction marks, what Unicode keeps free of characters, and the mark that stands for a character
lost in decoding."""

_LONGEST = 80


def quoted(text: str) -> str:
    """The text in quotes, with what cannot be seen named and what is too long cut.

    >>> print(quoted("over 1,600"))
    'over 1,600'
    """
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
    return "'" + re.sub(f"[{UNSEEN}\t\r\n]", lambda match: f"[{_name(match[0])}]", cut) + "'"


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
