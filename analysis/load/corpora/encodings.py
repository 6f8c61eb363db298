"""What the bytes of a table are: text in UTF-8, or something else that is told by name, once for the file."""

import codecs
import re

from analysis.errors import Fault
from analysis.load.packages.dialects import DELIMITERS

SAVED = "save as CSV, UTF-8"

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
"""Marks at the beginning of a text; that of UTF-32 begins with that of UTF-16."""

_PACKED = (
    (b"PK\x03\x04", "a workbook or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "a workbook of an old Excel"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"%PDF-", "a PDF"),
)

_SAMPLE = 4_096
_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?[\s,;]*?(?=\r|\n|\Z)", re.IGNORECASE)


def text_of(content: bytes, file: str) -> tuple[str | None, list[Fault]]:
    """The text of a table, None where it is none, and the one fault of its encoding, if it has one.

    Where another encoding than UTF-8 is known for sure, the text is decoded, so that the rest can be checked;
    single bytes that are no UTF-8 stay as lone surrogates, to be found cell by cell.
    """
    for mark, what in _PACKED:
        if content.startswith(mark):
            return None, [Fault(file, 1, "", f"{what}, by its first bytes", "CSV in UTF-8", SAVED)]
    for mark, name, codec in _MARKS:
        if content.startswith(mark):
            found = f"{name}, by its first {len(mark) if name == 'UTF-32' else 'two'} bytes"
            text = content.decode(codec, errors="replace").removeprefix("\ufeff")
            return text, [Fault(file, 1, "", found, "CSV in UTF-8", SAVED)]
    wide = _wide(content[:_SAMPLE])
    if wide:
        found = "UTF-16 without a mark, by its zero bytes"
        return content.decode(wide, errors="replace"), [Fault(file, 1, "", found, "CSV in UTF-8", SAVED)]
    text = content.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
    zeros = text.count("\0")
    if zeros > 1 or (zeros and text.index("\0") < len(text.splitlines()[0])):  # one in a cell is told there
        line = text[: text.index("\0")].count("\n") + 1
        found = "a zero byte" if zeros == 1 else f"{zeros} zero bytes, the first in this line"
        return None, [Fault(file, line, "", found, "CSV in UTF-8 without zero bytes", SAVED)]
    return text, []


def _wide(sample: bytes) -> str:
    """The encoding of text in which every other byte is zero, nearly throughout; empty where it is not so."""
    pairs = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and second > pairs * 0.7 and first < pairs * 0.1:
        return "utf-16-le"
    return "utf-16-be" if pairs and first > pairs * 0.7 and second < pairs * 0.1 else ""


def separator_of(text: str) -> tuple[str, str]:
    """What a first line `sep=;` says parts the cells, and the text with that line emptied, so that lines keep
    their numbers; empty and the text itself where there is no such line.

    >>> separator_of("sep=;\\na;b\\n")
    (';', '\\na;b\\n')
    """
    line = _SEPARATOR.match(text)
    if line is None or line[1] not in DELIMITERS:
        return "", text
    return line[1], text[line.end() :]
