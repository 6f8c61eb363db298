"""Key figures in prose: label, interval, words and voices of each."""

from itertools import groupby

import pandas as pd

from analysis.model import KeyFigure, written
from analysis.prose.claims import independence
from analysis.prose.sentences import Row, capital, cite, listed, quoted, rows_of, when


def key_figures(rows: pd.DataFrame) -> list[KeyFigure]:
    """One key figure per number in `figure` of `derive.key_figures`; several claims stand side by side, never
    merged."""
    return [_figure(list(claims)) for _, claims in groupby(rows_of(rows), key=lambda row: row["figure"])]


def _figure(claims: list[Row]) -> KeyFigure:
    first = claims[0]
    where = first["event"] or first["place"]
    label = capital(first["measure"].replace("_", " "))
    details = ", ".join(part for part in (first["actor"], where) if part)
    moved = first["event"] is None and len({claim["as_of"] for claim in claims}) > 1
    if moved:
        note = listed([when(claim["as_of"]) for claim in claims])
    else:
        note = f"{first['verdict']}: {independence(first)}" if len(claims) > 1 else ""
    return KeyFigure(
        label=f"{label}: {details}" if details else label,
        value=(", then " if moved else " or ").join(written(claim["low"], claim["high"]) for claim in claims),
        unit=first["unit"],
        words=listed([quoted(claim["wording"]) for claim in claims if claim["wording"]]),
        speaker=listed(list(dict.fromkeys(claim["speaker"] for claim in claims))),
        note=note,
        citations=tuple(cite(claim) for claim in claims),
    )
