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
    outlines = frame.to_crs("EPSG:4326")[list(BOUNDARIES.names)]
    outlines = outlines.set_geometry([wrapped(shape) for shape in outlines.geometry], crs=outlines.crs)
    outlines.attrs["attribution"] = content.get("attribution", "")
    return outlines, []


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


def _feature_faults(frame: gpd.GeoDataFrame) -> list[Fault]:
    """Outlines without a name, of no known level, or that are no polygon; features are counted from 0."""
    faults = []
    for number, (name, level, kind) in enumerate(
        zip(frame["name"], frame["level"], frame.geometry.geom_type, strict=True)
    ):
        place = f"features[{number}]"
        if not isinstance(name, str) or not name:
            found = repr(name) if name else "nothing"
            faults.append(Fault(FILE, 0, f"{place}.name", found, "the name of the outline"))
        if level not in LEVELS:
            hint = nearest(str(level), LEVELS)
            faults.append(Fault(FILE, 0, f"{place}.level", repr(level), " or ".join(LEVELS), hint))
        if kind not in ("Polygon", "MultiPolygon"):
            found = kind if isinstance(kind, str) else "nothing"
            faults.append(Fault(FILE, 0, f"{place}.geometry", found, "a Polygon or MultiPolygon"))
    return faults
