"""Spans on the axis of days: bars, diamonds, fading, arrows, and the cut axis."""

import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.dates import date2num

from analysis.charts import control_timeline, days, event_timeline, style
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


def test_inferred_dates_are_lighter_and_dashed(timeline):
    ax = event_timeline(timeline)
    (stated,), (inferred,) = labelled(ax, "air"), labelled(ax, "weekend")
    assert inferred.get_facecolor()[3] < stated.get_facecolor()[3]
    assert inferred.get_linestyle() != stated.get_linestyle() == "solid" or stated.get_linestyle() == "-"


def test_an_open_end_is_an_arrow_at_the_edge(timeline):
    ax = event_timeline(timeline)
    (arrow,) = labelled(ax, "air open")
    assert arrow.get_xy()[:, 0].max() == ax.get_xlim()[1]
    assert not labelled(ax, "weekend open")


def test_approximate_ends_fade(timeline):
    ax = event_timeline(timeline)
    steps = sorted(labelled(ax, "hama fades"), key=lambda step: step.get_x())
    assert steps[0].get_x() == number("2015-10-07")
    opacity = [step.get_facecolor()[3] for step in steps]
    assert opacity == sorted(opacity)
    assert len(set(opacity)) == len(opacity) > 2
    both = labelled(ax, "aleppo fades")
    assert max(step.get_x() + step.get_width() for step in both) == number("2015-10-19")


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
    assert {"3 / 2", "4 / 3"} <= set(texts)


def test_the_timeline_says_how_many_are_inferred(timeline):
    words = style.description(event_timeline(timeline))
    assert "Timeline of 7 events" in words
    assert "6 of 7 dates" in words
    assert "open end, drawn as an arrow: 2" in words


def test_a_long_timeline_says_how_many_rows_are_labelled(timeline):
    ax = event_timeline(pd.concat([timeline] * 100, ignore_index=True))
    assert "All 700 events are drawn" in words_of(ax)


def test_events_without_any_day_are_drawn_as_open(timeline):
    nowhere = timeline.head(2).assign(start=pd.NaT, end=pd.NaT, date="", basis="inferred")
    assert "no day known" in style.description(event_timeline(nowhere))


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


@pytest.mark.parametrize(("edtf", "words"), [
    ("2015-10~", "about Oct 2015"), ("../2015-10-11", "until 11 Oct 2015"),
    ("2015-10-10/2015-10-11", "10 to 11 Oct 2015"),
    ("", ""), (None, ""), ("2015-21", "2015-21"),
])  # fmt: skip
def test_dates_in_words(edtf, words):
    assert days.date_words(edtf) == words
