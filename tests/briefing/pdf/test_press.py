"""The PDF: its structure as PDF/UA-1 asks for it, its text, its attachments; nothing in it is markup."""

import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pytest

from analysis.briefing.document.blocks import Document, Figure, Picture
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from analysis.errors import RenderError
from tests.briefing import notebooks
from tests.briefing.notebooks import PIXEL, cell, exhibit, markdown, notebook, output
from tests.briefing.pdf.inside import elements, page_of, squeezed, text_of, untagged

ATTACHED = {
    "data/kweires-dead-1.csv": b"speaker,dead_low\nstate TV,12\n",
    "manifest.json": b'{"a": "\xc3\xa9"}\n',
}
OUTLINE = [
    *("Key figures", "How far to trust this", "Situation"),
    *("Part 1", "Part 2", "Claims", "Sources"),
]
LITERAL = '#panic("x") *b* $x$ @r <l> \\ // /* ] } `c` _e_ == - + #[ \\u{41} '


@pytest.fixture(scope="module")
def printed():
    """The sample briefing with two figures, printed."""
    return pdf(document(notebooks.briefing(2)), ATTACHED)


@pytest.fixture
def opened(printed):
    with pikepdf.open(io.BytesIO(printed)) as file:
        yield file


# what must fail


def test_a_drawing_that_cannot_be_drawn_is_named():
    whole = document(notebooks.briefing(1))
    figure = next(block for block in whole.blocks if isinstance(block, Figure))
    broken = replace(figure, drawing=replace(figure.drawing, body="<g"))
    blocks = tuple(broken if block is figure else block for block in whole.blocks)
    with pytest.raises(RenderError, match=r"exhibit 1: the drawing cannot be printed: "):
        pdf(replace(whole, blocks=blocks))


def test_a_foreign_picture_that_cannot_be_read_is_left_out():
    broken = Picture(alt="a chart", anchor="p", mime="image/png", content=b"\x89PNG broken")
    whole = document(notebook(markdown("# T\n\nbefore"), cell("", [output({"image/png": PIXEL})])))
    text = text_of(pdf(replace(whole, blocks=(*whole.blocks, broken))))
    assert "Left out: a picture that cannot be read (a chart)." in text


# structure


def test_the_file_says_it_is_pdf_ua(opened):
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Aleppo: siege, offensive and counter-offensive"
        assert metadata["dc:language"]
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.Lang == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert "/CreationDate" not in opened.docinfo


def test_all_content_is_tagged(opened):
    for page in opened.pages:
        assert untagged(page) == []
        assert page.Tabs == "/S"
    assert "/ParentTree" in opened.Root.StructTreeRoot


def test_every_figure_has_its_alternative_text_and_stands_with_its_caption(opened):
    figures = list(elements(opened.Root.StructTreeRoot, "/Figure"))
    assert len(figures) == 2
    assert all("they do not overlap" in str(figure.Alt) for figure in figures)
    for division in elements(opened.Root.StructTreeRoot, "/Div"):
        kinds = [kid.S for kid in elements(division)]
        if "/Figure" in kinds:
            assert kinds[0] == "/Caption"
            assert len({page_of(kid) for kid in elements(division) if kid.S in ("/Caption", "/Figure")}) == 1


def test_headings_tables_and_lists_are_what_they_are(opened):
    kinds = [str(element.S) for element in elements(opened.Root.StructTreeRoot)]
    assert "/TOC" not in kinds, "the outline of the file holds the contents"
    assert {"/Title", "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD"} <= set(kinds)
    table = next(elements(opened.Root.StructTreeRoot, "/Table"))
    assert len(list(elements(table, "/TH"))) == 5
    scopes = [str(each.Scope) for head in elements(table, "/TH") for each in head.A if "/Scope" in each]
    assert scopes == ["/Column"] * 5


def test_the_outline_holds_the_headings(opened):
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == OUTLINE


