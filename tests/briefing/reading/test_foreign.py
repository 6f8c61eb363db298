"""Foreign HTML: one reading gives markup for the page and blocks for the PDF, and neither holds what acts."""

import pytest

from analysis.briefing.document.blocks import Divider, Link, Listing, Paragraph, Picture, Preformatted, Table
from analysis.briefing.document.citations import plain
from analysis.briefing.reading.foreign import foreign_html
from tests.briefing.notebooks import PIXEL


def words(block):
    """The text of a paragraph or of every cell of a table."""
    if isinstance(block, Table):
        return [[plain(cell) for cell in row] for row in block.rows]
    return plain(block.runs)


@pytest.mark.parametrize(
    "html", ["", "<script>alert(1)</script>", "<style>p{color:red}</style>", "<p> </p>", "<!-- said -->"]
)
def test_what_shows_nothing_is_nothing(html):
    assert foreign_html(html, "cell 1") is None


def test_what_acts_reaches_neither_printing():
    html = '<p onclick="x()">a<script>alert(1)</script></p><a href="javascript:x">b</a><iframe src="//x">'
    found = foreign_html(html, "cell 1")
    assert found.markup == '<p>a</p><a rel="noreferrer">b</a>'
    assert [words(block) for block in found.blocks] == ["a", "b"]


def test_page_and_pdf_get_the_same_parts():
    html = (
        "<h2>Dead</h2><ul><li>one</li><li>two</li></ul><hr><pre>a  b\n</pre>"
        '<a href="https://example.org">there</a>'
    )
    found = foreign_html(html, "Output of cell 1")
    kinds = [Paragraph, Listing, Divider, Preformatted, Paragraph]
    assert [type(block) for block in found.blocks] == kinds
    assert found.blocks[3] == Preformatted("a  b", "Output of cell 1")
    assert found.blocks[4].runs == (Link("there", "https://example.org"),)
    for tag in ("<p>Dead</p>", "<li>two</li>", "<hr>", "<pre>a  b\n</pre>", 'href="https://example.org"'):
        assert tag in found.markup


def test_a_table_keeps_its_grid():
    html = "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr>"
    (table,) = foreign_html(html, "cell 1").blocks
    assert [plain(head.label) for head in table.heads] == ["a", "b"]
    assert words(table) == [["x", "1"], ["", "2"]]
    assert [head.align for head in table.heads] == ["left", "right"]


def test_a_table_within_a_table_is_text():
    html = "<table><tr><td>out<table><tr><td>in</td></tr></table></td></tr></table>"
    (table,) = foreign_html(html, "cell 1").blocks
    assert words(table) == [["outin"]]


def test_pictures_and_drawings_have_an_alternative_text():
    address = f"data:image/png;base64,{PIXEL}"
    html = f'<img src="{address}" alt="a map"><img src="{address}" alt=" ">'
    html += '<img src="https://x.org/a.png" alt="far">'
    html += (
        '<svg viewBox="0 0 9 9"><title>A dot</title><circle r="3"/></svg><svg viewBox="0 0 9 9"><g/></svg>'
    )
    blocks = foreign_html(html, "Output of cell 1").blocks
    unnamed = "Picture without a description, Output of cell 1"
    pictures = [block for block in blocks if isinstance(block, Picture)]
    assert [picture.alt for picture in pictures] == ["a map", unnamed, "A dot", unnamed]
    assert [words(block) for block in blocks if isinstance(block, Paragraph)] == ["[far]"]
