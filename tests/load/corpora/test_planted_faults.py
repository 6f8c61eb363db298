"""Twenty-two faults planted in one corpus are all reported, each exactly once, and nothing is written."""

from pathlib import Path

import pytest

from analysis.errors import CorpusError
from analysis.load import check, corpus

SPEAKER_COLUMNS = "one of speaker_id, name, kind, party, reliability"


def plant_all(copy) -> set[tuple[str, int, str, str, str, str]]:
    """Spoil the copy; what the checker should say of it comes back."""
    expected = set()

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
    row = copy.plant("claims", "b-p1-rebel-targets", credibility="")
    expect("claims", row, "credibility", "an empty cell", "one of 1, 2, 3, 4, 5, 6", "")
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
    expect("events", row, "date_note", "an empty cell", "the reason, as date_basis is inferred", "")
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
    relation = "one of member_of, supports, allied_with, fights"
    expect("relations", row, "relation", "'member-off'", relation, "member_of")
    row = copy.plant("relations", 8, other_id="isis")
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
    copy.write("participants", [cells[:-1] for cells in copy.rows("participants")])
    expect("participants", 1, "role", "no such column", "a column role", "")
    return expected


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_planted_fault_is_reported_once_and_nothing_else(copy) -> None:
    expected = plant_all(copy)
    assert len(expected) == 22
    assert set(copy.faults()) == expected
    assert len(copy.faults()) == len(expected)


def test_nothing_is_written(copy) -> None:
    plant_all(copy)
    before = contents(copy.folder.parent)
    check(copy.folder)
    assert contents(copy.folder.parent) == before


def test_loading_raises_with_all_faults_in_order(copy) -> None:
    plant_all(copy)
    with pytest.raises(CorpusError, match="22 faults") as caught:
        corpus(copy.folder)
    assert caught.value.faults == check(copy.folder)
    assert list(caught.value.faults) == sorted(caught.value.faults)


def test_the_real_corpora_are_clean(seeds: Path) -> None:
    found = sorted(path.parent for path in seeds.glob("*/datapackage.json"))
    assert found
    assert {folder.name: check(folder) for folder in found} == {folder.name: () for folder in found}
