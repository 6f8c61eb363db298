"""Data as CSV: what a spreadsheet opens without running it, and what a reader gets back."""

from analysis.briefing.document.data import Column, Data, csv_files, csv_text


def test_csv_keeps_spreadsheets_from_running_cells():
    columns = (Column("a", "string"), Column("=b", "number"))
    lines = ("=1+1,-2", '"+cmd",', "-5,0.5", "@x,true", "\tz,1", '"a,b\n",2', '"a, -b",+9', "a-b,=9")
    assert csv_text(Data(columns, lines)).splitlines() == [
        "a,'=b",
        "'=1+1,-2",
        "'+cmd,",
        "-5,0.5",
        "'@x,true",
        "'\tz,1",
        '"a,b',
        '",2',
        '"a, -b",+9',
        "a-b,'=9",
    ]


def test_each_exhibit_has_a_file_of_its_own_named_after_it():
    count = Data((Column("n", "integer"), Column("held", "boolean")), ("1,false", ","))
    assert csv_files({"dead": count}) == {"data/dead.csv": b"n,held\n1,false\n,\n"}
