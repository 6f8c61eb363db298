"""What several figures come to: agreement, the majority that is compatible, and why some stand apart."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Bounds, quantity_of
from analysis.model.agreement import Figure, agreement, common, most_compatible

LAX = {"dozens", "hundreds", "about 50", "about 42", "about 40"}


def said(wording: str, day: int = 0, **more) -> Figure:
    read = quantity_of(wording, "persons")
    numbers = {"low": read.low, "high": read.high, "best": read.best} if read else {}
    known = Bounds(date(2031, 5, day), date(2031, 5, day)) if day else None
    return Figure(words=wording, known=known, lax=wording in LAX, **numbers, **more)


def come_to(*figures: Figure) -> tuple[str, str]:
    found = agreement(figures)
    return found.verdict, found.because


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["dozens"], ("single", "")),
        (["dozens", "dozens"], ("agree", "")),
        (["Dozens", "dozens"], ("agree", "")),
        (["about 50", "50"], ("agree", "")),
        (["about 50", "about 42"], ("overlap", "")),
        (["about 50", "about 40"], ("apart", "reading")),
        (["over 50", "dozens"], ("overlap", "")),
        (["dozens", "400"], ("apart", "count")),
        (["dozens", "hundreds"], ("apart", "reading")),
        (["50", "51"], ("apart", "count")),
        (["dozens", "significant"], ("indeterminate", "number")),
        (["significant", "many more"], ("indeterminate", "number")),
    ],
)
def test_what_words_come_to(words, expected):
    assert come_to(*map(said, words)) == expected


def test_a_word_without_a_number_leaves_the_numbers_beside_it_to_be_compared():
    found = agreement([said("significant"), said("50"), said("400")])
    assert (found.verdict, found.compared, found.compatible) == ("apart", 2, 1)


def test_a_later_count_that_differs_is_no_contradiction():
    assert come_to(said("8", 1), said("79", 2), said("114", 4)) == ("apart", "later")
    assert come_to(said("114", 1), said("79", 2)) == ("apart", "later")


def test_a_later_count_does_not_excuse_two_of_one_day():
    assert come_to(said("8", 1), said("79", 2), said("114", 2)) == ("apart", "count")


def test_counts_of_unknown_days_may_be_of_one_day():
    assert come_to(said("8"), said("79", 2)) == ("apart", "count")


def test_what_is_documented_is_a_floor():
    assert come_to(said("40", floor=True), said("79")) == ("overlap", "")
    assert come_to(said("79", floor=True), said("40")) == ("apart", "count")


def test_an_estimate_contradicts_nobody_by_itself():
    assert come_to(said("79"), said("400", estimate=True)) == ("indeterminate", "estimate")
    assert come_to(said("400", estimate=True), said("900", estimate=True)) == ("indeterminate", "estimate")
    assert come_to(said("79"), said("400", estimate=True), said("12")) == ("apart", "count")


def test_five_of_six_are_said_to_be_compatible():
    found = agreement([*map(said, ["50", "about 50", "dozens", "over 40", "up to 60", "400"])])
    assert (found.verdict, found.compared, found.compatible) == ("apart", 6, 5)
    assert found.ratio == 400 / 12


def test_the_ratio_of_floors_is_told_from_one_and_a_half():
    assert agreement([said("100"), said("149")]).ratio is None
    assert agreement([said("100"), said("150")]).ratio == 1.5
    assert agreement([said("none"), said("150")]).ratio is None


def bounds():
    ends = st.tuples(st.none() | st.floats(0, 40), st.none() | st.floats(0, 40))
    return ends.filter(lambda each: None in each or each[0] <= each[1]).map(lambda each: Bounds(*each))


@given(st.lists(bounds(), min_size=1, max_size=6))
def test_the_compatible_are_the_largest_set_that_shares_a_value(several):
    best = max(
        size
        for size in range(1, len(several) + 1)
        for some in combinations(several, size)
        if common(some) is not None
    )
    assert most_compatible(several) == best


@st.composite
def figures(draw):
    each, day = draw(bounds()), draw(st.none() | st.dates(date(2031, 5, 1), date(2031, 5, 4)))
    return Figure(
        each.low,
        each.high,
        each.low if draw(st.booleans()) else None,
        draw(st.sampled_from(["", "x", "y"])),
        day and Bounds(day, day),
        *(draw(st.booleans()) for _ in range(3)),
    )


@given(st.lists(figures(), min_size=1, max_size=6), st.randoms())
def test_the_order_of_figures_changes_nothing(several, random):
    shuffled = random.sample(several, len(several))
    assert agreement(several) == agreement(shuffled)


@given(st.lists(figures(), min_size=2, max_size=6))
def test_verdict_and_numbers_go_together(several):
    found = agreement(several)
    assert found.compatible <= found.compared <= len(several)
    if found.verdict in ("agree", "overlap"):
        assert found.common is not None
        assert found.compatible == found.compared
    if found.verdict == "apart":
        assert found.common is None
        assert found.compatible < found.compared
        assert found.because in ("count", "later", "reading")


@given(st.lists(figures(), min_size=2, max_size=5))
def test_a_wider_figure_is_never_more_apart(several):
    """Opening one figure to all values leaves at most the others apart."""
    opened = [
        replace(several[0], low=0.0, high=None, best=None, words="", estimate=False, floor=False),
        *several[1:],
    ]
    if agreement(several).verdict in ("agree", "overlap"):
        assert agreement(opened).verdict != "apart"
