"""Parts and wholes: of which groups each is a part, by its dimensions or because a claim says so."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from analysis.derive.comparison.bounds import exceeds, extremes
from analysis.derive.comparison.containment import Related
from analysis.derive.comparison.members import Members
from analysis.derive.comparison.windows import FAR


@dataclass
class Wholes:
    """The numbers of the groups of which a group is a part, and of those of them that it exceeds."""

    part_of: list[int] = field(default_factory=list)
    breach: list[int] = field(default_factory=list)


def wholes_of(
    rows: pd.DataFrame, groups: pd.DataFrame, members: Mapping[int, Members], kin: Mapping[int, Related]
) -> dict[int, Wholes]:
    """What each group is a part of, by its number; those that are parts of nothing are left out.

    Every whole is held against its part, the nearest are named. What a claim says to be a part of another may
    be on another event, place or faction; it is held against it where measure and unit are the same.
    """
    result: defaultdict[int, Wholes] = defaultdict(Wholes)
    ends = {number: extremes(members[number].compared) for number in _concerned(kin)}
    days = _by_number(groups, "start", "end", "flow")
    for number, related in kin.items():
        if related.wholes:
            found = result[number]
            found.part_of += related.nearest
            found.breach += [
                whole
                for whole in related.wholes
                if ends[number][0] > ends[whole][1] and _exceeds(number, whole, members, days)
            ]
    subject = _by_number(groups, "measure", "unit", "adds_up")
    for number, whole in _said_to_be(rows):
        found = result[number]
        if whole in found.part_of or number == whole:
            continue
        found.part_of.append(whole)
        comparable = subject[number] == subject[whole] and subject[number][2]
        if comparable and _exceeds(number, whole, members, days) and whole not in found.breach:
            found.breach.append(whole)
    return {number: found for number, found in result.items() if found.part_of}


def settled(kin: Mapping[int, Related], wholes: Mapping[int, Wholes]) -> dict[int, Related]:
    """What groups are to each other, where none is both a part of another and not to be compared with it."""
    told: defaultdict[int, set[int]] = defaultdict(set)
    for number, found in wholes.items():
        for whole in found.part_of:
            told[number].add(whole)
            told[whole].add(number)
    return {number: related.without(told[number]) for number, related in kin.items()}


def _by_number(groups: pd.DataFrame, *columns: str) -> dict[int, tuple[Any, ...]]:
    """Some columns of the groups, by their number."""
    values = zip(*(groups[column] for column in columns), strict=True)
    return dict(zip(map(int, groups.index), values, strict=True))


def _said_to_be(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """The groups of part and whole wherever a claim says so."""
    group = dict(zip(rows["claim_id"], rows["group"], strict=True))
    parts = rows[rows["stance"].eq("part_of") & rows["about"].isin(group)]
    return [
        (int(number), int(group[about])) for number, about in zip(parts["group"], parts["about"], strict=True)
    ]


def _concerned(kin: Mapping[int, Related]) -> set[int]:
    parts = {number for number, related in kin.items() if related.wholes}
    return parts | {whole for number in parts for whole in kin[number].wholes}


def _exceeds(
    number: int, whole: int, members: Mapping[int, Members], days: Mapping[int, tuple[Any, ...]]
) -> bool:
    """Whether a group exceeds its whole; where it has a window of its own, as known after that."""
    *window, flow = days[number]
    until = None
    if flow and tuple(window) != days[whole][:2] and window[1] < FAR:
        until = np.datetime64(window[1], "D").astype(object)
    return exceeds(members[number].compared, members[whole].compared, flow, until)
