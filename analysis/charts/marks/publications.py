"""When reports were published: bands through all rows, to see that what is told ends where they do."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from analysis.charts.marks.days import Window, number
from analysis.charts.style import MUTED, RULE, Sheet
from analysis.charts.style.lettering import SMALL, width
from analysis.messages import listed, say
from analysis.model.frames import REGISTER

REPORTS = REGISTER.only("source_id", "number", "published_start", "published_end")

LABELLED, BANDS = 8, 40
"""Up to how many reports bands have labels, and up to how many are bands: beyond, columns count them."""

THIN, BINS = 0.009, 90
"""Least width of a band as a share of the axis, and how many columns count reports."""

HEAD, COLUMNS = 15.0, 22.0
"""Height of the labels above the rows, and of the columns that count reports below these, in points."""


class Band(NamedTuple):
    """The days on which a report may have been published, as matplotlib's numbers, and its number."""

    left: float
    right: float
    report: int


def bands(reports: pd.DataFrame | None, shown: Window) -> list[Band]:
    """The windows of publication that lie on the axis, in order of time."""
    if reports is None or not shown.named:
        return []
    found = []
    for row in reports[["published_start", "published_end", "number"]].itertuples(index=False):
        left, right = number(row.published_start), number(row.published_end) + 1
        if left < shown.right and right > shown.first:
            found.append(Band(max(left, shown.first), min(right, shown.right), int(row.number)))
    return sorted(found)


def head_of(found: list[Band]) -> float:
    """What the bands need above the rows, in points: room for labels, and for columns if there are many."""
    return HEAD + COLUMNS if len(found) > BANDS else HEAD if found else 2.0


def draw_bands(ax: Axes, found: list[Band], shown: Window, body: float) -> None:
    """Draw the bands over the height of the rows; beyond `BANDS` reports columns at the top count them."""
    if len(found) > BANDS:
        _count(ax, found, shown)
        return
    least = shown.spans() * THIN
    for left, right, report in found:
        look = {"facecolor": to_rgba(RULE, 0.55), "linewidth": 0, "zorder": 0, "label": f"report {report}"}
        ax.add_artist(Rectangle((left, 0), max(right - left, least), body, **look))


def _count(ax: Axes, found: list[Band], shown: Window) -> None:
    """Columns above the rows: how many reports were published by the last day each may have been."""
    days = [min(band.right, shown.last) - 0.5 for band in found]
    counts, edges = np.histogram(days, bins=BINS, range=(shown.first, shown.last))
    tall = -(COLUMNS - 6) * counts / counts.max()
    look = {"color": to_rgba(MUTED, 0.6), "zorder": 0.5, "label": "publications", "clip_on": False}
    ax.stairs(tall - 4, edges, baseline=-4, fill=True, **look)


def letter_bands(sheet: Sheet, found: list[Band], shown: Window) -> None:
    """Write which report each band is of; those whose words would meet share them."""
    baseline = HEAD - 5
    if len(found) > LABELLED:
        key = "bands-counted" if len(found) > BANDS else "bands-many"
        sheet.write(0, baseline, say(key, reports=len(found)), size=SMALL, colour=MUTED)
        return
    groups: list[list[Band]] = []
    for band in found:
        if groups and _box(sheet, groups[-1], shown)[1] + 5 > _box(sheet, [band], shown)[0]:
            groups[-1].append(band)
            while (
                len(groups) > 1 and _box(sheet, groups[-2], shown)[1] + 5 > _box(sheet, groups[-1], shown)[0]
            ):
                groups[-2:] = [groups[-2] + groups[-1]]
        else:
            groups.append([band])
    for group in groups:
        sheet.write(_box(sheet, group, shown)[0], baseline, _words(group), size=SMALL, colour=MUTED)


def _words(group: list[Band]) -> str:
    numbers = listed(str(band.report) for band in sorted(group, key=lambda band: band.report))
    return say("bands-reports", reports=len(group), numbers=numbers)


def _box(sheet: Sheet, group: list[Band], shown: Window) -> tuple[float, float]:
    """From where to where the label of a group runs, in the sheet's points: centred, within the sheet."""
    wide = width(_words(group), SMALL)
    middle = (min(band.left for band in group) + max(band.right for band in group)) / 2
    x = (middle - shown.left) / shown.spans() * sheet.width - wide / 2
    left = min(max(x, 0.0), sheet.width - wide)
    return left, left + wide
