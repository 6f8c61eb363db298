"""Dates, numbers and lists in words: never more precise than written, never a number for an open end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.messages import date_words, interval_words, joined, listed, paragraph


@given(st.none() | st.floats(0, 1e9), st.none() | st.floats(0, 1e9))
def test_an_open_end_is_never_written_as_a_number(low, high):
    text = interval_words(low, high)
    assert (low is None and high is None) == (text == "no number")
    if low is not None and high is None:
        assert text.endswith("or more")


@pytest.mark.parametrize(
    ("edtf", "long", "short"),
    [
        ("2015-11-10", "10 November 2015", "10 Nov 2015"),
        ("2015-11", "November 2015", "Nov 2015"),
        ("2015", "2015", "2015"),
        ("2015-11-10~", "about 10 November 2015", "about 10 Nov 2015"),
        ("2015-09-30/..", "since 30 September 2015", "since 30 Sept 2015"),
        ("../2015-09-30", "until 30 September 2015", "until 30 Sept 2015"),
        ("2015-10-10/2015-10-12", "10 to 12 October 2015", "10 to 12 Oct 2015"),
        ("2015-10-10~/2015-10-12", "about 10 to 12 October 2015", "about 10 to 12 Oct 2015"),
        ("2015-10-10/2015-11-12", "10 October to 12 November 2015", "10 Oct to 12 Nov 2015"),
        ("2014-10-10/2015-10-12", "10 October 2014 to 12 October 2015", "10 Oct 2014 to 12 Oct 2015"),
        ("2015-10/2015-10", "October 2015", "Oct 2015"),
        ("2013/2015-10-12", "2013 to 12 October 2015", "2013 to 12 Oct 2015"),
        ("2015-10/2015-11", "October 2015 to November 2015", "Oct 2015 to Nov 2015"),
        ("2015-10-12/2015-10-10", "12 October 2015 to 10 October 2015", "12 Oct 2015 to 10 Oct 2015"),
        ("201X", "201X", "201X"),
        ("2015-13", "2015-13", "2015-13"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_written(edtf, long, short):
    assert (date_words(edtf), date_words(edtf, short=True)) == (long, short)


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_a_span_says_both_days_and_no_other_year(one, other):
    first, last = sorted((one, other))
    words = date_words(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}")
    numbers = [word for word in words.split() if word.isdigit()]
    years = [str(first.year)] * (first.year != last.year) + [str(last.year)]
    assert [n for n in numbers if len(n) == 4] == years
    days = [str(first.day)] * (first != last) + [str(last.day)]
    assert [n for n in numbers if len(n) < 4] == days


def test_lists_and_clauses():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"
    assert joined("join-further", ["a", "", "b", "c"]) == "a; b; c"
    assert paragraph("One.", "", "Two.") == "One. Two."
