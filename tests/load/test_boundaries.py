"""Outlines for maps: complete, small, in degrees, and Syria's provinces fill Syria."""

import json
import sys

import pytest
from shapely import union_all

from analysis.errors import CorpusError, SitrepError
from analysis.load import boundaries, check, corpus
from analysis.model.frames import BOUNDARIES
from tests.contracts import breaches


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
WORLD = {"type": "Polygon", "coordinates": [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]}
SQUARE = {"type": "Polygon", "coordinates": [[[36, 36], [37, 36], [37, 37], [36, 36]]]}


def collection(*features, **members):
    listed = [{"type": "Feature", "properties": named, "geometry": shape} for named, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": listed} | members).encode()


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
    "no code": (
        collection((OUTLINE, SQUARE), ({**OUTLINE, "iso": None}, SQUARE)),
        0,
        "features[1].iso",
        "nothing",
    ),
    "no code at all": (collection(({**OUTLINE, "iso": None}, SQUARE)), 0, "features[0].iso", "nothing"),
    "an empty code": (collection(({**OUTLINE, "iso": ""}, SQUARE)), 0, "features[0].iso", "nothing"),
    "a number as code": (collection(({**OUTLINE, "iso": 760}, SQUARE)), 0, "features[0].iso", "760"),
    "a list as code": (
        collection(({**OUTLINE, "iso": ["SY", "SYR"]}, SQUARE)),
        0,
        "features[0].iso",
        "['SY', 'SYR']",
    ),
    "no geometry": (collection((OUTLINE, SQUARE), (OUTLINE, None)), 0, "features[1].geometry", "nothing"),
    "a box around the world": (
        collection((OUTLINE, SQUARE), (OUTLINE, WORLD)),
        0,
        "features[1].geometry",
        "no area",
    ),
    "an empty geometry": (
        collection((OUTLINE, {"type": "Polygon", "coordinates": []})),
        0,
        "features[0].geometry",
        "nothing",
    ),
}


def ring(*positions):
    return {"type": "Polygon", "coordinates": [list(map(list, positions))]}


