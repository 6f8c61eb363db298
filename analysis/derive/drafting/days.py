"""When what a sentence tells was: its phrases of time, resolved by the day of the report."""

import re
from dataclasses import dataclass

from analysis.derive.drafting.sentences import Span
from analysis.errors import DateError
from analysis.model import span_of
from analysis.model.time.phrases.reading import dated
from analysis.model.time.spans import Span as Days
from analysis.model.time.suggestions import suggestions

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DATE = (
    rf"(?:(?:{_DAY},? )?[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? [0-9]{{4}})?"
    rf"|(?:{_DAY},? )?{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,? [0-9]{{4}})?|{_MONTH} [0-9]{{4}})"
)
_PART = r"(?: morning| afternoon| evening| night)?"
_COUNT = r"(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|several|few|couple of)"
_UNIT = r"(?:hours|days|weeks|months|years)"

_PHRASES = re.compile(
    "|".join(
        [
            rf"\b(?i:between|from) (?:{_DATE}|[0-9]{{1,2}}) (?:and|to|until|through) {_DATE}",
            rf"\b[0-9]{{1,2}}(?:-| to | and |\u2013){_DATE}",
            (
                rf"\b(?i:since|by|until|as of|from|before|after|in|on|during|early in|late in|mid-|early"
                rf"|late) {_DATE}"
            ),
            rf"\b{_DATE}",
            rf"\b(?i:overnight|early|late)(?: on)? {_DAY}(?: (?:to|into) {_DAY})?{_PART}",
            rf"\b(?i:since|by|until|as of|from|on|late on|early on) (?:last )?{_DAY}{_PART}",
            rf"\b{_DAY}{_PART}",
            r"\b(?i:over the|at the|this|last|the) weekend",
            (
                rf"\b(?i:in|over|during|within) the (?:past|last|previous) (?:{_COUNT} )?"
                r"(?:hours?|days?|weeks?|months?|years?|24 hours)"
            ),
            rf"\b(?i:the )?(?:past|last) {_COUNT} {_UNIT}",
            r"\b(?i:in|over|during) the past (?:day|week|month|year)",
            r"\b(?i:in recent (?:days|weeks|months)|recently|in the past few days|the past few days)",
            r"\b(?i:yesterday|today|overnight|tonight|last night|this morning)\b",
            r"\b(?i:earlier |later )?(?i:this|last) (?:week|month|year|spring|summer|autumn|winter)",
            rf"\b(?i:last|this) {_MONTH}\b",
            (
                rf"\b(?i:since|in|by|until|during|early|late|in early|in late|in mid-|since early"
                rf"|since late) {_MONTH}(?: (?:this|last) year)?(?! [0-9])\b"
            ),
            r"\b(?i:since|in|by|until|during|in early|in late|early|late) (?:19|20)[0-9]{2}\b",
            rf"\b{_COUNT} (?:days|weeks|months|years) ago",
        ]
    )
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|added|added that|published|issued|spoke|wrote|claimed"
    r"|warned|confirmed|acknowledged|denied)(?:\s+(?:reporters|journalists|the \w+|[A-Z]\w+|in (?:a|an|its)"
    r" (?:\w+ )?(?:statement|briefing|report|update|interview|bulletin)|late|early|here)){0,3},?\s*$"
    r"|\btold(?:\s+\w+){1,2}(?:\s+by \w+)?,?\s*$"
)


@dataclass(frozen=True)
class Dated:
    """A phrase of time in a text: its span, its EDTF text, the rule that read it, whether it dates the saying
    (`said on Saturday`) and not what is told."""

    start: int
    end: int
    edtf: str
    rule: str
    saying: bool


def days_in(text: str, sentence: Span, published: Days | None) -> tuple[Dated, ...]:
    """The phrases of time of a sentence that are read, from left to right. What is not read is left out, and
    without the day of the report only full dates are read."""
    found = []
    for hit in _PHRASES.finditer(text, *sentence):
        edtf, rule = _read(hit[0], published)
        if edtf:
            saying = bool(_SAYING.search(text[sentence[0] : hit.start()]))
            found.append(Dated(*hit.span(), edtf, rule, saying))
    return tuple(found)


def _read(words: str, published: Days | None) -> tuple[str, str]:
    """The EDTF text and the rule of a phrase; empty where it is not read."""
    phrase = re.sub(r"^(?i:on|as of|during)\s+", "", words)
    for text in dict.fromkeys((words, phrase)):
        reading = dated(text, published) if published is not None else None
        if reading is not None:
            return reading.edtf, reading.rule
    written = suggestions(re.sub(r"^(?i:on|in|as of|during|by)\s+", "", words))
    if written and re.search(r"[0-9]{4}", words):
        try:
            return span_of(written[0]).edtf, "date as written"
        except DateError:
            return "", ""
    return "", ""


def date_of(text: str, place: Span, found: tuple[Dated, ...]) -> Dated | None:
    """The phrase that dates an amount: the nearest in its sentence that does not date the saying."""
    told = [one for one in found if not one.saying]
    return min(told, key=lambda one: _apart(text, (one.start, one.end), place), default=None)


def _apart(text: str, one: Span, other: Span) -> int:
    first, last = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
    between = text[first:last]
    return len(between) + 60 * between.count(";") + 15 * between.count(",")
