"""A corpus small enough to check by eye."""

import pandas as pd
import pytest

from analysis.model import Corpus, quantity_of, span_of

TEXT = {
    "sources": "source_id title author publisher kind published published_basis published_note reliability "
    "url licence",
    "speakers": "speaker_id name kind party reliability",
    "claims": "claim_id source_id locator speaker_id via_id event_id actor_id place_id measure wording unit "
    "as_of as_of_basis credibility numbers_from summary",
    "events": "event_id kind date date_basis date_note place_id title",
    "participants": "event_id actor_id role",
    "actors": "actor_id name name_ar kind aliases ucdp_id acled_name colour",
    "relations": "actor_id relation other_id date date_basis claim_id",
    "places": "place_id name name_ar kind parent_id admin1 aliases",
    "control": "place_id actor_id status date date_basis basis claim_id",
}
NUMBERS = {"claims": "low best high", "places": "latitude longitude where_prec radius_km"}
DATES = {
    "sources": ("published", "published_"),
    "claims": ("as_of", "as_of_"),
    "events": ("date", ""),
    "relations": ("date", ""),
    "control": ("date", ""),
}


def frame(table: str, rows: list[dict]) -> pd.DataFrame:
    """Rows as `load.corpus` would type them; what a row leaves out is missing."""
    text, numbers = TEXT[table].split(), NUMBERS.get(table, "").split()
    made = pd.DataFrame(rows, columns=[*text, *numbers])
    made = made.astype({**dict.fromkeys(text, "str"), **dict.fromkeys(numbers, float)})
    if table in DATES:
        column, prefix = DATES[table]
        spans = [span_of(value) if isinstance(value, str) else None for value in made[column]]
        made[f"{prefix}start"] = pd.to_datetime([span and span.low for span in spans])
        made[f"{prefix}end"] = pd.to_datetime([span and span.high for span in spans])
        made[f"{prefix}precision"] = pd.Series([span and span.precision for span in spans], dtype="str")
        made[f"{prefix}approximate"] = [bool(span and span.approximate) for span in spans]
    return made


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


@pytest.fixture
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
                {"event_id": "relief", "title": "Siege ended", "date": "2015-11-10", "date_basis": "inferred"}
                | {"place_id": "base", "kind": "siege_ended"},
            ],
            "claims": list(claims),
            **tables,
        }
        return Corpus("test", "Test", "CC-BY-4.0", **{name: frame(name, rows.get(name, [])) for name in TEXT})

    return corpus
