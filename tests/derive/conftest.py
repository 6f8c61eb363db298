"""A corpus small enough to check by eye."""

import pandas as pd
import pytest

from analysis.load.corpora.corpus import typed
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.package import Package, TableSpec
from analysis.model import Corpus, quantity_of, span_of
from analysis.model.frames import DATES, FIELDS

PACKAGE = Package("test", "Test", "CC-BY-4.0", {})


def corpus_of(rows: dict[str, list[dict]]) -> Corpus:
    """A corpus from rows as a coder would write them; what a row leaves out is empty."""
    tables, spans = {}, {}
    for name, columns in FIELDS.items():
        names = [column.name for column in columns]
        text = [{key: _cell(row.get(key)) for key in names} for row in rows.get(name, [])]
        frame = pd.DataFrame(text, columns=names, dtype="str")
        tables[name] = TextTable(TableSpec(name, f"{name}.csv", {}), frame, complete=True)
        for column in DATES.get(name, {}):
            spans |= {date: span_of(date) for date in frame[column].dropna().unique()}
    return typed(PACKAGE, tables, spans, "0" * 64)


def frame(table: str, rows: list[dict]) -> pd.DataFrame:
    """One table of such a corpus."""
    return getattr(corpus_of({table: rows}), table)


def _cell(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def claim(claim_id: str, speaker_id: str, wording: str = "", **other) -> dict:
    """One claim on the siege's end in report `r1`, its numbers read from the words."""
    numbers = quantity_of(wording) if wording else None
    read = {"low": numbers.low, "best": numbers.best, "high": numbers.high} if numbers else {}
    given = {
        "source_id": "r1",
        "locator": "p1",
        "credibility": "3",
        "measure": "fatalities",
        "unit": "persons",
    }
    subject = {"event_id": "relief", "actor_id": "isis", "summary": claim_id}
    return {
        "claim_id": claim_id,
        "speaker_id": speaker_id,
        "wording": wording or None,
        **given,
        **subject,
        **read,
        **other,
    }


@pytest.fixture(scope="session")
def make():
    """A corpus of two reports by one author and one without, with the claims and other rows given."""

    def corpus(*claims: dict, **tables: list[dict]) -> Corpus:
        rows = {
            "sources": [
                {"source_id": "r1", "title": "First", "reliability": "D", "published": "2015-11-10"},
                {"source_id": "r2", "title": "Second", "reliability": "C", "author": "Author"},
                {"source_id": "r3", "title": "Third", "reliability": "C", "author": "Author"},
            ],
            "speakers": [
                {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
                {"speaker_id": "soldier", "name": "A soldier", "kind": "combatant", "party": "government"},
                {"speaker_id": "author", "name": "Author", "kind": "author"},
                {"speaker_id": "wire", "name": "A wire", "kind": "agency"},
            ],
            "actors": [
                {"actor_id": "government", "name": "Government", "kind": "state", "colour": "#2460d8"},
                {
                    "actor_id": "isis",
                    "name": "ISIS",
                    "kind": "armed_group",
                    "aliases": "Islamic State; Daesh",
                },
                {"actor_id": "ahrar", "name": "Ahrar al-Sham", "kind": "armed_group"},
                {"actor_id": "front", "name": "Islamic Front", "kind": "coalition"},
            ],
            "places": [
                {
                    "place_id": "base",
                    "name": "The base",
                    "kind": "base",
                    "admin1": "Aleppo",
                    "latitude": 36.187,
                }
                | {"longitude": 37.583, "where_prec": 1},
                {
                    "place_id": "near",
                    "name": "Near the base",
                    "kind": "area",
                    "admin1": "Aleppo",
                    "latitude": 36.2,
                }
                | {"longitude": 37.5, "where_prec": 2},
                {
                    "place_id": "villages",
                    "name": "Villages",
                    "kind": "villages",
                    "admin1": "Aleppo",
                    "where_prec": 5,
                },
                {"place_id": "hama", "name": "Hama", "kind": "city", "admin1": "Hama", "latitude": 35.1}
                | {"longitude": 36.7, "where_prec": 1},
            ],
            "events": [
                {"event_id": "relief", "title": "Siege ended", "date": "2015-11-10?"}
                | {"place_id": "base", "kind": "siege_ended"},
            ],
            "claims": list(claims),
            **tables,
        }
        return corpus_of(rows)

    return corpus
