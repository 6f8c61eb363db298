"""When it happened: one bar or diamond for each event, uncertain dates drawn uncertain."""

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
from analysis.messages import (
    date_words,
    day_words,
    edtf_ends,
    interval_words,
    joined,
    listed,
    number_words,
    paragraph,
    say,
)
from analysis.model.frames import TIMELINE, takes

COLUMNS = TIMELINE.only(
    "event_id",
    "title",
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
    "voices",
    "unnamed",
    "origin",
    "source_ids",
)

ROW, LINE = 33.0, 9.8
"""Height of a row with its label, and of one line of small text, in points."""

LABELS, COUNTS = 176.0, 62.0
"""Widths of the label column at the left and of the counts at the right, in points."""


@style.themed
@takes(timeline=COLUMNS)
def event_timeline(timeline: pd.DataFrame, *, period: Period = ALWAYS, ax: Axes | None = None) -> Axes:
    """Draw events over time, in the order of the frame.

    Takes the columns `COLUMNS` of `frames.TIMELINE`. A span is a bar, solid where its days are certain
    and not after the last report, lighter where they are only possible; a single day is a diamond, one
    day somewhere within a bracket; what was under way when last reported is a circle. An end that nobody
    reports fades out, an inferred date has a dashed outline, an approximate end fades over three days.
    Where few events began years before the rest, the axis is cut and says since when; it is cut to `period`
    where days were asked for. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(timeline, "event_timeline")
    spans = [_span(row) for row in timeline.itertuples()]
    shown = with_room(days.window(timeline["start"], timeline["end"], timeline["attested"]), spans)
    shown = of_period(shown, spans, period)
    title = _title(timeline)
    wanted = min(len(timeline) * ROW, style.TALLEST - 60)
    pitch = style.pitch_for(ax, wanted, len(timeline))
    labelled = spread(len(timeline), pitch, _voices(timeline).to_numpy(float), LINE)
    subtitle = paragraph(
        _subtitle(timeline, len(labelled)), beyond_words(spans, shown), style.outside_words(timeline)
    )
    items = _key(spans)
    head = 12.0 * legend.rows_needed(style.COLUMN * 72 - 2 * style.MARGIN, items) + 16
    sheet = style.titled(ax, title, subtitle, style.sources_of(timeline), height=wanted + head + 32)
    legend.draw_key(sheet, 0, sheet.top + 5, items)
    _draw(sheet, timeline, spans, shown, labelled, sheet.top + head)
    style.describe(sheet.ax, _alternative(timeline, spans, shown))
    return sheet.ax


def _voices(timeline: pd.DataFrame) -> pd.Series:
    """How many voices tell of each event, named or not."""
    return timeline["voices"].fillna(0) + timeline["unnamed"].fillna(0)


def _span(row: object) -> Span:
    light = days.guessed(row)
    return Span(
        key=row.event_id,
        known=known(row),
        colour=style.OUTSIDE if style.outside(row) else INK,
        light=light,
        fill=0.4 if light else 0.85,
        fades=days.rough_ends(row.date, bool(row.approximate)),
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
            early = date_words(f"{_opening(date)}/..", short=True) if pitch >= 24 else ""
            draw_span(sheet.ax, span, shown, y, min(9.0, pitch * 0.55), early)
    sheet.block(sheet.width, top - 8, [(say("timeline-counts"), SMALL, MUTED, "normal")], ha="right")
    rows = list(timeline.itertuples())
    for index in labelled:
        _letter(sheet, rows[index], top + middles[index], pitch)


def _opening(date: object) -> str:
    """The first date that an EDTF text names, as it is written."""
    first, last = edtf_ends(one_line(date))
    return first or last


def _letter(sheet: style.Sheet, row: object, y: float, pitch: float) -> None:
    """Title and date at the left of a row, the counts of its speakers at the right."""
    when = days.noted(days.standing(row), row)
    if pitch >= ROW * 0.95:
        lines = [(line, TEXT, INK, "normal") for line in wrapped(row.title, LABELS - 10, TEXT, lines=2)]
        below = wrapped(when, LABELS - 10, SMALL, lines=3 - len(lines))
        lines += [(line, SMALL, MUTED, "normal") for line in below]
    elif pitch >= 22:
        lines = [
            (shortened(one_line(row.title), LABELS - 10), TEXT, INK, "normal"),
            (shortened(when, LABELS - 10, SMALL), SMALL, MUTED, "normal"),
        ]
    else:
        lines = [(shortened(one_line(row.title), LABELS - 10, SMALL), SMALL, INK, "normal")]
    sheet.block(0, y, lines)
    size = TEXT if pitch >= 22 else SMALL
    several = row.voices + row.unnamed > 1
    origin = say(f"timeline-origin-{row.origin}") if several else ""
    voices = row.voices + row.unnamed
    counted = joined("timeline-counted", [interval_words(voices, voices), origin])
    sheet.block(sheet.width, y, [(counted, size, INK, "normal")], ha="right")


def _key(spans: list[Span]) -> list[legend.Item]:
    """Explain only what is drawn."""
    items: list[legend.Item] = []
    if any(not span.light for span in spans):
        items.append((legend.bar(INK, 0.85), say("timeline-key-stated")))
    if any(span.light for span in spans):
        items.append((legend.bar(INK, 0.4, dashed=True), say("timeline-key-inferred")))
    return [*items, *span_key(spans)]


def _title(timeline: pd.DataFrame) -> str:
    inferred = int(timeline["inferred"].notna().sum())
    return say("timeline-title", events=len(timeline), period=_period(timeline), inferred=inferred)


def _period(timeline: pd.DataFrame) -> str:
    """From the earliest start, in the words of its date, to the latest day named."""
    if len(timeline) == 1:
        return days.dated(timeline["date"].iloc[0])
    named = pd.concat([timeline["start"], timeline["end"]]).dropna()
    if named.empty:
        return say("date-none")
    first, last = named.min(), named.max()
    if timeline["start"].notna().any():
        opening = _opening(timeline["date"].iloc[timeline["start"].argmin()])
        closing = f"{last:%Y-%m-%d}"
        words = date_words(opening if opening == closing else f"{opening}/{closing}", short=True)
    else:
        words = say("timeline-before", start=day_words(first, short=True), end=day_words(last, short=True))
    return say("timeline-going-on", period=words) if (timeline["span"] == "goes_on").any() else words


def _subtitle(timeline: pd.DataFrame, labelled: int) -> str:
    events, some = len(timeline), ""
    if labelled < events:
        some = say("timeline-labelled", events=events, labelled=labelled)
    fixed = map(say, ("timeline-spans", "timeline-voices", "timeline-origin"))
    open_one = (timeline["origin"] == "indeterminate").any()
    undecided = say("timeline-undecided-means") if open_one else ""
    return paragraph(*fixed, undecided, some, say("timeline-no-size"))


def _alternative(timeline: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """The chart in words: what is on the axes, the first and last, what is uncertain, what is not shown."""
    rows = [timeline.iloc[0], timeline.iloc[-1]][: len(timeline)]
    ends = [
        say(key, title=one_line(row["title"]), date=days.standing(row))
        for key, row in zip(("timeline-alt-first", "timeline-alt-last"), rows, strict=False)
    ]
    inferred = int(timeline["inferred"].notna().sum())
    events = len(timeline)
    return paragraph(
        say("timeline-alt", events=events, period=_period(timeline)),
        style.outside_words(timeline),
        *ends,
        say("timeline-alt-dates", inferred=inferred, dates=events),
        *span_words(timeline),
        _cut(timeline, spans, shown),
        _most_voiced(timeline),
        say("timeline-alt-not-shown"),
    )


def _cut(timeline: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """Which events began before the axis, three of them by name; empty where it is whole."""
    if not shown.cut:
        return ""
    early = timeline.loc[[span.known.opens < shown.left for span in spans]]
    dates = ((one_line(row.title), days.dated(row.date)) for row in early.head(3).itertuples())
    names = listed(say("timeline-alt-cut-event", title=title, date=date) for title, date in dates)
    if len(early) > 3:
        return say("timeline-alt-cut-many", events=len(early), names=names)
    return say("timeline-alt-cut", names=names)


def _most_voiced(timeline: pd.DataFrame) -> str:
    """The event with most voices, or how many events share that number."""
    voices = _voices(timeline).astype(float)
    titles, most = timeline.loc[voices == voices.max(), "title"], number_words(voices.max())
    if len(titles) == 1:
        return say("timeline-alt-most", voices=most, title=one_line(titles.iloc[0]))
    return say("timeline-alt-most-shared", events=len(titles), voices=most)
