"""Groups: figures of one key, place, window, tags and method; their dimensions and their readable keys."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.derive.comparison.containment import COLUMNS, Related, relations
from analysis.derive.comparison.revisions import revised
from analysis.derive.comparison.windows import FAR

SUBJECT = ["event_id", "event", "actor_id", "actor", "by_id", "by", "place_id", "measure", "unit"]

_FIRST = [*SUBJECT, "key", "tags", "part", "projected", "unknown", "adds_up", "whole_event"]
_FIRST += ["sure_start", "sure_end", "claim_id", "measure_kind", "measure_unit", "noun", "actor_is"]


def with_revisions(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures with `revised_by`, the last revision of each, in the group of which they then stand."""
    last = revised(rows)
    by = rows["claim_id"].map(last).astype("str")
    group = by.map(rows.set_index("claim_id")["group"]).fillna(rows["group"]).astype("int64")
    return rows.assign(revised_by=by, group=group)


def dimensions(rows: pd.DataFrame, places: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """One row per group, by its number, from the figures that stand: subject, dimensions and `group_id`.

    `start_high` and `end_low` are the latest start and the earliest end, where stocks of several days are of
    one time.
    """
    standing = rows[rows["revised_by"].isna()].sort_values("claim_id", kind="stable")
    by = standing.groupby("group", sort=True)
    days = {"start": ("start", "min"), "start_high": ("start", "max")}
    days |= {"end_low": ("end", "min"), "end": ("end", "max"), "size": ("claim_id", "size")}
    first = standing.drop_duplicates("group").set_index("group")[_FIRST]
    groups = by.agg(**days).join(first)
    groups = groups.assign(
        place=groups["place_id"].map(places.set_index("place_id")["name"]).astype("str"),
        at_event=groups["event_id"].map(events.set_index("event_id")["place_id"]).eq(groups["place_id"]),
        on_event=groups["event_id"].notna(),
        flow=groups["measure_kind"].eq("flow"),
    )
    return groups.assign(group_id=[_readable(group) for group in groups.itertuples()])


def related(groups: pd.DataFrame, above: Mapping[str, frozenset[str]]) -> dict[int, Related]:
    """What each group is to the others of its key, with their numbers; none for a group alone under one."""
    columns = {name: groups[name].to_numpy() for name in COLUMNS}
    place = groups["place_id"].astype(object)
    columns["place_id"] = place.where(place.notna(), None).to_numpy()
    numbers = groups.index.to_numpy()
    found: dict[int, Related] = {}
    for positions in groups.groupby("key", sort=False).indices.values():
        if len(positions) == 1:
            continue
        here = numbers[positions]
        one_key = {name: values[positions] for name, values in columns.items()}
        for number, one in zip(here, relations(one_key, above), strict=True):
            found[int(number)] = Related(
                [int(here[at]) for at in one.wholes],
                [int(here[at]) for at in one.nearest],
                {int(here[at]): reason for at, reason in one.apart.items()},
            )
    return found


def _readable(group: object) -> str:
    """A key that says what the group is of: its subject, and whatever narrows it."""
    row = {name: getattr(group, name) for name in group._fields}  # type: ignore[attr-defined]
    given = {name: None if pd.isna(row[name]) else str(row[name]) for name in SUBJECT}
    parts = [given["event_id"] or given["place_id"] or given["actor_id"] or "nothing-named", row["measure"]]
    if row["unit"] != row["measure_unit"]:
        parts.append(row["unit"])
    parts += [given["actor_id"]] if given["actor_id"] else []
    parts += ["by:" + given["by_id"]] if given["by_id"] else []
    if given["event_id"] and given["place_id"] and not row["at_event"]:
        parts.append("at:" + given["place_id"])
    parts += ["+".join(sorted(row["tags"]))] if row["tags"] else []
    parts += [] if row["whole_event"] else [_window(row["start"], row["end"])]
    parts += ["projected"] if row["projected"] else []
    parts += ["part:" + row["part"]] if row["part"] else []
    parts += ["claim:" + row["claim_id"]] if row["unknown"] else []
    return "/".join(str(part).replace(" ", "_") for part in parts)


def _window(start: int, end: int) -> str:
    low, high = day_text(start) or "", day_text(end) or ""
    return low if low == high and low else f"{low}..{high}"


def day_text(number: int) -> str | None:
    """The day of a number since 1970, as it is written; None where it is open."""
    return None if abs(number) >= FAR else str(np.datetime64(int(number), "D"))
