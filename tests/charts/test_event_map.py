"""The map: circles of the stated precision, names, what is not on it, and any part of the world."""

import time

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Patch

from analysis.charts import event_map, style
from analysis.charts.marks import globe
from analysis.charts.style import placement
from analysis.errors import FrameError
from analysis.load.world.countries import countries
from tests.charts.conftest import FRONTS, SPOTS
from tests.charts.drawn import labelled, outside, overlapping, words_of

NUMBERS_OF_A_FRONT = ("latitude", "longitude", "radius_km", "low", "high", "bearing")


def patches(ax, label):
    """The circles and rings of that label."""
    return [patch for patch in ax.patches if patch.get_label() == label]


def test_circles_have_the_coded_radius_and_a_halo_ends_there_without_an_edge(spots, boundaries):
    ax = drawn(spots, boundaries=boundaries)
    (city,) = patches(ax, "aleppo")
    assert city.radius == 8
    halo = patches(ax, "around")
    assert max(ring.radius for ring in halo) == 25
    assert {ring.get_edgecolor()[3] for ring in halo} == {0}


def test_only_exact_places_are_points(spots, boundaries):
    (points,) = labelled(drawn(spots, boundaries=boundaries), "places")
    assert len(points.get_xdata()) == 1
    assert not patches(drawn(spots, boundaries=boundaries), "kweires")


def test_a_province_is_its_outline_and_never_beyond_it(spots, boundaries):
    (area,) = patches(drawn(spots, boundaries=boundaries), "province")
    (line,) = patches(drawn(spots.head(1), boundaries=boundaries), "province") or [None]
    assert line is None
    ring = shapely.Polygon(area.get_path().vertices)
    projection = globe.centred_on(spots[["longitude", "latitude"]].to_numpy())
    (outline,) = boundaries.loc[boundaries["name"] == "Aleppo", "geometry"]
    whole = shapely.transform(shapely.segmentize(outline, 0.1), projection.km)
    assert shapely.difference(ring, shapely.buffer(whole, 3)).is_empty
    assert ring.area == pytest.approx(whole.area, rel=0.05)


def test_the_border_of_two_provinces_is_the_line_that_they_share(spots, boundaries):
    (line,) = patches(drawn(spots, boundaries=boundaries), "border")
    projection = globe.centred_on(spots[["longitude", "latitude"]].to_numpy())
    along = projection.km(np.array([[36.9, 35.7], [36.9, 36.5]]))
    x, y = line.get_path().vertices.T
    assert np.abs(x - along[:, 0].mean()).max() < 8
    assert y.min() >= along[:, 1].min() - 8
    assert y.max() <= along[:, 1].max() + 8


def test_a_front_is_a_ring_from_the_edge_of_its_place(spots, fronts, boundaries):
    ax = drawn(spots, boundaries=boundaries, fronts=fronts)
    (band,) = patches(ax, "front c5 band")
    assert (band.r, band.r - band.width) == (8 + 22, 8 + 18)
    (line,) = patches(ax, "front c5")
    assert line.width == 2 * (8 + 20)
    assert line.get_linestyle() != "-"
    assert (line.theta1, line.theta2) == (0, 360)


def test_a_front_on_a_side_that_is_named_is_an_arc_to_that_side(spots, fronts, boundaries):
    ax = drawn(spots, boundaries=boundaries, fronts=fronts)
    (line,) = patches(ax, "front c1")
    assert (line.theta1, line.theta2) == (45, 135)
    assert line.get_linestyle() == "-"


def test_an_open_distance_has_no_band_and_only_its_known_end(spots, fronts, boundaries):
    ax = drawn(spots, boundaries=boundaries, fronts=fronts.assign(high=np.nan))
    assert not patches(ax, "front c5 band")
    assert patches(ax, "front c5")[0].width == 2 * (8 + 18)


def test_two_positions_are_told_apart_by_words_and_day(spots, fronts, boundaries):
    ax = drawn(spots, boundaries=boundaries, fronts=fronts)
    words = words_of(ax)
    assert "“some 20 km”" in words
    assert "9 Oct" in words
    assert "12 Oct" in words
    assert "front, by nobody named" in words
    assert overlapping(ax) == []
    assert outside(ax) == []


def test_the_edge_from_which_a_front_is_measured_is_drawn_and_named(spots, fronts, boundaries):
    ax = drawn(spots.head(1), boundaries=boundaries, fronts=fronts)
    assert [edge.radius for edge in patches(ax, "aleppo edge")] == [8]
    assert "Aleppo" in words_of(ax).split(" | ")


