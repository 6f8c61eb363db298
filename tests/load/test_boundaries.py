"""Outlines for maps: complete, small, in degrees, and Syria's provinces fill Syria."""

import json

import pytest
from shapely import union_all

from analysis.errors import CorpusError, SitrepError
from analysis.load import boundaries, check, corpus


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


OUTLINE = {"name": "Aleppo", "name_ar": "حلب", "level": "admin1", "iso": "SY-HL"}
SQUARE = {"type": "Polygon", "coordinates": [[[36, 36], [37, 36], [37, 37], [36, 36]]]}


def collection(*features):
    listed = [{"type": "Feature", "properties": named, "geometry": shape} for named, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": listed}).encode()


BROKEN = {
    "no JSON": (b'{\n"type":', 2, "", "no JSON: Expecting value"),
    "no UTF-8": (b"\xff{}", 1, "", "byte 0xFF, which is no UTF-8"),
    "no object": (b"[]", 1, "", "a JSON list"),
    "no GeoJSON": (b"{}", 0, "", "no GeoJSON: "),
    "a column is missing": (
        collection(({"name": "Aleppo", "name_ar": "حلب", "iso": "SY-HL"}, SQUARE)),
        0,
        "level",
        "no such property",
    ),
    "no outlines": (collection(), 0, "features", "nothing"),
    "an unknown level": (
        collection(({**OUTLINE, "level": "admin2"}, SQUARE)),
        0,
        "features[0].level",
        "'admin2'",
    ),
    "no name": (
        collection((OUTLINE, SQUARE), ({**OUTLINE, "name": ""}, SQUARE)),
        0,
        "features[1].name",
        "nothing",
    ),
    "a point": (
        collection((OUTLINE, {"type": "Point", "coordinates": [1, 2]})),
        0,
        "features[0].geometry",
        "Point",
    ),
    "no geometry": (collection((OUTLINE, SQUARE), (OUTLINE, None)), 0, "features[1].geometry", "nothing"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_fault_of_the_corpus(copy, name):
    content, row, column, found = BROKEN[name]
    copy.edit("boundaries.geojson", lambda _: content)
    first = check(copy.folder)[0]
    assert (first.file, first.row, first.column) == ("boundaries.geojson", row, column)
    assert first.found.startswith(found)
    assert str(copy.folder) not in str(first)
    for read in (corpus, boundaries):
        with pytest.raises(CorpusError, match=r"boundaries\.geojson"):
            read(copy.folder)


def test_a_missing_column_names_the_nearest(copy):
    copy.edit("boundaries.geojson", lambda content: content.replace(b'"name_ar"', b'"name_arabic"'))
    assert copy.only() == (
        *("boundaries.geojson", 0, "name_ar", "no such property", "a property of the outlines"),
        "name_arabic",
    )


def test_a_corpus_without_a_map_is_one_and_says_so_where_the_map_is_asked_for(copy):
    (copy.folder / "boundaries.geojson").rename(copy.folder / "boundary.geojson")
    assert check(copy.folder) == ()
    assert corpus(copy.folder).name == "aleppo-2015"
    with pytest.raises(
        SitrepError, match=r"no file boundaries\.geojson; nearest: boundary\.geojson; a map needs"
    ):
        boundaries(copy.folder)
