"""Places on a map: what each is drawn as, what is not on it, and how far a front stood from one."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import shapely

from analysis.derive.statements import UNATTRIBUTED
from analysis.model.directions import bearing
from analysis.model.frames import BOUNDARIES, CLAIMED, FRONTS, PLACES, SPOTS, TIMELINE, UNPLACED, takes
from analysis.model.places import places_above

POINT, NEAR, EXTENT, LINEAR = 1, 2, 3, 5
"""UCDP GED codebook, where_prec: 1 an exact place, 2 within about 25 km of one, 3 a district, 5 a linear
feature such as a border, or a fuzzy area."""

NEAR_KM = 25.0

MOST, CELLS = 60, 8
"""More places than this are counted by outline, those in none by cells, so many from side to side."""

WHERE = ["place_id", "name", "kind", "latitude", "longitude", "where_prec", "radius_km", "admin1", "aliases"]


@takes(timeline=TIMELINE, places=PLACES, boundaries=BOUNDARIES)
def spots(
    timeline: pd.DataFrame, places: pd.DataFrame, boundaries: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is drawn where, and the events that are not on the map: `frames.SPOTS`, `frames.UNPLACED`.

    A province or country that `boundaries` know by a name of it is its outline; a place of the precision of
    a line between two provinces is the border of the two; a place known nearly is a halo; an exact one a
    point, or a circle where it has an extent. More than 60 places are counted by outline and cell. Of a
    narrowed timeline a spot has the scope's two columns: it is outside where all its events are.
    """
    shaped = _shaped(places, boundaries)
    known = places[["place_id", "kind", "latitude", "longitude", "where_prec", "radius_km"]]
    events = timeline.merge(
        known.rename(columns={"kind": "place_kind"}), on="place_id", how="left", validate="many_to_one"
    )
    here = events["place_id"].isin(shaped["place_id"])
    reason = events["place_id"].isna().map({True: "no_place", False: "not_located"})
    off = UNPLACED.shaped(events.assign(reason=reason)[~here])
    columns = ["event_id", "source_ids", "place_id", *(["context"] if "context" in timeline else [])]
    rows = timeline.loc[here.to_numpy(), columns].merge(shaped, on="place_id", validate="many_to_one")
    rows = rows.assign(origin=rows["place_id"])
    if rows["place_id"].nunique() > MOST:
        rows = _gathered(rows, boundaries)
    return _counted(rows), off


