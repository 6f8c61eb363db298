"""The words of charts: plurals, codes that nobody knows, what is missing, and that words cost little."""

import pandas as pd
import pytest

from analysis.charts import (
    control_timeline,
    event_timeline,
    force_intervals,
    style,
    voice_chains,
)
from analysis.messages import say
from tests.charts.drawn import words_of


@pytest.mark.parametrize(("number", "words"), [
    (0, "Map of 0 events at 0 places."), (1, "Map of 1 event at 1 place."),
    (2, "Map of 2 events at 2 places."), (1600, "Map of 1,600 events at 1,600 places."),
])  # fmt: skip
def test_every_number_of_a_sentence_agrees_with_its_noun(number, words):
    assert say("map-alt", events=number, places=number) == words


def test_a_status_that_nobody_knows_is_shown_as_it_stands(lanes):
    ax = control_timeline(lanes.assign(status="seized", basis="rumoured"))
    assert "Ahrar al-Sham, seized, since 10 Oct 2015" in words_of(ax).replace(" | ", " ")
    assert "Ahrar al-Sham, seized, since 10 Oct 2015, last reported on 12 Oct 2015." in style.description(ax)


def test_a_status_that_is_missing_is_said_to_be(lanes):
    ax = control_timeline(lanes.assign(status=None, basis=None, actor=None))
    words = words_of(ax).replace(" | ", " ")
    assert "no place named no faction named, status not given, 10 Nov 2015" in words


def test_a_measure_and_a_unit_that_nobody_knows_are_shown_as_they_stand(voices, forces):
    assert "tunnels dug" in words_of(voice_chains(voices.assign(measure="tunnels_dug")))
    assert "1,600 or more pirogues" in style.description(force_intervals(forces.assign(unit="pirogues")))


def test_without_words_and_unit_the_number_stands_large(forces):
    ax = force_intervals(forces.assign(unit=None, wording=None))
    assert "no number" in words_of(ax)
    assert "1,600 or more, an unattributed statement" in style.description(ax)


def test_events_that_began_before_the_axis_are_counted_beyond_three(timeline):
    early = timeline.head(1)
    words = style.description(event_timeline(timeline))
    assert "The axis is cut: before it began Siege of Kweires air base." in words
    many = pd.concat([early] * 4 + [timeline.tail(1)] * 6, ignore_index=True)
    assert "Siege of Kweires air base and 1 more." in style.description(event_timeline(many))
