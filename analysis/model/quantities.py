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
