"""Outlines in GeoJSON (RFC 7946): what is wrong with each, and their shapes.

Nothing is mended or guessed: software differs in what it makes of a ring that is open or crosses itself, and
of coordinates in metres.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import shapely

from analysis.errors import Fault, nearest
from analysis.load.corpora.plain import broken_rule
from analysis.load.packages.quoting import quoted
from analysis.load.world.wrapping import wrapped

FILE = "boundaries.geojson"
LEVELS = ("admin1", "country")

NEEDED = {
    "name": "the name of the outline",
    "iso": "the code of the outline after ISO 3166, or another code where it has none",
}
"""The properties that every outline has as text, and what they hold."""

PROPERTIES = ("name", "name_ar", "level", "iso")

POINTS = 250_000
"""The most points of all outlines together, ten times what a detailed country needs; more take seconds to
check, and a map as wide as a page shows none of them."""

SIMPLER = "simplify_coverage of geopandas makes it smaller"

TURNS = 360.0
"""The farthest longitude: an outline that crosses 180 degrees may run on."""

_DEGREES = f"longitudes up to {TURNS:.0f} and latitudes up to 90, in degrees (WGS 84)"
_POLYGON = "a Polygon or MultiPolygon"
_TO_DEGREES = 'to_crs("EPSG:4326") of geopandas turns them into degrees'

_WGS84 = ("CRS84", "4326")
"""How the names end that older files give the one reference system of GeoJSON."""


@dataclass(frozen=True)
class Outline:
    """One feature: its properties as written, and its shape between -180 and 180 degrees of longitude."""

    properties: Mapping[str, Any]
    shape: Any


def outlines_in(content: Mapping[str, Any]) -> tuple[list[Outline], list[Fault]]:
    """The outlines of a FeatureCollection, and every fault of it and of them; none where there is a fault."""
    faults = list(_collection_faults(content))
    if faults:
        return [], faults
    features = content["features"]
    if sum(map(_size, features)) > POINTS:
        found = f"more than {POINTS} points"
        return [], [_fault("features", found, f"at most {POINTS} points", SIMPLER)]
    shapes = [_shape_of(f"features[{number}]", feature) for number, feature in enumerate(features)]
    faults = [fault for _, found in shapes for fault in found]
    named = [_properties_of(feature) for feature in features]
    faults += _absent(named) or [
        fault for number, own in enumerate(named) for fault in _property_faults(f"features[{number}]", own)
    ]
    pairs = zip(named, shapes, strict=True)
    return ([] if faults else [Outline(own, shape) for own, (shape, _) in pairs]), faults


def _fault(column: str, found: str, expected: str, near: str = "") -> Fault:
    return Fault(FILE, 0, column, found, expected, near)


def _type_of(value: Any) -> str:
    """What a member of the file is, in words: its GeoJSON type, or the kind of JSON."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        kind = value.get("type")
        return quoted(kind)[1:-1] if isinstance(kind, str) and kind else "an object without a type"
    return f"a JSON {type(value).__name__}"


def _collection_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    if content.get("type") != "FeatureCollection":
        yield _fault("", f"no GeoJSON: {_type_of(content)}", "a FeatureCollection of polygons")
        return
    features = content.get("features")
    if not isinstance(features, list):
        yield _fault("features", _type_of(features), "a list of features")
    elif not features:
        yield _fault("features", "nothing", "at least one outline")
    attribution = content.get("attribution", "")
    if not isinstance(attribution, str):
        yield _fault("attribution", _type_of(attribution), "the origin of the outlines in words")
    else:
        yield from _plain_faults("attribution", attribution)
    yield from _reference_faults(content.get("crs"))


