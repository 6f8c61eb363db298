"""Spans on the axis of days: bars, rings, brackets, fading, arrows, bands, labels and the cut axis."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from matplotlib.dates import date2num
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.charts import event_timeline, style
from analysis.charts.marks import days
from tests.charts.dates import redated
from tests.charts.drawn import drawn_texts, labelled, overlapping, words_of


def number(day: str) -> float:
    return date2num(pd.Timestamp(day))


def ends(ax, label: str) -> list[tuple[float, float]]:
    """From where to where the rectangles of that label run, in order."""
    boxes = [artist for artist in labelled(ax, label) if isinstance(artist, Rectangle)]
    return sorted((box.get_x(), box.get_x() + box.get_width()) for box in boxes)


def told(ax) -> str:
    return words_of(ax).replace(" | ", " ")


def two(timeline, date: str | None, attested: str | None, attested_from: str | None = None):
    """The day on which the siege ended, and before it a row of the date, last attested on that day."""
    rows = timeline.iloc[[6, 6]].assign(event_id=["row", "lifted"])
    known = {"attested": [attested, "2015-11-10"], "attested_from": [attested_from or attested, "2015-11-10"]}
    return redated(rows, [date, "2015-11-10"], **known)


def test_a_bar_runs_from_the_first_day_to_the_end_of_the_last(timeline):
    assert ends(event_timeline(timeline), "weekend") == [(number("2015-10-10"), number("2015-10-12"))]


def test_an_end_is_upright_where_it_is_stated_and_a_ring_where_it_is_inferred(timeline):
    ax = event_timeline(redated(timeline, ["2015-09-01/2015-11-10?", *timeline["date"][1:]]))
    (stated,), (inferred,) = labelled(ax, "siege start"), labelled(ax, "siege end")
    assert stated.get_marker() in ("None", None)
    assert list(stated.get_xdata()) == [number("2015-09-01")] * 2
    assert inferred.get_marker() == "o"
    assert list(inferred.get_xdata()) == [number("2015-11-11")]


def test_a_day_and_month_that_are_reported_are_no_guess_where_the_year_is(timeline):
    (mark,) = labelled(event_timeline(two(timeline, "2015?-11-08", "2015-11-10")), "row start")
    assert mark.get_marker() in ("None", None)


def test_a_single_day_is_one_mark_at_its_noon(timeline):
    ax = event_timeline(timeline)
    (mark,) = labelled(ax, "lifted start")
    assert list(mark.get_xdata()) == [number("2015-11-10") + 0.5]
    assert not labelled(ax, "lifted") + labelled(ax, "lifted end")


def test_what_goes_on_is_solid_up_to_its_last_report_then_only_an_arrow(timeline):
    ax = event_timeline(timeline)
    assert ends(ax, "air") == [(number("2015-09-30"), number("2015-11-11"))]
    assert not labelled(ax, "air beyond")
    (arrow,) = labelled(ax, "air open")
    assert np.nanmin(arrow.get_xdata()) == number("2015-11-11")
    assert np.nanmax(arrow.get_xdata()) <= ax.get_xlim()[1]
    assert not labelled(ax, "weekend open") + labelled(ax, "weekend beyond")


def test_a_report_of_some_day_vouches_for_no_day_after_the_first_of_its_window(timeline):
    ax = event_timeline(two(timeline, "2015-10-01/..", "2015-10-18", "2015-10-12"))
    assert ends(ax, "row") == [(number("2015-10-01"), number("2015-10-13"))]
    assert ends(ax, "row possible") == [(number("2015-10-13"), number("2015-10-19"))]


@pytest.mark.parametrize(("date", "attested", "bars"), [
    ("2015-10-10/..", "2015-10-18", [("2015-10-10", "2015-10-19")]),
    ("2015-10-10/2015-10-30", "2015-10-18", [("2015-10-10", "2015-10-19")]),
    ("2015-09/2015-10-30", "2015-11-10", [("2015-09-30", "2015-10-31")]),
    ("2015-10/..", "2015-10-18", [("2015-10-18", "2015-10-19")]),
    ("{2015-10-02..2015-10-04,2015-10-20..2015-10-23}", "2015-11-10",
     [("2015-10-02", "2015-10-05"), ("2015-10-20", "2015-10-24")]),
    ("2015-10/2015-10", "2015-11-10", []),
    ("2015-11-20/..", "2015-10-18", []),
])  # fmt: skip
def test_nothing_is_solid_that_is_not_certain_or_after_the_last_report(timeline, date, attested, bars):
    drawn = ends(event_timeline(two(timeline, date, attested)), "row")
    assert drawn == [(number(first), number(last)) for first, last in bars]


@pytest.mark.parametrize("date", ["[2015-10-09..2015-10-17]", "2015-10", "[..2015-10-17]", "[2015-10-09..]"])
def test_one_day_within_is_a_bracket_and_never_a_bar(timeline, date):
    ax = event_timeline(two(timeline, date, "2015-11-10"))
    assert not labelled(ax, "row") + labelled(ax, "row possible") + labelled(ax, "row beyond")
    (line,) = labelled(ax, "row within")
    if date == "[2015-10-09..2015-10-17]":
        assert list(line.get_xdata()) == [number("2015-10-09"), number("2015-10-18")]
        assert len(labelled(ax, "row cap")) == 2
    assert "on one day within" in words_of(ax)
    assert "drawn as a bracket: 1 row." in style.description(ax)


def test_what_was_under_way_fades_in_to_its_report_and_ends_in_an_arrow(timeline):
    ax = event_timeline(two(timeline, "/..", "2015-10-18", "2015-10-12"))
    assert not ends(ax, "row")
    assert ends(ax, "row possible") == [(number("2015-10-12"), number("2015-10-19"))]
    assert max(last for _, last in ends(ax, "row beyond")) == number("2015-10-12")
    assert labelled(ax, "row open")
    assert "start not reported, last reported by 18 Oct 2015" in told(ax)


def test_an_unknown_start_fades_in_and_only_its_end_is_certain(timeline):
    ax = event_timeline(two(timeline, "/2015-10-18", "2015-11-10"))
    steps = sorted(labelled(ax, "row beyond"), key=lambda step: step.get_x())
    opacity = [step.get_facecolor()[3] for step in steps]
    assert opacity == sorted(opacity)
    assert steps[-1].get_x() + steps[-1].get_width() == pytest.approx(number("2015-10-18"))
    assert not labelled(ax, "row start") + labelled(ax, "row open")
    assert labelled(ax, "row end")


def test_what_fades_in_at_the_edge_of_a_cut_axis_is_no_bar_from_before_it(timeline):
    rows = pd.concat([timeline.iloc[[0, 4, 5]], timeline.tail(1)]).assign(event_id=["siege", "b", "c", "row"])
    ax = event_timeline(
        redated(rows, [*rows["date"][:3], "/.."], attested=["2015-11-10"] * 3 + ["2015-10-11"])
    )
    left, right = ax.get_xlim()
    widths = [last - first for first, last in ends(ax, "row beyond")]
    assert max(widths) < (right - left) * 0.03


def test_an_end_that_nobody_reports_fades_and_is_no_arrow(timeline):
    ax = event_timeline(two(timeline, "2015-10-10/", "2015-11-10"))
    assert labelled(ax, "row beyond")
    assert not labelled(ax, "row open") + labelled(ax, "row end")
    assert "Without a reported end, fading out: 1 row." in style.description(ax)


def test_a_day_that_lies_after_its_report_is_faint(timeline):
    ax = event_timeline(two(timeline, "2015-11-08", "2015-10-18"))
    (mark,) = labelled(ax, "row foretold")
    assert mark.get_alpha() < 1
    assert labelled(ax, "lifted start")


def test_an_event_without_a_day_is_a_dotted_line_and_nothing_of_1970(timeline):
    ax = event_timeline(redated(timeline.head(2), ["2015-10-10", None], attested=["2015-10-10", None]))
    assert labelled(ax, "air undated")
    assert "no day stated" in told(ax)
    assert "no day known" in told(ax)
    assert "1970" not in words_of(ax)


def test_events_without_any_day_have_no_axis(timeline):
    ax = event_timeline(redated(timeline.head(2), [None, None], attested=[None, None]))
    assert "no day stated" in style.description(ax)
    assert not labelled(ax, "grid")


def test_each_report_is_a_band_over_the_days_on_which_it_may_have_been_published(timeline, reports):
    ax = event_timeline(timeline, reports=reports)
    assert ends(ax, "report 2") == [(number("2015-10-12"), number("2015-10-19"))]
    assert ends(ax, "report 3") == [(number("2015-10-12"), number("2015-10-13"))]
    (band,) = labelled(ax, "report 1")
    assert band.get_height() == max(ax.get_ylim())
    assert {"report 1", "reports 2 and 3"} <= {text for text, _ in drawn_texts(ax)}
    assert overlapping(ax) == []


def test_many_reports_are_bands_without_labels_and_very_many_are_counted(timeline, reports):
    def printed(times: int) -> pd.DataFrame:
        return pd.concat([reports] * times, ignore_index=True).assign(number=range(3 * times))

    some = event_timeline(timeline, reports=printed(5))
    assert labelled(some, "report 14")
    assert "Bands: when 15 reports were published." in words_of(some)
    many = event_timeline(timeline, reports=printed(1000))
    (columns,) = labelled(many, "publications")
    assert columns.get_data().values.min() < columns.get_data().baseline < 0  # above the rows
    assert not labelled(many, "report 14")
    assert "When 3,000 reports were published:" in words_of(many)


def test_a_label_stands_above_its_bar_with_its_date_and_citations(timeline):
    ax = event_timeline(timeline)
    texts = {text.get_text(): text for text in ax.texts}
    title, cite = texts["Siege of Kweires air base"], texts["[1 p2a]"]
    assert title.get_weight() == "bold"
    assert cite.get_url() == "#claim-a2"
    assert cite.get_color() == style.ACCENT
    assert "2013 to 10 Nov 2015 (“since 2013”)" in told(ax)
    heights = [y for text, (_, y) in ((text, text.get_position()) for text in ax.texts) if text in (title,)]
    assert heights == sorted(heights)
    assert "inferred)" not in told(ax)


def test_labels_stand_in_the_order_of_the_frame_and_never_on_one_another(timeline, reports):
    long = timeline.assign(title=timeline["title"] + ", of which a report tells with very many words more")
    ax = event_timeline(long, reports=reports)
    assert overlapping(ax) == []
    tops = [
        text.get_position()[1]
        for title in timeline["title"]
        for text in ax.texts
        if text.get_text() and title.startswith(text.get_text()) and text.get_weight() == "bold"
    ]
    assert tops == sorted(tops)


def test_a_drawing_may_be_cut_between_its_rows_and_nowhere_else(timeline, reports):
    ax = event_timeline(timeline, reports=reports)
    tall = ax.figure.get_size_inches()[1] * 72
    cuts = [tall * (1 - share) for share in style.breaks(ax)]
    assert len(cuts) == len(timeline) - 1
    for text, box in drawn_texts(ax):
        assert not any(box.y0 + 2 < cut < box.y1 - 2 for cut in cuts), text


def test_sixty_events_are_drawn_and_the_rest_is_said_not_to_be(timeline):
    ax = event_timeline(pd.concat([timeline] * 10, ignore_index=True))
    assert "Not drawn: 10 events more." in style.description(ax)


def test_where_events_are_counted_each_kind_has_columns_on_one_scale(timeline, counts, reports):
    ax = event_timeline(timeline, counts=counts, reports=reports)
    bars = [patch for patch in ax.patches if patch.get_x() > 0 and patch.get_height() < 0]
    assert len(bars) == 7
    tallest = min(bar.get_height() for bar in bars)
    ten = sorted({round(bar.get_height() / tallest, 3) for bar in bars})
    assert ten[-1] == 1
    assert 0.25 in ten
    words = told(ax)
    assert "Shelling 50 events, most in Sept 2015 (40)" in words
    assert "Protest 3 events, 2 on no known day" in words
    assert "Further kinds 3 events" in words
    assert overlapping(ax) == []
    assert "56 events counted by kind" in style.description(ax)


def test_ordinary_gaps_do_not_cut_the_axis(timeline):
    month = redated(timeline.tail(2), ["2015-10-12/2015-11-10", "2015-11-10"])
    left, _ = event_timeline(month).get_xlim()
    assert left < number("2015-10-12")
    assert "cut" not in style.description(event_timeline(month))


@pytest.mark.parametrize(("early", "others", "cut"), [
    ("2013-01-01", 3, True), ("2013-01-01", 1, False), ("2015-01-01", 3, False),
])  # fmt: skip
def test_only_few_starts_that_lie_years_before_are_cut(early, others, cut):
    starts = pd.Series(pd.to_datetime([early] + ["2015-10-12"] * others))
    stops = pd.Series(pd.to_datetime(["2015-11-10"] * (others + 1)))
    assert days.window(starts, stops).cut is cut


def test_half_of_the_starts_are_never_cut():
    starts = pd.Series(pd.to_datetime(["2013-01-01", "2013-02-01", "2015-10-12", "2015-10-13"]))
    stops = pd.Series(pd.to_datetime(["2015-10-20"] * 4))
    assert not days.window(starts, stops).cut


def test_years_are_cut_only_ten_times_the_days_that_stay():
    starts = pd.Series(pd.to_datetime(["2013-01-01", "2015-01-01", "2015-02-01"]))
    stops = pd.Series(pd.to_datetime(["2015-10-20"] * 3))
    assert not days.window(starts, stops).cut


def test_an_early_siege_does_not_squash_the_autumn_and_its_bar_is_broken(timeline):
    ax = event_timeline(timeline)
    left, right = ax.get_xlim()
    assert number("2015-09-01") < left < number("2015-09-30")
    assert right < number("2015-12-01")
    assert len(labelled(ax, "siege break")) == 2
    for stroke in labelled(ax, "siege break"):
        assert max(stroke.get_xdata()) < number("2015-09-30")
    assert not labelled(ax, "air break")
    assert "earlier" in words_of(ax)


def test_what_was_over_before_the_axis_stands_left_of_the_break(timeline):
    gone = redated(timeline.head(1), ["2009-05-01"], attested=["2009-05-01"])
    many = pd.concat([gone, *[timeline.tail(6)] * 9], ignore_index=True)
    (mark,) = labelled(event_timeline(many), "siege start")
    assert max(mark.get_xdata()) < number("2015-09-30")


def test_alone_the_siege_has_its_whole_length(timeline):
    left, _ = event_timeline(timeline.head(1)).get_xlim()
    assert left < number("2013-01-01")


def test_the_ticks_are_days_of_the_rows_and_of_the_reports(timeline, reports):
    words = {text for text, _ in drawn_texts(event_timeline(timeline, reports=reports))}
    assert {"30 Sept", "10 Nov", "2015"} <= words


@pytest.mark.parametrize(("start", "end", "words"), [
    ("2015-11-01", "2016-03-15", ["Nov", "2015", "Dec", "Jan", "2016", "Feb", "Mar"]),
    ("2011-06-01", "2015-06-01", ["2012", "2013", "2014", "2015"]),
    ("1700-01-01", "2260-12-31", ["1684", "1759", "1809", "1859", "1909", "1959"]),
])  # fmt: skip
def test_ticks_name_the_year_where_it_begins_and_none_lies_on_another(start, end, words):
    sheet = style.sheet(None, height=60)
    sheet.place(sheet.ax, 0, 0, sheet.width, 20)
    style.bare(sheet.ax)
    sheet.ax.set_ylim(20, 0)
    shown = days.window(*(pd.Series(pd.to_datetime([day])) for day in (start, end)))
    days.draw_axis(sheet, shown, 20)
    said = [text.get_text() for text in sheet.ax.findobj(Text) if text.get_text()]
    assert said[: len(words)] == words
    assert overlapping(sheet.ax) == []


def test_what_is_outside_the_scope_is_grey_and_says_why(timeline):
    marked = timeline.assign(in_scope=True, context=None).astype({"context": "object"})
    marked.loc[4, ["in_scope", "context"]] = [False, "reversal"]
    ax = event_timeline(marked)
    (bar,) = labelled(ax, "weekend")
    assert bar.get_facecolor()[:3] == pytest.approx(
        [int(style.OUTSIDE[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    )
    assert "Grey: outside the scope, shown as context (1 row)." in style.description(ax)
    assert "outside the scope" in told(ax)
    assert "Grey:" not in style.description(event_timeline(timeline))


def test_the_axis_is_cut_to_the_days_asked_for_with_arrows_beyond(timeline):
    period = (pd.Timestamp("2015-10-09"), pd.Timestamp("2015-10-11"))
    ax = event_timeline(timeline, period=period)
    left, right = ax.get_xlim()
    assert number("2015-10-08") < left < number("2015-10-09")
    assert number("2015-10-12") <= right < number("2015-10-13")
    assert labelled(ax, "siege later")
    assert labelled(ax, "lifted later")
    assert not labelled(ax, "weekend later")
    assert not labelled(ax, "lifted start")
    assert "The axis is cut" in style.description(ax)


def test_without_days_in_common_the_axis_is_that_of_the_rows(timeline):
    late = (pd.Timestamp("2020-01-01"), None)
    assert event_timeline(timeline, period=late).get_xlim() == event_timeline(timeline).get_xlim()


def test_the_description_counts_what_is_inferred_and_what_goes_on(timeline):
    words = style.description(event_timeline(timeline))
    assert "Timeline of 7 events" in words
    assert "Inferred in whole or part: 6 of 7 dates." in words
    assert "Said to go on when last reported, solid up to then: 2 rows." in words
    assert "First row: Siege of Kweires air base, 2013 to 10 Nov 2015." in words


@pytest.mark.parametrize(("edtf", "words"), [
    ("2015-10~", "about Oct 2015"), ("2015?-09-30/..", "since 30 Sept 2015 (year inferred)"),
    ("", "no day stated"), (None, "no day stated"),
])  # fmt: skip
def test_a_date_in_words_says_what_of_it_is_inferred(edtf, words):
    assert days.dated(edtf) == words


def test_rows_follow_one_another_from_the_top(timeline):
    ax = event_timeline(timeline)
    floors = [bar.get_y() for name in ("siege", "air", "weekend") for bar in labelled(ax, name)]
    assert all(before < after for before, after in pairwise(floors))
