"""The one vocabulary of measures: whole in itself, and the only place that names one."""

import re
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest

from analysis.errors import FrameError
from analysis.messages import measure_words, unit_words
from analysis.messages.catalogue import current
from analysis.model.measures import MEASURES, Family, measure_named, vocabulary
from analysis.model.units import UNITS, factor_between

ROOT = Path(__file__).parents[2]
WELLS = {
    "measure": "wells_dug", "noun": "well dug/wells dug", "unit": "wells", "kind": "flow", "family": "aid",
    "proves_event": "yes",
}  # fmt: skip


def own(**other) -> pd.DataFrame:
    """A corpus' table of one measure."""
    return pd.DataFrame([WELLS | other], dtype="str")


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_is_whole(measure):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", measure.name)
    assert current().has(f"measure-{measure.name}"), "its words are messages"
    assert not measure.noun, "and stand nowhere else"
    assert bool(measure.units) == (measure.kind != "none") == (measure.rank is not None)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_its_units_are_known_and_convert_or_count_things(measure):
    units = [UNITS[name] for name in measure.units]
    assert len(units) == len(set(measure.units))
    for unit in units[1:]:
        counted = {unit.dimension, units[0].dimension} <= {"count", "money", "mass", "volume"}
        months = {unit.dimension} == {"duration"}  # of no fixed length, so they convert to nothing
        assert counted or months or factor_between(unit, units[0]) is not None


@pytest.mark.parametrize("family", ["harm", "displacement", "need", "population"])
def test_people_come_in_persons_or_families_and_never_convert(family):
    units = {measure.units for measure in MEASURES.values() if measure.family == family}
    assert units == {("persons", "families")}
    assert factor_between(UNITS["persons"], UNITS["families"]) is None


@pytest.mark.parametrize(("name", "unit"), [
    ("fatalities", "persons"), ("aid_trucks", "trucks"), ("front_distance", "km"), ("occurrence", None),
    ("losses", None), ("aid_funding", None), ("duration", None),
])  # fmt: skip
def test_an_empty_unit_is_that_of_the_measure_where_one_goes_without_saying(name, unit):
    assert MEASURES[name].unit == unit


@pytest.mark.parametrize(("one", "other"), [
    ("displaced", "displacements"), ("area_held", "area_gained"), ("prisoners", "surrendered"),
])  # fmt: skip
def test_what_holds_at_a_time_and_what_adds_up_over_one_are_two_measures(one, other):
    assert (MEASURES[one].kind, MEASURES[other].kind) == ("stock", "flow")


@pytest.mark.parametrize("unit", [unit for unit in UNITS.values() if unit.dimension != "ambiguous"], ids=str)
def test_every_unit_has_words_that_agree_with_one(unit):
    assert current().has(f"unit-{unit.name.replace(' ', '-')}")
    if unit.whole and unit.name != "aircraft":
        assert unit_words(unit.name, 1) != unit_words(unit.name) == unit.name


def test_every_family_is_met():
    assert {measure.family for measure in MEASURES.values()} == set(get_args(Family))


def test_no_two_key_figures_have_one_rank():
    ranks = [measure.rank for measure in MEASURES.values() if measure.rank is not None]
    assert len(ranks) == len(set(ranks))


def test_opinions_and_what_is_at_hand_tell_of_no_event():
    silent = {name for name, measure in MEASURES.items() if not measure.proves_event}
    views = {"intent", "explanation", "assessment", "comparison"}
    at_hand = {"strength", "population", "territory_share", "area_held"}
    assert silent == views | at_hand | {"in_need", "food_insecure", "aid_funding"}


@pytest.mark.parametrize("family", ["operations", "infrastructure", "aid"])
def test_of_what_is_done_the_actor_is_the_doer_and_of_what_is_suffered_the_subject(family):
    done = [measure for measure in MEASURES.values() if measure.family == family]
    assert {measure.actor_is for measure in done} == {"doer"}
    assert vocabulary(own(family=family))["wells_dug"].actor_is == "doer"
    assert (
        MEASURES["fatalities"].actor_is == vocabulary(own(family="harm"))["wells_dug"].actor_is == "subject"
    )


def test_an_unknown_measure_is_refused_with_the_nearest():
    with pytest.raises(FrameError, match="measure 'fatalitys' is not in the vocabulary; nearest: fatalities"):
        measure_named("fatalitys", MEASURES)


def test_a_corpus_adds_a_measure_behind_the_shipped_ones():
    added = vocabulary(own())["wells_dug"]
    assert (added.units, added.kind, added.family, added.proves_event) == (("wells",), "flow", "aid", True)
    assert list(vocabulary(own()))[:-1] == list(MEASURES)


@pytest.mark.parametrize("family", get_args(Family))
def test_an_added_measure_ranks_right_after_the_shipped_ones_of_its_family(family):
    rank = vocabulary(own(family=family))["wells_dug"].rank
    shipped = [measure for measure in MEASURES.values() if measure.rank is not None]
    before = max(measure.rank for measure in shipped if measure.family == family)
    assert before < rank
    assert not [measure.name for measure in shipped if before < measure.rank <= rank]


def test_an_added_measure_that_counts_nothing_is_no_key_figure():
    said = vocabulary(own(kind="none", unit=None))["wells_dug"]
    assert (said.units, said.unit, said.rank) == ((), None, None)


@pytest.mark.parametrize(("other", "words"), [
    ({"measure": "fatalities"}, "found 'fatalities' again; expected a name that no other measure has"),
    ({"family": "harms"}, "family of 'wells_dug': found 'harms'; expected one of harm, .*; nearest: harm"),
    ({"kind": "rate"}, "kind of 'wells_dug': found 'rate'; expected one of stock, flow, none"),
])  # fmt: skip
def test_a_measure_that_cannot_be_added_is_refused(other, words):
    with pytest.raises(FrameError, match=words):
        vocabulary(own(**other))


def test_a_measure_added_twice_is_refused():
    with pytest.raises(FrameError, match="found 'wells_dug' again"):
        vocabulary(pd.concat([own(), own(family="harm")]))


@pytest.mark.parametrize(("measure", "noun", "one", "many"), [
    ("places_taken", "", "place taken", "places taken"), ("displaced", "", "displaced", "displaced"),
    ("wells_dug", "well dug/wells dug", "well dug", "wells dug"),
    ("wells_dug", "digging", "digging", "digging"),
    ("wells_dug", "", "wells dug", "wells dug"), ("", "", "no measure", "no measure"),
])  # fmt: skip
def test_a_noun_agrees_with_its_number(measure, noun, one, many):
    assert (measure_words(measure, noun, 1), measure_words(measure, noun)) == (one, many)


@pytest.mark.parametrize("stage", ["load", "derive", "charts", "prose"])
def test_no_stage_names_a_measure(stage):
    """So that adding one touches its row alone; these names are also those of other things."""
    others = {
        "besieged",
        "control",
        "relation",
        "start",
        "status",
        "end",
        "missing",
        "drones",
        "front_distance",
        *("displaced", "losses", "strength", "population"),  # what a decision needs, too
        *("agreement", "air_strikes"),  # kinds of event, too
    }
    names = "|".join(sorted(set(MEASURES) - others))
    for path in (ROOT / "analysis" / stage).rglob("*.py"):
        met = re.findall(rf'"({names})"', path.read_text("utf-8"))
        assert not met, f"{path.name} names {met}"
