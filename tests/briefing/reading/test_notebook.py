import nbformat
import pytest

from analysis.briefing.document.blocks import (
    CodeBlock,
    ErrorOutput,
    Figure,
    Grid,
    Heading,
    Listing,
    Omission,
    Paragraph,
    Picture,
    Preformatted,
    Register,
    Story,
    Table,
    exhibit_of,
)
from analysis.briefing.document.citations import plain
from analysis.briefing.document.runs import Cite, Text
from analysis.briefing.reading.notebook import document
from analysis.errors import RenderError
from tests.briefing import notebooks
from tests.briefing.notebooks import MIME, PIXEL, cell, exhibit, markdown, notebook, output

SQUARE = '<svg viewBox="0 0 4 4" xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>'


def only(*cells, kind, **metadata):
    """The one block of that kind."""
    found = [block for block in document(notebook(*cells, **metadata)).blocks if isinstance(block, kind)]
    assert len(found) == 1
    return found[0]


def shown(data, **metadata):
    """The blocks of one output."""
    return document(notebook(cell("", [output(data, **metadata)]))).blocks


# what must be refused


@pytest.mark.parametrize("alt", [None, "", "  ", 3])
def test_a_figure_without_alternative_text_is_refused(alt):
    record = notebooks.figure(alt=alt)
    with pytest.raises(RenderError, match=r"cell 2, field alt: .* expected an alternative text"):
        document(notebook(cell("1"), exhibit(record, **{"image/svg+xml": SQUARE})))


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"kind": "figur"}, "field kind: found 'figur'.*nearest: figure"),
        ({"kind": "storry", "paragraphs": []}, "field kind: found 'storry'.*nearest: story"),
        ({"kind": "figure", "version": 2}, "field version: found 2"),
        (notebooks.figure(number="one"), "field number: found 'one'; expected a whole number"),
        (notebooks.figure(name="../../etc"), "field name: .*slug"),
        (notebooks.figure(sources=[{"id": "a"}]), r"field sources\[0\].number"),
        (
            notebooks.figure(data={"columns": [{"name": "a"}], "rows": ["1", "1,2"]}),
            r"field data.rows\[1\]: found '1,2'; expected a line of CSV with 1 cells",
        ),
        (
            notebooks.figure(data={"columns": [{"name": "a"}], "rows": ['"1']}),
            r"field data.rows\[0\]: .*expected a line of CSV \(unexpected end of data\)",
        ),
        (notebooks.figure(data={"columns": [{"name": "a"}], "rows": [[1]]}), r"field data.rows\[0\]: .*text"),
        (
            notebooks.figure(data={"columns": [{"name": "a", "type": "blob"}]}),
            r"field data.columns\[0\].type",
        ),
        (notebooks.table(rows=[["one cell"]]), r"field rows\[0\]: .*5 cells"),
        (notebooks.cover(title=""), "field title"),
        ({"kind": "story", "absent": [{"words": "x"}]}, r"field absent\[0\].text: found nothing"),
        ({"kind": "prose", "blocks": [{"type": "poem"}]}, r"field blocks\[0\].type"),
        (notebooks.register(entries=[{"id": "a", "number": 1}]), r"field entries\[0\].title"),
    ],
)
def test_a_malformed_record_is_refused_by_cell_and_field(record, field):
    with pytest.raises(RenderError, match=f"cell 1, {field}"):
        document(notebook(exhibit(record, **{"image/svg+xml": SQUARE})))


@pytest.mark.parametrize("record", [None, "figure", 7, []])
def test_a_record_that_is_no_object_is_refused(record):
    with pytest.raises(RenderError, match=r"cell 1: found .*; expected the record of an exhibit"):
        document(notebook(cell("", [output({MIME: record})])))


def test_a_figure_without_its_drawing_is_refused():
    with pytest.raises(RenderError, match=r"cell 1, field image/svg\+xml: found nothing"):
        document(notebook(exhibit(notebooks.figure())))


def test_all_faults_are_named_at_once():
    with pytest.raises(RenderError) as caught:
        document(notebook(exhibit(notebooks.figure(alt="")), exhibit(notebooks.table(number=-1))))
    assert [line[:6] for line in str(caught.value).splitlines()] == ["cell 1", "cell 2"]


