"""What a place is drawn as, what is not on the map, counts of very many places, and distances of a front."""

import pandas as pd
import pytest
from shapely import box

from analysis.derive import claimed_front, fronts, spots, statements, timeline
from tests.derive.conftest import claim

OUTLINES = pd.DataFrame(
    [
        ("Land", "Ard", "country", None, box(36, 34, 39, 38)),
        ("Aleppo", "Halab", "admin1", None, box(37, 36, 39, 38)),
        ("Hama", None, "admin1", None, box(36, 34, 37, 36)),
        ("Idlib", None, "admin1", None, box(36, 36, 37, 38)),
    ],
    columns=["name", "name_ar", "level", "iso", "geometry"],
)


def place(key, kind="city", **more):
    return {"place_id": key, "name": key.title(), "kind": kind} | more


def at(make, *places, outlines=OUTLINES):
    """What is drawn of one event at each of the places, and what is not."""
    events = [
        {"event_id": f"e{n}", "title": "E", "place_id": one["place_id"]} for n, one in enumerate(places)
    ]
    corpus = make(places=list(places), events=events)
    drawn, off = spots(timeline(corpus, statements(corpus)), corpus.places, outlines)
    return drawn.set_index("place_id"), off


HERE = {"latitude": 36.2, "longitude": 37.2}


@pytest.mark.parametrize(
    ("given", "shape", "radius"),
    [
        (place("base", where_prec=1, **HERE), "point", 0.0),
        (place("town", where_prec=1, radius_km=8, **HERE), "circle", 8.0),
        (place("around", where_prec=2, **HERE), "halo", 25.0),
        (place("around", where_prec=2, radius_km=10, **HERE), "halo", 10.0),
        (place("district", where_prec=3, radius_km=12, **HERE), "circle", 12.0),
        (place("district", where_prec=3, **HERE), "unknown", None),
        (place("valley", "province", where_prec=4, radius_km=70, **HERE), "circle", 70.0),
    ],
)
def test_a_place_is_drawn_by_its_precision_and_extent(make, given, shape, radius):
    drawn, _ = at(make, given)
    (row,) = drawn.itertuples()
    assert row.shape == shape
    assert pd.isna(row.radius_km) if radius is None else row.radius_km == radius


@pytest.mark.parametrize(
    "more", [{"admin1": "Aleppo"}, {"aliases": "Somewhere; aleppo"}, {"name": "ALEPPO"}], ids=str
)
def test_a_province_is_its_outline_by_any_of_its_names_also_without_coordinates(make, more):
    drawn, off = at(make, place("north", "province", where_prec=4, **more))
    assert drawn.loc["north", ["shape", "outlines"]].tolist() == ["outline", "Aleppo"]
    assert 37 < drawn.loc["north", "longitude"] < 39
    assert off.empty


def test_a_country_is_no_province(make):
    drawn, _ = at(make, place("land", "country", where_prec=6))
    assert drawn.loc["land", "outlines"] == "Land"


def test_a_line_between_two_provinces_is_their_border_and_two_provinces_are_both(make):
    line = place("line", "area", where_prec=5, admin1="Hama; Idlib", **HERE)
    drawn, _ = at(make, line, place("two", "area", where_prec=4, admin1="Hama; Idlib"))
    assert drawn["shape"].to_dict() == {"line": "border", "two": "outline"}
    assert set(drawn["outlines"]) == {"Hama; Idlib"}


def test_where_one_of_the_outlines_is_missing_there_is_no_border(make):
    line = place("line", "area", where_prec=5, radius_km=30, admin1="Hama; Homs", **HERE)
    assert at(make, line)[0].loc["line", "shape"] == "circle"


def test_events_off_the_map_say_why(make):
    corpus = make(
        events=[{"event_id": "a", "title": "A", "place_id": "villages"}, {"event_id": "b", "title": "B"}]
    )
    drawn, off = spots(timeline(corpus, statements(corpus)), corpus.places, OUTLINES)
    assert drawn.empty
    assert dict(zip(off["event_id"], off["reason"], strict=True)) == {"a": "not_located", "b": "no_place"}


def test_very_many_places_are_counted_by_outline_and_in_none_by_cell(make):
    inside = [place(f"p{n}", where_prec=1, latitude=36.1 + n / 100, longitude=37.5) for n in range(70)]
    beyond = [place(f"q{n}", where_prec=1, latitude=50.0, longitude=60.0 + n / 100) for n in range(5)]
    drawn, off = at(make, *inside, *beyond)
    assert drawn["events"].sum() == 75
    assert drawn.loc["Aleppo", ["shape", "places", "events"]].tolist() == ["outline", 70, 70]
    assert set(drawn.loc[drawn.index != "Aleppo", "shape"]) == {"cell"}
    assert drawn["places"].sum() == 75
    assert off.empty


def test_a_spot_is_outside_the_scope_where_all_its_events_are(make):
    events = [{"event_id": key, "title": key, "place_id": "base"} for key in "ab"]
    corpus = make(events=events)
    lines = timeline(corpus, statements(corpus))
    for reasons, inside in ((["whole", None], True), (["whole", "whole"], False)):
        drawn, _ = spots(lines.assign(context=reasons), corpus.places, OUTLINES)
        assert drawn["in_scope"].tolist() == [inside]


PLACES = [
    place("town", where_prec=1, radius_km=3, **HERE),
    place("northern edge of town", "area", where_prec=2, parent_id="town"),
    place("north", "province", where_prec=4, **HERE),
]


def measured(make, where, words, **more):
    told = {"measure": "front_distance", "unit": "km", "event_id": None, "actor_id": "isis"}
    corpus = make(
        claim("a", "author", words, **(told | {"place_id": where} | more)), places=PLACES, events=[]
    )
    return fronts(claimed_front(statements(corpus)), corpus.places)


def test_a_distance_is_measured_from_the_edge_of_the_place(make):
    (row,) = measured(make, "town", "about 20 km from the city").itertuples()
    assert (row.low, row.high, row.radius_km) == (18, 22, 3)
    assert pd.isna(row.bearing)


def test_a_side_is_named_by_the_words_or_by_the_place_within_another(make):
    assert measured(make, "town", "2 km south-west of the city")["bearing"].tolist() == [225]
    (row,) = measured(make, "northern edge of town", "2 km").itertuples()
    assert (row.bearing, row.place_id, row.base, row.latitude) == (0, "town", "Town", 36.2)


@pytest.mark.parametrize("more", [{"actor_id": None}, {"place_id": None}, {"place_id": "north"}], ids=str)
def test_what_is_of_no_faction_or_of_no_place_with_an_edge_is_no_ring(make, more):
    assert measured(make, "town", "2 km", **more).empty
