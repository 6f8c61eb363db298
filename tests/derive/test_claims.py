"""What several claims come to: verdict, revisions, denials, sources and common origin."""

import pandas as pd
import pytest

from analysis.derive import compared, ledger, statements, timeline
from analysis.errors import FrameError
from analysis.model import quantity_of
from tests.derive.conftest import claim

AUTHORS = {"r1": None, "r2": "Author", "r3": "Author", "r4": "Another"}
SHARED = ("shared_voice", "shared_party", "shared_chain", "shared_copy", "shared_author", "shared_source")


def groups_of(corpus):
    return compared(statements(corpus), corpus.places, corpus.events)


def only(groups):
    assert len(groups) == 1
    return groups.iloc[0]


def group_with(groups, claim_id):
    """The group in which a claim is compared."""
    return only(groups[groups["claim_ids"].str.split().map(lambda keys: claim_id in keys)])


def test_two_voices_of_one_party_are_apart_by_the_reading_of_their_words(make):
    group = only(groups_of(make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds"))))
    assert (group["verdict"], group["because"]) == ("apart", "reading")
    assert (group["compared"], group["compatible"], round(group["ratio"])) == (2, 1, 8)
    assert (group["voices"], group["unnamed"], group["parties"], group["origin"]) == (2, 0, 1, "one")
    assert (group["shared_party"], group["shared_source"]) == ("Government", 1)
    assert group[["shared_voice", "shared_chain", "shared_copy", "shared_author"]].isna().all()
    assert (group["union_low"], group["union_high"]) == (12, 999)
    assert group[["common_low", "common_high"]].isna().all()
    assert group["claim_ids"] == "a b"
    assert group["group_id"] == "relief/fatalities/isis"


@pytest.mark.parametrize(
    ("words", "verdict", "because"),
    [
        (["dozens"], "single", None),
        (["about 100", "about 105"], "agree", None),
        (["dozens", "dozens"], "agree", None),
        (["over 50", "dozens"], "overlap", None),
        (["12", "400"], "apart", "count"),
        (["about 50", "over 40", "hundreds"], "apart", "count"),
        (["dozens", "significant"], "indeterminate", "number"),
    ],
)
def test_verdicts(make, words, verdict, because):
    voices = ["tv", "wire", "soldier"]
    claims = [claim(f"c{n}", voices[n], wording, source_id="r1") for n, wording in enumerate(words)]
    group = only(groups_of(make(*claims)))
    assert (group["verdict"], group["because"] if because else None) == (verdict, because)


@pytest.mark.parametrize(
    ("hedged", "plain", "because"),
    [
        ("more than 100", "100", "reading"),
        ("more than three", "three", "reading"),
        ("fewer than ten", "10", "reading"),
        ("more than 100", "80", "count"),
        ("at least 100", "95", "count"),
        ("fewer than ten", "14", "count"),
    ],
)
def test_the_number_that_more_than_shuts_out_is_apart_by_the_reading_only(make, hedged, plain, because):
    read = quantity_of(hedged, "persons")
    ends = {"low": read.low, "high": read.high, "numbers_from": "words"}
    claims = [claim("a", "wire", hedged, **ends), claim("b", "tv", plain, source_id="r2")]
    group = only(groups_of(make(*claims)))
    assert (group["verdict"], group["because"]) == ("apart", because)


def test_most_may_be_compatible_and_one_apart(make):
    voices = [{"speaker_id": f"v{n}", "name": f"V{n}", "kind": "agency"} for n in range(6)]
    told = ["40", "40 to 60", "about 42", "over 30", "dozens", "8"]
    claims = [claim(f"c{n}", f"v{n}", words) for n, words in enumerate(told)]
    group = only(groups_of(make(*claims, speakers=voices)))
    assert (group["verdict"], group["compatible"], group["compared"]) == ("apart", 5, 6)


def test_an_open_end_stays_open(make):
    group = only(groups_of(make(claim("a", "tv", "over 50"), claim("b", "wire", "dozens"))))
    assert (group["common_low"], group["common_high"]) == (50, 99)
    assert group["union_low"] == 12
    assert pd.isna(group["union_high"])


def test_what_all_allow_is_known_only_where_all_have_a_number(make):
    group = only(groups_of(make(claim("a", "tv", "dozens"), claim("b", "wire", "significant"))))
    assert group[["common_low", "common_high"]].isna().all()


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "places"},
        {"measure": "strength"},
        {"actor_id": "ahrar"},
        {"event_id": "other"},
    ],
)
def test_different_subjects_are_never_compared(make, other):
    groups = groups_of(make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds", **other)))
    assert list(groups["verdict"]) == ["single", "single"]
    assert not groups.filter(like="other_").any(axis=None)
    assert groups["part_of"].isna().all()


def test_a_doer_that_one_claim_leaves_open_is_told_as_the_reason(make):
    groups = groups_of(make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds", by_id="ahrar")))
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_doer"]) == [1, 1]


def test_claims_that_name_nothing_are_compared_with_nothing(make):
    nothing = {"event_id": None, "actor_id": None, "as_of": "2015-11-10"}
    groups = groups_of(make(claim("a", "tv", "one", **nothing), claim("b", "wire", "dozens", **nothing)))
    assert list(groups["verdict"]) == ["single", "single"]
    assert groups["group_id"].is_unique


def test_a_revised_figure_is_kept_and_not_compared(make):
    toll = [
        claim("eight", "wire", "8"),
        claim("more", "wire", "79", stance="revises", about="eight"),
        claim("most", "wire", "114", stance="revises", about="more"),
        claim("other", "tv", "114", source_id="r2"),
    ]
    for order in (toll, toll[::-1]):
        group = only(groups_of(make(*order)))
        assert group["verdict"] == "agree"
        assert set(group["claim_ids"].split()) == {"most", "other"}
        assert set(group["revised_ids"].split()) == {"eight", "more"}


@pytest.mark.parametrize(
    "differs",
    [
        {"counts": "children"},
        {"event_id": None, "place_id": "near"},
        {"measure": "injured"},
        {"actor_id": "ahrar"},
        {"unit": "km"},
    ],
)
def test_a_revision_of_something_else_replaces_nothing(make, differs):
    claims = [
        claim("total", "wire", "79"),
        claim("other", "wire", "12", stance="revises", about="total", **differs),
    ]
    groups = groups_of(make(*claims))
    assert set(groups["claim_ids"]) == {"total", "other"}
    assert groups["revised_ids"].isna().all()


def test_a_revision_may_say_who_did_it(make):
    claims = [
        claim("total", "wire", "79"),
        claim("by", "wire", "81", stance="revises", about="total", by_id="ahrar"),
    ]
    group = only(groups_of(make(*claims)))
    assert (group["claim_ids"], group["revised_ids"], group["by_id"]) == ("by", "total", "ahrar")


def test_revisions_in_a_circle_decide_nothing_and_end(make):
    circle = [
        claim("a", "wire", "8", stance="revises", about="b"),
        claim("b", "tv", "9", stance="revises", about="a"),
    ]
    assert only(groups_of(make(*circle)))["claims"] == 2


def test_the_later_count_of_a_voice_counts(make):
    rising = [
        claim("first", "wire", "8", as_of="2015-11-10"),
        claim("then", "wire", "79", as_of="2015-11-12", source_id="r2"),
    ]
    group = only(groups_of(make(*rising)))
    assert (group["claim_ids"], group["earlier_ids"], group["verdict"]) == ("then", "first", "single")
    assert pd.isna(group["because"])
    falling = [
        claim("first", "wire", "79", as_of="2015-11-10"),
        claim("then", "wire", "8", as_of="2015-11-12"),
    ]
    group = only(groups_of(make(*falling)))
    assert (group["claim_ids"], group["because"]) == ("then", "later")


def test_a_voice_in_a_later_report_speaks_of_later(make):
    reports = [
        {"source_id": "r1", "title": "First", "published": "2015-11-11"},
        {"source_id": "r2", "title": "Second", "published": "2015-11-15"},
    ]
    claims = [claim("old", "wire", "8"), claim("new", "wire", "79", source_id="r2")]
    group = only(groups_of(make(*claims, sources=reports)))
    assert (group["claim_ids"], group["earlier_ids"]) == ("new", "old")


@pytest.mark.parametrize("tolls", [("12", "at least 20", "31"), ("31", "20", "12")])
def test_what_later_reports_of_other_voices_count_is_a_later_count(make, tolls):
    days = ("2015-12-05", "2015-12-08", "2015-12-10")
    reports = [
        {"source_id": f"r{number}", "title": day, "published": day} for number, day in enumerate(days, 1)
    ]
    voices = ("wire", "tv", "author")
    claims = [
        claim(f"c{number}", voice, words, source_id=f"r{number}")
        for number, (voice, words) in enumerate(zip(voices, tolls, strict=True), 1)
    ]
    group = only(groups_of(make(*claims, sources=reports)))
    assert (group["verdict"], group["because"], group["compared"]) == ("apart", "later", 3)
    assert pd.isna(group["earlier_ids"])
    of_one_report = claim("c4", "soldier", "90", source_id="r3")
    group = only(groups_of(make(*claims, of_one_report, sources=reports)))
    assert (group["verdict"], group["because"]) == ("apart", "count")
    a_month = [reports[0], {**reports[1], "published": "2015-12"}]
    group = only(groups_of(make(*claims[:2], sources=a_month)))
    assert (group["verdict"], group["because"]) == ("apart", "count"), "may be of one day"


def test_a_day_that_a_claim_states_goes_before_that_of_its_report(make):
    reports = [
        {"source_id": "r1", "title": "First", "published": "2015-11-14"},
        {"source_id": "r2", "title": "Second", "published": "2015-11-20"},
    ]
    same_day = [claim("a", "wire", "8"), claim("b", "tv", "79", as_of="2015-11-14", source_id="r2")]
    group = only(groups_of(make(*same_day, sources=reports)))
    assert (group["verdict"], group["because"]) == ("apart", "count")


def test_counts_as_of_other_days_differ_because_of_the_day(make):
    days = [claim("a", "wire", "8", as_of="2015-11-10"), claim("b", "tv", "79", as_of="2015-11-14")]
    group = only(groups_of(make(*days)))
    assert (group["verdict"], group["because"]) == ("apart", "later")


def test_a_denial_is_no_figure_no_voice_and_stands_beside(make):
    said = [claim("a", "wire", "40"), claim("b", "author", "40", source_id="r2")]
    denial = claim("no", "tv", "none", stance="denies", about="a", source_id="r3")
    group = only(groups_of(make(*said, denial)))
    assert (group["verdict"], group["voices"], group["claims"]) == ("agree", 2, 2)
    assert group["denied_ids"] == "no"
    rows = ledger(statements(make(*said, denial)), groups_of(make(*said, denial))).set_index("claim_id")
    assert pd.isna(rows.loc["no", "verdict"])


def test_a_denial_and_a_projection_prove_no_event(make):
    claims = [
        claim("a", "wire", "40"),
        claim("no", "tv", "none", stance="denies", about="a"),
        claim("hm", "soldier", stance="doubts", about="a"),
        claim("to-come", "author", "90", method="projected", source_id="r2"),
    ]
    corpus = make(*claims)
    event = timeline(corpus, statements(corpus)).set_index("event_id").loc["relief"]
    assert (event["told_by"], event["voices"], event["origin"]) == ("a", 1, "one")


def test_a_doubt_of_a_whole_report_is_beside_all_that_others_say_in_it(make):
    claims = [
        claim("a", "wire", "40"),
        claim("b", "tv", "3", actor_id="ahrar"),
        claim("far", "soldier", "5", actor_id="front", source_id="r2"),
        claim("hm", "author", stance="doubts"),
        claim("own", "author", "7", actor_id="government"),
    ]
    groups = groups_of(make(*claims))
    assert [group_with(groups, key)["doubted_ids"] for key in ("a", "b")] == ["hm", "hm"]
    assert all(pd.isna(group_with(groups, key)["doubted_ids"]) for key in ("far", "own"))


def test_a_confirmation_without_a_number_is_a_voice_for_what_it_confirms(make):
    told = claim("a", "wire", "40", place_id="near", counts="civilians")
    bare = {"event_id": None, "actor_id": None, "source_id": "r2"}
    group = only(groups_of(make(told, claim("yes", "tv", stance="confirms", about="a", **bare))))
    assert (group["verdict"], group["voices"], group["claim_ids"]) == ("agree", 2, "a yes")


def test_a_confirmation_keeps_the_day_that_it_states_itself(make):
    strength = {"measure": "strength", "event_id": None, "place_id": "base"}
    told = claim("a", "wire", "40", as_of="2015-10-01", **strength)
    bare = {"stance": "confirms", "about": "a", "measure": "strength", "event_id": None}
    for day, expected in ((None, "2015-10-01"), ("2015-10-20", "2015-10-20")):
        groups = groups_of(make(told, claim("yes", "tv", as_of=day, **bare)))
        assert f"{group_with(groups, 'yes')['start']:%Y-%m-%d}" == expected


def test_a_documented_count_is_a_floor(make):
    claims = [claim("counted", "author", "9", method="documented"), claim("said", "tv", "23", source_id="r2")]
    group = only(groups_of(make(*claims)))
    assert group["verdict"] == "overlap"
    below = [claim("counted", "author", "23", method="documented"), claim("said", "tv", "9", source_id="r2")]
    assert only(groups_of(make(*below)))["verdict"] == "apart"


def test_an_estimate_contradicts_nobody_by_itself(make):
    claims = [claim("a", "author", "15,000", method="estimated"), claim("b", "tv", "9", source_id="r2")]
    group = only(groups_of(make(*claims)))
    assert (group["verdict"], group["because"]) == ("indeterminate", "estimate")


def test_what_is_projected_is_never_compared_with_what_was_seen(make):
    claims = [claim("a", "wire", "40"), claim("b", "wire", "900", method="projected")]
    groups = groups_of(make(*claims))
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_method"]) == [1, 1]


def test_units_are_converted_within_a_dimension_and_families_are_no_persons(make):
    front = {"measure": "front_distance", "event_id": None, "place_id": "base", "as_of": "2015-10-09"}
    far = [
        claim("a", "tv", "16 miles", unit="miles", **front),
        claim("b", "wire", "26 km", unit="km", **front),
    ]
    group = only(groups_of(make(*far)))
    assert (group["unit"], group["verdict"], group["union_low"]) == ("km", "apart", 25.7)
    homes = claim("a", "tv", low=3240, best=3240, high=3240, unit="families")
    tagged = claim("b", "wire", low=3000, best=3000, high=3000, counts="families", source_id="r2")
    heads = claim("c", "author", low=16000, best=16000, high=16000, source_id="r3")
    groups = groups_of(make(homes, tagged, heads))
    assert sorted(groups["unit"]) == ["families", "persons"]
    assert group_with(groups, "a")["claim_ids"] == "a b"
    assert groups["part_of"].isna().all()


def test_statements_say_who_through_whom_in_which_report(make):
    told = statements(make(claim("a", "soldier", "hundreds", via_id="tv", source_id="r3", locator="p4")))
    row = told.iloc[0]
    assert (row["speaker"], row["via"], row["chain"]) == ("A soldier", "State TV", "State TV")
    assert (row["source_number"], row["locator"], row["grade"]) == (3, "p4", "C3")
    assert (row["party"], row["actor"], row["event"]) == ("Government", "ISIS", "Siege ended")


def test_every_claim_appears_once_in_the_ledger_and_only_quantities_are_judged(make):
    corpus = make(
        claim("a", "tv", "dozens"),
        claim("b", "soldier", "hundreds"),
        claim("c", "wire", measure="occurrence", unit=None),
        claim("d", "wire", "9", as_of="2015-11-10"),
        claim("e", "wire", "12", as_of="2015-11-11"),
        claim("f", "author", "7", source_id="r2"),
        claim("g", "author", "20", source_id="r2", stance="revises", about="f"),
    )
    told = statements(corpus)
    rows = ledger(told, groups_of(corpus)).set_index("claim_id")
    assert list(rows.index) == list("abcdefg")
    assert list(rows.loc[list("abdefg"), "standing"]) == [
        *("compared", "compared", "earlier", "compared", "revised", "compared"),
    ]
    assert rows.loc[list("abeg"), "verdict"].unique().tolist() == ["apart"]
    assert rows.loc[list("cdf"), ["verdict", "origin"]].isna().all(axis=None)
    assert rows.loc[list("df"), "group_id"].nunique() == 1


def test_nothing_to_compare_is_an_empty_frame_with_its_columns(make):
    groups = groups_of(make())
    assert groups.empty
    assert {"verdict", "voices", "union_low"} <= set(groups.columns)


def test_a_missing_column_is_named(make):
    corpus = make(claim("a", "tv", "dozens"))
    with pytest.raises(FrameError, match="missing column origin_id"):
        compared(statements(corpus).drop(columns="origin_id"), corpus.places, corpus.events)


def test_inputs_stay_as_they_are(make):
    corpus = make(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds", unit="families"))
    told = statements(corpus)
    before = told.copy()
    ledger(told, compared(told, corpus.places, corpus.events))
    pd.testing.assert_frame_equal(told, before)
