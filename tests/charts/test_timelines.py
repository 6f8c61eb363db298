"""Spans on the axis of days: bars, diamonds, fading, arrows, and the cut axis."""

import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.charts import control_timeline, event_timeline, style
from analysis.charts.marks import days
from tests.charts.dates import redated
from tests.charts.drawn import labelled, words_of


def number(day: str) -> float:
    return date2num(pd.Timestamp(day))


def test_a_bar_runs_from_the_first_day_to_the_end_of_the_last(timeline):
    (bar,) = labelled(event_timeline(timeline), "weekend")
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (number("2015-10-10"), number("2015-10-12"))


def test_a_single_day_is_a_diamond_at_its_noon(timeline):
    (mark,) = labelled(event_timeline(timeline), "lifted")
    assert isinstance(mark, PathCollection)
    assert mark.get_offsets()[0][0] == number("2015-11-10") + 0.5


def test_an_origin_that_is_not_decided_is_a_question_mark(timeline):
    origins = ["indeterminate", "several", "one", "one", "one", "one", "several"]
    words = words_of(event_timeline(timeline.assign(origin=origins)))
    assert "2 / ?" in words
    assert "?: the ties do not decide." in words
    assert "?" not in words_of(event_timeline(timeline))


def test_inferred_dates_are_lighter_and_dashed(timeline):
    ax = event_timeline(timeline)
    (stated,), (inferred,) = labelled(ax, "air"), labelled(ax, "weekend")
    assert inferred.get_facecolor()[3] < stated.get_facecolor()[3]
    assert stated.get_linestyle() in ("-", "solid")
    assert inferred.get_linestyle() not in ("-", "solid")


def test_what_goes_on_is_solid_up_to_its_last_report_then_fades_to_an_arrow(timeline):
    ax = event_timeline(timeline)
    (bar,) = labelled(ax, "air")
    beyond = sorted(labelled(ax, "air beyond"), key=lambda step: step.get_x())
    assert bar.get_x() + bar.get_width() == beyond[0].get_x() == number("2015-11-11")
    opacity = [step.get_facecolor()[3] for step in beyond]
    assert opacity == sorted(opacity, reverse=True)
    assert opacity[0] < bar.get_facecolor()[3]
    (arrow,) = labelled(ax, "air open")
    assert arrow.get_facecolor()[3] == 0
    assert arrow.get_xy()[:, 0].max() <= ax.get_xlim()[1]
    assert not labelled(ax, "weekend open") + labelled(ax, "weekend beyond")


def two(timeline, date: str, attested: str | None, attested_from: str | None = None):
    """The day on which the siege ended, and before it a row of the date, last attested on that day."""
    rows = timeline.iloc[[6, 6]].assign(event_id=["row", "lifted"])
    known = {"attested": [attested, "2015-11-10"], "attested_from": [attested_from or attested, "2015-11-10"]}
    return redated(rows, [date, "2015-11-10"], **known)


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
    ax = event_timeline(two(timeline, date, attested))
    drawn = [patch for patch in labelled(ax, "row") if isinstance(patch, Rectangle)]
    assert len(drawn) == len(labelled(ax, "row")) or len(bars) == 1
    spans = [(patch.get_x(), patch.get_x() + patch.get_width()) for patch in drawn]
    marks = [mark.get_offsets()[0][0] for mark in labelled(ax, "row") if isinstance(mark, PathCollection)]
    spans += [(x - 0.5, x + 0.5) for x in marks]
    assert spans == [(number(first), number(last)) for first, last in bars]


@pytest.mark.parametrize("date", ["[2015-10-09..2015-10-17]", "2015-10", "[..2015-10-17]", "[2015-10-09..]"])
def test_one_day_within_is_a_bracket_and_never_a_bar(timeline, date):
    ax = event_timeline(two(timeline, date, "2015-11-10"))
    assert not labelled(ax, "row") + labelled(ax, "row possible")
    (line,) = labelled(ax, "row within")
    if ".." in date and date[1] != "." and date[-2] != ".":
        assert list(line.get_xdata()) == [number("2015-10-09"), number("2015-10-18")]
    assert "one day, somewhere within" in words_of(ax)
    assert "drawn as a bracket: 1 row." in style.description(ax)


def test_what_was_under_way_is_a_circle_at_its_last_report_with_neither_end(timeline):
    ax = event_timeline(two(timeline, "/..", "2015-10-18", "2015-10-12"))
    (mark,) = labelled(ax, "row")
    assert mark.get_offsets()[0][0] == number("2015-10-18") + 0.5
    steps = [step.get_x() for step in labelled(ax, "row beyond")]
    assert min(steps) < number("2015-10-18") < max(steps)
    words = words_of(ax).replace(" | ", " ")
    assert "start not reported, last reported by 18 Oct 2015" in words
    assert "under way when last reported; start not reported" in words


