"""The axis of days: which window it covers, its ticks, and dates in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.dates import date2num, num2date

from analysis.charts.style import MUTED, RULE, Sheet
from analysis.charts.style.lettering import SMALL, one_line, width
from analysis.messages import (
    code_words,
    dated_words,
    day_of_month_words,
    edtf_ends,
    month_words,
    say,
    standing_words,
    year_words,
)
from analysis.model import span_of

TELLING, APART = 135.0, 0.145
"""Longest axis in days that has its ticks on days of its rows, and how far apart they are, a share of it."""

STEPS = (
    ("D", 12),
    ("2D", 22),
    ("W-MON", 80),
    ("SMS", 135),
    ("MS", 290),
    ("QS", 1000),
    ("YS", 3900),
    ("5YS", 20000),
)
"""Distance of ticks, and the longest window in days for which it is used."""

LONG, TIMES = 365.0, 10.0
"""The axis is cut only where rows began this many days, and this many times the days drawn, before it."""


GUTTER = 0.21
"""What a cut axis keeps free before its first day, as a share of its days, for what began earlier."""


@dataclass(frozen=True)
class Window:
    """The days that the axis covers, as matplotlib's numbers; `cut` is true where rows began before it.

    `first` is the day with which it opens, `last` the end of the latest day that any row names: beyond
    them lies only margin, and before the first day of a cut axis the gutter in which no day is told apart.
    `named` is false where no row names a day: the axis then has none either.
    """

    left: float
    right: float
    cut: bool
    first: float
    last: float
    named: bool = True

    @classmethod
    def around(cls, first: float, last: float, *, cut: bool, unopened: bool, unclosed: bool) -> "Window":
        """The window from a first to a last day, with room for what is cut, fades in or goes on."""
        length = max(last - first, 1.0)
        before = GUTTER if cut else 0.1 if unopened else 0.03
        return cls(first - length * before, last + length * (0.07 if unclosed else 0.03), cut, first, last)

    def spans(self) -> float:
        """Length of the window in days."""
        return self.right - self.left

    def at(self, day: float) -> float:
        """Where a day stands: one before a cut axis in its gutter, before any other at its edge."""
        if day >= self.first or np.isnan(day):
            return day
        return self.left + (self.first - self.left) * 0.12 if self.cut else max(day, self.left)


def number(day: object) -> float:
    """A day as matplotlib's number, NaN where it is missing."""
    return float("nan") if pd.isna(day) else float(date2num(day))


def window(
    starts: pd.Series,
    ends: pd.Series,
    attested: pd.Series | None = None,
    attested_from: pd.Series | None = None,
) -> Window:
    """The window in which the rows can be told apart.

    It runs from the first start to the last end, or for rows without one to the day on which they were last
    attested; rows with neither are there from the first day on which that may have been. Where fewer than
    half of the rows began years before all others (a siege of two years beside a week of fighting) and still
    went on when the others began, it opens with the others instead.
    """
    unclosed, unopened = bool(ends.isna().any()), bool(starts.isna().any())
    if attested_from is not None:
        starts = starts.where(starts.notna() | ends.notna(), attested_from)
    ends = ends if attested is None else ends.fillna(attested)
    first, last = starts.map(number).to_numpy(float), ends.map(number).to_numpy(float) + 1
    known = np.concatenate([first[~np.isnan(first)], last[~np.isnan(last)]])
    if not known.size:
        return Window(0.0, 1.0, False, 0.0, 1.0, named=False)
    close = float(np.nanmax(np.concatenate([first + 1, last])))
    opening = _opening(first, last, close)
    cut = opening > known.min()
    return Window.around(opening, close, cut=bool(cut), unopened=unopened, unclosed=unclosed)


def _opening(first: np.ndarray, last: np.ndarray, close: float) -> float:
    """Where the window opens: after the last gap of years between starts that few rows precede.

    A row without a start counts from its last day.
    """
    first = np.where(np.isnan(first), last - 1, first)
    starts = np.unique(first[~np.isnan(first)])
    for before, after in zip(starts[-2::-1], starts[:0:-1], strict=True):
        early = first <= before
        gone = early & (last <= after)
        few = early.sum() * 2 < (~np.isnan(first)).sum() and gone.sum() <= len(first) / 50
        if few and after - before > max(LONG, TIMES * (close - after)):
            return float(after)
    return float(starts[0])


def draw_axis(sheet: Sheet, shown: Window, foot: float, days: Sequence[float] = ()) -> None:
    """Put the axes of a sheet, as wide as it is, on the window; faint lines, words below the height `foot`.

    On an axis of a few months the `days` themselves are the ticks, those named first before others, as far
    as their words have room; on a longer one they are the beginnings of months or years.
    """
    ax = sheet.ax
    ax.set_xlim(shown.left, shown.right)
    floor = ax.get_ylim()[0]
    edges = LineCollection([[(shown.left, floor), (shown.right, floor)]], colors=[MUTED], linewidths=[0.8])
    ax.add_artist(edges)
    if not shown.named:
        return
    at, words = _lettered(shown, days)
    grid = LineCollection([[(x, 0), (x, floor)] for x in at], colors=[RULE], linewidths=[0.6], zorder=0)
    grid.set_label("grid")
    ax.add_artist(grid)
    if shown.cut:
        at, words = [shown.left, *at], [say("axis-earlier"), *words]
    taken = 0.0
    for x, text in zip(at, words, strict=True):
        lines = text.split("\n")
        wide = max(width(line, SMALL) for line in lines)
        left = min(max((x - shown.left) / shown.spans() * sheet.width - wide / 2, 0.0), sheet.width - wide)
        if left < taken:
            continue
        taken = left + wide + 4
        for place, line in enumerate(lines):
            sheet.write(left, foot + 11 + place * 10, line, size=SMALL, colour=MUTED)


