"""In which rows figures are drawn: order, parts, replacements, claims together, and who is not counted."""

import pandas as pd
import pytest

from analysis.derive import (
    claimed_casualties,
    claimed_forces,
    compared,
    force_figures,
    harm_figures,
    statements,
    timeline,
    uncounted,
)
from analysis.model.frames import FIGURES
from tests.contracts import breaches
from tests.derive.conftest import claim

STRENGTH = {"measure": "strength", "event_id": None}


def forces_of(make, *claims) -> pd.DataFrame:
    return force_figures(claimed_forces(statements(make(*claims))))


def harm_of(make, *claims) -> pd.DataFrame:
    told = statements(corpus := make(*claims))
    return harm_figures(claimed_casualties(told), compared(told, corpus.places, corpus.events))


def keys_of(figures: pd.DataFrame) -> list[str]:
    return list(figures["claim_id"])


def test_units_with_two_numbers_come_first_the_largest_force_before_those_without_a_number(make):
    rows = forces_of(
        make,
        claim("sorties", "author", "over 1,600", measure="sorties", unit="sorties"),
        claim("mute", "author", "significant", **STRENGTH),
        claim("small", "wire", "50", actor_id="ahrar", **STRENGTH),
        claim("large", "tv", "about 2,000", actor_id="front", **STRENGTH),
    )
    assert keys_of(rows) == ["large", "small", "mute", "sorties"]
    assert list(rows["block"]) == [1, 1, 1, 2]
    assert list(rows["row"]) == [1, 2, 3, 4]


def test_claims_of_one_force_follow_in_time(make):
    rows = forces_of(
        make,
        claim("late", "wire", "50", as_of="2015-11-12", **STRENGTH),
        claim("early", "wire", "400", as_of="2015-10-09", **STRENGTH),
        claim("other", "tv", "300", actor_id="front", **STRENGTH),
    )
    assert keys_of(rows) == ["early", "late", "other"]


def many(number: int, **other) -> list[dict]:
    return [
        claim(
            f"c{n}", ("tv", "wire")[n % 2], str(10 + n), actor_id=("isis", "front", "ahrar")[n % 3], **other
        )
        for n in range(number)
    ]


@pytest.mark.parametrize("number", [60, 61, 400])
def test_above_sixty_claims_stand_together_and_none_is_lost(make, number):
    rows = forces_of(make, *many(number, measure="strength", event_id=None))
    assert breaches(FIGURES, rows) == []
    whole = rows.drop_duplicates("row")
    assert whole["together"].sum() == rows["claims"].sum() == number
    assert len(whole) == 60 if number == 60 else len(whole) <= 30
    assert rows.groupby("row")["mark"].max().max() <= 24
    assert (rows["low"].min(), rows["high"].max()) == (10, 9 + number)
    assert rows.groupby("row")["actor"].nunique().eq(1).all(), "of one faction each"


def test_a_mark_of_several_claims_names_none_of_them(make):
    rows = forces_of(make, *many(400, measure="strength", event_id=None))
    several = rows[rows["claims"] > 1]
    assert len(several)
    assert several[["claim_id", "speaker", "wording", "cite"]].isna().all().all()
    assert (several["low"] <= several["high"]).all()


def test_denials_share_no_row_with_what_they_deny(make):
    others = [claim(f"no{n}", "tv", "none", stance="denies", about="c1", **STRENGTH) for n in range(3)]
    rows = forces_of(make, *many(70, measure="strength", event_id=None), *others)
    assert rows.groupby("row")["stance"].nunique().max() == 1


def test_parts_stand_under_their_whole(make):
    rows = harm_of(
        make,
        claim("children", "tv", "9", counts="children"),
        claim("all", "wire", "40"),
        claim("elsewhere", "wire", "200", event_id="campaign"),
    )
    assert keys_of(rows) == ["all", "children", "elsewhere"]
    assert list(rows["depth"]) == [0, 1, 0]
    assert list(rows["block"]) == [1, 1, 2]