def test_an_unknown_start_fades_and_only_its_end_is_certain(timeline):
    ax = event_timeline(two(timeline, "/2015-10-18", "2015-11-10"))
    (bar,) = labelled(ax, "row")
    assert (bar.get_x(), bar.get_width()) == (number("2015-10-18"), 1)
    assert labelled(ax, "row beyond")
    assert not labelled(ax, "row open")
    assert labelled(event_timeline(two(timeline, "../2015-10-18", "2015-11-10")), "row open")


def test_an_end_that_nobody_reports_is_no_arrow(timeline):
    ax = event_timeline(two(timeline, "2015-10-10/", "2015-11-10"))
    assert labelled(ax, "row beyond")
    assert not labelled(ax, "row open")
    assert "Without a reported end, fading out: 1 row." in style.description(ax)


def test_a_day_that_lies_after_its_report_is_hollow(timeline):
    ax = event_timeline(two(timeline, "2015-11-08", "2015-10-18"))
    (told,), (foretold,) = labelled(ax, "lifted"), labelled(ax, "row")
    assert foretold.get_facecolor()[0][3] == 0 < told.get_facecolor()[0][3]


def test_a_thousand_open_spans_end_with_their_last_report_too(timeline):
    ax = event_timeline(pd.concat([timeline] * 100, ignore_index=True))
    faint = [line for line in ax.lines if 0 < to_rgba(line.get_color())[3] < 0.3]
    assert any(number("2015-11-11") in list(line.get_xdata()) for line in faint)


def test_a_place_lost_is_a_cross_and_no_bar(holdings):
    lost = redated(holdings.tail(2).assign(status="lost"), ["[2015-10-10..2015-10-14]", "2015-11-10"])
    ax = control_timeline(lost)
    (mark,) = labelled(ax, "row 0")
    assert isinstance(mark, PathCollection)
    assert mark.get_offsets()[0][0] == number("2015-10-14") + 0.5
    assert labelled(ax, "row 0 within")
    assert "Another village near Aleppo: Ahrar al-Sham, lost" in words_of(ax).replace(" | ", " ")


def fading(ax, key: str) -> list[tuple[float, float, float]]:
    """The steps of a fading bar from left to right: start, end, opacity."""
    steps = sorted(labelled(ax, f"{key} fades"), key=lambda step: step.get_x())
    return [(step.get_x(), step.get_x() + step.get_width(), step.get_facecolor()[3]) for step in steps]


def test_an_approximate_start_fades_over_three_days_either_side(timeline):
    ax = event_timeline(timeline)
    steps = fading(ax, "hama")
    assert (steps[0][0], steps[-1][1]) == (number("2015-10-04"), number("2015-10-10"))
    opacity = [step[2] for step in steps]
    assert opacity == sorted(opacity)
    assert len(set(opacity)) == len(opacity) > 2
    (solid,) = labelled(ax, "hama")
    assert solid.get_x() == number("2015-10-10")
    assert opacity[-1] < solid.get_facecolor()[3]
    assert "about then: fades over 3 days either side" in words_of(ax)


def test_fading_does_not_grow_with_the_bar(timeline):
    long = redated(timeline.tail(1), ["2015-01-01/2015-11-10~"])
    steps = fading(
        event_timeline(pd.concat([timeline.tail(2), long.assign(event_id="long")], ignore_index=True)), "long"
    )
    assert (steps[0][0], steps[-1][1]) == (number("2015-11-08"), number("2015-11-14"))


def test_where_both_fading_ends_meet_the_bar_is_never_certain(timeline):
    day = redated(timeline.tail(1), ["2015-11-10~"])
    ax = event_timeline(pd.concat([timeline.iloc[4:6], day]))
    steps = fading(ax, "lifted")
    assert not labelled(ax, "lifted")
    assert (steps[0][0], steps[-1][1]) == (number("2015-11-07"), number("2015-11-14"))
    opacity = [step[2] for step in steps]
    assert opacity == pytest.approx(opacity[::-1])
    assert max(opacity) < 0.85
    assert ax.get_xlim()[1] >= steps[-1][1]


