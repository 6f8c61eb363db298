"""A large made-up corpus: 65,000 claims, 5,000 reports, 3,000 events, 60 factions, the same each time.

Names are in three scripts, a seventh of the places has no coordinates, sixty places change hands, and one
figure in twenty revises, denies, doubts, confirms or is part of the one before it.
"""

import csv
import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

CLAIMS, REPORTS, EVENTS, FACTIONS, PLACES, SPEAKERS = 65_000, 5_000, 3_000, 60, 900, 800
FIRST = date(2031, 3, 1)
DAYS = 900
WORDS = ("dozens", "hundreds", "at least 40", "about 120", "more than 30", "between 20 and 50", "several",
         "17", "nearly 300", "two", "up to 90", "scores")  # fmt: skip
COUNTED = (("fatalities", "persons"), ("injured", "persons"), ("displacements", "persons"),
           ("strength", "persons"), ("sorties", "sorties"))  # fmt: skip
TAGS = ("", "", "", "children", "women", "civilians", "combatants", "civilians; children")
KINDS = ("fighting", "offensive", "seizure", "air_strikes", "shelling", "siege", "protest")

NAMES = ("Front of the north {}", "جبهة الشمال {}", "Северный фронт {}")
TOWNS = ("Town {}", "بلدة {}", "Село {}")
"""Names in three scripts, for what letters, breaks or measures text."""

STANCES = ("denies", "doubts", "confirms", "part_of", "revises")
HOLDINGS = 400
"""Rows of control: several for a place, one after another."""

Row = dict[str, object]


def large_corpus(folder: Path, model: Path) -> Path:
    """Write the corpus into `folder`, with the data package of the corpus `model`, and return the folder."""
    chance = random.Random(20_310_301)  # noqa: S311 - the same corpus each time is the point
    folder.mkdir(parents=True, exist_ok=True)
    package = json.loads((model / "datapackage.json").read_text("utf-8"))
    package |= {"name": "large", "title": "A large made-up war"}
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    events = _events(chance)
    claims = _claims(chance, events)
    first = _first_claims(claims)
    tables: dict[str, Iterable[Row]] = {
        "sources": _sources(chance),
        "speakers": [
            {"speaker_id": f"voice-{n}", "name": f"Voice {n}", "kind": "official" if n % 3 else "agency",
             "party": f"faction-{n % FACTIONS}" if n % 3 else "", "reliability": "C"}
            for n in range(SPEAKERS)
        ],
        "claims": claims,
        "events": events,
        "participants": [
            {"event_id": event, "actor_id": f"faction-{(n * 7 + side * 13) % FACTIONS}", "claim_id": claim,
             "role": ("attacker", "defender")[side]}
            for n, (event, claim) in enumerate(first.items()) for side in (0, 1)
        ],
        "actors": [
            {"actor_id": f"faction-{n}", "name": NAMES[n % 3].format(n), "kind": "armed_group"}
            for n in range(FACTIONS)
        ],
        "relations": [
            {"actor_id": f"faction-{n}", "relation": ("allied_with", "fights", "supports")[n % 3],
             "other_id": f"faction-{(n * 5 + 1 + n // FACTIONS) % FACTIONS}", "date": "2031-03-01/..",
             "claim_id": f"claim-tie-{n}"}
            for n in range(FACTIONS) if (n * 5 + 1) % FACTIONS != n
        ],
        "places": [
            {"place_id": f"place-{n}", "name": TOWNS[n % 3].format(n), "kind": "town" if n else "province",
             "parent_id": "place-0" if n else "", **_where(n)}
            for n in range(PLACES)
        ],
        "control": _control(claims),
    }  # fmt: skip
    for resource in package["resources"]:
        if resource["name"] in tables:
            _write(folder / resource["path"], resource["schema"]["fields"], tables[resource["name"]])
    return folder


