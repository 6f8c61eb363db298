"""A report as plain text: what is head, what is a paragraph, and in which letters it may come."""

import pytest

from analysis.errors import ReportError
from analysis.load import corpus, report
from analysis.load.reports.head import head_of
from tests.conftest import ROOT

EXERCISE = ROOT / "seeds" / "exercise"
KEYS = sorted(path.stem for path in (EXERCISE / "reports").glob("*.txt"))
TEXT = "The harbour was shelled on Sunday, and 12 people were killed there, a surgeon said by telephone."
MORE = "The army said that its guns had been silent. Nobody has counted those who are missing so far."


def head(read_report) -> tuple[str, ...]:
    names = ("title", "author", "publisher", "dateline", "published")
    return tuple(getattr(read_report, name) for name in names)


def straight(text: str) -> str:
    """Quotes as a keyboard has them: the coding wrote some of them as a book does."""
    return text.translate(dict.fromkeys(map(ord, "\u201c\u201d"), '"'))


@pytest.mark.parametrize("key", KEYS)
def test_the_reports_of_the_exercise_have_the_heads_that_were_coded(key):
    found = report(EXERCISE / "reports" / f"{key}.txt")
    sources = corpus(EXERCISE, "restricted").sources.set_index("source_id")
    coded = sources.loc[key, ["title", "author", "publisher"]].fillna("").tolist()
    assert [found.title, found.author, found.publisher] == coded


@pytest.mark.parametrize("key", KEYS)
def test_what_was_coded_stands_in_the_paragraph_that_is_cited(key):
    paragraphs = {one.locator: one.text for one in report(EXERCISE / "reports" / f"{key}.txt").paragraphs}
    claims = corpus(EXERCISE, "restricted").claims
    own = claims[(claims["source_id"] == key) & claims["wording"].notna()]
    missed = [
        claim
        for claim, locator, wording in zip(own["claim_id"], own["locator"], own["wording"], strict=True)
        if not any(
            straight(wording.split(" ... ")[0]) in straight(paragraphs[part]) for part in locator.split(", ")
        )
    ]
    assert missed == []


def test_a_title_and_a_byline_may_stand_in_blocks_of_their_own(read):
    found = read(f"Shells Fall On Veshmara Harbour\n\nby Orsel Dunvane\n\n{TEXT}\n\n{MORE}\n")
    assert head(found) == ("Shells Fall On Veshmara Harbour", "Orsel Dunvane", "", "", "")
    assert [(one.locator, one.text) for one in found.paragraphs] == [("p1", TEXT), ("p2", MORE)]


@pytest.mark.parametrize("first", [TEXT, "Fighting went on.", "By Monday the army had gone."])
def test_a_text_without_a_head_has_no_title(read, first):
    found = read(f"{first}\n\n{MORE}\n")
    assert head(found) == ("", "", "", "", "")
    assert found.paragraphs[0].text == first


def test_a_short_paragraph_behind_the_head_is_no_head(read):
    found = read(f"Harbour shelled\n\nNobody knows why.\n\nBy Tuesday it was over.\n\n{TEXT}")
    assert head(found)[:2] == ("Harbour shelled", "")
    assert [one.text for one in found.paragraphs] == ["Nobody knows why.", "By Tuesday it was over.", TEXT]


def test_a_heading_between_paragraphs_is_a_paragraph(read):
    found = read(f"Harbour shelled\nVESHMARA\n\n{TEXT}\n\nBACKGROUND\n\n{MORE}")
    assert [one.text for one in found.paragraphs] == [TEXT, "BACKGROUND", MORE]
    assert found.dateline == "VESHMARA"


@pytest.mark.parametrize(
    ("begun", "dateline", "publisher", "published"),
    [
        ("VESHMARA, Teluvāre (Halyard) \u2014 ", "VESHMARA, Teluvāre", "Halyard", ""),
        ("VESHMARA, Nov 10 (Halyard) - ", "VESHMARA", "Halyard", "Nov 10"),
        ("ORAÑEL \u2013 ", "ORAÑEL", "", ""),
    ],
)
def test_a_dateline_may_begin_the_first_paragraph_and_stays_there(
    read, begun, dateline, publisher, published
):
    found = read(f"Harbour shelled\n\n{begun}{TEXT}\n\n{MORE}")
    assert head(found)[2:] == (publisher, dateline, published)
    assert found.paragraphs[0].text == begun + TEXT


