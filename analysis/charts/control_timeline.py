"""Who held what, and when: one bar for each row of control, what is claimed apart from what is assessed."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days
from analysis.charts.marks.known import known
from analysis.charts.marks.span_key import span_key, span_words
from analysis.charts.marks.spans import (
    ALWAYS,
    Period,
    Span,
    beyond_words,
    draw_many,
    draw_span,
    of_period,
    spread,
    with_room,
)
from analysis.charts.style import INK, MUTED, legend
from analysis.charts.style.lettering import SMALL, TEXT, one_line, shortened, wrapped
from analysis.messages import code_words, date_words, listed, paragraph, say
from analysis.model.frames import HOLDINGS, takes

COLUMNS = HOLDINGS.only(
    "place",
    "actor",
    "colour",
    "status",
    "date",
    "start",
    "end",
    "span",
    "start_latest",
    "end_earliest",
    "inferred",
    "approximate",
    "attested",
    "attested_from",
    "basis",
    "source_ids",
)

LOOKS = {
    "held": (0.75, ""),
    "part_held": (0.35, "\\\\\\\\"),
    "besieged": (0.2, "////"),
    "contested": (0.15, "xxxx"),
    "lost": (0.85, ""),
}
"""Opacity of the fill and hatch of each status; the hatch tells them apart without colour. What was lost is a
cross, not a bar."""

ROW, LINE, LABELS = 41.0, 9.8, 196.0
"""Height of a row, least distance of two labels and width of the label column, in points."""


@style.themed
@takes(holdings=COLUMNS)
def control_timeline(holdings: pd.DataFrame, *, period: Period = ALWAYS, ax: Axes | None = None) -> Axes:
    """Draw who was reported to hold, contest or have lost which place over time, in the order of the frame.

    Takes the columns `COLUMNS` of `frames.HOLDINGS`. A bar is solid up to the last report and fades out
    where no end is reported, as in `event_timeline`. The colour is the faction's, and its name stands
    beside the bar; the hatch is the status, a dashed outline is what a party or report claims. The axis is
    cut to `period` where days were asked for. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(holdings, "control_timeline")
    spans = [_span(index, row) for index, row in enumerate(holdings.itertuples())]
    shown = with_room(days.window(holdings["start"], holdings["end"], holdings["attested"]), spans)
    shown = of_period(shown, spans, period)
    wanted = min(len(holdings) * ROW, style.TALLEST - 60)
    pitch = style.pitch_for(ax, wanted, len(holdings))
    labelled = spread(len(holdings), pitch, np.ones(len(holdings)), LINE)
    subtitle = paragraph(say("control-spans"), say("control-no-size"), beyond_words(spans, shown))
    subtitle = paragraph(subtitle, style.outside_words(holdings))
    if len(labelled) < len(holdings):
        some = say("control-labelled", rows=len(holdings), labelled=len(labelled))
        subtitle = paragraph(subtitle, some)
    footer = style.sources_of(holdings)
    items = _key(holdings, spans)
    head = 12.0 * legend.rows_needed(style.COLUMN * 72 - 2 * style.MARGIN, items) + 10
    sheet = style.titled(ax, _title(holdings), subtitle, footer, height=wanted + head + 34)
    legend.draw_key(sheet, 0, sheet.top + 4, items)
    _draw(sheet, holdings, spans, shown, labelled, sheet.top + head)
    style.describe(sheet.ax, _alternative(holdings, spans, shown))
    return sheet.ax


def _span(index: int, row: object) -> Span:
    fill, hatch = LOOKS.get(one_line(row.status), (0.1, "...."))
    return Span(
        key=f"row {index}",
        known=known(row),
        colour=style.OUTSIDE if style.outside(row) else style.colour_of(row.colour),
        light=row.basis == "claimed",
        fill=fill,
        hatch=hatch,
        fades=days.rough_ends(row.date, bool(row.approximate)),
        lost=row.status == "lost",
    )


