"""Names in sentences: with their article, and places with their preposition."""

from functools import cache
from itertools import pairwise

from analysis.messages import listed, say

COMMON = frozenset({"border", "road", "area", "front", "infrastructure", "villages", "village"})
"""Kinds of place whose names may be descriptions, which begin with a small letter within a sentence."""


@cache
def named(name: str) -> str:
    """A name with the article that it wants.

    >>> named("Syrian army"), named("Government of Syria"), named("ISIS"), named("United States")
    ('the Syrian army', 'the Government of Syria', 'ISIS', 'the United States')
    >>> named("Other rebel factions (not named)"), named("a soldier"), named("Médecins Sans Frontières")
    ('other rebel factions (not named)', 'a soldier', 'Médecins Sans Frontières')
    >>> named("3rd Marine Brigade"), named("Compact of the Two Shores")
    ('the 3rd Marine Brigade', 'the Compact of the Two Shores')
    >>> named("Colonel Çorvañe, spokesman of the army"), named("General Staff of the Army")
    ('Colonel Çorvañe (spokesman of the army)', 'the General Staff of the Army')
    """
    if name == say("withheld"):
        return say("withheld-voice")
    head, comma, remark = name.partition(", ")
    if comma:
        return say("name-with-remark", name=named(head), remark=remark)
    words = name.split()
    if len(words) < 2 or not (words[0][:1].isupper() or words[0][:1].isdigit()):
        return name
    if words[0].lower() in say("words-first").split():
        return _lowered(name)
    known = say("words-with-article").split()
    within = any(one.lower() in known for one, of in pairwise(words) if of == say("word-of"))
    if within or words[-1].lower() in known:
        return say("name-with-article", name=name)
    return name


def names(text: str | None, most: int = 3) -> str:
    """Names joined by semicolons as a list in words, each with its article; empty for none."""
    return listed(map(named, text.split("; ")), most=most) if text else ""


def place_named(name: str, kind: str | None) -> str:
    """The name of a place within a sentence.

    >>> place_named("Area around Aleppo", "area"), place_named("Kweires air base", "base")
    ('the area around Aleppo', 'the Kweires air base')
    >>> place_named("Villages on the outskirts (not named)", "villages"), place_named("Aleppo", "city")
    ('villages on the outskirts (not named)', 'Aleppo')
    """
    first, _, rest = name.partition(" ")
    described = kind in COMMON and rest[:1].islower() and first.lower().startswith(str(kind)[:4])
    if not described:
        return named(name)
    lowered = _lowered(name)
    return lowered if first.endswith("s") else say("name-with-article", name=lowered)


def at_place(name: str | None, kind: str | None) -> str:
    """Where, with the preposition that the kind of place wants; empty where no place is named.

    >>> at_place("Kweires air base", "base"), at_place("Aleppo province", "province"), at_place(None, None)
    ('at the Kweires air base', 'in Aleppo province', '')
    """
    return say("place-at", place=place_named(name, kind), kind=kind or "other") if name else ""


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
