"""Claims compared: what several statements about one thing come to, what lies in what, and who is behind."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.derive.comparison.behind import behind
from analysis.derive.comparison.bounds import union
from analysis.derive.comparison.containment import REASONS, UNNAMED, Related
from analysis.derive.comparison.groups import day_text, dimensions, related, with_revisions
from analysis.derive.comparison.members import Members, against, members_of, objections
from analysis.derive.comparison.parts import Wholes, settled, wholes_of
from analysis.derive.comparison.quantities import quantities
from analysis.model.agreement import agreement
from analysis.model.frames import AGAINST, EVENTS, GROUPS, LEDGER, PLACES, STATEMENTS, UNCOMPARED, takes
from analysis.model.places import places_above

JUDGED = (
    *("group_id", "verdict", "because", "compared", "compatible", "ratio"),
    *("voices", "unnamed", "parties", "unaligned", "origin"),
    *("shared_voice", "shared_party", "shared_chain", "shared_copy", "shared_author", "shared_source"),
)
"""What is said of a group as a whole, and so of each statement compared in it."""

STANDINGS = {"claim_ids": "compared", "earlier_ids": "earlier", "revised_ids": "revised"}

_ALIKE = ["event_id", "event", "actor_id", "actor", "by_id", "by", "place_id", "place", "at_event"]
_ALIKE += ["measure", "noun", "actor_is", "unit", "whole_event", "projected", "group_id"]


@dataclass(frozen=True)
class Comparison:
    """What all figures are to each other, by the number of their group; `named` gives its readable key."""

    groups: pd.DataFrame
    members: Mapping[int, Members]
    kin: Mapping[int, Related]
    wholes: Mapping[int, Wholes]
    named: Mapping[int, str]


@takes(statements=STATEMENTS, places=PLACES, events=EVENTS)
def compared(statements: pd.DataFrame, places: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The groups of comparable statements with their verdict and what ties them: `frames.GROUPS`.

    Comparable are figures of one event, measure, unit, faction and doer, that count the same part of it at
    one place and time. What counts less (a town of the province, children of all, a week of the month) is a
    part, which may not exceed its whole; what is neither the same nor a part is not compared, and counted by
    the reason. Who denies or doubts a figure states none.
    """
    found = _comparison(statements, places, events)
    if found is None:
        return GROUPS.of([])
    members, named = found.members, found.named
    objecting = {stance: objections(statements, stance) for stance in AGAINST}
    sizes = {number: len(members[number].compared) for number in named}
    result = [
        {
            **{column: group[column] for column in _ALIKE},
            "counts": "; ".join(sorted(group["tags"])) or None,
            **{end: _day(group[end]) for end in ("start", "end")},
            **_summary(members[number]),
            **_beside(members[number], objecting),
            **_wholes(found.wholes.get(number), named),
            **_others(found.kin.get(number), sizes),
        }
        for number, group in zip(named, _records(found.groups), strict=True)
    ]
    return GROUPS.of(result)


@takes(statements=STATEMENTS, groups=GROUPS, places=PLACES, events=EVENTS)
def uncompared(
    statements: pd.DataFrame, groups: pd.DataFrame, places: pd.DataFrame, events: pd.DataFrame
) -> pd.DataFrame:
    """The pairs of groups of the same that are no equals, and why: `frames.UNCOMPARED`.

    Of pairs with a group in `groups`; of wholes the nearest only.
    """
    found = _comparison(statements, places, events)
    if found is None:
        return UNCOMPARED.of([])
    members, named = found.members, found.named
    pairs = {
        (one, other): reason
        for one, each in found.kin.items()
        for other, reason in each.apart.items()
        if one < other
    }
    for number, own in found.wholes.items():
        pairs |= {(number, whole): "breach" if whole in own.breach else "part" for whole in own.part_of}
    wanted = set(groups["group_id"])
    result: list[dict[str, object]] = []
    for (one, other), reason in pairs.items():
        if named[one] in wanted or named[other] in wanted:
            claims = [*members[one].compared, *members[other].compared]
            keys = " ".join(claim.claim_id for claim in claims)
            reports = " ".join(dict.fromkeys(claim.source_id for claim in claims))
            pair = {"group_id": named[one], "other_id": named[other], "reason": reason}
            result.append({**pair, "claim_ids": keys, "source_ids": reports})
    return UNCOMPARED.of(result)