def test_labels_in_a_head_are_told_apart(read):
    found = read(f"Title: Harbour shelled\nAuthor: O. Dunvane\nDate: 2033-07-04\n\n{TEXT}\n\n{MORE}")
    assert head(found) == ("Harbour shelled", "O. Dunvane", "", "", "2033-07-04")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Orsel Dunvane", "Orsel Dunvane"),
        ("By Orsel Dunvane in Veshmara", "Orsel Dunvane"),
        ("by O. J. Dunvane and Ilsa Marwent", "O. J. Dunvane and Ilsa Marwent"),
        ("By Zholten Tsevrem, political officer", "Zholten Tsevrem"),
        ("By 28 June 3,100 had returned", ""),
    ],
)
def test_a_byline_is_a_name_without_its_office(line, author):
    assert head_of(["Harbour shelled", line, TEXT])[0].author == author


def test_lines_broken_by_hand_are_one_paragraph(read):
    text = "The harbour was shelled on Sunday, and twenty-\nfour people were killed. The govern-\nment denied"
    text += " it.\n"
    text += "The army said that its guns had been silent all\nnight. Nobody has counted the missing."
    found = read(f"Harbour shelled\n\n{text}\n")
    assert [one.text for one in found.paragraphs] == [
        "The harbour was shelled on Sunday, and twenty-four people were killed. The government denied it.",
        "The army said that its guns had been silent all night. Nobody has counted the missing.",
    ]


def test_without_blank_lines_each_long_line_is_a_paragraph(read):
    found = read(f"Harbour shelled at Veshmara\n{TEXT} {MORE}\n{MORE} {TEXT}\n")
    assert found.title == "Harbour shelled at Veshmara"
    assert [one.text for one in found.paragraphs] == [f"{TEXT} {MORE}", f"{MORE} {TEXT}"]


def test_items_of_a_list_are_paragraphs(read):
    found = read(f"Harbour shelled\n\n{TEXT}\n\nNeeded now:\n- water for 11,000\n- 400 tents\n")
    assert [one.text for one in found.paragraphs[1:]] == ["Needed now:", "- water for 11,000", "- 400 tents"]


def test_numbers_of_the_report_s_own_are_cited(read):
    items = "\n\n".join(f"{number}. {TEXT}" for number in (3, 4, 5, 7))
    found = read(f"Summary record\n\n{items}\n\nA map follows.\n\n8. {MORE}\n")
    assert [one.locator for one in found.paragraphs] == ["p3", "p4", "p5", "p7", "p7-a", "p8"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_letters_come_in_any_usual_encoding(read, codec):
    text = f"Fighting at the café\n\n\u201cWe left,\u201d said a villager of Orañel.\r\n\r\n{TEXT}"
    found = read(text.encode(codec))
    assert found.title == "Fighting at the café"
    assert found.paragraphs[0].text == "\u201cWe left,\u201d said a villager of Orañel."


def test_letters_are_composed_and_what_is_not_seen_is_gone(read):
    found = read(f"Cafe\u0301 shelled\n\nThe har\u00adbour\u200b of  Ora\u0303n\u0303el\tfell.\n\n{TEXT}")
    assert (found.title, found.paragraphs[0].text) == ("Café shelled", "The harbour of Orãñel fell.")


def test_text_from_right_to_left_keeps_its_order(read):
    text = "قال متحدث إن 12 شخصا قتلوا في الميناء يوم الأحد."
    assert read(f"قصف الميناء\n\n{text}\n\n{text}").paragraphs[0].text == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "report.txt: found an empty file"),
        (b" \n\n ", "report.txt: found an empty file"),
        (b"\x7fELF" + bytes(range(256)) * 20, "found"),
        ("Харьков обстрелян ночью, говорят жители".encode("cp1251"), "line 1: found letters of an encoding"),
        (b"Head\n\nA line with \x81 in it", "line 3: found letters of an encoding"),
        (b"PK\x03\x04" + b"0" * 99, "found a ZIP archive, such as a DOCX, ODT or EPUB"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "found an old office document"),
        (b"{\\rtf1 Hello}", "found rich text"),
        (b"\x89PNG\r\n\x1a\n0000", "found a picture"),
        (b"Harbour shelled\nBy Orsel Dunvane\n27 June 2033\n", "found no paragraphs; expected a head"),
    ],
)
def test_what_is_no_report_is_refused_by_name(read, content, words):
    with pytest.raises(ReportError) as refusal:
        read(content)
    assert words in str(refusal.value)
    assert "expected" in str(refusal.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(ReportError, match="no such file; expected a report"):
        report(tmp_path / "none.txt")
    with pytest.raises(ReportError, match="found a folder"):
        report(tmp_path)
