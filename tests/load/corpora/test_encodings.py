"""A file that is no text in UTF-8 is one fault with the remedy, however many cells that spoils."""

import gzip

import pytest

from analysis.load.corpora.encodings import separator_of, text_of

SAVED = "save as CSV, UTF-8"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text.encode("utf-16"), "UTF-16, by its first two bytes"),
        (lambda text: text.encode("utf-32"), "UTF-32, by its first 4 bytes"),
        (lambda text: text.encode("utf-16-le"), "UTF-16 without a mark, by its zero bytes"),
        (lambda text: text.encode("utf-16-be"), "UTF-16 without a mark, by its zero bytes"),
        (lambda text: text.replace(",", "\t").encode("utf-16"), "UTF-16, by its first two bytes"),
        (lambda text: text.replace("e", "\0").encode(), "zero bytes, the first in this line"),
        (lambda text: text.encode() + b"\0" * 1_000, "1000 zero bytes, the first in this line"),
        (lambda text: b"PK\x03\x04" + bytes(range(256)), "a workbook or ZIP archive, by its first bytes"),
        (lambda text: gzip.compress(text.encode()), "a packed file (gzip), by its first bytes"),
    ],
)
def test_what_is_no_utf_8_is_one_fault(copy, change, found) -> None:
    copy.edit("claims.csv", lambda content: change(content.decode("utf-8")))
    file, row, column, what, _, near = copy.only()
    assert (file, row > 0, column, near) == ("claims.csv", True, "", SAVED)
    assert what.endswith(found)


def test_keys_in_a_table_of_another_encoding_are_still_checked(copy) -> None:
    row = copy.plant("claims", "a-p7-sorties", actor_id="rusia")
    copy.edit("claims.csv", lambda content: content.decode("utf-8").encode("utf-16-le"))
    assert [fault[:3] for fault in copy.faults()] == [
        ("claims.csv", 1, ""),
        ("claims.csv", row, "actor_id"),
    ]


@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
def test_a_line_for_spreadsheets_is_one_fault_and_lines_keep_their_numbers(copy, mark) -> None:
    row = copy.plant("control", 3, actor_id="isiss")
    copy.edit("control.csv", lambda content: b"sep=" + mark + b"\n" + content.replace(b",", mark))
    first, second = copy.faults()
    assert first[:4] == (
        "control.csv",
        1,
        "",
        f"'sep={mark.decode()}', which only some spreadsheets understand",
    )
    assert first[5] == "remove the line and save as CSV, comma, UTF-8"
    assert second[:3] == ("control.csv", row + 1, "actor_id")


def test_old_line_ends_are_read(copy) -> None:
    copy.edit("control.csv", lambda content: content.replace(b"\n", b"\r"))
    assert copy.faults() == []


@pytest.mark.parametrize("mark", ["\t", "|", ";"])
def test_another_mark_that_is_not_declared_is_one_fault(copy, mark) -> None:
    copy.edit("control.csv", lambda content: content.replace(b",", mark.encode()))
    assert copy.only()[:4] == ("control.csv", 1, "", "a header without commas")
    assert '"dialect"' in copy.only()[5]


def test_one_zero_byte_in_a_cell_is_left_to_the_cell() -> None:
    assert text_of(b"a,b\nc,d\0\n", "x.csv") == ("a,b\nc,d\0\n", [])


def test_single_bytes_that_are_no_utf_8_are_kept() -> None:
    assert text_of(b"a\xe9", "x.csv") == ("a\udce9", [])


@pytest.mark.parametrize("text", ["", "sep", "sep=x\na", "a,sep=;\n"])
def test_other_first_lines_are_no_separators(text) -> None:
    assert separator_of(text) == ("", text)
