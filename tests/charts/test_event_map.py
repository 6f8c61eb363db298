"""The map: circles of the stated precision, names, what is not on it, and any part of the world."""

import time

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Circle, Patch

from analysis.charts import event_map, style
from analysis.charts.style import placement
from analysis.errors import FrameError
from analysis.load.world.countries import countries
from tests.charts.drawn import labelled, words_of


def test_circles_have_the_stated_radius_and_points_have_none(placed, boundaries):
    ax = event_map(placed, boundaries=boundaries)
    circles = {circle.get_label(): circle for circle in ax.patches if isinstance(circle, Circle)}
    stated = {"aleppo": 8, "aleppo-surroundings": 25, "hama-idlib-border": 30}
    assert {key: circles[key].radius for key in stated} == stated
    assert "kweires" not in circles
    assert labelled(ax, "hama-idlib-border hatch")
    assert not labelled(ax, "aleppo-surroundings hatch")


def test_only_exact_places_are_points(placed, boundaries):
    marks = labelled(event_map(placed, boundaries=boundaries), "places")
    solid = [mark for mark in marks if mark.get_marker() == "o"]
    assert sum(len(mark.get_xdata()) for mark in solid) == 2


def test_an_unknown_radius_is_a_ring_and_said(placed, boundaries):
    ax = event_map(placed.assign(radius_km=np.nan, where_prec=5.0), boundaries=boundaries)
    assert "radius not known" in words_of(ax)
    assert all(mark.get_markerfacecolor() == "none" for mark in labelled(ax, "places"))


def test_what_cannot_be_placed_is_said_with_the_reason(placed, boundaries, unplaced):
    ax = event_map(placed, boundaries=boundaries, unplaced=unplaced)
    words = words_of(ax)
    assert "2 events cannot be placed" in words
    assert "(no place named)" in words
    assert "Not shown: 2 events without coordinates" in style.description(ax)


def test_scale_bar_projection_neighbours_and_attribution(placed, boundaries):
    boundaries.attrs["attribution"] = "Boundaries: made up."
    ax = event_map(placed, boundaries=boundaries)
    words = words_of(ax)
    assert " km" in words
    assert "zimuthal equidistant" in words
    assert "Boundaries: made up." in words
    (bar,) = labelled(ax, "scale")
    km = float(next(text for text in words.split(" | ") if text.endswith(" km")).split()[0])
    across = ax.get_xlim()[1] - ax.get_xlim()[0]
    points = ax.get_position().width * ax.figure.get_size_inches()[0] * 72
    assert np.ptp(bar.get_xdata()) == pytest.approx(km * points / across)


def test_neighbours_are_named(placed, boundaries):
    assert "TURKEY" in words_of(event_map(placed.assign(latitude=36.7), boundaries=boundaries))


def test_boundaries_need_their_columns(placed, boundaries):
    with pytest.raises(FrameError, match=r"level \(nearest here: levels\)"):
        event_map(placed, boundaries=boundaries.rename(columns={"level": "levels"}))


def test_labels_find_free_ground():
    ground = placement.Ground((0, 0, 100, 100))
    boxes = [ground.beside(50, 50, 20, 8) for _ in range(4)]
    assert None not in boxes
    assert not any(
        placement.overlap(one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :]
    )
    assert ground.beside(50, 50, 200, 8) is None


def test_equal_ends_of_the_map_are_said_once(placed, boundaries):
    one = style.description(event_map(placed.tail(1), boundaries=boundaries))
    assert "They lie at 35.42 degrees north, 36.65 degrees east." in one
    all_of_them = style.description(event_map(placed, boundaries=boundaries))
    assert "35.42 to 36.20 degrees north, 36.65 to 37.58 degrees east" in all_of_them


