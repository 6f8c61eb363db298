"""Meetings: which factions took part in the same events, against each other, on one side, or neither."""

from itertools import combinations

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import MEETINGS, STATEMENTS, takes

OPPOSED = {frozenset({"attacker", other}) for other in ("defender", "target", "victim")}
"""Roles that stand against each other in one event."""

ALONGSIDE = ("attacker", "defender")
"""Roles of which two factions in one event are on one side; that two were hit by the same says nothing."""

HIT = {"target", "victim"}

PRINTED = STATEMENTS.only("claim_id", "source_id")

Role = tuple[str, str | None]
"""A role, and for a supporter the key of the faction that it supports, where that is known."""

Roles = dict[str, list[Role]]
"""The roles of each faction in one event."""

Part = tuple[str, str, str | None, str]
"""A faction, its role, whom it supports and the claim that says so."""


@takes(statements=PRINTED)
def meetings(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The pairs of factions that took part in the same events, with their roles: `frames.MEETINGS`.

    A supporter stands where the faction that it supports stands, and opposes whom that one opposes; whom it
    supports must be coded, for the role alone does not say which side it helps. An event counts once for a
    pair: as opposed where any of their roles oppose them, else as on one side.
    """
    names = corpus.actors.set_index("actor_id")["name"]
    source_of = statements.set_index("claim_id")["source_id"].to_dict()
    pairs: dict[tuple[str, str], dict[str, list[str]]] = {}
    for event_id, present in _by_event(corpus.participants).items():
        parts = _parts(present)
        claims: dict[str, list[str]] = {}
        for actor, _, _, key in present:
            claims.setdefault(actor, []).append(key)
        for actor, other in combinations(sorted(parts), 2):
            pair = pairs.setdefault((actor, other), {"event": [], "met": [], "roles": [], "claims": []})
            pair["event"].append(str(event_id))
            pair["met"].append(_met(actor, other, parts))
            pair["roles"] += [f"{one}-{two}" for one, _ in parts[actor] for two, _ in parts[other]]
            pair["claims"] += [key for key in (*claims[actor], *claims[other]) if key in source_of]
    return MEETINGS.of(
        [
            {
                "actor_id": actor,
                "actor": names[actor],
                "other_id": other,
                "other": names[other],
                "events": len(pair["event"]),
                **{how: pair["met"].count(how) for how in ("opposed", "alongside", "targets")},
                "roles": ", ".join(dict.fromkeys(pair["roles"])),
                "event_ids": " ".join(pair["event"]),
                "claim_ids": " ".join(dict.fromkeys(pair["claims"])) or None,
                "source_ids": " ".join(dict.fromkeys(source_of[key] for key in pair["claims"])) or None,
            }
            for (actor, other), pair in pairs.items()
        ]
    )


def _by_event(participants: pd.DataFrame) -> dict[str, list[Part]]:
    """Who took part in each event."""
    columns = participants[["event_id", "actor_id", "role", "for_id", "claim_id"]].astype(object)
    events: dict[str, list[Part]] = {}
    for event, *part in columns.where(columns.notna(), None).itertuples(index=False, name=None):
        events.setdefault(event, []).append((part[0], part[1], part[2], part[3]))
    return events


def _parts(present: list[Part]) -> Roles:
    """The roles of each faction in one event, each once."""
    parts: Roles = {}
    for actor, role, helped, _ in present:
        roles = parts.setdefault(actor, [])
        if (role, helped) not in roles:
            roles.append((role, helped))
    return parts


def _met(actor: str, other: str, parts: Roles) -> str:
    """How the two met in one event: opposed, alongside, targets (no meeting), or otherwise."""
    stands, faces = _stands(actor, parts), _stands(other, parts)
    if any(frozenset({one, two}) in OPPOSED for one, _ in stands for two, _ in faces):
        return "opposed"
    together = {role for role, _ in stands} & {role for role, _ in faces} & set(ALONGSIDE)
    helped = {side for _, side in stands} & {side for _, side in faces}
    if together or helped:
        return "alongside"
    own, its = {role for role, _ in parts[actor]}, {role for role, _ in parts[other]}
    return "targets" if own <= HIT and its <= HIT else "otherwise"


def _stands(actor: str, parts: Roles, through: tuple[str, ...] = ()) -> set[tuple[str, str]]:
    """The roles in which a faction stands, with whose they are: its own, and those of whom it supports.

    Support of a faction that has no role in the event is a role beside it. `through` are the supporters
    through which the way has come.
    """
    stands: set[tuple[str, str]] = set()
    for role, helped in parts.get(actor, ()):
        if role != "supporter":
            stands.add((role, actor))
        elif helped is not None and helped not in (actor, *through):
            stands |= _stands(helped, parts, (*through, actor)) or {("supporter", helped)}
    return stands
