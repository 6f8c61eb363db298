"""What a frame breaks of its contract, and a corpus that leaves out nothing which the contracts demand."""

from dataclasses import replace

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import TABLES, Contract


def breaches(contract: Contract, frame: pd.DataFrame) -> list[str]:
    """Everything in which the frame is not as promised: columns, order, kinds, gaps, values, key, index."""
    if list(frame.columns) != list(contract.names):
        return [f"{contract.name}: columns {list(frame.columns)}"]
    found = []
    for column in contract.columns:
        values = frame[column.name]
        where = f"{contract.name}.{column.name}"
        if str(values.dtype) != column.kind:
            found.append(f"{where}: {values.dtype}, not {column.kind}")
        if values.isna().any() and not column.missing:
            found.append(f"{where}: a missing value")
        if column.kind == "str" and (values == "").any():
            found.append(f"{where}: an empty text, which should be missing")
        if column.values and not set(values.dropna()) <= set(column.values):
            found.append(f"{where}: {set(values.dropna()) - set(column.values)}")
    if frame.duplicated(list(contract.key)).any():
        found.append(f"{contract.name}: key {contract.key} occurs twice")
    if list(frame.index) != list(range(len(frame))):
        found.append(f"{contract.name}: rows are not numbered from 0")
    return found


def whole(corpus: Corpus) -> Corpus:
    """The corpus with a placeholder wherever its fixtures leave out what no table may lack."""
    tables = {}
    for name, contract in TABLES.items():
        filled = getattr(corpus, name)
        for column in contract.columns:
            if not column.missing and column.kind in ("str", "float64"):
                spare = (column.values or ("x",))[0] if column.kind == "str" else 5.0
                filled = filled.assign(**{column.name: filled[column.name].fillna(spare)})
        tables[name] = filled
    return replace(corpus, **tables)
