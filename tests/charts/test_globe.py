"""The globe in the plane: distances, the middle of places, the smallest frame, shapes that meet the rim."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.marks import globe

DEGREES = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def test_a_degree_of_latitude_is_111_km_and_the_centre_is_nought():
    km = globe.Projection(37.0, 36.0).km(np.array([[37.0, 36.0], [37.0, 37.0], [38.0, 36.0]]))
    assert km[0] == pytest.approx([0, 0])
    assert km[1] == pytest.approx([0, 111.19], abs=0.01)
    assert km[2][0] == pytest.approx(111.19 * np.cos(np.radians(36)), rel=1e-3)


def test_at_78_north_a_degree_of_longitude_is_23_km():
    km = globe.Projection(15.0, 78.0).km(np.array([[15.5, 78.0], [14.5, 78.0]]))
    assert np.ptp(km[:, 0]) == pytest.approx(23.12, abs=0.01)


@given(DEGREES, DEGREES)
def test_distances_from_the_centre_are_those_on_the_globe(centre, place):
    ((x, y),) = globe.Projection(*centre).km(np.array([place]))
    one, other = (
        np.array([np.cos(b) * np.cos(a), np.cos(b) * np.sin(a), np.sin(b)])
        for a, b in np.radians([centre, place])
    )
    angle = np.arctan2(np.linalg.norm(np.cross(one, other)), one @ other)
    assert np.hypot(x, y) == pytest.approx(globe.EARTH * angle, abs=1e-3)


@pytest.mark.parametrize(("longitudes", "ends"), [
    ([10.0], (10, 10)), ([36.0, 38.0, 37.0], (36, 38)), ([-70.0, 20.0], (-70, 20)),
    ([179.5, -179.5], (179.5, 180.5)), ([-177.0, 177.0, 180.0, -180.0], (177, 183)),
    ([-90.0, 90.0], (-90, 90)), ([0.0, 120.0, -100.0], (-100, 120)), ([0.0, 100.0, -140.0], (0, 220)),
])  # fmt: skip
def test_the_arc_is_the_smallest_that_holds_all(longitudes, ends):
    assert globe.arc(np.array(longitudes)) == pytest.approx(ends)


@given(st.lists(st.floats(-180, 180), min_size=1, max_size=8))
def test_every_longitude_lies_in_the_arc(longitudes):
    west, east = globe.arc(np.array(longitudes))
    assert -180 <= west <= 180
    assert east - west < 360
    assert all((one - west + 1e-6) % 360 <= east - west + 2e-6 for one in longitudes)


def test_places_around_a_pole_are_centred_on_it():
    centre = globe.centred_on(np.array([[0.0, 85.0], [120.0, 85.0], [-120.0, 85.0]]))
    assert centre.latitude == pytest.approx(90.0)


def test_places_across_180_degrees_are_centred_between_them():
    centre = globe.centred_on(np.array([[179.0, -16.0], [-177.0, -18.0]]))
    assert (centre.longitude, centre.latitude) == (181.0, -17.0)


@given(st.lists(DEGREES, min_size=1, max_size=8), st.floats(0.5, 2.0))
def test_a_frame_holds_all_and_is_no_wider_than_that_needs(places, shape):
    degrees = np.array(places)
    points = globe.centred_on(degrees).km(degrees)
    frame = globe.frame_around(points, np.zeros(len(points)), shape)
    assert (points >= (frame.left - 1e-6, frame.bottom - 1e-6)).all()
    assert (points <= (frame.right + 1e-6, frame.top + 1e-6)).all()
    wide, high = np.ptp(points, axis=0)
    assert frame.width <= max(1.3 * wide, 1.3 * high * shape, 150.0, 150.0 * shape) + 1e-6
    assert frame.width == pytest.approx(shape * frame.height)


def test_the_margin_ends_at_the_rim_of_the_world():
    points = np.array([[-globe.RIM, 0.0], [globe.RIM, 0.0]])
    assert globe.frame_around(points, np.zeros(2), 1.0).width == pytest.approx(2.1 * globe.RIM)


WORLD = globe.Frame(-globe.RIM, -globe.RIM, globe.RIM, globe.RIM)


@pytest.mark.parametrize("centre", [(0.0, 0.0), (178.0, -17.0), (30.0, 50.0), (0.0, 89.0), (0.0, -90.0)])
def test_a_country_keeps_its_size_wherever_the_map_is_centred(centre):
    """A box across 180 degrees near the centre or far from it is one piece, at least as large as on earth."""
    box = shapely.union(shapely.box(175, 10, 180, 20), shapely.box(-180, 10, -175, 20))
    flat = globe.flattened(box, globe.Projection(*centre), WORLD)
    true = np.radians(10) * (np.sin(np.radians(20)) - np.sin(np.radians(10))) * globe.EARTH**2
    assert flat.is_valid
    assert len(shapely.get_parts(flat)) == 1
    assert 0.99 * true < flat.area < 12 * true


def test_a_land_around_the_pole_is_whole_and_holds_the_pole():
    land = shapely.box(-180, -90, 180, -70)
    flat = globe.flattened(land, globe.Projection(100.0, -80.0), WORLD)
    pole = globe.Projection(100.0, -80.0).km(np.array([[0.0, -90.0]]))
    assert shapely.intersects_xy(flat, *pole[0])
    assert len(shapely.get_parts(flat)) == 1
    assert flat.area == pytest.approx(np.pi * (20 * globe.DEGREE) ** 2, rel=0.05)
    (part,) = shapely.get_parts(flat)
    assert sum(shapely.Polygon(hole).area for hole in part.interiors) < 1


def test_land_opposite_the_centre_does_not_cover_the_map():
    flat = globe.flattened(shapely.box(170, -10, 180, 10), globe.Projection(0.0, 0.0), WORLD)
    assert not shapely.intersects_xy(flat, 0.0, 0.0)
    assert flat.area < 0.1 * np.pi * globe.RIM**2


def test_the_49th_parallel_is_drawn_as_an_arc():
    land = shapely.box(-123, 49, -95, 60)
    flat = globe.flattened(land, globe.Projection(-109.0, 49.0), globe.Frame(-2000, -500, 2000, 1500))
    assert shapely.distance(flat.exterior, shapely.Point(0, 0)) == pytest.approx(0, abs=1)
