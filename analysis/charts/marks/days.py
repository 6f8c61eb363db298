"""The axis of days: which window it covers, its ticks, and dates in words."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from analysis.charts.style import MUTED, RULE
from analysis.charts.style.lettering import one_line
from analysis.messages import code_words, date_words, day_of_month_words, month_words, say, year_words

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


def window(starts: pd.Series, ends: pd.Series) -> Window:
    """The window in which the rows can be told apart.

    It runs from the first start to the last end. Where fewer than half of the rows began years before all
    others (a siege of two years beside a week of fighting) and still went on when the others began, it opens
    with the others instead.
    """
    first, last = starts.map(number).to_numpy(float), ends.map(number).to_numpy(float) + 1
    known = np.concatenate([first[~np.isnan(first)], last[~np.isnan(last)]])
    if not known.size:
        return Window(0.0, 1.0, False, 0.0, 1.0, named=False)
    close = float(np.nanmax(np.concatenate([first + 1, last])))
    opening = _opening(first, last, close)
    cut = opening > known.min()
    length = max(close - opening, 1.0)
    left = opening - length * (0.07 if cut else 0.03)
    right = close + length * (0.08 if np.isnan(last).any() else 0.04)
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
    left, right = (pd.Timestamp("1970-01-01") + pd.Timedelta(days=edge) for edge in (shown.left, shown.right))
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


def dated(edtf: object, inferred: bool) -> str:
    """An EDTF date in words, marked where it is inferred; a missing one is said to be missing.

    >>> dated("2013/2015-11-10~", False), dated("2015-10-12/..", True)
    ('2013 to about 10 Nov 2015', 'since 12 Oct 2015 (inferred)')
    """
    text = one_line(edtf)
    if not text:
        return say("date-none")
    words = date_words(text, short=True)
    return say("date-inferred", date=words) if inferred else words


def noted(text: str, row: object) -> str:
    """A text of a row, with the reason for which the row is shown where it is outside the scope."""
    reason = getattr(row, "context", None)
    if not isinstance(reason, str):
        return text
    return say("outside-reason", text=text, reason=code_words("context", reason))


def span_of(start: object, end: object) -> str:
    """The first and last day as an EDTF date; a missing one is open, and without both the text is empty.

    >>> span_of(pd.Timestamp("2015-10-10"), pd.NaT), span_of(pd.NaT, pd.NaT)
    ('2015-10-10/..', '')
    """
    if pd.isna(start) and pd.isna(end):
        return ""
    first, last = (".." if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (start, end))
    return first if first == last else f"{first}/{last}"


def rough_ends(edtf: object, approximate: bool) -> tuple[bool, bool]:
    """Which ends of an EDTF date are approximate; without a date both are or none is.

    >>> rough_ends("2015-10-10/2015-10-12~", True), rough_ends("2015-10~", True)
    ((False, True), (True, True))
    """
    first, slash, last = one_line(edtf).partition("/")
    if not approximate or not first + last:
        return approximate, approximate
    ends = (first, last if slash else first)
    return tuple(any(mark in end for mark in "~%") for end in ends)
