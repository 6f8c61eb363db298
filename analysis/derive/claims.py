"""Claims compared: what several statements about one thing come to, and what ties them together."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.derive.parties import origins
from analysis.model import Bounds, Quantity
from analysis.model.frames import GROUPS, LEDGER, STATEMENTS, takes

Claim = dict[str, Any]
"""One row of statements, with None for what is missing."""

Numbers = Bounds[float]

JUDGED = ("verdict", "voices", "parties", "unaligned", "independent",
          "shared_voice", "shared_party", "shared_via", "shared_author", "shared_source")  # fmt: skip
"""What is said of a group as a whole, and so of each statement in it."""


@takes(statements=STATEMENTS)
def compared(statements: pd.DataFrame) -> pd.DataFrame:
    """The groups of comparable statements with their verdict and what ties them: `frames.GROUPS`.

    Comparable are quantities of one measure and unit, about one actor, on one event, or, where no event is
    named, on one place at overlapping times (a claim without a time only with others without one).
    """
    quantities = statements[statements["unit"].notna()].astype(object)
    subjects: dict[tuple[object, ...], list[Claim]] = {}
    for row in quantities.where(quantities.notna(), None).to_dict("records"):
        claim = {str(column): value for column, value in row.items()}
        event = claim["event_id"]
        place = None if event else claim["place_id"]
        alone = None if event or place else claim["claim_id"]
        key = (event, place, alone, claim["actor_id"], claim["measure"], claim["unit"])
        subjects.setdefault(key, []).append(claim)
    return GROUPS.of([_summary(group) for same in subjects.values() for group in _at_one_time(same)])


def verdict(quantities: list[Quantity | None]) -> str:
    """What several quantities about one thing come to; None stands for a claim without numbers.

    `single`: one claim. `indeterminate`: a number is missing. `contradict`: no value satisfies all. `agree`:
    every claim has a best value, and it lies within every interval. `overlap`: otherwise.

    >>> verdict([Quantity(12, 99), Quantity(100, 999)])
    'contradict'
    >>> verdict([Quantity(900, 1100, 1000), Quantity(1000, 1000, 1000)])
    'agree'
    """
    if len(quantities) == 1:
        return "single"
    known = [quantity for quantity in quantities if quantity is not None]
    if len(known) < len(quantities):
        return "indeterminate"
    if common(known) is None:
        return "contradict"
    bests = [quantity.best for quantity in known if quantity.best is not None]
    stated = len(bests) == len(known)
    agree = stated and all(quantity.contains(best) for quantity in known for best in bests)
    return "agree" if agree else "overlap"


def common(bounds: Iterable[Numbers]) -> Numbers | None:
    """What all the bounds allow, or None where no value satisfies all."""
    first, *rest = bounds
    result: Numbers | None = first
    for other in rest:
        result = result and result.intersection(other)
    return result


@takes(statements=STATEMENTS, groups=GROUPS)
def ledger(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """What a reader may ask of each statement, with the verdict of its group: `frames.LEDGER`."""
    rows = judged(statements, groups)
    return LEDGER.shaped(rows.assign(source_ids=rows["source_id"]))


@takes(statements=STATEMENTS, groups=GROUPS)
def judged(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The statements with verdict, counts and ties of the group each belongs to; missing where to none."""
    claims = groups[list(JUDGED)].assign(claim_id=groups["claim_ids"].str.split()).explode("claim_id")
    return statements.merge(
        claims.astype({"claim_id": "str"}), on="claim_id", how="left", validate="one_to_one"
    )


def _at_one_time(same: list[Claim]) -> list[list[Claim]]:
    """Split claims on one subject by time: those on an event stay together, others where all their spans
    overlap.

    Taken in order of time, each group as large as it can be while any two in it overlap; claims without a
    time are a group of their own.
    """
    if same[0]["event_id"]:
        return [same]
    undated = [claim for claim in same if claim["as_of"] is None]
    groups = [undated] if undated else []
    dated = [claim for claim in same if claim["as_of"] is not None]
    first_end: pd.Timestamp | None = None
    for claim in sorted(dated, key=lambda claim: (*_span(claim), claim["claim_id"])):
        start, end = _span(claim)
        if first_end is None or start > first_end:
            groups.append([])
            first_end = end
        first_end = min(first_end, end)
        groups[-1].append(claim)
    return groups


def _span(claim: Claim) -> tuple[pd.Timestamp, pd.Timestamp]:
    return claim["as_of_start"] or pd.Timestamp.min, claim["as_of_end"] or pd.Timestamp.max


def _summary(group: list[Claim]) -> dict[str, object]:
    """One row of `frames.GROUPS`."""
    quantities = [_quantity(claim) for claim in group]
    known = [quantity for quantity in quantities if quantity is not None]
    union: Numbers | None = None
    for quantity in known:
        union = quantity if union is None else union.union(quantity)
    # What all of them allow is known only where all of them have a number.
    shared = common(known) if len(known) == len(group) else None
    parties, independent = origins(
        (claim["party_id"], claim["root_ids"], claim["origin_id"]) for claim in group
    )
    subject = ("event_id", "event", "actor_id", "actor", "place_id", "place", "measure", "unit")
    return {
        **{column: group[0][column] for column in subject},
        "claims": len(group),
        "claim_ids": " ".join(claim["claim_id"] for claim in group),
        "source_ids": " ".join(dict.fromkeys(claim["source_id"] for claim in group)),
        "union_low": union.low if union else None,
        "union_high": union.high if union else None,
        "common_low": shared.low if shared else None,
        "common_high": shared.high if shared else None,
        "verdict": verdict(quantities),
        "voices": len({claim["voice_id"] for claim in group}),
        "parties": parties,
        "unaligned": len({claim["voice_id"] for claim in group if not claim["party_id"]}),
        "independent": independent,
        **_shared(group),
    }


def _quantity(claim: Claim) -> Quantity | None:
    """The numbers of a claim, or None where it has none."""
    if claim["low"] is None and claim["high"] is None:
        return None
    return Quantity(claim["low"], claim["high"], claim["best"])


def _shared(group: list[Claim]) -> dict[str, object]:
    """What ties several claims together, by name; None for what they do not share, and for a single claim.

    Claims of one party share it, also where the memberships do not decide what stands at its top.
    """
    first = group[0]

    def same(key: str, name: str) -> object:
        return first[name] if len(group) > 1 and len({claim[key] for claim in group}) == 1 else None

    return {
        "shared_voice": same("voice_id", "speaker"),
        "shared_party": same("party_root", "party_root") or same("party_id", "party"),
        "shared_via": same("via_id", "via"),
        "shared_author": same("author", "author"),
        "shared_source": same("source_id", "source_number"),
    }
