"""What holds of claims in whatever number, order and wording."""

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.derive.conftest import claim
from tests.derive.test_claims import groups_of

WORDS = st.sampled_from(["dozens", "hundreds", "about 50", "over 40", "9", "400", "significant"])
CLAIM = st.fixed_dictionaries(
    {
        "speaker_id": st.sampled_from(["tv", "soldier", "wire", "author"]),
        "wording": WORDS,
        "counts": st.sampled_from([None, "children", "civilians", "children; women"]),
        "place_id": st.sampled_from([None, "base", "near"]),
        "method": st.sampled_from([None, "documented", "estimated", "projected"]),
        "as_of": st.sampled_from([None, "2015-11-10", "2015-11-14", "2015-11-10/2015-11-12"]),
    }
)
CLAIMS = st.lists(CLAIM, min_size=1, max_size=6)
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def coded(rows):
    return [claim(f"c{n}", **row) for n, row in enumerate(rows)]


def verdicts(groups):
    """What is said of each group, by its key, whatever its order."""
    said = groups.set_index("group_id")
    for column in ("claim_ids", "part_of", "breach", "earlier_ids"):
        said[column] = said[column].fillna("").map(lambda keys: " ".join(sorted(keys.split())))
    kept = ["claim_ids", "earlier_ids", "verdict", "because", "compatible", "part_of", "breach", "voices"]
    return said[[*kept, "origin", "other_place", "other_window", "other_tags"]].sort_index()


@FEW
@given(CLAIMS, st.randoms())
def test_what_is_said_does_not_depend_on_the_order_of_rows(make, rows, random):
    claims = coded(rows)
    shuffled = random.sample(claims, len(claims))
    pd.testing.assert_frame_equal(verdicts(groups_of(make(*claims))), verdicts(groups_of(make(*shuffled))))


@FEW
@given(CLAIMS, WORDS)
def test_a_denial_never_changes_a_verdict(make, rows, words):
    claims = coded(rows)
    denial = claim("no", "wire", words, stance="denies", about="c0", source_id="r3")
    doubt = claim("hm", "wire", words, stance="doubts", source_id="r1")
    told = verdicts(groups_of(make(*claims)))
    pd.testing.assert_frame_equal(told, verdicts(groups_of(make(*claims, denial, doubt))))


@FEW
@given(CLAIMS)
def test_every_figure_is_in_one_group_and_no_group_is_apart_without_two_that_exclude_each_other(make, rows):
    corpus = make(*coded(rows))
    groups = groups_of(corpus)
    placed = [
        key
        for column in ("claim_ids", "earlier_ids")
        for keys in groups[column].dropna()
        for key in keys.split()
    ]
    assert sorted(placed) == sorted(corpus.claims["claim_id"])
    assert groups["group_id"].is_unique
    short = groups["compatible"] < groups["compared"]
    assert short[groups["verdict"] == "apart"].all()
    assert not short[groups["verdict"].isin(["agree", "overlap"])].any()
