"""EDTF dates as spans of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import span_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "low", "high", "precision", "approximate"),
    [
        ("2015-11-10", date(2015, 11, 10), date(2015, 11, 10), "day", False),
        ("2013", date(2013, 1, 1), date(2013, 12, 31), "year", False),
        ("2015-10~", date(2015, 10, 1), date(2015, 10, 31), "month", True),
        ("2015-10?", date(2015, 10, 1), date(2015, 10, 31), "month", True),
        ("2015-21", date(2015, 3, 1), date(2015, 5, 31), "season", False),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade", False),
        ("2015-09-30/..", date(2015, 9, 30), None, "span", False),
        ("../2015-10", None, date(2015, 10, 31), "span", False),
        ("/2015-10", None, date(2015, 10, 31), "span", False),
        ("2013/2015-11-10", date(2013, 1, 1), date(2015, 11, 10), "span", False),
        ("2015-10-12~/..", date(2015, 10, 12), None, "span", True),
    ],
)
def test_reads_edtf(edtf, low, high, precision, approximate):
    span = span_of(edtf)
    assert (span.low, span.high, span.precision, span.approximate) == (low, high, precision, approximate)


@pytest.mark.parametrize(
    "edtf", ["", "..", "../..", "/", "2015-02-30", "2015-13", "10 November 2015", "=2015", "2015//2016"]
)
def test_refuses_what_is_no_date(edtf):
    with pytest.raises(ValueError, match="expected"):
        span_of(edtf)


def test_a_reversed_span_is_refused_with_the_ends_exchanged():
    with pytest.raises(ValueError, match="expected 2013/2015-11-10"):
        span_of("2015-11-10/2013")


@given(DAYS)
def test_a_day_spans_itself(day):
    span = span_of(day.isoformat())
    assert span.low == span.high == day


@given(DAYS, st.integers(0, 4000))
def test_an_interval_reaches_from_day_to_day(first, length):
    last = min(first + timedelta(length), date(2100, 12, 31))
    span = span_of(f"{first.isoformat()}/{last.isoformat()}")
    assert (span.low, span.high) == (first, last)


@given(DAYS, DAYS)
def test_spans_overlap_as_their_days_do(one, other):
    assert span_of(f"{one.isoformat()}/..").overlaps(span_of(f"../{other.isoformat()}")) == (one <= other)
