"""Which figures still stand: what a voice revised or followed by a later figure is kept, and not compared."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.derive.comparison.claim import Claim, before


def revised(rows: pd.DataFrame) -> dict[str, str]:
    """For each claim that another revises the last in the chain of revisions, by claim."""
    told = set(rows["claim_id"])
    revising = rows[rows["stance"].eq("revises") & rows["about"].isin(told)]
    later: dict[str, str] = {}
    for claim, about in zip(revising["claim_id"], revising["about"], strict=True):
        later[about] = max(later.get(about, ""), claim)
    return {claim: last for claim in later if (last := _last(claim, later)) != claim}


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