METRES = ring((4_100_000, 4_300_000), (4_200_000, 4_300_000), (4_200_000, 4_400_000), (4_100_000, 4_300_000))
BOW = ring((36, 36), (37, 37), (37, 36), (36, 37), (36, 36))
OPEN = ring((36, 36), (37, 36), (37, 37), (36, 37))
DOUBLED = b'{"type": "FeatureCollection", "type": "FeatureCollection", "features": []}'
BROKEN |= {
    "metres of a projection": (
        *(collection((OUTLINE, METRES)), 0),
        *("features[0].geometry", "the position 4.1e+06, 4.3e+06"),
    ),
    "another reference system": (
        collection((OUTLINE, SQUARE), crs={"type": "name", "properties": {"name": "EPSG:32637"}}),
        *(0, "crs", "'EPSG:32637'"),
    ),
    "a link as reference system": (
        collection((OUTLINE, SQUARE), crs={"type": "link", "properties": {"href": "http://a.b/c"}}),
        *(0, "crs", "an object without a name"),
    ),
    "a ring that crosses itself": (
        collection((OUTLINE, BOW)),
        *(0, "features[0].geometry", "self-intersection at 36.5 36.5"),
    ),
    "a ring that is open": (
        collection((OUTLINE, OPEN)),
        0,
        "features[0].geometry",
        "a ring that does not end",
    ),
    "a ring of two points": (
        collection((OUTLINE, ring((36, 36), (37, 37)))),
        *(0, "features[0].geometry", "a ring of 2 positions"),
    ),
    "a line and back": (
        collection((OUTLINE, ring((36, 36), (37, 37), (36, 36), (36, 36)))),
        *(0, "features[0].geometry", "too few points"),
    ),
    "not a number": (
        collection((OUTLINE, ring((36, float("nan")), (37, 36), (37, 37), (36, 36)))),
        *(0, "", "no JSON: NaN"),
    ),
    "a number without end": (
        collection((OUTLINE, SQUARE)).replace(b"37", b"1e400"),
        *(0, "", "no JSON: '1e400', a number beyond what is read"),
    ),
    "five thousand digits": (
        collection((OUTLINE, SQUARE)).replace(b"37", b"9" * 5_000),
        *(0, "", "no JSON: a number of 5000 digits"),
    ),
    "words for numbers": (
        collection((OUTLINE, ring(("36", "36"), (37, 36), (37, 37), ("36", "36")))),
        *(0, "features[0].geometry", "the position ['36', '36']"),
    ),
    "rings not nested": (
        collection((OUTLINE, {"type": "MultiPolygon", "coordinates": SQUARE["coordinates"]})),
        *(0, "features[0].geometry", "the position 36"),
    ),
    "lists without end": (b"[" * 100_000, 0, "", "no JSON: nested too deeply"),
    "a member twice": (DOUBLED, 0, "", "no JSON: the key 'type' twice"),
    "an older map": (b'{"type": "Topology", "objects": {}}', 0, "", "no GeoJSON: Topology"),
    "a lone feature": (b'{"type": "Feature", "geometry": null}', 0, "", "no GeoJSON: Feature"),
    "features that are none": (
        b'{"type": "FeatureCollection", "features": [3]}',
        0,
        "features[0]",
        "a JSON int",
    ),
    "an object of features": (b'{"type": "FeatureCollection", "features": {}}', 0, "features", "an object"),
    "a name that turns": (
        collection(({**OUTLINE, "name": "Aleppo\u202e"}, SQUARE)),
        *(0, "features[0].name", "a character that cannot be seen"),
    ),
    "half a character": (
        collection(({**OUTLINE, "name_ar": "\ud800"}, SQUARE)),
        *(0, "", "no JSON: half of a character"),
    ),
    "a list as Arabic name": (
        collection(({**OUTLINE, "name_ar": []}, SQUARE)),
        *(0, "features[0].name_ar", "a JSON list"),
    ),
    "an origin that is no text": (
        collection((OUTLINE, SQUARE), attribution={"by": "us"}),
        *(0, "attribution", "an object"),
    ),
    "an origin with markup": (
        collection((OUTLINE, SQUARE), attribution="<b>us</b>"),
        *(0, "attribution", "markup"),
    ),
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


def test_a_corpus_without_outlines_has_the_countries_of_the_world(copy):
    (copy.folder / "boundaries.geojson").unlink()
    assert check(copy.folder) == ()
    assert corpus(copy.folder).name == "aleppo-2015"
    world = boundaries(copy.folder)
    assert {"Syria", "Fiji", "Antarctica"} <= set(world["name"])
    assert set(world["level"]) == {"country"}
    assert world.attrs["attribution"].startswith("Boundaries: Natural Earth, 1:50 million.")
    assert "imply no judgement on the status of any territory" in world.attrs["attribution"]


@pytest.mark.parametrize(("given", "said"), [
    ({"attribution": "Provinces: a survey."}, "Provinces: a survey. Countries: Natural Earth"),
    ({}, "Provinces: as in the file given. Countries: Natural Earth"),
])  # fmt: skip
def test_provinces_of_a_corpus_stand_among_the_countries_of_the_world(copy, given, said):
    own = json.loads(collection((OUTLINE, SQUARE))) | given
    copy.edit("boundaries.geojson", lambda _: json.dumps(own).encode())
    outlines = boundaries(copy.folder)
    assert outlines.loc[outlines["level"] == "admin1", "name"].tolist() == ["Aleppo"]
    assert (outlines["level"] == "country").sum() == 241
    assert outlines.crs.to_epsg() == 4326
    assert breaches(BOUNDARIES, outlines) == []
    assert outlines.attrs["attribution"].startswith(said)
    assert "imply no judgement" in outlines.attrs["attribution"]


def test_an_arabic_name_may_be_missing_everywhere(copy):
    own = collection(({**OUTLINE, "name_ar": None}, SQUARE))
    copy.edit("boundaries.geojson", lambda _: own)
    assert check(copy.folder) == ()
    assert breaches(BOUNDARIES, boundaries(copy.folder)) == []


def test_an_arabic_name_may_be_left_out_of_some(copy):
    unnamed = {name: value for name, value in OUTLINE.items() if name != "name_ar"} | {"name": "Hama"}
    copy.edit("boundaries.geojson", lambda _: collection((OUTLINE, SQUARE), (unnamed, SQUARE)))
    assert check(copy.folder) == ()
    assert breaches(BOUNDARIES, boundaries(copy.folder)) == []


def test_a_file_with_countries_is_taken_alone_and_the_world_is_not_read(levant, aleppo, monkeypatch):
    module = sys.modules[boundaries.__module__]
    monkeypatch.setattr(module, "countries", lambda: pytest.fail("the world was read"))
    assert len(boundaries(aleppo)) == len(levant)


def test_an_outline_of_a_corpus_that_jumps_at_180_degrees_is_cut_there(copy):
    ring = [[179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    copy.edit("boundaries.geojson", lambda _: collection(({**OUTLINE, "level": "country"}, shape)))
    (outline,) = boundaries(copy.folder).geometry
    assert outline.area == pytest.approx(2.0)
    assert [part.bounds[2] - part.bounds[0] for part in outline.geoms] == pytest.approx([1.0, 1.0])


def test_a_folder_that_is_not_there_names_the_nearest(copy):
    with pytest.raises(SitrepError, match=r"aleppo-2051: no such folder; .*; nearest: aleppo-2015"):
        boundaries(copy.folder.with_name("aleppo-2051"))


@pytest.mark.parametrize("name", ["EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"])
def test_an_older_file_may_say_that_it_is_in_degrees(copy, name):
    own = collection((OUTLINE, SQUARE), crs={"type": "name", "properties": {"name": name}})
    copy.edit("boundaries.geojson", lambda _: own)
    assert check(copy.folder) == ()
    assert breaches(BOUNDARIES, boundaries(copy.folder)) == []


def test_metres_are_told_how_to_become_degrees(copy):
    copy.edit("boundaries.geojson", lambda _: collection((OUTLINE, METRES)))
    _, _, _, _, expected, near = copy.only()
    assert "in degrees" in expected
    assert "to_crs" in near


def test_heights_are_left_out(copy):
    copy.edit(
        "boundaries.geojson",
        lambda _: collection((OUTLINE, ring(*[(*p, 400) for p in SQUARE["coordinates"][0]]))),
    )
    assert check(copy.folder) == ()
    assert not boundaries(copy.folder).geometry.has_z.any()


def test_outlines_finer_than_any_map_are_refused_at_once(copy):
    fine = [(36 + n / 1e6, 36 + (n % 2) / 1e6) for n in range(260_000)]
    copy.edit("boundaries.geojson", lambda _: collection((OUTLINE, ring(*fine, fine[0]))))
    _, _, column, found, _, near = copy.only()
    assert (column, found) == ("features", "more than 250000 points")
    assert "simplify" in near


def test_every_fault_of_the_outlines_is_told_at_once(copy):
    own = collection(({**OUTLINE, "iso": ""}, BOW), ({**OUTLINE, "level": "admin2"}, OPEN))
    copy.edit("boundaries.geojson", lambda _: own)
    places = [fault[2].removeprefix("features") for fault in copy.faults()]
    assert places == ["[0].geometry", "[0].iso", "[1].geometry", "[1].level"]
