"""What a span knows: earliest and latest day, windows of its ends, what is certain, what is attested."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Bounds, span_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "low", "high", "precision", "approximate"),
    [
        ("2015-11-10", date(2015, 11, 10), date(2015, 11, 10), "day", False),
        ("2013", date(2013, 1, 1), date(2013, 12, 31), "year", False),
        ("2015-10~", date(2015, 10, 1), date(2015, 10, 31), "month", True),
        ("2015-10?", date(2015, 10, 1), date(2015, 10, 31), "month", True),
        ("2015-25", date(2015, 3, 1), date(2015, 5, 31), "season", False),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade", False),
        ("2015-09-30/..", date(2015, 9, 30), None, "span", False),
        ("../2015-10", None, date(2015, 10, 31), "span", False),
        ("/2015-10", None, date(2015, 10, 31), "span", False),
        ("2013/2015-11-10", date(2013, 1, 1), date(2015, 11, 10), "span", False),
        ("2015-10-12~/..", date(2015, 10, 12), None, "span", True),
    ],
)
def test_reads_first_and_last_day_precision_and_approximation(edtf, low, high, precision, approximate):
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


def test_what_lasts_has_a_window_for_its_start_and_for_its_end():
    span = span_of("2013/2015-11-10")
    assert span.start == Bounds(date(2013, 1, 1), date(2013, 12, 31))
    assert span.end == Bounds(date(2015, 11, 10), date(2015, 11, 10))
    assert span_of("2013/..").end == Bounds(date(2013, 1, 1), None)
    assert span_of("/2013").start == Bounds(None, date(2013, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2015-11-10", "2015-11-10", "2015-11-10"),
        ("2013/2015-11-10", "2013-12-31", "2015-11-10"),
        ("2015-10-09/2015-10-17", "2015-10-09", "2015-10-17"),
        ("2015-10", "", ""),
        ("[2015-10-09..2015-10-17]", "", ""),
        ("[2015-10-09..]", "", ""),
        ("2015/2015", "", ""),
        ("2015-10-09/..", "2015-10-09", "2015-10-09"),
        ("2015-10-09/", "2015-10-09", "2015-10-09"),
        ("2015-10/..", "", ""),
        ("/2015-10-09", "2015-10-09", "2015-10-09"),
        ("{2015-10-09,2015-10-17}", "", ""),
    ],
)
def test_only_days_that_it_surely_holds_are_certain(edtf, first, last):
    sure = span_of(edtf).certain
    assert (str(sure.low), str(sure.high)) == (first, last) if first else sure is None


ATTESTED = [
    # what goes on held on the day of the report; its end stays open, which its kind says
    ("2015-09-30/..", "2015-09-30", "2015-11-10", "2015-09-30", "2015-11-10"),
    # of what began only the start is certain, and nothing beyond the report is known
    ("2015-09-30/", "2015-09-30", "2015-11-10", "2015-09-30", "2015-09-30"),
    # a start somewhere in 2015 was one by the day of the report
    ("2015/..", "2015-01-01", "2015-11-10", "2015-11-10", "2015-11-10"),
    # one day on or after: no later than the report
    ("[2015-10-09..]", "2015-10-09", "2015-11-10", "", ""),
    # a report before the start attests the start alone
    ("2015-12-24/..", "2015-12-24", "2015-12-24", "2015-12-24", "2015-12-24"),
    # ends that are stated are left alone
    ("2015-09-30/2015-12-24", "2015-09-30", "2015-12-24", "2015-09-30", "2015-12-24"),
    ("2015", "2015-01-01", "2015-12-31", "", ""),
]


@pytest.mark.parametrize(("edtf", "low", "high", "first", "last"), ATTESTED)
def test_an_open_or_unknown_end_is_known_up_to_the_last_report(edtf, low, high, first, last):
    span = span_of(edtf)
    seen = span.attested(date(2015, 11, 10))
    assert (str(seen.low), str(seen.high), seen.kind) == (low, high, span.kind)
    assert (str(seen.certain.low), str(seen.certain.high)) == (first, last) if first else seen.certain is None
    assert seen.end.high == (None if edtf.endswith(("/..", "/")) else seen.high)
    assert seen.edtf == edtf


def test_each_part_of_a_list_with_an_open_end_is_attested():
    seen = span_of("[2015-10-09,2015-10-17..]").attested(date(2015, 11, 10))
    assert [str(part.high) for part in seen.parts] == ["2015-10-09", "2015-11-10"]
    assert str(seen.high) == "2015-11-10"
    early = span_of("[2015-10-09,2015-10-17..]").attested(date(2015, 10, 12))
    assert str(early.high) == "2015-10-17"


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


@given(DAYS, DAYS, DAYS)
def test_later_reports_attest_no_less(start, one, other):
    earlier, later = sorted((one, other))
    span = span_of(f"{start}/..")
    first, second = span.attested(earlier), span.attested(later)
    assert first.high <= second.high
    assert first.certain.high <= second.certain.high
