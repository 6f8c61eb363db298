"""Sources are named and counted, with what ties them; that they are independent is never said."""

import pandas as pd

from tests.derive.conftest import claim
from tests.derive.test_claims import SHARED, groups_of, only


def test_an_unattributed_voice_is_whoever_relays_it_and_another_in_each_report(make):
    unnamed = {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"}
    speakers = [{"speaker_id": "author", "name": "Author", "kind": "author"}, unnamed]
    relayed = [
        claim("a", "author", "dozens", source_id="r2"),
        claim("b", "unnamed", "dozens", source_id="r2", via_id="author"),
    ]
    group = only(groups_of(make(*relayed, speakers=speakers)))
    assert (group["voices"], group["unnamed"], group["origin"]) == (1, 1, "one")
    assert group["shared_chain"] == "Author"
    apart = [claim("a", "unnamed", "dozens", source_id="r1"), claim("b", "unnamed", "dozens", source_id="r2")]
    group = only(groups_of(make(*apart, speakers=speakers)))
    assert (group["voices"], group["unnamed"], group["origin"]) == (0, 2, "several")
    assert group[list(SHARED)].isna().all()


def test_two_voices_through_one_are_two_that_share_their_way(make):
    claims = [
        claim("a", "tv", "dozens", via_id="wire"),
        claim("b", "author", "dozens", source_id="r2", via_id="wire; tv"),
        claim("c", "wire", "dozens", source_id="r3"),
    ]
    group = only(groups_of(make(*claims)))
    assert (group["voices"], group["origin"], group["shared_chain"]) == (3, "several", "A wire")


def test_a_copy_counts_as_what_it_copies(make):
    reports = [
        {"source_id": "r1", "title": "First", "published": "2015-11-10"},
        {"source_id": "r2", "title": "Copy", "published": "2015-11-10", "copy_of": "r1"},
        {"source_id": "r3", "title": "Copy of a copy", "published": "2015-11-10", "copy_of": "r2"},
    ]
    unnamed = {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"}
    outlets = [{"speaker_id": f"outlet-{n}", "name": f"Outlet {n}", "kind": "author"} for n in (1, 3)]
    one = [claim("a", "unnamed", "40"), claim("b", "unnamed", "40", source_id="r3")]
    group = only(groups_of(make(*one, sources=reports, speakers=[unnamed])))
    assert (group["unnamed"], group["origin"], group["shared_copy"]) == (1, "one", "r1")
    own = [claim("a", "outlet-1", "40"), claim("b", "outlet-3", "40", source_id="r3")]
    group = only(groups_of(make(*own, sources=reports, speakers=outlets)))
    assert (group["voices"], group["origin"], group["shared_copy"]) == (1, "one", "r1")


def test_a_party_is_traced_through_membership(make):
    speakers = [
        {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
        {"speaker_id": "officer", "name": "an officer", "kind": "official", "party": "ahrar"},
    ]
    member = {"actor_id": "ahrar", "relation": "member_of", "other_id": "government", "claim_id": "a"}
    claims = [claim("a", "tv", "dozens"), claim("b", "officer", "hundreds", source_id="r2")]
    group = only(groups_of(make(*claims, speakers=speakers, relations=[member])))
    assert (group["voices"], group["parties"], group["origin"]) == (2, 1, "one")
    assert group["shared_party"] == "Government"
    assert pd.isna(group["shared_source"])


def test_one_author_in_two_reports_is_one_voice(make):
    first = claim("a", "author", "one", source_id="r2")
    group = only(groups_of(make(first, claim("b", "author", "one", source_id="r3"))))
    assert (group["verdict"], group["voices"], group["origin"]) == ("agree", 1, "one")
    assert (group["shared_voice"], group["shared_author"]) == ("Author", "Author")


def test_one_origin_with_two_figures_stays_visible(make):
    both = [claim("a", "wire", "9"), claim("b", "wire", "90")]
    group = only(groups_of(make(*both)))
    assert (group["verdict"], group["origin"], group["claim_ids"]) == ("apart", "one", "a b")


def test_voices_that_nothing_ties_share_nothing(make):
    group = only(groups_of(make(claim("a", "tv", "one"), claim("b", "wire", "one", source_id="r2"))))
    assert tuple(group[["voices", "parties", "unaligned", "origin"]]) == (2, 1, 1, "several")
    assert group[list(SHARED)].isna().all()
    assert only(groups_of(make(claim("a", "tv", "one"))))[list(SHARED)].isna().all()


def test_no_column_speaks_of_independence(make):
    from analysis.model.frames import ALL

    assert not [column.name for contract in ALL for column in contract.columns if "independ" in column.name]
