"""Plain text: a head of a few lines, then paragraphs, parted by blank lines or each on a line of its own."""

import re
import statistics

from analysis.load.reports.head import NO_HEAD, head_of, inline_dateline
from analysis.model.reports import Paragraph, ReportText

WRAPPED = 110
"""Lines that are mostly longer than this are paragraphs; nobody breaks lines by hand so late."""

SHORT = 0.75
"""A line of a wrapped text that ends a sentence and is shorter than this share of the longest ends its
paragraph too."""

_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_HELD = re.compile(r"(?:backed|led|held|based|made|controlled|aligned|allied|year|old|day|born|style)\b")
_COMPOUNDS = frozenset(
    "so self non ex pro anti well long short mid half cross food one two three four five six seven eight "
    "nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""First parts of words that keep their hyphen where a line ends on it."""
_ITEM = re.compile(r"^\s*(?:[-*\u2022\u25cf\u25aa\u2013\u2014\u00b7]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)])\s+\S")
SENTENCE_END = re.compile(r"[.!?\u2026\u061f\u3002][\"'\u201d\u2019\u00bb)\]]*$")


def from_text(text: str, file: str, *, wrapped: bool = True) -> ReportText:
    """The report in a plain text, its head read as `head_of` says.

    With `wrapped` false a block is a paragraph whatever its lines are, as where its maker parted them.
    """
    blocks = [
        block.strip("\n\f")
        for block in re.split(r"\n[ \t\f\v]*\n\s*?|\f", text.strip("\n \t\f"))
        if block.strip()
    ]
    head, rest = head_of(blocks)
    parted = [paragraph for block in rest for paragraph in (paragraphs_of(block) if wrapped else [block])]
    if head == NO_HEAD and len(blocks) == 1:  # not one blank line: the head is at most the first line
        head, parted = head_of(parted)
    head = inline_dateline(head, parted[0] if parted else "")
    paragraphs = tuple(Paragraph("", paragraph) for paragraph in parted)
    return ReportText(
        file, "", head.title, head.author, head.publisher, head.dateline, head.published, paragraphs
    )


def paragraphs_of(block: str) -> list[str]:
    """The paragraphs of a block without blank lines: its items if it is a list, its lines if they are long,
    else what is wrapped, joined.

    >>> paragraphs_of("Two needs:\\n- water for the camp\\n- bread")
    ['Two needs:', '- water for the camp', '- bread']
    """
    lines = [line for line in block.split("\n") if line.strip()]
    if len(lines) < 2:
        return [line.strip() for line in lines]
    long = statistics.median(map(len, lines)) > WRAPPED
    width = max(map(len, lines))
    found: list[str] = []
    for place, line in enumerate(lines):
        last = lines[place - 1].rstrip()
        ended = bool(SENTENCE_END.search(last)) and (len(last) < SHORT * width or line[:1].isspace())
        if not found or long or is_item(line) or ended:
            found.append(line.strip())
        else:
            found[-1] = joined(found[-1], line)
    return found


def is_item(line: str) -> bool:
    """Whether a line begins like an item of a list: a dash, a bullet, a number or letter with its point.

    >>> is_item("- water"), is_item("2. Casualties. For the strike"), is_item("2.40 in the morning")
    (True, True, False)
    """
    return bool(_ITEM.match(line))


def joined(text: str, more: str) -> str:
    """Two lines of a paragraph as one: a word that a hyphen breaks is whole again, a compound keeps it.

    >>> joined("The govern-", "ment said"), joined("an Iran-", "backed group"), joined("twenty-", "four")
    ('The government said', 'an Iran-backed group', 'twenty-four')
    """
    more = more.strip()
    if text.endswith("\u00ad"):
        return text[:-1] + more
    broken = _BROKEN.search(text)
    if broken is None:
        return f"{text} {more}"
    whole = more[:1].islower() and broken[1].lower() not in _COMPOUNDS and not _HELD.match(more)
    return f"{text[:-1]}{more}" if whole else f"{text}{more}"