def test_citations_lead_to_the_register_and_back(opened):
    links = [link for page in opened.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
    inner = [link for link in links if "/URI" not in str(link.get("/A", ""))]
    pages = {page.objgen: number for number, page in enumerate(opened.pages)}
    leads = set()
    for page in opened.pages:
        for link in page.get("/Annots", []):
            target = link.get("/Dest", link.get("/A", {}).get("/D") if "/A" in link else None)
            if isinstance(target, pikepdf.Array):
                leads.add((pages[page.objgen], pages[target[0].objgen]))
    assert len(inner) > 20
    assert all(link.get("/Contents") for link in links)
    last = max(target for _, target in leads)
    assert (0, last) in leads
    assert (last, 0) in leads


def test_pages_have_numbers(opened, printed):
    assert "/PageLabels" in opened.Root
    total = len(opened.pages)
    text = text_of(printed)
    for number in range(1, total + 1):
        assert f"Page {number} of {total}" in text
    assert text.count("as of 12 November 2015") == total, "at the head of the first page, then on each"


def test_fonts_are_embedded_and_ours(opened):
    names = {
        str(font.BaseFont).partition("+")[2].partition("-")[0]
        for font in opened.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font" and "/BaseFont" in font
    }
    assert names == {"SourceSerifPro", "SourceSansPro", "DejaVuSans"}


# text and data


def test_files_are_attached_as_they_are(opened, printed):
    assert set(opened.attachments) == set(ATTACHED)
    for name, content in ATTACHED.items():
        assert opened.attachments[name].get_file().read_bytes() == content
    assert opened.attachments["manifest.json"].get_file().mime_type == "application/json"
    text = text_of(printed)
    assert "Data attached: data/kweires-dead-1.csv." in text
    assert "Attached to this file: data/kweires-dead-1.csv and manifest.json." in text
    described = str(opened.attachments["data/kweires-dead-1.csv"].description)
    assert described.startswith("data of exhibit 1, Two voices")


def test_the_same_document_gives_the_same_bytes(printed):
    assert pdf(document(notebooks.briefing(2)), ATTACHED) == printed


def test_another_process_gives_the_same_bytes(printed):
    code = (
        "import sys; from analysis.briefing.reading.notebook import document\n"
        "from analysis.briefing.pdf.press import pdf\n"
        "from tests.briefing import notebooks\nfrom tests.briefing.pdf import test_press\n"
        "sys.stdout.buffer.write(pdf(document(notebooks.briefing(2)), test_press.ATTACHED))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout == printed


def test_text_reads_in_order(printed):
    text = squeezed(text_of(printed))
    parts = [
        "counter-offensive",
        "as of",
        "“around 1000”",
        "How far to trust this",
        "Situation",
        "Exhibit 1 · Part 1",
        "Every claim with its words",
        "[1] Army ends siege at Kweires",
        "Attached to this file",
    ]
    places = [text.rindex(squeezed(part)) for part in parts[2:]]
    assert places == sorted(places)
    assert text.index(squeezed(parts[0])) < text.index(squeezed(parts[1])) < places[0]


def test_arabic_is_marked_as_such(opened):
    languages = {str(element.Lang) for element in elements(opened.Root.StructTreeRoot) if "/Lang" in element}
    for page in opened.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if (
                str(operator) == "BDC"
                and isinstance(operands[1], pikepdf.Dictionary)
                and "/Lang" in operands[1]
            ):
                languages.add(str(operands[1].Lang))
    assert "ar" in languages


def marked(value, said, key="", path=""):
    """The record with markup and a number put before every text that is not a key or a choice."""
    if isinstance(value, dict):
        return {name: marked(part, said, name, f"{path}.{name}") for name, part in value.items()}
    if isinstance(value, list):
        return [marked(part, said, key, path) for part in value]
    fixed = "kind name type align id claim source version basis url mime"
    if not isinstance(value, str) or key in fixed.split():
        return value
    said.append(path)
    return f"{LITERAL}N{len(said)}N {value}"


def test_markup_in_any_field_prints_as_it_is():
    said: list[str] = []
    records = [
        notebooks.cover(),
        notebooks.story(),
        notebooks.trust(),
        notebooks.key_figures(),
        notebooks.prose("text"),
        notebooks.figure(),
        notebooks.table(),
        notebooks.register(),
    ]
    cells = [
        exhibit(marked(record, said, path=record["kind"]), **{"image/svg+xml": notebooks.drawn("x")})
        for record in records
    ]
    whole = document(notebook(*cells, markdown("## Stock\n\n    " + LITERAL), cell("", [_stream(LITERAL)])))
    text = squeezed(text_of(pdf(whole)))
    unseen = {
        path
        for n, path in enumerate(said, 1)
        if f"{squeezed(LITERAL)}N{n}N" not in text.replace("\u00a0", "")
    }
    seen_otherwise = {"figure.alt", "figure.sources.title", "table.sources.title"}
    not_printed = {"register.entries.statements.claim_id", "register.entries.statements.counted"}
    assert {path for path in unseen if ".data." not in path} == seen_otherwise | not_printed


def _stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


@pytest.mark.parametrize(
    "plant", ["a\x00b\x1b[31m\x07c\ud800\ufffe", "a\u202eb\u2066c\u200f", "a\u2028\u2029\x0b"]
)
def test_control_characters_do_no_harm(plant):
    records = [notebooks.cover(title=plant), notebooks.table(title=plant), notebooks.prose(plant)]
    cells = [exhibit(record) for record in records]
    text = text_of(pdf(document(notebook(*cells, markdown(plant), cell(plant, [_stream(plant)])))))
    assert not set("\x00\x1b\x07\u202e\u2066") & set(text)


@pytest.mark.parametrize("make", [notebooks.cover, notebooks.figure, notebooks.table])
def test_a_very_long_name_wraps(make):
    record = make(title="n" * 10_000)
    content = pdf(document(notebook(exhibit(record, **{"image/svg+xml": notebooks.drawn("x")}))))
    assert squeezed(text_of(content)).count("n") >= 10_000
    if shutil.which("pdftotext"):
        run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True)
        edges = [float(edge) for edge in re.findall(r'<word[^>]* xMax="([\d.]+)"', run.stdout.decode())]
        assert max(edges) < 595.28 - 40


def test_characters_no_typeface_holds_are_said():
    text = text_of(pdf(document(notebook(markdown("中文 \ue000 name")))))
    assert "\u25a1\u25a1 \u25a1 name" in text
    assert "The typefaces of this file lack 3 characters used here." in text


# tables, other notebooks


def test_a_long_table_repeats_its_head_and_says_where_the_rest_is():
    rows = [[f"place {n}", "1", "words", "speaker", "B2"] for n in range(500)]
    whole = document(notebook(exhibit(notebooks.table(rows=rows, total=500))))
    content = pdf(whole, {"data/ledger.csv": b"x\n"})
    text = text_of(content)
    assert "The first 100 of 500 rows are printed; all are in the attached file data/ledger.csv." in text
    assert "place 99" in text
    assert "place 100" not in text
    assert text.count("Interval") == len(pikepdf.open(io.BytesIO(content)).pages)
    assert "attached" not in text_of(pdf(whole))


def test_a_stock_notebook_prints():
    html = (
        "<table><thead><tr><th></th><th colspan=2>dead</th></tr><tr><th></th><th>low</th><th>high</th></tr>"
        "</thead><tbody><tr><th>Kweires</th><td>12</td><td>99</td></tr></tbody></table>"
        "<ul><li>one</li></ul><pre>a  b</pre>"
        '<svg viewBox="0 0 9 9"><title>A dot</title><circle r="3"/></svg><script>alert(1)</script>'
    )
    error = {"output_type": "error", "ename": "ValueError", "evalue": "no *rows*", "traceback": ["Trace"]}
    cells = [
        markdown(
            "# Survey\n\nText with `code`.\n\n1. one\n\n> said\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |"
        ),
        cell("secret = 1", [_stream("out\n  put\n")]),
        cell("", [output({"text/html": html})]),
        cell("", [output({"image/png": PIXEL})], alt="A pixel"),
        cell("", [output({"image/svg+xml": notebooks.drawn("y")})]),
        cell("", [error]),
        cell("", [output({"application/x-unknown": "z"})]),
    ]
    content = pdf(document(notebook(*cells)))
    text = text_of(content)
    for part in (
        "Survey",
        "dead",
        "low high",
        "Kweires 12 99",
        "Code of cell 2",
        "secret = 1",
        "one",
        "  put",
        "ValueError: no *rows*",
        "Trace",
    ):
        assert part.strip() in text
    assert "Left out: output of cell 7" in text
    assert "alert" not in text
    with pikepdf.open(io.BytesIO(content)) as file:
        alts = [str(figure.Alt) for figure in elements(file.Root.StructTreeRoot, "/Figure")]
        assert alts == ["A dot", "A pixel", "Picture without a description, cell 5"]
        assert all(untagged(page) == [] for page in file.pages)


@pytest.mark.parametrize(
    "cells", [[], [markdown("")], [markdown("## A\n\n## B\n\n### C\n\n## D")], [exhibit(notebooks.cover())]]
)
def test_little_prints_too(cells):
    assert pdf(document(notebook(*cells), name="Little")).startswith(b"%PDF-1.7")


def test_a_language_from_right_to_left_prints():
    whole = document(
        notebook(markdown("# كويرس\n\nنص\n\n| نص | حلب |\n|---|---|\n| 1 | 2 |"), language="ar-SY")
    )
    assert isinstance(whole, Document)
    with pikepdf.open(io.BytesIO(pdf(whole))) as file:
        assert str(file.Root.Lang) == "ar-SY"
