"""Long drawings cut between rows: every label once, no piece too low, nothing lost that can be seen."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.document.drawings import Drawing
from analysis.briefing.pdf.sizes import TALLEST, WIDTH, pieces
from analysis.briefing.pdf.slices import LEAST, SMALL, slices

ROW = 40


def rows(count):
    """A drawing of so many rows of 40 units, each a label above its bar, and where it may be cut."""
    labels = "".join(
        f'<g><text style="font-size: 9px" transform="translate(2 {n * ROW + 12})">row{n}</text></g>'
        f'<g><path d="M 9 {n * ROW + 26} L 90 {n * ROW + 26} " style="stroke: #1b2733"></path></g>'
        f'<g><use href="#dot" x="90" y="{n * ROW + 26}"></use></g>'
        for n in range(count)
    )
    band = f'<path d="M 50 0 L 60 0 L 60 {count * ROW} L 50 {count * ROW} z"></path>'
    dot = '<defs><path id="dot" d="M 0 2 L 2 0 z"></path></defs>'
    high = count * ROW
    breaks = [n / count for n in range(1, count)]
    return Drawing(dot + band + labels, f"0 0 270 {high}", 360.0, high / 0.75), breaks


def labels(drawing):
    return re.findall(r">(row\d+)<", drawing.body)


def test_a_low_drawing_keeps_whole():
    drawing, breaks = rows(4)
    assert 4 * ROW <= SMALL
    assert slices(drawing, breaks, 4 * ROW) == [drawing]


def test_a_drawing_without_breaks_keeps_whole():
    drawing, _ = rows(40)
    assert slices(drawing, (), 40 * ROW) == [drawing]


@given(st.integers(6, 60))
def test_every_label_stands_in_one_piece_and_pieces_follow_one_another(count):
    drawing, breaks = rows(count)
    cut = slices(drawing, breaks, count * ROW)
    assert [label for piece in cut for label in labels(piece)] == [f"row{n}" for n in range(count)]
    boxes = [[float(side) for side in piece.view_box.split()] for piece in cut]
    assert boxes[0][1] == 0
    assert all(one[1] + one[3] == pytest.approx(other[1]) for one, other in pairwise(boxes))
    assert boxes[-1][1] + boxes[-1][3] == pytest.approx(count * ROW)
    assert min(box[3] for box in boxes) >= LEAST
    assert sum(piece.height for piece in cut) == pytest.approx(drawing.height)


def test_what_is_seen_in_a_piece_is_in_it():
    drawing, breaks = rows(20)
    for piece in slices(drawing, breaks, 20 * ROW):
        assert 'd="M 50 0 L 60 0' in piece.body, "a band through all rows"
        assert piece.body.count("<defs>") == 1
        for label in labels(piece):
            assert f'd="M 9 {int(label[3:]) * ROW + 26} ' in piece.body


def test_pieces_together_are_not_much_longer_than_the_whole():
    drawing, breaks = rows(60)
    cut = slices(drawing, breaks, 60 * ROW)
    assert len(cut) > 20
    assert sum(len(piece.body) for piece in cut) < 2 * len(drawing.body)


@pytest.mark.parametrize("moved", ['<g transform="scale(1 2)">{}</g>', '<svg x="1">{}</svg>'])
def test_a_drawing_whose_parts_are_moved_about_stands_whole_in_every_piece(moved):
    drawing, breaks = rows(20)
    within = Drawing(moved.format(drawing.body), drawing.view_box, drawing.width, drawing.height)
    assert {piece.body for piece in slices(within, breaks, 20 * ROW)} == {within.body}


def test_a_long_drawing_is_not_made_smaller_and_a_wide_one_is():
    drawing, breaks = rows(60)
    node = pieces(drawing, breaks)
    assert node["width"] == 270
    assert max(part["height"] for part in node["parts"]) < TALLEST
    wide = Drawing(drawing.body, drawing.view_box, 1440.0, drawing.height)
    assert pieces(wide, breaks)["width"] == WIDTH
    assert [part["height"] for part in pieces(drawing, ())["parts"]] == [TALLEST], "nowhere to cut it"
