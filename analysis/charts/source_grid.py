"""Who said what: reports and their speakers by measure, a count of claims at each crossing."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks.spans import spread
from analysis.charts.style import INK, MUTED, PAPER, RULE
from analysis.charts.style.lettering import SMALL, TEXT, one_line, shortened, width, wrapped
from analysis.messages import listed, measure_words, number_words, paragraph, say
from analysis.model.frames import GRID, takes

COLUMNS = GRID.only(
    "source_id", "source", "source_number", "speaker_id", "speaker", "measure", "noun", "claims",
    "shared_author", "source_ids",
)  # fmt: skip

ROW, LINE, NAMES, ORIGIN = 19.0, 9.8, 182.0, 74.0
"""Height of a row, least distance of two labels, widths of names and of the origin."""

SLANT = 50.0
"""Degrees by which the names of measures are turned, so that they stand close."""

Row = tuple[str, str, str, str]
"""A row of the grid: number and title of the report, speaker (empty on the report's own line) and origin."""


@style.themed
@takes(grid=COLUMNS)
def source_grid(grid: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw which report has which speaker say how much about what.

    Takes the columns `COLUMNS` of `frames.GRID`. Reports stand in the order of the frame, their speakers
    under them; reports of one author are joined by a line at the right with the name. Raises FrameError where
    a column or every row is missing.
    """
    style.not_empty(grid, "source_grid")
    rows = _rows(grid)
    met = zip(grid["measure"].map(one_line), grid["noun"].map(one_line), strict=True)
    measures = {measure: measure_words(measure, noun) for measure, noun in dict.fromkeys(met)}
    head = max(width(words, SMALL) for words in measures.values()) * np.sin(np.radians(SLANT)) + 16
    wanted = min(len(rows) * ROW, style.TALLEST)
    labelled = spread(len(rows), style.pitch_for(ax, wanted, len(rows)), _weights(rows), LINE)
    subtitle = paragraph(say("grid-cells"), say("grid-empty"))
    if len(labelled) < len(rows):
        some = say("grid-named", crossings=len(grid), named=len(labelled), lines=len(rows))
        subtitle = paragraph(subtitle, some)
    named = _named(grid, measures, style.width_for(ax))
    if len(named) < len(measures):
        subtitle = paragraph(subtitle, say("grid-subjects", named=len(named), subjects=len(measures)))
    sheet = style.titled(ax, _title(grid), subtitle, style.sources_of(grid), height=wanted + head)
    _draw(sheet, grid, rows, measures, (labelled, named), head)
    style.describe(sheet.ax, _alternative(grid, measures))
    return sheet.ax


def _rows(grid: pd.DataFrame) -> dict[tuple[str, str], Row]:
    """The lines of the grid in order: each report, then its speakers; key to what is written on it."""
    rows: dict[tuple[str, str], Row] = {}
    for source in dict.fromkeys(grid["source_id"]):
        rows[source, ""] = ("", "", "", "")
    by_source: dict[str, dict[tuple[str, str], Row]] = {
        key: {(key, ""): row} for (key, _), row in rows.items()
    }
    origins = _origins_of(grid)
    for row in grid.itertuples():
        lines = by_source[row.source_id]
        report, origin = (str(row.source_number), one_line(row.source)), origins[one_line(row.shared_author)]
        lines[row.source_id, ""] = (*report, "", origin or lines[row.source_id, ""][3])
        lines[row.source_id, row.speaker_id] = (*report, one_line(row.speaker), origin)
    return {key: row for lines in by_source.values() for key, row in lines.items()}


def _origins_of(grid: pd.DataFrame) -> dict[str, str]:
    """What ties reports together, in words by the author they share; empty where they share none."""
    authors = dict.fromkeys(grid["shared_author"].map(one_line))
    return {author: say("grid-author", author=author) if author else "" for author in authors}


def _weights(rows: dict[tuple[str, str], Row]) -> np.ndarray:
    """Lines of reports are named before those of speakers."""
    return np.array([0.0 if speaker else 1.0 for *_, speaker, _ in rows.values()])


def _named(grid: pd.DataFrame, measures: dict[str, str], wide: float) -> list[int]:
    """The places of the subjects that are named, those with most claims where not all of them fit."""
    claims = grid.groupby(grid["measure"].map(one_line))["claims"].sum()
    step = (wide - NAMES - ORIGIN) / len(measures)
    return spread(len(measures), step, claims.loc[list(measures)].to_numpy(float), LINE * 1.2)


def _draw(sheet: style.Sheet, grid: pd.DataFrame, rows: dict[tuple[str, str], Row], measures: dict[str, str],
          lettered: tuple[list[int], list[int]], head: float) -> None:  # fmt: skip
    labelled, named = lettered
    top = sheet.top + head
    pitch = (sheet.bottom - top) / len(rows)
    right = sheet.width - ORIGIN
    sheet.place(sheet.ax, NAMES, top, right, sheet.bottom)
    style.bare(sheet.ax)
    sheet.ax.set(xlim=(-0.5, len(measures) - 0.5), ylim=(sheet.bottom - top, 0))
    sheet.ax.vlines(range(len(measures)), 0, sheet.bottom - top, color=RULE, linewidth=0.6, zorder=0)
    step = (right - NAMES) / len(measures)
    turned = {"rotation": SLANT, "rotation_mode": "anchor", "ha": "left"}
    words = list(measures.values())
    for place in named:
        sheet.write(NAMES + (place + 0.5) * step, top - 6, words[place], size=SMALL, colour=MUTED, **turned)
    heights = {key: (place + 0.5) * pitch for place, key in enumerate(rows)}
    _dots(sheet.ax, grid, heights, measures, min(pitch * 0.74, step * 0.86))
    lines = list(rows.values())
    for place in labelled:
        _letter(sheet, lines[place], top + (place + 0.5) * pitch, pitch)
    _origins(sheet, rows, top, pitch)


def _dots(ax: Axes, grid: pd.DataFrame, heights: dict[tuple[str, str], float], measures: dict[str, str],
          dot: float) -> None:  # fmt: skip
    """A ringed number at each crossing, or a mere point where rows stand too close for numbers."""
    place = {measure: index for index, measure in enumerate(measures)}
    x = [place[one_line(measure)] for measure in grid["measure"]]
    y = [
        heights[source, speaker]
        for source, speaker in zip(grid["source_id"], grid["speaker_id"], strict=True)
    ]
    if dot < LINE * 0.9:
        wide = np.column_stack([np.array(x) - 0.3, np.array(x) + 0.3, np.full(len(x), np.nan)]).ravel()
        ax.plot(wide, np.repeat(y, 3), color=INK, linewidth=max(0.4, dot * 0.9), label=f"{len(x)} crossings")
        return
    ax.scatter(
        x,
        y,
        s=dot**2,
        facecolor=PAPER,
        edgecolor=INK,
        linewidth=0.9,
        zorder=3,
        label="crossings",
        clip_on=False,
    )
    for across, level, claims in zip(x, y, grid["claims"], strict=True):
        ax.text(
            across,
            level,
            number_words(int(claims)),
            fontsize=SMALL,
            color=INK,
            ha="center",
            va="center_baseline",
            zorder=4,
        )


def _letter(sheet: style.Sheet, row: Row, y: float, pitch: float) -> None:
    number, title, speaker, _ = row
    size = TEXT if pitch >= 14 else SMALL
    indent = 12 if speaker else 0
    words = speaker or say("grid-report", number=number, title=title)
    text = shortened(words, NAMES - 14 - indent, size, bold=not speaker)
    sheet.block(indent, y, [(text, size, INK, "normal" if speaker else "bold")])


def _origins(sheet: style.Sheet, rows: dict[tuple[str, str], Row], top: float, pitch: float) -> None:
    """A line beside the reports that share an origin, with the reason once, where there is room."""
    if pitch < LINE:
        return
    levels: dict[str, list[float]] = {}
    for place, (*_, speaker, origin) in enumerate(rows.values()):
        if origin and not speaker:
            levels.setdefault(origin, []).append(top + (place + 0.5) * pitch)
    free = top - pitch
    for lane, (origin, heights) in enumerate(levels.items()):
        x = sheet.width - ORIGIN + 6 + 5 * (lane % 3)
        ends = (heights[0], max(heights[-1], heights[0] + 1))
        look = {"color": INK, "linewidth": 1.2, "transform": sheet.transform, "clip_on": False}
        sheet.ax.plot((x, x), ends, marker="_", markersize=5, label=f"origin: {origin}", **look)
        lines = wrapped(origin, sheet.width - x - 8, SMALL, lines=4)
        middle = max(sum(ends) / 2, free + len(lines) * SMALL * 0.65)
        sheet.block(x + 7, middle, [(line, SMALL, MUTED, "normal") for line in lines])
        free = middle + len(lines) * SMALL * 0.65 + 3


def _title(grid: pd.DataFrame) -> str:
    return say("grid-title", **_numbers(grid), claims=int(grid["claims"].sum()))


def _numbers(grid: pd.DataFrame) -> dict[str, int]:
    """How many speakers and reports there are, by the names that messages give them."""
    return {"speakers": grid["speaker_id"].nunique(), "reports": grid["source_id"].nunique()}


def _fullest(grid: pd.DataFrame, measures: dict[str, str]) -> str:
    """The crossing with most claims, or how many crossings share that number."""
    most = int(grid["claims"].max())
    top = grid[grid["claims"] == most]
    if len(top) > 1:
        return say("grid-alt-most-shared", crossings=len(top), claims=most)
    row = top.iloc[0]
    return say(
        "grid-alt-most",
        claims=most,
        speaker=one_line(row["speaker"]),
        report=str(row["source_number"]),
        measure=measures[one_line(row["measure"])],
    )


def _alternative(grid: pd.DataFrame, measures: dict[str, str]) -> str:
    """The chart in words: reports, speakers, subjects, fullest crossing, origins, what is not shown."""
    names = listed(measures.values(), most=12)
    origins = [origin for origin in _origins_of(grid).values() if origin]
    tied = say("grid-alt-origin", origins=listed(origins, most=6)) if origins else say("grid-alt-no-origin")
    return paragraph(
        say("grid-alt", **_numbers(grid), measures=len(measures), names=names),
        _fullest(grid, measures),
        tied,
        say("grid-alt-not-shown"),
    )
