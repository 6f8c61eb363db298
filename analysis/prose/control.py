"""Control in prose: who held what when, claimed apart from assessed."""

import pandas as pd

from analysis.model import Passage
from analysis.model.frames import HOLDINGS, STATEMENTS, takes
from analysis.prose.sentences import Row, cited, rows_of, sentence, when

STATUS = {"held": "held by {}", "besieged": "held by {}, besieged", "contested": "contested by {}"}


@takes(rows=HOLDINGS, statements=STATEMENTS)
def holdings(rows: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per holding of `derive.holdings`."""
    by_id = {claim["claim_id"]: claim for claim in rows_of(statements)}
    return [
        _holding(row, [by_id[key] for key in row["claim_ids"].split() if key in by_id])
        for row in rows_of(rows)
    ]


def _holding(row: Row, claims: list[Row]) -> Passage:
    status = STATUS[row["status"]].format(row["actor"])
    place = row["place"] or "a place not named"
    return sentence(
        f"{place}: {status}, {when(row['date'], row['date_basis'])}, {row['basis']}",
        cited(claims),
        ".",
    )
