"""Ties over time: a label and strips for each pair, what ended and what began told apart."""

import pandas as pd
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from analysis.charts import style, tie_timeline
from tests.charts.drawn import outside, overlapping, words_of


def strips(ax, name):
    """The strips of the tie of that name, with the stretches that fade out or are not certain."""
    found = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    return [patch for patch in found if patch.get_label().startswith(name)]


def test_each_pair_has_one_label_with_its_ties_in_order_of_time(changed):
    words = words_of(tie_timeline(changed)).replace(" | ", " ")
    assert words.count("Ahrar al-Sham and Islamic Front:") == 1
    assert words.index("member") < words.index("left") < words.index("fighting")


def test_a_strip_ends_with_the_last_day_of_its_tie(changed):
    ax = tie_timeline(changed)
    last = max(bar.get_x() + bar.get_width() for bar in strips(ax, "ahrar member_of front"))
    assert str(pd.to_datetime(last, unit="D").date()) == "2015-10-21"


def test_one_tie_that_several_claims_carry_is_one_strip(changed):
    once, twice = tie_timeline(changed), tie_timeline(pd.concat([changed, changed]))
    assert len(once.patches) == len(twice.patches)


def test_what_is_outside_the_scope_is_grey_and_says_so(changed):
    ax = tie_timeline(changed.assign(in_scope=False, context="tie"))
    assert "outside the scope" in words_of(ax).replace(" | ", " ")
    assert {to_hex(strip.get_facecolor()) for strip in strips(ax, "ahrar member_of")} == {style.OUTSIDE}


def test_more_pairs_than_thirty_are_counted(changed):
    many = pd.concat([changed.assign(actor_id=f"a{n}") for n in range(20)], ignore_index=True)
    ax = tie_timeline(many)
    assert "And 10 more pairs, in the data." in words_of(ax)
    assert overlapping(ax) == []
    assert outside(ax) == []
    assert len(style.breaks(ax)) == 29
