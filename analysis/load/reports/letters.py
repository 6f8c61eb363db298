"""The letters that the bytes of a report stand for, in any encoding; what is no text is refused by name."""

import re

from analysis.errors import ReportError
from analysis.load.corpora.encodings import text_of

EXPECTED = "expected text, HTML or PDF"

SAMPLE = 100_000
"""Letters that are looked at to tell whether a file is text."""

ACCENTED = 0.3
"""Text of Windows-1252 with a larger share of letters beyond ASCII is of another encoding: French and Swedish
stay below 0.1, while every letter of Russian or Greek read so lies beyond."""

_DECLARED = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_UNREAD = re.compile("[\udc80-\udcff]")


def letters_in(content: bytes, file: str) -> str:
    """The text of a file: UTF-8, UTF-16 and UTF-32, what a page declares of itself, else Windows-1252; its
    lines end in one way. Raises ReportError for bytes that are no text, or of an encoding that nobody tells.
    """
    text, faults = text_of(content, file)
    if text is None:
        raise ReportError(f"{file}: found {faults[0].found}; {EXPECTED}")
    lost = _UNREAD.search(text)
    if lost:
        text = _declared(content) or _western(content, file, 1 + text.count("\n", 0, lost.start()))
    odd = sum(ord(sign) < 32 and sign not in "\t\n\r\f\v" for sign in text[:SAMPLE])
    if odd > max(3, len(text[:SAMPLE]) // 100):
        raise ReportError(f"{file}: found bytes that are no text; {EXPECTED}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(content: bytes) -> str:
    """The text by the encoding that a page declares in its head; empty where it is wrong or declares none."""
    declared = _DECLARED.search(content[:4096])
    if declared is None:
        return ""
    try:
        return content.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return ""


def _western(content: bytes, file: str, line: int) -> str:
    """The text as Windows-1252, unless its letters say that it is of another encoding."""
    where = f"{file}, line {line}: found letters of an encoding that nobody tells"
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise ReportError(f"{where}; expected UTF-8: save it anew") from None
    letters = [sign for sign in text[:SAMPLE] if sign.isalpha()]
    if sum(sign > "\x7f" for sign in letters) > ACCENTED * len(letters):
        raise ReportError(f"{where}; expected UTF-8: save it anew")
    return text
