"""Figures as a table of words: rows, marks and their ends, scales, parts, steps, and who is not counted."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import force_intervals, harm_claims, style
from analysis.charts.marks.scale import scale_of
from analysis.errors import FrameError
from tests.charts.drawn import drawn_texts, labelled, overlapping, words_of


def told(ax) -> str:
    """All texts, those that go on in another line or look as one."""
    return words_of(ax).replace(" | ", " ")


def bar_ends(ax, key: str) -> tuple[float, float]:
    (bar,) = labelled(ax, key)
    return bar.get_x(), bar.get_x() + bar.get_width()


def dot_of(ax, key: str) -> float:
    (dot,) = labelled(ax, key)
    (place,) = dot.get_xdata()
    return place


def left_of(ax, words: str) -> float:
    return next(box.x0 for text, box in drawn_texts(ax) if text == words)


def sizes(ax) -> dict[str, float]:
    return {text.get_text(): text.get_fontsize() for text in ax.texts}


@pytest.fixture
def draw(compared, uncounted):
    def drawn(frame, groups=compared, absent=uncounted):
        return harm_claims(frame, groups=groups, uncounted=absent)

    return drawn


def test_bar_ends_are_low_and_high_and_the_best_is_a_dot(forces):
    ax = force_intervals(forces)
    assert bar_ends(ax, "b6") == pytest.approx((1800, 2200))
    assert bar_ends(ax, "a1") == pytest.approx((900, 1100))
    assert dot_of(ax, "b6 best") == 2000


def test_an_exact_number_is_a_dot(forces):
    ax = force_intervals(forces.assign(low=1000.0, best=1000.0, high=1000.0))
    assert dot_of(ax, "a1") == 1000
    assert not labelled(ax, "a1 best")


def test_an_open_end_is_an_arrow_of_one_length_and_never_a_bar_to_the_edge(forces):
    both = forces.tail(1)
    rows = pd.concat([both, both.assign(claim_id="a8", low=700.0, row=5)])
    ax = force_intervals(rows)
    (panel,) = ax.child_axes
    lengths = []
    for key, low in (("a9", 1600), ("a8", 700)):
        (line,) = labelled(ax, f"{key} open")
        start, tip = line.get_xdata()
        assert start == low
        assert tip < panel.get_xlim()[1]
        lengths.append(tip - start)
    assert lengths[0] == pytest.approx(lengths[1])
    assert not panel.patches, "no bar says how far it goes"


def test_an_open_start_is_an_arrow_to_the_left(forces):
    rows = forces.head(2).assign(low=[np.nan, 1800.0], best=[np.nan, 2000.0])
    (line,) = labelled(force_intervals(rows), "a1 open")
    start, tip = line.get_xdata()
    assert start == 1100
    assert tip < start


def test_a_single_mark_has_no_axis_and_its_reading_in_words(forces):
    ax = force_intervals(forces)
    assert len(ax.child_axes) == 1, "persons have two numbers, sorties one"
    words = told(ax)
    assert "read as 1,600 or more, no upper end" in words
    assert "2,000" in words
    assert not force_intervals(forces.tail(1)).child_axes


def test_a_claim_without_a_number_keeps_its_row_and_has_no_mark(forces):
    ax = force_intervals(forces)
    assert "“significant”" in told(ax)
    assert "no number given" in told(ax)
    assert not labelled(ax, "c4")


def test_the_words_are_the_largest_thing_in_a_row(forces):
    found = sizes(force_intervals(forces))
    assert found["“around 1000”"] == max(found.values())
    assert found["“around 1000”"] > found["Syria"] > found["Associated Press"]


def test_a_citation_is_a_link_to_its_claim(forces):
    ax = force_intervals(forces)
    links = {text.get_text(): text.get_url() for text in ax.texts if text.get_url()}
    assert links["[1 p2]"] == "#claim-a1"
    assert len(links) == len(forces)


def test_the_numbers_of_a_scale_stand_under_its_last_mark(forces):
    rows = pd.concat([forces.head(2), forces.iloc[[2]]])
    ax = force_intervals(rows)
    boxes = dict(drawn_texts(ax))
    assert boxes["“around 1000”"].y0 > boxes["2,000"].y0 > boxes["“significant”"].y0


def test_a_force_of_several_days_says_the_day(forces):
    rows = forces.head(2).assign(
        actor="Syria", actor_id="syria", measure="strength", as_of=["2015-10-09", "2015-11-10"]
    )
    words = told(force_intervals(rows))
    assert "9 Oct 2015" in words
    assert "10 Nov 2015" in words
    assert "2015" not in told(force_intervals(forces.head(2)))


def test_what_is_of_the_past_is_said_to_be(forces):
    rows = forces.head(1).assign(past=True, as_of_from="claim", as_of="2009")
    assert "in the past, 2009" in told(force_intervals(rows))


def test_digits_that_the_words_hold_are_not_read_again(forces):
    exact = forces.head(1).assign(wording="exactly 1000 men", low=1000.0, best=1000.0, high=1000.0)
    assert "read as" not in told(force_intervals(exact))
    assert "read as 1,000" in told(force_intervals(exact.assign(wording="a thousand men")))


def test_several_claims_of_one_row_are_thin_marks_from_end_to_end(forces):
    rows = pd.concat([forces.iloc[[1]]] * 3, ignore_index=True).assign(
        row=1, mark=[1, 2, 3], together=3, voices=2, low=[3.0, 40.0, 90.0], best=[3.0, np.nan, np.nan],
        high=[3.0, 60.0, np.nan], claim_id=["x", "y", "z"],
    )  # fmt: skip
    ax = force_intervals(rows)
    (lines,) = labelled(ax, "row 1")
    assert lines.get_segments()[0][:, 0].tolist() == [40, 60]
    (dots,) = labelled(ax, "row 1 dots")
    assert list(dots.get_xdata()) == [3]
    assert len(labelled(ax, "row 1 open")) == 1
    assert "3 claims, from 3 to 90 or more" in told(ax)
    assert "by 2 voices" in told(ax)


def test_rows_outside_the_scope_are_grey_and_say_why(forces):
    rows = forces.assign(context=[None, "reversal", None, None])
    ax = force_intervals(rows)
    assert "outside the scope, a later state" in told(ax)
    (bar,) = labelled(ax, "b6")
    assert to_hex(bar.get_edgecolor()) == style.OUTSIDE


def test_nothing_lies_on_another_in_the_narrowest_words(forces):
    long = forces.assign(
        wording="about as many as had been there before the siege of the base began", speaker="a " * 40
    )
    ax = force_intervals(long)
    assert overlapping(ax) == []
    assert not any("…" in text for text, _ in drawn_texts(ax)), "what is long is wrapped, not cut"


def test_the_dead_are_told_claimant_by_claimant_on_one_scale(dead, draw):
    ax = draw(dead)
    (panel,) = ax.child_axes
    assert panel.get_xscale() == "log"
    assert bar_ends(ax, "a3") == pytest.approx((12, 99))
    assert bar_ends(ax, "a4") == pytest.approx((100, 999))
    words = told(ax)
    assert "Fatalities of ISIS Syrian army ends the siege of Kweires" in words
    assert "10 100 1,000" in words


def test_zero_is_a_claim_and_keeps_the_scale_linear(dead, draw):
    ax = draw(dead.assign(low=[0.0, 100.0], high=[0.0, 999.0]))
    assert ax.child_axes[0].get_xscale() == "linear"
    assert dot_of(ax, "a3") == 0


def test_parts_are_set_in_under_their_whole(dead, draw):
    ax = draw(dead.assign(depth=[0, 1], counts=[None, "children"]))
    assert "Children" in told(ax)
    assert left_of(ax, "“hundreds”") > left_of(ax, "“dozens”") + 8
    assert bar_ends(ax, "a4") == pytest.approx((100, 999)), "on the same scale"


def test_what_replaces_an_earlier_figure_has_an_arrow_from_it(dead, draw):
    rows = dead.assign(standing=["revised", "compared"], replaces=[None, "a3"], best=[50.0, 500.0])
    ax = draw(rows)
    (step,) = labelled(ax, "a4 step")
    assert step.get_xdata()[0] == 50
    assert 50 < step.get_xdata()[1] < 500
    (old,), (new,) = labelled(ax, "a3"), labelled(ax, "a4")
    assert old.get_facecolor()[3] == 0 < new.get_facecolor()[3]
    assert "since revised" in told(ax)


@pytest.mark.parametrize(("stance", "words"), [("denies", "denied:"), ("doubts", "doubted:")])
def test_a_denial_is_a_row_of_words_without_a_mark(dead, draw, stance, words):
    more = dead.head(1).assign(claim_id="no", stance=stance, wording="not one", row=3, standing=stance)
    ax = draw(pd.concat([dead, more]))
    assert f"{words} “not one”" in told(ax)
    assert not labelled(ax, "no")


def test_of_whom_there_is_no_figure_has_a_row_that_says_so(dead, draw, uncounted):
    words = told(draw(dead))
    assert words.count("no figure") == len(uncounted)
    assert "no figure Civilians dead, injured, missing and displaced" in words
    assert "Syria and Russia dead, injured and missing" in words
    assert "no figure" not in told(draw(dead, absent=uncounted.head(0)))


def test_of_several_comparisons_each_has_its_verdict(dead, compared, draw):
    assert "house\u2019s reading" not in told(draw(dead)), "that of the only one stands beside the chart"
    other = dead.assign(claim_id=["c", "d"], row=[3, 4], block=2, group_id="other")
    groups = pd.concat(
        [compared, compared.assign(group_id="other", verdict="agree", because=None, ratio=None)]
    )
    words = told(draw(pd.concat([dead, other]), groups))
    assert "Apart, by the house\u2019s reading only" in words
    assert "The claims agree." in words


def test_a_part_that_exceeds_its_whole_is_said_to(dead, compared, draw):
    one = compared.assign(verdict="single", because=None, ratio=None, claims=1, breach="whole")
    two = dead.assign(block=[1, 2], group_id=["lifted/fatalities/isis", "other"])
    assert "More than the whole it is a part of." in told(draw(two, one))


@pytest.mark.parametrize("chart", ["forces", "dead"])
def test_a_long_table_may_be_cut_between_rows_only(chart, forces, dead, draw):
    frame = {"forces": forces, "dead": dead}[chart]
    rows = pd.concat([frame] * 10, ignore_index=True)
    rows = rows.assign(row=range(1, len(rows) + 1), claim_id=[f"k{n}" for n in rows.index])
    ax = force_intervals(rows) if chart == "forces" else draw(rows.assign(group_id=None, block=1))
    high = ax.figure.get_size_inches()[1] * 72
    boxes = [box for _, box in drawn_texts(ax)]
    cuts = [high * (1 - cut) for cut in style.breaks(ax)]
    assert len(cuts) > 15
    assert not [cut for cut in cuts for box in boxes if box.y0 + 2 < cut < box.y1 - 2]


def test_beyond_sixty_rows_it_says_what_it_does_not_draw(forces):
    rows = pd.concat([forces] * 20, ignore_index=True)
    ax = force_intervals(rows.assign(row=range(1, 81), claim_id=[f"k{n}" for n in range(80)]))
    assert sum(bool(text.get_url()) for text in ax.texts) == 60
    assert "20 rows beyond these are not drawn." in style.description(ax)


def test_an_empty_frame_is_refused(dead, draw):
    with pytest.raises(FrameError, match="harm_claims: no rows"):
        draw(dead.head(0))


def test_a_scale_holds_its_numbers_and_goes_back_and_forth():
    for numbers in ([12, 99, 999], [0, 131], [3.5, 4], [1600, 900], [1, 1_000_000]):
        scale = scale_of(numbers, 250)
        assert scale.low <= min(numbers) <= max(numbers) <= scale.high
        assert all(scale.low <= tick <= scale.high for tick in scale.ticks())
        assert 2 <= len(scale.ticks()) <= 7
        moved = scale.beside(max(numbers), 10)
        assert scale.beside(moved, -10) == pytest.approx(max(numbers))
