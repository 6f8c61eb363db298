"""What ties several claims together, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

_WORDS = {
    "shared_voice": "the voice of {}",
    "shared_party": "the party {}",
    "shared_via": "relayed by {}",
    "shared_author": "the author {}",
    "shared_source": "report {}",
}


def shared_in_words(group: Mapping[str, Any]) -> str:
    """What a row of `frames.GROUPS` says its claims share; empty where nothing. An author is not said twice.

    >>> shared_in_words({"shared_voice": "Ditz", "shared_author": "Ditz", "shared_source": 2})
    'the voice of Ditz and report 2'
    """
    shared = {key: group.get(key) for key in _WORDS if not pd.isna(group.get(key))}
    if shared.get("shared_author") == shared.get("shared_voice"):
        shared.pop("shared_author", None)
    return " and ".join(_WORDS[key].format(name) for key, name in shared.items())
