"""Faults of every kind planted in one corpus are all reported, each exactly once, and nothing is written."""

import json
from pathlib import Path

import pytest

from analysis.errors import CorpusError
from analysis.load import check, corpus

ROOT = Path(__file__).parents[3]

SPEAKER_COLUMNS = "one of speaker_id, name, kind, party, reliability, handling"
ORIGINAL = "isis-villages-retaken"
PLANTED = 35
PACKAGE = json.loads((ROOT / "seeds/aleppo-2015/datapackage.json").read_text("utf-8"))
ENUMS = {
    (table["name"], field["name"]): field["constraints"].get("enum", ())
    for table in PACKAGE["resources"]
    for field in table["schema"]["fields"]
    if "constraints" in field
}


def plant_all(copy) -> set[tuple[str, int, str, str, str, str]]:
    """Spoil the copy; what the checker should say of it comes back."""
    expected = plant_statements(copy)

    def expect(file: str, row: int, column: str, found: str, wanted: str, near: str) -> None:
        expected.add((f"{file}.csv", row, column, found, wanted, near))

    row = copy.plant("claims", "b-p2-target-isis", actor_id="isiss")
    expect("claims", row, "actor_id", "unknown key 'isiss'", "a key that stands in actors.csv", "isis")
    row = copy.plant("claims", "a-p4-territory-share", best="about 50%")
    number = "a number without words or separators"
    expect("claims", row, "best", "'about 50%'", number, "50")
    row = copy.plant("claims", "c-p4-front-on-friday", low="0.9", high="0.2")
    expect("claims", row, "low", "low 0.9 above high 0.2", "low <= high", "low 0.2, high 0.9")
    row = copy.plant("claims", "b-p3-auxiliaries", low="1800", best="2500", high="2200")
    expect("claims", row, "best", "best 2500 above high 2200", "best <= high", "2200")
    row = copy.plant("claims", "b-p2-aleppo-a-goal", wording="=cmd()")
    formula = "a formula, as a spreadsheet would read it: '=cmd()'"
    expect("claims", row, "wording", formula, "text that does not begin with = + - @ or a tab", "cmd()")
    row = copy.plant("claims", "b-p1-rebel-targets", credibility="7")
    expect("claims", row, "credibility", "'7'", "one of 1, 2, 3, 4, 5, 6", "")
    row = copy.plant("claims", "c-p4-former-capital", locator="4")
    expect("claims", row, "locator", "'4'", "text that matches ^p[1-9][0-9]*$", "p4")
    row = copy.plant("claims", "a-p7-sorties", unit="strikes")
    expect("claims", row, "unit", "'strikes'", "sorties, the unit of sorties", "sorties")
    copy.plant("claims", "a-p8-family-pressure", event_id="")
    row = copy.row_of("events", "families-protests")
    lonely = "'families-protests', an event without a claim"
    expect("events", row, "event_id", lonely, "at least one row of claims.csv with this event_id", "")
    row = copy.plant("events", "kweires-siege", date="2015-11-10/2013")
    reversed_span = "a span that starts before it ends"
    expect("events", row, "date", "'2015-11-10/2013'", reversed_span, "2013/2015-11-10")
    row = copy.plant("events", "russian-air-campaign", title="<b>Russian</b> air campaign")
    expect(
        "events", row, "title", "markup: '<b>Russian</b> air campaign'", "plain text", "Russian air campaign"
    )
    row = copy.plant("events", "weekend-fighting", date_note="")
    expect("events", row, "date_note", "an empty cell", "the reason, as date is inferred", "")
    row = copy.plant("places", "kweires", latitude="370")
    expect("places", row, "latitude", "'370'", "-90 to 90", "90")
    row = copy.plant("places", "hama-idlib-border", longitude="")
    alone = "a longitude beside latitude 35.42, or neither"
    expect("places", row, "longitude", "an empty cell", alone, "")
    row = copy.plant("actors", "isis", colour="84603c")
    expect("actors", row, "colour", "'84603c'", "text that matches ^#[0-9A-Fa-f]{6}$", "#84603c")
    actors = copy.rows("actors")
    copy.write("actors", [*actors, actors[-1]])
    again = f"'united-states' again, first in row {len(actors)}"
    expect("actors", len(actors) + 1, "actor_id", again, "a key that no other row has", "united-states-2")
    row = copy.plant("relations", 2, relation="member-off")
    relation = "one of member_of, supports, allied_with, fights, left, neutral_to, mediates"
    expect("relations", row, "relation", "'member-off'", relation, "member_of")
    row = copy.plant("relations", 7, other_id="isis")
    expect("relations", row, "other_id", "'isis', a tie to itself", "another faction than actor_id", "")
    row = copy.plant("control", 3, date="November 2015")
    edtf = "an EDTF date such as 2015-11-10, 2015-10~, 2013 or 2015-09-30/.."
    expect("control", row, "date", "'November 2015'", edtf, "2015-11")
    copy.edit("sources.csv", lambda content: content.decode("utf-8").encode("cp1252"))
    title = "Rival Rebels Seize Key ISIS Villages in Syria\u2019s North"
    expect("sources", 4, "title", "byte 0x92 at character 46 of the cell", "UTF-8", title)
    copy.write(
        "speakers", [[*cells, "" if n else "remarks"] for n, cells in enumerate(copy.rows("speakers"))]
    )
    expect("speakers", 1, "remarks", "an unknown column 'remarks'", SPEAKER_COLUMNS, "")
    copy.write("control", [[*cells[:2], *cells[3:]] for cells in copy.rows("control")])
    expect("control", 1, "status", "no such column", "a column status", "")
    return expected


