"""The axis of days: which window it covers, its ticks, and dates in words."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from analysis.charts.style import MUTED, RULE
from analysis.charts.style.lettering import one_line

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

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
    them lies only margin.
    """

    left: float
    right: float
    cut: bool
    first: float
    last: float

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
        return Window(0.0, 1.0, False, 0.0, 1.0)
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
    ticks = _ticks(shown)
    ax.set_xlim(shown.left, shown.right)
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
        text = f"{tick.day} {MONTHS[tick.month - 1]}" if length <= 135 else MONTHS[tick.month - 1]
        if length > 1000:
            text = str(tick.year)
        elif tick.year != year:
            text = f"{text}\n{tick.year}"
        words.append(text)
        year = tick.year
    return words


def day_words(day: object) -> str:
    """A day as the house writes it.

    >>> day_words(pd.Timestamp("2015-11-10"))
    '10 Nov 2015'
    """
    return "" if pd.isna(day) else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_words(edtf: object) -> str:
    """An EDTF date or interval in words.

    >>> date_words("2013/2015-11-10~"), date_words("2015-09-30/..")
    ('2013 to about 10 Nov 2015', 'from 30 Sep 2015')
    """
    first, slash, last = one_line(edtf).partition("/")
    if not slash:
        return _part_words(first)
    if first in ("", ".."):
        return f"until {_part_words(last)}"
    if last in ("", ".."):
        return f"from {_part_words(first)}"
    return _joined(_part_words(first), _part_words(last))


def _joined(first: str, last: str) -> str:
    """Two dates as one span; what they share at the end is said once."""
    head, tail = first.split(), last.split()
    while len(head) > 1 and head[-1] == tail[-1] and not (len(head) == 2 and head[0] == "about"):
        head, tail = head[:-1], tail[:-1]
    return f"{' '.join(head)} to {last}"


def _part_words(part: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?", part.strip("~?%"))
    if not match:
        return part
    year, month, day = match.groups()
    words = " ".join(filter(None, (day and str(int(day)), month and MONTHS[int(month) - 1], year)))
    return f"about {words}" if part.strip("~?%") != part else words


def rough_ends(edtf: object, approximate: bool) -> tuple[bool, bool]:
    """Which ends of an EDTF date are approximate; without a date both are or none is.

    >>> rough_ends("2015-10-10/2015-10-12~", True), rough_ends("2015-10~", True)
    ((False, True), (True, True))
    """
    first, slash, last = one_line(edtf).partition("/")
    if not approximate or not first + last:
        return approximate, approximate
    ends = (first, last if slash else first)
    return tuple(any(mark in end for mark in "~?%") for end in ends)


def span_words(start: object, end: object) -> str:
    """The first and last day in words; a missing one is open."""
    if pd.isna(start):
        return f"until {day_words(end)}" if not pd.isna(end) else "no day known"
    if pd.isna(end):
        return f"from {day_words(start)}"
    return day_words(start) if start == end else _joined(day_words(start), day_words(end))
