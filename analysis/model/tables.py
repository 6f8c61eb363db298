"""The contract of a frame: the columns a function needs are there, or an error says which is not."""

import pandas as pd

from analysis.errors import FrameError, nearest


def require(frame: pd.DataFrame, columns: tuple[str, ...], who: str) -> None:
    """Raise FrameError, naming each missing column and the one most like it, unless `frame` has `columns`."""
    missing = [column for column in columns if column not in frame.columns]
    if not missing:
        return
    have = [str(column) for column in frame.columns]
    hints = (f"{column} (nearest here: {nearest(column, have) or 'none'})" for column in missing)
    raise FrameError(f"{who}: missing column {', '.join(hints)}; found {', '.join(have) or 'no columns'}")
