"""Drawings that are longer than a page, in two columns, and notes that are longer than their drawing."""

import re

import pytest

from analysis.briefing.document.blocks import Exhibit, Figure
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.runs import Text
from tests.briefing.pdf.inside import elements, filled, overprints, text_of, words_of
from tests.briefing.pdf.papers import opened, printed
from tests.briefing.pdf.test_slices import rows

NOTES = tuple((Text(f"note{n} " + "says something of it " * 8),) for n in range(12))


def figure(name, number, count, notes=()):
    """A drawing of so many rows that may be cut between any two of them."""
    drawing, breaks = rows(count)
    body = drawing.body.replace(">row", f">{name}")
    exhibit = Exhibit(name, number, f"Finding {name}", label=name.title(), notes=notes)
    return Figure(exhibit, Drawing(body, drawing.view_box, drawing.width, drawing.height), "rows", breaks)


def test_a_drawing_longer_than_a_page_goes_on_in_a_second_column():
    content = printed(figure("long", 1, 40, NOTES[:2]))
    words = [word for word in words_of(content) if re.fullmatch(r"long\d+", word[0])]
    assert [word[0] for word in sorted(words, key=lambda word: (word[1], word[2] > 297, word[3]))] == [
        f"long{n}" for n in range(40)
    ]
    assert len({round(word[2]) for word in words}) == 2
    assert overprints(words_of(content)) == []
    assert min(word[5] - word[3] for word in words) > 7.5
    with opened(content) as file:
        assert len(list(elements(file.Root.StructTreeRoot, "/Figure"))) == 1


@pytest.mark.parametrize("count", [17, 23, 29, 35, 41])
def test_long_drawings_after_each_other_leave_no_page_half_empty(count):
    figures = [figure(name, n, count + 3 * n, NOTES[:n]) for n, name in enumerate(("a", "b", "c", "d"), 1)]
    content = printed(*figures)
    assert min(filled(content)[:-1]) > 2 / 3
    words = words_of(content)
    for name in ("a", "b", "c", "d"):
        head = next(word for word in words if word[0] == name.upper())
        first = next(word for word in words if word[0] == f"{name}0")
        assert head[1] == first[1], "a heading stands with what it heads"


def test_notes_for_which_the_drawing_is_too_low_follow_below_it():
    content = printed(figure("low", 1, 4, NOTES))
    words = {word[0]: word for word in words_of(content)}
    assert words["note0"][2] > 297
    assert words["note0"][3] < words["low3"][3]
    last = words["note11"]
    assert last[3] > words["low3"][5]
    text = text_of(content)
    places = [text.index(f"note{n} ") for n in range(12)]
    assert places == sorted(places)
    assert overprints(words_of(content)) == []
