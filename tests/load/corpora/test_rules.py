"""Each rule alone: what must be refused, with what was found, what was expected and what is near."""

import pytest


@pytest.mark.parametrize(
    ("table", "key", "cells", "column", "found", "near"),
    [
        (
            "claims",
            "a-p1-siege-ended",
            {"source_id": "kweires-siege-lift"},
            "source_id",
            "unknown key",
            "kweires-siege-lifted",
        ),
        (
            "claims",
            "a-p7-sorties",
            {"claim_id": "A p7: Sorties"},
            "claim_id",
            "'A p7: Sorties'",
            "a-p7-sorties",
        ),
        ("claims", "a-p1-siege-ended", {"place_id": "kweirs"}, "place_id", "unknown key 'kweirs'", "kweires"),
        ("claims", "a-p1-siege-ended", {"measure": "ocurrence"}, "measure", "'ocurrence'", "occurrence"),
        ("claims", "a-p1-siege-ended", {"unit": "persons"}, "unit", "'persons'", ""),
        ("claims", "c-p3-depot-destroyed", {"unit": ""}, "unit", "an empty cell", ""),
        ("claims", "a-p1-siege-ended", {"best": "4"}, "best", "'4'", ""),
        ("claims", "a-p2-besieged-troops", {"best": "4"}, "best", "best 4 alone", "low 4, high 4"),
        ("claims", "c-p4-front-after-weekend", {"wording": "some 20 acres"}, "wording", "counts acres", ""),
        ("claims", "a-p8-family-pressure", {"wording": "over six months"}, "wording", "counts months", ""),
        ("claims", "a-p1-siege-ended", {"via_id": "report-a-voice"}, "via_id", "who is the speaker", ""),
        ("claims", "a-p1-siege-ended", {"as_of": "2015-11-31"}, "as_of", "'2015-11-31', no day", ""),
        ("claims", "a-p1-siege-ended", {"as_of": "2015-11-10T12:00"}, "as_of", "a clock time", "2015-11-10"),
        ("claims", "a-p1-siege-ended", {"as_of": "Y17E7"}, "as_of", "a year of more than four digits", ""),
        ("claims", "a-p1-siege-ended", {"as_of": "2015-W40"}, "as_of", "a week by number", ""),
        ("claims", "a-p1-siege-ended", {"as_of": "42318"}, "as_of", "'42318'", "2015-11-10 or 2019-11-11"),
        ("claims", "a-p1-siege-ended", {"as_of": "Nov-15"}, "as_of", "'Nov-15'", "2015-11 or 15 November"),
        ("claims", "a-p1-siege-ended", {"as_of": "2015/11/10"}, "as_of", "'2015/11/10'", "2015-11-10"),
        (
            "claims",
            "a-p1-siege-ended",
            {"as_of": "10/11/2015"},
            "as_of",
            "'10/11/2015'",
            "2015-11-10 or 2015-10-11",
        ),
        ("claims", "a-p1-siege-ended", {"as_of": "13/11/2015"}, "as_of", "'13/11/2015'", "2015-11-13"),
        ("claims", "a-p1-siege-ended", {"as_of": "../.."}, "as_of", "'../..'", ""),
        ("claims", "a-p1-siege-ended", {"summary": "x" * 301}, "summary", "xxx", "x" * 300),
        ("claims", "a-p7-sorties", {"wording": ""}, "wording", "neither words nor numbers", ""),
        ("claims", "a-p7-sorties", {"low": "-1"}, "low", "'-1'", "0"),
        ("claims", "a-p7-sorties", {"low": "1,600"}, "low", "'1,600'", "1600"),
        ("claims", "a-p7-sorties", {"low": "NaN"}, "low", "no finite number", ""),
        ("claims", "a-p7-sorties", {"high": "Infinity"}, "high", "no finite number", ""),
        (
            "claims",
            "a-p7-sorties",
            {"low": "2000", "best": "1600"},
            "best",
            "best 1600 below low 2000",
            "2000",
        ),
        ("claims", "a-p7-sorties", {"wording": "+1+1"}, "wording", "a formula", "1+1"),
        ("claims", "a-p7-sorties", {"wording": "@SUM(A1)"}, "wording", "a formula", "SUM(A1)"),
        ("claims", "a-p7-sorties", {"wording": "\t=1"}, "wording", "a formula", "1"),
        ("claims", "a-p7-sorties", {"wording": "over\u202e 1,600"}, "wording", "U+202E", "over 1,600"),
        ("claims", "a-p7-sorties", {"wording": "over\x00 1,600"}, "wording", "U+0000", "over 1,600"),
        ("claims", "a-p7-sorties", {"wording": " over 1,600"}, "wording", "blanks around", "over 1,600"),
        ("claims", "a-p7-sorties", {"summary": "<script>x()</script>"}, "summary", "markup", "x()"),
        ("claims", "a-p7-sorties", {"summary": "&lt;b&gt; sorties"}, "summary", "markup", "<b> sorties"),
        ("claims", "a-p7-sorties", {"summary": "<!-- hidden"}, "summary", "markup", ""),
        ("sources", 2, {"url": "javascript:alert(1)"}, "url", "'javascript:alert(1)'", ""),
        ("sources", 2, {"published_note": ""}, "published_note", "an empty cell", ""),
        ("sources", 2, {"reliability": "G"}, "reliability", "'G'", ""),
        (
            "speakers",
            "syrian-officer",
            {"party": "syrian-goverment"},
            "party",
            "unknown key",
            "syrian-government",
        ),
        ("places", "kweires", {"latitude": ""}, "latitude", "an empty cell", ""),
        ("places", "kweires", {"longitude": "-180.5"}, "longitude", "'-180.5'", "-180"),
        ("places", "kweires", {"where_prec": "1.5"}, "where_prec", "'1.5'", ""),
        ("places", "kweires", {"where_prec": "8"}, "where_prec", "'8'", "7"),
        ("actors", "isis", {"name": ""}, "name", "an empty cell", ""),
        (
            "relations",
            3,
            {"claim_id": "a-p2-siege-since-2013"},
            "claim_id",
            "a claim about isis and kweires",
            "x",
        ),
        (
            "control",
            2,
            {"claim_id": "c-p4-front-on-friday"},
            "claim_id",
            "a claim about aleppo and isis",
            "x",
        ),
        ("control", 2, {"status": "hold"}, "status", "'hold'", "held"),
        ("control", 2, {"date_note": ""}, "date_note", "an empty cell", ""),
        ("events", "weekend-fighting", {"date_note": ""}, "date_note", "an empty cell", ""),
    ],
)
def test_one_spoilt_cell_is_one_fault(copy, table, key, cells, column, found, near) -> None:
    row = copy.plant(table, key, **cells)
    file, at, where, what, expected, nearest = copy.only()
    assert (file, at, where) == (f"{table}.csv", row, column)
    assert found in what
    assert expected
    assert nearest == near or near == "x"


