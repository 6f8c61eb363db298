"""What stands at a tie: the claims that carry it, and when it was last reported."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts.style import ACCENT, MUTED, Sheet, outside
from analysis.charts.style.lettering import LEADING, SMALL, one_line, width
from analysis.messages import day_of_month_words, day_words, say

MOST = 2
"""So many claims are named at a tie; how many more there are is counted."""

GAP = 3.0
"""Distance of two citations, in points."""


@dataclass(frozen=True)
class Told:
    """The claims that are named, each with its key and label, how many more there are, and the day."""

    cites: tuple[tuple[str, str], ...]
    more: int
    when: str
    grey: bool = False


def told(row: Any, *, years: bool) -> Told:
    """What is lettered at a row of `frames.BONDS`; the day with its year where `years`."""
    keys, labels = one_line(row.claim_ids).split(), one_line(row.cites).split("; ")
    cites = [(key, label) for key, label in zip(keys, labels, strict=False) if label]
    return Told(tuple(cites[:MOST]), max(len(keys) - MOST, 0), last_reported(row, years=years), outside(row))


def last_reported(row: Any, *, years: bool) -> str:
    """The day on which a tie was last reported, "by" the last of a window; empty where nothing is dated."""
    if pd.isna(row.attested):
        return ""
    day = day_words(row.attested, short=True) if years else day_of_month_words(row.attested)
    return day if row.attested == row.attested_from else say("date-by", date=day)


def several_years(bonds: pd.DataFrame) -> bool:
    """Whether the ties were last reported in more years than one, so that each day needs its year."""
    return bonds["attested"].dropna().dt.year.nunique() > 1


def measured(words: Told) -> tuple[float, float]:
    """Width and height of what is lettered, in points."""
    rows = [sum(width(text, SMALL) for text, _ in _parts(words)) + GAP * (len(_parts(words)) - 1)]
    rows += [width(words.when, SMALL)] if words.when else []
    return max(rows) if any(rows) else 0.0, SMALL * LEADING * sum(row > 0 for row in rows)


def letter(sheet: Sheet, words: Told, middle: float, top: float) -> None:
    """Letter the citations in a row and the day under them, centred on `middle`, from `top` down."""
    parts, y = _parts(words), top + SMALL * 0.95
    x = middle - (sum(width(text, SMALL) for text, _ in parts) + GAP * (len(parts) - 1)) / 2
    for text, key in parts:
        colour = ACCENT if key and not words.grey else MUTED
        drawn = sheet.write(x, y, text, size=SMALL, colour=colour, zorder=6)
        if key:
            drawn.set_url(f"#claim-{key}")
        x += width(text, SMALL) + GAP
    if words.when:
        y += SMALL * LEADING if parts else 0.0
        sheet.write(middle, y, words.when, size=SMALL, colour=MUTED, ha="center", zorder=6)


def _parts(words: Told) -> list[tuple[str, str]]:
    """The texts of the first row, each with the key of its claim; how many more has none."""
    cites = [(say("tie-cite", label=label), key) for key, label in words.cites]
    return [*cites, (say("tie-more", number=words.more), "")] if words.more else cites
