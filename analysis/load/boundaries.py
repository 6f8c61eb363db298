"""Outlines of countries and provinces for maps."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from analysis.errors import CorpusError, Fault, SitrepError, nearest
from analysis.load.world.countries import countries
from analysis.load.world.wrapping import wrapped
from analysis.messages import paragraph, say
from analysis.model.frames import BOUNDARIES

FILE = "boundaries.geojson"
LEVELS = ("admin1", "country")

NEEDED = {
    "name": "the name of the outline",
    "iso": "the code of the outline after ISO 3166, or another code where it has none",
}
"""The properties that every outline has as text, and what they hold."""

_COLUMNS = tuple(name for name in BOUNDARIES.names if name != "geometry")


def boundaries(path: str | Path) -> gpd.GeoDataFrame:
    """The outlines for a map of the corpus in the folder `path`: `frames.BOUNDARIES`.

    They are those of its `boundaries.geojson`. Where it has none, or one without countries, the countries of
    the world are added. `attrs["attribution"]` names the origin of all lines in words.
    Raises CorpusError with every fault of the file, SitrepError where there is no such folder.
    """
    folder = Path(path)
    if not folder.is_dir():
        alike = nearest(folder.name, [entry.name for entry in folder.parent.glob("*/")])
        hint = f"; nearest: {alike}" if alike else ""
        raise SitrepError(f"{folder}: no such folder; expected that of a corpus{hint}")
    if not (folder / FILE).is_file():
        world = countries()
        world.attrs["attribution"] = say("map-borders-world")
        return world
    own, faults = _outlines(folder / FILE)
    if own is None:
        raise CorpusError(str(folder), faults)
    return own if (own["level"] == "country").any() else _with_countries(own)


def _with_countries(own: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The corpus' own provinces, and the countries of the world."""
    outlines = pd.concat([own, countries()], ignore_index=True)
    provinces = own.attrs["attribution"] or say("map-borders-own")
    outlines.attrs["attribution"] = paragraph(provinces, say("map-borders-countries"))
    return outlines


def boundary_faults(folder: Path) -> list[Fault]:
    """Every fault of `boundaries.geojson` in `folder`; none where there is no file: it is optional."""
    return _outlines(folder / FILE)[1] if (folder / FILE).is_file() else []


def _outlines(source: Path) -> tuple[gpd.GeoDataFrame | None, list[Fault]]:
    """The outlines, None where the file cannot be used, and its faults."""
    content, faults = _content(source)
    if faults:
        return None, faults
    try:
        frame = gpd.read_file(source)
    except Exception as cause:  # noqa: BLE001 - the reader behind geopandas raises its own kinds
        found = f"no GeoJSON: {cause}".replace(str(source), FILE)
        return None, [Fault(FILE, 0, "", found, "a FeatureCollection of polygons")]
    faults = _column_faults(frame) or _feature_faults(frame)
    if faults:
        return None, faults
    # A property that is null throughout comes without a type.
    outlines = frame.to_crs("EPSG:4326")[list(BOUNDARIES.names)].astype(dict.fromkeys(_COLUMNS, "str"))
    outlines = outlines.set_geometry([wrapped(shape) for shape in outlines.geometry], crs=outlines.crs)
    outlines.attrs["attribution"] = content.get("attribution", "")
    faults = _nothing_left(outlines)
    return (None if faults else outlines), faults


def _content(source: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The file as JSON, or the fault that it is none."""
    expected = "a GeoJSON object in UTF-8"
    try:
        content = json.loads(source.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        found = f"byte 0x{cause.object[cause.start]:02X}, which is no UTF-8"
        return {}, [Fault(FILE, line, "", found, expected)]
    except (json.JSONDecodeError, RecursionError) as cause:
        line, note = getattr(cause, "lineno", 0), getattr(cause, "msg", "nested too deeply")
        return {}, [Fault(FILE, line, "", f"no JSON: {note}", expected)]
    if not isinstance(content, dict):
        return {}, [Fault(FILE, 1, "", f"a JSON {type(content).__name__}", expected)]
    return content, []


def _column_faults(frame: gpd.GeoDataFrame) -> list[Fault]:
    """Properties that no outline has, or that there is no outline."""
    if frame.empty:
        return [Fault(FILE, 0, "features", "nothing", "at least one outline")]
    own = [str(column) for column in frame.columns]
    return [
        Fault(FILE, 0, column, "no such property", "a property of the outlines", nearest(column, own))
        for column in _COLUMNS
        if column not in own
    ]


def _nothing_left(outlines: gpd.GeoDataFrame) -> list[Fault]:
    """Outlines with edges that lead round the world and back on themselves, such as a box around it."""
    expected = "a Polygon or MultiPolygon without edges that go more than half round the world"
    return [
        Fault(FILE, 0, f"features[{number}].geometry", "no area", expected)
        for number, empty in enumerate(outlines.geometry.is_empty)
        if empty
    ]


def _feature_faults(frame: gpd.GeoDataFrame) -> list[Fault]:
    """Outlines that lack name or code, of no known level or no polygon; features are counted from 0."""
    faults = []
    kinds = frame.geometry.geom_type.where(~frame.geometry.is_empty)
    names, codes = (frame[column].astype(object).where(frame[column].notna(), "") for column in NEEDED)
    for number, (name, iso, level, kind) in enumerate(zip(names, codes, frame["level"], kinds, strict=True)):
        place = f"features[{number}]"
        for value, (column, expected) in zip((name, iso), NEEDED.items(), strict=True):
            if not isinstance(value, str) or not value:
                found = "nothing" if isinstance(value, str) else repr(value)
                faults.append(Fault(FILE, 0, f"{place}.{column}", found, expected))
        if level not in LEVELS:
            hint = nearest(str(level), LEVELS)
            faults.append(Fault(FILE, 0, f"{place}.level", repr(level), " or ".join(LEVELS), hint))
        if kind not in ("Polygon", "MultiPolygon"):
            found = kind if isinstance(kind, str) else "nothing"
            faults.append(Fault(FILE, 0, f"{place}.geometry", found, "a Polygon or MultiPolygon"))
    return faults