@takes(front=CLAIMED, places=PLACES)
def fronts(front: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Distances in km of a faction from a place that can be drawn: `frames.FRONTS`.

    They are measured from the edge of the place, or of the one in which it lies where it has no coordinates;
    a direction is one that the words name, or the name of a place that is measured from another.
    """
    above = places_above(places)
    known = places.dropna(subset=["latitude", "longitude"]).to_dict("records")
    located = {row["place_id"]: row for row in known if row["where_prec"] <= EXTENT}
    rows = front[front["actor_id"].notna() & front["place_id"].notna() & front["unit"].eq("km")]
    rows = rows[rows[["low", "high"]].notna().any(axis=1)]
    found: list[dict[str, object]] = []
    for row in rows.to_dict("records"):
        key = next((key for key in above.get(row["place_id"], ()) if key in located), None)
        if key is None:
            continue
        base = located[key]
        words = "" if pd.isna(row["wording"]) else str(row["wording"])
        side = bearing(words if key == row["place_id"] else f"{words} {row['place']}")
        found.append(
            {str(name): value for name, value in row.items()}
            | {"place_id": key, "base": base["name"], "named": row["speaker_kind"] != UNATTRIBUTED}
            | {"latitude": base["latitude"], "longitude": base["longitude"]}
            | {"radius_km": 0.0 if pd.isna(base["radius_km"]) else base["radius_km"]}
            | {"bearing": None if side is None else side}
        )
    marked = [name for name in ("in_scope", "context") if name in front]
    shaped = FRONTS.of(found)
    return shaped.merge(front[["claim_id", *marked]], on="claim_id", how="left") if marked else shaped


def _shaped(places: pd.DataFrame, boundaries: pd.DataFrame) -> pd.DataFrame:
    """Each place that can be drawn, with its shape, outlines and middle."""
    names = {
        str(level): {str(name).casefold(): str(name) for name in same["name"]}
        for level, same in boundaries.groupby("level")
    }
    geometry = dict(zip(boundaries["name"], boundaries["geometry"], strict=True))
    found: list[tuple[Any, ...]] = []
    row: Any
    for row in places[WHERE].itertuples(index=False):
        outlines = _outlines(row, names)
        located = pd.notna(row.latitude) and pd.notna(row.longitude)
        if not located and not outlines:
            continue
        shape, radius = _shape(row, outlines)
        at = (row.latitude, row.longitude)
        if not located:
            middle = shapely.union_all([geometry[name] for name in outlines]).representative_point()
            at = (middle.y, middle.x)
        found.append((row.place_id, row.name, shape, "; ".join(outlines) or None, *at, radius))
    columns = ["place_id", "place", "shape", "outlines", "latitude", "longitude", "radius_km"]
    return pd.DataFrame(found, columns=columns)


def _outlines(place: Any, names: dict[str, dict[str, str]]) -> list[str]:
    """The outlines of a country, of a province, or of all provinces between which a place lies."""
    own = [place.name, *_split(place.aliases)]
    inner = _split(place.admin1)
    if place.kind == "country":
        return _matched([*own, *inner], names.get("country", {}))[:1]
    if place.kind == "province":
        return _matched([*own, *inner], names.get("admin1", {}))[:1]
    if len(inner) > 1:
        found = _matched(inner, names.get("admin1", {}))
        return found if len(found) == len(inner) else []
    return []


def _matched(given: Iterable[str], names: dict[str, str]) -> list[str]:
    return [names[name.casefold()] for name in given if name.casefold() in names]


def _split(cell: Any) -> list[str]:
    return [] if pd.isna(cell) else [part.strip() for part in str(cell).split(";") if part.strip()]


def _shape(place: Any, outlines: list[str]) -> tuple[str, float]:
    """How a place is drawn, and its radius in km."""
    precision, radius = place.where_prec, place.radius_km
    if outlines:
        return ("border" if len(outlines) == 2 and precision == LINEAR else "outline"), np.nan
    if precision == NEAR:
        return "halo", NEAR_KM if pd.isna(radius) else radius
    if precision == POINT and not radius > 0:
        return "point", 0.0
    return ("circle", radius) if radius > 0 else ("unknown", np.nan)


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    """The spots with their events, those with most first."""
    middles = rows.groupby("place_id", sort=False).agg(
        **{name: (name, "first") for name in ("place", "shape", "outlines", "radius_km")},
        latitude=("latitude", "mean"),
        longitude=("longitude", "mean"),
        places=("origin", "nunique"),
        events=("event_id", "size"),
        event_ids=("event_id", " ".join),
        source_ids=("source_ids", _each_once),
    )
    if "context" in rows:
        why = rows.groupby("place_id", sort=False)["context"].agg(_outside)
        middles = middles.assign(in_scope=why.isna(), context=why.astype("str"))
    ranked = middles.reset_index().sort_values("events", ascending=False, kind="stable")
    marked = ranked[[name for name in ("in_scope", "context") if name in ranked]].reset_index(drop=True)
    return SPOTS.shaped(ranked).join(marked)


def _gathered(rows: pd.DataFrame, boundaries: pd.DataFrame) -> pd.DataFrame:
    """Events of very many places by the province in which they lie, those in none by cells of a grid."""
    inner = boundaries[boundaries["level"] == "admin1"].reset_index(drop=True)
    at = shapely.points(rows[["longitude", "latitude"]].to_numpy(float))
    event, outline = shapely.STRtree(list(inner["geometry"])).query(at, predicate="within")
    name = pd.Series(None, index=range(len(rows)), dtype="object")
    name[event] = inner["name"].to_numpy()[outline]
    east = rows["longitude"].to_numpy(float)
    east = np.where(np.ptp(east) > 180, np.mod(east, 360), east)
    north = rows["latitude"].to_numpy(float)
    step = max(np.ptp(east), np.ptp(north), 1e-6) / CELLS
    across, up = np.floor((east - east.min()) / step), np.floor((north - north.min()) / step)
    cell = pd.Series([f"cell-{x:.0f}-{y:.0f}" for x, y in zip(across, up, strict=True)])
    inside = name.notna().to_numpy()
    return rows.assign(
        place_id=name.fillna(cell).to_numpy(),
        place=name.to_numpy(),
        shape=np.where(inside, "outline", "cell"),
        outlines=name.to_numpy(),
        radius_km=np.nan,
    )


def _each_once(keys: pd.Series) -> str | None:
    return " ".join(dict.fromkeys(key for cell in keys.dropna() for key in cell.split())) or None


def _outside(reasons: pd.Series) -> str | None:
    """The reason for which a spot is outside the scope; None where any of its events is inside."""
    return None if reasons.isna().any() else str(reasons.iloc[0])
