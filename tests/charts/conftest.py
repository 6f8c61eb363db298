"""Small frames with the facts of the founding case."""

import pandas as pd
import pytest
from shapely import box

from tests.charts.dates import redated

DAYS = ["start", "end"]
NUMBERS = [
    "low",
    "best",
    "high",
    "common_low",
    "common_high",
    "latitude",
    "longitude",
    "where_prec",
    "radius_km",
]


def framed(columns: str, *rows: tuple, days: list[str] | None = None) -> pd.DataFrame:
    """A frame with the columns named in one text; the day columns become dates (None = missing)."""
    frame = pd.DataFrame(list(rows), columns=columns.split())
    for column in [name for name in days or DAYS if name in frame]:
        frame[column] = pd.to_datetime(frame[column])
    for column in [name for name in NUMBERS if name in frame]:
        frame[column] = frame[column].astype(float)
    return frame


@pytest.fixture
def timeline() -> pd.DataFrame:
    rows = framed(
        "event_id title kind date place voices unnamed origin claim_ids source_ids",
        ("siege", "Siege of Kweires air base", "siege",
         "2013?/2015-11-10?", "Kweires air base", 2, 0, "several", "a1 a2", "report-a"),
        ("air", "Russian air campaign", "air campaign",
         "2015-09-30/..", "", 2, 1, "several", "a3", "report-a report-b"),
        ("hama", "Offensive on the Hama-Idlib provincial border", "offensive",
         "2015-10-07%/..", "Hama-Idlib front", 1, 0, "one", "b1", "report-b"),
        ("advance", "ISIS advance to the northern edge of Aleppo", "offensive",
         "2015-10-09?", "Aleppo", 1, 0, "one", "c1", "report-c"),
        ("weekend", "Fighting between ISIS and rival rebels over the weekend", "battle",
         "2015-10-10?/2015-10-11?", "", 2, 0, "one", "c2", "report-c report-b"),
        ("aleppo", "Second offensive, around Aleppo", "offensive",
         "2015-10-12%/2015-10-18%", "Aleppo", 1, 0, "one", "b2", "report-b"),
        ("lifted", "Syrian army ends the siege of Kweires", "battle",
         "2015-11-10?", "Kweires air base", 4, 0, "several", "a4", "report-a"),
    )  # fmt: skip
    attested = ["2015-11-10", "2015-11-10", "2015-10-18", "2015-10-09", "2015-10-11", "2015-10-18"]
    from_day = [*attested[:2], "2015-10-12", *attested[3:]]
    return redated(rows, attested=[*attested, "2015-11-10"], attested_from=[*from_day, "2015-11-10"])


@pytest.fixture
def holdings() -> pd.DataFrame:
    rows = framed(
        "place_id place actor_id actor colour status date basis claim_ids source_ids",
        ("kweires", "Kweires air base", "isis", "ISIS", "#5B3A8C", "besieged", "2013?/2015-11-10?",
         "claimed", "a2", "report-a"),
        ("kweires", "Kweires air base", "syria", "Syria", "#B8621B", "held", "2013?/..",
         "assessed", "a1", "report-a"),
        ("villages", "Villages on the Aleppo-Turkey highway", "isis", "ISIS", "#5B3A8C", "held",
         "2015-10-09?/..", "claimed", "b3", "report-b"),
        ("village-1", "A village near Aleppo", "ahrar", "Ahrar al-Sham", "#1F7A8C", "held", "2015-10-10?/..",
         "claimed", "b4 c2", "report-b report-c"),
        ("village-2", "Another village near Aleppo", "ahrar", "Ahrar al-Sham", "#1F7A8C", "contested",
         "2015-10-10%/2015-10-11%", "claimed", "c3", "report-c"),
        (None, None, "isis", "ISIS", None, "held", "2015-11-10?", "claimed", "a5", "report-a"),
    )  # fmt: skip
    days = ["2015-11-10", "2015-11-10", "2015-10-18", "2015-10-12", "2015-10-11", "2015-11-10"]
    return redated(rows, attested=days)


