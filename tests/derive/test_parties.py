"""Who stands behind a voice on the day of its claim, and when that is not decided."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.derive import compared, statements, timeline
from analysis.derive.parties import Behind, origin, parties, roots
from tests.derive.conftest import claim

SPEAKERS = [
    {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
    {"speaker_id": "fighter", "name": "A fighter", "kind": "combatant", "party": "ahrar"},
    {"speaker_id": "scout", "name": "A scout", "kind": "combatant", "party": "ahrar"},
    {"speaker_id": "leader", "name": "A leader", "kind": "combatant", "party": "front"},
    {"speaker_id": "emir", "name": "An emir", "kind": "combatant", "party": "isis"},
    {"speaker_id": "wire", "name": "A wire", "kind": "agency"},
    {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"},
]


def member(actor, other, when=None):
    return {"actor_id": actor, "relation": "member_of", "other_id": other, "date": when, "claim_id": "a"}


def told(make, claims, *relations):
    return statements(make(*claims, speakers=SPEAKERS, relations=list(relations)))


def judged(make, claims, *relations):
    """The groups of such claims, as dictionaries."""
    corpus = make(*claims, speakers=SPEAKERS, relations=list(relations))
    return compared(statements(corpus), corpus.places, corpus.events).to_dict("records")


def behind(make, *relations, **said):
    """The party behind a fighter of Ahrar who speaks as the claim says."""
    return told(make, [claim("a", "fighter", "dozens", **said)], *relations).iloc[0]


@pytest.mark.parametrize(
    ("as_of", "root"),
    [
        ("2015-10-01", "ahrar"),
        ("2015-10-12", "front"),
        ("2015-11-02", "isis"),
        ("2015-10-10/2015-10-20", "front"),
    ],
)
def test_a_changed_membership_is_that_of_the_day(make, as_of, root):
    changed = [member("ahrar", "front", "2015-10-10/2015-10-31"), member("ahrar", "isis", "2015-11-01/..")]
    row = behind(make, *changed, as_of=as_of)
    assert (row["root_ids"], row["origin_id"]) == (root, f"party {root}")
    assert row["party_root"] == {"ahrar": "Ahrar al-Sham", "front": "Islamic Front", "isis": "ISIS"}[root]


@pytest.mark.parametrize("as_of", ["2015-10-01/2015-10-20", "/2015-10-20", "2015-10"])
def test_membership_for_a_part_of_the_span_decides_nothing(make, as_of):
    row = behind(make, member("ahrar", "front", "2015-10-10/.."), as_of=as_of)
    assert row["root_ids"] == "ahrar front"
    assert row[["party_root", "origin_id"]].isna().all()
    assert row["party"] == "Ahrar al-Sham"


def test_a_membership_coded_twice_that_leaves_out_no_day_is_one(make):
    twice = [member("ahrar", "front", "2015-10-10/2015-10-15"), member("ahrar", "front", "2015-10-16/..")]
    assert behind(make, *twice, as_of="2015-10-12/2015-10-20")["root_ids"] == "front"
    gap = [member("ahrar", "front", "2015-10-10/2015-10-14"), member("ahrar", "front", "2015-10-16/..")]
    assert behind(make, *gap, as_of="2015-10-12/2015-10-20")["root_ids"] == "ahrar front"


def test_a_member_of_two_coalitions_is_neither_the_first_nor_the_last(make):
    row = behind(make, member("ahrar", "front"), member("ahrar", "government"), as_of="2015-10-12")
    assert row["root_ids"] == "front government"
    assert row[["party_root", "origin_id"]].isna().all()


def test_two_coalitions_under_one_roof_are_one_party(make):
    ties = [member("ahrar", "front"), member("ahrar", "isis"), member("front", "government")]
    row = behind(make, *ties, member("isis", "government"), as_of="2015-10-12")
    assert row["origin_id"] == "party government"


def test_who_left_speaks_for_itself_from_that_day_on(make):
    left = member("ahrar", "front", "2015-10-20") | {"relation": "left"}
    for held in (
        member("ahrar", "front", "2015/.."),
        member("ahrar", "front", "/.."),
        member("ahrar", "front"),
    ):
        days = {"2015-10-19": "front", "2015-10-20": "ahrar", "2015-11-02": "ahrar"}
        for day, root in days.items():
            assert behind(make, held, left, as_of=day)["root_ids"] == root
    back = member("ahrar", "front", "2015-11-01/..")
    assert behind(make, back, left, as_of="2015-11-02")["root_ids"] == "front"


def test_every_step_upward_is_as_of_that_day(make):
    ties = [member("ahrar", "front", "2015/.."), member("front", "government", "2015-11/..")]
    assert behind(make, *ties, as_of="2015-10-12")["root_ids"] == "front"
    assert behind(make, *ties, as_of="2015-11-12")["root_ids"] == "government"


def test_memberships_in_a_circle_have_no_top_and_end(make):
    circle = [member("ahrar", "front"), member("front", "isis"), member("isis", "front")]
    assert behind(make, *circle, as_of="2015-10-12")["root_ids"] == "front isis"
    claims = [claim("a", "leader", "dozens"), claim("b", "emir", "hundreds", source_id="r2")]
    (group,) = judged(make, claims, *circle)
    assert group["verdict"] == "apart"
    assert group["origin"] == "indeterminate"


def test_without_a_day_of_its_own_a_claim_speaks_of_its_publication(make):
    around = member("ahrar", "front", "2015-11-01/2015-11-20")
    assert behind(make, around, source_id="r1")["root_ids"] == "front"


def test_without_any_day_only_a_membership_of_all_days_decides(make):
    nowhen = {"source_id": "r2", "event_id": None}
    assert behind(make, member("ahrar", "front", "2015-11-01/.."), **nowhen)["root_ids"] == "ahrar front"
    assert behind(make, member("ahrar", "front"), **nowhen)["root_ids"] == "front"


def group_of(make, *relations, voices, **said):
    claims = [claim(f"c{n}", one, "dozens", source_id=f"r{n + 1}", **said) for n, one in enumerate(voices)]
    (group,) = judged(make, claims, *relations)
    return group


TWO = (member("ahrar", "front"), member("ahrar", "isis"))


@pytest.mark.parametrize(
    ("voices", "parties", "origin"),
    [
        (["fighter", "leader"], None, "indeterminate"),
        (["fighter", "wire"], 1, "several"),
        (["fighter", "tv"], 2, "several"),
        (["leader", "emir"], 2, "several"),
        (["fighter", "leader", "emir"], 2, "several"),
        (["fighter", "leader", "wire"], None, "several"),
        (["fighter", "fighter"], 1, "one"),
    ],
)
def test_nothing_is_decided_only_where_the_answer_depends_on_it(make, voices, parties, origin):
    group = group_of(make, *TWO, voices=voices, as_of="2015-10-12")
    assert group["voices"] == len(set(voices))
    assert group["origin"] == origin
    assert (pd.isna(group["parties"]) and parties is None) or group["parties"] == parties


def test_an_event_says_so_too(make):
    claims = [claim("a", "fighter", "dozens"), claim("b", "leader", "dozens", source_id="r2")]
    corpus = make(*claims, speakers=SPEAKERS, relations=list(TWO))
    event = timeline(corpus, statements(corpus)).set_index("event_id").loc["relief"]
    assert (event["voices"], event["reports"]) == (2, 2)
    assert event["origin"] == "indeterminate"


def test_claims_of_one_party_share_it_also_where_its_top_is_not_decided(make):
    assert group_of(make, *TWO, voices=["fighter", "fighter"], as_of="2015-10-12")["shared_party"] == (
        "Ahrar al-Sham"
    )
    assert pd.isna(group_of(make, *TWO, voices=["fighter", "leader"], as_of="2015-10-12")["shared_party"])


def test_one_voice_that_changed_sides_is_still_one(make):
    since = member("ahrar", "front", "2015-11-01/..")
    days = ["2015-10-12", "2015-11-12"]
    claims = [claim(day, "fighter", "dozens", as_of=day, source_id="r2") for day in days]
    (group,) = judged(make, claims, since)
    assert (group["voices"], group["parties"], group["origin"]) == (1, 1, "one")


def test_a_party_that_changed_sides_may_be_the_one_or_the_other(make):
    since = member("ahrar", "front", "2015-11-01/..")
    said = [("2015-10-12", "scout"), ("2015-11-12", "fighter"), ("2015-11-12", "leader")]
    claims = [claim(f"c{n}", voice, "dozens", as_of=day) for n, (day, voice) in enumerate(said)]
    for order in (claims, claims[::-1]):
        (group,) = judged(make, order, since)
        assert group["origin"] == "indeterminate"


def test_what_a_partys_voice_relays_of_somebody_not_named_is_of_that_party(make):
    claims = [claim("a", "tv", "dozens"), claim("b", "unnamed", "dozens", source_id="r2", via_id="tv")]
    assert list(told(make, claims)["party"]) == ["Government", "Government"]
    (group,) = judged(make, claims)
    assert (group["voices"], group["unnamed"], group["parties"], group["origin"]) == (1, 1, 1, "one")
    assert group["shared_party"] == "Government"


AID = {"speaker_id": "aid", "name": "Aid", "kind": "organisation"}
CLINIC = {"speaker_id": "clinic", "name": "A clinic", "kind": "organisation"}


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        ([("aid", "wire"), ("wire", None)], "one"),
        ([("wire", None), ("aid", "wire; clinic")], "one"),
        ([("aid", "clinic"), ("wire", None)], "several"),
        ([("aid", "clinic; wire"), ("wire", None)], "several"),
        ([("aid", "wire"), ("clinic", "wire")], "several"),
        ([("aid", "wire"), ("clinic", "wire"), ("wire", None)], "several"),
        ([("aid", "wire"), ("aid", None), ("wire", None)], "several"),
        ([("tv", "wire"), ("wire", None)], "one"),
        ([("leader", "tv"), ("tv", None)], "several"),
    ],
)
def test_a_voice_relayed_by_another_that_speaks_too_is_of_its_origin(make, said, origin):
    claims = [
        claim(f"c{n}", voice, "dozens", source_id=f"r{n + 1}", via_id=via)
        for n, (voice, via) in enumerate(said)
    ]
    corpus = make(*claims, speakers=[*SPEAKERS, AID, CLINIC])
    told = statements(corpus)
    (group,) = compared(told, corpus.places, corpus.events).to_dict("records")
    assert group["origin"] == origin
    assert timeline(corpus, told).set_index("event_id").loc["relief", "origin"] == origin


NAMES = st.sampled_from("abcdef")
DAYS = st.integers(1, 28).map(lambda number: date(2015, 10, number))
SPANS = st.tuples(DAYS, DAYS).map(lambda ends: (min(ends), max(ends)))
ABOVE = st.dictionaries(NAMES, st.dictionaries(NAMES, st.lists(SPANS, min_size=1, max_size=2), max_size=3))


@given(NAMES, SPANS, ABOVE)
def test_there_is_always_a_root_and_a_part_of_the_span_allows_no_more_than_the_whole(actor, when, above):
    tops = roots(actor, when, above)
    assert tops
    assert roots(actor, (when[0], when[0]), above) <= tops


TOPS = st.frozensets(st.sampled_from("abcd"), min_size=1, max_size=3)


@given(st.dictionaries(st.sampled_from("pqrs"), TOPS, min_size=1, max_size=4))
def test_what_is_decided_holds_for_every_choice_of_tops(possible):
    choices = [set()]
    for tops in possible.values():
        choices = [chosen | {top} for chosen in choices for top in tops]
    counts = {1} if len(possible) == 1 else {len(chosen) for chosen in choices}
    behind = [Behind(party, " ".join(sorted(tops)), None) for party, tops in possible.items()]
    decided = "indeterminate" if 1 in counts and len(counts) > 1 else "one" if counts == {1} else "several"
    assert origin(behind) == decided
    found = parties(behind)
    assert found is None or len(possible) == 1 or {found} == counts
