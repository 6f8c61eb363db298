"""How drafts stand against what a person coded: floors below which no change may fall."""

from collections import Counter

import pytest

from benchmarks.drafting import Score, pairs, scored


@pytest.fixture(scope="module")
def score():
    held = Score(Counter(), Counter(), Counter(), [])
    for draft, gold in pairs([]):
        scored(draft, gold, held)
    return held


@pytest.mark.parametrize(
    ("what", "floor"),
    [("amounts", 0.95), ("intervals", 0.97), ("measures", 0.89), ("speakers", 0.85), ("places", 0.8)],
)
def test_of_what_is_filled_so_much_is_right(score, what, floor) -> None:
    assert score.right[what] / score.given[what] >= floor


@pytest.mark.parametrize(
    ("what", "floor"),
    [("measures", 0.58), ("dates overlapping", 0.28), ("speakers, offered", 0.42), ("places, offered", 0.85)],
)
def test_so_much_is_filled_or_offered_at_all(score, what, floor) -> None:
    assert score.given[what] / score.asked[what] >= floor


def test_dates_that_are_filled_mostly_overlap_the_coded_ones(score) -> None:
    assert score.right["dates overlapping"] / score.given["dates overlapping"] >= 0.82
