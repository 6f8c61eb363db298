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


def _figure(claim: Row) -> Passage:
    as_of = f", as of {when(claim['as_of'])}" if claim["as_of"] else ""
    filled = "; numbers read from the words by rule" if claim["numbers_from"] == "words" else ""
    head = f"{capital(subject(claim))}: {said(claim)}, according to {claim['speaker']}{as_of}"
    return sentence(f"{head} (graded {claim['grade']}{filled})", cited([claim]), ".")