def _control(claims: list[Row]) -> list[Row]:
    """Who held sixty of the places, several times each, by the word of a claim about the place."""
    held = {f"place-{n}" for n in range(1, 61)}
    told = [claim for claim in claims if claim["measure"] == "occurrence" and claim["place_id"] in held]
    return [
        {"place_id": claim["place_id"], "actor_id": f"faction-{n % FACTIONS}", "status": "held",
         "date": f"{FIRST + timedelta(n)}/{FIRST + timedelta(n + 150)}", "basis": "claimed",
         "claim_id": claim["claim_id"]}
        for n, claim in enumerate(told[:HOLDINGS])
    ]  # fmt: skip


def _where(number: int) -> Row:
    """Where a place lies; every seventh is known by its name alone."""
    if number % 7 == 3:
        return {"where_prec": 6}
    return {"latitude": -17 + number % 30 / 10, "longitude": 178 - number // 30 / 20, "where_prec": 1}


def _sources(chance: random.Random) -> list[Row]:
    return [
        {"source_id": f"report-{n}", "title": f"Report {n}", "author": f"Author {n % 400}",
         "publisher": f"Outlet {n % 120}", "kind": "news_report", "reliability": "C",
         "published": f"{FIRST + timedelta(chance.randrange(DAYS))}"}
        for n in range(REPORTS)
    ]  # fmt: skip


def _events(chance: random.Random) -> list[Row]:
    return [
        {"event_id": f"event-{n}", "kind": KINDS[n % len(KINDS)], "title": f"Event {n}",
         "date": f"{FIRST + timedelta(chance.randrange(DAYS))}",
         "place_id": f"place-{chance.randrange(PLACES)}"}
        for n in range(EVENTS)
    ]  # fmt: skip


def _claims(chance: random.Random, events: list[Row]) -> list[Row]:
    rows: list[Row] = []
    told: dict[tuple[object, object], Row] = {}
    for n in range(CLAIMS - FACTIONS):
        event = events[n % EVENTS if n < EVENTS else int(EVENTS * chance.random() ** 2)]
        row: Row = {
            "claim_id": f"claim-{n}", "source_id": f"report-{chance.randrange(REPORTS)}",
            "locator": f"p{n % 20 + 1}", "speaker_id": f"voice-{chance.randrange(SPEAKERS)}",
            "event_id": event["event_id"], "place_id": event["place_id"], "credibility": "3",
            "measure": "occurrence", "summary": f"What claim {n} says.",
        }  # fmt: skip
        if n >= EVENTS and chance.random() < 0.7:
            measure, unit = chance.choice(COUNTED)
            row |= {"measure": measure, "unit": unit, "wording": chance.choice(WORDS),
                    "actor_id": f"faction-{chance.randrange(3)}", "counts": chance.choice(TAGS)}  # fmt: skip
            if latest := told.get((row["event_id"], measure)):
                row |= _stance(chance, latest)
            told[row["event_id"], measure] = row
        rows.append(row)
    rows += [
        {"claim_id": f"claim-tie-{n}", "source_id": "report-1", "locator": "p1", "speaker_id": "voice-1",
         "actor_id": f"faction-{n}", "measure": "relation", "credibility": "3", "summary": f"Tie {n}."}
        for n in range(FACTIONS)
    ]  # fmt: skip
    return rows


def _stance(chance: random.Random, latest: Row) -> Row:
    """What one claim in twenty says of the one before on the same: of another speaker, or a part of it."""
    if chance.random() > 0.05 or "about" in latest:
        return {}
    stance = chance.choice(STANCES)
    same = {name: latest[name] for name in ("actor_id", "unit", "counts")}
    voice = ("speaker_id", "source_id") if stance == "revises" else ()
    return same | {name: latest[name] for name in voice} | {"stance": stance, "about": latest["claim_id"]}


def _first_claims(claims: list[Row]) -> dict[str, str]:
    """The first claim on each event."""
    first: dict[str, str] = {}
    for claim in claims:
        if event := claim.get("event_id"):
            first.setdefault(str(event), str(claim["claim_id"]))
    return first


def _write(path: Path, fields: list[dict[str, str]], rows: Iterable[Row]) -> None:
    names = [field["name"] for field in fields]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, names, restval="")
        table.writeheader()
        table.writerows(rows)
