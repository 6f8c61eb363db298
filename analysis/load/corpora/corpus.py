"""Coded tables as one frozen `Corpus` of typed frames."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.package import Package
from analysis.model import Corpus, Span, quantity_of


def typed(package: Package, tables: Mapping[str, TextTable], spans: Mapping[str, Span]) -> Corpus:
    """The corpus of a data package from its tables as text, which are clean, and the spans of its dates."""
    frames = {name: _typed(table, spans) for name, table in tables.items()}
    frames["claims"] = _with_quantities(frames["claims"])
    return Corpus(name=package.name, title=package.title, licence=package.licence, **frames)


def _typed(table: TextTable, spans: Mapping[str, Span]) -> pd.DataFrame:
    """The table in the data package's order: numbers as float64, flags as bool, dates with their spans."""
    frame = table.frame[list(table.spec.fields)].reset_index(drop=True)
    for column in table.spec.numbers:
        frame[column] = pd.to_numeric(frame[column]).astype("float64")
    for column, field in table.spec.fields.items():
        if field.get("type") == "boolean":
            frame[column] = frame[column].isin(field.get("trueValues", ["true", "True", "TRUE", "1"]))
    for column in table.spec.dates:
        frame = frame.join(_spans(frame[column], spans, "" if column == "date" else f"{column}_"))
    return frame


def _spans(texts: pd.Series, known: Mapping[str, Span], prefix: str) -> pd.DataFrame:
    """First and last day, precision and approximation of EDTF texts; all missing where there is no text."""
    spans = [known.get(text) for text in texts]
    return pd.DataFrame(
        {
            f"{prefix}start": np.array(
                [span.low if span else None for span in spans], dtype="datetime64[us]"
            ),
            f"{prefix}end": np.array([span.high if span else None for span in spans], dtype="datetime64[us]"),
            f"{prefix}precision": pd.array([span.precision if span else None for span in spans], dtype="str"),
            f"{prefix}approximate": [bool(span and span.approximate) for span in spans],
        },
        index=texts.index,
    )


def _with_quantities(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims with numbers read from their words where the coder left them empty, and `numbers_from`.

    Only what has a unit is a quantity: "several years" of contest is a status, and stays without numbers.
    """
    columns = ["low", "best", "high"]
    coded = claims[columns].notna().any(axis=1)
    worded = claims["unit"].notna() & claims["wording"].notna() & ~coded
    said = pd.Series(list(zip(claims["wording"], claims["unit"], strict=True)), index=claims.index)
    readings = ((pair, quantity_of(*pair)) for pair in said[worded].unique())
    known = {pair: quantity for pair, quantity in readings if quantity is not None}
    read = worded & said.isin(known.keys())
    quantities = [known[pair] for pair in said[read]]
    numbers = [[quantity.low, quantity.best, quantity.high] for quantity in quantities]
    filled = claims.copy()
    filled.loc[read, columns] = np.array(numbers, dtype="float64").reshape(-1, len(columns))
    origin = np.select([coded, read], ["coder", "words"], default="")
    filled["numbers_from"] = pd.Series(origin, index=claims.index, dtype="str").replace("", np.nan)
    return filled