INTERVALS = (
    "claim_id actor actor_id colour measure unit low best high wording speaker via party"
    " as_of as_of_start as_of_end grade source_ids source_number locator place noun counts actor_is by"
    " stance"
)


def claim(
    key: str,
    actor: str,
    colour: str | None,
    counted: tuple,
    numbers: tuple,
    said: tuple,
    day: str,
    place: str | None = None,
):
    """One row of claimed intervals; `said` is words, speaker, party, report and paragraph."""
    words, speaker, party, report, locator = said
    number = "ABC".index(report) + 1
    return (key, actor, actor.lower(), colour, *counted, *numbers, words, speaker, None, party, day,
            day, day, "C3", f"report-{report.lower()}", number, locator, place, None, None,
            "doer" if counted[0] == "sorties" else "subject", None, "asserts")  # fmt: skip


@pytest.fixture
def forces() -> pd.DataFrame:
    persons, sorties = ("strength", "persons"), ("sorties", "sorties")
    return framed(
        INTERVALS,
        claim("a1", "Syria", "#B8621B", ("besieged_troops", "persons"),
              (900.0, 1000.0, 1100.0), ("around 1000", "Associated Press", None, "A", "p2"),
              "2015-11-10"),
        claim("b6", "Iran-backed forces", None, persons,
              (1800.0, 2000.0, 2200.0), ("about 2,000", "the United States", "United States", "B", "p3"),
              "2015-10-15"),
        claim("c4", "ISIS", "#5B3A8C", persons, (None, None, None),
              ("significant", "the report itself", None, "C", "p3"), "2015-10-12"),
        claim("a9", "Russia", "#2E5FA3", sorties,
              (1600.0, None, None), ("over 1,600", "an unattributed statement", None, "A", "p7"),
              "2015-11-10"),
        days=["as_of_start", "as_of_end"],
    )  # fmt: skip


@pytest.fixture
def dead() -> pd.DataFrame:
    kind = ("fatalities", "persons")
    rows = framed(
        INTERVALS,
        claim("a3", "ISIS", "#5B3A8C", kind, (12.0, None, 99.0),
              ("dozens", "Syrian state TV", "Syria", "A", "p3"), "2015-11-10"),
        claim("a4", "ISIS", "#5B3A8C", kind, (100.0, None, 999.0),
              ("hundreds", "a soldier who defended the base", "Syria", "A", "p3"), "2015-11-10"),
        days=["as_of_start", "as_of_end"],
    )  # fmt: skip
    return rows.assign(event=None)


COMPARED = (
    "group_id event_id event actor place at_event measure unit counts "
    "claims claim_ids source_ids "
    "union_low union_high common_low common_high "
    "verdict because compared compatible ratio breach voices unnamed parties unaligned "
    "origin shared_voice shared_party shared_chain shared_copy shared_author shared_source earlier_ids "
    "revised_ids denied_ids doubted_ids other_place other_window other_tags other_method "
    "other_doer other_actor"
)


@pytest.fixture
def compared() -> pd.DataFrame:
    return framed(
        COMPARED,
        ("lifted/fatalities/isis", "lifted", "Syrian army ends the siege of Kweires", "ISIS",
         "Kweires air base", True, "fatalities", "persons", None, 2, "a3 a4", "report-a", 12.0, 999.0,
         None, None,
         "apart", "reading", 2, 1, 100 / 12, None, 2, 0, 1, 0, "one",
         None, "Syria", None, None, None, 1, None, None, None, None, 0, 0, 0, 0, 0, 0),
    )  # fmt: skip


