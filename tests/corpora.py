"""Corpora made at random: few factions, places and events, names in several scripts, any kind and role."""

from hypothesis import strategies as st

from analysis.model.frames import FIELDS
from analysis.model.measures import MEASURES as MEASURED
from tests.derive.conftest import claim, corpus_of

NAMES = (
    *("Syrian army", "ISIS", "Government of Teluvāre", "the Committee", "Night Pilots", "قوات الشرق"),
    *("ხეზურ ჟურველ", "Other rebels (not named)", "3rd Marine Brigade", "Front of the Two Shores"),
    *("United States", "Wagner, with others", "Ahrar al-Sham"),
)
PLACES = (
    *("Kweires air base", "Area around Aleppo", "Dōlmaçe", "Villages near the river", "Northern border"),
    *("حلب", "The Old Harbour", "Zhurvel Province"),
)
WORDS = (
    *("dozens", "hundreds", "over 1,600", "around 1000", "one", "two", "significant", "about 2,000", "17"),
    *("more than 30", "3 to 5", "none"),
)
DAYS = (
    *("2015-11-10", "2015-11-10?", "2015-10", "[2015-10-09..2015-10-17]", "2015-10-09/2015-10-12", "/.."),
    *("2013/2015-11-10?", "2015?-09-30/..", "/2015-10-18", "2015-10-12~", ""),
)


def _values(table: str, column: str) -> tuple[str, ...]:
    return next(one.values for one in FIELDS[table] if one.name == column)


KINDS = (
    *("fighting", "offensive", "seizure", "withdrawal", "siege", "siege_ended", "air_strikes", "shelling"),
    *("air_campaign", "killings", "attack_on_civilians", "agreement", "ceasefire", "defection", "protest"),
)
ROLES = _values("participants", "role")
RELATIONS, STATUSES = _values("relations", "relation"), _values("control", "status")
PLACE_KINDS = ("country", "province", "city", "village", "villages", "base", "road", "border", "area")
SPEAKERS = ("author", "agency", "medium", "government", "official", "combatant", "witness", "unattributed")
COUNTED = sorted(name for name, measure in MEASURED.items() if measure.units)


@st.composite
def corpora(draw):
    """A corpus of up to four events and a dozen claims, with whatever goes with them."""
    pick = lambda values: draw(st.sampled_from(values))  # noqa: E731
    actors = [
        {"actor_id": f"actor-{n}", "name": name, "kind": "armed_group"}
        for n, name in enumerate(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)))
    ]
    places = [
        {"place_id": f"place-{n}", "name": name, "kind": pick(PLACE_KINDS), "admin1": "North"}
        | draw(st.sampled_from([{}, {"latitude": 36.0 + n, "longitude": 37.0, "where_prec": 1}]))
        for n, name in enumerate(draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True)))
    ]
    speakers = [
        {"speaker_id": f"speaker-{n}", "name": name, "kind": pick(SPEAKERS)}
        | draw(st.sampled_from([{}, {"party": pick(actors)["actor_id"]}]))
        for n, name in enumerate(["State TV", "a soldier", "Jason Ditz", "two officials"])
    ]
    sources = [
        {"source_id": f"r{n}", "title": f"Report {n}", "reliability": "C", "published": pick(DAYS[:3])}
        | draw(st.sampled_from([{}, {"author": "Jason Ditz"}]))
        for n in (1, 2)
    ]
    events = [
        {"event_id": f"event-{n}", "title": f"Fighting number {n}", "kind": pick(KINDS), "date": pick(DAYS)}
        | draw(st.sampled_from([{}, {"place_id": pick(places)["place_id"]}]))
        for n in range(draw(st.integers(0, 4)))
    ]
    claims, people = [], []
    for n in range(draw(st.integers(1, 12))):
        measure = pick(COUNTED + ["occurrence"] * 8)
        units = MEASURED[measure].units
        about = {
            "measure": measure,
            "unit": pick(units) if units else None,
            "source_id": pick(sources)["source_id"],
            "locator": pick(["p1", "p2"]),
            "actor_id": pick([*(one["actor_id"] for one in actors), None]),
            "event_id": pick([*(one["event_id"] for one in events), None]),
            "place_id": pick([*(one["place_id"] for one in places), None]),
            "as_of": pick(DAYS),
            "summary": "Something is said.",
        }
        words = pick(WORDS) if units else ""
        claims.append(claim(f"claim-{n}", pick(speakers)["speaker_id"], words, **about))
        if about["event_id"] and draw(st.booleans()):
            people.append(
                {"event_id": about["event_id"], "actor_id": pick(actors)["actor_id"], "role": pick(ROLES)}
                | {"claim_id": f"claim-{n}"}
            )
    relations = [
        {"actor_id": one["actor_id"], "relation": pick(RELATIONS), "other_id": other["actor_id"]}
        | {"date": pick(DAYS), "claim_id": pick(claims)["claim_id"]}
        for one in actors
        for other in actors
        if one is not other and draw(st.integers(0, 3)) == 0
    ]
    control = [
        {"place_id": place["place_id"], "actor_id": pick(actors)["actor_id"], "status": pick(STATUSES)}
        | {"date": pick(DAYS), "basis": "claimed", "claim_id": pick(claims)["claim_id"]}
        for place in places
        if draw(st.booleans())
    ]
    rows = {"sources": sources, "speakers": speakers, "actors": actors, "places": places, "events": events}
    rows |= {"claims": claims, "participants": people, "relations": relations, "control": control}
    return corpus_of(rows)
