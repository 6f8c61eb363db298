"""What several claims come to: verdict, independence and common origin."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.derive import compared, ledger, source_grid, statements
from analysis.derive.claims import verdict
from analysis.errors import FrameError
from analysis.model import Quantity
from tests.derive.conftest import claim

AUTHORS = {"r1": None, "r2": "Author", "r3": "Author", "r4": "Another"}
SHARED = ("shared_voice", "shared_party", "shared_via", "shared_author", "shared_source")


def only(groups):
    assert len(groups) == 1
    return groups.iloc[0]


def test_two_voices_of_one_party_contradict(make):
    corpus = make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds"))
    group = only(compared(statements(corpus)))
    assert group["verdict"] == "contradict"
    assert (group["voices"], group["parties"], group["independent"]) == (2, 1, 1)
    assert (group["shared_party"], group["shared_source"]) == ("Government", 1)
    assert group[["shared_voice", "shared_via", "shared_author"]].isna().all()
    assert (group["union_low"], group["union_high"]) == (12, 999)
    assert pd.isna(group["common_low"])
    assert pd.isna(group["common_high"])
    assert group["claim_ids"] == "a b"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["dozens"], "single"),
        (["about 100", "about 105"], "agree"),
        (["dozens", "dozens"], "overlap"),
        (["over 50", "dozens"], "overlap"),
        (["dozens", "hundreds"], "contradict"),
        (["about 50", "over 40", "hundreds"], "contradict"),
        (["dozens", "significant"], "indeterminate"),
    ],
)
def test_verdicts(make, words, expected):
    corpus = make(*(claim(f"c{number}", "tv", wording) for number, wording in enumerate(words)))
    assert only(compared(statements(corpus)))["verdict"] == expected


def test_claims_that_name_neither_event_nor_place_are_compared_with_nothing(make):
    corpus = make(claim("a", "tv", "one", event_id=None), claim("b", "wire", "dozens", event_id=None))
    assert list(compared(statements(corpus))["verdict"]) == ["single", "single"]


def test_a_single_claim_shares_nothing(make):
    assert only(compared(statements(make(claim("a", "tv", "dozens")))))[list(SHARED)].isna().all()


def test_an_open_end_stays_open(make):
    corpus = make(claim("a", "tv", "over 50"), claim("b", "wire", "dozens"))
    group = only(compared(statements(corpus)))
    assert (group["common_low"], group["common_high"]) == (50, 99)
    assert group["union_low"] == 12
    assert pd.isna(group["union_high"])


@pytest.mark.parametrize(
    "other", [{"unit": "places"}, {"measure": "strength"}, {"actor_id": "ahrar"}, {"event_id": "other"}]
)
def test_different_subjects_are_never_compared(make, other):
    corpus = make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds", **other))
    assert list(compared(statements(corpus))["verdict"]) == ["single", "single"]


def test_claims_at_different_times_are_a_movement_not_a_contradiction(make):
    def distance(key, wording, day):
        about = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "base"}
        return claim(key, "author", wording, as_of=day, **about)

    apart = make(distance("a", "1", "2015-10-09"), distance("b", "20", "2015-10-12"))
    assert list(compared(statements(apart))["verdict"]) == ["single", "single"]
    together = make(distance("a", "1", "2015-10-09/2015-10-12"), distance("b", "20", "2015-10-12"))
    assert only(compared(statements(together)))["verdict"] == "contradict"


def test_only_claims_whose_spans_all_overlap_are_compared_in_any_order(make):
    about = {"measure": "strength", "event_id": None, "place_id": "base"}
    spans = ["2015-10-01/2015-10-05", "2015-10-09", "2015-10-05/2015-10-09", "2015-10-20/.."]
    claims = [claim(f"c{number}", "tv", "dozens", as_of=span, **about) for number, span in enumerate(spans)]
    forward = compared(statements(make(*claims)))
    backward = compared(statements(make(*reversed(claims))))
    assert sorted(forward["claim_ids"]) == sorted(backward["claim_ids"]) == ["c0 c2", "c1", "c3"]


def test_an_unattributed_voice_is_whoever_relays_it_and_another_in_each_report(make):
    unnamed = {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"}
    speakers = [{"speaker_id": "author", "name": "Author", "kind": "author"}, unnamed]
    relayed = [
        claim("a", "author", "dozens", source_id="r2"),
        claim("b", "unnamed", "dozens", source_id="r2", via_id="author"),
    ]
    group = only(compared(statements(make(*relayed, speakers=speakers))))
    assert (group["voices"], group["independent"]) == (2, 1)
    apart = [claim("a", "unnamed", "dozens", source_id="r1"), claim("b", "unnamed", "dozens", source_id="r2")]
    group = only(compared(statements(make(*apart, speakers=speakers))))
    assert (group["voices"], group["independent"]) == (2, 2)
    assert group[list(SHARED)].isna().all()


def test_a_party_is_traced_through_membership(make):
    speakers = [
        {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
        {"speaker_id": "officer", "name": "an officer", "kind": "official", "party": "ahrar"},
    ]
    member = {"actor_id": "ahrar", "relation": "member_of", "other_id": "government", "claim_id": "a"}
    claims = [claim("a", "tv", "dozens"), claim("b", "officer", "hundreds", source_id="r2")]
    group = only(compared(statements(make(*claims, speakers=speakers, relations=[member]))))
    assert (group["voices"], group["parties"], group["independent"]) == (2, 1, 1)
    assert group["shared_party"] == "Government"
    assert pd.isna(group["shared_source"])


def test_one_author_in_two_reports_is_one_voice(make):
    first = claim("a", "author", "one", source_id="r2")
    group = only(compared(statements(make(first, claim("b", "author", "one", source_id="r3")))))
    assert (group["verdict"], group["voices"], group["independent"]) == ("agree", 1, 1)
    assert (group["shared_voice"], group["shared_author"]) == ("Author", "Author")


def test_independent_voices_share_nothing(make):
    group = only(
        compared(statements(make(claim("a", "tv", "one"), claim("b", "wire", "one", source_id="r2"))))
    )
    counts = group[["voices", "parties", "unaligned", "independent"]]
    assert tuple(counts) == (2, 1, 1, 2)
    assert group[list(SHARED)].isna().all()


def test_statements_say_who_through_whom_in_which_report(make):
    row = statements(make(claim("a", "soldier", "hundreds", via_id="tv", source_id="r3", locator="p4"))).iloc[
        0
    ]
    assert (row["speaker"], row["via"], row["source_number"], row["locator"]) == (
        "A soldier",
        "State TV",
        3,
        "p4",
    )
    assert (row["grade"], row["party"], row["actor"], row["event"]) == (
        "C3",
        "Government",
        "ISIS",
        "Siege ended",
    )


def test_every_claim_appears_once_in_the_ledger_and_only_quantities_are_judged(make):
    corpus = make(
        claim("a", "tv", "dozens"),
        claim("b", "soldier", "hundreds"),
        claim("c", "wire", measure="occurrence", unit=None),
    )
    told = statements(corpus)
    rows = ledger(told, compared(told)).set_index("claim_id")
    assert list(rows.index) == ["a", "b", "c"]
    assert list(rows["verdict"])[:2] == ["contradict", "contradict"]
    assert pd.isna(rows.loc["c", "verdict"])


def test_source_grid_counts_and_marks_a_shared_author(make):
    corpus = make(
        claim("a", "author", "one", source_id="r2"),
        claim("b", "author", "two", source_id="r2"),
        claim("c", "author", "one", source_id="r3"),
        claim("d", "tv", "dozens"),
        claim("e", "tv", "dozens", source_id="r4"),
        sources=[{"source_id": key, "title": key, "author": by} for key, by in AUTHORS.items()],
    )
    grid = source_grid(statements(corpus))
    assert list(grid["claims"]) == [1, 2, 1, 1]
    assert list(grid["shared_author"].fillna("")) == ["", "Author", "Author", ""]


def test_nothing_to_compare_is_an_empty_frame_with_its_columns(make):
    groups = compared(statements(make()))
    assert groups.empty
    assert {"verdict", "voices", "union_low"} <= set(groups.columns)


def test_a_missing_column_is_named(make):
    with pytest.raises(FrameError, match="missing column origin_id"):
        compared(statements(make(claim("a", "tv", "dozens"))).drop(columns="origin_id"))


def test_inputs_stay_as_they_are(make):
    told = statements(make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds")))
    before = told.copy()
    ledger(told, compared(told))
    pd.testing.assert_frame_equal(told, before)


ENDS = st.tuples(st.none() | st.integers(0, 50), st.none() | st.integers(0, 50)).map(
    lambda ends: tuple(sorted(ends)) if None not in ends else ends
)
QUANTITIES = st.none() | ENDS.map(lambda ends: Quantity(*ends, ends[0] if ends[0] is not None else ends[1]))


@given(st.lists(QUANTITIES, min_size=1, max_size=5), st.randoms())
def test_the_verdict_does_not_depend_on_order(quantities, random):
    shuffled = list(quantities)
    random.shuffle(shuffled)
    assert verdict(shuffled) == verdict(quantities)


@given(st.lists(QUANTITIES.filter(bool), min_size=2, max_size=5))
def test_a_contradiction_is_two_that_share_nothing(quantities):
    disjoint = any(one.disjoint(other) for one in quantities for other in quantities)
    assert (verdict(quantities) == "contradict") == disjoint


def test_what_all_allow_is_known_only_where_all_have_a_number(make):
    group = only(compared(statements(make(claim("a", "tv", "dozens"), claim("b", "wire", "significant")))))
    assert group[["common_low", "common_high"]].isna().all()
