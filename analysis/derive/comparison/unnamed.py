"""Figures of one event that never meet, since one names a faction or a doer and the other leaves it open."""

from collections import defaultdict
from itertools import combinations

import pandas as pd

SUBJECT = ["event_id", "measure", "unit"]

Named = tuple[str, str]
"""The keys of faction and doer, empty where none is named."""


def unnamed(groups: pd.DataFrame) -> dict[int, dict[int, str]]:
    """For each group those of the same event, measure and unit that name a faction or doer and it does not,
    or the reverse, with the reason: `actor`, or where only the doers differ `doer`.

    Two that are named and differ are different matters, and none of each other's.
    """
    told = groups[groups["event_id"].notna()]
    open_ones = told[["actor_id", "by_id"]].isna().groupby([told[name] for name in SUBJECT])
    # Where all name one, or none does, nothing is left open; so it is with nearly all.
    one_sided = (open_ones.transform("max") != open_ones.transform("min")).any(axis=1)
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for _, same in told[one_sided].groupby(SUBJECT, sort=False):
        numbers: defaultdict[Named, list[int]] = defaultdict(list)
        actors, doers = same["actor_id"].fillna(""), same["by_id"].fillna("")
        for number, actor, doer in zip(same.index, actors, doers, strict=True):
            numbers[actor, doer].append(int(number))
        for one, other in combinations(numbers, 2):
            reason = _reason(one, other)
            if reason:
                for number in numbers[one]:
                    found[number] |= dict.fromkeys(numbers[other], reason)
                for number in numbers[other]:
                    found[number] |= dict.fromkeys(numbers[one], reason)
    return dict(found)


def _reason(one: Named, other: Named) -> str:
    """Why two do not meet, empty where both name another."""
    if any(a and b and a != b for a, b in zip(one, other, strict=True)):
        return ""
    return "doer" if one[0] == other[0] else "actor"
