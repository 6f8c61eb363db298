"""What is counted, by family of measures: forces, harm to people, the front, and every other figure.

Whatever counts something is in one of the four frames, measures of a corpus' own included.
"""

import pandas as pd

from analysis.model.frames import CLAIMED, STATEMENTS, takes
from analysis.model.measures import Family

FORCES: tuple[Family, ...] = ("force", "materiel", "operations")
PEOPLE: tuple[Family, ...] = ("harm", "displacement", "need")
FRONT: tuple[Family, ...] = ("front",)


@takes(statements=STATEMENTS)
def claimed_forces(statements: pd.DataFrame) -> pd.DataFrame:
    """Figures of forces, materiel and operations, one row each: `frames.CLAIMED`."""
    return _claimed(statements, statements["family"].isin(FORCES))


@takes(statements=STATEMENTS)
def claimed_casualties(statements: pd.DataFrame) -> pd.DataFrame:
    """Figures of people harmed, displaced or in need, one row each: `frames.CLAIMED`."""
    return _claimed(statements, statements["family"].isin(PEOPLE))


@takes(statements=STATEMENTS)
def claimed_front(statements: pd.DataFrame) -> pd.DataFrame:
    """Figures of a front, in order of the day they speak of: `frames.CLAIMED`."""
    rows = _claimed(statements, statements["family"].isin(FRONT))
    return rows.sort_values(["as_of_start", "claim_id"], na_position="last").reset_index(drop=True)


@takes(statements=STATEMENTS)
def claimed_others(statements: pd.DataFrame) -> pd.DataFrame:
    """Figures of any other family (territory, infrastructure, aid, population), one row each:
    `frames.CLAIMED`."""
    return _claimed(statements, ~statements["family"].isin((*FORCES, *PEOPLE, *FRONT)))


def _claimed(statements: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """The chosen statements of what is counted, ordered so that what belongs together stands together."""
    rows = statements[chosen & statements["rank"].notna()]
    rows = rows.assign(colour=rows["actor_colour"], source_ids=rows["source_id"])
    order = ["unit", "measure", "actor", "as_of_start", "low", "claim_id"]
    return CLAIMED.shaped(rows.sort_values(order, na_position="last"))
