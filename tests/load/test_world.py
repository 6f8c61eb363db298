"""The outlines that ship with the package: whole, small, named, and cut at 180 degrees and the poles."""

from importlib.resources import files

import numpy as np
import pytest
import shapely

from analysis.load.world.countries import WRITTEN_OUT, countries
from analysis.load.world.wrapping import wrapped
from analysis.model.frames import BOUNDARIES
from tests.contracts import breaches


@pytest.fixture(scope="module")
def world():
    return countries()


def outline(world, name):
    return world.set_index("name").geometry[name]


def test_it_is_what_the_contract_promises(world):
    assert breaches(BOUNDARIES, world) == []
    assert len(world) == 241
    assert world.crs.to_epsg() == 4326
    assert world.geometry.is_valid.all()
    assert world.geometry.geom_type.isin(["Polygon", "MultiPolygon"]).all()
    assert (world.total_bounds >= (-180, -90, -180, -90)).all()
    assert (world.total_bounds <= (180, 90, 180, 90)).all()


def test_it_stays_under_a_megabyte_and_says_its_licence():
    folder = files("analysis.load.world")
    assert len((folder / "countries-50m.json").read_bytes()) < 1_000_000
    licence = (folder / "countries-50m.md").read_text("utf-8")
    assert "Copyright 2013-2019 Michael Bostock" in licence
    assert "public domain" in licence


def test_codes_are_numeric_and_missing_where_there_is_none(world):
    codes = world.set_index("name")["iso"]
    assert (codes["Syria"], codes["Fiji"], codes["Antarctica"]) == ("760", "242", "010")
    assert set(codes.index[codes.isna()]) == {
        "Indian Ocean Territories", "Kosovo", "Northern Cyprus", "Siachen Glacier", "Somaliland",
    }  # fmt: skip


def test_names_are_written_out(world):
    assert set(WRITTEN_OUT.values()) <= set(world["name"])
    assert not world["name"].str.contains(".", regex=False).any()


@pytest.mark.parametrize(("name", "square_degrees"), [
    ("Fiji", 1.56), ("Russia", 2927), ("Antarctica", 6049), ("New Zealand", 29),
])  # fmt: skip
def test_a_country_across_180_degrees_or_a_pole_has_its_size(name, square_degrees, world):
    assert outline(world, name).area == pytest.approx(square_degrees, rel=0.01)


@pytest.mark.parametrize(("name", "inside", "outside"), [
    ("Fiji", [(178.0, -17.8), (-179.87, -16.75)], [(0.0, -16.5)]),
    ("Russia", [(37.6, 55.8), (-175.0, 66.5), (179.0, 66.5)], [(-100.0, 60.0)]),
    ("Antarctica", [(0.0, -90.0), (180.0, -89.0), (-180.0, -89.0), (20.0, -80.0)], [(0.0, -60.0)]),
])  # fmt: skip
def test_a_country_holds_what_lies_in_it_and_nothing_round_the_world(name, inside, outside, world):
    country = outline(world, name)
    assert all(shapely.intersects_xy(country, *place) for place in inside)
    assert not any(shapely.intersects_xy(country, *place) for place in outside)


def test_what_does_not_stray_stays_as_it_is():
    box = shapely.box(10, 10, 20, 20)
    assert wrapped(box) is box


@pytest.mark.parametrize("ring", [
    [(179, 0), (-179, 0), (-179, 1), (179, 1)], [(179, 0), (181, 0), (181, 1), (179, 1)],
    [(-181, 0), (-179, 0), (-179, 1), (-181, 1)],
])  # fmt: skip
def test_two_degrees_across_180_are_two_boxes_of_one_degree(ring):
    cut = wrapped(shapely.Polygon(ring))
    assert sorted(part.bounds for part in cut.geoms) == [(-180, 0, -179, 1), (179, 0, 180, 1)]


@pytest.mark.parametrize("box", [(-180, -90, 180, 90), (0, -10, 360, 10)])
def test_edges_round_the_world_lead_back_on_themselves_and_hold_nothing(box):
    assert wrapped(shapely.box(*box)).is_empty


def test_a_hole_across_180_degrees_stays_a_hole():
    outer = [(178, 0), (-178, 0), (-178, 4), (178, 4)]
    hole = [(179, 1), (-179, 1), (-179, 3), (179, 3)]
    cut = wrapped(shapely.Polygon(outer, [hole]))
    assert cut.area == pytest.approx(16 - 4)
    assert not shapely.contains_xy(cut, 179.5, 2.0)
    assert not shapely.contains_xy(cut, -179.5, 2.0)


def test_a_hole_beyond_180_degrees_lies_in_its_polygon():
    outer = [(178, 0), (-178, 0), (-178, 4), (178, 4)]
    hole = [(-179.5, 1), (-178.5, 1), (-178.5, 3), (-179.5, 3)]
    cut = wrapped(shapely.Polygon(outer, [hole]))
    assert cut.area == pytest.approx(16 - 2)
    assert not shapely.contains_xy(cut, -179.0, 2.0)


@pytest.mark.parametrize("side", [1, -1])
def test_a_ring_round_the_world_holds_the_nearer_pole(side):
    longitude = np.linspace(-180, 170, 36)
    cap = wrapped(shapely.Polygon(np.column_stack([longitude, np.full(36, 80.0 * side)])))
    assert cap.area == pytest.approx(360 * 10)
    assert shapely.intersects_xy(cap, 0.0, 90.0 * side)
