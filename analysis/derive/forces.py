"""Forces: what each faction is said to have, lose or do, as intervals with words and speakers."""

from collections.abc import Sequence

import pandas as pd

from analysis.model import require

FORCE_MEASURES = ("strength", "besieged", "sorties", "air_strikes", "losses")
CASUALTY_MEASURES = ("fatalities",)
FRONT_MEASURES = ("front_distance",)


def claimed(claims: pd.DataFrame, measures: Sequence[str]) -> pd.DataFrame:
    """One row per claim of one of the measures: an interval by faction, time and speaker.

    Takes statements. `low`, `best`, `high` are in `unit` (missing = open, or not stated), `label` says what
    is counted, `wording` what the source said. Ordered by unit, measure, faction and time, so that what
    belongs together stands together.
    """
    require(claims, ("measure", "unit", "low", "best", "high", "wording", "speaker"), "claimed")
    rows = claims[claims["measure"].isin(measures)]
    about = rows["actor"].fillna("")
    label = (rows["measure"].str.replace("_", " ") + ": " + about).str.removesuffix(": ")
    ordered = rows.assign(label=label, colour=rows["actor_colour"], source_ids=rows["source_id"])
    return ordered.sort_values(
        ["unit", "measure", "actor", "as_of_start", "low", "claim_id"], na_position="last"
    ).reset_index(drop=True)


def casualties(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims of the dead, one row each; see `claimed`."""
    return claimed(claims, CASUALTY_MEASURES)


def forces(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims of strength, besieged, sorties, air strikes and losses, one row each; see `claimed`."""
    return claimed(claims, FORCE_MEASURES)


def front(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims of the distance of a front, in km, in order of the day they speak of; see `claimed`."""
    rows = claimed(claims, FRONT_MEASURES)
    return rows.sort_values(["as_of_start", "claim_id"], na_position="last").reset_index(drop=True)
