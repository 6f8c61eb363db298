"""Factions in prose: the sides that ties form, and who fights whom."""

import pandas as pd

from analysis.model import Citation, Passage
from analysis.prose.sentences import capital, cited, listed, rows_of, sentence

TIES = {
    "member_of": "member of",
    "supports": "in support of",
    "allied_with": "allied with",
    "fights": "fighting",
}


def relations(ties: pd.DataFrame, claims: pd.DataFrame) -> list[Passage]:
    """One passage per faction with its ties, each kind followed by the claims that carry it."""
    by_id = {claim["claim_id"]: claim for claim in rows_of(claims)}
    passages = []
    for actor, own in ties.groupby("actor", sort=True):
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


def sides(sides: pd.DataFrame) -> list[Passage]:
    """The sides that follow from support, alliance and membership; factions without such a tie stand
    alone."""
    passages = []
    alone = []
    for side, members in sides.groupby("side", sort=True):
        names = list(members["actor"])
        if len(names) == 1:
            alone.extend(names)
            continue
        torn = (
            " Its members also fight each other, so the ties do not decide." if members["torn"].any() else ""
        )
        passages.append(sentence(f"Side {side}: {listed(names)}.{torn}"))
    if alone:
        passages.append(sentence(f"Without a coded tie of support or membership: {listed(alone)}."))
    return passages