@takes(statements=STATEMENTS, groups=GROUPS)
def ledger(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """What a reader may ask of each statement, with the verdict of its group: `frames.LEDGER`."""
    rows = judged(statements, groups)
    return LEDGER.shaped(rows.assign(source_ids=rows["source_id"]))


@takes(statements=STATEMENTS, groups=GROUPS)
def judged(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The statements with `standing` in the group of each, and for those compared what is said of the group.

    Missing is all of it for statements in no group, and all but group and standing for those beside.
    """
    parts = []
    for column, standing in STANDINGS.items():
        told = groups[list(JUDGED)].assign(claim_id=groups[column].str.split(), standing=standing)
        if standing != "compared":
            told[list(JUDGED[1:])] = None
        parts.append(told[told["claim_id"].notna()].explode("claim_id"))
    kinds = {column.name: column.kind for column in LEDGER.only("claim_id", "standing", *JUDGED).columns}
    claims = pd.concat([part.astype(object) for part in parts]).astype(kinds)
    return statements.merge(claims, on="claim_id", how="left", validate="one_to_one")


def _comparison(statements: pd.DataFrame, places: pd.DataFrame, events: pd.DataFrame) -> Comparison | None:
    """The figures among the statements in their groups; None where there are none."""
    rows = with_revisions(quantities(statements, events))
    if rows.empty:
        return None
    groups = dimensions(rows, places, events)
    members = members_of(rows)
    kin = related(groups, places_above(places))
    wholes = wholes_of(rows, groups, members, kin)
    return Comparison(groups, members, settled(kin, wholes), wholes, _names(groups))


def _names(groups: pd.DataFrame) -> dict[int, str]:
    """The readable key of each group by its number."""
    return dict(zip(map(int, groups.index), groups["group_id"], strict=True))


def _records(groups: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The columns of each group that its row takes over or is made from."""
    names = [*_ALIKE, "tags", "start", "end"]
    for row in zip(*(groups[name].astype(object).tolist() for name in names), strict=True):
        yield dict(zip(names, row, strict=True))


def _day(number: int) -> pd.Timestamp | None:
    text = day_text(number)
    return None if text is None else pd.Timestamp(text)


def _summary(members: Members) -> dict[str, object]:
    """What the claims of a group come to, and who is behind them."""
    claims = members.compared
    found = agreement([claim.figure for claim in claims])
    spread = union([claim.allowed for claim in claims if claim.has_number])
    # What all of them allow is known only where all of them have a number.
    shared = found.common if found.compared == len(claims) else None
    later = found.verdict == "single" and members.fell
    return {
        "claims": len(claims),
        "claim_ids": " ".join(claim.claim_id for claim in claims),
        "source_ids": " ".join(dict.fromkeys(claim.source_id for claim in claims)),
        "verdict": found.verdict,
        "because": "later" if later else found.because or None,
        "compared": found.compared,
        "compatible": found.compatible,
        "ratio": found.ratio,
        "union_low": spread.low if spread else None,
        "union_high": spread.high if spread else None,
        "common_low": shared.low if shared else None,
        "common_high": shared.high if shared else None,
        **behind(claims),
    }


def _beside(members: Members, objecting: Mapping[str, Mapping[str, list[str]]]) -> dict[str, object]:
    """The keys of what stands beside the claims of a group, None where nothing does."""
    keys = {
        "earlier_ids": members.earlier_ids,
        "revised_ids": members.revised_ids,
        "denied_ids": against(members.all_ids, objecting["denies"]),
        "doubted_ids": against(members.all_ids, objecting["doubts"]),
    }
    return {name: " ".join(each) or None for name, each in keys.items()}


def _wholes(found: Wholes | None, named: Mapping[int, str]) -> dict[str, object]:
    wholes = found or Wholes()
    return {
        "part_of": " ".join(named[number] for number in wholes.part_of) or None,
        "breach": " ".join(named[number] for number in wholes.breach) or None,
    }


def _others(related: Related | None, sizes: Mapping[int, int]) -> dict[str, object]:
    """How many claims of the same are not compared, by reason."""
    counts: Counter[str] = Counter()
    for number, reason in related.apart.items() if related else ():
        counts[reason] += sizes[number]
    return {f"other_{reason}": counts[reason] for reason in (*REASONS, *UNNAMED)}
