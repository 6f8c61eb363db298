"""What is counted, by family of measures: forces, harm to people, the front, and other figures.

Whatever counts something is in one of the four frames, measures of a corpus' own included, but for what
stands elsewhere: territory with control, durations with the events, and how many people once lived somewhere
with what is not known. Of forces and other figures it follows in which rows they are drawn.
"""

import numpy as np
import pandas as pd

from analysis.derive.together import MOST_ROWS, MOST_TOGETHER, NUMBERS, alone, in_few_rows, numbered, shaped
from analysis.model.frames import CLAIMED, STATEMENTS, takes
from analysis.model.measures import LONG_AGO, Family

FORCES: tuple[Family, ...] = ("force", "materiel", "operations")
PEOPLE: tuple[Family, ...] = ("harm", "displacement", "need")
FRONT: tuple[Family, ...] = ("front",)
OTHERS: tuple[Family, ...] = ("infrastructure", "aid", "population")


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
    """Figures of infrastructure, aid and the population of now, one row each: `frames.CLAIMED`.

    A population is of now where its day is no more than `LONG_AGO` before the first report.
    """
    now = statements["published_start"].min() - LONG_AGO
    past = statements["family"].eq("population") & (statements["as_of_end"] < now)
    return _claimed(statements, statements["family"].isin(OTHERS) & ~past)


_FORCE = ["measure", "unit", "actor_id", "spot", "place_id", "counts"]
"""What is the same where one force is told of at several times."""


@takes(claimed=CLAIMED)
def force_figures(claimed: pd.DataFrame) -> pd.DataFrame:
    """The claims of `claimed_forces` or `claimed_others` as a chart draws them: `frames.FIGURES`.

    One block per unit, those with two numbers to compare first, then the weightier measures. Within a block
    the largest force comes first, claims of one force follow in time, and those without a number stand last.
    Above 60 claims those of one measure and faction share a row.
    """
    rows = claimed.assign(one=np.arange(len(claimed)), group_id=None, standing=None, replaces=None, depth=0)
    rows = alone(rows) if len(rows) <= MOST_ROWS else in_few_rows(rows, MOST_TOGETHER)
    rows = rows.merge(_places(rows), on="one", validate="many_to_one").sort_values(["at", "mark"])
    return shaped(numbered(numbered(rows, "row", rows["one"]), "block", rows["unit"]))


def _places(marks: pd.DataFrame) -> pd.DataFrame:
    """For each row `one` where it stands (`at`) in the order in which they are drawn."""
    sizes = marks[NUMBERS].max(axis=1).groupby(marks["one"]).max()
    rows = marks.drop_duplicates("one").set_index("one")
    rows = rows.assign(
        size=sizes,
        outside=rows["context"].notna() if "context" in rows else False,
        day=rows["as_of_start"].where(rows["together"] == 1),
    )
    rows["force"] = rows.groupby(_FORCE, dropna=False, sort=False).ngroup()
    rows["largest"] = rows.groupby("force")["size"].transform("max")
    in_unit = rows.groupby("unit", dropna=False, sort=False)
    rows["lone"] = in_unit["size"].transform("count") < 2
    rows["first"] = in_unit["rank"].transform("min")
    order = {"lone": True, "first": True, "unit": True, "outside": True, "largest": False, "rank": True}
    order |= {"force": True, "day": True, "size": False, "claim_id": True}
    rows = rows.sort_values(list(order), ascending=list(order.values()), na_position="last")
    return pd.DataFrame({"one": rows.index, "at": range(len(rows))})


def _claimed(statements: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """The chosen statements of what is counted, ordered so that what belongs together stands together."""
    rows = statements[chosen & statements["rank"].notna()]
    rows = rows.assign(colour=rows["actor_colour"], source_ids=rows["source_id"])
    order = ["unit", "measure", "actor", "as_of_start", "low", "claim_id"]
    return CLAIMED.shaped(rows.sort_values(order, na_position="last"))
