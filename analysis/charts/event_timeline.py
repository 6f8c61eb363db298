"""When it happened: a label and a bar for each event, or if they are many, how many began in each month."""

from collections import Counter

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import counted, days
from analysis.charts.marks.known import known
from analysis.charts.marks.labels import LINE, citations, detail, head, letter
from analysis.charts.marks.publications import REPORTS, bands, draw_bands, head_of, letter_bands
from analysis.charts.marks.runs import Line, Run, flowed
from analysis.charts.marks.span_key import span_key, span_words
from analysis.charts.marks.spans import ALWAYS, Period, Span, draw_span, of_period
from analysis.charts.style import INK, legend
from analysis.charts.style.lettering import one_line
from analysis.messages import listed, paragraph, say
from analysis.model.frames import EVENT_COUNTS, TIMELINE, takes

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
    "attested",
    "attested_from",
    "dated_as",
    "cite_ids",
    "cites",
    "source_ids",
)

MOST = 60
"""How many events are drawn, each with its label, when they are not counted by month."""

BAR, ABOVE, BELOW = 4.4, 6.5, 9.0
"""Height of a bar, from its label to its middle, and from there to the next label, in points."""

AXIS, KEY = 30.0, 12.0
"""Height of the axis with its words, and of a row of the key, in points."""


@style.themed
@takes(timeline=COLUMNS, counts=EVENT_COUNTS, reports=REPORTS)
def event_timeline(
    timeline: pd.DataFrame,
    *,
    counts: pd.DataFrame | None = None,
    reports: pd.DataFrame | None = None,
    period: Period = ALWAYS,
    ax: Axes | None = None,
) -> Axes:
    """Draw events over time, in the order of the frame: what it was and how it is dated, its bar below.

    Takes the columns `COLUMNS` of `frames.TIMELINE`. What lasts is a bar, solid where its days are certain
    and not after the last report, with an upright stroke where an end is stated and a ring where it is
    inferred; one day somewhere within is a bracket, what was under way when last reported ends in an arrow,
    and what nobody reports the start of fades in. `reports` (`frames.REGISTER`) are bands over the days on
    which they may have been published. Where `counts` (`frames.EVENT_COUNTS`) has rows they are drawn instead
    of the events; without, at most `MOST` events are. Where few events began years before the rest, the axis
    is cut; it is cut to `period` where days were asked for. Raises FrameError where a column or every row is
    missing.
    """
    style.not_empty(timeline, "event_timeline")
    if counts is not None and not counts.empty:
        return counted.draw(counts, reports=reports, ax=ax)
    drawn = timeline.head(MOST)
    spans = [_span(row) for row in drawn.itertuples()]
    dated = (drawn[name] for name in ("start", "end", "attested", "attested_from"))
    shown = of_period(days.window(*dated), spans, period)
    labels = [flowed(_label(row), style.width_for(ax)) for row in drawn.itertuples()]
    found = bands(reports, shown)
    items = span_key(spans, banded=bool(found))
    top = head_of(found)
    tops = _tops(labels, top)
    key = legend.rows_needed(style.width_for(ax), items) * KEY
    sheet = style.sheet(ax, height=tops[-1] + AXIS + key)
    _draw(sheet, spans, shown, labels, tops)
    body = tops[-1] - top
    draw_bands(sheet.ax, found, shown, body)
    days.draw_axis(sheet, shown, tops[-1], _telling(spans, [band.left for band in found], shown))
    letter_bands(sheet, found, shown)
    legend.draw_key(sheet, 0, tops[-1] + AXIS + 3, items)
    style.cut_at(sheet, [height - 1 for height in tops[1:-1]])
    style.describe(sheet.ax, _alternative(timeline, drawn, spans, shown))
    return sheet.ax


def _span(row: object) -> Span:
    colour = style.OUTSIDE if style.outside(row) else INK
    return Span(row.event_id, known(row), colour, days.guessed(row.date))


def _label(row: object) -> list[Run]:
    """What it was, how it is dated in words and in those of the reports, and where that stands."""
    words = one_line(row.dated_as).split("; ")[:2]
    when = days.standing(row)
    if words[0]:
        said = listed(say("quoted", words=text) for text in words)
        when = say("timeline-dated", date=when, words=said)
    return [head(one_line(row.title)), detail(days.noted(when, row)), *citations(row)]


def _tops(labels: list[list[Line]], top: float) -> list[float]:
    """Where each row begins, and where the last ends, in points from the top."""
    tops = [top]
    for lines in labels:
        tops.append(tops[-1] + len(lines) * LINE + ABOVE + BELOW)
    return tops


def _draw(
    sheet: style.Sheet, spans: list[Span], shown: days.Window, labels: list[list[Line]], tops: list[float]
) -> None:
    sheet.place(sheet.ax, 0, tops[0], sheet.width, tops[-1])
    style.bare(sheet.ax)
    sheet.ax.set_xlim(shown.left, shown.right)
    sheet.ax.set_ylim(tops[-1] - tops[0], 0)
    for span, lines, top in zip(spans, labels, tops, strict=False):
        letter(sheet, top, lines)
        draw_span(sheet.ax, span, shown, top - tops[0] + len(lines) * LINE + ABOVE, BAR)


def _telling(spans: list[Span], published: list[float], shown: days.Window) -> list[float]:
    """The days on which most begins, ends or is published, those met most often first."""
    met = Counter(published)
    for span in spans:
        met.update([span.known.start, span.known.end - 1])
    return sorted((day for day in met if shown.first <= day < shown.last), key=lambda day: (-met[day], day))


def _alternative(timeline: pd.DataFrame, drawn: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """The chart in words: what is on the axes, the first and last, what is uncertain, what is not shown."""
    rows = [drawn.iloc[0], drawn.iloc[-1]][: len(drawn)]
    ends = [
        say(key, title=one_line(row["title"]), date=days.standing(row))
        for key, row in zip(("timeline-alt-first", "timeline-alt-last"), rows, strict=False)
    ]
    inferred = int(drawn["inferred"].notna().sum())
    early = drawn.loc[[span.known.opens < shown.first for span in spans]] if shown.cut else drawn.head(0)
    names = listed(map(one_line, early["title"].head(3)), most=3)
    return paragraph(
        say("timeline-alt", events=len(drawn)),
        style.outside_words(drawn),
        *ends,
        say("timeline-alt-dates", inferred=inferred, dates=len(drawn)),
        *span_words(drawn),
        say("timeline-alt-cut", names=names, more=max(len(early) - 3, 0)) if names else "",
        say("timeline-alt-more", events=len(timeline) - MOST) if len(timeline) > MOST else "",
        say("timeline-alt-not-shown"),
    )
