"""A PDF with text: its paragraphs in reading order, by gaps between lines, indents and short last lines."""

import io
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from analysis.errors import ReportError
from analysis.load.reports.head import kind_of
from analysis.load.reports.layout import Line, Sheet, Word, lines_of
from analysis.load.reports.plain import SENTENCE_END, SHORT, from_text, is_item, joined
from analysis.model.reports import ReportText

GAP = 1.3
"""Lines farther apart than this many times the usual step, by the size of the type, begin a paragraph."""

INDENT = 6.0
"""A first line that stands this far to the right of the line before begins a paragraph, in points."""

LARGER = 1.08
"""Type larger than this many times that of the text is a heading."""

LITTLE = 20
"""Fewer letters than this on a page that a picture covers are a scan."""

PICTURE = 0.6
"""The share of a page from which a picture covers it."""

RIGHT_TO_LEFT = 0.3
"""The share of letters running from right to left above which a PDF is refused: it keeps them as they are
seen on paper, each line from its end."""

_CODES = re.compile(r"\(cid:[0-9]+\)")
_MIRRORED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass
class _Block:
    """A paragraph as it grows, with the size of its type."""

    text: str
    size: float


def from_pdf(content: bytes, file: str) -> ReportText:
    """The report in a PDF.

    Raises ReportError where it is locked, broken, a scan, without a table of letters, or mostly in a script
    that runs from right to left; it names the first page whose words would be lost.
    """
    sheets = _sheets(content, file)
    _refuse_lost(sheets, file)
    blocks = _blocks(lines_of(sheets))
    return from_text("\n\n".join(_headed(blocks)), file, wrapped=False)


_OTHER = "expected text or a saved page: save or copy it as such"


def _sheets(content: bytes, file: str) -> list[Sheet]:
    """The words of every page."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            sheets = []
            for page in document.pages:
                sheets.append(_sheet(page))
                page.close()
            return sheets
    except PdfminerException as refusal:
        cause = type(refusal.args[0]).__name__ if refusal.args else "no cause is told"
        if "Password" in cause or "Encrypt" in cause:
            found = "a PDF locked by a password; expected one that opens without"
        else:
            found = f"a broken PDF ({cause}); expected a whole one"
        raise ReportError(f"{file}: found {found}") from None


def _refuse_lost(sheets: Sequence[Sheet], file: str) -> None:
    """Raise ReportError where words of a page would be lost: a scan, signs without letters, mirrored script.

    A picture over the first or the last page is a cover, and loses nothing.
    """
    words = [[word.text for word in sheet.words] for sheet in sheets]
    if not any(words):
        pages = "1 page" if len(sheets) == 1 else f"{len(sheets)} pages"
        raise ReportError(f"{file}: found {pages} without text, as of a scan; expected a PDF with text")
    for number, (page, sheet) in enumerate(zip(words, sheets, strict=True), 1):
        if sheet.pictured and 1 < number < len(sheets) and sum(map(len, page)) < LITTLE:
            raise ReportError(f"{file}, page {number}: found a picture without text, as of a scan; {_OTHER}")
        if len(_CODES.findall(" ".join(page))) > max(2, len(page) // 10):
            raise ReportError(
                f"{file}, page {number}: found signs whose letters the PDF does not tell; {_OTHER}"
            )
    letters = "".join(sign for page in words for word in page for sign in word if sign.isalpha())
    if len(_MIRRORED.findall(letters)) > RIGHT_TO_LEFT * len(letters):
        raise ReportError(
            f"{file}: found text that runs from right to left, whose order a PDF loses; {_OTHER}"
        )


def _sheet(page: Page) -> Sheet:
    found = page.extract_words(extra_attrs=["size"], keep_blank_chars=False, use_text_flow=False)
    # A soft hyphen that a page shows is one like any other: some fonts have one sign for both.
    words = tuple(
        Word(w["text"].replace("\u00ad", "-"), w["x0"], w["x1"], w["top"], w["size"]) for w in found
    )
    width, height = float(page.width), float(page.height)
    pictured = any(one["width"] * one["height"] > PICTURE * width * height for one in page.images)
    return Sheet(words, width, height, pictured)


def _blocks(pages: Sequence[Sequence[Line]]) -> list[_Block]:
    """Paragraphs out of lines; what the end of a column or page breaks goes on where no sentence ends."""
    steps = [
        (later.top - line.top) / line.size
        for lines in pages
        for line, later in pairwise(lines)
        if later.left == line.left and 0 < later.top - line.top < 5 * line.size
    ]
    usual = statistics.median_low([round(step, 2) for step in steps]) if steps else 0.0
    blocks: list[_Block] = []
    last: Line | None = None
    for lines in pages:
        for line in lines:
            if last is None or _begins(last, line, usual):
                blocks.append(_Block(line.text, line.size))
            else:
                blocks[-1].text = joined(blocks[-1].text, line.text)
            last = line
    return blocks


def _begins(last: Line, line: Line, usual: float) -> bool:
    """Whether a line begins a paragraph, by where the line before it stands."""
    if abs(line.size - last.size) > 0.6 or is_item(line.text):
        return True
    ended = bool(SENTENCE_END.search(last.text))
    short = last.x1 - last.left < SHORT * (last.right - last.left)
    if line.left != last.left or line.top <= last.top:  # in another column or on another page
        return ended or (short and not line.text[:1].islower())
    if short and (kind_of(last.text) or kind_of(line.text)):  # a byline or day in a head set close
        return True
    step = (line.top - last.top) / last.size
    indented = line.x0 - last.x0 > INDENT and ended
    return step > usual * GAP or indented or (ended and short)


def _headed(blocks: list[_Block]) -> list[str]:
    """The paragraphs as texts, the first of them in larger type together as the lines of one head."""
    letters = [(block.size, len(block.text)) for block in blocks]
    total, passed, body = sum(count for _, count in letters), 0, 0.0
    for size, count in sorted(letters):  # the median letter: the type of the running text
        passed += count
        if passed * 2 >= total:
            body = size
            break
    large = 0
    while large < len(blocks) and blocks[large].size > LARGER * body:
        large += 1
    head = "\n".join(block.text for block in blocks[:large])
    return [*([head] if head else []), *(block.text for block in blocks[large:])]
