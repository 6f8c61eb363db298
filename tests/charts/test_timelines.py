"""Spans on the axis of days: bars, diamonds, fading, arrows, and the cut axis."""

import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from analysis.charts import control_timeline, event_timeline, style
from analysis.charts.marks import days
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


def test_an_open_end_is_an_arrow_at_the_edge(timeline):
    ax = event_timeline(timeline)
    (arrow,) = labelled(ax, "air open")
    assert arrow.get_xy()[:, 0].max() == ax.get_xlim()[1]
    assert not labelled(ax, "weekend open")


def test_beyond_the_last_day_named_an_open_span_is_lighter(timeline):
    ax = event_timeline(timeline)
    (bar,), (beyond,) = labelled(ax, "air"), labelled(ax, "air beyond")
    assert bar.get_x() + bar.get_width() == beyond.get_x() == number("2015-11-11")
    assert beyond.get_facecolor()[3] < bar.get_facecolor()[3] / 2
    assert not labelled(ax, "weekend beyond")


def test_a_span_that_opens_last_is_drawn_for_its_first_day(timeline):
    late = timeline.iloc[4:6].assign(date=["2015-10-10/2015-10-11", "2015-10-12/.."], approximate=False)
    late.loc[late["event_id"] == "aleppo", "end"] = pd.NaT
    (bar,) = labelled(event_timeline(late), "aleppo")
    assert (bar.get_x(), bar.get_width()) == (number("2015-10-12"), 1)


def test_before_the_first_day_named_an_open_start_is_lighter(timeline):
    late = timeline.tail(2).assign(date=["../2015-10-18", "2015-11-10"], approximate=False)
    late.loc[late["event_id"] == "aleppo", "start"] = pd.NaT
    ax = event_timeline(late)
    (beyond,) = labelled(ax, "aleppo beyond")
    assert beyond.get_facecolor()[3] < 0.1
    assert labelled(ax, "aleppo open")


def test_a_thousand_open_spans_are_lighter_beyond_the_last_day_too(timeline):
    ax = event_timeline(pd.concat([timeline] * 100, ignore_index=True))
    faint = [line for line in ax.lines if 0 < to_rgba(line.get_color())[3] < 0.1]
    assert any(line.get_xdata()[0] == number("2015-11-11") for line in faint)


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
    long = timeline.tail(1).assign(
        start=pd.Timestamp("2015-01-01"), date="2015-01-01/2015-11-10~", approximate=True
    )
    steps = fading(
        event_timeline(pd.concat([timeline.tail(2), long.assign(event_id="long")], ignore_index=True)), "long"
    )
    assert (steps[0][0], steps[-1][1]) == (number("2015-11-08"), number("2015-11-14"))


def test_where_both_fading_ends_meet_the_bar_is_never_certain(timeline):
    day = timeline.tail(1).assign(approximate=True, date="2015-11-10~", basis="stated")
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
    month = timeline.tail(2).assign(
        start=pd.to_datetime(["2015-10-12", "2015-11-10"]), end=pd.to_datetime(["2015-11-10", "2015-11-10"])
    )
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


@pytest.mark.parametrize(("basis", "words"), [
    ("inferred", "; all dates inferred"), ("stated", "; all dates stated"),
])  # fmt: skip
def test_the_title_says_so_when_all_dates_have_one_basis(timeline, basis, words):
    assert words in words_of(event_timeline(timeline.assign(basis=basis)))
    assert "; 1 dated by a report" in words_of(event_timeline(timeline))


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
    assert "The axis is cut: Siege of Kweires air base (2013 to 10 Nov 2015)" in style.description(ax)


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
    assert "6 of 7 dates" in words
    assert "open end, drawn lighter to an arrow: 2" in words


def test_a_long_timeline_says_how_many_rows_are_labelled(timeline):
    ax = event_timeline(pd.concat([timeline] * 100, ignore_index=True))
    assert "All 700 events are drawn" in words_of(ax)


def test_events_without_any_day_are_drawn_as_open(timeline):
    nowhere = timeline.head(2).assign(start=pd.NaT, end=pd.NaT, date="", basis="inferred")
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


def test_days_of_control_are_marked_as_inferred_in_the_words_too(holdings):
    words = style.description(control_timeline(holdings.assign(date_basis=["stated"] + ["inferred"] * 5)))
    assert "ISIS, besieged, 1 Jan 2013 to 10 Nov 2015, claimed." in words
    assert "Syria, held, since 1 Jan 2013 (inferred), assessed." in words


def test_one_further_row_is_singular(holdings):
    nine = pd.concat([holdings, holdings.head(3)])
    assert "1 further row." in style.description(control_timeline(nine))


@pytest.mark.parametrize(("edtf", "inferred", "words"), [
    ("2015-10~", False, "about Oct 2015"), ("2015-09-30/..", True, "since 30 Sept 2015 (inferred)"),
    ("", True, "no day stated"), (None, False, "no day stated"), ("2015-21", False, "2015-21"),
])  # fmt: skip
def test_a_date_in_words_is_marked_where_it_is_inferred(edtf, inferred, words):
    assert days.dated(edtf, inferred) == words


@pytest.mark.parametrize(("start", "end", "words"), [
    ("2015-10-10", "2015-10-11", "10 to 11 Oct 2015"), ("2015-10-10", "2015-10-10", "10 Oct 2015"),
    ("2015-10-10", None, "since 10 Oct 2015"), (None, "2015-10-10", "until 10 Oct 2015"),
    (None, None, "no day stated"),
])  # fmt: skip
def test_two_days_without_an_edtf_date_are_a_span_in_words(start, end, words):
    assert days.dated(days.span_of(pd.Timestamp(start), pd.Timestamp(end)), False) == words


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
    nowhere = timeline.head(1).assign(start=pd.NaT, end=pd.NaT, date=None, basis=None)
    ax = event_timeline(nowhere)
    assert "dashed outline: 0 of 1 date" in style.description(ax)
    assert "1970" not in words_of(ax)
    both = event_timeline(pd.concat([timeline.tail(1), nowhere], ignore_index=True))
    assert "and on" not in words_of(both)
