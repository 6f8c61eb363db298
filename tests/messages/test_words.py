"""Dates, numbers and lists in words: never more precise than written, never a number for an open end."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.messages import (
    date_words,
    dated_words,
    edtf_ends,
    interval_words,
    joined,
    listed,
    paragraph,
    standing_words,
)
from analysis.model.time.edtf import is_edtf


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
        ("201X", "the 2010s", "the 2010s"),
        ("2015-21", "spring 2015", "spring 2015"),
        ("2015-34", "the second quarter of 2015", "the second quarter of 2015"),
        ("2015-XX-XX", "2015", "2015"),
        ("2015-10-1X", "a day between 10 and 19 October 2015", "a day between 10 and 19 Oct 2015"),
        ("1950S2", "a day between 1900 and 1999", "a day between 1900 and 1999"),
        (
            "[2015-10-09..2015-10-17]",
            "a day between 9 and 17 October 2015",
            "a day between 9 and 17 Oct 2015",
        ),
        ("[2015-10-10..2015-10-11]", "10 or 11 October 2015", "10 or 11 Oct 2015"),
        ("[..2012]", "by 2012", "by 2012"),
        ("[2012-05..]", "on or after May 2012", "on or after May 2012"),
        ("[2015-05-03,2015-05-09]", "3 or 9 May 2015", "3 or 9 May 2015"),
        ("{2015-05-03,2015-05-09}", "3 and 9 May 2015", "3 and 9 May 2015"),
        ("{2015-05-03,2015-06-01..2015-06-04}", "3 May and 1 to 4 June 2015", "3 May and 1 to 4 Jun 2015"),
        ("2015-05-05/", "from 5 May 2015, end not reported", "from 5 May 2015, end not reported"),
        ("/2015-05-05", "until 5 May 2015, start not reported", "until 5 May 2015, start not reported"),
        ("/..", "under way, start not reported", "under way, start not reported"),
        ("2015-?10-12", "12 October 2015", "12 Oct 2015"),
        ("2015-13", "2015-13", "2015-13"),
        (
            "2023-12-18/2024-06-2X",
            "18 December 2023 to a day between 20 and 29 June 2024",
            "18 Dec 2023 to a day between 20 and 29 Jun 2024",
        ),
        (
            "2024-06-2X/2024-07",
            "a day between 20 and 29 June 2024 to July 2024",
            "a day between 20 and 29 Jun 2024 to Jul 2024",
        ),
        ("../2024-07-3X", "until 30 or 31 July 2024", "until 30 or 31 Jul 2024"),
        ("2024-06-3X/..", "since 30 June 2024", "since 30 Jun 2024"),
        (
            "2033-03-?0X/",
            "from a day between 1 and 9 March 2033, end not reported",
            "from a day between 1 and 9 Mar 2033, end not reported",
        ),
        (
            "2031-37/2033-06-30",
            "the first third of 2031 to 30 June 2033",
            "the first third of 2031 to 30 Jun 2033",
        ),
        ("2033-41?/..", "since the second half of 2033", "since the second half of 2033"),
        ("201X/2025", "the 2010s to 2025", "the 2010s to 2025"),
        ("2031-21/2032-23", "spring 2031 to autumn 2032", "spring 2031 to autumn 2032"),
        ("[2033-03-03..]", "on or after 3 March 2033", "on or after 3 Mar 2033"),
        (
            "[2024-06-2X..2024-07-05]",
            "a day between 20 June and 5 July 2024",
            "a day between 20 Jun and 5 Jul 2024",
        ),
        ("[..2024-06-2X]", "by 29 June 2024", "by 29 Jun 2024"),
        ("[2024-06-2X..]", "on or after 20 June 2024", "on or after 20 Jun 2024"),
        (
            "[2024-06-2X,2024-07-01]",
            "a day between 20 and 29 June 2024 or 1 July 2024",
            "a day between 20 and 29 Jun 2024 or 1 Jul 2024",
        ),
        ("[..2012,2014]", "by 2012 or 2014", "by 2012 or 2014"),
        ("{2031-07%,2032-07%}", "about July 2031 and about July 2032", "about Jul 2031 and about Jul 2032"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_written(edtf, long, short):
    assert (date_words(edtf), date_words(edtf, short=True)) == (long, short)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-11-10", "10 November 2015"),
        ("2015-11-10?", "10 November 2015 (inferred)"),
        ("2015?", "2015 (inferred)"),
        ("2015?-09-30", "30 September 2015 (year inferred)"),
        ("2015-11-?10", "10 November 2015 (day inferred)"),
        ("2015-?11-?10", "10 November 2015 (month and day inferred)"),
        ("2015-11-10~", "about 10 November 2015"),
        ("2015-11-10%", "about 10 November 2015 (inferred)"),
        ("2015-10-10?/2015-10-11?", "10 to 11 October 2015 (inferred)"),
        ("2013/2015-11-10?", "2013 to 10 November 2015 (end inferred)"),
        ("2013?/2015-11-10", "2013 to 10 November 2015 (start inferred)"),
        ("2015?-09-30/2015-11-10%", ("30 September to about 10 November 2015 "
                                    "(year of the start inferred; end inferred)")),
        ("/2015-11-10?", "until 10 November 2015 (inferred), start not reported"),
        ("[2015-10-09?..2015-10-17?]", "a day between 9 and 17 October 2015 (inferred)"),
        ("{2015-05-03?,2015-05-09}", "3 and 9 May 2015 (inferred in part)"),
        ("?2015-09-30", "30 September 2015 (year inferred)"),
    ],
)  # fmt: skip
def test_only_the_part_that_is_inferred_is_said_to_be(edtf, words):
    assert dated_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-10-09", "on 9 October 2015"),
        ("2015-10", "in October 2015"),
        ("2015", "in 2015"),
        ("201X", "in the 2010s"),
        ("2015-10-09~", "about 9 October 2015"),
        ("[2015-10-09..2015-10-17]", "on a day between 9 and 17 October 2015"),
        ("[2015-10-10..2015-10-11]", "on 10 or 11 October 2015"),
        ("{2015-05-03,2015-05-09}", "on 3 and 9 May 2015"),
        ("2015-10-09/2015-10-17", "9 to 17 October 2015"),
        ("[..2012]", "by 2012"),
    ],
)
def test_what_happened_within_is_never_said_to_last(edtf, words):
    assert date_words(edtf, on=True) == words


@pytest.mark.parametrize(
    ("edtf", "exact", "words"),
    [
        ("2015-09-30/..", True, "since 30 September 2015, last reported on 18 October 2015"),
        (
            "2015?-09-30/..",
            False,
            "since 30 September 2015 (year inferred), last reported by 18 October 2015",
        ),
        ("2015-05-05/", True, "from 5 May 2015, end not reported, last reported on 18 October 2015"),
        ("/..", True, "start not reported, last reported on 18 October 2015"),
        ("2015-10-09/2015-10-17", True, "9 to 17 October 2015"),
        ("/2015-10-09", True, "until 9 October 2015, start not reported"),
    ],
)
def test_what_has_no_reported_end_says_when_it_was_last_reported(edtf, exact, words):
    assert standing_words(edtf, date(2015, 10, 18), exact=exact) == words
    assert "last reported" not in standing_words(edtf, None)


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_a_span_says_both_days_and_no_other_year(one, other):
    first, last = sorted((one, other))
    words = date_words(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}")
    numbers = [word for word in words.split() if word.isdigit()]
    years = [str(first.year)] * (first.year != last.year) + [str(last.year)]
    assert [n for n in numbers if len(n) == 4] == years
    days = [str(first.day)] * (first != last) + [str(last.day)]
    assert [n for n in numbers if len(n) < 4] == days


DATES = st.one_of(
    st.dates(date(1800, 1, 1), date(2200, 1, 1)).map(str),
    st.from_regex("(19|20)[0-9X]{2}(-([01][0-9X]|XX|2[1-9]|3[0-9]|4[01]))?", fullmatch=True),
    st.from_regex("20[0-3][0-9](S[1-4]|-([01X][0-9X])-[0-3X][0-9X])", fullmatch=True),
)
MARKED = st.builds("{}{}".format, DATES, st.sampled_from(["", "", "?", "~", "%"]))
RANGES = [("{}..{}", MARKED, MARKED), ("..{}", MARKED), ("{}..", MARKED)]
PIECES = st.one_of(MARKED, *(st.builds(form.format, *ends) for form, *ends in RANGES))
LISTS = st.lists(PIECES, min_size=1, max_size=3).map(",".join)
ENDS = st.sampled_from(["", ".."]) | MARKED
EDTF = st.one_of(
    MARKED,
    st.builds("{}/{}".format, ENDS, ENDS),
    st.builds("[{}]".format, LISTS),
    st.builds("{{{}}}".format, LISTS),
)


@settings(max_examples=500, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(EDTF.filter(is_edtf), st.booleans(), st.booleans())
def test_no_words_of_a_date_hold_its_notation(edtf, short, on):
    said = dated_words(edtf, short=short, on=on), date_words("/".join(dict.fromkeys(edtf_ends(edtf))))
    for words in said:
        assert not re.search(r"[0-9X]X|X[0-9]|[][{}/~%?]|[.][.]|[0-9]-", words), (edtf, words)


def test_lists_and_clauses():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"
    assert joined("join-further", ["a", "", "b", "c"]) == "a; b; c"
    assert paragraph("One.", "", "Two.") == "One. Two."
