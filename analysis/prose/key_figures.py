"""Key figures in prose: label, interval, words and voices of each."""

from itertools import groupby

import pandas as pd

from analysis.model import KeyFigure, Passage, written
from analysis.prose.claims import independence
from analysis.prose.sentences import Row, capital, cite, counted, listed, quoted, rows_of, sentence, when


def key_figures(rows: pd.DataFrame) -> list[KeyFigure]:
    """One key figure per number in `figure` of `derive.key_figures`; several claims stand side by side, never
    merged."""
    return [_figure(list(claims)) for _, claims in groupby(rows_of(rows), key=lambda row: row["figure"])]


def further(figures: list[KeyFigure], shown: int) -> list[Passage]:
    """How many key figures stand only in the claims ledger, where not all are shown."""
    more = len(figures) - shown
    return (
        [sentence(f"{counted(more, 'further figure stands', 'further figures stand')} in the claims.")]
        if more > 0
        else []
    )


def _figure(claims: list[Row]) -> KeyFigure:
    first = claims[0]
    where = first["event"] or first["place"]
    label = capital(first["measure"].replace("_", " "))
    details = ", ".join(part for part in (first["actor"], where) if part)
    days = [list(same) for _, same in groupby(claims, key=lambda claim: claim["as_of"])]
    moved = first["event"] is None and len(days) > 1
    together = days if moved else [claims]
    values = [" or ".join(written(claim["low"], claim["high"]) for claim in same) for same in together]
    dates = listed([when(same[0]["as_of"], same[0]["as_of_basis"]) for same in days]) if moved else ""
    judged = [claim for claim in claims if claim["verdict"] != "single"]
    verdict = f"{judged[0]['verdict']}: {independence(judged[0])}" if judged else ""
    return KeyFigure(
        label=f"{label}: {details}" if details else label,
        value=", then ".join(values),
        unit=first["unit"],
        words=listed([quoted(claim["wording"]) for claim in claims if claim["wording"]]),
        speaker=listed(list(dict.fromkeys(claim["speaker"] for claim in claims))),
        note="; ".join(part for part in (dates, verdict) if part),
        citations=tuple(cite(claim) for claim in claims),
    )
