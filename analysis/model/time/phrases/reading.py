"""A phrase of time read whole against the publication of its report, or not at all."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from analysis.model.time.edtf import is_edtf
from analysis.model.time.phrases.answers import Answer, hull_of, shaped
from analysis.model.time.phrases.day_rules import DAY_RULES
from analysis.model.time.phrases.moments import Moment
from analysis.model.time.phrases.period_rules import PERIOD_RULES
from analysis.model.time.phrases.rule import BLANKS, PhraseRule
from analysis.model.time.spans import Span
from analysis.model.time.suggestions import suggestions

PHRASE_RULES = (*DAY_RULES, *PERIOD_RULES)
"""Every reading goes through these; the first that reads the whole phrase is taken."""
WINDOW = 366
"""The days of the longest publication, a year."""
LONGEST = 120
"""Letters beyond which a text is prose, not a phrase."""

_DAYS = (
    "(?P<one>[0-9]{1,2})(?:st|nd|rd|th)? ?(?P<link>to|and|or|until|till|through|-) ?"
    "(?P<other>[0-9]{1,2})(?:st|nd|rd|th)?"
)


@dataclass(frozen=True)
class DateReading:
    """What a phrase of time means: the EDTF text, and the names of the rules that read it."""

    edtf: str
    rule: str


def dated(text: str, published: Span) -> DateReading | None:
    """The reading of a phrase in a report published in that span, None where no rule reads it whole.

    What the phrase leaves to the report is marked as inferred. Where the publication is a window, the reading
    holds the answers for all of its days; a report that is not known to a year or so reads no phrase.

    >>> from analysis.model import span_of
    >>> report = span_of("2015-10-12")
    >>> [dated(words, report).edtf for words in ("overnight Friday", "late September", "since 2013")]
    ['[2015-10-09?..2015-10-10?]', '[2015?-09-?21..2015?-09-?30]', '2013/..']

    What EDTF is already, and a date that is only written in another way ("9 Oct 2015"), is no phrase: None.
    """
    days = _days(published)
    if not days or len(text) > LONGEST or _is_date(text):
        return None
    words = _plain(text)
    answers = [answer for answer in (_answer(words, day) for day in days) if answer]
    answer = hull_of(answers) if len(answers) == len(days) else None
    edtf = answer and answer.written()
    return DateReading(edtf, answer.rule) if answer and edtf and is_edtf(edtf) else None


def _days(published: Span) -> list[date]:
    """The days on which the report may have been published, none where they are unknown or too many."""
    low, high = published.low, published.high
    if low is None or high is None or (high - low).days > WINDOW:
        return []
    return [low + timedelta(number) for number in range((high - low).days + 1)]


def _answer(words: str, day: date) -> Answer | None:
    """What the first rule that reads `words` whole makes of them in a report of `day`."""
    for rule in PHRASE_RULES:
        ends = _ends(rule, words, day)
        answer = ends and shaped(rule.name, rule.shape, *ends, day)
        if answer:
            return answer
    return None


def _ends(rule: PhraseRule, words: str, day: date) -> tuple[Moment, Moment] | None:
    """The first and the last moment that `words` name by this rule; the same one where they name only one."""
    found = rule.found(words)
    if found is None:
        return None
    if rule.reads:
        moment = rule.reads(found, day)
        return (moment, moment) if moment else None
    last = _moment(found.get("b") or found["a"], day)
    if last is None:
        return None
    if rule.shape == "about":
        last = replace(last, about=True)
    if "b" not in found or "a" not in found:
        return last, last
    first = _moment(found["a"], day)
    if first and first.low > last.low:
        first = _moment(found["a"], last.high)
    if first is None or first.low > last.low:
        return None
    if "year" in last.said and first.low.year == last.low.year:
        first = replace(first, said=first.said | {"year"})
    return first, last


def _moment(words: str, day: date) -> Moment | None:
    """The days that a phrase within a phrase names; one that says from when or how long names none."""
    naming = (rule for rule in PHRASE_RULES if rule.shape in ("within", "about"))
    ends = (_ends(rule, words, day) for rule in naming)
    return next((found[0] for found in ends if found), None)


def _plain(text: str) -> str:
    """Small letters, plain blanks and hyphens, no commas or full stops; "9-11 Oct" as "9 oct to 11 oct"."""
    plain = re.sub(r"[\u2010-\u2015]", "-", text.casefold())
    plain = re.sub(r"[,.]", " ", plain)
    plain = " ".join(re.sub(r"(?<=[0-9])-(?=[a-z])", " - ", plain).split())
    for pattern in (f"{_DAYS}(?: of)? {BLANKS['month']}", f"{BLANKS['month']} {_DAYS}"):
        plain = re.sub(rf"\b{pattern}\b(?P<year> [0-9]{{4}}|)", _month_twice, plain)
    return plain


def _month_twice(found: re.Match[str]) -> str:
    month = f"{found['month']}{found['year']}"
    link = "to" if found["link"] == "-" else found["link"]
    return f"{found['one']} {month} {link} {found['other']} {month}"


def _is_date(text: str) -> bool:
    return is_edtf(text) or bool(suggestions(text))
