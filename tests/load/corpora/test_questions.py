"""What is no fault and mostly a slip is asked; what is coded as it should be is not."""

import pytest

from analysis.load import check, corpus, review

KNOWN = {("claims.csv", "as_of"), ("claims.csv", "wording")}
"""Asked of the one strength in Aleppo that a report gives without number and day."""


def test_the_real_corpus_is_asked_little(aleppo) -> None:
    questions = review(aleppo).questions
    assert {(one.file, one.column) for one in questions} == KNOWN
    assert list(questions) == sorted(questions)


def test_questions_are_no_faults(asked) -> None:
    asked.plant("claims", "a-p3-isis-dead-state-tv", wording="dozens eliminated", low="12", high="99")
    assert len(asked.further()) == 1
    assert check(asked.folder) == ()
    assert corpus(asked.folder).name == "aleppo-2015"


DEAD, TROOPS, SORTIES, CALM = (
    *("a-p3-isis-dead-soldier", "a-p2-besieged-troops", "a-p7-sorties"),
    "a-p1-siege-ended",
)


@pytest.mark.parametrize(
    ("key", "cells", "column", "word"),
    [
        (DEAD, {"wording": "", "low": "0", "best": "0", "high": "0"}, "high", "was none"),
        (DEAD, {"wording": "a clash", "low": "0", "best": "0", "high": "0"}, "high", "was none"),
        (SORTIES, {"as_of": ""}, "as_of", "Over which time"),
        (DEAD, {"place_id": "hama-idlib-border"}, "place_id", "right place"),
        (DEAD, {"wording": "114 recorded", "low": "114", "high": "114"}, "method", "documented"),
        (DEAD, {"wording": "visually confirmed 45", "low": "45", "high": "45"}, "method", "documented"),
        (DEAD, {"wording": "projected 40", "low": "40", "high": "40"}, "method", "projected"),
        (DEAD, {"wording": "an estimated 300"}, "method", "estimated"),
        (DEAD, {"wording": "79, including 43 children"}, "wording", "part_of"),
        (DEAD, {"wording": "40 eliminated"}, "wording", "fatalities"),
        (DEAD, {"wording": "losses of 40", "low": "40", "high": "40"}, "wording", "fatalities"),
        (TROOPS, {"wording": "3,240 families"}, "wording", "families"),
        (TROOPS, {"wording": "3,240 families", "low": "3240", "high": "3240"}, "wording", "families"),
        (DEAD, {"wording": "quite a lot"}, "wording", "No rule"),
        (DEAD, {"wording": "40 killed and wounded"}, "wording", "all of it"),
        (DEAD, {"wording": "40 in 24 hours"}, "as_of", "Which days"),
        (CALM, {"summary": "The army denied that the siege had ended."}, "stance", "deny or doubt"),
        (DEAD, {"wording": "no evidence of any dead"}, "stance", "deny or doubt"),
        (CALM, {"about": DEAD}, "stance", "What does it do"),
    ],
)
def test_a_claim_is_asked_about(asked, key, cells, column, word) -> None:
    row = asked.plant("claims", key, **cells)
    questions = asked.further()
    assert ("claims.csv", row, column) in {question[:3] for question in questions}
    assert any(word in question[4] for question in questions if question[2] == column)


@pytest.mark.parametrize(
    ("key", "cells"),
    [
        (DEAD, {"wording": "no one"}),
        (DEAD, {"wording": "dead, 0", "low": "0", "best": "0", "high": "0"}),
        (DEAD, {"wording": "no one", "low": "0", "best": "0", "high": "0"}),
        (DEAD, {"wording": "114 recorded", "low": "114", "high": "114", "method": "documented"}),
        (DEAD, {"wording": "79, including 43 children", "counts": "combatants"}),
        (DEAD, {"wording": "40 in 24 hours", "as_of": "2015-11-10?"}),
        (SORTIES, {"as_of": "", "event_id": "russian-air-campaign"}),
        (DEAD, {"place_id": "aleppo-province"}),
        (
            TROOPS,
            {
                "wording": "3,240 families",
                "measure": "places_taken",
                "low": "3",
                "high": "4",
                "unit": "places",
            },
        ),
        (DEAD, {"wording": "denied", "stance": "denies", "about": "a-p3-isis-dead-state-tv"}),
        (CALM, {"wording": "unidentified"}),
    ],
)
def test_a_claim_that_says_so_is_not_asked(asked, key, cells) -> None:
    asked.plant("claims", key, **cells)
    assert asked.further() == []


def test_a_part_that_is_coded_is_not_asked_for(asked) -> None:
    asked.plant("claims", DEAD, wording="79, including 43 children")
    part = {"stance": "part_of", "about": DEAD, "counts": "children", "wording": "43 children"}
    asked.plant("claims", "a-p3-isis-dead-state-tv", **part)
    assert asked.further() == []