def test_the_hatch_of_a_status_fades_with_its_bar(holdings):
    ax = control_timeline(holdings)
    hatches = labelled(ax, "row 4 fades hatch")
    assert len(hatches) == len(labelled(ax, "row 4 fades"))
    assert len({hatch.get_hatchcolor()[3] for hatch in hatches}) > 2


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
    ends = pd.Series(pd.to_datetime(["2015-11-10"] * (others + 1)))
    assert days.window(starts, ends).cut is cut


def test_half_of_the_starts_are_never_cut():
    starts = pd.Series(pd.to_datetime(["2013-01-01", "2013-02-01", "2015-10-12", "2015-10-13"]))
    ends = pd.Series(pd.to_datetime(["2015-10-20"] * 4))
    assert not days.window(starts, ends).cut


def test_years_are_cut_only_ten_times_the_days_that_stay():
    starts = pd.Series(pd.to_datetime(["2013-01-01", "2015-01-01", "2015-02-01"]))
    ends = pd.Series(pd.to_datetime(["2015-10-20"] * 3))
    assert not days.window(starts, ends).cut


@pytest.mark.parametrize(("dates", "words"), [
    (["2015-11-10?"], "; its date inferred, in whole or part"), (["2015"], "; nothing of its date inferred"),
    (["2015-11-09?", "2015?-11-10"], "; 2 dates inferred, in whole or part"),
    (["2015-11-09", "2015-11-10?"], "; 1 date inferred, in whole or part"),
    (["2015-11-09", "2015-11-10"], "; no date inferred"),
])  # fmt: skip
def test_the_title_says_how_many_dates_are_inferred(timeline, dates, words):
    assert words in words_of(event_timeline(redated(timeline.tail(len(dates)), dates)))


def test_a_day_and_month_that_are_reported_are_no_guess_where_the_year_is(timeline):
    ax = event_timeline(two(timeline, "2015?-11-08", "2015-11-10"))
    (mark,) = labelled(ax, "row")
    assert mark.get_facecolor()[0][3] == pytest.approx(0.85)
    assert "8 Nov 2015 (year inferred)" in words_of(ax)


def test_origins_are_said_to_be_what_they_are_and_no_more(timeline):
    assert "several may still know of each other" in " ".join(words_of(event_timeline(timeline)).split(" | "))


def test_most_voices_name_no_event_out_of_several(timeline):
    assert "Most voices, 4: Syrian army ends" in style.description(event_timeline(timeline))
    level = style.description(event_timeline(timeline.assign(voices=2, unnamed=0)))
    assert "7 events share the most voices, 2 each." in level


def test_an_early_siege_does_not_squash_the_autumn(timeline):
    ax = event_timeline(timeline)
    left, right = ax.get_xlim()
    assert number("2015-09-01") < left < number("2015-09-30")
    assert right < number("2015-12-01")
    (words, *_) = [text for text in ax.texts if text.get_label() == "siege break"]
    assert words.get_text() == "since 2013"
    assert (
        "The axis is cut: Siege of Kweires air base (2013 to 10 Nov 2015 (inferred)) began"
        in style.description(ax)
    )


def test_alone_the_siege_has_its_whole_length(timeline):
    left, _ = event_timeline(timeline.head(1)).get_xlim()
    assert left < number("2013-01-01")


def test_labels_stand_in_the_order_of_the_frame_with_their_counts(timeline):
    ax = event_timeline(timeline)
    texts = {text.get_text(): text.get_position()[1] for text in ax.texts}
    heights = [
        texts[title]
        for title in ("Siege of Kweires air base", "Russian air campaign", "Second offensive, around Aleppo")
    ]
    assert heights == sorted(heights)
    assert {"3 / several", "4 / several"} <= set(texts)


def test_the_timeline_says_how_many_are_inferred(timeline):
    words = style.description(event_timeline(timeline))
    assert "Timeline of 7 events" in words
    assert "Inferred in whole or part: 6 of 7 dates." in words
    assert "Said to go on when last reported, solid up to then: 2 rows." in words


def test_a_long_timeline_says_how_many_rows_are_labelled(timeline):
    ax = event_timeline(pd.concat([timeline] * 100, ignore_index=True))
    assert "All 700 events are drawn" in words_of(ax)


def test_events_without_any_day_are_said_to_have_none(timeline):
    nowhere = redated(timeline.head(2), [None, None])
    assert "no day stated" in style.description(event_timeline(nowhere))


def test_control_tells_status_by_hatch_and_claims_by_outline(holdings):
    ax = control_timeline(holdings)
    (besieged,), (held,) = labelled(ax, "row 0"), labelled(ax, "row 1")
    assert labelled(ax, "row 0 hatch")
    assert not labelled(ax, "row 1 hatch")
    assert besieged.get_linestyle() != held.get_linestyle()
    assert held.get_facecolor()[:3] == to_rgba("#B8621B")[:3]


