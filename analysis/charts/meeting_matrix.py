"""Who met whom: factions by factions, events in each cell, opposed pairs hatched."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from analysis.charts import style
from analysis.charts.marks.spans import spread
from analysis.charts.style import INK, MUTED, PAPER, RULE, legend
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line, shortened
from analysis.messages import number_words, paragraph, say
from analysis.model.frames import MEETINGS, takes

COLUMNS = MEETINGS.only(
    "actor_id", "actor", "other_id", "other", "events", "opposed", "alongside", "targets", "source_ids"
)

CELL, LEAST, NAMES = 40.0, 16.0, 150.0
"""Side of a cell, the least side with a number in it, and room for names at the right, in points."""

DARKEST = 0.32
"""Opacity of the fullest cell, at which ink on it still reads."""


@style.themed
@takes(meetings=COLUMNS)
def meeting_matrix(meetings: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw which factions met in events, against each other or on one side, as the lower half of a matrix.

    A cell counts events in opposed roles, then, behind a plus, those on one side or in other roles. Two that
    were merely targets of the same did not meet: their cell is dotted.

    Takes the columns `COLUMNS` of `frames.MEETINGS`. The name of a faction stands at the end of its row and
    on top of its column. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(meetings, "meeting_matrix")
    names = _factions(meetings)
    order = {key: place for place, key in enumerate(names)}
    cell = min(CELL, style.TALLEST / len(names), (style.COLUMN * 72 - NAMES - 4) / len(names))
    subtitle = paragraph(say("meetings-cells"), say("meetings-empty"))
    labelled = spread(len(names), cell, np.ones(len(names)), SMALL * LEADING)
    if len(labelled) < len(names):
        some = say("meetings-named", factions=len(names), named=len(labelled))
        subtitle = paragraph(subtitle, some)
    footer = style.sources_of(meetings)
    sheet = style.titled(ax, _title(meetings), subtitle, footer, height=cell * len(names) + 24)
    cell = min(cell, (sheet.body - 24) / len(names), (sheet.width - NAMES) / len(names))
    _draw(sheet, meetings, order, cell)
    _name(sheet, list(names.values()), labelled, cell)
    style.describe(sheet.ax, _alternative(meetings, names))
    return sheet.ax


def _factions(meetings: pd.DataFrame) -> dict[str, str]:
    """The factions in the order in which the frame names them: key to name."""
    names: dict[str, str] = {}
    for row in meetings.itertuples():
        names.setdefault(row.actor_id, one_line(row.actor))
        names.setdefault(row.other_id, one_line(row.other))
    return names


def _draw(sheet: style.Sheet, meetings: pd.DataFrame, order: dict[str, int], cell: float) -> None:
    side, top = cell * len(order), sheet.top + 22
    sheet.place(sheet.ax, 0, top, side, top + side)
    style.bare(sheet.ax)
    sheet.ax.set(xlim=(0, len(order)), ylim=(len(order), 0))
    pairs = [tuple(sorted((order[row.actor_id], order[row.other_id]))) for row in meetings.itertuples()]
    counts = met(meetings).to_numpy(float)
    most = max(float(counts.max()), 1.0)
    opposed = meetings["opposed"].to_numpy(int)
    if cell >= LEAST:
        corners = [(column, row) for row in range(len(order)) for column in range(row)]
        _squares(sheet.ax, corners, facecolor="none", edgecolor=RULE, linewidth=0.7)
        for (column, row), count, foes in zip(pairs, counts, opposed, strict=True):
            _cell(sheet.ax, (column, row), (foes, int(count) - foes), count / most, cell)
    else:
        _crowd(sheet.ax, pairs, counts, opposed > 0)
    legend.draw_key(sheet, 0, sheet.top + 4, _key(opposed, counts))


def met(meetings: pd.DataFrame) -> pd.Series:
    """In how many events each pair met; to be hit by the same is no meeting."""
    return meetings["events"] - meetings["targets"]


def _key(opposed: np.ndarray, counts: np.ndarray) -> list[legend.Item]:
    """Explain only what is drawn."""
    items: list[legend.Item] = []
    if opposed.any():
        items.append((legend.bar(INK, 0.1, hatch="////"), say("meetings-key-opposed")))
    if (counts > opposed).any():
        items.append((legend.bar(INK, 0.1), say("meetings-key-alongside")))
    if ((counts > opposed) & (opposed > 0)).any():
        items.append(([], say("meetings-key-both")))
    if (counts == 0).any():
        items.append((legend.bar(INK, 0.0, dashed=True), say("meetings-key-targets")))
    return items


def _cell(ax: Axes, corner: tuple[int, int], counts: tuple[int, int], share: float, cell: float) -> None:
    """One pair: how often opposed and how often not; without any meeting a dotted square."""
    hostile, other = counts
    if not hostile + other:
        look = {"facecolor": "none", "edgecolor": MUTED, "linewidth": 0.8, "linestyle": (0, (2, 1.5))}
        ax.add_patch(Rectangle(corner, 1, 1, label="targets", zorder=2, clip_on=False, **look))
        return
    look = {"facecolor": to_rgba(INK, 0.04 + DARKEST * share), "edgecolor": INK, "linewidth": 0.8}
    label = "hostile" if hostile else "met"
    square = ax.add_patch(Rectangle(corner, 1, 1, label=label, zorder=2, clip_on=False, **look))
    if hostile:
        style.hatched(ax, square, "////", to_rgba(INK, 0.45))
    middle = (corner[0] + 0.5, corner[1] + 0.5)
    size = min(TEXT, cell * 0.42)
    back = {"boxstyle": "circle,pad=0.25", "facecolor": PAPER, "edgecolor": "none"} if hostile else None
    told = [number_words(count) for count in counts if count]
    number = told[0] if len(told) == 1 else say("meetings-both", opposed=told[0], other=told[1])
    ax.text(*middle, number, fontsize=size, color=INK, ha="center", va="center", bbox=back, zorder=3)


def _crowd(ax: Axes, pairs: list[tuple[int, int]], counts: np.ndarray, hostile: np.ndarray) -> None:
    """Cells too small for numbers: four steps of opacity, a stroke across hostile ones."""
    steps = np.minimum((counts / counts.max() * 4).astype(int), 3)
    for step in range(4):
        mine = [pair for pair, at in zip(pairs, steps, strict=True) if at == step]
        _squares(ax, mine, facecolor=to_rgba(INK, 0.15 + 0.22 * step), edgecolor="none")
    x = np.array([(column, column + 1, np.nan) for column, _ in pairs])[hostile].ravel()
    y = np.array([(row + 1, row, np.nan) for _, row in pairs])[hostile].ravel()
    ax.plot(x, y, color=INK, linewidth=0.5, zorder=3, label="hostile")


def _squares(ax: Axes, corners: list[tuple[int, int]], **look: object) -> None:
    """Unit squares as one path, so that thousands stay one element of the file."""
    if not corners:
        return
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])
    points = (np.array(corners)[:, None, :] + square).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], len(corners))
    ax.add_patch(PathPatch(Path(points, codes), zorder=1, clip_on=False, **look))


def _name(sheet: style.Sheet, names: list[str], labelled: list[int], cell: float) -> None:
    """Each name on the diagonal: at the end of its row and on top of its column."""
    size = TEXT if cell >= 16 else SMALL
    for place in labelled:
        x, y = place * cell + 5, sheet.top + 22 + (place + 0.5) * cell
        sheet.write(x, y + size * 0.35, shortened(names[place], sheet.width - x, size), size=size)


def _title(meetings: pd.DataFrame) -> str:
    meetings = meetings.assign(met=met(meetings))
    meetings = meetings[meetings["met"] > 0]
    if meetings.empty:
        return say("meetings-title-none")
    pairs, most = len(meetings), int(meetings["met"].max())
    top = meetings[meetings["met"] == most]
    pair = {"actor": one_line(top["actor"].iloc[0]), "other": one_line(top["other"].iloc[0])}
    if pairs == 1:
        return say("meetings-title", **pair, events=most)
    if len(top) == 1:
        return say("meetings-title-most", **pair, pairs=pairs, events=most)
    if len(top) == pairs:
        return say("meetings-title-level", pairs=pairs, events=most)
    return say("meetings-title-shared", pairs=pairs, top=len(top), events=most)


def _alternative(meetings: pd.DataFrame, names: dict[str, str]) -> str:
    """The chart in words: how many factions and pairs, each pair when there are few, what is not shown."""
    pairs, most = len(meetings), 8
    top = meetings.assign(met=met(meetings)).sort_values("met", ascending=False, kind="stable").head(most)
    told = [
        say(
            "meetings-alt-pair",
            actor=one_line(row.actor),
            other=one_line(row.other),
            events=int(row.met),
            opposed=int(row.opposed),
            alongside=int(row.alongside),
        )
        for row in top.itertuples()
        if row.met
    ]
    only_hit = int((met(meetings) == 0).sum())
    return paragraph(
        say("meetings-alt", factions=len(names), pairs=pairs - only_hit),
        say("meetings-alt-opposed", pairs=int((meetings["opposed"] > 0).sum())),
        say("meetings-alt-targets", pairs=only_hit) if only_hit else "",
        *told,
        say("further-pairs", number=pairs - most) if pairs > most else "",
        say("meetings-alt-not-shown"),
    )
