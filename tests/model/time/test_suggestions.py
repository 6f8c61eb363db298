"""What a spreadsheet or another habit made of a date, and the EDTF that is offered for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DateError
from analysis.model import dated, span_of, suggestions

TABLE = """
10-Nov-15                | 2015-11-10
10-Nov-2015              | 2015-11-10
10 Nov 2015              | 2015-11-10
10 November 2015         | 2015-11-10
10th of November 2015    | 2015-11-10
10Nov2015                | 2015-11-10
10-Nov-75                | 1975-11-10
November 10, 2015        | 2015-11-10
Nov. 10, 2015            | 2015-11-10
2015 Nov 10              | 2015-11-10
2015-Nov-10              | 2015-11-10
11/10/2015               | 2015-10-11, 2015-11-10
11/10/15                 | 2015-10-11, 2015-11-10
11-10-2015               | 2015-10-11, 2015-11-10
13/11/2015               | 2015-11-13
11/13/2015               | 2015-11-13
11/11/2015               | 2015-11-11
10.11.2015               | 2015-11-10
1.2.15                   | 2015-02-01
2015/11/10               | 2015-11-10
2015.11.10               | 2015-11-10
2015 11 10               | 2015-11-10
2015-1-5                 | 2015-01-05
20151110                 | 2015-11-10
2015-11-10 00:00:00      | 2015-11-10
2015-11-10T00:00:00Z     | 2015-11-10
2015-11-10 14:30         | 2015-11-10
11/10/2015 0:00          | 2015-10-11, 2015-11-10
10/11/2015 12:00:00 AM   | 2015-11-10, 2015-10-11
42318                    | 2015-11-10, 2019-11-11
42318.0                  | 2015-11-10, 2019-11-11
42318.604                | 2015-11-10, 2019-11-11
Nov-15                   | 2015-11, 15 November
Nov-45                   | 1945-11
Feb-30                   | 1930-02
15-Nov                   | 15 November
Oct 2015                 | 2015-10
Oct. 2015                | 2015-10
October, 2015            | 2015-10
Oct-2015                 | 2015-10
Nov '15                  | 2015-11
2015/11                  | 2015-11
10/2015                  | 2015-10
201511                   | 2015-11
2015.0                   | 2015
2015-11-10/2013          | 2013/2015-11-10
2013-2015                | 2013/2015
2015-10-10 - 2015-10-12  | 2015-10-10/2015-10-12
2015-10-10 to 2015-10-12 | 2015-10-10/2015-10-12
2015-10-10\u20132015-10-12 | 2015-10-10/2015-10-12
10.10.2015 - 12.10.2015  | 2015-10-10/2015-10-12
2015\u201311\u201310         | 2015-11-10
'2015-11-10              | 2015-11-10
\u0662\u0660\u0661\u0665-\u0661\u0661-\u0661\u0660 | 2015-11-10
201x                     | 201X
2015-uu                  | 2015-XX
2015-10-10/open          | 2015-10-10/..
unknown/2015-10          | /2015-10
2015?~                   | 2015%
[2015-10-09, 2015-10-10] | [2015-10-09,2015-10-10]
2015-02-30               | -
30.02.2015               | -
31/11/2015               | -
30-Feb-15                | -
20151310                 | -
2015-13                  | -
32/13/2015               | -
31-Feb                   | -
2015-05/06               | -
2015-11-10T12:00Z        | -
2015-W40                 | -
2015-314                 | -
-0050                    | -
Y17E7                    | -
1985-04-12T24:00:00      | -
02015                    | -
1950S5                   | -
15XX                     | -
2015-28                  | -
1234567                  | -
12:30                    | -
yesterday                | -
unknown                  | -
2015-11-10               | -
2015                     | -
2015/2016                | -
-                        | -
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_mangled_date_gets_all_that_it_may_be(line):
    text, expected = (cell.strip() for cell in line.split("| "))
    text = "" if text == "-" else text
    assert suggestions(text) == tuple(near for near in expected.split(", ") if near != "-")


@given(st.dates(date(1927, 6, 1), date(2100, 12, 31)))
def test_a_day_is_among_what_a_spreadsheet_makes_of_it(day):
    serial = (day - date(1899, 12, 30)).days
    shown = [f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%b-%Y}", f"{day:%B %d, %Y}"]
    for text in (*shown, f"{day} 00:00:00", f"{serial}", f"{serial}.0", f"{day:%Y%m%d}", f"{day:%Y/%m/%d}"):
        assert day.isoformat() in suggestions(text)
    assert (day + timedelta(1462)).isoformat() in suggestions(f"{serial}")


@given(
    st.text(st.sampled_from("0123456789/.-: T'NovemberOctJan,XxuSaM~?"), max_size=20) | st.text(max_size=20)
)
def test_whatever_is_suggested_can_be_read(text):
    for near in suggestions(text):
        try:
            assert span_of(near)
        except DateError:
            assert dated(near, span_of("2015-12-31"))