def test_control_names_place_faction_and_status(holdings):
    words = words_of(control_timeline(holdings))
    assert "Kweires air base: Syria, held" in words
    assert "no place named: ISIS, held" in words
    assert "5 of 6 rows claimed" in words
    assert "Control of 4 places" in words


def test_days_of_control_say_what_is_inferred_and_when_they_were_last_reported(holdings):
    words = style.description(control_timeline(holdings))
    assert "ISIS, besieged, 2013 to 10 Nov 2015 (inferred), claimed." in words
    assert "Syria, held, since 2013 (inferred), last reported on 10 Nov 2015, assessed." in words


def test_one_further_row_is_singular(holdings):
    nine = pd.concat([holdings, holdings.head(3)])
    assert "1 further row." in style.description(control_timeline(nine))


@pytest.mark.parametrize(("edtf", "words"), [
    ("2015-10~", "about Oct 2015"), ("2015?-09-30/..", "since 30 Sept 2015 (year inferred)"),
    ("", "no day stated"), (None, "no day stated"),
])  # fmt: skip
def test_a_date_in_words_says_what_of_it_is_inferred(edtf, words):
    assert days.dated(edtf) == words


@pytest.mark.parametrize(("start", "end", "words"), [
    ("2015-10-10", "2015-10-11", ["10 Oct\n2015", "11 Oct", "12 Oct"]),
    ("2015-11-01", "2016-03-15", ["Nov\n2015", "Dec", "Jan\n2016", "Feb", "Mar"]),
    ("2011-06-01", "2015-06-01", ["2012", "2013", "2014", "2015"]),
])  # fmt: skip
def test_ticks_name_the_year_where_it_begins(start, end, words):
    ax = Figure().add_subplot()
    days.day_axis(ax, days.window(*(pd.Series(pd.to_datetime([day])) for day in (start, end))), grid=1)
    assert [label.get_text() for label in ax.get_xticklabels()] == words


def test_an_event_without_a_day_is_neither_inferred_nor_going_on_nor_of_1970(timeline):
    nowhere = redated(timeline.head(1), [None])
    ax = event_timeline(nowhere)
    assert "Inferred in whole or part: 0 of 1 date." in style.description(ax)
    assert "1970" not in words_of(ax)
    both = event_timeline(pd.concat([timeline.tail(1), nowhere], ignore_index=True))
    assert "and on" not in words_of(both)


def test_what_is_outside_the_scope_is_grey_and_says_why(timeline, holdings):
    for chart, frame in ((event_timeline, timeline), (control_timeline, holdings)):
        marked = frame.assign(in_scope=True, context=None).astype({"context": "object"})
        last = marked.index[-1]
        marked.loc[last, ["in_scope", "context"]] = [False, "reversal"]
        ax = chart(marked)
        assert "Grey: outside the scope, shown as context (1 row)." in style.description(ax)
        assert "outside the scope" in words_of(ax)
        assert "Grey:" not in style.description(chart(frame))


def test_the_axis_is_cut_to_the_days_asked_for_with_arrows_beyond(timeline):
    period = (pd.Timestamp("2015-10-09"), pd.Timestamp("2015-10-11"))
    ax = event_timeline(timeline, period=period)
    left, right = ax.get_xlim()
    assert number("2015-10-08") < left < number("2015-10-09")
    assert number("2015-10-12") <= right < number("2015-10-13")
    assert labelled(ax, "siege later")
    assert labelled(ax, "lifted later")
    assert not labelled(ax, "weekend later")
    assert "An arrow at the right edge: beyond the days shown." in words_of(ax).replace(" | ", " ")
    assert "right edge" not in words_of(event_timeline(timeline))
    assert "The axis is cut" in style.description(ax)


def test_without_days_in_common_the_axis_is_that_of_the_rows(timeline):
    late = (pd.Timestamp("2020-01-01"), None)
    assert event_timeline(timeline, period=late).get_xlim() == event_timeline(timeline).get_xlim()


def test_an_axis_holds_all_years_that_are_read_and_its_margins():
    ax = Figure().add_subplot()
    starts, ends = (pd.Series(pd.to_datetime([day])) for day in ("1700-01-01", "2260-12-31"))
    days.day_axis(ax, days.window(starts, ends), grid=1)
    words = [label.get_text() for label in ax.get_xticklabels()]
    assert words[0] == "1684"
    assert words[-1] == "2259"
