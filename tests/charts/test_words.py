"""The words of charts: plurals, codes that nobody knows, what is missing, and that words cost little."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts import (
    casualty_claims,
    control_timeline,
    event_timeline,
    faction_network,
    force_intervals,
    front_distance,
    source_grid,
    style,
)
from analysis.messages import say
from tests.charts.dates import redated
from tests.charts.drawn import words_of


@pytest.mark.parametrize(("number", "words"), [
    (0, "Map of 0 events at 0 places."), (1, "Map of 1 event at 1 place."),
    (2, "Map of 2 events at 2 places."), (1600, "Map of 1,600 events at 1,600 places."),
])  # fmt: skip
def test_every_number_of_a_sentence_agrees_with_its_noun(number, words):
    assert say("map-alt", events=number, places=number) == words




@pytest.mark.parametrize(("places", "words"), [(0, "places not named"), (1, "1 place"), (2, "2 places")])
def test_control_of_places_that_nobody_names(places, words):
    said = say("control-title", places=places, factions=1, claimed=0, rows=1)
    assert said == f"Control of {words} by 1 faction: 0 of 1 row claimed, not assessed"




def test_a_status_that_nobody_knows_is_shown_as_it_stands(holdings):
    ax = control_timeline(holdings.assign(status="seized", basis="rumoured"))
    assert "A village near Aleppo: Ahrar al-Sham, seized" in words_of(ax)
    assert (
        "Ahrar al-Sham, seized, since 10 Oct 2015 (inferred), last reported on 12 Oct 2015, rumoured."
        in style.description(ax)
    )


def test_a_status_that_is_missing_is_said_to_be(holdings):
    ax = control_timeline(holdings.assign(status=None, basis=None, actor=None))
    assert "no place named: no faction named, status not given" in words_of(ax)
    assert "10 Nov 2015 (inferred), basis not given." in style.description(ax)


def test_verdicts_over_several_comparisons_are_counted(dead, compared):
    three = pd.concat(
        [compared.assign(verdict=verdict, because=None) for verdict in ("single", "apart", "single")]
    )
    words = words_of(casualty_claims(dead, three))
    assert "3 comparisons: 2 single and 1 apart." in words
    assert "in 1 comparison numbers do not overlap" in words


def test_a_measure_and_a_unit_that_nobody_knows_are_shown_as_they_stand(grid, forces):
    assert "tunnels dug" in words_of(source_grid(grid.assign(measure="tunnels_dug")))
    assert "Tanks" in words_of(force_intervals(forces.assign(unit="tanks")))


def test_a_unit_and_words_that_are_missing_are_said_to_be(forces):
    ax = force_intervals(forces.assign(unit=None, wording=None))
    assert "No unit" in words_of(ax)
    assert "no number: no words given" in words_of(ax)
    assert "in no unit: 1,600 or more, an unattributed statement" in style.description(ax)


def test_only_words_that_were_said_are_in_quotation_marks(front):
    assert "“just a few hundred meters”, then “some 20 km”" in words_of(front_distance(front))
    silent = words_of(front_distance(front.assign(wording=None)))
    assert "The front as claimed: 0.2 to 0.9, then 18 to 22, best 20" in silent


def test_a_faction_that_nobody_names_is_said_to_be(front):
    words = style.description(front_distance(front.assign(actor=None)))
    assert "no faction named, Aleppo, 9 Oct 2015:" in words


def test_counts_of_voices_that_are_missing_are_no_numbers(timeline):
    words = words_of(event_timeline(timeline.assign(voices=np.nan)))
    assert "no number" in words


def test_events_that_began_before_the_axis_are_counted_beyond_three(timeline):
    early = timeline.head(1)
    assert "The axis is cut: Siege of Kweires air base (2013 to 10 Nov 2015 (inferred)) began before it." in (
        style.description(event_timeline(timeline))
    )
    many = pd.concat([early] * 4 + [timeline.tail(1)] * 6, ignore_index=True)
    assert "The axis is cut: 4 events began before it, Siege" in style.description(event_timeline(many))


def test_events_without_a_first_day_began_before_the_first_that_is_named(timeline):
    late = redated(timeline.tail(2), ["../2015-10-18?", "../2015-11-10?"])
    assert "2 events, before 18 Oct 2015 to 10 Nov 2015; 2 dates inferred" in words_of(event_timeline(late))


def test_events_of_one_day_are_of_that_day(timeline):
    day = timeline.tail(1)
    assert "2 events, 10 Nov 2015; 2 dates inferred" in words_of(event_timeline(pd.concat([day, day])))