@pytest.fixture
def front() -> pd.DataFrame:
    kind = ("front_distance", "km")
    return framed(
        INTERVALS,
        claim("c1", "ISIS", "#5B3A8C", kind, (0.2, None, 0.9),
              ("just a few hundred meters", "the report itself", None, "C", "p4"), "2015-10-09",
              "Aleppo"),
        claim("c5", "ISIS", "#5B3A8C", kind, (18.0, 20.0, 22.0),
              ("some 20 km", "an unattributed statement", None, "C", "p4"), "2015-10-12", "Aleppo"),
        days=["as_of_start", "as_of_end"],
    )  # fmt: skip


@pytest.fixture
def meetings() -> pd.DataFrame:
    return framed(
        "actor_id actor other_id other events opposed alongside targets roles event_ids claim_ids source_ids",
        ("syria", "Syria", "isis", "ISIS", 4, 4, 0, 0, "attacker-defender", "siege lifted", "a1",
         "report-a"),
        ("syria", "Syria", "russia", "Russia", 3, 0, 3, 0, "attacker-supporter", "lifted", "a1",
         "report-a"),
        ("syria", "Syria", "hezbollah", "Hezbollah", 2, 0, 2, 0, "attacker-supporter", "lifted", "a8",
         "report-a"),
        ("isis", "ISIS", "ahrar", "Ahrar al-Sham", 2, 2, 0, 0, "defender-attacker", "weekend", "c2",
         "report-c"),
        ("isis", "ISIS", "russia", "Russia", 2, 2, 0, 0, "target-attacker", "air", "c3", "report-c"),
        ("syria", "Syria", "ahrar", "Ahrar al-Sham", 1, 1, 0, 0, "attacker-target", "aleppo", "b2",
         "report-b"),
    )  # fmt: skip


@pytest.fixture
def voices() -> pd.DataFrame:
    """Two groups of reports: one unsigned with a party of two voices, and two by one author."""
    unsigned, ditz = (1, "1", 1, None, 6, 2), (2, "2 3", 2, "Jason Ditz", 8, 6)
    state, dead = ("government", "Syria", "#B8621B"), ("fatalities", "ISIS")
    return framed(
        "row group numbers reports author group_claims group_own own unnamed voices speaker via party_id "
        "party party_colour claims claim_id cite stance wording low high unit measure actor summary "
        "source_ids",
        (1, *unsigned, True, False, 1, "unnamed author", None, None, None, None, 2, "a1", "1 p1", "asserts",
         None, None, None, None, "occurrence", None, "The siege ended.", "report-a"),
        (2, *unsigned, False, False, 1, "Syrian state TV", None, *state, 1, "a3", "1 p3a", "asserts",
         "dozens", 12, 99, "persons", *dead, "Fighters died.", "report-a"),
        (3, *unsigned, False, False, 1, "a soldier who defended the base", None, *state, 1, "a4", "1 p3b",
         "asserts", "hundreds", 100, 999, "persons", *dead, "Bodies lay there.", "report-a"),
        (4, *unsigned, False, True, 1, "a voice not named", "John Hayward", None, None, None, 2, "a6", "1 p6",
         "asserts", None, None, None, None, "assessment", None, "It is widely rated a success.", "report-a"),
        (5, *ditz, True, False, 1, "Jason Ditz", None, None, None, None, 6, "b1", "2 p1", "asserts", None,
         None, None, None, "occurrence", None, "An offensive began.", "report-b report-c"),
        (6, *ditz, False, False, 1, "United States", None, "us", "United States", None, 2, "b3", "2 p3",
         "asserts", "about 2,000", 1800, 2200, "persons", "strength", "Iran-backed forces", "Strength.",
         "report-b"),
    ).assign(noun=None, counts=None, actor_is="subject", publisher=None)  # fmt: skip


PLACED = (
    "event_id title kind place_id place place_kind latitude longitude where_prec radius_km start end"
    " source_ids"
)