def test_claims_without_a_subject_may_be_cited(copy) -> None:
    copy.plant("claims", "b-p4-population", place_id="")
    copy.plant("relations", 2, claim_id="b-p4-population")
    assert copy.faults() == []


def test_an_ordinary_less_than_and_ampersand_are_no_markup(copy) -> None:
    copy.plant("claims", "a-p7-sorties", summary="Sorties < 2,000 & more than 1,600; AT&T is no entity.")
    assert copy.faults() == []


def test_row_given_twice_in_a_table_with_a_joint_key(copy) -> None:
    rows = copy.rows("participants")
    copy.write("participants", [*rows, rows[1]])
    found = "'kweires-siege, isis, attacker, a-p1-isis-besieged-base' again, first in row 2"
    wanted = "a key that no other row has"
    columns = "event_id, actor_id, role, claim_id"
    assert copy.only() == (
        "participants.csv",
        len(rows) + 1,
        columns,
        found,
        wanted,
        "remove one of the two rows",
    )


def test_misspelt_event_key_is_not_reported_twice(copy) -> None:
    row = copy.plant("claims", "a-p8-family-pressure", event_id="families-protest")
    assert copy.only()[:3] == ("claims.csv", row, "event_id")


def test_free_key_skips_those_taken(copy) -> None:
    rows = copy.rows("actors")
    second = ["united-states-2", *rows[-1][1:]]
    copy.write("actors", [*rows, second, rows[-1]])
    assert copy.only()[-1] == "united-states-3"
