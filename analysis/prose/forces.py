"""Forces in prose: every figure with its words, speaker and place in a report."""

import pandas as pd

from analysis.model import Citation, Passage
from analysis.model.frames import CLAIMED, takes
from analysis.prose.sentences import Row, capital, cited, counted, rows_of, said, sentence, subject, when


@takes(rows=CLAIMED)
def figures(rows: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per claim of `frames.CLAIMED`, at most `most`; then how many more the data holds."""
    passages = [_figure(claim) for claim in rows_of(rows.head(most))]
    if len(rows) > most:
        passages.append(sentence(f"{counted(len(rows) - most, 'further claim')} in the data of the exhibit."))
    return passages


@takes(front=CLAIMED)
def movement(front: pd.DataFrame) -> list[Passage]:
    """One passage per front that claims place at different distances on different days, day by day."""
    passages = []
    for _, one in front.groupby(["actor_id", "place_id", "unit"], dropna=False, sort=False):
        by_day = one.groupby(["as_of_start", "as_of", "as_of_basis"], dropna=False, sort=True)
        days = [rows_of(claims) for _, claims in by_day]
        if len(days) < 2:
            continue
        runs: list[str | Citation] = [f"{capital(subject(days[0][0]))}: "]
        for number, claims in enumerate(days):
            runs += ["; then " if number else "", *_on_one_day(claims)]
        passages.append(sentence(runs, "."))
    return passages


def _on_one_day(claims: list[Row]) -> list[str | Citation]:
    day = when(claims[0]["as_of"], claims[0]["as_of_basis"])
    runs: list[str | Citation] = []
    for claim in claims:
        runs += [" or " if runs else "", f"{said(claim)}, according to {claim['speaker']}", *cited([claim])]
    return [*runs, f" as of {day}"]


def _figure(claim: Row) -> Passage:
    as_of = f", as of {when(claim['as_of'])}" if claim["as_of"] else ""
    through = f" through {claim['via']}" if claim["via"] else ""
    notes = [
        "date inferred" if claim["as_of_basis"] == "inferred" else "",
        "numbers coded by hand" if claim["numbers_from"] == "coder" else "",
        f"graded {claim['grade']}",
        f"speaker {claim['speaker_reliability']}" if claim["speaker_reliability"] else "",
    ]
    head = f"{capital(subject(claim))}: {said(claim)}, according to {claim['speaker']}{through}{as_of}"
    return sentence(f"{head} ({', '.join(filter(None, notes))})", cited([claim]), ".")
