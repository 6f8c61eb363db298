"""Rows side by side: what is asked where two of them do not go together, and not asked where they do."""

import pytest

from analysis.load import review

DEAD, ALSO_DEAD = "a-p3-isis-dead-soldier", "a-p3-isis-dead-state-tv"
FORCES, STRENGTH = "c-p3-isis-forces", "b-p3-auxiliaries"


def one_sided(asked, **speakers: str) -> list:
    """The questions where the weekend's fighting is told by these voices, and the author has a side."""
    asked.plant("speakers", "jason-ditz", party="syrian-army")
    keys = [row[0] for row in asked.rows("claims") if "weekend-fighting" in row]
    for key, speaker in zip(keys, speakers.values(), strict=False):
        asked.plant("claims", key, speaker_id=speaker)
    return [one for one in asked.further() if "'weekend-fighting'" in one[3]]


def test_an_event_that_one_party_tells_alone(asked) -> None:
    (question,) = one_sided(asked)
    row = asked.row_of("events", "weekend-fighting")
    assert question[:3] == ("events.csv", row, "event_id")
    assert question[3] == "'weekend-fighting', told by syrian-army alone"


@pytest.mark.parametrize("other", ["us-government", "reuters", "unattributed"])
def test_an_event_that_another_party_or_an_observer_tells_too(asked, other) -> None:
    assert one_sided(asked, first=other) == []


def test_a_party_that_no_row_knows_is_a_fault_and_no_side(copy) -> None:
    copy.plant("speakers", "jason-ditz", party="asad")
    found = review(copy.folder)
    assert [(one.file, one.column) for one in found.faults] == [("speakers.csv", "party")]
    assert not any("alone" in one.found for one in found.questions)


def test_a_voice_without_a_grade_that_is_heard_often(asked) -> None:
    row = asked.plant("speakers", "john-hayward", reliability="")
    (question,) = asked.further()
    assert question[:4] == ("speakers.csv", row, "reliability", "no grade of 'john-hayward', 3 claims")


@pytest.mark.parametrize("voice", ["associated-press", "unattributed"])
def test_a_voice_heard_twice_or_nobody_s_is_not_asked_for_its_grade(asked, voice) -> None:
    asked.plant("speakers", voice, reliability="")
    assert asked.further() == []


BOTH = {"wording": "about 40", "low": "35", "best": "40", "high": "45"}


def test_the_same_words_with_other_numbers(asked) -> None:
    asked.plant("claims", ALSO_DEAD, **BOTH)
    row = asked.plant("claims", DEAD, **(BOTH | {"high": "50"}))
    (question,) = asked.further()
    assert question[:4] == ("claims.csv", row, "wording", "'about 40'")
    assert "same words have other numbers" in question[4]


@pytest.mark.parametrize(
    "cells",
    [
        BOTH,
        {"wording": "about 40"},
        BOTH | {"wording": "about 50", "high": "50"},
        BOTH | {"measure": "injured", "high": "50"},
    ],
    ids=["the same numbers", "none by hand", "other words", "another measure"],
)
def test_words_whose_numbers_agree_or_are_of_another_matter(asked, cells) -> None:
    asked.plant("claims", ALSO_DEAD, **BOTH)
    asked.plant("claims", DEAD, **cells)
    assert not any("same words" in one[4] for one in asked.further())


def alike(asked, **cells: str) -> list:
    """The questions where the villages that were taken stand beside the village that Ahrar took."""
    other = {
        "kind": "seizure",
        "place_id": "aleppo-outskirts-villages",
        "date": "2015-10-10?",
        "date_note": "x",
    }
    asked.plant("events", "ahrar-takes-village", **(other | cells))
    asked.plant("events", "outskirts-villages-seized", **(other | {"date": "2015-10-09?/2015-10-11?"}))
    return [one for one in asked.further() if "one event" in one[4]]


def test_two_rows_that_may_be_one_event(asked) -> None:
    (question,) = alike(asked)
    row = asked.row_of("events", "ahrar-takes-village")
    assert question[:3] == ("events.csv", row, "event_id")
    near = "'ahrar-takes-village', seizure at aleppo-outskirts-villages in the days of"
    assert question[3] == f"{near} outskirts-villages-seized"


@pytest.mark.parametrize(
    "cells",
    [{"kind": "killings"}, {"place_id": "kweires"}, {"date": "2015-10-12?"}, {"date": "/.."}],
    ids=["another kind", "another place", "the day after", "no day known"],
)
def test_events_of_another_kind_place_or_time(asked, cells) -> None:
    assert alike(asked, **cells) == []


def later(asked, **cells: str) -> list:
    """The questions where the voice that counted the auxiliaries counts them anew in a later report."""
    asked.plant("sources", "aleppo-offensive-launched", published="2015-10-12")
    asked.plant("sources", "isis-villages-retaken", published="2015-10-14")
    rows = asked.rows("claims")
    told = dict(zip(rows[0], rows[asked.row_of("claims", STRENGTH) - 1], strict=True))
    same = ("speaker_id", "event_id", "actor_id", "place_id", "measure", "unit")
    again = {name: told[name] for name in same} | {"wording": "about 3,000"}
    asked.plant("claims", FORCES, **(again | cells))
    return [one for one in asked.further() if "revise" in one[4]]


def test_a_later_figure_of_the_same_voice_that_revises_nothing(asked) -> None:
    (question,) = later(asked)
    assert question[:3] == ("claims.csv", asked.row_of("claims", FORCES), "stance")
    assert "Does it revise b-p3-auxiliaries" in question[4]


@pytest.mark.parametrize(
    "cells",
    [
        {"stance": "revises", "about": STRENGTH},
        {"speaker_id": "reuters"},
        {"wording": "about 2,000"},
        {"counts": "foreigners"},
        {"place_id": "hama-idlib-border", "event_id": "hama-idlib-offensive"},
    ],
    ids=["it says so", "another voice", "the same figure", "a part", "another event"],
)
def test_a_later_figure_that_revises_or_is_of_another_matter(asked, cells) -> None:
    assert later(asked, **cells) == []


def test_a_strength_without_a_date(asked) -> None:
    row = asked.plant("claims", STRENGTH, event_id="")
    assert ("claims.csv", row, "as_of") in {one[:3] for one in asked.further()}
    asked.plant("claims", STRENGTH, event_id="", as_of="2015-10-12")
    assert asked.further() == []


def test_of_one_kind_twenty_are_told_and_how_many_more_there_are(asked) -> None:
    for row in range(2, 27):
        asked.plant("claims", row, summary="Somebody denied that it was so.")
    told = [one for one in asked.further() if one[2] == "stance"]
    assert len(told) == 20
    assert [one[4].endswith("(5 more such cells.)") for one in told] == [False] * 19 + [True]
