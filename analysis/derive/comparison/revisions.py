"""Which figures still stand: what a voice revised or followed by a later figure is kept, and not compared."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.derive.comparison.claim import Claim, before
from analysis.model.units import unit_named


def revised(rows: pd.DataFrame) -> dict[str, str]:
    """For each claim that another revises the last in the chain of revisions, by claim.

    A figure of another event, measure, faction or part of what is counted, or in a unit of another dimension,
    replaces none: it stands beside what it is said to revise.
    """
    told = rows.set_index("claim_id")
    revising = rows[rows["stance"].eq("revises") & rows["about"].isin(told.index)]
    new, old = (_subjects(part) for part in (revising, told.loc[revising["about"]]))
    later: dict[str, str] = {}
    for claim, about, one, other in zip(revising["claim_id"], revising["about"], new, old, strict=True):
        if one == other:
            later[about] = max(later.get(about, ""), claim)
    return {claim: last for claim in later if (last := _last(claim, later)) != claim}


def _subjects(rows: pd.DataFrame) -> list[tuple[object, ...]]:
    """What a revision and the figure that it replaces have in common, for each row."""
    columns = [rows[name].fillna("") for name in ("event_id", "measure", "actor_id")]
    dimensions = [unit_named(unit).dimension for unit in rows["unit"]]
    return list(zip(*columns, dimensions, rows["tags"], strict=True))


def _last(claim: str, later: Mapping[str, str]) -> str:
    """The end of the chain of revisions; in a circle, which nothing decides, the claim itself."""
    met, at = {claim}, claim
    while at in later:
        at = later[at]
        if at in met:
            return claim
        met.add(at)
    return at


def earlier(claims: Sequence[Claim]) -> set[str]:
    """The claims of one group whose voice gave another figure, come by in the same way, on a later day."""
    by_voice: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.has_number:
            by_voice.setdefault((claim.voice_id, claim.method), []).append(claim)
    return {
        one.claim_id
        for same in by_voice.values()
        if len(same) > 1
        for one in same
        if any(before(one, other) for other in same)
    }
