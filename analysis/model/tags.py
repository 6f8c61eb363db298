"""What part of a measure a claim counts: tags by facet, and which count lies in which."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

_FACETS = {
    "age_sex": "children women men elderly",
    "status": "civilians combatants",
    "role": "aid_workers health_workers journalists medics police commanders foreigners peacekeepers",
    "fate": "destroyed damaged captured abandoned",
    "evidence": "bodies identified",
    "household": "families",
}

FACETS: Mapping[str, str] = MappingProxyType(
    {tag: facet for facet, tags in _FACETS.items() for tag in tags.split()}
)
"""The facet of every tag. Two tags of one facet in a claim count both, tags of different facets count what is
all of them."""

Tags = frozenset[str]


def tags_of(cell: str) -> Tags:
    """The tags in a cell that joins them by semicolons; none stand for everyone."""
    return frozenset(tag.strip() for tag in cell.split(";") if tag.strip())


def lies_in(part: Tags, whole: Tags) -> bool:
    """Whether all that `part` counts is also counted by `whole`: in each facet that the whole narrows, the
    part is as narrow or narrower.

    A tag that the list does not have is a facet of its own.

    >>> lies_in(tags_of("children; civilians"), tags_of("civilians")), lies_in(tags_of("women"), tags_of(""))
    (True, True)
    >>> lies_in(tags_of("destroyed; captured"), tags_of("destroyed"))
    False
    """
    inside, around = _by_facet(part), _by_facet(whole)
    return all(facet in inside and inside[facet] <= tags for facet, tags in around.items())


def _by_facet(tags: Iterable[str]) -> dict[str, set[str]]:
    facets: dict[str, set[str]] = {}
    for tag in tags:
        facets.setdefault(FACETS.get(tag, tag), set()).add(tag)
    return facets
