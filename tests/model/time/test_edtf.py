"""Every form of EDTF, levels 0 to 2, read as the standard says or refused by name.

The examples are those of the specification of the Library of Congress (4 February 2019), where frames can
hold them.
"""

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DateError, SitrepError
from analysis.model import span_of

DAYS = st.dates(date(1700, 1, 1), date(2260, 12, 31))


def rows(table):
    """The rows of a table drawn with bars, header and rule left out; `-` is an empty cell."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [["" if cell == "-" else cell for cell in line] for line in lines[1:]]


def iso(day):
    return "" if day is None else day.isoformat()


LEVELS_0_AND_1 = """
text                     | kind    | precision | low        | latest start | earliest end | high
1985-04-12               | day     | day       | 1985-04-12 | 1985-04-12   | 1985-04-12   | 1985-04-12
1985-04                  | within  | month     | 1985-04-01 | 1985-04-30   | 1985-04-01   | 1985-04-30
1985                     | within  | year      | 1985-01-01 | 1985-12-31   | 1985-01-01   | 1985-12-31
1964/2008                | lasts   | span      | 1964-01-01 | 1964-12-31   | 2008-01-01   | 2008-12-31
2004-06/2006-08          | lasts   | span      | 2004-06-01 | 2004-06-30   | 2006-08-01   | 2006-08-31
2004-02-01/2005-02-08    | lasts   | span      | 2004-02-01 | 2004-02-01   | 2005-02-08   | 2005-02-08
2004-02-01/2005-02       | lasts   | span      | 2004-02-01 | 2004-02-01   | 2005-02-01   | 2005-02-28
2004-02-01/2005          | lasts   | span      | 2004-02-01 | 2004-02-01   | 2005-01-01   | 2005-12-31
2005/2006-02             | lasts   | span      | 2005-01-01 | 2005-12-31   | 2006-02-01   | 2006-02-28
2013/2015-11-10          | lasts   | span      | 2013-01-01 | 2013-12-31   | 2015-11-10   | 2015-11-10
2015/2015-06             | lasts   | span      | 2015-01-01 | 2015-06-30   | 2015-06-01   | 2015-06-30
2015-06/2015             | lasts   | span      | 2015-06-01 | 2015-06-30   | 2015-06-01   | 2015-12-31
2001-33/2001-34          | lasts   | span      | 2001-01-01 | 2001-03-31   | 2001-04-01   | 2001-06-30
1984?                    | within  | year      | 1984-01-01 | 1984-12-31   | 1984-01-01   | 1984-12-31
2004-06~                 | within  | month     | 2004-06-01 | 2004-06-30   | 2004-06-01   | 2004-06-30
2004-06-11%              | day     | day       | 2004-06-11 | 2004-06-11   | 2004-06-11   | 2004-06-11
201X                     | within  | decade    | 2010-01-01 | 2019-12-31   | 2010-01-01   | 2019-12-31
20XX                     | within  | century   | 2000-01-01 | 2099-12-31   | 2000-01-01   | 2099-12-31
2004-XX                  | within  | year      | 2004-01-01 | 2004-12-31   | 2004-01-01   | 2004-12-31
1985-04-XX               | within  | month     | 1985-04-01 | 1985-04-30   | 1985-04-01   | 1985-04-30
1985-XX-XX               | within  | year      | 1985-01-01 | 1985-12-31   | 1985-01-01   | 1985-12-31
1985-04-12/..            | goes_on | span      | 1985-04-12 | 1985-04-12   | 1985-04-12   | -
1985-04/..               | goes_on | span      | 1985-04-01 | 1985-04-30   | 1985-04-01   | -
1985/..                  | goes_on | span      | 1985-01-01 | 1985-12-31   | 1985-01-01   | -
1985-04-12/              | began   | span      | 1985-04-12 | 1985-04-12   | 1985-04-12   | -
1985-04/                 | began   | span      | 1985-04-01 | 1985-04-30   | 1985-04-01   | -
1985/                    | began   | span      | 1985-01-01 | 1985-12-31   | 1985-01-01   | -
/1985-04-12              | ended   | span      | -          | 1985-04-12   | 1985-04-12   | 1985-04-12
/1985-04                 | ended   | span      | -          | 1985-04-30   | 1985-04-01   | 1985-04-30
../1985-04-12            | until   | span      | -          | 1985-04-12   | 1985-04-12   | 1985-04-12
../1985                  | until   | span      | -          | 1985-12-31   | 1985-01-01   | 1985-12-31
1984~/2004-06            | lasts   | span      | 1984-01-01 | 1984-12-31   | 2004-06-01   | 2004-06-30
1984-06-02?/2004-08-08~  | lasts   | span      | 1984-06-02 | 1984-06-02   | 2004-08-08   | 2004-08-08
"""

LEVEL_2 = """
text                         | kind    | precision | low        | latest start | earliest end | high
2001-34                      | within  | season    | 2001-04-01 | 2001-06-30   | 2001-04-01   | 2001-06-30
2015-36                      | within  | season    | 2015-10-01 | 2015-12-31   | 2015-10-01   | 2015-12-31
2015-37                      | within  | season    | 2015-01-01 | 2015-04-30   | 2015-01-01   | 2015-04-30
2015-38                      | within  | season    | 2015-05-01 | 2015-08-31   | 2015-05-01   | 2015-08-31
2015-39                      | within  | season    | 2015-09-01 | 2015-12-31   | 2015-09-01   | 2015-12-31
2015-40                      | within  | season    | 2015-01-01 | 2015-06-30   | 2015-01-01   | 2015-06-30
2015-41                      | within  | season    | 2015-07-01 | 2015-12-31   | 2015-07-01   | 2015-12-31
2015-25                      | within  | season    | 2015-03-01 | 2015-05-31   | 2015-03-01   | 2015-05-31
2015-27                      | within  | season    | 2015-09-01 | 2015-11-30   | 2015-09-01   | 2015-11-30
2015-29                      | within  | season    | 2015-09-01 | 2015-11-30   | 2015-09-01   | 2015-11-30
2015-32                      | within  | season    | 2015-06-01 | 2015-08-31   | 2015-06-01   | 2015-08-31
1950S2                       | within  | century   | 1900-01-01 | 1999-12-31   | 1900-01-01   | 1999-12-31
1953S3                       | within  | decade    | 1950-01-01 | 1959-12-31   | 1950-01-01   | 1959-12-31
1953S4                       | within  | year      | 1953-01-01 | 1953-12-31   | 1953-01-01   | 1953-12-31
1984-1X                      | within  | span      | 1984-10-01 | 1984-12-31   | 1984-10-01   | 1984-12-31
2015-11-1X                   | within  | span      | 2015-11-10 | 2015-11-19   | 2015-11-10   | 2015-11-19
2004-06-XX/2004-07-03        | lasts   | span      | 2004-06-01 | 2004-06-30   | 2004-07-03   | 2004-07-03
2004-06-~01/2004-06-~20      | lasts   | span      | 2004-06-01 | 2004-06-01   | 2004-06-20   | 2004-06-20
[2015-10-09..2015-10-17]     | within  | span      | 2015-10-09 | 2015-10-17   | 2015-10-09   | 2015-10-17
[2013..2015-10-17]           | within  | span      | 2013-01-01 | 2015-10-17   | 2013-01-01   | 2015-10-17
[..1760-12-03]               | within  | span      | -          | 1760-12-03   | -            | 1760-12-03
[1760-12..]                  | within  | span      | 1760-12-01 | -            | 1760-12-01   | -
[2015-10-09]                 | day     | day       | 2015-10-09 | 2015-10-09   | 2015-10-09   | 2015-10-09
{2015-10-09..2015-10-11}     | each    | span      | 2015-10-09 | 2015-10-09   | 2015-10-11   | 2015-10-11
{1960,1961-12}               | each    | span      | 1960-01-01 | 1960-12-31   | 1961-12-01   | 1961-12-31
{2015}                       | within  | span      | 2015-01-01 | 2015-12-31   | 2015-01-01   | 2015-12-31
"""


@pytest.mark.parametrize("row", rows(LEVELS_0_AND_1) + rows(LEVEL_2), ids=str)
def test_a_form_says_what_the_standard_says(row):
    text, kind, precision, *days = row
    span = span_of(text)
    assert (span.kind, span.precision) == (kind, precision)
    assert [iso(day) for day in (span.low, span.latest_start, span.earliest_end, span.high)] == days
    assert span.edtf == text


PARTS = """
text                       | days that are meant
2015-21                    | 2015-03-01..2015-05-31 2015-09-01..2015-11-30
2015-22                    | 2014-12-01..2015-02-28 2015-06-01..2015-08-31 2015-12-01..2016-02-29
2015-23                    | 2015-03-01..2015-05-31 2015-09-01..2015-11-30
2015-24                    | 2014-12-01..2015-02-28 2015-06-01..2015-08-31 2015-12-01..2016-02-29
199X-02-29                 | 1992-02-29 1996-02-29
200X-02-29                 | 2000-02-29 2004-02-29 2008-02-29
2015-X1                    | 2015-01-01..2015-01-31 2015-11-01..2015-11-30
2015-02-X9                 | 2015-02-09 2015-02-19
2016-02-X9                 | 2016-02-09 2016-02-19 2016-02-29
[1760-01,1760-02,1760-12..]| 1760-01-01..1760-01-31 1760-02-01..1760-02-29 1760-12-01..
[..1760-12-03,1762]        | ..1760-12-03 1762-01-01..1762-12-31
[1867,1960-12]             | 1867-01-01..1867-12-31 1960-12-01..1960-12-31
{1867,1870..1871}          | 1867-01-01..1867-12-31 1870-01-01..1870-12-31 1871-01-01..1871-12-31
{2015-12..2016-02}         | 2015-12-01..2015-12-31 2016-01-01..2016-01-31 2016-02-01..2016-02-29
{2015-10-11,2015-10-09,2015-10-10,2015-10-13} | 2015-10-09..2015-10-11 2015-10-13
"""


@pytest.mark.parametrize(("text", "days"), rows(PARTS), ids=str)
def test_days_between_those_meant_are_left_out(text, days):
    span = span_of(text)
    ends = [(iso(part.low), iso(part.high)) for part in span.parts]
    assert [low if low == high else f"{low}..{high}" for low, high in ends] == days.split()
    assert (iso(span.low), iso(span.high)) == (ends[0][0], ends[-1][1])
    assert span.kind == ("each" if text[0] == "{" else "within")


def test_a_quarter_of_some_year_is_that_of_any_of_them():
    quarters = span_of("192X-33").parts
    assert [(iso(part.low), iso(part.high)) for part in quarters] == [
        (f"{year}-01-01", f"{year}-03-31") for year in range(1920, 1930)
    ]


MARKS = """
text                  | inferred       | approximate
2015-09-30            | -              | -
1984?                 | year           | -
2004-06~              | -              | year month
2004-06-11%           | year month day | year month day
2015?-09-30           | year           | -
2015-11-?10           | day            | -
2015-11~-10           | -              | year month
2015-~11-10           | -              | month
2004-06?-11           | year month     | -
?2004-06-~11          | year           | day
2004-%06-11           | month          | month
2015?-~11-%10         | year day       | month day
2015-?11-10~          | month          | year month day
201X?-12-25           | year           | -
2015-24?              | year month     | -
1950S2~               | -              | year
"""


@pytest.mark.parametrize(("text", "inferred", "approximate"), rows(MARKS), ids=str)
def test_a_mark_is_for_its_component_alone_or_for_all_to_its_left(text, inferred, approximate):
    span = span_of(text)
    assert (" ".join(span.first.inferred), " ".join(span.first.approximate)) == (inferred, approximate)
    assert span.last == span.first
    assert span.approximate == bool(inferred or approximate)


def test_each_end_has_marks_of_its_own():
    span = span_of("2015?-09-30/2015-11-~10")
    assert (span.first.inferred, span.first.approximate) == (("year",), ())
    assert (span.last.inferred, span.last.approximate) == ((), ("day",))
    window = span_of("[2015-10-09?..2015-10-17]")
    assert (window.first.inferred, window.last.inferred) == (("year", "month", "day"), ())
    assert span_of("/2015-10?").last.inferred == ("year", "month")
    assert span_of("2015~/..").last.approximate == ()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("?2015-09-30", "2015?-09-30"),
        ("?2015-?09-?30", "2015-09-30?"),
        ("2015~-~09-30", "2015-09~-30"),
        ("2015?~", None),
        (" 2015-09-30 ", "2015-09-30"),
        ("?2015/~2016", "2015?/2016~"),
        ("[?2015-10-09..2015-10-~10]", "[2015?-10-09..2015-10-~10]"),
    ],
)
def test_marks_that_say_the_same_are_written_one_way(text, same):
    if same is None:
        with pytest.raises(DateError):
            span_of(text)
    else:
        assert span_of(text) == span_of(same)
        assert span_of(text).edtf == same


REFUSED = """
text                        | name
Y170000002                  | a year of more than four digits
Y-170000002                 | a year of more than four digits
Y-17E7                      | a year of more than four digits
Y3388E2S3                   | a year of more than four digits
Y17E7                       | a year of more than four digits
Y17E7/..                    | a year of more than four digits
Y2015                       | a year of four digits behind a Y, which EDTF has for longer ones
-0050                       | a year before the year 0
-1985                       | a year before the year 0
-1985-04                    | a year before the year 0
1699                        | outside of the years that are read
2261-01-01                  | outside of the years that are read
1667-05-01                  | outside of the years that are read
0000                        | outside of the years that are read
156X-12-25                  | outside of the years that are read
15XX-12-XX                  | outside of the years that are read
1XXX-12                     | outside of the years that are read
22XX                        | outside of the years that are read
XXXX                        | outside of the years that are read
XXXX-XX-XX                  | outside of the years that are read
XXXX-12-25                  | outside of the years that are read
[1667,1668,1670..1672]      | outside of the years that are read
1950S1                      | outside of the years that are read
1950S5                      | a year with more significant digits than it has
1985-04-12T23:20:30         | a clock time
1985-04-12T23:20:30Z        | a clock time
1985-04-12T23:20:30+04:30   | a clock time
1985-04-12T24:00:00         | a clock time
2015-11-10T12:00            | a clock time
2015-11-09/2015-11-10T12:00 | a clock time
2015-28                     | the winter of the northern hemisphere, of either of two turns of the year
2015-30                     | the summer of the southern hemisphere, of either of two turns of the year
2015-W40                    | a week by number, which EDTF has not
2015-W40-2                  | a week by number, which EDTF has not
2015-314                    | a day by its number in the year, which EDTF has not
20151110                    | a date without hyphens, which EDTF has not
2015-11-10/P3D              | a duration or repetition, which EDTF has not
{..1984}                    | an endless list
{1984..}                    | an endless list
{2015..2016-02}             | a range of unlike members
{2015-21..2015-23}          | a range of unlike members
[2015-10-09;2015-10-10]     | -
[2015-10-09, 2015-10-10]    | -
[2015/2016]                 | -
[]                          | no list of dates
{..}                        | no list of dates
[2015-10-09                 | no list of dates
[2015-10-09}                | no list of dates
2015-02-30                  | no day, month or part of a year in the calendar
2015-02-30~                 | no day, month or part of a year in the calendar
2015-13                     | no day, month or part of a year in the calendar
2015-20                     | no day, month or part of a year in the calendar
2015-42                     | no day, month or part of a year in the calendar
2015-00-10                  | no day, month or part of a year in the calendar
2015-21-05                  | no day, month or part of a year in the calendar
2015-3X                     | no day, month or part of a year in the calendar
2015-04-4X                  | no day, month or part of a year in the calendar
201X-02-30                  | no day, month or part of a year in the calendar
../..                       | a span without a day
/                           | a span without a day
2013/2014/2015              | a text with more than one slash
2015-10-09/[2015-10-11,2015-10-12] | -
201x                        | -
2015-1-5                    | -
2015/11                     | -
(2015)-10                   | -
2015-10-10/open             | -
10 November 2015            | -
-                           | -
"""


@pytest.mark.parametrize(("text", "name"), rows(REFUSED), ids=str)
def test_a_form_that_is_not_read_is_refused_by_name(text, name):
    with pytest.raises(DateError, match="expected ") as caught:
        span_of(text)
    assert caught.value.name == name
    assert caught.value.expected
    assert isinstance(caught.value, SitrepError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("text", ["2015-11-10/2013", "[2015-11-10..2013]", "{2015..2013}"])
def test_what_ends_before_it_starts_is_refused_with_the_ends_exchanged(text):
    first, last = text.strip("[]{}").replace("..", "/").split("/")
    exchanged = text.replace(first, "x").replace(last, first).replace("x", last)
    with pytest.raises(DateError) as caught:
        span_of(text)
    assert str(caught.value).endswith(f"expected {exchanged}")
    assert span_of(exchanged).low


COMPONENT = st.sampled_from(["", "?", "~", "%"])


@st.composite
def dates(draw):
    """The text of any date that can be read, without marks and with them."""
    day = draw(DAYS)
    year = draw(st.sampled_from([f"{day:%Y}", f"{day:%Y}"[:3] + "X"]))
    if not "1700" <= year.replace("X", "0") <= year.replace("X", "9") <= "2260":
        year = f"{day:%Y}"
    month = draw(st.sampled_from(["", f"{day:%m}", "XX", "1X", "0X", "21", "24", "26", "33", "41"]))
    part = draw(st.sampled_from(["", f"{day:%d}"[0] + "X", f"{min(day.day, 28):02}"]))
    parts = [part for part in (year, month, part if month[:1] in ("0", "1", "X") else "") if part]
    if parts[-1] == "3X" and parts[1] == "02":
        parts.pop()
    return "-".join(parts), "-".join(draw(COMPONENT) + part + draw(COMPONENT) for part in parts)


@st.composite
def texts(draw):
    """Any text that can be read, its ends in order, without marks and with them."""
    one, other = sorted((draw(dates()), draw(dates())), key=lambda pair: span_of(pair[0]).low)
    forms = ["{0}", "{0}/{1}", "{0}/..", "{0}/", "/{0}", "../{0}", "[{0}..{1}]", "[{0},{1}]", "{{{0},{1}}}"]
    form = draw(st.sampled_from([*forms, "[{0}..]", "[..{0}]"]))
    return form.format(one[0], other[0]), form.format(one[1], other[1])


@given(texts())
def test_text_to_span_to_text_and_back_is_the_same(pair):
    for text in pair:
        span = span_of(text)
        assert span_of(span.edtf) == span
    assert span_of(pair[0]).edtf == pair[0]


@given(texts())
def test_marks_never_move_a_day(pair):
    plain, marked = map(span_of, pair)
    for name in ("low", "high", "latest_start", "earliest_end", "kind", "precision"):
        assert getattr(plain, name) == getattr(marked, name)
    assert not plain.approximate


@given(texts())
def test_days_are_in_order_and_parts_lie_within(pair):
    span = span_of(pair[0])
    first, last = span.low or date.min, span.high or date.max
    assert first <= (span.latest_start or date.max) <= last
    assert first <= (span.earliest_end or date.min if span.low is None else span.earliest_end) <= last
    assert all(span.overlaps(part) and span.union(part) == span.union(span) for part in span.parts)


@given(st.text(st.sampled_from("0123456789X?~%-/.[]{},SYETW:Z ±٢"), max_size=24) | st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    try:
        assert span_of(text).edtf
    except DateError as problem:
        refused = str(problem)
    else:
        return
    assert "expected" in refused


@pytest.mark.parametrize("form", ["{0}", "{0}/{1}", "[{0}..{1}]"])
def test_sixty_five_thousand_dates_are_read_in_ten_times_what_strptime_takes(form):
    days = [date(1900, 1, 1) + timedelta(number) for number in range(65_000)]
    texts = [form.format(day, day + timedelta(9)) for day in days]
    durations = []
    for _ in range(3):
        start = time.process_time()
        spans = [span_of(text) for text in texts]
        durations.append(time.process_time() - start)
    start = time.process_time()
    assert [datetime.strptime(f"{day}", "%Y-%m-%d").date() for day in days] == days  # noqa: DTZ007
    assert min(durations) < 10 * (time.process_time() - start)
    assert spans[-1].low == days[-1]


@pytest.mark.parametrize("text", ["[..,..]", "{..}", "[..,2000-01-01]"])
def test_a_range_without_a_day_is_refused(text):
    with pytest.raises(DateError, match=r"without a day|no list of dates"):
        span_of(text)
