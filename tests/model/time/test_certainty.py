"""Certain, possible, impossible: compared with every meaning that two texts can have, one by one."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import containment, overlap, span_of

FIRST = date(2015, 10, 26)
WORLD = range(12)
"""Twelve days from 26 October to 6 November 2015: small enough to list every meaning."""
NAMED = range(3, 9)
"""The days that texts name: there is room before and after them, as in open time."""
THIRTIETH = frozenset({4, 5})
"""30 and 31 October, the days of 2015-10-3X."""


def iso(number):
    return (FIRST + timedelta(number)).isoformat()


def stretches(starts, ends):
    """Every stretch of days with such a start and such an end."""
    return {frozenset(range(one, other + 1)) for one, other in product(starts, ends) if one <= other}


def single(days):
    """Every meaning of one day among several."""
    return {frozenset({number}) for number in days}


@st.composite
def meant(draw):
    """A span and all that it can mean: a set of sets of days."""
    one, other = sorted((draw(st.sampled_from(NAMED)), draw(st.sampled_from(NAMED))))
    third, seen = draw(st.sampled_from(NAMED)), draw(st.sampled_from(NAMED))
    between = range(one, other + 1)
    text, meanings = draw(
        st.sampled_from(
            [
                (iso(one), single([one])),
                ("2015-10-3X", single(THIRTIETH)),
                (f"[{iso(one)}..{iso(other)}]", single(between)),
                (f"[{iso(one)},{iso(third)}]", single([one, third])),
                (f"[..{iso(one)}]", single(range(one + 1))),
                (f"[{iso(one)}..]", single(range(one, 12))),
                (f"{{{iso(one)},{iso(third)}}}", {frozenset({one, third})}),
                (f"{{{iso(one)}..{iso(other)}}}", {frozenset(between)}),
                (f"{iso(one)}/{iso(other)}", {frozenset(between)}),
                (f"2015-10-3X/{iso(8)}", stretches(THIRTIETH, [8])),
                (f"{iso(3)}/2015-10-3X", stretches([3], THIRTIETH)),
                ("2015-10-3X/2015-10-3X", stretches(THIRTIETH, THIRTIETH)),
                (f"{iso(one)}/..", stretches([one], WORLD)),
                (f"{iso(one)}/", stretches([one], WORLD)),
                ("2015-10-3X/", stretches(THIRTIETH, WORLD)),
                (f"/{iso(one)}", stretches(WORLD, [one])),
                ("../2015-10-3X", stretches(WORLD, THIRTIETH)),
            ]
        )
    )
    span = span_of(text)
    if text.endswith("/..") and seen >= one and draw(st.booleans()):
        return span.attested(FIRST + timedelta(seen)), {days for days in meanings if max(days) >= seen}
    return span, meanings


def verdict(answers):
    """What three values make of the answers for each meaning."""
    found = set(answers)
    return "possible" if len(found) == 2 else "certain" if found == {True} else "impossible"


@given(meant(), meant())
def test_overlap_is_what_all_meanings_together_say(one, other):
    assert overlap(one[0], other[0]) == verdict(bool(a & b) for a, b in product(one[1], other[1]))


@given(meant(), meant())
def test_containment_is_what_all_meanings_together_say(outer, inner):
    assert containment(outer[0], inner[0]) == verdict(b <= a for a, b in product(outer[1], inner[1]))


@given(meant(), meant())
def test_overlap_asks_no_order_and_what_lies_within_overlaps(one, other):
    rank = ["impossible", "possible", "certain"].index
    assert overlap(one[0], other[0]) == overlap(other[0], one[0])
    assert rank(containment(one[0], other[0])) <= rank(overlap(one[0], other[0]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2015-10-12/..", "2015-11-10", "possible"),
        ("2015-10-12/..", "2015-10-12", "certain"),
        ("2015-10-12/..", "2015-10-11", "impossible"),
        ("2015-10", "2015-10-12", "possible"),
        ("2015-10", "2015-10-01/2015-10-31", "certain"),
        ("2015-10", "2015-10", "possible"),
        ("2015-24", "2015-04-01/2015-04-30", "impossible"),
        ("201X-11-10", "2015-11-10", "possible"),
        ("{2015-10-09,2015-10-12}", "2015-10-10/2015-10-11", "impossible"),
        ("/2015-10-09", "2013-01-01", "possible"),
    ],
)
def test_examples(one, other, expected):
    assert overlap(span_of(one), span_of(other)) == expected


def test_what_goes_on_is_certain_as_long_as_somebody_said_so():
    tie = span_of("2015-09-30/..").attested(date(2015, 10, 18))
    days = ("2015-10-01", "2015-10-18", "2015-10-19", "2015-09-29")
    answers = [containment(tie, span_of(day)) for day in days]
    assert answers == ["certain", "certain", "possible", "impossible"]
    unknown = span_of("2015-09-30/").attested(date(2015, 10, 18))
    answers = [containment(unknown, span_of(day)) for day in ("2015-09-30", "2015-10-01")]
    assert answers == ["certain", "possible"]
