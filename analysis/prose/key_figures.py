"""Key figures in prose: label, interval, words and voices of each."""

from itertools import groupby

import pandas as pd

from analysis.model import KeyFigure, Passage, written
from analysis.model.frames import KEY_FIGURES, takes
from analysis.prose.claims import independence
from analysis.prose.sentences import Row, capital, cite, counted, listed, quoted, rows_of, sentence, when


@takes(rows=KEY_FIGURES)
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
    label = capital(first["noun"])
    details = ", ".join(part for part in (first["actor"], where) if part)
    times = _times(claims) if first["event"] is None else [claims]
    values = [" or ".join(written(claim["low"], claim["high"]) for claim in same) for same in times]
    dates = (
        listed([when(same[0]["as_of"], same[0]["as_of_basis"]) for same in times]) if len(times) > 1 else ""
    )
    verdicts = [
        f"{claim['verdict']}: {independence(claim)}" for claim in claims if claim["verdict"] != "single"
    ]
    return KeyFigure(
        label=f"{label}: {details}" if details else label,
        value=", then ".join(values),
        unit=first["unit"],
        words=listed([quoted(claim["wording"]) for claim in claims if claim["wording"]]),
        speaker=listed(list(dict.fromkeys(claim["speaker"] for claim in claims))),
        note="; ".join(filter(None, [dates, *dict.fromkeys(verdicts)])),
        citations=tuple(cite(claim) for claim in claims),
    )


def _times(claims: list[Row]) -> list[list[Row]]:
    """Claims in order of time, those whose spans touch or are not known in one: only apart is a `then`."""
    times = [[claims[0]]]
    for claim in claims[1:]:
        ends = [other["as_of_end"] for other in times[-1]]
        apart = None not in (claim["as_of_start"], *ends) and claim["as_of_start"] > max(ends)
        if apart:
            times.append([claim])
        else:
            times[-1].append(claim)
    return times
