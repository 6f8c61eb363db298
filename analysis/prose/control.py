"""Control in prose: who was reported to hold what when, claimed apart from assessed."""

import pandas as pd

from analysis.messages import say
from analysis.model import Passage
from analysis.model.frames import HOLDINGS, STATEMENTS, takes
from analysis.prose.sentences import Looked, Row, cited, marked, passage, plain_rows, standing


@takes(rows=HOLDINGS, statements=STATEMENTS)
def holdings(rows: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per holding of `derive.holdings`."""
    by_id = Looked(statements, "claim_id")
    return [
        _holding(row, [by_id[key] for key in row["claim_ids"].split() if key in by_id])
        for row in plain_rows(rows)
    ]


def _holding(row: Row, carried_by: list[Row]) -> Passage:
    told = passage(
        "holding",
        place=row["place"] or say("place-unnamed"),
        status=say(f"holding-{row['status']}", actor=row["actor"]),
        date=standing(row),
        basis=say(f"basis-{row['basis']}"),
        cites=cited(carried_by),
    )
    return marked(row, told)