def test_ambiguous_tons(asked) -> None:
    asked.add_table("measures", ["measure", "noun", "unit", "kind", "family", "proves_event"])
    kind = {"kind": "flow", "family": "territory", "proves_event": "yes"}
    asked.append("measures", measure="food_brought", noun="food", unit="tonnes", **kind)
    row = asked.plant("claims", SORTIES, measure="food_brought", unit="", wording="12 tons")
    found, asks = asked.further()[0][3:]
    assert asked.further()[0][:3] == ("claims.csv", row, "wording")
    assert (found, asks[:5]) == ("'12 tons' (tons: metric, long or short tons)", "Which")


def told_again(asked, published: str, **cells: str) -> list:
    """The questions where another report tells the besieged of Kweires with the same number."""
    asked.plant("sources", "kweires-siege-lifted", published="2015-11-10")
    asked.plant("sources", "aleppo-offensive-launched", published=published)
    told = dict(zip(*(asked.rows("claims")[n - 1] for n in (1, asked.row_of("claims", TROOPS))), strict=True))
    same = {"measure": told["measure"], "event_id": "kweires-siege", "actor_id": "syrian-army"}
    same |= {"place_id": "kweires", "wording": "around 1000", "unit": "persons", "as_of": ""}
    asked.plant("claims", "b-p4-reconstruction", **(same | cells))
    return asked.further()


def test_a_number_that_another_voice_told_within_a_week(asked) -> None:
    (question,) = told_again(asked, "2015-11-16")
    row = asked.row_of("claims", "b-p4-reconstruction")
    assert question[:3] == ("claims.csv", row, "speaker_id")
    assert question[3] == "the number of a-p2-besieged-troops, by associated-press"


@pytest.mark.parametrize(
    ("published", "cells"),
    [
        ("2015-11-18", {}),
        ("2015-11-16", {"wording": "around 900"}),
        ("2015-11-16", {"speaker_id": "associated-press"}),
        ("2015-11-16", {"via_id": "associated-press"}),
        ("2015-11-16", {"method": "documented"}),
        ("2015-11-16", {"stance": "confirms", "about": "a-p2-besieged-troops"}),
        ("2015-11-16", {"event_id": "aleppo-offensive", "place_id": "aleppo-surroundings"}),
    ],
)
def test_a_number_that_is_another_or_named_as_the_same(asked, published, cells) -> None:
    assert told_again(asked, published, **cells) == []


def test_a_report_years_after_the_event(asked) -> None:
    asked.plant("sources", "isis-villages-retaken", published="2019-10-12")
    questions = asked.further()
    assert {question[4] for question in questions} == {"Are event and year right?"}
    assert {"weekend-fighting", "ahrar-takes-village"} <= {
        question[3].split("'")[1] for question in questions
    }


@pytest.mark.parametrize("name", ["Civilians", "the civilian population", "Residents"])
def test_civilians_are_no_faction(asked, name) -> None:
    row = asked.append("actors", actor_id="others", name=name, kind="unnamed_groups")
    assert [question[:4] for question in asked.further()] == [("actors.csv", row, "name", f"'{name}'")]


def test_whom_a_supporter_supports_takes_part(asked) -> None:
    rows = asked.rows("participants")
    supporter = next(n for n, cells in enumerate(rows, 1) if cells[2] == "supporter")
    asked.plant("participants", supporter, for_id="islamic-front")
    assert [question[:3] for question in asked.further()] == [("participants.csv", supporter, "for_id")]


def test_who_leaves_was_with_the_other_before(asked) -> None:
    left = {"relation": "left", "claim_id": "c-p2-ahrar-in-islamic-front", "date": "2015-10-12?"}
    row = asked.append("relations", actor_id="ahrar-al-sham", other_id="islamic-front", **left)
    assert asked.further() == []
    asked.plant("relations", row, other_id="rebel-factions")
    assert [question[:3] for question in asked.further()] == [("relations.csv", row, "relation")]


def test_a_row_with_a_fault_is_not_asked_as_well(asked) -> None:
    row = asked.plant("claims", DEAD, wording="40 eliminated", actor_id="isiss")
    found = review(asked.folder)
    assert [fault.row for fault in found.faults] == [row]
    assert row not in {question.row for question in found.questions}


@pytest.mark.parametrize("table", ["claims", "events", "sources", "participants", "relations", "places"])
def test_tables_that_cannot_be_read_are_asked_nothing(asked, table) -> None:
    asked.edit(f"{table}.csv", lambda content: b"")
    assert isinstance(review(asked.folder).questions, tuple)
    assert isinstance(review(asked.folder).readings.words, tuple)


def test_a_folder_that_is_none_is_asked_nothing(tmp_path) -> None:
    found = review(tmp_path / "none")
    assert (len(found.faults), found.questions, found.readings.words) == (1, (), ())
