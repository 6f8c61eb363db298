"""Tables of HTML as grids: each place belongs to one cell, and a cell holds what it held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.document.blocks import Grid, Listing, Omission, Paragraph, Preformatted
from analysis.briefing.document.citations import References, plain
from analysis.briefing.reading.html import Origin, html_blocks


def read(html):
    """The one grid in the HTML."""
    (grid,) = html_blocks(html, Origin("cell 1", "Output of cell 1", References()))
    assert isinstance(grid, Grid)
    return grid


def words(lines):
    """The text of each cell of each line."""
    return [[" ".join(plain(block.runs) for block in cell.blocks) for cell in line] for line in lines]


def taken(lines, width):
    """How often each place of each line is taken."""
    count = [[0] * width for _ in lines]
    for number, line in enumerate(lines):
        place = 0
        for cell in line:
            while count[number][place]:
                place += 1
            for down in range(cell.down):
                for across in range(cell.across):
                    count[number + down][place + across] += 1
            place += cell.across
    return count


def test_heads_rows_and_spans():
    html = "<table><caption>c</caption><tr><th>a</th><th colspan=2>b</th></tr>"
    html += "<tr><th rowspan=2>x</th><td>1</td><td>y</td></tr><tr><td>2</td><td>z</td></tr></table>"
    grid = read(html)
    assert words(grid.head) == [["a", "b"]]
    assert words(grid.rows) == [["x", "1", "y"], ["2", "z"]]
    assert grid.width == 3
    assert plain(grid.caption) == "c"
    assert [cell.header for cell in (*grid.head[0], *grid.rows[0])] == ["col", "col", "row", "", ""]
    assert (grid.head[0][1].across, grid.rows[0][0].down) == (2, 2)


def test_numbers_stand_to_the_right_unless_the_table_says_otherwise():
    html = "<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>1</td></tr>"
    html += '<tr><td>y</td><td style="text-align:left">2'
    assert [[cell.align for cell in line] for line in read(html).rows] == [
        ["left", "right"],
        ["left", "left"],
    ]


def test_a_head_stands_over_its_column():
    html = '<table><thead><tr style="text-align: right;"><th></th><th>name</th><th>dead</th>'
    html += '<th align="center">x</th></tr></thead>'
    html += "<tr><th>0</th><td>Aleppo</td><td>12</td><td>y</td></tr></table>"
    assert [cell.align for cell in read(html).head[0]] == ["right", "left", "right", "center"]


def test_a_foot_comes_last_and_several_heads_stay_several():
    html = "<table><tfoot><tr><td>f</tfoot><tbody><tr><td>b</tbody>"
    html += "<thead><tr><th>h1</th></tr><tr><th>h2</thead></table>"
    grid = read(html)
    assert words(grid.head) == [["h1"], ["h2"]]
    assert words(grid.rows) == [["b"], ["f"]]


def test_an_empty_head_heads_nothing():
    head = read("<table><tr><th></th><th>a</th></tr><tr><th>0</th><td>1</td></tr></table>").head
    assert [cell.header for cell in head[0]] == ["", "col"]


def test_cells_hold_lists_text_as_written_and_tables():
    html = "<table><tr><td><ul><li>one<li>two</ul></td><td><pre>line1\nline2</pre></td>"
    html += "<td>in<table><tr><td>deep</td></tr></table></td></tr></table>"
    ((listed, written, nested),) = read(html).rows
    assert isinstance(listed.blocks[0], Listing)
    assert written.blocks == (Preformatted("line1\nline2", "Output of cell 1"),)
    assert [type(block) for block in nested.blocks] == [Paragraph, Grid]


TINTED = "<style>#T_1_row0_col0, #b {color: red; background-color: #fdd}</style>"


@pytest.mark.parametrize(
    ("html", "named"),
    [
        (f'{TINTED}<table><tr><td id="T_1_row0_col0">1</td></tr></table>', True),
        ('<table><tr><td style="background: #fdd">1</td></tr></table>', True),
        (f'{TINTED}<table><tr><td id="T_1_row0_col1">1</td></tr></table>', False),
        ('<table><tr><td style="background:none">1</td></tr></table>', False),
    ],
)
def test_colours_that_may_mean_something_are_named_as_left_out(html, named):
    blocks = html_blocks(html, Origin("cell 1", "Output of cell 1", References()))
    left_out = [Omission("Left out: the background colours of the table.")]
    assert list(blocks[1:]) == (left_out if named else [])


cells = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5)


@given(st.lists(cells, min_size=1, max_size=6), st.integers(0, 6))
def test_each_place_of_each_line_belongs_to_one_cell(lines, heads):
    rows = [
        "<tr>" + "".join(f"<td colspan={across} rowspan={down}>x</td>" for across, down in line) + "</tr>"
        for line in lines
    ]
    html = f"<table><thead>{''.join(rows[:heads])}</thead><tbody>{''.join(rows[heads:])}</tbody></table>"
    found = html_blocks(html, Origin("cell 1", "Output of cell 1", References()))
    for grid in found:
        for part in (grid.head, grid.rows):
            assert all(count == 1 for line in taken(part, grid.width) for count in line)
    assert sum(
        "x" in cell for grid in found for line in words((*grid.head, *grid.rows)) for cell in line
    ) == sum(map(len, lines))


def test_a_span_over_more_than_there_is_is_cut():
    grid = read('<table><tr><td colspan="100">whole</td></tr><tr><td>a</td><td>b</td></tr></table>')
    assert grid.width == 2
    assert grid.rows[0][0].across == 2
