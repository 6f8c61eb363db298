"""How a briefing is laid out on its pages: page one alone, notes beside drawings, what breaks."""

import pytest

from analysis.briefing.document.blocks import (
    Cover,
    Document,
    Exhibit,
    Figure,
    Head,
    Heading,
    KeyFigure,
    KeyFigures,
    SourceReference,
    Story,
    Table,
    Trust,
)
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.runs import Text
from analysis.briefing.pdf.press import pdf
from tests.briefing.pdf.inside import elements, filled, overprints, text_of, untagged, words_of
from tests.briefing.pdf.papers import opened, said

COVER = Cover("A province in a month", "All factions", "10 November 2015", "Sitrep 1, inputs abcdef12")
NOTE = "Two reports by one author tell it, so they count as one voice, which is said here at some length."


def front(words=60, figures=6, items=4):
    """A story of three paragraphs, key figures and how far to trust them."""
    told = tuple((Text(f"Paragraph{n} " + "word " * words),) for n in range(3))
    figure = KeyFigure("A label", "“over 1,600”", speaker="Reuters", reading="read as 1,600 or more")
    trusted = tuple(
        (f"Item{n}.", (Text("What is to be known of it, in a sentence or two."),)) for n in range(items)
    )
    absent = (Text("Nobody counts civilians; no village is named."),)
    return (Story(told, absent), Trust(trusted), KeyFigures((figure,) * figures))


def rows(count, name, wide=270, high=40):
    """A drawing of labelled rows, and the shares of its height at which it may be cut."""
    labels = "".join(
        f'<g><text style="font-size: 10px" x="2" y="{n * high + 20}">{name}{n}</text></g>'
        for n in range(count)
    )
    drawing = Drawing(labels, f"0 0 {wide} {count * high}", wide / 0.75, count * high / 0.75)
    return drawing, tuple(n / count for n in range(1, count))


def exhibit(number, label="", notes=1, **more):
    """What an exhibit has, with a title, a label, notes and reports."""
    sources = tuple(SourceReference(n, f"report {n}", f"source-{n}") for n in (1, 2, 3))
    fields = {"notes": ((Text(NOTE),),) * notes, "sources": sources, "shown": "Every row is shown."}
    return Exhibit(f"e{number}", number, f"Finding{number} in a sentence", label=label, **fields | more)


def figure(number, count=5, whole=False, label="", wide=270, **more):
    """A figure of so many rows; where it is `whole` it may be cut nowhere."""
    drawing, breaks = rows(count, f"f{number}r", wide)
    return Figure(exhibit(number, label, **more), drawing, "rows", () if whole else breaks)


def briefing(*blocks):
    return pdf(Document(COVER, "en", "ltr", blocks))


def place(words, start):
    """The first word that begins so."""
    return next(word for word in words if word[0].startswith(start))


# page one


def test_page_one_holds_the_story_alone_and_in_order():
    words = words_of(briefing(*front(), figure(1, label="Timeline")))
    heads = [
        place(words, start) for start in ("Sitrep", "province", "All", "Paragraph0", "Nobody", "Key", "How")
    ]
    assert {word[1] for word in heads} == {1}
    assert [word[3] for word in heads] == sorted(word[3] for word in heads)
    assert place(words, "Finding1")[1] == 2
    running = [word for word in words if word[3] < 56]
    assert {word[1] for word in running} == {2}, "no running head on page one"


def test_key_figures_stand_three_by_two():
    labels = [word for word in words_of(briefing(*front())) if word[0] == "“over"]
    assert len({round(word[2]) for word in labels}) == 3
    assert len({round(word[3]) for word in labels}) == 2


@pytest.mark.parametrize("words", [60, 80, 95, 110])
def test_a_longer_story_is_set_smaller_to_keep_page_one(words):
    found = words_of(briefing(*front(words), figure(1)))
    assert place(found, "Item3")[1] == 1
    assert place(found, "Finding1")[1] == 2


def test_a_story_longer_than_a_page_breaks_and_loses_nothing():
    found = words_of(briefing(*front(600, figures=12, items=20), figure(1)))
    assert {f"Item{n}." for n in range(20)} <= {word[0] for word in found}
    assert overprints(found) == []


def test_a_short_front_shares_its_page():
    assert place(words_of(briefing(Story(((Text("Little happened."),),)), figure(1))), "Finding1")[1] == 1


def test_what_no_report_tells_begins_in_bold():
    with opened(briefing(*front())) as file:
        assert list(elements(file.Root.StructTreeRoot, "/Strong"))
    text = text_of(briefing(*front()))
    assert "Nobody counts civilians; no village is named." in text


# exhibits


def test_the_short_name_stands_above_the_finding_and_in_the_outline():
    content = briefing(figure(1, label="Timeline"), Heading(2, (Text("Annex"),), "section-annex"), said("x"))
    assert "Exhibit 1 · Timeline\nFinding1 in a sentence" in text_of(content)
    with opened(content) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Timeline", "Annex"]


