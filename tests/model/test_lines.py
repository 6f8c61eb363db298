"""Lines: what a frame holds, as a file of CSV holds it."""

import csv
import io

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.document.data import Column, Data, cells, csv_text
from analysis.model.lines import as_lines


def test_each_kind_of_column_is_written_as_itself_and_what_is_missing_is_empty():
    frame = pd.DataFrame(
        {
            "who": pd.Series(["state TV", None], dtype="str"),
            "day": pd.to_datetime(["2015-11-10", None]),
            "low": [12.0, None],
            "voices": pd.array([2, None], dtype="Int64"),
            "held": [True, False],
            "order": [1, 2],
        }
    )
    told = as_lines(frame)
    types = ["string", "date", "number", "integer", "boolean", "integer"]
    assert [column["type"] for column in told["columns"]] == types
    assert told["rows"] == ["state TV,2015-11-10,12.0,2,true,1", ",,,,false,2"]


def test_a_frame_without_rows_has_its_columns():
    assert as_lines(pd.DataFrame({"who": []}))["rows"] == []


@given(
    st.lists(
        st.tuples(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), st.text("a,\"\n\r'"))
    )
)
def test_every_text_comes_back_from_its_line_as_it_was(rows):
    told = as_lines(pd.DataFrame(rows, columns=["one", "two"], dtype=object))
    assert [tuple(cells(line)) for line in told["rows"]] == rows
    printed = csv_text(Data((Column("one", "string"), Column("two", "string")), tuple(told["rows"])))
    read = list(csv.reader(io.StringIO(printed, newline="")))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