def _lettered(shown: Window, days: Sequence[float]) -> tuple[list[float], list[str]]:
    """The ticks as numbers and in words; of a cut axis those from its first day on."""
    ticks = _telling(shown, days) if days and shown.spans() <= TELLING else _ticks(shown)
    if shown.cut:
        ticks = ticks[[number(day) > shown.first - shown.spans() * 0.005 for day in ticks]]
    return [number(day) for day in ticks], _tick_words(ticks, shown.spans())


def _telling(shown: Window, days: Sequence[float]) -> pd.DatetimeIndex:
    """The days that have room on the axis, and firsts of months where they leave a gap."""
    firsts = [number(day) for day in _days(shown, "SMS")]
    taken: list[float] = []
    for day in (*days, *firsts):
        inside = shown.first <= day < shown.last
        if inside and all(abs(day - other) >= shown.spans() * APART for other in taken):
            taken.append(day)
    return pd.DatetimeIndex([pd.Timestamp(num2date(day).replace(tzinfo=None)) for day in sorted(taken)])


def _ticks(shown: Window) -> pd.DatetimeIndex:
    step = next((step for step, longest in STEPS if shown.spans() <= longest), "25YS")
    return _days(shown, step)


def _days(shown: Window, step: str) -> pd.DatetimeIndex:
    # In microseconds: the margins of an axis from 1700 to 2260 lie outside of what nanoseconds can hold.
    left, right = (pd.Timestamp(num2date(edge).replace(tzinfo=None)) for edge in (shown.left, shown.right))
    ticks = pd.date_range(left.ceil("D"), right.floor("D"), freq=step)
    return ticks if len(ticks) else pd.DatetimeIndex([left.ceil("D")])


def _tick_words(ticks: pd.DatetimeIndex, length: float) -> list[str]:
    """The ticks in words, with the year where it begins."""
    words, year = [], 0
    for tick in ticks:
        day = tick.date()
        lines = [] if length > 1000 else [day_of_month_words(day) if length <= 135 else month_words(day)]
        if length > 1000 or day.year != year:
            lines.append(year_words(day))
        words.append("\n".join(lines))
        year = day.year
    return words


def dated(edtf: object) -> str:
    """An EDTF date in words with the part that is inferred; a missing one is said to be missing.

    >>> dated("2013/2015-11-10~"), dated("2015?-10-12/..")
    ('2013 to about 10 Nov 2015', 'since 12 Oct 2015 (year inferred)')
    """
    text = one_line(edtf)
    return dated_words(text, short=True) if text else say("date-none")


def bare(edtf: object) -> str:
    """An EDTF date in words alone, what is inferred being left to the drawing.

    >>> bare("2013/2015-11-10~?"), bare("2015?-10-12/..")
    ('2013 to about 10 Nov 2015', 'since 12 Oct 2015')
    """
    text = _unmarked(edtf)
    return dated_words(text, short=True) if text else say("date-none")


def standing(row: Any) -> str:
    """The date of a row in words, and of what has no reported end when it was last reported.

    What of it is inferred is left to the drawing.
    """
    text = _unmarked(row.date)
    if not text or pd.isna(row.attested):
        return bare(text)
    exact, ahead = row.attested == row.attested_from, row.start > row.attested
    return standing_words(text, row.attested.date(), exact=exact, ahead=ahead, short=True)


def _unmarked(edtf: object) -> str:
    """An EDTF text without its marks of inference; what is approximate stays so."""
    return one_line(edtf).replace("?", "").replace("%", "~")


def noted(text: str, row: object) -> str:
    """A text of a row, with the reason for which the row is shown where it is outside the scope."""
    reason = getattr(row, "context", None)
    if not isinstance(reason, str):
        return text
    return say("outside-reason", text=text, reason=code_words("context", reason))


def guessed(edtf: object) -> tuple[bool, bool]:
    """Whether the first and the last date of an EDTF text are inferred or approximate.

    A day and month that a report gives are no guess where only the year is inferred.

    >>> guessed("2013/2015-11-10?"), guessed("2015?-09-30/.."), guessed("")
    ((False, True), (False, False), (False, False))
    """
    text = one_line(edtf)
    if not text:
        return False, False
    span, (first, last) = span_of(text), edtf_ends(text)
    return _rough(span.first, first), _rough(span.last, last)


def _rough(marks: Any, written: str) -> bool:
    year_alone = tuple(marks.inferred) == ("year",) and "-" in written
    return bool(marks.approximate or (marks.inferred and not year_alone))
