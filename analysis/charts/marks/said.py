"""What a claim says, as runs of a row: its words large, then who said so, where, and how they are read."""

from typing import Any

from analysis.charts.marks import days
from analysis.charts.marks.runs import Run
from analysis.charts.style import ACCENT, INK, MUTED, OUTSIDE, outside
from analysis.charts.style.lettering import SMALL, TEXT, one_line
from analysis.messages import (
    amount_words,
    date_words,
    interval_words,
    joined,
    measure_words,
    say,
    tag_words,
    unit_words,
)
from analysis.model.frames import AGAINST

LARGE, LONG = 13.0, 11.0
"""Sizes of the words of a claim: they are the largest thing in a row, and long ones a little smaller."""

PEOPLE = "persons"
"""The unit of people one by one, which goes without saying."""

MANY = 34
"""From so many letters on words are long."""


def said_runs(row: Any) -> list[Run]:
    """The words of one claim, what sort of answer it is, speaker, citation and reading."""
    ink, muted = shades(row)
    words = one_line(row.wording)
    large = say("quoted", words=words) if words else amount_of(row)
    size = LONG if len(large) > MANY else LARGE
    stance = say(f"said-{row.stance}") if row.stance in AGAINST else ""
    told = [
        Run(stance, TEXT, muted, italic=True),
        Run(large, size, ink, bold=True),
        Run(speaker_of(row), SMALL, muted),
        cite_run(row),
        Run(reading_of(row) if words else "", SMALL, muted),
        Run(outside_of(row), SMALL, muted, italic=True),
    ]
    return [run for run in told if run.text]


def together_runs(marks: list[Any]) -> list[Run]:
    """How many claims share a row, from which number to which, by how many voices."""
    first = marks[0]
    ink, muted = shades(first)
    against = first.stance in AGAINST
    numbers = "" if against else range_of(marks)
    claims = say("said-together-against" if against else "said-together", claims=int(first.together))
    silent = int(first.silent)
    told = [
        Run(joined("join-comma", [claims, numbers]), LONG, ink, bold=True),
        Run(say("said-voices", voices=int(first.voices)), SMALL, muted),
        Run(say("said-silent", silent=silent) if silent and not against else "", SMALL, muted),
        Run(outside_of(first), SMALL, muted, italic=True),
    ]
    return [run for run in told if run.text]


def range_of(marks: list[Any]) -> str:
    """From the lowest to the highest number of several marks, in words; empty where none has any."""
    lows = [row.low if row.low == row.low else row.best for row in marks]
    highs = [row.high if row.high == row.high else row.best for row in marks]
    known = [number for number in (*lows, *highs) if number == number]
    if not known:
        return ""
    if any(high != high and low == low for low, high in zip(lows, highs, strict=True)):
        if min(known) == max(known):
            return interval_words(min(known), None)
        return say("said-range-open", low=interval_words(min(known), min(known)), high=_exact(max(known)))
    return interval_words(min(known), max(known))


def _exact(number: float) -> str:
    return interval_words(number, number)


def shades(row: Any) -> tuple[str, str]:
    """Ink and muted ink of a row; grey for both where it is outside the scope."""
    return (OUTSIDE, OUTSIDE) if outside(row) else (INK, MUTED)


def speaker_of(row: Any) -> str:
    """Who said it, and through whom it came."""
    speaker, via = one_line(row.speaker), one_line(row.via)
    return say("said-through", speaker=speaker, via=via) if via else speaker


def cite_run(row: Any) -> Run:
    """The citation of a claim as a link to it."""
    words = say("said-cited", cite=one_line(row.cite))
    return Run(words, SMALL, ACCENT, url=f"#claim-{row.claim_id}", whole=True)


def amount_of(row: Any) -> str:
    """The interval of a claim in words, its open end as such, with its unit where what is counted does not
    say it: persons, and sorties of sorties, go without."""
    low, high = (end if end == end else row.best for end in (row.low, row.high))
    return amount_words(low, high, one_line(row.unit) if unit_of(row) else "")


def unit_of(row: Any) -> str:
    """The unit in words where what is counted does not say it, otherwise empty."""
    unit = one_line(row.unit)
    if not unit or unit == PEOPLE:
        return ""
    words = unit_words(unit)
    told = measure_words(one_line(row.measure), one_line(row.noun))
    return "" if words.casefold() in told.casefold() else words


def reading_of(row: Any) -> str:
    """How the house reads the words of a claim, or that they name no number; empty where they say as much."""
    if row.stance in AGAINST:
        return ""
    low, best, high = (float(getattr(row, end)) for end in ("low", "best", "high"))
    if low != low and high != high and best != best:
        return say("reading-none")
    coded = row.numbers_from == "coder"
    # Digits that the words hold themselves need no reading.
    if low == high and f"{low:g}" in one_line(row.wording).replace(",", ""):
        return ""
    return say(
        "reading-coded" if coded else "reading",
        amount=amount_of(row),
        open="high" if high != high and best != best else "low" if low != low and best != best else "no",
    )


def outside_of(row: Any) -> str:
    """Why a row outside the scope is shown, in words."""
    return days.noted("", row).strip("; ") if outside(row) else ""


def day_of(row: Any) -> str:
    """The day or days that a claim speaks of, in words; that they are inferred is said once, elsewhere."""
    day = one_line(row.as_of)
    return date_words(day, short=True) if day else ""


def tags_of(row: Any) -> str:
    """Who or what of a measure is counted, in words."""
    return tag_words(one_line(row.counts))


def doer_of(row: Any) -> str:
    """Who is said to have done it."""
    by = one_line(row.by)
    return say("done-by", name=by) if by else ""