def _draw(
    sheet: style.Sheet,
    holdings: pd.DataFrame,
    spans: list[Span],
    shown: days.Window,
    labelled: list[int],
    top: float,
) -> None:
    floor = sheet.bottom - 26
    body, pitch = floor - top, (floor - top) / len(spans)
    sheet.place(sheet.ax, LABELS, top, sheet.width, floor)
    style.bare(sheet.ax, "bottom")
    sheet.ax.set_ylim(body, 0)
    days.day_axis(sheet.ax, shown, grid=body)
    middles = (np.arange(len(spans)) + 0.5) * pitch
    rows = list(holdings.itertuples())
    if pitch < LINE:
        draw_many(sheet.ax, spans, shown, middles, max(pitch * 0.8, 0.4))
    else:
        for row, span, y in zip(rows, spans, middles, strict=True):
            known = pitch >= 24 and not pd.isna(row.start)
            since = date_words(f"{row.start:%Y}/..", short=True) if known else ""
            draw_span(sheet.ax, span, shown, y, min(10.0, pitch * 0.6), since)
    for index in labelled:
        sheet.block(0, top + middles[index], _label(rows[index], pitch))


def _label(row: object, pitch: float) -> list[tuple[str, float, str, str]]:
    """Place, then faction, status and days, as many lines as the row has room for."""
    head = say("control-holding", **_holding(row))
    if pitch < 22:
        return [(shortened(head, LABELS - 10, SMALL), SMALL, INK, "normal")]
    when = days.noted(say("control-when", date=_when(row), basis=_basis(row)), row)
    room = 2 if pitch >= ROW * 0.97 else 1
    lines = [(line, TEXT, INK, "normal") for line in wrapped(head, LABELS - 10, TEXT, lines=room)]
    below = wrapped(when, LABELS - 10, SMALL, lines=room)
    return [*lines, *((line, SMALL, MUTED, "normal") for line in below)]


def _holding(row: object) -> dict[str, str]:
    """Place, faction and status in words, by the names that messages give them."""
    return {
        "place": one_line(row.place) or say("place-none"),
        "actor": one_line(row.actor) or say("faction-none"),
        "status": code_words("status", one_line(row.status)),
    }


def _when(row: object) -> str:
    """The days of a hold in words, and when it was last reported where no end is."""
    return days.standing(row)


def _basis(row: object) -> str:
    return code_words("basis", one_line(row.basis))


def _key(holdings: pd.DataFrame, spans: list[Span]) -> list[legend.Item]:
    """Explain only what is drawn."""
    met = list(dict.fromkeys(holdings["status"].map(one_line)))
    items = [
        (
            legend.mark(INK, "X") if status == "lost" else legend.bar(INK, *_look(status)),
            code_words("status", status),
        )
        for status in met
    ]
    bases = set(holdings["basis"])
    if "assessed" in bases:
        items.append((legend.bar(INK, 0.0), say("basis-assessed")))
    if "claimed" in bases:
        items.append((legend.bar(INK, 0.0, dashed=True), say("basis-claimed")))
    return [*items, *span_key(spans)]


def _look(status: str) -> tuple[float, bool, str]:
    fill, hatch = LOOKS.get(status, (0.1, "...."))
    return fill, False, hatch


def _title(holdings: pd.DataFrame) -> str:
    return say(
        "control-title",
        places=len(set(holdings["place"].map(one_line)) - {""}),
        factions=holdings["actor"].nunique(),
        claimed=int((holdings["basis"] == "claimed").sum()),
        rows=len(holdings),
    )


def _alternative(holdings: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """The chart in words: rows, factions, each hold when there are few, what is uncertain and not shown."""
    rows, most = len(holdings), 8
    named = dict.fromkeys(holdings["actor"].map(one_line))
    actors = listed((name or say("faction-none") for name in named), most=6)
    early = sum(span.known.opens < shown.left for span in spans)
    inferred = int(holdings["inferred"].notna().sum())
    told = [
        say("control-alt-row", **_holding(row), date=_when(row), basis=_basis(row))
        for row in holdings.head(most).itertuples()
    ]
    return paragraph(
        say("control-alt", rows=rows, actors=actors),
        style.outside_words(holdings),
        *told,
        say("further-rows", number=rows - most) if rows > most else "",
        say("control-alt-cut", rows=early) if shown.cut else "",
        say("control-alt-dates", inferred=inferred, dates=rows),
        *span_words(holdings),
        say("control-alt-not-shown"),
    )