def test_degrees_say_on_which_side_of_nought_they_lie(placed, boundaries):
    south = placed.assign(latitude=[-1.5, -2.5, 0.0, 0.0, -1.0], longitude=[-3.0, -2.0, 1.0, 0.5, 0.5])
    words = style.description(event_map(south, boundaries=boundaries))
    assert "0.00 to 2.50 degrees south, 3.00 degrees west to 1.00 degrees east" in words


def test_a_circle_is_what_was_coded(placed, boundaries):
    assert "A circle is the coded precision, not a size." in words_of(
        event_map(placed, boundaries=boundaries)
    )


@pytest.fixture(scope="module")
def world() -> pd.DataFrame:
    return countries()


def events_at(*degrees):
    """One event at each exact place, given as latitude and longitude."""
    rows = [(f"e{row}", "Fighting", f"p{row}", f"Place {row}", *place, 1.0, 0.0, "report-a")
            for row, place in enumerate(degrees)]  # fmt: skip
    columns = "event_id title place_id place latitude longitude where_prec radius_km source_ids".split()
    return pd.DataFrame(rows, columns=columns)


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
    ax = event_map(events_at((-16.5, 179.5), (-16.5, -179.5)), boundaries=world)
    (one, other) = drawn_at(ax)
    assert np.hypot(*(one - other)) == pytest.approx(106.6, abs=0.5)
    assert np.ptp(ax.get_xlim()) < 160


def test_fiji_is_drawn_and_shaded_on_both_sides_of_180_degrees_without_a_seam(world):
    ax = event_map(events_at((-16.8, 178.0), (-17.0, -178.5)), boundaries=world)
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
    ax = event_map(events_at((-16.4, 179.8), (-16.6, -179.8)), boundaries=boundaries)
    (line,) = borders(ax)
    degree = 111.2 * np.cos(np.radians(16.5))
    assert not runs_along(line, 0.0)
    assert shade(ax, 0.0, 0.0) == 1
    shores = line[np.abs(line[:, 1]) > 50]
    assert shores[:, 0].min() < -70 < 0 < 70 < shores[:, 0].max() < degree
    (drawn,) = [patch.get_path() for patch in ax.patches if patch.get_label() == "country"]
    strokes = shapely.MultiLineString(drawn.to_polygons(closed_only=False))
    across = shapely.box(-0.5, -100, 0.5, 100)
    assert shapely.intersection(strokes, across).length == pytest.approx(2.0, abs=0.01)


def test_a_pole_is_land_like_any_other(world):
    ax = event_map(events_at((-89.0, 0.0), (-85.0, 120.0), (-75.0, -120.0)), boundaries=world)
    pole = (0.0, 0.0)
    assert "ANTARCTICA" in words_of(ax)
    assert all(shade(ax, *point) == 1 for point in [pole, *drawn_at(ax)])


@pytest.mark.parametrize(("place", "country"), [
    ((13.6, 25.3), "SUDAN"), ((78.2, 15.6), "NORWAY"), ((-33.4, -70.7), "CHILE"), ((66.2, -170.5), "RUSSIA"),
])  # fmt: skip
def test_the_country_that_holds_the_events_is_named_and_shaded(place, country, world):
    ax = event_map(events_at(place), boundaries=world)
    assert country in words_of(ax)
    assert shade(ax, 0.0, 0.0) == 1
    assert 149 < np.ptp(ax.get_xlim()) < 160


def test_a_country_without_events_is_not_shaded(world):
    ax = event_map(events_at((42.66, 21.16), (42.0, 21.43)), boundaries=world)
    assert shade(ax, *drawn_at(ax)[0]) == shade(ax, *drawn_at(ax)[1]) == 1
    assert shade(ax, 45.0, 30.0) == 0
    assert "SERBIA" in words_of(ax)