def test_what_is_wrong_in_a_register_hides_no_other_fault():
    broken = notebooks.register(entries=[{"id": "a", "number": 1}])
    with pytest.raises(RenderError) as caught:
        document(notebook(exhibit(notebooks.table(number=-1)), exhibit(broken)))
    assert sorted(line[:6] for line in str(caught.value).splitlines()) == ["cell 1", "cell 2"]


def test_exhibit_numbers_and_names_are_unique():
    twice = notebook(exhibit(notebooks.table("one", 1)), exhibit(notebooks.table("one", 1)))
    with pytest.raises(RenderError, match=r"(?s)number 1.*name is used twice"):
        document(twice)


def test_a_claim_registered_twice_is_refused():
    record = notebooks.register()
    record["entries"][1]["statements"] = record["entries"][0]["statements"]
    with pytest.raises(RenderError, match="claim-a-dead-tv stands there twice"):
        document(notebook(exhibit(record)))


# exhibits


def test_a_briefing_has_its_parts_in_order():
    bound = document(notebooks.briefing())
    assert bound.cover.title == "Aleppo: siege, offensive and counter-offensive"
    numbered = [block for block in bound.blocks if exhibit_of(block)]
    assert [type(block) for block in numbered] == [Figure, Table, Register]
    assert [exhibit.number for exhibit in bound.exhibits] == [1, 2, 3]
    assert list(bound.data) == ["kweires-dead-1", "ledger"]
    assert [source["id"] for source in bound.sources] == ["report-a", "report-b"]
    assert [block.label for block in bound.making] == [
        "Parameters",
        "Parameters of this run",
        "Code outside the exhibits",
    ]


def test_code_is_folded_under_the_exhibit_it_made():
    assert only(exhibit(notebooks.table(), "show(table)"), kind=Table).exhibit.code == "show(table)"
    by_hand = cell("show()", [output({"text/markdown": "| a |\n|---|\n| 1 |"})])
    assert [type(block) for block in document(notebook(by_hand)).blocks] == [CodeBlock, Grid]


def test_a_heading_directly_before_an_exhibit_is_its_short_name():
    heading, table = markdown("## Losses"), exhibit(notebooks.table())
    bound = document(notebook(markdown("# T"), heading, cell("x = 1"), table))
    assert [type(block) for block in bound.blocks] == [Table]
    assert bound.blocks[0].exhibit.label == "Losses"


def test_a_heading_with_text_below_it_stays_a_heading():
    bound = document(notebook(markdown("# T"), markdown("## Losses\n\ntext"), exhibit(notebooks.table())))
    assert [type(block) for block in bound.blocks] == [Heading, Paragraph, Table]
    assert bound.blocks[2].exhibit.label == ""


@pytest.mark.parametrize(("name", "anchor"), [("timeline", "timeline"), ("claim-x", "exhibit-claim-x")])
def test_an_exhibit_s_anchor_is_its_name_unless_it_could_be_another_s(name, anchor):
    found = only(exhibit(notebooks.table(name=name)), kind=Table).exhibit
    assert found.anchor == anchor


def test_citations_lead_to_claims_else_to_reports_else_nowhere():
    runs = [notebooks.cite(), notebooks.cite(claim="unlisted"), notebooks.cite(claim="x", source="y")]
    record = {"kind": "prose", "blocks": [{"type": "paragraph", "runs": runs}]}
    bound = document(notebook(exhibit(record), exhibit(notebooks.register())))
    cites = [run for run in bound.blocks[0].runs if isinstance(run, Cite)]
    assert [run.target for run in cites] == ["claim-a-dead-tv", "source-report-a", ""]
    assert bound.citing == {"claim-a-dead-tv": ("cite-1",), "source-report-a": ("cite-2",)}


def test_without_a_register_nothing_is_linked():
    bound = document(notebook(exhibit(notebooks.story())))
    (story,) = bound.blocks
    assert isinstance(story, Story)
    assert bound.citing == {}


# any notebook


def test_markdown_becomes_blocks():
    source = "# Title\n\nA *b* **c** `d` [e](https://e.org)\n\n### Deep\n\n1. x\n2. y\n\n"
    source += "| a | b |\n|---|--:|\n| 1 | 2 |"
    bound = document(notebook(markdown(source)))
    assert bound.cover.title == "Title"
    assert [type(block) for block in bound.blocks] == [Paragraph, Heading, Listing, Grid]
    assert bound.blocks[1].level == 2
    assert bound.blocks[3].head[0][1].align == "right"


