"""Groups: figures of one key, place, window, tags and method; their dimensions and their readable keys."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.derive.comparison.containment import COLUMNS, Related, relations
from analysis.derive.comparison.revisions import revised
from analysis.derive.comparison.unnamed import unnamed
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
    columns = [groups[name].astype(object).where(groups[name].notna(), None).tolist() for name in _NAMED]
    return groups.assign(group_id=[_readable(*row) for row in zip(*columns, strict=True)])


def related(groups: pd.DataFrame, above: Mapping[str, tuple[str, ...]]) -> dict[int, Related]:
    """What each group is to the others of its key, and to those that name a faction or doer where it names
    none, with their numbers; none for a group without any."""
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
            apart = (
                dict(zip(here[list(one.apart)].tolist(), one.apart.values(), strict=True))
                if one.apart
                else {}
            )
            found[int(number)] = Related(here[one.wholes].tolist(), here[one.nearest].tolist(), apart)
    for number, others in unnamed(groups).items():
        found.setdefault(number, Related([], [], {})).apart.update(others)
    return found


_NAMED = (
    *("event_id", "place_id", "actor_id", "by_id", "measure", "unit", "measure_unit", "at_event", "tags"),
    *("whole_event", "start", "end", "projected", "part", "unknown", "claim_id"),
)


def _readable(
    event: str | None, place: str | None, actor: str | None, by: str | None, measure: str, unit: str,
    usual: str, at_event: bool, tags: frozenset[str], whole: bool, start: int, end: int, projected: bool,
    part: str, alone: bool, claim: str,
) -> str:  # fmt: skip
    """A key that says what the group is of: its subject, and whatever narrows it (`_NAMED`)."""
    parts = [event or place or actor or "nothing-named", measure]
    parts += [unit] if unit != usual else []
    parts += [actor] if actor else []
    parts += [f"by:{by}"] if by else []
    parts += [f"at:{place}"] if event and place and not at_event else []
    parts += ["+".join(sorted(tags))] if tags else []
    parts += [] if whole else [_window(start, end)]
    parts += ["projected"] if projected else []
    parts += [f"part:{part}"] if part else []
    parts += [f"claim:{claim}"] if alone else []
    return "/".join(parts).replace(" ", "_")


def _window(start: int, end: int) -> str:
    low, high = day_text(start) or "", day_text(end) or ""
    return low if low == high and low else f"{low}..{high}"


@lru_cache(maxsize=50_000)
def day_text(number: int) -> str | None:
    """The day of a number since 1970, as it is written; None where it is open."""
    return None if abs(number) >= FAR else str(np.datetime64(int(number), "D"))
