"""Forces in prose: every figure with its words, speaker and place in a report."""

import pandas as pd

from analysis.model import Passage
from analysis.prose.sentences import Row, capital, cited, counted, rows_of, said, sentence, subject, when


def figures(rows: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per claim of `derive.claimed`, at most `most`; then how many more the data holds."""
    passages = [_figure(claim) for claim in rows_of(rows.head(most))]
    if len(rows) > most:
        passages.append(sentence(f"{counted(len(rows) - most, 'further claim')} in the data of the exhibit."))
    return passages


def movement(front: pd.DataFrame) -> list[Passage]:
    """One passage that sets the first and the last claim of a front side by side; none where it did not
    move."""
    if front["as_of_start"].nunique() < 2:
        return []
    first, *_, last = rows_of(front)
    runs = [
        (f"{said(claim)} as of {when(claim['as_of'])}, according to {claim['speaker']}", cited([claim]))
        for claim in (first, last)
    ]
    return [sentence(f"{capital(subject(first))}: ", *runs[0], "; then ", *runs[1], ".")]


def _figure(claim: Row) -> Passage:
    as_of = f", as of {when(claim['as_of'])}" if claim["as_of"] else ""
    coded = ", numbers coded by hand" if claim["numbers_from"] == "coder" else ""
    head = f"{capital(subject(claim))}: {said(claim)}, according to {claim['speaker']}{as_of}"
    return sentence(f"{head} (graded {claim['grade']}{coded})", cited([claim]), ".")