def plant_statements(copy) -> set[tuple[str, int, str, str, str, str]]:
    """Spoil what claims say of each other, who carries them, and when; what should be said comes back."""
    expected = set()

    def plant(table: str, key: str | int, column: str, cells: dict[str, str], *said: str) -> None:
        copy.add_columns(table, *cells)
        expected.add((f"{table}.csv", copy.plant(table, key, **cells), column, *said))

    revised = {"stance": "revises", "about": "a-p3-isis-dead-state-tv"}
    found = "'a-p3-isis-dead-state-tv', a claim by syrian-state-tv"
    wanted = "an earlier claim by kweires-soldier, who revises it"
    plant("claims", "a-p3-isis-dead-soldier", "about", revised, found, wanted, "")
    part = {"stance": "part_of", "about": "a-p7-sorties"}
    found, wanted = "'a-p7-sorties', a claim of sorties", "a claim of air_strikes, of which this is a part"
    plant("claims", "c-p3-russian-strikes", "about", part, found, wanted, "")
    wanted = "the claim_id of the claim that it denies"
    plant("claims", "a-p2-fear-of-execution", "about", {"stance": "denies"}, "an empty cell", wanted, "")
    copy.plant("claims", "c-p3-not-displaced", stance="doubts", about="c-p3-isis-forces")
    ring = " is about ".join(["'c-p3-isis-forces'", "'c-p3-not-displaced'", "'c-p3-isis-forces'"])
    round_about = {"stance": "confirms", "about": "c-p3-not-displaced"}
    wanted = "another claim_id, of which the chain ends, or an empty cell"
    plant("claims", "c-p3-isis-forces", "about", round_about, f"a circle: {ring}", wanted, "")
    known = "children, women, men, elderly, civilians, combatants, aid_workers, health_workers, journalists"
    known += ", medics, police, commanders, foreigners, peacekeepers, destroyed, damaged, captured, abandoned"
    wanted = f"tags of {known}, bodies, identified, families, parted by '; '"
    found = "'kids': under 18"
    plant("claims", "a-p2-besieged-troops", "counts", {"counts": "men; kids"}, found, wanted, "children")
    found, wanted = "unknown key 'jon-hayward'", "keys that stand in speakers.csv"
    relayed = {"via_id": "unattributed; jon-hayward"}
    plant("claims", "a-p6-army-tempo", "via_id", relayed, found, wanted, "john-hayward")
    wanted = "an EDTF date such as 2015-11-10, 2015-10~, 2013 or 2015-09-30/.., or a phrase of the codebook"
    cells = {"as_of": "last Fryday"}
    plant("claims", "a-p1-government-side", "as_of", cells, "'last Fryday'", wanted, "last Friday")
    copy.append("sources", source_id="wire-copy", title="A copy", kind="news_report", copy_of=ORIGINAL)
    found = "'wire-copy', a copy of isis-villages-retaken, which carries the claims"
    cells = {"source_id": "wire-copy"}
    plant("claims", "c-p2-village-contested", "source_id", cells, found, "the original, or no row", ORIGINAL)
    found = "'a-p1-siege-ended', a claim on kweires-siege-ended"
    wanted = "a claim on kweires-siege, or on no event"
    plant("participants", 2, "claim_id", {"claim_id": "a-p1-siege-ended"}, found, wanted, "")
    found, wanted = "'isis', with the role attacker", "an empty cell, or the role supporter"
    plant("participants", 4, "for_id", {"for_id": "isis"}, found, wanted, "")
    found, wanted = "'russia', who is the supporter", "another faction than actor_id"
    plant("participants", 6, "for_id", {"for_id": "russia"}, found, wanted, "")
    kinds = ", ".join(ENUMS["events", "kind"])
    wanted = f"one of {kinds}, or add it to datapackage.json, events.kind.enum"
    found = "'battle': ACLED's battles are armed clashes"
    plant("events", "highway-village-contested", "kind", {"kind": "battle"}, found, wanted, "fighting")
    copy.add_table("measures", ["measure", "noun", "unit", "kind", "family", "proves_event"])
    own = {"noun": "dead", "unit": "persons", "kind": "flow", "family": "harm", "proves_event": "yes"}
    copy.append("measures", measure="fatalities", **own)
    found, wanted = "'fatalities', which every corpus has", "a name that the standard measures have not"
    plant("measures", 2, "measure", {}, found, wanted, "")
    return expected


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_planted_fault_is_reported_once_and_nothing_else(copy) -> None:
    expected = plant_all(copy)
    assert len(expected) == PLANTED
    assert set(copy.faults()) == expected
    assert len(copy.faults()) == len(expected)


def test_nothing_is_written(copy) -> None:
    plant_all(copy)
    before = contents(copy.folder.parent)
    check(copy.folder)
    assert contents(copy.folder.parent) == before


def test_loading_raises_with_all_faults_in_order(copy) -> None:
    plant_all(copy)
    with pytest.raises(CorpusError, match=f"{PLANTED} faults") as caught:
        corpus(copy.folder)
    assert caught.value.faults == check(copy.folder)
    assert list(caught.value.faults) == sorted(caught.value.faults)


def test_the_real_corpora_are_clean(seeds: Path) -> None:
    found = sorted(path.parent for path in seeds.glob("*/datapackage.json"))
    assert found
    assert {folder.name: check(folder) for folder in found} == {folder.name: () for folder in found}
