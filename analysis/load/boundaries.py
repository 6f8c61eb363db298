"""Outlines of countries and provinces for maps."""

import json
from pathlib import Path
from typing import Any, NoReturn

import geopandas as gpd
import pandas as pd

from analysis.errors import CorpusError, Fault, SitrepError, nearest
from analysis.load.corpora.quoting import quoted
from analysis.load.outlines import FILE, PROPERTIES, SIMPLER, outlines_in
from analysis.load.world.countries import countries
from analysis.messages import paragraph, say
from analysis.model.frames import BOUNDARIES

LARGEST = 20_000_000
"""The most bytes of the file: a hundred times what a map needs, and read within a second or two."""

LONGEST = 20
"""A whole number of more digits is no part of any outline."""


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
    read, faults = outlines_in(content)
    if faults:
        return None, faults
    columns = {name: [outline.properties.get(name) for outline in read] for name in PROPERTIES}
    # A property that is null throughout comes without a type.
    named = pd.DataFrame(columns).astype(dict.fromkeys(PROPERTIES, "str"))
    outlines = gpd.GeoDataFrame(named, geometry=[outline.shape for outline in read], crs="EPSG:4326")
    outlines.attrs["attribution"] = content.get("attribution", "")
    return outlines[list(BOUNDARIES.names)], []


def _content(source: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The file as JSON, or the fault that it is none."""
    expected = "a GeoJSON object in UTF-8"
    size = source.stat().st_size
    if size > LARGEST:
        limit = f"at most {LARGEST // 1_000_000} million bytes"
        return {}, [Fault(FILE, 0, "", f"{size} bytes", limit, SIMPLER)]
    try:
        text = source.read_bytes().decode("utf-8-sig")
        content = json.loads(text, object_pairs_hook=_once, parse_constant=_endless, parse_int=_whole)
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        found = f"byte 0x{cause.object[cause.start]:02X}, which is no UTF-8"
        return {}, [Fault(FILE, line, "", found, expected)]
    except (ValueError, RecursionError) as cause:
        line, note = getattr(cause, "lineno", 0), getattr(cause, "msg", "")
        note = note or ("nested too deeply" if isinstance(cause, RecursionError) else str(cause))
        return {}, [Fault(FILE, line, "", f"no JSON: {note}", expected)]
    if not isinstance(content, dict):
        return {}, [Fault(FILE, 1, "", f"a JSON {type(content).__name__}", expected)]
    return content, []


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; software differs in which of two members of one name it takes."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the member {quoted(twice)} twice in one object")
    return members


def _endless(constant: str) -> NoReturn:
    raise ValueError(f"{constant}, which JSON has not")


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= LONGEST else float(digits)
