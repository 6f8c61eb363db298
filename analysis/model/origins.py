"""What several claims come to and what ties them, in words: for prose and charts alike."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.messages import joined, listed, number_words, say

_TIES = ("voice", "party", "chain", "copy", "author", "source")

OTHERS = ("place", "window", "tags", "method", "doer", "actor")
"""Why figures of the same are not compared, in the order in which it is told."""


def verdict_words(group: Mapping[str, Any]) -> str:
    """The verdict of a row of `frames.GROUPS` with its reason, how many are compatible and how far floors are
    apart.

    >>> verdict_words({"verdict": "apart", "because": "count", "compared": 6, "compatible": 5, "ratio": 8.3})
    'apart, 5 of 6 compatible, floors differ by 8 times'
    >>> verdict_words({"verdict": "single", "because": "later", "compared": 1, "compatible": 1})
    'single, a later count is lower'
    """
    verdict, because = group["verdict"], group.get("because")
    if (verdict, because) == ("apart", "later"):
        return say("because-apart-later")
    plain = because is None or pd.isna(because) or because == "count"
    reason = "" if plain else say(f"because-{verdict}-{because}")
    repeated = verdict == "agree" and pd.notna(group.get("shared_voice"))
    parts = [say("verdict-repeated" if repeated else f"verdict-{verdict}"), reason]
    if verdict == "apart":
        if group["compared"] > 2 and group["compatible"] > 1:
            parts.append(say("verdict-compatible", number=group["compatible"], all=group["compared"]))
        ratio = group.get("ratio")
        if pd.notna(ratio):
            parts.append(say("verdict-ratio", ratio=number_words(round(ratio, 1 if ratio < 3 else 0))))
    return joined("join-comma", parts)


def ties_in_words(group: Mapping[str, Any]) -> str:
    """What a row of `frames.GROUPS` says its claims share; empty where nothing. Nobody is said twice.

    >>> ties_in_words({"shared_voice": "Ditz", "shared_author": "Ditz", "shared_source": 2})
    'the voice of Ditz and report 2'
    """
    shared = {tie: group.get(f"shared_{tie}") for tie in _TIES}
    for tie in ("chain", "author"):
        if shared[tie] == shared["voice"]:
            shared[tie] = None
    return listed(say(f"shared-{tie}", name=str(name)) for tie, name in shared.items() if pd.notna(name))


def voices_in_words(group: Mapping[str, Any]) -> str:
    """How many named sources a row of `frames.GROUPS` or `frames.TIMELINE` has, and how many not named.

    >>> voices_in_words({"voices": 2, "unnamed": 1})
    '2 sources and 1 not named'
    """
    named, unnamed = int(group["voices"]), int(group["unnamed"])
    if not unnamed:
        return say("voices-named", number=named)
    if not named:
        return say("voices-unnamed", number=unnamed)
    return say("voices-both", named=say("voices-named", number=named), unnamed=unnamed)


def sources_in_words(group: Mapping[str, Any]) -> str:
    """How many sources a row of `frames.GROUPS` has, the parties behind them, their origin and what ties
    them. That they are independent is never said.

    >>> sources_in_words({"voices": 3, "unnamed": 0, "parties": 1, "unaligned": 2, "origin": "several"})
    '3 sources, 1 party and 2 of none'
    >>> sources_in_words({"voices": 2, "unnamed": 0, "parties": 1, "unaligned": 0, "origin": "one"})
    '2 sources, 1 party, of one origin'
    """
    parties, alone = group["parties"], group["unaligned"]
    undecided = pd.isna(parties)
    if undecided:
        behind = say("parties-undecided")
    else:
        behind = say("parties", number=parties) if parties else say("parties-none")
    if alone and (undecided or parties):
        behind = say("parties-and-none", parties=behind, number=alone)
    several = group["voices"] + group["unnamed"] > 1
    origin = say(f"origin-{group['origin']}") if several and group["origin"] != "several" else ""
    words = joined("join-comma", [voices_in_words(group), behind, origin])
    ties = ties_in_words(group)
    return say("voices-tied", voices=words, ties=ties) if ties else words


def others_in_words(group: Mapping[str, Any]) -> str:
    """How many figures of the same a row of `frames.GROUPS` is not compared with, by reason; empty for none.

    >>> others_in_words({**{f"other_{reason}": 0 for reason in OTHERS}, "other_place": 3, "other_window": 2})
    'not compared: another place (3), another time (2)'
    """
    told = [
        say(f"other-{reason}", number=int(group[f"other_{reason}"]))
        for reason in OTHERS
        if group[f"other_{reason}"]
    ]
    return say("others", others=joined("join-comma", told)) if told else ""
