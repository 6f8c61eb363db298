"""What claims say of each other, by whose word, and in what they count: each rule alone."""

import json

import pytest

from analysis.load import corpus

OWN = {"noun": "roads cut", "unit": "roads", "kind": "flow", "family": "territory", "proves_event": "yes"}
COLUMNS = ["measure", *OWN]
AUXILIARIES = {
    "speaker_id": "us-government",
    "event_id": "aleppo-offensive",
    "actor_id": "iran-backed-forces",
    "place_id": "aleppo-surroundings",
}
"""Who says what of whom where in the claim `b-p3-auxiliaries`."""


@pytest.fixture
def coded(copy):
    """A copy whose claims have all columns."""
    copy.add_columns("claims", "stance", "about", "by_id", "method")
    copy.add_columns("sources", "copy_of")
    return copy


@pytest.mark.parametrize("stance", ["denies", "confirms", "revises", "part_of"])
def test_a_stance_about_a_claim_names_it(coded, stance) -> None:
    number = coded.plant("claims", "a-p7-sorties", stance=stance)
    assert coded.only()[:4] == ("claims.csv", number, "about", "an empty cell")


def test_a_doubt_may_be_of_the_whole_report(coded) -> None:
    coded.plant("claims", "a-p7-sorties", stance="doubts")
    assert coded.faults() == []


def test_a_denial_needs_no_figure(coded) -> None:
    coded.plant("claims", "a-p3-isis-dead-soldier", stance="denies", wording="")
    coded.plant("claims", "a-p3-isis-dead-soldier", about="a-p3-isis-dead-state-tv")
    assert coded.faults() == []


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"stance": "denies", "about": "a-p7-sorties"}, "'a-p7-sorties', the row itself"),
        ({"stance": "confirms", "about": "a-p7-sortie"}, "unknown key 'a-p7-sortie'"),
        (
            {"stance": "part_of", "about": "b-p3-auxiliaries"},
            "'b-p3-auxiliaries', a claim of strength",
        ),
        ({"stance": "revises", "about": "b-p4-population"}, "'b-p4-population', a claim by jason-ditz"),
    ],
)
def test_what_a_claim_may_not_be_about(coded, cells, found) -> None:
    number = coded.plant("claims", "a-p7-sorties", **cells)
    assert coded.only()[:4] == ("claims.csv", number, "about", found)


def test_a_revision_is_of_the_same_measure_and_not_earlier(coded) -> None:
    later = {"stance": "revises", "about": "b-p3-auxiliaries", **AUXILIARIES}
    number = coded.plant("claims", "c-p3-isis-forces", **later)
    coded.plant("sources", "aleppo-offensive-launched", published="2015-10-20")
    coded.plant("sources", "isis-villages-retaken", published="2015-10-12")
    found, wanted = coded.only()[3:5]
    assert found == "'b-p3-auxiliaries', in a report of 2015-10-20"
    assert wanted == "a claim in a report of 2015-10-12 or earlier"
    coded.plant("sources", "isis-villages-retaken", published="2015-10-20")
    assert coded.faults() == []
    coded.plant("claims", "c-p3-isis-forces", measure="population")
    assert coded.only()[:4] == ("claims.csv", number, "about", "'b-p3-auxiliaries', a claim of strength")


@pytest.mark.parametrize(
    ("cells", "found", "wanted"),
    [
        ({"event_id": ""}, "a claim of event 'aleppo-offensive'", "a claim of no event"),
        ({"actor_id": "isis"}, "a claim of faction 'iran-backed-forces'", "a claim of faction 'isis'"),
        ({"place_id": "kweires"}, "a claim of place 'aleppo-surroundings'", "a claim of place 'kweires'"),
        ({"counts": "foreigners"}, "a claim of no part", "a claim of part 'foreigners'"),
    ],
)
def test_a_revision_is_of_the_very_same(coded, cells, found, wanted) -> None:
    revision = {"stance": "revises", "about": "b-p3-auxiliaries", **AUXILIARIES}
    number = coded.plant("claims", "c-p3-isis-forces", **revision)
    coded.plant("sources", "isis-villages-retaken", published="2015-10-20")
    coded.plant("sources", "aleppo-offensive-launched", published="2015-10-20")
    coded.plant("claims", "c-p3-isis-forces", by_id="russia")
    assert coded.faults() == []
    coded.plant("claims", "c-p3-isis-forces", **cells)
    assert coded.only()[:5] == ("claims.csv", number, "about", f"'b-p3-auxiliaries', {found}", wanted)


def test_a_part_is_of_the_event_of_its_whole_or_of_a_figure_on_none(coded) -> None:
    part = {"stance": "part_of", "about": "b-p3-auxiliaries"}
    number = coded.plant("claims", "c-p3-isis-forces", event_id="kweires-battle", **part)
    found = "'b-p3-auxiliaries', a claim of event 'aleppo-offensive'"
    assert coded.only()[:4] == ("claims.csv", number, "about", found)
    for event in ("", "aleppo-offensive"):
        coded.plant("claims", "c-p3-isis-forces", event_id=event)
        assert coded.faults() == []


