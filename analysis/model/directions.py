"""Directions in words: on which side of a place something stands."""

import re

QUARTERS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}

BETWEEN = {"northeast": 45.0, "southeast": 135.0, "southwest": 225.0, "northwest": 315.0}

_DIRECTION = re.compile(r"\b(north|south)?[- ]?(east|west)?(?:ern|erly)?\b", re.IGNORECASE)


def bearing(words: str) -> float | None:
    """The one direction that the words name, in degrees clockwise from north; None where they name none or
    several.

    >>> bearing("a few hundred meters from the northern edge"), bearing("20 km south-west of the city")
    (0.0, 225.0)
    >>> bearing("some 20 km away"), bearing("north and east of it")
    (None, None)
    """
    named = {"".join(found).lower() for found in _DIRECTION.findall(words)} - {""}
    if len(named) != 1:
        return None
    return (QUARTERS | BETWEEN)[named.pop()]
