"""The one vocabulary of measures: whole in itself, and the only place that names one."""

import re
from pathlib import Path

import pytest

from analysis.errors import FrameError
from analysis.model.measures import MEASURES, measure_named

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_is_whole(measure):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", measure.name)
    assert measure.noun
    assert bool(measure.units) == (measure.kind != "none")
    assert measure.units or measure.rank is None, "a key figure is a number"


def test_no_two_key_figures_have_one_rank():
    ranks = [measure.rank for measure in MEASURES.values() if measure.rank is not None]
    assert len(ranks) == len(set(ranks))


def test_opinions_and_what_is_at_hand_tell_of_no_event():
    silent = {name for name, measure in MEASURES.items() if not measure.proves_event}
    views = {name for name, measure in MEASURES.items() if measure.family == "view"}
    assert silent == views | {"strength", "population", "territory_share"}


def test_an_unknown_measure_is_refused_with_the_nearest():
    with pytest.raises(FrameError, match="measure 'fatalitys' is not in the vocabulary; nearest: fatalities"):
        measure_named("fatalitys")


@pytest.mark.parametrize("stage", ["load", "derive"])
def test_no_stage_names_a_measure(stage):
    """So that adding one touches its row alone; these names are also those of other things."""
    others = {"besieged", "control", "relation", "start", "status"}
    names = "|".join(sorted(set(MEASURES) - others))
    for path in (ROOT / "analysis" / stage).rglob("*.py"):
        met = re.findall(rf'"({names})"', path.read_text("utf-8"))
        assert not met, f"{path.name} names {met}"