def test_a_part_counts_in_a_unit_of_the_whole(coded) -> None:
    part = {"stance": "part_of", "about": "c-p3-depot-destroyed"}
    coded.plant("claims", "a-p7-sorties", measure="losses", wording="two", unit="depots", **part)
    assert coded.faults() == []


@pytest.mark.parametrize(
    ("table", "keys", "column"),
    [
        ("claims", ("a-p7-sorties", "b-p4-population", "a-p1-base-relieved"), "about"),
        ("places", ("aleppo", "aleppo-province", "syria"), "parent_id"),
    ],
)
def test_a_circle_is_told_once(coded, table, keys, column) -> None:
    for number, key in enumerate(keys):
        stance = {"stance": "doubts"} if table == "claims" else {}
        coded.plant(table, key, **{column: keys[number - 1]}, **stance)
    file, at, where, found, _, _ = coded.only()
    rows = [coded.row_of(table, key) for key in keys]
    assert (file, at, where) == (f"{table}.csv", min(rows), column)
    assert found.startswith("a circle: ")
    assert all(f"'{key}'" in found for key in keys)


def test_a_report_is_no_copy_of_itself_nor_two_of_each_other(coded) -> None:
    spare = {"title": "A copy", "kind": "news_report"}
    row = coded.append("sources", source_id="one", copy_of="two", **spare)
    coded.append("sources", source_id="two", copy_of="one", **spare)
    assert coded.only()[:3] == ("sources.csv", row, "copy_of")
    coded.plant("sources", "two", copy_of="")
    assert coded.faults() == []


def test_a_copy_carries_no_claims(coded) -> None:
    coded.plant("sources", "isis-villages-retaken", copy_of="aleppo-offensive-launched")
    faults = [fault for fault in coded.faults() if fault[2] == "source_id"]
    claims = [cells for cells in coded.rows("claims") if cells[1] == "isis-villages-retaken"]
    assert len(faults) == len(claims)
    assert {fault[5] for fault in faults} == {"aleppo-offensive-launched"}


@pytest.mark.parametrize(
    ("via", "found", "near"),
    [
        ("reuters; john-haywar", "unknown key 'john-haywar'", "john-hayward"),
        ("reuters; unattributed", "'unattributed', who is the speaker", "reuters"),
        ("reuters; associated-press; reuters", "'reuters' twice", "reuters; associated-press"),
        ("reuters; jason-ditz", "'jason-ditz', the outlet of the report itself", "reuters"),
    ],
)
def test_a_chain_of_voices(coded, via, found, near) -> None:
    coded.plant("sources", "kweires-siege-lifted", publisher="Jason Ditz")
    number = coded.plant("claims", "a-p7-sorties", via_id=via)
    file, at, column, what, _, hint = coded.only()
    assert (file, at, column, what, hint) == ("claims.csv", number, "via_id", found, near)


def test_a_chain_is_joined_in_one_way_whatever_the_data_package_lets_in(coded) -> None:
    path = coded.folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    (claims,) = (table for table in content["resources"] if table["name"] == "claims")
    (via,) = (field for field in claims["schema"]["fields"] if field["name"] == "via_id")
    del via["constraints"]
    path.write_text(json.dumps(content), "utf-8")
    coded.plant("claims", "a-p7-sorties", via_id="reuters;john-hayward")
    fault = coded.only()
    assert fault[2:] == ("via_id", "'reuters;john-hayward'", "keys joined by '; '", "reuters; john-hayward")


def test_a_chain_of_several_voices_is_fine(coded) -> None:
    coded.plant("claims", "a-p7-sorties", via_id="reuters; associated-press; john-hayward")
    assert coded.faults() == []


@pytest.mark.parametrize(
    ("counts", "found", "near"),
    [
        ("civilian", "'civilian': who belongs to no armed force", "civilians"),
        ("combatant; bodies", "'combatant'", "combatants"),
        ("bodies; bodies", "'bodies' twice", "bodies"),
        ("zebras", "'zebras'", ""),
    ],
)
def test_a_tag_that_is_unknown_or_there_twice(coded, counts, found, near) -> None:
    number = coded.plant("claims", "a-p3-isis-dead-soldier", counts=counts)
    file, at, column, what, _, hint = coded.only()
    assert (file, at, column, what, hint) == ("claims.csv", number, "counts", found, near)


def test_tags_of_several_facets_are_fine(coded) -> None:
    coded.plant("claims", "a-p3-isis-dead-soldier", counts="combatants; men; bodies")
    assert coded.faults() == []


def test_who_takes_part_is_said_by_a_claim_on_the_event_or_on_none(coded) -> None:
    number = coded.plant("participants", 2, claim_id="a-p1-siege-ended")
    assert coded.only()[:3] == ("participants.csv", number, "claim_id")
    coded.plant("participants", 2, claim_id="a-p7-sorties")
    assert coded.faults() == []


