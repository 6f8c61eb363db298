"""The sentences of page one."""

import re

import pytest

from analysis import derive, load, prose
from analysis.model import Citation
from tests.conftest import ROOT


def written(corpus, **asked):
    coded = load.corpus(ROOT / "seeds" / corpus)
    statements = derive.statements(coded)
    groups = derive.compared(statements, coded.places, coded.events)
    within = derive.scope(coded, groups, **asked)
    shown = within.claims(statements)
    timeline = within.events(derive.timeline(coded, statements))
    events = derive.story(coded, timeline, shown, within.groups(groups))
    front = within.figures(derive.claimed_front(statements))
    return prose.story(events, shown, within.groups(groups), front)


@pytest.fixture(scope="module")
def aleppo():
    return written("aleppo-2015")


@pytest.fixture(scope="module")
def exercise():
    return written("exercise")


def lines(story):
    return [str(sentence) for paragraph in story for sentence in paragraph]


def test_the_lead_says_who_did_what_to_whom_when_and_by_whose_word(aleppo):
    assert lines(aleppo)[0] == (
        "The Syrian army, supported by Hezbollah and Russia, ended the siege of the Kweires air base by ISIS "
        "on 10 November 2015, an unsigned report said [1 p1a] [1 p5] [1 p1e]."
    )


def test_figures_that_are_apart_stand_in_one_sentence_with_what_ties_their_voices(aleppo):
    assert (
        "Syrian state TV put the dead of ISIS at “dozens” [1 p3a] and a soldier who defended the base at "
        "“hundreds” [1 p3b]; both speak for the Government of Syria."
    ) in lines(aleppo)


def test_a_front_is_told_in_its_positions_each_by_its_voice_and_day(aleppo):
    last, judged = lines(aleppo)[-2:]
    assert last.startswith("Jason Ditz put the distance of ISIS from Aleppo at “just a few hundred meters")
    assert "a voice not named at “some 20 km away from the city” about 12 October 2015" in last
    assert judged == "Of ISIS Jason Ditz said: “not being easily displaced” [3 p3d]."


def test_who_did_what_is_never_asserted_where_voices_differ(exercise):
    first = lines(exercise)[0]
    assert "Strike on the Lower Quay market on 17 or 18 June 2033" in first
    assert "Who did it is told differently: the Tarquenne Navy according to two government officials" in first
    assert not re.search(r"(Navy|Front), .* struck|attacked", first)


@pytest.mark.parametrize(
    ("corpus", "asked"),
    [
        ("aleppo-2015", {}),
        ("aleppo-2015", {"factions": ["ISIS"]}),
        ("aleppo-2015", {"region": "Kweires"}),
        ("aleppo-2015", {"start": "2015-10-09", "end": "2015-10-11"}),
        ("exercise", {}),
        ("exercise", {"region": "Dōlmaçe"}),
        ("exercise", {"start": "2031", "end": "2032"}),
    ],
)
def test_each_sentence_is_one(corpus, asked):
    for line in lines(written(corpus, **asked)):
        assert line[0].isupper() or not line[0].isascii() or line[0].isdigit(), line
        assert line.endswith("."), line
        for slip in ("  ", " ,", " .", "(inferred)", "None", "nan"):
            assert slip not in line, line
        assert not re.search(r"\b(\w+) \1\b", re.sub(r"[“”].*?[“”]", "", line)), line
        assert line.count("“") == line.count("”"), line


def test_each_sentence_cites_a_claim(aleppo, exercise):
    for story in (aleppo, exercise):
        for sentence in (sentence for paragraph in story for sentence in paragraph):
            assert any(isinstance(run, Citation) for run in sentence.runs), str(sentence)


def test_without_events_and_fronts_there_is_no_story():
    assert lines(written("aleppo-2015", region="Border of Syria and Turkey")) == []
