"""Outlines for maps: complete, small, in degrees, and Syria's provinces fill Syria."""

import pytest
from shapely import union_all

from analysis.errors import SitrepError
from analysis.load import boundaries


@pytest.fixture(scope="module")
def levant(seeds):
    return boundaries(seeds / "aleppo-2015")


def test_columns_and_reference_system(levant) -> None:
    assert list(levant.columns) == ["name", "name_ar", "level", "iso", "geometry"]
    assert levant.crs.to_epsg() == 4326
    assert levant.geometry.is_valid.all()
    assert levant.attrs["attribution"].startswith("Boundaries: Natural Earth")
    assert levant.geometry.geom_type.isin(["Polygon", "MultiPolygon"]).all()


def test_fourteen_governorates_and_the_neighbours(levant) -> None:
    assert (levant["level"] == "admin1").sum() == 14
    neighbours = {"Turkey", "Iraq", "Jordan", "Israel", "Lebanon"}
    assert neighbours < set(levant.loc[levant["level"] == "country", "name"])
    assert levant[["name", "name_ar", "iso"]].notna().all(axis=None)


def test_governorates_fill_syria_and_neighbours_do_not_overlap_it(levant) -> None:
    provinces = union_all(levant.geometry[levant["level"] == "admin1"])
    countries = levant[levant["level"] == "country"].set_index("name").geometry
    syria = countries["Syria"]
    assert provinces.symmetric_difference(syria).area / syria.area < 1e-4
    assert union_all(countries.drop("Syria")).intersection(syria).area / syria.area < 1e-4


def test_file_is_small_and_rounded(seeds) -> None:
    content = (seeds / "aleppo-2015" / "boundaries.geojson").read_bytes()
    assert len(content) < 150_000


def test_kweires_lies_in_aleppo_province(levant) -> None:
    inside = levant.cx[37.583:37.583, 36.187:36.187]
    assert {"Aleppo", "Syria"} <= set(inside["name"])


def test_missing_file_names_the_nearest(tmp_path) -> None:
    (tmp_path / "boundary.geojson").write_text("{}")
    with pytest.raises(SitrepError, match=r"no such file.*nearest: boundary\.geojson"):
        boundaries(tmp_path)


def test_file_that_is_no_geojson(tmp_path) -> None:
    path = tmp_path / "boundaries.geojson"
    path.write_text("{")
    with pytest.raises(SitrepError, match="cannot be read as GeoJSON"):
        boundaries(tmp_path)


def test_file_without_the_columns(tmp_path) -> None:
    path = tmp_path / "boundaries.geojson"
    point = '{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}'
    path.write_text(f'{{"type":"FeatureCollection","features":[{point}]}}')
    with pytest.raises(SitrepError, match="no column name_ar, level, iso"):
        boundaries(tmp_path)