def test_only_a_supporter_supports_and_somebody_else(coded) -> None:
    rows = coded.rows("participants")
    supporter = next(n for n, cells in enumerate(rows, 1) if cells[2] == "supporter")
    coded.plant("participants", supporter, for_id=rows[supporter - 1][1])
    assert coded.only()[1:3] == (supporter, "for_id")
    coded.plant("participants", supporter, for_id="syrian-army", role="attacker")
    assert "with the role attacker" in coded.only()[3]


@pytest.mark.parametrize("unit", ["km", "miles", "m", ""])
def test_a_unit_may_be_one_that_converts(coded, unit) -> None:
    coded.plant("claims", "c-p4-front-after-weekend", unit=unit)
    assert coded.faults() == []


@pytest.mark.parametrize(("unit", "near"), [("km2", "km"), ("persons", "km"), ("hours", "km")])
def test_a_unit_of_another_kind_is_a_fault(coded, unit, near) -> None:
    number = coded.plant("claims", "c-p4-front-after-weekend", unit=unit)
    found, wanted = f"'{unit}'", "km, the unit of front_distance"
    assert coded.only() == ("claims.csv", number, "unit", found, wanted, near)


@pytest.mark.parametrize(
    ("measure", "found", "near"),
    [
        ("fatalitys", "'fatalitys'", "fatalities"),
        ("killed", "'killed': who died is counted so, as in UCDP and ACLED", "fatalities"),
        ("happiness", "'happiness'", ""),
    ],
)
def test_an_unknown_measure_is_told_how_to_come_in(coded, measure, found, near) -> None:
    number = coded.plant("claims", "a-p3-isis-dead-soldier", measure=measure)
    expected = "a measure of the vocabulary, or add a row to measures.csv"
    assert coded.only() == ("claims.csv", number, "measure", found, expected, near)


def test_a_corpus_adds_a_measure_with_its_unit(coded) -> None:
    coded.add_table("measures", COLUMNS)
    coded.append("measures", measure="roads_cut", **OWN)
    coded.plant("claims", "a-p7-sorties", measure="roads_cut", unit="", wording="three")
    assert coded.faults() == []
    claim = corpus(coded.folder).claims.set_index("claim_id").loc["a-p7-sorties"]
    assert (claim["low"], claim["unit"]) == (3, "roads")
    coded.plant("claims", "a-p7-sorties", unit="sorties")
    assert coded.only()[2:5] == ("unit", "'sorties'", "roads, the unit of roads_cut")


@pytest.mark.parametrize(
    ("cells", "column", "found", "near"),
    [
        ({"measure": "fatalities"}, "measure", "'fatalities', which every corpus has", ""),
        ({"family": "territories"}, "family", "'territories'", "territory"),
        ({"kind": "flows"}, "kind", "'flows'", "flow"),
        ({"kind": "none"}, "unit", "'roads'", ""),
        ({"unit": ""}, "unit", "an empty cell", ""),
        ({"proves_event": "maybe"}, "proves_event", "'maybe'", ""),
    ],
)
def test_a_measure_of_the_corpus_is_new_and_whole(coded, cells, column, found, near) -> None:
    coded.add_table("measures", COLUMNS)
    coded.append("measures", **({"measure": "roads_cut"} | OWN | cells))
    file, row, where, what, expected, hint = coded.only()
    assert (file, row, where, what, hint) == ("measures.csv", 2, column, found, near)
    assert expected


@pytest.mark.parametrize(
    ("table", "key", "kind", "found", "near"),
    [
        ("events", "weekend-fighting", "battle", "'battle': ACLED's battles are armed clashes", "fighting"),
        ("events", "weekend-fighting", "truce", "'truce': a halt of fighting", "ceasefire"),
        ("events", "weekend-fighting", "picnic", "'picnic'", ""),
        ("places", "aleppo", "governorate", "'governorate': the first level below the country", "province"),
        ("actors", "isis", "militia", "'militia': UCDP's non-state actor", "armed_group"),
        ("speakers", "reuters", "wire", "'wire': a wire", "agency"),
        ("sources", 2, "article", "'article': a piece of news", "news_report"),
    ],
)
def test_an_open_list_is_told_how_to_grow(coded, table, key, kind, found, near) -> None:
    number = coded.plant(table, key, kind=kind)
    file, at, column, what, expected, hint = coded.only()
    assert (file, at, column, what, hint) == (f"{table}.csv", number, "kind", found, near)
    assert expected.endswith(f", or add it to datapackage.json, {table}.kind.enum")


def test_a_closed_list_does_not_grow(coded) -> None:
    coded.plant("control", 2, status="occupied")
    found, expected, near = coded.only()[3:]
    assert (found, near) == ("'occupied': the faction has the place", "held")
    assert "datapackage" not in expected
