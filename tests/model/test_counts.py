"""Tags by facet: the union within a facet, the intersection across."""

import pytest

from analysis.model.counts import FACET_OF, FACETS, TAGS, narrower, tags_of


def test_each_tag_stands_in_one_facet_and_says_what_it_means() -> None:
    tags = [tag for tags in FACETS.values() for tag in tags]
    assert sorted(tags) == sorted(set(tags)) == sorted(FACET_OF)
    assert all(meaning.endswith(".") for tags in TAGS.values() for meaning in tags.values())


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        (None, ()),
        (float("nan"), ()),
        ("women", ("women",)),
        ("women; children", ("women", "children")),
        ("women;children ;", ("women", "children")),
    ],
)
def test_tags_of_a_cell(cell: object, tags: tuple[str, ...]) -> None:
    assert tags_of(cell) == tags


@pytest.mark.parametrize(
    ("part", "whole", "lies"),
    [
        ("", "", True),
        ("children", "", True),
        ("", "children", False),
        ("children", "children; women", True),
        ("children; women", "children", False),
        ("children; civilians", "children", True),
        ("children; civilians", "civilians; women", False),
        ("bodies", "civilians", False),
    ],
)
def test_what_is_narrower(part: str, whole: str, lies: bool) -> None:
    assert narrower(tags_of(part), tags_of(whole)) is lies
