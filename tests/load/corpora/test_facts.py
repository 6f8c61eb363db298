"""Every statement of the three reports is in the corpus, with its speaker, paragraph and words."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis.load import corpus
from analysis.model import Corpus

FACTS = list(csv.DictReader((Path(__file__).parents[2] / "facts.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def aleppo(seeds: Path) -> Corpus:
    return corpus(seeds / "aleppo-2015")


@pytest.mark.parametrize(
    "fact", FACTS, ids=lambda fact: f"{fact['report']} {fact['paragraph']} {fact['fact']}"
)
def test_fact_is_coded(fact: dict[str, str], aleppo: Corpus) -> None:
    claims = aleppo.claims.fillna({"wording": "", "via_id": ""})
    source = aleppo.sources["source_id"]["ABC".index(fact["report"])]
    claim = claims.set_index("claim_id").loc[fact["claim_id"]]
    expected = (source, fact["paragraph"], fact["speaker_id"], fact["via_id"], fact["measure"], fact["words"])
    coded = claim[["source_id", "locator", "speaker_id", "via_id", "measure", "wording"]]
    assert tuple(coded) == expected


def test_facts_cover_every_paragraph() -> None:
    told = {(fact["report"], fact["paragraph"]) for fact in FACTS}
    lengths = {"A": 8, "B": 4, "C": 4}
    assert told == {(report, f"p{n}") for report, length in lengths.items() for n in range(1, length + 1)}


@pytest.mark.parametrize(
    ("claim", "low", "best", "high", "unit", "origin"),
    [
        ("a-p2-besieged-troops", 900, 1000, 1100, "persons", "words"),
        ("a-p3-isis-dead-state-tv", 12, None, 99, "persons", "words"),
        ("a-p3-isis-dead-soldier", 100, None, 999, "persons", "words"),
        ("a-p4-territory-share", 45, 50, 55, "percent", "words"),
        ("a-p7-sorties", 1600, None, None, "sorties", "words"),
        ("b-p3-auxiliaries", 1800, 2000, 2200, "persons", "words"),
        ("c-p4-front-on-friday", 0.2, None, 0.999, "km", "words"),
        ("c-p4-front-after-weekend", 18, 20, 22, "km", "words"),
        ("c-p3-isis-forces", None, None, None, "persons", None),
    ],
)
def test_words_are_read_as_intervals(
    claim: str,
    low: float | None,
    best: float | None,
    high: float | None,
    unit: str,
    origin: str | None,
    aleppo: Corpus,
) -> None:
    row = aleppo.claims.set_index("claim_id").loc[claim]
    read = [
        None if pd.isna(row[name]) else row[name] for name in ("low", "best", "high", "unit", "numbers_from")
    ]
    assert read == [low, best, high, unit, origin]


def test_kweires_dead_are_two_voices_of_one_party(aleppo: Corpus) -> None:
    dead = aleppo.claims[aleppo.claims["measure"] == "fatalities"]
    parties = aleppo.speakers.set_index("speaker_id").loc[dead["speaker_id"], "party"]
    assert list(dead["event_id"].unique()) == ["kweires-battle"]
    assert dead["speaker_id"].nunique() == 2
    assert list(parties.unique()) == ["syrian-government"]


def test_front_claims_hold_for_different_days(aleppo: Corpus) -> None:
    front = aleppo.claims[aleppo.claims["measure"] == "front_distance"]
    friday, after = front.itertuples()
    assert friday.as_of_end < after.as_of_start


def test_village_taken_is_one_event_told_twice_by_one_author(aleppo: Corpus) -> None:
    told = aleppo.claims[aleppo.claims["event_id"] == "ahrar-takes-village"]
    authors = aleppo.sources.set_index("source_id").loc[told["source_id"], "author"]
    assert list(authors) == ["Jason Ditz", "Jason Ditz"]


def test_no_report_states_its_year_so_every_dated_event_has_an_inferred_one(aleppo: Corpus) -> None:
    dated = aleppo.events[aleppo.events["date"] != "/.."]
    assert dated["inferred"].str.contains("year").all()
    own = aleppo.claims[(aleppo.claims["as_of_from"] == "claim") & aleppo.claims["as_of_inferred"].isna()]
    assert list(own["claim_id"]) == ["a-p2-siege-since-2013"]
    assert aleppo.sources["published_inferred"].notna().all()
