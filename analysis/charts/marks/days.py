"""The axis of days: which window it covers, its ticks, and dates in words."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date

from analysis.charts.style import MUTED, RULE
from analysis.charts.style.lettering import one_line
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


@dataclass(frozen=True)
class Window:
    """The days that the axis covers, as matplotlib's numbers; `cut` is true where rows began before it.

    `first` is the day with which it opens, `last` the end of the latest day that any row names: beyond
    them lies only margin. `named` is false where no row names a day: the axis then has none either.
    """

    left: float
    right: float
    cut: bool
    first: float
    last: float
    named: bool = True

    def spans(self) -> float:
        """Length of the window in days."""
        return self.right - self.left


def number(day: object) -> float:
    """A day as matplotlib's number, NaN where it is missing."""
    return float("nan") if pd.isna(day) else float(date2num(day))


def window(starts: pd.Series, ends: pd.Series, attested: pd.Series | None = None) -> Window:
    """The window in which the rows can be told apart.

    It runs from the first start to the last end, or for rows without one to the day on which they were last
    attested. Where fewer than half of the rows began years before all
    others (a siege of two years beside a week of fighting) and still went on when the others began, it opens
    with the others instead.
    """
    unclosed, unopened = bool(ends.isna().any()), bool(starts.isna().any())
    ends = ends if attested is None else ends.fillna(attested)
    first, last = starts.map(number).to_numpy(float), ends.map(number).to_numpy(float) + 1
    known = np.concatenate([first[~np.isnan(first)], last[~np.isnan(last)]])
    if not known.size:
        return Window(0.0, 1.0, False, 0.0, 1.0, named=False)
    close = float(np.nanmax(np.concatenate([first + 1, last])))
    opening = _opening(first, last, close)
    cut = opening > known.min()
    length = max(close - opening, 1.0)
    left = opening - length * (0.1 if unopened else 0.07 if cut else 0.03)
    right = close + length * (0.1 if unclosed else 0.04)
    return Window(left, right, bool(cut), opening, close)


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


def day_axis(ax: Axes, shown: Window, *, grid: float) -> None:
    """Put ticks in words and faint lines of the height `grid` on the horizontal axis of days."""
    ax.set_xlim(shown.left, shown.right)
    if not shown.named:
        ax.set_xticks([])
        return
    ticks = _ticks(shown)
    ax.set_xticks([number(day) for day in ticks], labels=_tick_words(ticks, shown.spans()))
    ax.tick_params(axis="x", length=3, width=0.8, pad=2, color=RULE, labelcolor=MUTED)
    ax.vlines([number(day) for day in ticks], 0, grid, color=RULE, linewidth=0.6, zorder=0)


def _ticks(shown: Window) -> pd.DatetimeIndex:
    # In microseconds: the margins of an axis from 1700 to 2260 lie outside of what nanoseconds can hold.
    left, right = (pd.Timestamp(num2date(edge).replace(tzinfo=None)) for edge in (shown.left, shown.right))
    step = next((step for step, longest in STEPS if shown.spans() <= longest), "25YS")
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


def noted(text: str, row: object) -> str:
    """A text of a row, with the reason for which the row is shown where it is outside the scope."""
    reason = getattr(row, "context", None)
    if not isinstance(reason, str):
        return text
    return say("outside-reason", text=text, reason=code_words("context", reason))


def standing(row: Any) -> str:
    """The date of a row in words, and of what has no reported end when it was last reported."""
    text = one_line(row.date)
    if not text or pd.isna(row.attested):
        return dated(text)
    exact, ahead = row.attested == row.attested_from, row.start > row.attested
    return standing_words(text, row.attested.date(), exact=exact, ahead=ahead, short=True)


def guessed(row: Any) -> bool:
    """Whether the day or month of a row's date is inferred, or a year that stands alone: drawn lighter.

    A day and month that a report gives are no guess where only the year is inferred.
    """
    inferred = one_line(row.inferred).split()
    return bool(inferred) and (inferred != ["year"] or "-" not in one_line(row.date))


def rough_ends(edtf: object, approximate: bool) -> tuple[bool, bool]:
    """Which ends of an EDTF date are approximate; without a date both are or none is.

    >>> rough_ends("2015-10-10/2015-10-12~", True), rough_ends("2015-10~", True)
    ((False, True), (True, True))
    """
    first, last = edtf_ends(one_line(edtf))
    if not approximate or not first + last:
        return approximate, approximate
    return any(mark in first for mark in "~%"), any(mark in last for mark in "~%")