def _reference_faults(crs: Any) -> Iterator[Fault]:
    """GeoJSON has one reference system; an older file may name it."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str):
        yield _fault("crs", "an object without a name", "no crs, as GeoJSON is in WGS 84")
    elif name.split(":")[-1].upper() not in _WGS84:
        yield _fault("crs", quoted(name), "WGS 84, the one reference system of GeoJSON", _TO_DEGREES)


def _properties_of(feature: Any) -> Mapping[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _absent(named: list[Mapping[str, Any]]) -> list[Fault]:
    """Properties that no outline has."""
    own = list(dict.fromkeys(name for properties in named for name in properties))
    return [
        _fault(name, "no such property", "a property of the outlines", nearest(name, own))
        for name in PROPERTIES
        if name not in own
    ]


def _property_faults(place: str, properties: Mapping[str, Any]) -> Iterator[Fault]:
    """Outlines that lack name or code, or are of no known level."""
    for name, expected in NEEDED.items():
        value = properties.get(name)
        if not isinstance(value, str) or not value:
            found = "nothing" if value in (None, "") else quoted(repr(value))[1:-1]
            yield _fault(f"{place}.{name}", found, expected)
        else:
            yield from _plain_faults(f"{place}.{name}", value)
    arabic = properties.get("name_ar")
    if isinstance(arabic, str):
        yield from _plain_faults(f"{place}.name_ar", arabic)
    elif arabic is not None:
        yield _fault(f"{place}.name_ar", _type_of(arabic), "the name in Arabic script, or null")
    level = properties.get("level")
    if level not in LEVELS:
        found = quoted(repr(level))[1:-1]
        yield _fault(f"{place}.level", found, " or ".join(LEVELS), nearest(str(level), LEVELS))


def _plain_faults(place: str, text: str) -> Iterator[Fault]:
    rule = broken_rule(text)
    if rule:
        yield _fault(place, f"{rule.found}: {quoted(text)}", rule.expected, rule.mended(text))


def _size(feature: Any) -> int:
    """The points of a feature, as far as it has any."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    lists = [coordinates] if isinstance(coordinates, list) else []
    deepest = lists
    for _ in range(3):
        deepest = [each for one in deepest for each in one if isinstance(each, list)]
        lists = deepest or lists
    return len(lists)


def _shape_of(place: str, feature: Any) -> tuple[Any, list[Fault]]:
    """The shape of a feature, or the first fault: whatever follows mostly has the same cause."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return None, [_fault(place, _type_of(feature), "a Feature with properties and geometry")]
    place = f"{place}.geometry"
    geometry = feature.get("geometry") or {}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        return None, [_fault(place, _type_of(feature.get("geometry")), _POLYGON)]
    coordinates = geometry.get("coordinates")
    if coordinates == [] or coordinates is None:
        return None, [_fault(place, "nothing", _POLYGON)]
    polygons = coordinates if kind == "MultiPolygon" else [coordinates]
    problem = next(_problems(polygons), None)
    if problem:
        return None, [_fault(place, *problem)]
    shape = wrapped(_shape(polygons))
    return shape, list(_surface_faults(place, shape))


def _surface_faults(place: str, shape: Any) -> Iterator[Fault]:
    """Outlines that hold nothing, such as a box round the world and back, or that cross themselves.

    What crosses 180 degrees has been cut there, and is valid since.
    """
    reason = shapely.is_valid_reason(shape)
    if shape.is_empty:
        expected = f"{_POLYGON} without edges that go more than half round the world"
        yield _fault(place, "no area", expected)
    elif reason != "Valid Geometry":
        words, _, at = reason.partition("[")
        found = f"{words[:1].lower()}{words[1:]} at {at.rstrip(']')}"
        expected = "rings that neither cross themselves nor each other"
        yield _fault(place, found, expected, "make_valid of geopandas mends most")


def _problems(polygons: Any) -> Iterator[tuple[str, ...]]:
    """What was found, what was expected, and what is near."""
    nested = "rings of positions, as RFC 7946 nests them"
    if not isinstance(polygons, list):
        yield _type_of(polygons), nested
        return
    for rings in polygons:
        if not isinstance(rings, list) or not rings:
            yield (_type_of(rings) if rings else "a polygon without rings"), nested
            return
        for ring in rings:
            yield from _ring_problems(ring, nested)


def _ring_problems(ring: Any, nested: str) -> Iterator[tuple[str, ...]]:
    if not isinstance(ring, list):
        yield _type_of(ring), nested
        return
    for position in ring:
        if not _is_position(position):
            yield f"the position {quoted(repr(position))[1:-1]}", "two numbers: longitude and latitude"
            return
        longitude, latitude = position[:2]
        if abs(longitude) > TURNS or abs(latitude) > 90:
            yield f"the position {longitude:g}, {latitude:g}", _DEGREES, _TO_DEGREES
            return
    if len(ring) < 4 or ring[0] != ring[-1]:
        found = (
            "a ring that does not end where it begins"
            if len(ring) > 3
            else f"a ring of {len(ring)} positions"
        )
        yield found, "a ring of four positions or more, of which the last is the first"


def _is_position(value: Any) -> bool:
    numbers = (
        isinstance(value, list) and len(value) in (2, 3, 4) and all(type(n) in (int, float) for n in value)
    )
    return numbers and all(math.isfinite(number) for number in value[:2])


def _shape(polygons: list[Any]) -> Any:
    """The shape of polygons that have no fault, without heights."""
    flat = [[[position[:2] for position in ring] for ring in rings] for rings in polygons]
    shapes = [shapely.Polygon(outer, holes) for outer, *holes in flat]
    return shapely.MultiPolygon(shapes) if len(shapes) > 1 else shapes[0]
