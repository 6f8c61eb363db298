"""The corpus: one folder of coded tables, as one frozen object of typed frames."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Corpus:
    """Nine frames and what the data package says of them as a whole.

    Text columns are pandas `str`, numbers float64, flags bool; what is empty in the file is missing here.
    A date column keeps its EDTF text and gains `start`, `end` (datetime64, missing = open), `precision` and
    `approximate`; in `claims` these are `as_of_start` and so on, in `sources` `published_start` and so on.
    `claims` gains `numbers_from`: "coder" where the coder wrote the numbers, "words" where a wording rule
    filled them in, missing where there are none.
    """

    name: str
    title: str
    licence: str
    sources: pd.DataFrame
    speakers: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame
    participants: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    places: pd.DataFrame
    control: pd.DataFrame