def test_what_is_apart_comes_before_what_one_voice_says(make):
    rows = harm_of(
        make,
        claim("alone", "wire", "900", event_id="campaign"),
        claim("more", "soldier", "hundreds"),
        claim("fewer", "tv", "dozens"),
    )
    assert keys_of(rows) == ["fewer", "more", "alone"]


def test_the_dead_come_before_the_displaced_however_many(make):
    moved = claim("moved", "wire", "90,000", measure="displaced", actor_id=None)
    assert keys_of(harm_of(make, moved, claim("dead", "wire", "two"))) == ["dead", "moved"]


def test_a_revision_says_what_it_replaces_and_a_denial_stands_last(make):
    rows = harm_of(
        make,
        claim("no", "tv", "none", stance="denies", about="new"),
        claim("new", "wire", "79", stance="revises", about="old", as_of="2015-11-12"),
        claim("old", "wire", "8", as_of="2015-11-10"),
    ).set_index("claim_id")
    assert list(rows.index) == ["old", "new", "no"]
    assert rows["standing"].to_dict() == {"old": "revised", "new": "compared", "no": "denies"}
    assert rows.loc["new", "replaces"] == "old"
    assert rows["replaces"].notna().sum() == 1


def test_a_later_count_of_the_same_voice_replaces_its_earlier_one(make):
    rows = harm_of(
        make,
        claim("first", "wire", "8", as_of="2015-11-10"),
        claim("then", "wire", "79", as_of="2015-11-12"),
    ).set_index("claim_id")
    assert rows.loc["then", "replaces"] == "first"
    assert rows.loc["first", "standing"] == "earlier"


def test_of_many_claims_those_told_more_than_once_keep_their_rows(make):
    claims = [claim(f"d{n}", "wire", str(n + 2), event_id=f"e{n}") for n in range(80)]
    rows = harm_of(make, *claims, claim("fewer", "tv", "dozens"), claim("more", "soldier", "hundreds"))
    assert keys_of(rows)[:2] == ["fewer", "more"]
    assert rows.drop_duplicates("row")["together"].sum() == 82
    assert rows["row"].max() <= 60


PEOPLE = [
    {"event_id": "relief", "actor_id": "isis", "role": "defender"},
    {"event_id": "relief", "actor_id": "government", "role": "attacker"},
    {"event_id": "relief", "actor_id": "front", "role": "mediator"},
]


def absent(make, *claims, **tables) -> dict[tuple[str, str], str]:
    told = statements(corpus := make(*claims, participants=PEOPLE, **tables))
    rows = uncounted(corpus, told, timeline(corpus, told)).fillna({"names": ""})
    return dict(zip(zip(rows["whom"], rows["names"], strict=True), rows["measures"], strict=True))


def test_of_whom_nobody_counts_the_harm_is_found_by_looking(make):
    found = absent(make, claim("a", "tv", "dozens"))
    assert found == {
        ("civilians", ""): "fatalities; injured; missing; displaced",
        ("factions", "ISIS"): "injured; missing",
        ("factions", "Government"): "fatalities; injured; missing",
    }, "who mediates has no losses to count"


@pytest.mark.parametrize("nothing", [{"wording": ""}, {"wording": "significant"}, {"stance": "denies"}])
def test_words_without_a_number_and_denials_count_nobody(make, nothing):
    words = {"wording": "dozens"} | nothing
    found = absent(make, claim("a", "tv", words.pop("wording"), **words))
    assert found["factions", "ISIS; Government"] == "fatalities; injured; missing"


def test_people_counted_without_saying_who_they_are_may_be_civilians(make):
    found = absent(make, claim("a", "tv", "dozens", actor_id=None))
    assert found["among", ""] == "fatalities; injured; missing; displaced"
    counted = absent(make, claim("a", "tv", "dozens", counts="civilians"))
    assert counted["civilians", ""] == "injured; missing; displaced"
