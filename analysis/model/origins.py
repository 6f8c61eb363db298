"""What ties several claims together, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.messages import listed, say

_TIES = ("voice", "party", "via", "author", "source")


def shared_in_words(group: Mapping[str, Any]) -> str:
    """What a row of `frames.GROUPS` says its claims share; empty where nothing. An author is not said twice.

    >>> shared_in_words({"shared_voice": "Ditz", "shared_author": "Ditz", "shared_source": 2})
    'the voice of Ditz and report 2'
    """
    shared = {tie: group.get(f"shared_{tie}") for tie in _TIES}
    if shared["author"] == shared["voice"]:
        shared["author"] = None
    return listed(say(f"shared-{tie}", name=str(name)) for tie, name in shared.items() if pd.notna(name))


def voices_in_words(group: Mapping[str, Any]) -> str:
    """How many voices a row of `frames.GROUPS` has, and how many parties stand behind them.

    >>> voices_in_words({"voices": 3, "parties": 1, "unaligned": 2})
    '3 voices, 1 party and 2 of none'
    """
    parties, alone = group["parties"], group["unaligned"]
    undecided = pd.isna(parties)
    if undecided:
        behind = say("parties-undecided")
    else:
        behind = say("parties", number=parties) if parties else say("parties-none")
    if alone and (undecided or parties):
        behind = say("parties-and-none", parties=behind, number=alone)
    return say("voices-of", voices=say("voices", number=group["voices"]), parties=behind)
