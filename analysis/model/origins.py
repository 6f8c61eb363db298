"""What ties several claims together, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.messages import joined, say

_TIES = ("voice", "party", "via", "author", "source")


def shared_in_words(group: Mapping[str, Any]) -> str:
    """What a row of `frames.GROUPS` says its claims share; empty where nothing. An author is not said twice.

    >>> shared_in_words({"shared_voice": "Ditz", "shared_author": "Ditz", "shared_source": 2})
    'the voice of Ditz and report 2'
    """
    shared = {tie: group.get(f"shared_{tie}") for tie in _TIES}
    if shared["author"] == shared["voice"]:
        shared["author"] = None
    return joined(
        "join-and", [say(f"shared-{tie}", name=str(name)) for tie, name in shared.items() if pd.notna(name)]
    )
