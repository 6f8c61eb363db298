"""Places in places: what each lies in, by the chain of parents that a corpus codes."""

from collections.abc import Mapping

import pandas as pd


def places_above(places: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """For each `place_id` itself and, upwards by `parent_id`, all it lies in; a circle ends where it closes.

    A parent that is not coded as a place is left out.
    """
    pairs = places[["place_id", "parent_id"]].astype(object)
    parents = dict(pairs.where(pairs.notna(), None).itertuples(index=False, name=None))
    return {place: _chain(place, parents) for place in parents}


def _chain(place: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    chain: dict[str, None] = {}
    above: str | None = place
    while above is not None and above in parents and above not in chain:
        chain[above] = None
        above = parents[above]
    return tuple(chain)