@pytest.fixture
def placed() -> pd.DataFrame:
    kweires = ("kweires", "Kweires air base", "base", 36.187, 37.583, 1, 0.0)
    aleppo = ("aleppo", "Aleppo", "city", 36.202, 37.158, 1, 8.0)
    around = ("aleppo-surroundings", "Area around Aleppo", "area", 36.202, 37.158, 2, 25.0)
    hama = ("hama-idlib-border", "Hama-Idlib provincial border", "area", 35.42, 36.65, 5, 30.0)
    days = ("2015-10-09", "2015-10-09")
    return framed(
        PLACED,
        ("siege", "Siege of Kweires air base", "siege", *kweires, *days, "report-a"),
        ("lifted", "Syrian army ends the siege of Kweires", "battle", *kweires, *days, "report-a"),
        ("advance", "ISIS advance to the northern edge of Aleppo", "offensive", *aleppo, *days, "report-c"),
        ("aleppo", "Second offensive, around Aleppo", "offensive", *around, *days, "report-b"),
        ("hama", "Offensive on the Hama-Idlib provincial border", "offensive", *hama, *days, "report-b"),
    )


@pytest.fixture
def unplaced() -> pd.DataFrame:
    return framed(
        "event_id title place reason",
        ("taken", "Ahrar al-Sham takes a village from ISIS", "A village near Aleppo",
         "not_located"),
        ("depot", "An ISIS ammunition depot is destroyed", "", "no_place"),
    )  # fmt: skip


@pytest.fixture
def boundaries() -> pd.DataFrame:
    """Two squares for governorates inside one for their country, and a neighbour to the north."""
    rows = [
        ("Syria", "country", box(35.8, 33.0, 40.0, 36.8)),
        ("Turkey", "country", box(35.0, 36.8, 40.0, 39.0)),
        ("Aleppo", "admin1", box(36.9, 35.7, 38.5, 36.8)),
        ("Idlib", "admin1", box(35.8, 35.3, 36.9, 36.5)),
    ]
    return pd.DataFrame(rows, columns=["name", "level", "geometry"])


@pytest.fixture
def ties() -> pd.DataFrame:
    names = {
        "syria": "Syria",
        "russia": "Russia",
        "hezbollah": "Hezbollah",
        "iran": "Other Iran-backed forces",
        "isis": "ISIS",
        "ahrar": "Ahrar al-Sham",
        "front": "Islamic Front",
        "rebels": "Rebels, not named",
    }
    rows = [("russia", "supports", "syria", "stated"), ("hezbollah", "supports", "syria", "inferred"),
            ("iran", "supports", "syria", "inferred"), ("ahrar", "member_of", "front", "inferred"),
            ("syria", "fights", "isis", "inferred"), ("syria", "fights", "ahrar", "inferred"),
            ("isis", "fights", "ahrar", "inferred"), ("russia", "fights", "isis", "stated"),
            ("rebels", "fights", "isis", "inferred"), ("syria", "fights", "rebels", "inferred"),
            ("isis", "fights", "syria", "inferred")]  # fmt: skip
    dates = {"stated": "2015-10-09/..", "inferred": "2015-10-09?/.."}
    frame = framed(
        "actor_id actor relation other_id other date claim_ids source_ids",
        *((one, names[one], kind, other, names[other], dates[basis], "a1", "report-a report-b")
          for one, kind, other, basis in rows),
    )  # fmt: skip
    return redated(frame)


@pytest.fixture
def sides() -> pd.DataFrame:
    return framed(
        "actor_id actor side colour",
        ("syria", "Syria", 1, "#B8621B"),
        ("russia", "Russia", 1, "#2E5FA3"),
        ("hezbollah", "Hezbollah", 1, "#8A7A00"),
        ("iran", "Other Iran-backed forces", 1, None),
        ("isis", "ISIS", 2, "#5B3A8C"),
        ("ahrar", "Ahrar al-Sham", 3, "#1F7A8C"),
        ("front", "Islamic Front", 3, "#4C9A8F"),
        ("rebels", "Rebels, not named", None, None),
    )
