"""Outlines of countries and provinces for maps."""

from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import pandas as pd

from analysis.errors import CorpusError, Fault, SitrepError, nearest
from analysis.load.outlines import FILE, PROPERTIES, outlines_in
from analysis.load.packages.files import content_of
from analysis.load.packages.objects import object_of
from analysis.load.workbooks.folder import as_folder
from analysis.load.world.countries import countries
from analysis.messages import paragraph, say
from analysis.model.frames import BOUNDARIES

LARGEST = 20_000_000
"""The most bytes of the file: a hundred times what a map needs, and read within a second or two."""


def boundaries(path: str | Path) -> gpd.GeoDataFrame:
    """The outlines for a map of the corpus at `path`, a folder or a workbook: `frames.BOUNDARIES`.

    They are those of its `boundaries.geojson`. Where it has none, or one without countries, the countries of
    the world are added. `attrs["attribution"]` names the origin of all lines in words.
    Raises CorpusError with every fault of the file, SitrepError where there is no such folder.
    """
    with as_folder(Path(path)) as (folder, book):
        if book is None:
            return _boundaries(folder)
        faults = book.faults if not book.files else book.placed(boundary_faults(folder))
        if faults:
            raise CorpusError(str(path), faults)
        return _boundaries(folder)


def _boundaries(folder: Path) -> gpd.GeoDataFrame:
    if not folder.is_dir():
        alike = nearest(folder.name, [entry.name for entry in folder.parent.glob("*/")])
        hint = f"; nearest: {alike}" if alike else ""
        raise SitrepError(f"{folder}: no such folder; expected that of a corpus{hint}")
    own, faults = _outlines(folder)
    if faults:
        raise CorpusError(str(folder), faults)
    if own is None:
        world = countries()
        world.attrs["attribution"] = say("map-borders-world")
        return world
    return own if (own["level"] == "country").any() else _with_countries(own)


def _with_countries(own: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The corpus' own provinces, and the countries of the world."""
    outlines = pd.concat([own, countries()], ignore_index=True)
    provinces = own.attrs["attribution"] or say("map-borders-own")
    outlines.attrs["attribution"] = paragraph(provinces, say("map-borders-countries"))
    return outlines


def boundary_faults(folder: Path) -> list[Fault]:
    """Every fault of `boundaries.geojson` in `folder`; none where there is no file: it is optional."""
    return _outlines(folder)[1]


def _outlines(folder: Path) -> tuple[gpd.GeoDataFrame | None, list[Fault]]:
    """The outlines, None where there is no file or it cannot be used, and its faults."""
    content, faults = content_of(folder, FILE, LARGEST)
    if content is None:
        return None, faults
    found, wrong = _read(content)
    return None if found is None else found.copy(deep=False), list(wrong)


@lru_cache(maxsize=1)
def _read(content: bytes) -> tuple[gpd.GeoDataFrame | None, tuple[Fault, ...]]:
    """The outlines in the bytes of a file, which are asked for by the corpus and again by the map."""
    found, faults = object_of(content, FILE, "a GeoJSON object")
    if found is None:
        return None, tuple(faults)
    read, faults = outlines_in(found)
    if faults:
        return None, tuple(faults)
    columns = {name: [outline.properties.get(name) for outline in read] for name in PROPERTIES}
    # A property that is null throughout comes without a type.
    named = pd.DataFrame(columns).astype(dict.fromkeys(PROPERTIES, "str"))
    outlines = gpd.GeoDataFrame(named, geometry=[outline.shape for outline in read], crs="EPSG:4326")
    outlines.attrs["attribution"] = found.get("attribution", "")
    return outlines[list(BOUNDARIES.names)], ()
