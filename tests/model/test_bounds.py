"""The algebra that time and quantity share, as properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Bounds, Quantity

ENDS = st.none() | st.integers(-1000, 1000).map(float)
DAYS = st.none() | st.integers(0, 5000).map(lambda days: date(2010, 1, 1) + timedelta(days))
VALUES = st.integers(-1200, 1200).map(float)


def ordered(ends):
    low, high = ends
    swap = low is not None and high is not None and low > high
    return Bounds(high, low) if swap else Bounds(low, high)


BOUNDS = st.tuples(ENDS, ENDS).map(ordered) | st.tuples(DAYS, DAYS).map(ordered)
NUMBERS = st.tuples(ENDS, ENDS).map(ordered)


def test_low_above_high_is_refused():
    with pytest.raises(ValueError, match="low 5 is above high 3"):
        Bounds(5, 3)


def test_best_outside_is_refused():
    with pytest.raises(ValueError, match=r"best 10.* outside 12 to 99"):
        Quantity(12, 99, 10)


def test_two_open_ends_allow_everything():
    assert Bounds[float](None, None).contains(0.0)
    assert Bounds[float](None, None).overlaps(Bounds(3.0, 4.0))


@given(NUMBERS, NUMBERS, VALUES)
def test_a_value_in_both_is_in_the_intersection_and_no_other(one, other, value):
    shared = one.intersection(other)
    assert (shared is not None and shared.contains(value)) == (one.contains(value) and other.contains(value))


@given(NUMBERS, NUMBERS, VALUES)
def test_union_holds_whatever_either_holds(one, other, value):
    if one.contains(value) or other.contains(value):
        assert one.union(other).contains(value)


@given(BOUNDS, BOUNDS)
def test_union_is_the_smallest_that_holds_both(one, other):
    if type(one.low or one.high) is not type(other.low or other.high):
        return
    union = one.union(other)
    assert union.low in (one.low, other.low)
    assert union.high in (one.high, other.high)


@given(NUMBERS, NUMBERS)
def test_disjoint_means_no_intersection_and_is_symmetric(one, other):
    assert one.disjoint(other) == other.disjoint(one) == (one.intersection(other) is None)
    assert one.overlaps(other) != one.disjoint(other)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_intersection_and_union_do_not_depend_on_order(one, other, third):
    assert one.intersection(other) == other.intersection(one)
    assert one.union(other) == other.union(one)
    assert one.union(other).union(third) == one.union(other.union(third))


@given(NUMBERS)
def test_open_ends_stay_open(bounds):
    assert bounds.union(Bounds(0.0, None)).high is None
    assert bounds.intersection(Bounds(None, None)) == bounds


@given(NUMBERS, NUMBERS, NUMBERS)
def test_pairwise_overlap_is_enough_for_a_common_value(one, other, third):
    """Intervals on a line (Helly): what overlaps pair by pair overlaps as a whole."""
    pairwise = one.overlaps(other) and other.overlaps(third) and one.overlaps(third)
    shared = one.intersection(other)
    assert pairwise == (shared is not None and shared.overlaps(third) and one.overlaps(third))
