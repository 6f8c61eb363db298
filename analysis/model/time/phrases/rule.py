"""What a rule for a phrase of time is, and the words that the phrases of many rules share."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from analysis.model.time.names import MONTH, WEEKDAY
from analysis.model.time.phrases.moments import Moment

Found = Mapping[str, str]
"""The words that a phrase puts into the blanks of a rule, by their names; a blank left out is not there."""

UCDP = "UCDP GED codebook 19.1, appendix 2"
AFTER_UCDP = "House convention, after UCDP GED codebook 19.1, appendix 2"
HOUSE = "House convention"

Shape = Literal[
    "within",
    "about",
    "between",
    "each",
    "either",
    "by",
    "before",
    "after",
    "throughout",
    "goes_on",
    "goes_on_from_start",
    "lasts",
    "began",
    "ended",
    "night",
    "ended_at_end",
]
"""What a phrase says of the days that it names: one day within them, all of them, from then on, and so on."""

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth".split()
DAYTIMES = "dawn|daybreak|morning|noon|midday|afternoon|dusk|evening"
YEARS = "(?:1[789]|2[012])[0-9]{2}"

BLANKS = {
    "number": f"(?P<number>[0-9]{{1,3}}|an?|{'|'.join(NUMBERS[1:])})",
    "unit": "(?P<unit>hour|day|week|month|year)s?",
    "weekday": f"(?P<weekday>{WEEKDAY})",
    "month": f"(?P<month>{MONTH})",
    "day": "(?P<day>[0-9]{1,2})",
    "th": "(?:st|nd|rd|th)",
    "year": f"(?P<year>{YEARS})",
    "of_year": f"(?: (?:of )?(?P<year>{YEARS})| (?:of )?(?P<which>last|this) year)?",
    "a_year": f"(?:(?P<year>{YEARS})|(?P<which>last|this) year|the year)",
    "nth": f"(?P<nth>{'|'.join(ORDINALS)}|last)",
    "early": "(?:in |at )?(?:(?P<early>early)(?:[ -]| in )|(?:the )?(?P<start>start|beginning) of )",
    "later": "(?:in |at )?(?:(?:(?P<mid>mid)|(?P<late>late))(?:[ -]| in )"
    "|(?:the )?(?:(?P<middle>middle)|(?P<end>end)) of )",
    "daytime": f"(?:{DAYTIMES})",
    "on": f"(?:(?:at )?(?:{DAYTIMES}) on |(?:in |on )?the (?:{DAYTIMES}|early hours) of "
    "|(?:early |earlier |late )?(?:on )?(?:early |late )?)",
    "in": "(?:in |during |over |within )?",
    "past": "(?:in |during |over |within )?(?:the )?(?:past|last)",
    "a": "(?P<a>.+?)",
    "b": "(?P<b>.+)",
}
"""The blanks of the patterns."""


@dataclass(frozen=True)
class PhraseRule:
    """One way to tell a time: the words, an example, what it means, and whose rule that is.

    `pattern` is a regular expression over small letters, with blanks in braces. `reads` gives the days from
    the words found and the day of the report, None where there are none; a rule without it is put together
    from the phrases in its blanks `a` and `b`. `shape` is what the phrase says of the days.
    """

    name: str
    pattern: str
    example: str
    meaning: str
    source: str
    reads: Callable[[Found, date], Moment | None] | None = None
    shape: Shape = "within"

    def found(self, text: str) -> dict[str, str] | None:
        """The words that `text` puts into the blanks, None where it is not such a phrase as a whole."""
        match = _compiled(self.pattern).fullmatch(text)
        return match and {name: words for name, words in match.groupdict().items() if words}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{([a-z_]+)\}", lambda blank: BLANKS[blank[1]], pattern))
