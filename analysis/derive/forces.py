"""Forces: what each faction is said to have, lose or do, as intervals with words and speakers."""

import pandas as pd

from analysis.model.frames import CLAIMED, STATEMENTS, takes
from analysis.model.measures import Family

FORCES: tuple[Family, ...] = ("force", "siege", "operation", "loss")
CASUALTIES: tuple[Family, ...] = ("harm",)
FRONT: tuple[Family, ...] = ("front",)


@takes(statements=STATEMENTS)
def claimed_forces(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of forces, sieges, operations and losses, one row each: `frames.CLAIMED`."""
    return _claimed(statements, FORCES)


@takes(statements=STATEMENTS)
def claimed_casualties(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of harm to people, one row each: `frames.CLAIMED`."""
    return _claimed(statements, CASUALTIES)


@takes(statements=STATEMENTS)
def claimed_front(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of the distance of a front, in order of the day they speak of: `frames.CLAIMED`."""
    rows = _claimed(statements, FRONT)
    return rows.sort_values(["as_of_start", "claim_id"], na_position="last").reset_index(drop=True)


def _claimed(statements: pd.DataFrame, families: tuple[Family, ...]) -> pd.DataFrame:
    """The statements of these families, ordered so that what belongs together stands together."""
    rows = statements[statements["family"].isin(families)]
    rows = rows.assign(colour=rows["actor_colour"], source_ids=rows["source_id"])
    order = ["unit", "measure", "actor", "as_of_start", "low", "claim_id"]
    return CLAIMED.shaped(rows.sort_values(order, na_position="last"))
