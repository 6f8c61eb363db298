"""The corpus: one folder of coded tables, as one frozen object of typed frames."""

from dataclasses import dataclass

import pandas as pd

from analysis.model.frames.demand import require
from analysis.model.frames.tables import TABLES


@dataclass(frozen=True)
class Corpus:
    """Ten frames, each by the contract of its name in `model.frames`, and what the data package says of all.

    `checksum` is of the files that they were read from, so that an edition can be told from another.

    Raises FrameError where a frame lacks a column of its contract.
    """

    name: str
    title: str
    licence: str
    checksum: str
    sources: pd.DataFrame
    speakers: pd.DataFrame
    claims: pd.DataFrame
    measures: pd.DataFrame
    events: pd.DataFrame
    participants: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    places: pd.DataFrame
    control: pd.DataFrame

    def __post_init__(self) -> None:
        for name, contract in TABLES.items():
            require(getattr(self, name), contract, "Corpus")