def test_the_scale_bar_is_as_long_as_it_says(spots, boundaries):
    ax = drawn(spots, boundaries=boundaries)
    (bar,) = labelled(ax, "scale")
    km = float(next(text for text in words_of(ax).split(" | ") if text.endswith(" km")).split()[0])
    across = ax.get_xlim()[1] - ax.get_xlim()[0]
    points = ax.get_position().width * ax.figure.get_size_inches()[0] * 72
    assert np.ptp(bar.get_xdata()) == pytest.approx(km * points / across)


def test_the_whole_world_says_from_where_its_scale_is_true(world):
    far = events_at((-12, -77), (34, 69), (-34, 151))
    assert "km from the centre" in words_of(drawn(far, boundaries=world))
    assert "from the centre" not in words_of(drawn(events_at((13.6, 25.3)), boundaries=world))


def test_what_is_outside_the_scope_is_grey(spots, boundaries):
    ax = drawn(spots.assign(in_scope=False, context="whole"), boundaries=boundaries)
    (points,) = labelled(ax, "places")
    assert points.get_markerfacecolor() == style.OUTSIDE
    assert "Grey: outside the scope" in style.description(ax)


def test_places_counted_together_are_shaded_and_sized_by_their_number(spots, boundaries):
    cells = spots.assign(
        shape=["cell", "cell", "cell", "outline", "outline"],
        places=30,
        events=[9, 4, 1, 90, 45],
        outlines=[None, None, None, "Aleppo", "Idlib"],
        place_id=[*"abc", "Aleppo", "Idlib"],
    )
    ax = drawn(cells, boundaries=boundaries)
    (dots,) = labelled(ax, "cells")
    assert dots.get_sizes()[0] / dots.get_sizes()[2] == pytest.approx(9)
    dark, light = (patches(ax, name)[0].get_facecolor()[3] for name in ("Aleppo", "Idlib"))
    assert dark > light
    assert "Aleppo province: 90" in words_of(ax)


def test_without_an_outline_in_sight_there_is_still_a_map(spots):
    nothing = pd.DataFrame(
        [("Isle", "country", shapely.box(0, 0, 1, 1))], columns=["name", "level", "geometry"]
    )
    ax = drawn(spots, boundaries=nothing)
    assert labelled(ax, "scale")
    assert "Kweires air base" in words_of(ax)


def test_boundaries_need_their_columns(spots, boundaries):
    with pytest.raises(FrameError, match=r"level \(nearest here: levels\)"):
        drawn(spots, boundaries=boundaries.rename(columns={"level": "levels"}))


def test_labels_find_free_ground():
    ground = placement.Ground((0, 0, 100, 100))
    boxes = [ground.beside(50, 50, 20, 8) for _ in range(4)]
    assert None not in boxes
    assert not any(
        placement.overlap(one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :]
    )
    assert ground.beside(50, 50, 200, 8) is None


@pytest.fixture(scope="module")
def world() -> pd.DataFrame:
    return countries()


def events_at(*degrees):
    """A spot of one event at each exact place, given as latitude and longitude."""
    rows = [(f"p{row}", f"Place {row}", "point", None, *place, 0.0, 1, 1, f"e{row}", "report-a")
            for row, place in enumerate(degrees)]  # fmt: skip
    return pd.DataFrame(rows, columns=SPOTS.split())


NO_FRONT = pd.DataFrame(columns=FRONTS.split()).astype(dict.fromkeys(NUMBERS_OF_A_FRONT, float))


def drawn(spots, *, boundaries, fronts=NO_FRONT):
    """The map, without a front where none is given."""
    return event_map(spots, boundaries=boundaries, fronts=fronts)


def drawn_at(ax) -> np.ndarray:
    """Where the marks of places lie, in km."""
    return np.vstack([np.column_stack(mark.get_data()) for mark in labelled(ax, "places")])


def borders(ax) -> list[np.ndarray]:
    """The lines of countries on the large map, each as its points in km."""
    return [patch.get_path().vertices for patch in ax.patches if patch.get_label() == "country"]


def shaded(ax) -> list[Patch]:
    """The lands that are shaded."""
    return [patch for patch in ax.patches if patch.get_zorder() == 0]


