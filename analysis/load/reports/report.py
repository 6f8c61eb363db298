"""A file as the text of a report, by what the file holds and not by what it is called."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from analysis.errors import ReportError
from analysis.load.reports.letters import letters_in
from analysis.load.reports.plain import from_text
from analysis.model.reports import Paragraph, ReportText

MOST_BYTES = 200 * 1024 * 1024
"""Beyond this a file is no report."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\u2060"))
_BLANKS = re.compile(r"(?:(?<![0-9])|(?<=[0-9])(?![\u00a0\u2009\u202f][0-9]))\s+")
_OWN_NUMBER = re.compile(r"\(?([0-9]{1,4})[.)]\s+\S")

_OTHERS = (
    (b"PK\x03\x04", "a ZIP archive, such as a DOCX, ODT or EPUB", "save it as text, HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text, HTML or PDF"),
    (b"{\\rtf", "rich text (RTF)", "save it as text, HTML or PDF"),
    (b"\x89PNG", "a picture", "type out its text: Sitrep does not read pictures"),
    (b"\xff\xd8\xff", "a picture", "type out its text: Sitrep does not read pictures"),
    (b"GIF8", "a picture", "type out its text: Sitrep does not read pictures"),
)


def report(path: str | Path) -> ReportText:
    """The text of the report in a file: plain text, HTML as a browser saved it, or a PDF with text.

    Paragraphs are counted from the first behind the head, and cited as `p1`, `p2`; a report that numbers them
    itself is cited by its own numbers. Nothing is loaded from elsewhere. Raises ReportError for a file that
    is not there, is none of these, or holds no text: a scan, a locked PDF, a page behind a login, a head
    without paragraphs.
    """
    place = Path(path)
    content = _content(place)
    for mark, found, hint in _OTHERS:
        if content.startswith(mark):
            raise ReportError(f"{place}: found {found}; expected text, HTML or PDF; {hint}")
    read = _read(content, place.name)
    paragraphs = tuple(replace(one, text=tidied(one.text)) for one in read.paragraphs)
    paragraphs = tuple(one for one in paragraphs if one.text)
    if not paragraphs:
        raise ReportError(f"{place}: found no paragraphs; expected a head, a blank line and paragraphs")
    whole = {
        name: tidied(getattr(read, name))
        for name in ("title", "author", "publisher", "dateline", "published")
    }
    texts = [one.text for one in paragraphs]
    located = tuple(map(Paragraph, locators(texts), texts))
    checksum = hashlib.sha256(content).hexdigest()
    return replace(read, file=place.name, checksum=checksum, paragraphs=located, **whole)


def _read(content: bytes, name: str) -> ReportText:
    """The text by what the file holds. The libraries for pages and PDFs take a while to be imported, and a
    notebook that prints a corpus reads no reports: each is met only where it is needed."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from analysis.load.reports.pdf import from_pdf

        return from_pdf(content, name)
    text = letters_in(content, name)
    if _is_html(text):
        from analysis.load.reports.html import from_html

        return from_html(text, name)
    return from_text(text, name)


def locators(texts: Sequence[str]) -> list[str]:
    """What each paragraph is cited as: its place, or its own number where the report numbers most of them.

    What stands between numbered paragraphs is cited by the number before and a letter.

    >>> locators(["1. Overview.", "2. Food.", "Wheat", "Oil", "3. Health.", "4. Water."])
    ['p1', 'p2', 'p2-a', 'p2-b', 'p3', 'p4']
    """
    own = [int(found[1]) if (found := _OWN_NUMBER.match(text)) else None for text in texts]
    numbers = [number for number in own if number is not None]
    if len(numbers) < 4 or 3 * len(numbers) < 2 * len(texts) or any(b <= a for a, b in pairwise(numbers)):
        return [f"p{number}" for number in range(1, len(texts) + 1)]
    cited, last, letter = [], "0", 0
    for number in own:
        last, letter = (last, letter + 1) if number is None else (str(number), 0)
        cited.append(f"p{last}" if letter == 0 else f"p{last}-{_lettered(letter)}")
    return cited


def _lettered(number: int) -> str:
    """a to z, then aa, ab and so on."""
    rest, letter = divmod(number - 1, 26)
    return (_lettered(rest) if rest else "") + chr(ord("a") + letter)


def tidied(text: str) -> str:
    """A text on one line in composed letters (NFC), without soft hyphens and marks that are not seen; blanks
    within a number stay as they are printed.

    >>> tidied("har\u00adbour  of\u00a0Cafe\u0301, 9\u202f400 persons")
    'harbour of Café, 9\u202f400 persons'
    """
    composed = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return _BLANKS.sub(" ", composed).strip()


def _content(place: Path) -> bytes:
    if place.is_dir():
        raise ReportError(f"{place}: found a folder; expected the file of a report")
    if not place.is_file():
        raise ReportError(f"{place}: no such file; expected a report as text, HTML or PDF")
    if place.stat().st_size > MOST_BYTES:
        raise ReportError(f"{place}: found {place.stat().st_size:,} bytes; expected at most {MOST_BYTES:,}")
    content = place.read_bytes()
    if not content.strip():
        raise ReportError(f"{place}: found an empty file; expected the text of a report")
    return content


def _is_html(text: str) -> bool:
    start = text[:4096].lstrip().lower()
    tags = ("<!doctype html", "<html", "<?xml", "<p", "<div", "<article", "<!--")
    return start.startswith(tags) or "<html" in start or "<body" in start
