"""Factions in prose: the sides that ties form, and who fights whom."""

import pandas as pd

from analysis.model import Citation, Passage, frames, in_words
from analysis.model.frames import takes
from analysis.prose.sentences import capital, cited, listed, rows_of, sentence

TIES = {
    "member_of": "member of",
    "supports": "in support of",
    "allied_with": "allied with",
    "fights": "fighting",
}

MUTUAL = ("allied_with", "fights")
"""Ties that hold both ways, and are said of both."""


def caption(day: str) -> str:
    """What the network of factions shows, and for which day."""
    on = f"Ties that hold on {in_words(day)}." if day else "Ties of any day."
    return f"{on} Sides follow from coded support, alliance and membership, not from judgement."


@takes(ties=frames.TIES, statements=frames.STATEMENTS)
def relations(ties: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per faction with its ties, each kind followed by the claims that carry it."""
    by_id = {claim["claim_id"]: claim for claim in rows_of(statements)}
    mutual = ties[ties["relation"].isin(MUTUAL)]
    mirrored = mutual.rename(columns={"actor": "other", "other": "actor"})
    passages = []
    for actor, own in pd.concat([ties, mirrored]).groupby("actor", sort=True):
        runs: list[str | Citation] = []
        for relation in (kind for kind in TIES if kind in set(own["relation"])):
            rows = rows_of(own[own["relation"] == relation])
            others = listed(list(dict.fromkeys(row["other"] for row in rows)))
            carried = [by_id[key] for key in dict.fromkeys(row["claim_ids"] for row in rows) if key in by_id]
            runs += [
                "; " if runs else f"{capital(str(actor))}: ",
                f"{TIES[relation]} {others}",
                *cited(carried),
            ]
        passages.append(sentence(runs, "."))
    return passages


@takes(sides=frames.SIDES)
def sides(sides: pd.DataFrame) -> list[Passage]:
    """The sides that follow from support, alliance and membership; factions without such a tie stand
    alone."""
    passages = []
    for side, members in sides.groupby("side", sort=True):
        torn = (
            " Its members also fight each other, so the ties do not decide." if members["torn"].any() else ""
        )
        passages.append(sentence(f"Side {side}: {listed(_names(members))}.{torn}"))
    if alone := _names(sides[sides["side"].isna()]):
        passages.append(
            sentence(f"On no side, for want of a coded tie of support or membership: {listed(alone)}.")
        )
    return passages


def _names(members: pd.DataFrame) -> list[str]:
    """Names with the Arabic one behind, where there is one."""
    return [
        f"{row['actor']} ({row['actor_ar']})" if row["actor_ar"] else row["actor"] for row in rows_of(members)
    ]
