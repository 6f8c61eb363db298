"""Lanes of control: strips by faction, the looks of a status, sieges, losses, labels and cuts."""

import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.dates import date2num
from matplotlib.patches import Rectangle

from analysis import derive
from analysis.charts import control_timeline, style
from tests.charts.dates import redated
from tests.charts.drawn import drawn_texts, labelled, overlapping, words_of
from tests.derive.conftest import claim


def number(day: str) -> float:
    return date2num(pd.Timestamp(day))


def strip(ax, label: str) -> Rectangle:
    """The one rectangle of that label."""
    (box,) = [artist for artist in labelled(ax, label) if isinstance(artist, Rectangle)]
    return box


def told(ax) -> str:
    return words_of(ax).replace(" | ", " ")


def dated(lanes, *dates: str, **columns):
    """The first rows of the lanes, one place each, with these dates and columns."""
    rows = lanes.head(len(dates)).assign(lane=range(len(dates)), level=0, **columns)
    return redated(rows, list(dates))


def test_a_strip_ends_with_the_last_report_and_blank_is_what_none_speaks_of(lanes):
    ax = control_timeline(lanes)
    box = strip(ax, "row 4")
    assert (box.get_x(), box.get_x() + box.get_width()) == (number("2015-10-10"), number("2015-10-12"))
    assert to_rgb(box.get_facecolor()) == to_rgb("#1F7A8C")
    assert not labelled(ax, "row 4 open") + labelled(ax, "row 4 beyond")
    assert labelled(ax, "row 3 open")
    last = strip(ax, "row 3")
    assert last.get_x() + last.get_width() == number("2015-10-13")
    assert not labelled(ax, "row 3 beyond")


def test_the_status_is_told_without_colour(lanes):
    rows = dated(lanes, *["2015-10-01/2015-10-20"] * 3, status=["held", "part_held", "contested"])
    ax = control_timeline(rows)
    whole, part, contested = (strip(ax, f"row {place}") for place in range(3))
    assert part.get_height() == whole.get_height() / 2
    assert labelled(ax, "row 2 hatch")
    assert not labelled(ax, "row 0 hatch")
    assert contested.get_facecolor()[3] < whole.get_facecolor()[3]
    assert "contested" in told(ax)
    assert "a part held" in told(ax)


def test_a_siege_is_a_second_stripe_in_the_colour_of_who_besieges(lanes):
    rows = dated(lanes, "2015-10-01/2015-10-20", status="besieged", by="ISIS", by_colour="#5B3A8C")
    ax = control_timeline(rows)
    held, siege = strip(ax, "row 0"), strip(ax, "row 0 siege")
    assert (held.get_x(), held.get_width()) == (siege.get_x(), siege.get_width())
    assert siege.get_y() >= held.get_y() + held.get_height()
    assert siege.get_height() < held.get_height()
    assert to_rgb(siege.get_facecolor()) == to_rgb("#5B3A8C")
    assert "besieged by ISIS" in told(ax)


def test_who_is_held_after_a_siege_is_besieged_no_longer(lanes):
    rows = dated(lanes, "2013/2015-11-10?", "2015-11-10?/..", status=["besieged", "held"], actor="Syria")
    words = told(control_timeline(rows.assign(lane=0, place="Kweires air base")))
    assert "Syria, besieged, 2013 to 10 Nov 2015; Syria, no longer besieged, since 10 Nov 2015" in words


def test_a_loss_is_a_dashed_window_over_the_days_of_which_one_is_meant(lanes):
    rows = dated(lanes, "[2015-10-10..2015-10-14]", "2015-10-01/2015-11-10", status=["lost", "held"])
    ax = control_timeline(rows)
    window = strip(ax, "row 0 lost")
    assert (window.get_x(), window.get_x() + window.get_width()) == (
        number("2015-10-10"),
        number("2015-10-15"),
    )
    assert window.get_facecolor()[3] == 0
    assert window.get_linestyle() not in ("-", "solid")
    assert labelled(ax, "row 0 beyond")
    assert not labelled(ax, "row 0")
    assert "lost on a day within" in told(ax)


def test_what_leads_up_to_a_loss_does_not_fade_in_twice(lanes):
    rows = dated(lanes, "2015-10-01/2015-10-10", "2015-10-10", status=["held", "lost"], actor="ISIS")
    assert not labelled(control_timeline(rows.assign(lane=0)), "row 1 beyond")


def test_claimants_of_one_place_are_stacked_in_its_lane(lanes):
    ax = control_timeline(lanes)
    upper, lower = strip(ax, "row 1"), strip(ax, "row 0")
    assert upper.get_y() + upper.get_height() <= lower.get_y()
    assert lower.get_y() < strip(ax, "row 2").get_y()


def test_a_label_names_place_factions_and_days_with_citations(lanes):
    ax = control_timeline(lanes)
    words = told(ax)
    assert (
        "Kweires air base ISIS, besieged, 2013 to 10 Nov 2015; Syria, since 2013 (assessed) [1 p2] [1 p1]"
        in words
    )
    assert "no place named ISIS, 10 Nov 2015" in words
    (cite,) = [text for text in ax.texts if text.get_text() == "[3 p2]"]
    assert cite.get_url() == "#claim-c3"


def test_who_contest_a_place_on_the_same_days_are_told_at_once(lanes):
    rows = dated(lanes, "/..", "/..", status="contested", basis=["claimed", "assessed"])
    words = told(control_timeline(rows.assign(lane=0, level=[0, 1])))
    assert "contested by ISIS and Syria" in words
    assert "(assessed: Syria)" in words


