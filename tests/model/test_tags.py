"""Which count lies in which, by its tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model.tags import FACETS, lies_in, tags_of


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("children", "", True),
        ("", "children", False),
        ("children", "children; women", True),
        ("children; women", "children", False),
        ("children; civilians", "civilians", True),
        ("children; civilians", "children; women", True),
        ("children", "civilians", False),
        ("destroyed", "captured", False),
        ("fishermen", "", True),
        ("fishermen", "farmers", False),
    ],
)
def test_tags_narrow_between_facets_and_widen_within_one(part, whole, expected):
    assert lies_in(tags_of(part), tags_of(whole)) is expected


TAGS = st.frozensets(st.sampled_from(sorted(FACETS)), max_size=4)


@given(TAGS, TAGS, TAGS)
def test_lying_in_is_an_order(a, b, c):
    assert lies_in(a, a)
    assert lies_in(a, frozenset())
    assert not (lies_in(a, b) and lies_in(b, c)) or lies_in(a, c)
    assert not (lies_in(a, b) and lies_in(b, a)) or a == b
