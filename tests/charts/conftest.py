"""Small frames with the facts of the founding case."""

import pandas as pd
import pytest
from shapely import box

from tests.charts.dates import redated
from tests.derive.conftest import make

__all__ = ["make"]

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
    rows = rows.assign(
        dated_as=["since 2013", *[None] * 6],
        cite_ids=["a1 a2", "a3", "b1", "c1", "c2", "b2", "a4"],
        cites=["1 p1; 1 p2a", "1 p7", "2 p1", "3 p1a", "3 p1b", "2 p2", "1 p3"],
    )
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
    rows = rows.assign(cites=["1 p2", "1 p1", "2 p3", "2 p4", "3 p2", "1 p5"], by=None, by_colour=None)
    return redated(rows, attested=days)


@pytest.fixture
def lanes(holdings) -> pd.DataFrame:
    return holdings.assign(lane=[0, 0, 1, 2, 3, 4], level=[1, 0, 0, 0, 0, 0], changes=False, wording=None)


@pytest.fixture
def reports() -> pd.DataFrame:
    return framed(
        "source_id number published_start published_end",
        ("report-a", 1, "2015-11-10", "2015-11-10"),
        ("report-b", 2, "2015-10-12", "2015-10-18"),
        ("report-c", 3, "2015-10-12", "2015-10-12"),
        days=["published_start", "published_end"],
    )


@pytest.fixture
def counts() -> pd.DataFrame:
    return framed(
        "kind start end events sure",
        ("shelling", "2015-09-01", "2015-09-30", 40, 40),
        ("shelling", "2015-10-01", "2015-10-31", 10, 7),
        ("protest", "2015-10-01", "2015-10-31", 1, 0),
        ("protest", None, None, 2, 0),
        (None, "2015-09-01", "2015-09-30", 3, 3),
    )


INTERVALS = (
    "claim_id actor actor_id colour measure unit low best high wording speaker via party"
    " as_of as_of_start as_of_end grade source_ids source_number locator place noun counts actor_is by"
    " stance cite event numbers_from method as_of_from mark claims together silent voices depth group_id"
    " standing replaces past month spot"
)

ONE_CLAIM = ("words", "reported", "event", 1, 1, 1, 0, 1, 0, None, None, None, False, None, None)
"""What a figure says of a claim that has a row to itself, from `numbers_from` on."""


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
            "doer" if counted[0] == "sorties" else "subject", None, "asserts", f"{number} {locator}", None,
            *ONE_CLAIM)  # fmt: skip


def in_rows(frame: pd.DataFrame, *blocks: int) -> pd.DataFrame:
    """The claims in one row each, in blocks numbered as given."""
    return frame.assign(row=range(1, len(frame) + 1), block=list(blocks))


@pytest.fixture
def forces() -> pd.DataFrame:
    persons, sorties = ("strength", "persons"), ("sorties", "sorties")
    frame = framed(
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
    return in_rows(frame, 1, 1, 1, 2)


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
    group = {"group_id": "lifted/fatalities/isis", "standing": "compared", "place": "Kweires air base"}
    return in_rows(rows, 1, 1).assign(event="Syrian army ends the siege of Kweires", **group)


@pytest.fixture
def uncounted() -> pd.DataFrame:
    return framed(
        "whom names measures",
        ("civilians", None, "fatalities; injured; missing; displaced"),
        ("factions", "Syria; Russia", "fatalities; injured; missing"),
    )


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


SPOTS = "place_id place shape outlines latitude longitude radius_km places events event_ids source_ids"


@pytest.fixture
def spots() -> pd.DataFrame:
    return framed(
        SPOTS,
        ("kweires", "Kweires air base", "point", None, 36.187, 37.583, 0.0, 1, 2, "siege lifted", "report-a"),
        ("aleppo", "Aleppo", "circle", None, 36.202, 37.158, 8.0, 1, 1, "advance", "report-c"),
        ("around", "Area around Aleppo", "halo", None, 36.202, 37.158, 25.0, 1, 1, "aleppo", "report-b"),
        ("province", "Aleppo province", "outline", "Aleppo", 36.2, 37.6, None, 1, 1, "strikes", "report-a"),
        (
            "border",
            "Aleppo-Idlib border",
            "border",
            "Aleppo; Idlib",
            36.1,
            36.9,
            None,
            1,
            1,
            "hama",
            "report-b",
        ),
    )


FRONTS = (
    "claim_id source_id cite actor_id actor colour place_id base place latitude longitude radius_km low high"
    " bearing wording speaker named as_of_start as_of_end source_ids"
)


@pytest.fixture
def fronts() -> pd.DataFrame:
    who = ("isis", "ISIS", "#5B3A8C", "aleppo", "Aleppo", "Aleppo", 36.202, 37.158, 8.0)
    near = ("2015-10-09", "2015-10-09", "report-c")
    far = ("2015-10-12", "2015-10-12", "report-c")
    return framed(
        FRONTS,
        ("c1", "report-c", "3 p4a", *who, 0.2, 0.999, 0.0, "just a few hundred meters", "Ditz", True, *near),
        ("c5", "report-c", "3 p4b", *who, 18.0, 22.0, None, "some 20 km", "a voice", False, *far),
        days=["as_of_start", "as_of_end"],
    ).astype({"bearing": float})


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
def bonds() -> pd.DataFrame:
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
    rows = [("hezbollah", "supports", "syria", "a8 b3"), ("russia", "supports", "syria", "a1"),
            ("iran", "supports", "syria", "b4"), ("ahrar", "member_of", "front", "c2"),
            ("isis", "fights", "syria", "a1"), ("ahrar", "fights", "syria", "b2"),
            ("ahrar", "fights", "isis", "c3"), ("isis", "fights", "russia", "c5"),
            ("isis", "fights", "rebels", "c6"), ("rebels", "fights", "syria", "b1")]  # fmt: skip
    frame = framed(
        "actor_id actor relation other_id other claim_ids cites source_ids",
        *((one, names[one], kind, other, names[other], claims, "; ".join(map(cite_of, claims.split())),
           "report-a report-b") for one, kind, other, claims in rows),
    )  # fmt: skip
    day = pd.Timestamp("2015-11-10")
    return frame.assign(attested=day, attested_from=day, named=frame["actor_id"] != "iran", authors=1)


def cite_of(claim: str) -> str:
    """How a claim is cited: "b3" as "2 p3"."""
    return f"{'abc'.index(claim[0]) + 1} p{claim[1:]}"


@pytest.fixture
def changed() -> pd.DataFrame:
    names = ("ahrar", "Ahrar al-Sham"), ("front", "Islamic Front"), ("isis", "ISIS")
    (ahrar, front, isis) = names
    rows = framed(
        "actor_id actor relation other_id other date claim_ids source_ids",
        (*ahrar, "member_of", *front, "2014/2015-10-20", "c2", "report-c"),
        (*ahrar, "left", *front, "2015-10-20?", "b2", "report-b"),
        (*ahrar, "fights", *front, "2015-10-25/..", "b2", "report-b"),
        (*ahrar, "allied_with", *isis, "../2015-09", "c3", "report-c"),
        (*ahrar, "fights", *isis, "2015-10-09?/..", "c3", "report-c"),
    )
    return redated(rows)


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
