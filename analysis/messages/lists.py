"""Several things in one sentence, and several sentences in one paragraph."""

from collections.abc import Iterable, Sequence
from functools import reduce

from babel.lists import format_list

from analysis.messages.catalogue import current, say


def listed(names: Iterable[str], most: int = 0) -> str:
    """The names as a list in a sentence; beyond `most` (0: all are named) only how many more there are.

    >>> listed(["ISIS", "Russia", "Syria"]), listed(["a", "b", "c"], most=2), listed([])
    ('ISIS, Russia and Syria', 'a, b and 1 more', '')
    """
    all_names = list(names)
    if most and len(all_names) > most:
        return say("list-more", names=", ".join(all_names[:most]), more=len(all_names) - most)
    return format_list(all_names, style="standard", locale=current().locale) if all_names else ""


def joined(key: str, parts: Sequence[str]) -> str:
    """The parts joined two by two by a message that takes `first` and `next`; empty without parts.

    >>> joined("join-further", ["12 dead", "30 dead"])
    '12 dead; 30 dead'
    """
    whole = [part for part in parts if part]
    return reduce(lambda first, second: say(key, first=first, next=second), whole) if whole else ""


def paragraph(*sentences: str) -> str:
    """The sentences one after the other; empty ones are passed over."""
    return joined("join-sentences", sentences)