def shade(ax, x: float, y: float) -> int:
    """How many shaded lands lie under the point."""
    return sum(land.get_path().contains_point((x, y)) for land in shaded(ax))


def within(ax, points) -> bool:
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    x, y = points.T
    return bool(((x >= left) & (x <= right) & (y >= bottom) & (y <= top)).all())


def test_places_on_both_sides_of_180_degrees_lie_close_together(world):
    ax = drawn(events_at((-16.5, 179.5), (-16.5, -179.5)), boundaries=world)
    (one, other) = drawn_at(ax)
    assert np.hypot(*(one - other)) == pytest.approx(106.6, abs=0.5)
    assert np.ptp(ax.get_xlim()) < 160


def test_fiji_is_drawn_and_shaded_on_both_sides_of_180_degrees_without_a_seam(world):
    ax = drawn(events_at((-16.8, 178.0), (-17.0, -178.5)), boundaries=world)
    lines = np.vstack(borders(ax))
    seam = labelled_seam(ax)
    assert (lines[:, 0] < seam - 50).any()
    assert (lines[:, 0] > seam + 3).any()
    assert within(ax, lines)
    assert not runs_along(lines, seam)


def labelled_seam(ax) -> float:
    """Where the 180th meridian runs, in km; the two places lie at 178 E and 178.5 W."""
    west, east = np.sort(drawn_at(ax)[:, 0])
    return west + (east - west) * 2 / 3.5


def runs_along(lines: np.ndarray, x: float) -> bool:
    """Whether two neighbouring points both lie on the line x, more than a kilometre apart."""
    on = np.abs(lines[:, 0] - x) < 0.3
    steps = np.abs(np.diff(lines[:, 1]))
    return bool((on[1:] & on[:-1] & (steps > 1)).any())


def test_a_border_that_crosses_180_degrees_is_not_cut_there():
    """An island from 179 E to 179 W, cut at 180 degrees as GeoJSON has it, and one on either side."""
    halves = shapely.box(179, -17, 180, -16), shapely.box(-180, -17, -179, -16)
    islands = [("Isle", shapely.union(*halves)), ("West", shapely.box(170, -30, 171, -29)),
               ("East", shapely.box(-171, -5, -170, -4))]  # fmt: skip
    rows = [(name, "country", shape) for name, shape in islands]
    boundaries = pd.DataFrame(rows, columns=["name", "level", "geometry"])
    ax = drawn(events_at((-16.4, 179.8), (-16.6, -179.8)), boundaries=boundaries)
    (line,) = borders(ax)
    degree = 111.2 * np.cos(np.radians(16.5))
    assert not runs_along(line, 0.0)
    assert shade(ax, 0.0, 0.0) == 1
    shores = line[np.abs(line[:, 1]) > 50]
    assert shores[:, 0].min() < -70 < 0 < 70 < shores[:, 0].max() < degree
    (shore,) = [patch.get_path() for patch in ax.patches if patch.get_label() == "country"]
    strokes = shapely.MultiLineString(shore.to_polygons(closed_only=False))
    across = shapely.box(-0.5, -100, 0.5, 100)
    assert shapely.intersection(strokes, across).length == pytest.approx(2.0, abs=0.01)


def test_a_pole_is_land_like_any_other(world):
    ax = drawn(events_at((-89.0, 0.0), (-85.0, 120.0), (-75.0, -120.0)), boundaries=world)
    pole = (0.0, 0.0)
    assert "ANTARCTICA" in words_of(ax)
    assert all(shade(ax, *point) == 1 for point in [pole, *drawn_at(ax)])


@pytest.mark.parametrize(("place", "country"), [
    ((13.6, 25.3), "SUDAN"), ((78.2, 15.6), "NORWAY"), ((-33.4, -70.7), "CHILE"), ((66.2, -170.5), "RUSSIA"),
])  # fmt: skip
def test_the_country_that_holds_the_events_is_named_and_shaded(place, country, world):
    ax = drawn(events_at(place), boundaries=world)
    assert country in words_of(ax)
    assert shade(ax, 0.0, 0.0) == 1
    assert 149 < np.ptp(ax.get_xlim()) < 160


def test_a_country_without_events_is_not_shaded(world):
    ax = drawn(events_at((42.66, 21.16), (42.0, 21.43)), boundaries=world)
    assert shade(ax, *drawn_at(ax)[0]) == shade(ax, *drawn_at(ax)[1]) == 1
    assert shade(ax, 45.0, 30.0) == 0
    assert "SERBIA" in words_of(ax)