def test_beyond_four_states_a_label_says_how_many_more(lanes):
    months = [f"2015-{month:02}-01/2015-{month:02}-20" for month in range(1, 7)]
    rows = redated(pd.concat([lanes.head(1)] * 6, ignore_index=True), months).assign(status="held", level=0)
    assert "; 2 more" in told(control_timeline(rows))


def test_rows_without_a_lane_are_not_drawn(lanes):
    rows = lanes.assign(lane=lanes["lane"].astype("Int64").mask(lanes["lane"] > 2))
    words = told(control_timeline(rows))
    assert "A village near Aleppo" in words
    assert "Another village near Aleppo" not in words


def test_rows_outside_the_scope_are_grey_and_a_state_says_why(lanes):
    marked = lanes.assign(in_scope=True, context=None).astype({"context": "object"})
    marked.loc[4, ["in_scope", "context"]] = [False, "reversal"]
    ax = control_timeline(marked)
    assert to_rgb(strip(ax, "row 4").get_facecolor()) == to_rgb(style.OUTSIDE)
    assert "outside the scope" in told(ax)
    assert "Ahrar al-Sham" in {text for text, _ in drawn_texts(ax)}
    marked.loc[3, ["in_scope", "context"]] = [False, "reversal"]
    assert "Ahrar al-Sham" not in {text for text, _ in drawn_texts(control_timeline(marked))}
    assert "Grey: outside the scope, shown as context (1 row)." in style.description(ax)


def test_reports_are_bands_and_nothing_lies_on_anything_else(lanes, reports):
    ax = control_timeline(lanes, reports=reports)
    assert strip(ax, "report 2").get_width() == 7
    assert overlapping(ax) == []
    tall = ax.figure.get_size_inches()[1] * 72
    cuts = [tall * (1 - share) for share in style.breaks(ax)]
    assert len(cuts) == lanes["lane"].nunique() - 1
    for text, box in drawn_texts(ax):
        assert not any(box.y0 + 2 < cut < box.y1 - 2 for cut in cuts), text


@pytest.mark.parametrize("period", [("2015-10-09", "2015-10-11"), ("2015-11-01", None)])
def test_the_axis_is_cut_to_the_days_asked_for(lanes, period):
    first, last = (None if day is None else pd.Timestamp(day) for day in period)
    left, right = control_timeline(lanes, period=(first, last)).get_xlim()
    assert number(period[0]) - 3 < left < number(period[0])
    assert right < number(period[1] or "2015-11-10") + 3


def test_the_description_reads_rows_and_counts_the_others(lanes):
    words = style.description(control_timeline(pd.concat([lanes, lanes.head(3)], ignore_index=True)))
    assert "Timeline of control of 5 places, a lane for each" in words
    assert "Kweires air base: ISIS, besieged, 2013 to 10 Nov 2015." in words
    assert "1 further row." in words


@pytest.mark.parametrize(
    ("date", "as_of", "source", "expected"),
    [
        ("2015-10-09/..", "2015-10-12", "r1", "since 9 Oct 2015, last reported on 12 Oct 2015."),
        ("2015-10-09/..", "2015-12", "r1", "since 9 Oct 2015, last reported on 10 Nov 2015."),
        ("2015-11-20/..", "", "r1", "since 20 Nov 2015, foretold on 10 Nov 2015."),
        ("/..", "2015-10", "r1", "start not reported, last reported by 31 Oct 2015."),
        (
            "2015-10-09/",
            "2015-10-12",
            "r1",
            "from 9 Oct 2015, end not reported, last reported on 12 Oct 2015.",
        ),
        ("2015-10-09/..", "2015-10-09/..", "r2", "since 9 Oct 2015."),
        ("[2015-10-09..2015-10-17]", "", "r1", "a day between 9 and 17 Oct 2015."),
    ],
)
def test_nothing_is_said_to_hold_after_it_was_last_reported(make, date, as_of, source, expected):
    carrying = claim("on", "tv", event_id=None, place_id="base", measure="control", unit=None)
    row = {"place_id": "base", "actor_id": "isis", "status": "held", "date": date, "claim_id": "on"}
    corpus = make(carrying | {"as_of": as_of, "source_id": source}, control=[row])
    ax = control_timeline(derive.lanes(derive.holdings(corpus, derive.statements(corpus))))
    assert f"The base: ISIS, held, {expected}" in style.description(ax)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("held", "The base Government, 2013 to 10 Nov 2015 [1 p1]"),
        ("part_held", "The base a part with Government, 2013 to 10 Nov 2015 [1 p1]"),
        ("besieged", "The base Government, besieged, 2013 to 10 Nov 2015 [1 p1]"),
        ("lost", "The base lost by Government, 2013 to 10 Nov 2015 [1 p1]"),
    ],
)
def test_a_label_says_who_held_what(make, status, expected):
    row = {"place_id": "base", "actor_id": "government", "status": status, "date": "2013/2015-11-10?"}
    carrying = claim("on", "tv", event_id=None, place_id="base", measure="control", unit=None)
    corpus = make(carrying, control=[row | {"claim_id": "on", "basis": "claimed"}])
    lanes = derive.lanes(derive.holdings(corpus, derive.statements(corpus)))
    assert expected in told(control_timeline(lanes))
