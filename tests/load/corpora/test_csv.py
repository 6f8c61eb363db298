"""Files that are missing, empty, badly encoded or badly quoted are faults on the right line."""

import pytest

from analysis.load import check, corpus


def test_missing_folder_names_the_nearest(copy) -> None:
    (fault,) = check(copy.folder.parent / "alepo-2015")
    assert (fault.row, fault.column, fault.found, fault.nearest) == (0, "", "no such folder", "aleppo-2015")


def test_missing_folder_in_a_missing_folder(tmp_path) -> None:
    (fault,) = check(tmp_path / "none" / "at-all")
    assert fault.found == "no such folder"


def test_missing_table_names_the_nearest_file_and_spares_the_others(copy) -> None:
    (copy.folder / "actors.csv").rename(copy.folder / "actor.csv")
    found = ("actors.csv", 0, "", "no such file", "a CSV file with the table actors", "actor.csv")
    assert copy.only() == found


@pytest.mark.parametrize("table", ["claims", "events", "actors", "participants"])
def test_empty_file(copy, table) -> None:
    copy.edit(f"{table}.csv", lambda content: b"")
    file, row, column, found, expected, _ = copy.only()
    assert (file, row, column, found) == (f"{table}.csv", 0, "", "an empty file")
    assert expected.startswith("a header row: ")


def test_table_without_rows_that_others_point_to(copy) -> None:
    copy.write("speakers", copy.rows("speakers")[:1])
    assert copy.only()[:4] == ("speakers.csv", 0, "speaker_id", "a table without rows")


def test_what_is_told_without_a_claim(copy) -> None:
    copy.write("claims", copy.rows("claims")[:1])
    events = [fault for fault in copy.faults() if fault[0] == "events.csv"]
    assert len(events) == len(copy.rows("events")) - 1
    assert all(fault[3].endswith("an event without a claim") for fault in events)


def test_table_without_rows_that_nobody_needs(copy) -> None:
    copy.write("participants", copy.rows("participants")[:1])
    assert copy.faults() == []
    assert len(corpus(copy.folder).participants) == 0


def test_semicolons_for_commas(copy) -> None:
    copy.edit("control.csv", lambda content: content.replace(b",", b";"))
    assert copy.only()[:4] == ("control.csv", 1, "", "a header without commas")


def test_unclosed_quote_names_its_line_and_hides_nothing_else(copy) -> None:
    row = copy.row_of("events", "weekend-fighting")
    copy.edit(
        "events.csv", lambda content: content.replace(b"Rebel factions fight", b'"Rebel factions fight')
    )
    planted = copy.row_of("claims", "a-p7-sorties")
    copy.edit("claims.csv", lambda content: content.replace(b"a-p7-sorties", b"A-p7-sorties"))
    assert [fault[:3] for fault in copy.faults()] == [
        ("claims.csv", planted, "claim_id"),
        ("events.csv", row, ""),
    ]


def test_rows_after_a_cell_of_several_lines_keep_their_line(copy) -> None:
    copy.plant("claims", "a-p1-siege-ended", summary="First line,\nsecond line\nand third.")
    row = copy.plant("claims", "a-p7-sorties", measure="sortie")
    assert copy.only()[:3] == ("claims.csv", row + 2, "measure")


def test_empty_lines_are_passed_over_and_counted(copy) -> None:
    row = copy.plant("claims", "a-p7-sorties", measure="sortie")
    copy.edit("claims.csv", lambda content: content.replace(b"\na-p1-base", b"\n\n\na-p1-base"))
    assert copy.only()[:3] == ("claims.csv", row + 2, "measure")


def test_row_of_empty_cells(copy) -> None:
    rows = copy.rows("control")
    copy.write("control", [*rows[:2], [""] * len(rows[0]), *rows[2:]])
    assert copy.only()[:4] == ("control.csv", 3, "", "a row of empty cells")


@pytest.mark.parametrize(
    ("change", "found"), [(lambda c: [*c, "x"], "8 cells"), (lambda c: c[:-1], "6 cells")]
)
def test_row_longer_or_shorter_than_the_header(copy, change, found) -> None:
    rows = copy.rows("control")
    copy.write("control", [rows[0], change(rows[1]), *rows[2:]])
    faults = copy.faults()
    assert ("control.csv", 2, "", found) in [fault[:4] for fault in faults]
    assert {fault[1] for fault in faults} == {2}


def test_byte_order_mark_and_windows_lines_are_fine(copy) -> None:
    copy.edit("claims.csv", lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert copy.faults() == []


def test_wrong_encoding_still_lets_keys_be_checked(copy) -> None:
    row = copy.plant("places", "kweires", name="Base a\u00e9rienne", latitude="95")
    copy.edit("places.csv", lambda content: content.replace("\u00e9".encode(), b"\xe9"))
    assert [fault[:4] + fault[5:] for fault in copy.faults()] == [
        ("places.csv", row, "latitude", "'95'", "90"),
        ("places.csv", row, "name", "byte 0xE9 at character 7 of the cell", "Base a\u00e9rienne"),
    ]


def test_utf16(copy) -> None:
    copy.edit("claims.csv", lambda content: content.decode("utf-8").encode("utf-16"))
    assert copy.only()[:4] == ("claims.csv", 1, "", "UTF-16, by its first two bytes")


def test_header_with_a_bad_byte_names_the_column_that_was_meant(copy) -> None:
    copy.edit("control.csv", lambda content: content.replace(b"status", b"stat\xfcs", 1))
    columns = {fault[2] for fault in copy.faults()}
    assert columns == {"stat\u00fcs", "status"}


def test_column_twice(copy) -> None:
    copy.write("control", [[*cells, cells[2]] for cells in copy.rows("control")])
    assert copy.only()[:4] == ("control.csv", 1, "status", "the column twice")


def test_misspelt_column_is_linked_both_ways(copy) -> None:
    copy.edit("control.csv", lambda content: content.replace(b"status", b"state", 1))
    found = {(fault[2], fault[5]) for fault in copy.faults()}
    assert found == {("status", "state"), ("state", "status")}


def test_missing_key_column_does_not_make_every_pointer_a_fault(copy) -> None:
    copy.write("actors", [cells[1:] for cells in copy.rows("actors")])
    assert copy.only()[:4] == ("actors.csv", 1, "actor_id", "no such column")


def test_endless_cell_is_cut_in_the_message(copy) -> None:
    copy.plant("claims", "a-p7-sorties", summary="x" * 100_000)
    assert copy.only()[3] == f"a text of more than 5000 characters: '{'x' * 77}...'"


def test_columns_in_another_order_are_fine(copy) -> None:
    before = corpus(copy.folder).claims
    copy.write("claims", [cells[::-1] for cells in copy.rows("claims")])
    after = corpus(copy.folder).claims
    assert after.equals(before)
