"""Claims as intervals: bar ends, dots, arrows, words, bands."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from analysis.charts import casualty_claims, force_intervals, front_distance, style
from analysis.charts.marks import intervals
from analysis.errors import FrameError
from tests.charts.drawn import labelled, words_of


def bar_ends(ax, key: str) -> tuple[float, float]:
    return bar_of(ax, key).get_x(), bar_of(ax, key).get_x() + bar_of(ax, key).get_width()


def bar_of(ax, key: str):
    (bar,) = [patch for panel in ax.child_axes for patch in panel.patches if patch.get_label() == key or any(
        container.get_label() == key and patch in container for container in panel.containers)]  # fmt: skip
    return bar


def test_bar_ends_are_low_and_high_and_best_is_a_dot(forces):
    ax = force_intervals(forces)
    assert bar_ends(ax, "b6") == pytest.approx((1800, 2200))
    (dot,) = labelled(ax, "b6 best")
    assert list(dot.get_xdata()) == [2000]


def test_an_open_end_is_an_arrow_at_the_edge(forces):
    ax = force_intervals(forces)
    panel = ax.child_axes[1]
    assert bar_ends(ax, "a9") == pytest.approx((1600, panel.get_xlim()[1]))
    (arrow,) = labelled(ax, "a9 open")
    assert list(arrow.get_xdata()) == [panel.get_xlim()[1]]
    assert not labelled(ax, "b6 open")
    assert not labelled(ax, "a9 best")


def test_one_panel_for_each_unit_and_a_row_for_each_claim(forces):
    ax = force_intervals(forces)
    words = words_of(ax)
    assert len(ax.child_axes) == 2
    assert "Persons" in words
    assert "Sorties" in words
    assert "“around 1000” = 900 to 1,100, best 1,000" in words
    assert "Associated Press, report 1 p2" in words


def test_a_claim_without_a_number_keeps_its_row_in_words(forces):
    ax = force_intervals(forces)
    assert "no number: “significant”" in words_of(ax)
    assert not labelled(ax, "c4 best")
    assert not labelled(ax, "c4 open")
    assert "1 claim without a number" in style.description(ax)


def test_the_gap_between_claims_that_are_apart_is_marked(dead, compared):
    ax = casualty_claims(dead, compared)
    (gap,) = labelled(ax, "gap")
    assert (gap.get_x(), gap.get_x() + gap.get_width()) == (99, 100)
    words = words_of(ax)
    assert "The claims are apart, by the house" in words
    assert "one ends at 99, another starts at 100" in words
    assert "apart" in style.description(ax)


def test_values_that_all_claims_share_are_a_band(dead, compared):
    shared = compared.assign(verdict="overlap", because=None, common_low=50.0, common_high=99.0)
    (band,) = labelled(casualty_claims(dead.assign(low=[12.0, 50.0]), shared), "common")
    assert (band.get_x(), band.get_x() + band.get_width()) == (50, 99)


def test_claims_in_no_comparison_are_not_lost(dead, compared):
    ax = casualty_claims(dead, compared.assign(claim_ids="a3"))
    assert len(ax.child_axes) == 2
    assert "Not compared" in words_of(ax)


def test_claims_without_any_comparison_are_drawn(dead, compared):
    assert "Nothing to compare" in words_of(casualty_claims(dead, compared.head(0)))


def test_of_many_comparisons_those_of_several_claims_have_a_panel(dead, compared):
    alone = [
        dead.tail(1).assign(claim_id=f"b{number}", unit=unit)
        for number, unit in enumerate(["persons", "families"] * 10)
    ]
    single = compared.assign(verdict="single", because=None, claims=1)
    groups = [compared, *(single.assign(claim_ids=f"b{number}") for number in range(20))]
    ax = casualty_claims(pd.concat([dead, *alone]), pd.concat(groups))
    assert len(ax.child_axes) == 3
    words = words_of(ax)
    assert "The claims are apart" in words
    assert "Fatalities, in persons" in words
    assert "Fatalities, in families" in words


def test_what_stands_beside_a_comparison_says_what_it_is_and_is_drawn_with_it(dead, compared):
    more = [dead.tail(1).assign(claim_id=key, low=number) for key, number in (("old", 8.0), ("no", 0.0))]
    group = compared.assign(revised_ids="old", denied_ids="no", breach="whole", other_place=3)
    ax = casualty_claims(pd.concat([dead, *more]), group)
    assert len(ax.child_axes) == 1
    words = words_of(ax)
    assert "revised; of a party" in words
    assert "denies; of a party" in words
    assert "more than the whole it is part of" in words


def test_the_front_is_in_the_order_of_days_on_a_logarithmic_axis(front):
    ax = front_distance(front.iloc[::-1])
    panel = ax.child_axes[0]
    assert panel.get_xscale() == "log"
    assert bar_ends(ax, "c1") == pytest.approx((0.2, 0.9))
    assert bar_ends(ax, "c5") == pytest.approx((18, 22))
    assert heights(ax, "c1", "c5") == sorted(heights(ax, "c1", "c5"))
    assert "“just a few hundred meters”, then “some 20 km”" in words_of(ax)


def heights(ax, *keys: str) -> list[float]:
    """Where the bars of the claims stand, downwards."""
    bars = {box.get_label(): box.patches[0].get_y() for panel in ax.child_axes for box in panel.containers}
    return [bars[key] for key in keys]


def test_nothing_joins_two_claims_of_the_front(front):
    (panel,) = front_distance(front).child_axes
    assert [len(line.get_xdata()) for line in panel.lines] == [1] * len(panel.lines)


@pytest.mark.parametrize("other", [{"actor": ["ISIS", "Syria"]}, {"place": ["Aleppo", "Hama"]}])
def test_distances_of_two_subjects_are_not_one_movement(front, other):
    ax = front_distance(front.assign(**other))
    words = words_of(ax)
    assert "then “" not in words
    assert "The front: 2 claims of front distance, for ISIS, Aleppo and" in words
    assert (
        ", ".join((other.get("actor") or ["", "ISIS"])[1:] + (other.get("place") or ["", "Aleppo"])[1:])
        in words
    )


def test_rows_of_the_front_stand_by_faction_and_place_before_day(front):
    apart = front.assign(actor=["Syria", "ISIS"])
    assert heights(front_distance(apart), "c5", "c1") == sorted(heights(front_distance(apart), "c5", "c1"))


def test_claims_of_one_day_do_not_follow_one_another(front):
    same = front.assign(as_of_start=front["as_of_start"].iloc[0])
    assert "The front: 2 claims of front distance" in words_of(front_distance(same))


def test_an_inferred_day_of_the_front_is_marked(front):
    ax = front_distance(front.assign(as_of=["2015-10-09?", "2015-10-12"]))
    assert "9 Oct 2015 (inferred)" in words_of(ax)
    assert "12 Oct 2015 (inferred)" not in words_of(ax)
    assert "9 Oct 2015 (inferred):" in style.description(ax)
    assert "inferred" not in words_of(front_distance(front))


def test_the_front_needs_its_places(front):
    with pytest.raises(FrameError, match="place"):
        front_distance(front.drop(columns="place"))


@pytest.mark.parametrize(("numbers", "words"), [
    ((1600, None, None), "1,600 or more"), ((None, None, 500), "up to 500"), ((12, None, 99), "12 to 99"),
    ((20, 20, 20), "20"), ((None, 7, None), "7"), ((None, None, None), "no number"),
    ((900, 1000, 1100), "900 to 1,100, best 1,000"), ((2, 3, None), "2 or more, best 3"),
])  # fmt: skip
def test_numbers_are_in_the_words_of_the_model(numbers, words):
    ends = (np.nan if number is None else number for number in numbers)
    row = SimpleNamespace(**dict(zip(("low", "best", "high"), ends, strict=True)))
    assert intervals.range_words(row) == words


def test_numbers_that_do_not_overlap_are_not_called_wrong(dead, compared):
    words = words_of(casualty_claims(dead, compared))
    assert "Fatalities, ISIS: 2 claims whose numbers do not overlap" in words
    assert "cannot" not in words
    assert "Bar: lowest to highest value as read from the words." in words


def test_a_claim_outside_the_comparison_is_not_said_to_be_part_of_it(dead, compared):
    third = pd.concat([dead, dead.tail(1).assign(claim_id="a5", low=200.0)])
    assert "3 claims, not all of whose numbers overlap" in words_of(casualty_claims(third, compared))


def test_an_open_common_band_is_in_the_words_of_the_model(dead, compared):
    shared = compared.assign(verdict="overlap", because=None, common_low=50.0, common_high=np.nan, parties=0)
    words = words_of(casualty_claims(dead.assign(low=[12.0, 50.0], high=np.nan), shared))
    assert "all allow 50 or more" in words
    assert "2 sources, no party" in words


def test_parties_that_the_ties_do_not_decide_are_said_to_be_undecided(dead, compared):
    undecided = compared.assign(parties=pd.array([None], dtype="Int64"), shared_party=None)
    words = words_of(casualty_claims(dead, undecided))
    assert "2 sources, an undecided number of parties" in words
    assert "report 1" in words


def test_no_claim_without_a_number_is_not_counted(forces):
    ax = force_intervals(forces.drop(index=2))
    assert "without a number" not in words_of(ax) + style.description(ax)
    assert "as read from the words" in words_of(ax)


@pytest.mark.parametrize("other", [{"unit": ["km", "m"]}, {"measure": ["front_distance", "front_moved"]}])
def test_another_unit_or_measure_of_the_front_has_a_panel_of_its_own(front, other):
    ax = front_distance(front.assign(**other))
    assert len(ax.child_axes) == 2
    assert "then “" not in words_of(ax), "no two units make a movement"
    told = style.description(ax).lower()
    for measure, unit in zip(
        other.get("measure", ["front_distance"] * 2), other.get("unit", ["km"] * 2), strict=True
    ):
        assert f"{measure.replace('_', ' ')} in {unit}, isis, aleppo" in told


def test_figures_name_the_measures_that_they_are_of(forces):
    words = words_of(force_intervals(forces.assign(measure="wells_dug", noun="well dug/wells dug")))
    assert "4 claims of wells dug; 1 without a number" in words


def test_a_label_says_what_is_counted_of_whom_and_by_whose_doing(forces):
    rows = forces.assign(counts="children; civilians", by="The army")
    label = intervals.label_of(next(rows.itertuples()))
    assert label == "troops besieged, children, civilians, Syria, by The army"
    sorties = next(forces[forces["measure"] == "sorties"].itertuples())
    assert intervals.label_of(sorties) == "sorties, by Russia"


def test_zero_is_a_claim_and_keeps_the_axis_linear(front):
    none = front.assign(low=[0.0, 18.0], best=[0.0, 20.0], high=[0.0, 22.0])
    ax = front_distance(none)
    assert ax.child_axes[0].get_xscale() == "linear"
    (dot,) = labelled(ax, "c1 best")
    assert list(dot.get_xdata()) == [0]


def test_all_numbers_missing_is_said_and_no_axis_is_made_up(forces):
    silent = forces.assign(low=np.nan, best=np.nan, high=np.nan)
    ax = force_intervals(silent)
    assert all(not panel.get_xticks().size for panel in ax.child_axes)
    assert "4 without a number" in words_of(ax)


@pytest.mark.parametrize(("stance", "words"), [("denies", "denied by Assoc"), ("doubts", "doubted by Assoc")])
def test_what_is_denied_is_hollow_and_said_to_be_denied(forces, stance, words):
    ax = force_intervals(forces.head(1).assign(stance=stance))
    assert bar_of(ax, "a1").get_facecolor()[3] == 0
    assert bar_of(force_intervals(forces), "a1").get_facecolor()[3] > 0
    assert words in words_of(ax)
    assert words in style.description(ax)


def test_too_many_comparisons_never_put_persons_and_families_on_one_axis(dead, compared):
    rows = pd.concat([dead.assign(claim_id=[f"{key}{n}" for key in ("a", "b")]) for n in range(14)])
    units = ["persons", "families"] * 14
    single = compared.assign(verdict="single", because=None, claims=1)
    groups = pd.concat([single.assign(claim_ids=f"{key}{n}") for n in range(14) for key in ("a", "b")])
    ax = casualty_claims(rows.assign(unit=units, measure="displaced"), groups)
    assert len(ax.child_axes) == 2
    assert "Displaced, in persons" in words_of(ax)
    assert "Displaced, in families" in words_of(ax)


def test_a_later_count_is_apart_in_neither_title_nor_subtitle(dead, compared):
    found = [("apart", "count"), ("apart", "later"), ("single", None)]
    groups = pd.concat([compared.assign(verdict=verdict, because=because) for verdict, because in found])
    words = words_of(casualty_claims(dead, groups))
    assert "in 1 comparison numbers do not overlap" in words
    assert "3 comparisons: 1 single, 1 apart and 1 in which a later count differs." in words
    alone = words_of(casualty_claims(dead, compared.assign(because="later")))
    assert "A later count differs" in alone
    assert "apart" not in alone


def test_claims_that_share_an_axis_say_of_which_event_or_place_and_day_they_are(dead, compared):
    of = [("Strike on Kalo", "Kalo"), (None, "Tawil")]
    alone = [
        dead.tail(1).assign(claim_id=f"b{n}", event=event, place=place, as_of=f"2015-11-{n + 10}")
        for n, (event, place) in enumerate(of * 7)
    ]
    single = compared.assign(verdict="single", because=None, claims=1)
    groups = pd.concat([single.assign(claim_ids=f"b{n}") for n in range(14)])
    words = words_of(casualty_claims(pd.concat(alone), groups))
    assert "Strike on Kalo, 10 Nov 2015" in words
    assert "Tawil, 11 Nov 2015" in words
