"""Lines: a frame as plain JSON, its rows as lines of CSV, for what is kept beside an exhibit."""

import csv
from typing import Any

import numpy as np
import pandas as pd

TYPES = {"b": "boolean", "i": "integer", "u": "integer", "f": "number", "M": "date"}
"""What a column is called by the kind of its dtype; any other is a string."""


def as_lines(frame: pd.DataFrame) -> dict[str, Any]:
    """The `columns` of a frame with their types, and its `rows`, each as a line of CSV without its end.

    Days are in ISO 8601, what is missing is an empty cell. A line is one text where a list would be forty
    values: of a large corpus there are millions, and whatever takes in a notebook goes through each of them.

    >>> as_lines(pd.DataFrame({"who": ["state TV", None], "dead": [12.0, None]}))["rows"]
    ['state TV,12.0', ',']
    """
    columns = [
        {"name": str(name), "type": TYPES.get(values.dtype.kind, "string")} for name, values in frame.items()
    ]
    lines = _Lines()
    cells = [_cells(values) for _, values in frame.items()]
    csv.writer(lines).writerows(zip(*cells, strict=True))
    return {"columns": columns, "rows": list(lines)}


class _Lines(list[str]):
    """Takes what is written line by line.

    The ends of lines are CR LF, so that a writer quotes text which holds either, and they are left off here.
    """

    def write(self, line: str) -> None:
        """Take one line."""
        self.append(line.removesuffix("\r\n"))


def _cells(values: pd.Series) -> list[Any]:
    """A column as a file holds it."""
    kind = values.dtype.kind
    if kind == "M":
        days = np.datetime_as_string(values.to_numpy("datetime64[D]")).tolist()
        return ["" if day == "NaT" else day for day in days]
    if kind == "b":
        return ["true" if value else "false" for value in values.tolist()]
    return ["" if value is None or value is pd.NA or value != value else value for value in values.tolist()]
