"""What no text may hold: formulas, markup, characters that cannot be seen or mean nothing, whole pages."""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from analysis.load.packages.quoting import kind_of, odd_kinds

LONGEST = 5_000
"""The most characters of a text: two printed pages, where a cell holds a name, a title or a few sentences."""


@dataclass(frozen=True)
class TextRule:
    """What a text must not be, in words, and what it would be without it."""

    breaks: Callable[[str], object]
    found: str
    expected: str
    mended: Callable[[str], str]


def broken_rule(text: str) -> TextRule | None:
    """The first rule that the text breaks, None where it is plain.

    >>> broken_rule("over 1,600"), broken_rule("=1+1").expected
    (None, 'text that does not begin with = + - @ or a tab')
    """
    return next((rule for rule in _RULES if rule.breaks(text)), None)


def _visible(text: str) -> str:
    """The text without what cannot be seen or means nothing."""
    return "".join(character for character in text if not kind_of(character))


def _nothing_to_see(text: str) -> bool:
    """Whether a text that is not empty consists of joiners, blanks and marks that have no letter."""
    return not text.isascii() and not any(unicodedata.category(each)[0] in "LNPS" for each in text)


_RULES = (
    TextRule(
        lambda text: "hidden" in odd_kinds(text),
        "a character that cannot be seen",
        "text without control, direction or replacement characters",
        _visible,
    ),
    TextRule(
        lambda text: "meaningless" in odd_kinds(text),
        "a character to which Unicode gives no meaning",
        "letters, marks, digits and signs",
        _visible,
    ),
    TextRule(
        re.compile(r"\A\s*[=+@\t\r-]").search,
        "a formula, as a spreadsheet would read it",
        "text that does not begin with = + - @ or a tab",
        # A number without its sign is another one.
        lambda text: "" if re.match(r"\s*-\s*\d", text) else text.lstrip("=+-@\t\r\n "),
    ),
    TextRule(
        re.compile(r"<[A-Za-z!/?]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+\d*);").search,
        "markup",
        "plain text",
        lambda text: html.unescape(re.sub(r"<[A-Za-z!/?][^>]*>?", "", text)).strip(),
    ),
    TextRule(
        re.compile(r"\A\s|\s\Z").search, "blanks around the text", "text without blanks around it", str.strip
    ),
    TextRule(_nothing_to_see, "nothing that can be seen", "text, or an empty cell", lambda _: ""),
    TextRule(
        lambda text: len(text) > LONGEST,
        f"a text of more than {LONGEST} characters",
        f"at most {LONGEST} characters",
        lambda _: "",
    ),
)
"""In this order; a text is reported for the first rule that it breaks."""
