"""Frames whose columns of days follow from their EDTF dates, as load and derive would have filled them."""

import pandas as pd

from analysis.model import span_of


def redated(frame: pd.DataFrame, dates: list[str | None] | None = None, **attested: list) -> pd.DataFrame:
    """The frame with other `dates`, or those it has, and all that is read from them.

    `attested` and `attested_from` are given as such; where they are not, they stay, and default to the last
    day of the date, or for one without to 10 November 2015.
    """
    frame = frame.copy()
    if dates is not None:
        frame["date"] = dates
    spans = [span_of(text) if isinstance(text, str) and text else None for text in frame["date"]]
    for name, attribute in (
        ("start", "low"),
        ("end", "high"),
        ("start_latest", "latest_start"),
        ("end_earliest", "earliest_end"),
    ):
        days = [getattr(span, attribute, None) for span in spans]
        frame[name] = pd.to_datetime(pd.Series(days, index=frame.index, dtype=object))
    frame["span"] = pd.Series([getattr(span, "kind", None) for span in spans], frame.index, dtype="str")
    frame["inferred"] = pd.Series([span and _inferred(span) for span in spans], frame.index, dtype="str")
    frame["approximate"] = [bool(span and _approximate(span)) for span in spans]
    if "attested" not in frame or dates is not None:
        frame["attested"] = frame["end"].fillna(pd.Timestamp("2015-11-10"))
        frame["attested_from"] = frame["attested"]
    for name, days in attested.items():
        frame[name] = pd.to_datetime(pd.Series(days, index=frame.index))
    if "attested" in attested and "attested_from" not in attested:
        frame["attested_from"] = frame["attested"]
    return frame


def _inferred(span: object) -> str | None:
    names = ("year", "month", "day")
    found = [name for name in names if name in (*span.first.inferred, *span.last.inferred)]
    return " ".join(found) or None


def _approximate(span: object) -> bool:
    return bool(span.first.approximate or span.last.approximate)
