"""When it happened: one bar or diamond for each event, uncertain dates drawn uncertain."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days
from analysis.charts.marks.spans import FADE, Span, draw_many, draw_span, spread, with_room
from analysis.charts.style import INK, MUTED, legend
from analysis.charts.style.lettering import SMALL, TEXT, counted, listed, one_line, shortened, wrapped
from analysis.model.frames import TIMELINE, takes

COLUMNS = TIMELINE.only(
    "event_id",
    "title",
    "start",
    "end",
    "approximate",
    "date",
    "basis",
    "voices",
    "independent",
    "source_ids",
)

ROW, LINE = 33.0, 9.8
"""Height of a row with its label, and of one line of small text, in points."""

LABELS, COUNTS = 176.0, 62.0
"""Widths of the label column at the left and of the counts at the right, in points."""


@style.themed
@takes(timeline=COLUMNS)
def event_timeline(timeline: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw events over time, in the order of the frame.

    Takes the columns `COLUMNS` of `frames.TIMELINE`. A span is a bar, a single day a diamond; an inferred
    date is lighter with a dashed outline, an approximate end fades over three days before and after it, an
    open end goes on lighter, as an arrow to the edge. Where few events began years before the rest, the axis
    is cut and says since when. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(timeline, "event_timeline")
    spans = [_span(row) for row in timeline.itertuples()]
    shown = with_room(days.window(timeline["start"], timeline["end"]), spans)
    title = _title(timeline)
    wanted = min(len(timeline) * ROW, style.TALLEST - 60)
    pitch = style.pitch_for(ax, wanted, len(timeline))
    labelled = spread(len(timeline), pitch, timeline["voices"].fillna(0).to_numpy(float), LINE)
    subtitle = _subtitle(timeline, len(labelled))
    items = _key(spans)
    head = 12.0 * legend.rows_needed(style.COLUMN * 72 - 2 * style.MARGIN, items) + 16
    sheet = style.titled(ax, title, subtitle, style.sources_of(timeline), height=wanted + head + 32)
    legend.draw_key(sheet, 0, sheet.top + 5, items)
    _draw(sheet, timeline, spans, shown, labelled, sheet.top + head)
    style.describe(sheet.ax, _alternative(timeline, spans, shown))
    return sheet.ax


def _span(row: object) -> Span:
    light = row.basis != "stated"
    return Span(
        key=row.event_id,
        start=days.number(row.start),
        end=days.number(row.end) + 1,
        light=light,
        fill=0.22 if light else 0.85,
        fades=days.rough_ends(row.date, bool(row.approximate)),
        one_day=row.start == row.end and not row.approximate,
    )


def _draw(
    sheet: style.Sheet,
    timeline: pd.DataFrame,
    spans: list[Span],
    shown: days.Window,
    labelled: list[int],
    top: float,
) -> None:
    floor = sheet.bottom - 26
    body, pitch = floor - top, (floor - top) / len(spans)
    right = sheet.width - COUNTS
    sheet.place(sheet.ax, LABELS, top, right, floor)
    style.bare(sheet.ax, "bottom")
    sheet.ax.set_ylim(body, 0)
    days.day_axis(sheet.ax, shown, grid=body)
    middles = (np.arange(len(spans)) + 0.5) * pitch
    if pitch < LINE:
        draw_many(sheet.ax, spans, shown, middles, max(pitch * 0.8, 0.4))
    else:
        for span, y, date in zip(spans, middles, timeline["date"], strict=True):
            early = f"since {days.date_words(one_line(date).partition('/')[0])}" if pitch >= 24 else ""
            draw_span(sheet.ax, span, shown, y, min(9.0, pitch * 0.55), early)
    sheet.block(sheet.width, top - 8, [("voices / independent", SMALL, MUTED, "normal")], ha="right")
    rows = list(timeline.itertuples())
    for index in labelled:
        _letter(sheet, rows[index], top + middles[index], pitch)


def _letter(sheet: style.Sheet, row: object, y: float, pitch: float) -> None:
    """Title and date at the left of a row, the counts of its speakers at the right."""
    when = days.date_words(row.date) + (", inferred" if row.basis != "stated" else "")
    if pitch >= ROW * 0.95:
        lines = [(line, TEXT, INK, "normal") for line in wrapped(row.title, LABELS - 10, TEXT, lines=2)]
        lines.append((shortened(when, LABELS - 10, SMALL), SMALL, MUTED, "normal"))
    elif pitch >= 22:
        lines = [
            (shortened(one_line(row.title), LABELS - 10), TEXT, INK, "normal"),
            (shortened(when, LABELS - 10, SMALL), SMALL, MUTED, "normal"),
        ]
    else:
        lines = [(shortened(one_line(row.title), LABELS - 10, SMALL), SMALL, INK, "normal")]
    sheet.block(0, y, lines)
    size = TEXT if pitch >= 22 else SMALL
    sheet.block(sheet.width, y, [(f"{row.voices:.0f} / {_origins(row)}", size, INK, "normal")], ha="right")


def _origins(row: object) -> str:
    """How many of the voices are independent; a question mark where the ties do not decide."""
    return "?" if pd.isna(row.independent) else f"{row.independent:.0f}"


def _key(spans: list[Span]) -> list[legend.Item]:
    """Explain only what is drawn."""
    items: list[legend.Item] = []
    if any(not span.light for span in spans):
        items.append((legend.bar(INK, 0.85), "date stated"))
    if any(span.light for span in spans):
        items.append((legend.bar(INK, 0.22, dashed=True), "date inferred"))
    if any(any(span.fades) for span in spans):
        items.append((legend.fading(INK, 0.6), f"about then: fades over {FADE:.0f} days either side"))
    if any(np.isnan(span.start) or np.isnan(span.end) for span in spans):
        items.append((legend.arrow(INK, 0.6), "open or not known; lighter beyond the days named"))
    return items


def _title(timeline: pd.DataFrame) -> str:
    stated = int((timeline["basis"] == "stated").sum())
    if len(timeline) == 1:
        known = "date stated" if stated else "date inferred"
    else:
        known = {0: "all dates inferred", len(timeline): "all dates stated"}.get(
            stated, f"{stated:,} dated by a report"
        )
    return f"{counted(len(timeline), 'event')}, {_period(timeline)}; {known}"


def _period(timeline: pd.DataFrame) -> str:
    """From the earliest start, in the words of its date, to the latest day named."""
    days_named = pd.concat([timeline["start"], timeline["end"]]).dropna()
    if days_named.empty:
        return "no day known"
    opening = "before " + days.day_words(days_named.min())
    if timeline["start"].notna().any():
        first = timeline["date"].iloc[timeline["start"].argmin()]
        opening = days.date_words(one_line(first).partition("/")[0])
    going = " and on" if timeline["end"].isna().any() else ""
    if len(timeline) == 1:
        return days.date_words(timeline["date"].iloc[0])
    return f"{opening} to {days.day_words(days_named.max())}{going}"


def _subtitle(timeline: pd.DataFrame, labelled: int) -> str:
    parts = [
        "First to last day of each event. Voices are speakers.",
        "Independent: voices of one party, and unattributed voices of one report or relay, count once.",
    ]
    if timeline["independent"].isna().any():
        parts.append("?: the ties do not decide.")
    if labelled < len(timeline):
        parts.append(
            f"All {len(timeline):,} events are drawn; {labelled:,} are labelled, the most voiced nearby."
        )
    return " ".join([*parts, "How large an event was is not shown."])


def _alternative(timeline: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """The chart in words: what is on the axes, the first and last, what is uncertain, what is not shown."""
    first, last = timeline.iloc[0], timeline.iloc[-1]
    inferred = int((timeline["basis"] != "stated").sum())
    unclosed = int((timeline["end"].isna() | timeline["start"].isna()).sum())
    parts = [
        f"Timeline of {counted(len(timeline), 'event')}, {_period(timeline)}; days run from left to right.",
        f"First row: {one_line(first['title'])}, {days.date_words(first['date'])}.",
    ]
    if len(timeline) > 1:
        parts.append(f"Last row: {one_line(last['title'])}, {days.date_words(last['date'])}.")
    parts.append(
        f"Inferred and drawn lighter with a dashed outline: {inferred:,} of {counted(len(timeline), 'date')};"
    )
    parts.append(f"with an open end, drawn lighter to an arrow: {unclosed:,}.")
    if shown.cut:
        early = timeline.loc[[span.start < shown.left for span in spans]]
        names = [f"{one_line(row.title)} ({days.date_words(row.date)})" for row in early.head(3).itertuples()]
        parts.append(f"The axis is cut: {listed(names)} began before it.")
    parts.append(_most_voiced(timeline))
    parts.append("Not shown: place, and how large an event was.")
    return " ".join(parts)


def _most_voiced(timeline: pd.DataFrame) -> str:
    """The event with most independent voices, or how many events share that number."""
    voices = timeline["independent"].fillna(0).astype(float)
    titles = timeline.loc[voices == voices.max(), "title"]
    if len(titles) == 1:
        return f"Most independent voices, {voices.max():.0f}: {one_line(titles.iloc[0])}."
    return f"{len(titles):,} events share the most independent voices, {voices.max():.0f} each."