def test_headings_never_skip_a_level_and_anchors_are_unique():
    source = "## a\n\n##### a\n\n## b"
    headings = document(notebook(markdown(source), title="t")).blocks
    assert [heading.level for heading in headings] == [2, 3, 2]
    assert len({heading.anchor for heading in headings}) == 3


def test_raw_html_in_markdown_is_sanitised():
    grid = only(markdown('<table onclick="x()"><tr><td>1</td></tr></table>'), kind=Grid)
    assert plain(grid.rows[0][0].blocks[0].runs) == "1"
    inline = only(markdown("a <b>c</b><script>alert(1)</script> d<br>e"), kind=Paragraph)
    assert plain(inline.runs) == "a c d e"


def test_pictures_keep_their_alternative_text():
    attached = markdown("![a map](attachment:m.png)", attachments={"m.png": {"image/png": PIXEL}})
    assert only(attached, kind=Picture).alt == "a map"
    for metadata in ({"alt": "of output"}, {"image/png": {"alt": "of output"}}):
        (picture,) = shown({"image/png": PIXEL, "text/plain": "<Figure>"}, **metadata)
        assert picture.alt == "of output"
    assert shown({"image/png": PIXEL})[0].alt == "Picture without a description, cell 1"
    assert isinstance(shown({"image/svg+xml": SQUARE})[0], Picture)


def test_pictures_from_elsewhere_are_named_not_loaded():
    assert "https://x.org/y.png" in only(markdown("![m](https://x.org/y.png)"), kind=Omission).text


def test_the_richest_known_type_is_taken():
    assert isinstance(shown({"text/html": "<p>a</p>", "text/plain": "a"})[0], Paragraph)
    plotly = {
        "application/vnd.plotly.v1+json": {},
        "text/html": "<script>1</script>",
        "text/plain": "Figure()",
    }
    assert shown(plotly) == (Preformatted("Figure()", "Output of cell 1"),)
    assert "application/x-new" in shown({"application/x-new": "abc"})[0].text
    assert shown({}) == ()
    assert isinstance(shown({"image/png": "bm90IGEgcGljdHVyZQ==", "text/plain": "x"})[0], Preformatted)


def test_streams_are_joined_and_terminal_codes_removed():
    printed = [
        {"output_type": "stream", "name": "stdout", "text": ["\x1b[31mred\x1b[0m\n", "b\n"]},
        {"output_type": "stream", "name": "stdout", "text": "c"},
    ]
    assert only(cell("", printed), kind=Preformatted).text == "red\nb\nc"


def test_a_bar_of_progress_is_shown_as_it_ended():
    texts = ["\r  0%|     | 0/3", "\r 33%|#    | 1/3", "\x1b[K\r100%|#####| 3/3\r\n", "1/2\b\b\b2/2\ndone"]
    printed = [{"output_type": "stream", "name": "stderr", "text": text} for text in texts]
    assert only(cell("", printed), kind=Preformatted).text == "100%|#####| 3/3\n2/2\ndone"


def test_errors_are_shown():
    failed = {
        "output_type": "error",
        "ename": "ValueError",
        "evalue": "no\x00",
        "traceback": ["\x1b[0;31mline\x1b[0m"],
    }
    block = only(cell("", [failed]), kind=ErrorOutput)
    assert (block.name, block.message, block.traceback) == ("ValueError", "no", "line")


def test_tags_are_respected():
    text = [output({"text/plain": "out"})]
    kinds = {
        "hide-input": [Preformatted],
        "hide-output": [CodeBlock],
        "remove-cell": [],
    }
    for told in ("remove-input", "remove_cell"):  # tags by which nbconvert leaves out where it is told to
        kinds[told] = [CodeBlock, Preformatted]
    for tag, expected in kinds.items():
        bound = document(notebook(cell("x = 1", text, tags=[tag])))
        assert [type(block) for block in bound.blocks] == expected


def test_code_of_a_notebook_without_exhibits_is_printed_where_it_stands():
    blocks = document(notebook(cell("n = 1", tags=["parameters"]), cell("n"))).blocks
    assert [(block.text, block.folded) for block in blocks] == [("n = 1", False), ("n", False)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            {"application/json": {"dead": 12}, "text/plain": "<IPython.core.display.JSON object>"},
            '"dead": 12',
        ),
        ({"application/geo+json": {"a": 1}, "text/plain": "<IPython.display.GeoJSON object>"}, '"a": 1'),
        ({"application/json": {"a": 1}, "text/plain": "{'a': 1}"}, "{'a': 1}"),
        ({"text/vnd.mermaid": "graph A", "text/plain": "<x at 0x7f>"}, "graph A"),
        ({"application/json": [], "text/plain": "<a.b>"}, "[]"),
    ],
)
def test_text_that_only_names_an_object_gives_way_to_what_it_holds(data, text):
    (block,) = shown(data)
    assert text in block.text