def land_and_provinces(rows) -> pd.DataFrame:
    """Outlines given as name, level and box in degrees."""
    drawn = [(name, level, shapely.box(*box)) for name, level, box in rows]
    return pd.DataFrame(drawn, columns=["name", "level", "geometry"])


NEIGHBOURS = land_and_provinces([
    ("Land", "country", (30, 0, 32, 2)), ("Neighbour", "country", (32, 0, 34, 2)),
    ("West", "admin1", (30, 0, 31, 2)), ("Centre", "admin1", (31, 0.01, 31.99, 2)),
])  # fmt: skip


def under(ax, latitude: float, longitude: float, *, of: float) -> int:
    """How many shaded lands lie at the place, on a map around the longitude `of` near the equator."""
    return shade(ax, (longitude - of) * 111.2, (latitude - 1.0) * 111.2)


def test_an_event_just_across_a_border_shades_the_neighbour():
    ax = drawn(events_at((1.0, 32.1)), boundaries=NEIGHBOURS)
    assert under(ax, 1.0, 32.5, of=32.1) == 1


def test_a_province_that_is_drawn_more_finely_than_its_country_does_not_shade_the_neighbour():
    ax = drawn(events_at((1.0, 32.005)), boundaries=NEIGHBOURS)
    assert under(ax, 1.0, 32.3, of=32.005) == 0


def test_no_land_is_shaded_twice():
    """The event lies in a part of the country that is no province of the file."""
    boundaries = land_and_provinces([("Land", "country", (30, 0, 32, 2)), ("West", "admin1", (30, 0, 31, 2))])
    ax = drawn(events_at((1.0, 31.2)), boundaries=boundaries)
    assert under(ax, 1.0, 30.8, of=31.2) == under(ax, 1.0, 31.5, of=31.2) == 1


def test_a_file_that_ends_at_the_pole_is_drawn_in_no_time():
    """The side of such a file along the pole is one spot, on which its many points cross without end."""
    boundaries = land_and_provinces(
        [("West", "country", (-50, -90, -30, 90)), ("East", "country", (30, -90, 50, 90))]
    )
    began = time.perf_counter()
    drawn(events_at((10, 10), (20, -170), (-40, 80)), boundaries=boundaries)
    assert time.perf_counter() - began < 5


def test_the_whole_world_has_a_rim_and_no_islands_of_a_dot(world):
    ax = drawn(events_at((0, -170), (34, -80), (-34, 0), (6, 90), (61, 170)), boundaries=world)
    assert [patch.get_label() for patch in ax.patches].count("rim") == 1
    pixel = np.ptp(ax.get_xlim()) / 1400
    rings = [ring for land in shaded(ax) for ring in land.get_path().to_polygons()]
    assert min(shapely.Polygon(ring).area for ring in rings) > (2 * pixel) ** 2


def test_a_country_that_its_name_would_hide_goes_without():
    lands = [("Land", "country", (30, 0, 32, 2)), ("Enclave", "country", (31.3, 1.2, 31.34, 1.24))]
    ax = drawn(events_at((1.0, 31.0)), boundaries=land_and_provinces(lands))
    assert "LAND" in words_of(ax)
    assert "ENCLAVE" not in words_of(ax)


def test_a_long_land_is_framed_from_end_to_end(world):
    ax = drawn(events_at((-18.5, -70.3), (-33.4, -70.7), (-53.2, -70.9)), boundaries=world)
    assert within(ax, drawn_at(ax))
    assert np.ptp(ax.get_ylim()) < 1.4 * 34.7 * 111.2


def test_degrees_across_the_180th_meridian_are_said_from_west_to_east(world):
    words = style.description(drawn(events_at((-16, 177), (-21, -177)), boundaries=world))
    assert (
        "16.00 to 21.00 degrees south, 177.00 degrees east to 177.00 degrees west, across the 180th meridian"
        in words
    )


ANYWHERE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(st.lists(ANYWHERE, min_size=1, max_size=6))
def test_the_frame_holds_all_places_wherever_they_are(places):
    nothing = pd.DataFrame(
        [("Isle", "country", shapely.box(0, 0, 1, 1))], columns=["name", "level", "geometry"]
    )
    ax = drawn(events_at(*places), boundaries=nothing)
    assert within(ax, drawn_at(ax))
