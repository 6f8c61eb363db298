"""Outlines of countries and provinces for maps."""

import json
from pathlib import Path

import geopandas as gpd

from analysis.errors import SitrepError, nearest

_COLUMNS = ("name", "name_ar", "level", "iso")


FILE = "boundaries.geojson"


def boundaries(path: str | Path) -> gpd.GeoDataFrame:
    """One row per outline of the corpus in the folder `path`: name, name_ar, level, iso and `geometry`.

    Reads `boundaries.geojson`. `level` is admin1 or country; `geometry` holds polygons in degrees, EPSG:4326.
    The frame's `attrs["attribution"]` names the origin of the lines, as the file gives it.
    Raises SitrepError where the file is missing, is no GeoJSON, or lacks a column.
    """
    source = Path(path) / FILE
    if not source.is_file():
        folder = source.parent
        alike = nearest(source.name, [entry.name for entry in folder.iterdir()]) if folder.is_dir() else ""
        raise SitrepError(
            f"{source}: no such file; expected a GeoJSON file{f'; nearest: {alike}' if alike else ''}"
        )
    try:
        frame = gpd.read_file(source)
    except Exception as cause:  # the reader behind geopandas raises its own kinds, which differ by version
        raise SitrepError(f"{source}: cannot be read as GeoJSON ({cause})") from cause
    missing = [column for column in _COLUMNS if column not in frame.columns]
    if missing:
        found = ", ".join(str(column) for column in frame.columns)
        raise SitrepError(f"{source}: no column {', '.join(missing)}; found {found}")
    outlines = frame.to_crs("EPSG:4326")[[*_COLUMNS, "geometry"]]
    outlines.attrs["attribution"] = json.loads(source.read_text("utf-8")).get("attribution", "")
    return outlines