def test_notes_stand_beside_a_narrow_drawing_and_below_a_wide_one():
    words = words_of(briefing(figure(1), figure(2, wide=504)))
    narrow = [word for word in words if word[0] == "author"]
    first, second = (place(words, f"f{n}r0") for n in (1, 2))
    assert narrow[0][2] > first[2] + 270
    assert abs(narrow[0][3] - first[3]) < 30
    assert narrow[1][3] > place(words, "f2r4")[3] > second[3]
    assert overprints(words) == []


def test_the_foot_names_reports_by_number_and_says_what_is_shown():
    text = " ".join(text_of(briefing(figure(1))).split())
    assert "Reports 1, 2, 3. Every row is shown." in text
    many = tuple(SourceReference(n, f"report {n}") for n in range(1, 41))
    text = " ".join(text_of(briefing(figure(1, sources=many))).split())
    assert "Reports 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 28 more, in the register." in text


@pytest.mark.parametrize("before", range(0, 30, 3))
def test_a_long_drawing_goes_on_over_the_page_where_a_row_ends(before):
    content = briefing(*(said("line") for _ in range(before)), figure(1, 18))
    words = words_of(content)
    rows_seen = [word for word in words if word[0].startswith("f1r")]
    assert [word[0] for word in rows_seen] == [f"f1r{n}" for n in range(18)], "each row once, in order"
    assert place(words, "Finding1")[1] == rows_seen[0][1], "the finding stands with the first rows"
    assert place(words, "Every")[1] == rows_seen[0][1], "so do its notes and what it rests on"
    with opened(content) as file:
        figures = list(elements(file.Root.StructTreeRoot, "/Figure"))
        assert [str(each.Alt) for each in figures] == ["rows"]
        assert [untagged(page) for page in file.pages] == [[] for _ in file.pages]


@pytest.mark.parametrize("before", range(0, 34, 3))
def test_a_small_drawing_is_never_cut(before):
    words = words_of(briefing(*(said("line") for _ in range(before)), figure(1, 5)))
    assert len({word[1] for word in words if word[0].startswith("f1r") or word[0] == "Finding1"}) == 1


def test_drawings_that_cannot_be_cut_are_made_smaller_to_share_a_page():
    apart = words_of(briefing(figure(1, 6, whole=True), figure(2, 12, whole=True)))
    assert place(apart, "Finding2")[1] == 2, "so much smaller that they fit would be too small"
    shared = words_of(briefing(figure(1, 8, whole=True), figure(2, 8, whole=True)))
    assert place(shared, "Finding2")[1] == 1
    alone = words_of(briefing(figure(1, 8, whole=True)))
    gaps = [place(words, "f1r1")[3] - place(words, "f1r0")[3] for words in (alone, shared)]
    assert gaps[0] == pytest.approx(40, abs=0.5)
    assert 0.79 * gaps[0] < gaps[1] < gaps[0]


@pytest.mark.parametrize("before", range(20, 36, 2))
def test_a_short_table_keeps_whole_with_its_foot(before):
    body = tuple(((Text(f"t{n}"),), (Text("x"),)) for n in range(5))
    table = Table(exhibit(1), (Head((Text("Name"),)), Head((Text("Value"),))), body, 5)
    words = words_of(briefing(*(said("line") for _ in range(before)), table))
    assert len({place(words, start)[1] for start in ("Finding1", "t0", "t4", "Every")}) == 1


def test_a_briefing_fills_its_pages_and_leaves_no_heading_alone():
    numbers = (13, 6, 8, 7, 4, 6, 12)
    kinds = enumerate(numbers, 1)
    figures = [figure(n, count, whole=n in (2, 3), label=f"Name{n}", notes=n % 3) for n, count in kinds]
    content = briefing(*front(), *figures, Heading(2, (Text("Annex"),), "section-annex"), said("word " * 900))
    shares = filled(content)
    assert min(shares[:-1]) > 2 / 3
    words = words_of(content)
    for n in range(1, len(numbers) + 1):
        assert place(words, f"Finding{n}")[1] == place(words, f"f{n}r0")[1] == place(words, f"f{n}r1")[1]


def test_links_in_a_drawing_go_and_their_labels_stay():
    drawing, _ = rows(3, "f1r")
    linked = drawing.body.replace("<text", '<a href="#claim-x"><text').replace("</text>", "</text></a>")
    content = briefing(Figure(exhibit(1), Drawing(linked, "0 0 270 120", 360.0, 160.0), "rows"))
    assert [word[0] for word in words_of(content) if word[0].startswith("f1r")] == ["f1r0", "f1r1", "f1r2"]
    with opened(content) as file:
        assert not [link for page in file.pages for link in page.get("/Annots", []) if "claim" in str(link)]