def test_what_is_only_named_is_left_out_where_there_is_more_to_it():
    (block,) = shown({"application/x": {}, "text/plain": "<X object>"})
    assert isinstance(block, Omission)
    assert shown({"text/plain": "<X at 0x7f>"}) == (Preformatted("<X at 0x7f>", "Output of cell 1"),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"text/html": "<div id=a></div><script>draw('a', [1])</script>"},
            ["a picture that a program draws (cell 1)"],
        ),
        (
            {"text/html": "<div><script>1</script></div>", "application/vnd.plotly.v1+json": {"data": []}},
            ["of a type this page cannot show (application/vnd.plotly.v1+json)"],
        ),
        ({"text/html": "<style>td{color:red}</style>"}, []),
        ({"text/html": "<div id='p1'></div>\n"}, []),
    ],
)
def test_html_in_which_nothing_is_to_be_seen_is_not_printed_as_it_is_written(data, said):
    blocks = shown({**data, "text/plain": "<IPython.core.display.HTML object>"})
    assert [type(block) for block in blocks] == [Omission] * len(said)
    assert all(words in block.text for words, block in zip(said, blocks, strict=True))


def test_a_drawing_that_is_refused_is_named():
    (block,) = shown({"image/svg+xml": "<svg/>", "text/plain": "<Figure size 1x1>"})
    assert block.text == "Left out: a drawing that cannot be shown (cell 1)."


def test_advice_behind_the_name_of_an_object_gives_way_too():
    advice = "<VegaLite 5 object>\n\nIf you see this message, the renderer is not enabled."
    (block,) = shown({"application/vnd.vegalite.v5+json": {}, "text/plain": advice})
    assert block.text.startswith("Left out: output of cell 1, of a type")


def test_a_drawing_is_described_by_its_title():
    (picture,) = shown({"image/svg+xml": SQUARE.replace("<rect", "<title>R&amp;D</title><rect")})
    assert picture.alt == "R&D"


def test_raw_cells_are_printed():
    def raw(source, **metadata):
        return {"cell_type": "raw", "metadata": metadata, "source": source}

    html = raw("<b>html</b>", format="text/html")
    cells = (raw("<b>as it is</b>"), html, raw("*md*", raw_mimetype="text/markdown"))
    written, html, markdown_ = document(notebook(*cells)).blocks
    assert (written.text, written.label) == ("<b>as it is</b>", "Raw text of cell 1")
    assert [block.runs for block in (html, markdown_)] == [
        (Text("html", styles=("strong",)),),
        (Text("md", styles=("em",)),),
    ]


def test_an_input_that_nbconvert_marked_is_left_out():
    marked = cell("x", [output({"text/plain": "1"})], transient={"remove_source": True})
    assert [type(block) for block in document(notebook(marked)).blocks] == [Preformatted]


def test_pictures_keep_the_size_that_their_metadata_declare():
    (picture,) = shown({"image/png": PIXEL}, **{"image/png": {"width": 40, "height": 20}})
    assert (picture.width, picture.height) == (40, 20)


def test_old_notebooks_are_read():
    cells = [nbformat.v3.new_heading_cell("Old", level=1), nbformat.v3.new_code_cell("1")]
    old = nbformat.v3.new_notebook(worksheets=[nbformat.v3.new_worksheet(cells=cells)])
    assert document(old).cover.title == "Old"


def test_missing_parts_are_no_fault():
    bare = {
        "nbformat": 4,
        "cells": [{"cell_type": "code"}, {"cell_type": "markdown"}, {"cell_type": "raw"}],
    }
    bound = document(bare)
    assert (bound.cover.title, bound.lang, bound.blocks) == ("Notebook", "en", ())
    assert document({**bare, "metadata": {"language": "ar"}}).direction == "rtl"


def test_a_node_and_its_json_give_the_same_document():
    plain_json = notebooks.briefing()
    assert document(nbformat.from_dict(plain_json)) == document(plain_json)


def test_register_block_is_kept_whole():
    register = only(exhibit(notebooks.register()), kind=Register)
    assert [report.more for report in register.reports] == [0, 4]
