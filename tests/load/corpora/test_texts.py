"""Texts are plain: nothing hidden, meaningless or endless, in cells and in the data package."""

import json

import pytest

from analysis.load.packages.quoting import quoted

HIDDEN, MEANINGLESS = "a character that cannot be seen", "a character to which Unicode gives no meaning"
ODD = {
    "a control": ("Rus\x01sia", HIDDEN, "Russia"),
    "a mark of direction": ("Rus\u202esia", HIDDEN, "Russia"),
    "a soft hyphen": ("Rus\u00adsia", HIDDEN, "Russia"),
    "letters written as tags": ("Russia\U000e0041\U000e0042", HIDDEN, "Russia"),
    "a filler": ("Rus\u3164sia", HIDDEN, "Russia"),
    "a character lost": ("Rus\ufffdsia", HIDDEN, "Russia"),
    "an unassigned one": ("Rus\u0378sia", MEANINGLESS, "Russia"),
    "one for private use": ("Rus\ue000sia", MEANINGLESS, "Russia"),
    "blanks alone": ("   ", "blanks around the text", ""),
    "marks without a letter": ("\u0301\u0302", "nothing that can be seen", ""),
    "joiners alone": ("\u200d\u200d", "nothing that can be seen", ""),
    "pages": ("x" * 5_001, "a text of more than 5000 characters", ""),
}


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_is_no_plain_text_is_one_fault(copy, name) -> None:
    text, found, near = ODD[name]
    row = copy.plant("actors", "russia", name=text)
    file, at, column, said, _, nearest = copy.only()
    assert (file, at, column, nearest) == ("actors.csv", row, "name", near)
    assert said.startswith(found)


@pytest.mark.parametrize(
    "text", ["حزب‌الله", "नेपाल‍", "Ḥizb Allāh", "Nội Bài", "👩‍👩‍👧", "Ōsaka\u0301", "x" * 100]
)
def test_a_name_of_any_script_is_fine(copy, text) -> None:
    copy.plant("actors", "russia", name=text)
    assert copy.faults() == []


@pytest.mark.parametrize("key", ["name", "title"])
@pytest.mark.parametrize(
    "text", ["Aleppo\u202e", "=cmd()", "<b>Aleppo</b>", "\ud800", " Aleppo", "x" * 5_001]
)
def test_the_data_package_is_named_in_plain_text_too(copy, key, text) -> None:
    path = copy.folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {key: text}), "utf-8")
    faults = copy.faults()
    assert faults
    assert {fault[0] for fault in faults} == {"datapackage.json"}
    assert "\ud800" not in str(faults)


def test_what_cannot_be_seen_is_named_in_messages() -> None:
    assert quoted("a\u00a0b\u00adc\ud800") == "'a[U+00A0 NO-BREAK SPACE]b[U+00AD SOFT HYPHEN]c[U+D800]'"
