"""Tags of `counts`: who or what of a measure a claim counts, from one closed list by facet.

Two tags of one facet mean both together, tags of different facets what has all of them: `children; women` are
children and women, `children; civilians` civilian children. No tag is everyone.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

TAGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "age_sex": MappingProxyType(
            {
                "children": "Under 18 (UN: Convention on the Rights of the Child).",
                "women": "Women of 18 or more, as the speaker counts them.",
                "men": "Men of 18 or more, as the speaker counts them.",
                "elderly": "Old people; the speaker sets the age.",
            }
        ),
        "status": MappingProxyType(
            {
                "civilians": "Who belongs to no armed force or group (IHL; civilians are never an actor).",
                "combatants": "Fighters of any side (UCDP: deaths of the parties).",
            }
        ),
        "role": MappingProxyType(
            {
                "aid_workers": "Staff of aid organisations (AWSD).",
                "health_workers": "Doctors, nurses and others who treat (WHO SSA).",
                "journalists": "Journalists and their crews (CPJ).",
                "medics": "Medics with armed forces or as first responders.",
                "police": "Police.",
                "commanders": "Leaders of armed forces or groups.",
                "foreigners": "Nationals of another state.",
                "peacekeepers": "Members of a peace operation.",
            }
        ),
        "fate": MappingProxyType(
            {
                "destroyed": "Beyond use.",
                "damaged": "Hit, but not beyond use.",
                "captured": "Taken by another side.",
                "abandoned": "Left behind.",
            }
        ),
        "evidence": MappingProxyType(
            {
                "bodies": "Bodies that were found or counted.",
                "identified": "Who was identified by name.",
            }
        ),
        "household": MappingProxyType(
            {"families": "Families or households, where the unit does not say so."}
        ),
    }
)
"""The meaning of each tag, by facet; with the field's term where there is one."""

FACETS: Mapping[str, tuple[str, ...]] = MappingProxyType({facet: tuple(tags) for facet, tags in TAGS.items()})
"""The tags of each facet, in the order of the codebook."""

FACET_OF: Mapping[str, str] = MappingProxyType({tag: facet for facet, tags in TAGS.items() for tag in tags})
"""The facet of each tag."""


def tags_of(cell: object) -> tuple[str, ...]:
    """The tags in a cell of `counts`, parted by semicolons, in its order; none of a missing cell.

    >>> tags_of("children; civilians"), tags_of(None)
    (('children', 'civilians'), ())
    """
    parts = cell.split(";") if isinstance(cell, str) else ()
    return tuple(tag for part in parts if (tag := part.strip()))


def narrower(part: Iterable[str], whole: Iterable[str]) -> bool:
    """Whether what has the tags `part` is among what has the tags `whole`, or the same.

    In each facet that `whole` names, `part` names one or more of the same tags and no others.

    >>> narrower(["children", "civilians"], ["civilians"]), narrower(["children"], ["children", "women"])
    (True, True)
    >>> narrower(["children", "women"], ["children"]), narrower([], ["children"])
    (False, False)
    """
    inner, outer = _by_facet(part), _by_facet(whole)
    return all(facet in inner and inner[facet] <= tags for facet, tags in outer.items())


def _by_facet(tags: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for tag in tags:
        found.setdefault(FACET_OF.get(tag, tag), set()).add(tag)
    return found