def test_a_country_is_shaded_beside_the_provinces_where_it_holds_an_event(placed, boundaries):
    assert len(shaded(event_map(placed, boundaries=boundaries))) == 2
    abroad = pd.concat([placed, placed.head(1).assign(place_id="abroad", latitude=38.0)])
    ax = event_map(abroad, boundaries=boundaries)
    assert len(shaded(ax)) == 3
    assert shade(ax, *drawn_at(ax)[np.argmax(drawn_at(ax)[:, 1])]) == 1


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
    ax = event_map(events_at((1.0, 32.1)), boundaries=NEIGHBOURS)
    assert under(ax, 1.0, 32.5, of=32.1) == 1


def test_a_province_that_is_drawn_more_finely_than_its_country_does_not_shade_the_neighbour():
    ax = event_map(events_at((1.0, 32.005)), boundaries=NEIGHBOURS)
    assert under(ax, 1.0, 32.3, of=32.005) == 0


def test_no_land_is_shaded_twice():
    """The event lies in a part of the country that is no province of the file."""
    boundaries = land_and_provinces([("Land", "country", (30, 0, 32, 2)), ("West", "admin1", (30, 0, 31, 2))])
    ax = event_map(events_at((1.0, 31.2)), boundaries=boundaries)
    assert under(ax, 1.0, 30.8, of=31.2) == under(ax, 1.0, 31.5, of=31.2) == 1


def test_a_file_that_ends_at_the_pole_is_drawn_in_no_time():
    """The side of such a file along the pole is one spot, on which its many points cross without end."""
    boundaries = land_and_provinces(
        [("West", "country", (-50, -90, -30, 90)), ("East", "country", (30, -90, 50, 90))]
    )
    began = time.perf_counter()
    event_map(events_at((10, 10), (20, -170), (-40, 80)), boundaries=boundaries)
    assert time.perf_counter() - began < 5


def test_the_whole_world_has_a_rim_and_no_islands_of_a_dot(world):
    ax = event_map(events_at((-12, -77), (34, 69), (-34, 151), (18, -77), (61, -150)), boundaries=world)
    assert [patch.get_label() for patch in ax.patches].count("rim") == 1
    pixel = np.ptp(ax.get_xlim()) / 1400
    rings = [ring for land in shaded(ax) for ring in land.get_path().to_polygons()]
    assert min(shapely.Polygon(ring).area for ring in rings) > (2 * pixel) ** 2


def test_a_country_that_its_name_would_hide_goes_without():
    lands = [("Land", "country", (30, 0, 32, 2)), ("Enclave", "country", (31.3, 1.2, 31.34, 1.24))]
    ax = event_map(events_at((1.0, 31.0)), boundaries=land_and_provinces(lands))
    assert "LAND" in words_of(ax)
    assert "ENCLAVE" not in words_of(ax)


def test_a_long_land_is_framed_from_end_to_end(world):
    ax = event_map(events_at((-18.5, -70.3), (-33.4, -70.7), (-53.2, -70.9)), boundaries=world)
    assert within(ax, drawn_at(ax))
    assert np.ptp(ax.get_ylim()) < 1.4 * 34.7 * 111.2


def test_a_locator_shows_the_surroundings_and_the_whole_world_needs_none(world):
    (small,) = event_map(events_at((13.6, 25.3)), boundaries=world).child_axes
    assert 2500 < np.ptp(small.get_xlim()) < 4500
    everywhere = events_at((-12, -77), (34, 69), (-34, 151), (6, 3), (61, -150), (-18, 178))
    assert event_map(everywhere, boundaries=world).child_axes == []


def test_the_whole_world_says_from_where_its_scale_is_true(world):
    near, far = events_at((13.6, 25.3)), events_at((-12, -77), (34, 69), (-34, 151))
    said = "The scale is that of distances from the centre."
    assert said not in words_of(event_map(near, boundaries=world))
    assert said in words_of(event_map(far, boundaries=world))


def test_degrees_across_the_180th_meridian_are_said_from_west_to_east(world):
    words = style.description(event_map(events_at((-16, 177), (-21, -177)), boundaries=world))
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
    ax = event_map(events_at(*places), boundaries=nothing)
    assert within(ax, drawn_at(ax))
