"""The contents: every section and exhibit once, in two columns, no line over another."""

import pytest

from analysis.briefing.document.blocks import Exhibit, Figure, Heading
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Text
from tests.briefing.pdf.inside import overprints, text_of, words_of
from tests.briefing.pdf.papers import DOT, printed, said

LONG = {"title": "Part{} " + "goes on and on " * 9}
"""Titles of three lines."""


def sections(count, title="Part{} of it", exhibits=0, parts=0):
    """Sections with so many exhibits each, and so many parts."""
    for n in range(count):
        yield Heading(2, (Text(title.format(n)),), f"section-{n}")
        yield said("text")
        for part in range(parts):
            yield Heading(3, (Text(f"Division{n}.{part}"),), f"section-{n}-{part}")
            yield Heading(4, (Text(f"Deeper{n}.{part}"),), f"section-{n}-{part}-a")
        for e in range(exhibits):
            number = n * exhibits + e + 1
            yield Figure(
                Exhibit(f"e{number}", number, f"Exhibit{number} " + "shows what it shows " * 4), DOT, "a dot"
            )


@pytest.mark.parametrize(
    ("count", "more"),
    [
        *((count, more) for count in (3, 4, 5, 6, 7, 12, 60) for more in ({}, LONG)),
        (60, {"parts": 2}),
        (300, {}),
    ],
)
def test_sections_are_listed_in_two_columns_none_over_another(count, more):
    listed = contents_of(printed(*sections(count, **more)))
    assert [word[0] for word in listed if word[0].startswith("Part")] == [f"Part{n}" for n in range(count)]
    lefts = [word[2] for word in listed if word[0].startswith("Part")]
    assert {round(left) for left in lefts} == {round(min(lefts)), round(max(lefts))}
    assert max(lefts) - min(lefts) > 200
    second = sum(left > 297 for left in lefts)
    assert count > 12 or count - second in (second, second + 1)
    assert overprints(listed) == []


@pytest.mark.parametrize("count", [1, 2, 5, 9, 34])
def test_exhibits_are_listed_under_their_section(count):
    listed = contents_of(printed(*sections(count, exhibits=3)))
    exhibits = [word[0] for word in listed if word[0].startswith("Exhibit")]
    assert exhibits == [f"Exhibit{n}" for n in range(1, 3 * count + 1)]
    assert overprints(listed) == []


def test_a_section_stands_with_its_first_exhibit():
    for count in (2, 3, 5, 8):
        listed = contents_of(printed(*sections(count, exhibits=2)))
        places = {word[0]: word for word in listed}
        for n in range(count):
            assert abs(places[f"Part{n}"][2] - places[f"Exhibit{2 * n + 1}"][2]) < 60


def test_titles_may_hold_code_formulas_and_arabic():
    formula = Formula("x^2", DOT, 2.0, 1.0, 0.2)
    titles = (
        (Text("Part0 "), Text("code_name", styles=("code",)), formula),
        (Text("Part1 كويرس"),),
        (Text("Part2 10"), Text("5", styles=("sup",))),
    )
    content = printed(*(Heading(2, title, f"section-{n}") for n, title in enumerate(titles)))
    listed = contents_of(content)
    assert [word[0] for word in listed if word[0].startswith("Part")] == ["Part0", "Part1", "Part2"]
    arabic = next(word for word in listed if "\u0643" in word[0] or "\ufedb" in word[0])
    number = [word for word in listed if word[0] == "1" and abs(word[3] - arabic[3]) < 6][-1]
    assert number[2] > arabic[4]
    assert "105" in text_of(content)


def contents_of(content):
    """The words of the contents in reading order: all that stands above the heading of the first section."""
    words = words_of(content)
    heading = max((word for word in words if word[0] == "Part0"), key=lambda word: word[5] - word[3])
    above = [word for word in words if (word[1], word[5]) < (heading[1], heading[3])]
    body = [word for word in above if word[0] != "Title" and 60 < word[3] < 785]
    return sorted(body, key=lambda word: (word[1], word[2] > 297, round(word[3]), word[2]))
