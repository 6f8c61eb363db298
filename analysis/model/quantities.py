"""Quantities as intervals whose ends may be open."""

from dataclasses import dataclass

from analysis.model.bounds import Bounds


@dataclass(frozen=True)
class Quantity(Bounds[float]):
    """A number known between `low` and `high`; `best` is missing where the words name no single value."""

    best: float | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.best is not None and not self.contains(self.best):
            raise ValueError(f"best {self.best} lies outside {self.low} to {self.high}; expected it within")


def written(low: float | None, high: float | None) -> str:
    """An interval in words; a missing end is open, both missing is no number.

    >>> written(12, 99), written(1600, None), written(None, 500), written(20, 20), written(None, None)
    ('12 to 99', '1,600 or more', 'up to 500', '20', 'no number')
    """
    ends = [None if end is None or end != end else f"{end:,.10g}" for end in (low, high)]
    if ends[0] == ends[1]:
        return ends[0] or "no number"
    if ends[0] is None:
        return f"up to {ends[1]}"
    return f"{ends[0]} or more" if ends[1] is None else f"{ends[0]} to {ends[1]}"
