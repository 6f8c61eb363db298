"""Who is behind the claims of a group: how many sources, of one origin or several, and what ties them."""

from collections.abc import Callable, Sequence

from analysis.derive.comparison.claim import Claim
from analysis.derive.parties import Behind, origin, parties
from analysis.derive.statements import UNATTRIBUTED


def behind(claims: Sequence[Claim]) -> dict[str, object]:
    """What `frames.BEHIND` and `frames.SHARED` say of several claims."""
    who = [
        Behind(claim.party_id, claim.root_ids, claim.origin_id, claim.voice_id, claim.chain_id)
        for claim in claims
    ]
    return {
        "voices": len({claim.voice_id for claim in claims if claim.speaker_kind != UNATTRIBUTED}),
        "unnamed": len({claim.voice_id for claim in claims if claim.speaker_kind == UNATTRIBUTED}),
        "parties": parties(who),
        "unaligned": len({claim.voice_id for claim in claims if not claim.party_id}),
        "origin": origin(who),
        **shared(claims),
    }


def shared(claims: Sequence[Claim]) -> dict[str, object]:
    """What ties several claims together, by name; None for what they do not share, and for a single claim.

    Claims of one party share it, also where the memberships do not decide what stands at its top. A chain is
    shared where all came through one voice, be it that of some and the relay of others; a copy where reports
    are one text.
    """
    first = claims[0]
    several = len(claims) > 1

    def same(key: Callable[[Claim], object], name: object) -> object:
        return name if several and key(first) is not None and len(set(map(key, claims))) == 1 else None

    relayed = any(claim.via_id for claim in claims)
    copied = len({claim.source_id for claim in claims}) > 1
    top = same(lambda claim: claim.party_root, first.party_root)
    return {
        "shared_voice": same(lambda claim: claim.voice_id, first.speaker),
        "shared_party": top or same(lambda claim: claim.party_id, first.party),
        "shared_chain": same(lambda claim: claim.chain_id, first.chain) if relayed else None,
        "shared_copy": same(lambda claim: claim.original_id, first.original_id) if copied else None,
        "shared_author": same(lambda claim: claim.author, first.author),
        "shared_source": same(lambda claim: claim.source_id, first.source_number),
    }
