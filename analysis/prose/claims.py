"""Claims in prose: what agrees, what contradicts, and how independent the voices are."""

import pandas as pd

from analysis.model import Passage, frames
from analysis.model.frames import takes
from analysis.model.origins import shared_in_words
from analysis.prose.sentences import (
    Row,
    amount,
    capital,
    cited,
    counted,
    rows_of,
    said,
    sentence,
    subject,
    when,
)

LEDGER = {
    "summary": "Claim",
    "speaker": "Speaker",
    "wording": "Words",
    "means": "Meaning",
    "when": "As of",
    "grade": "Grade",
    "verdict": "Verdict",
    "claim_id": "Source",
}
"""The columns of the claims ledger and their headings."""

VERDICTS = {
    "contradict": "these claims contradict each other",
    "overlap": "these claims overlap",
    "agree": "these claims agree",
    "indeterminate": "these claims cannot be compared, because a number is missing",
}


@takes(rows=frames.LEDGER)
def ledger(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.ledger` with `means` (the interval with its unit) and `when` (the date) in words.

    Both are empty where a claim counts nothing or names no day.
    """
    claims = rows_of(rows)
    means = [amount(claim) if claim["unit"] else "" for claim in claims]
    days = [when(claim["as_of"], claim["as_of_basis"]) if claim["as_of"] else "" for claim in claims]
    return rows.assign(means=means, when=days)


@takes(statements=frames.STATEMENTS, groups=frames.GROUPS)
def contradictions(statements: pd.DataFrame, groups: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per group told more than once, contradictions first; beyond `most`, one that says how many
    more."""
    rank = {name: number for number, name in enumerate(VERDICTS)}
    told = groups[groups["claims"] > 1]
    told = told.assign(rank=told["verdict"].map(rank)).sort_values("rank", kind="stable")
    by_id = {claim["claim_id"]: claim for claim in rows_of(statements)}
    passages = [_compared(group, by_id) for group in rows_of(told.head(most))]
    if len(told) > most:
        passages.append(sentence(f"{counted(len(told) - most, 'further group')} in the ledger of claims."))
    return passages


@takes(groups=frames.GROUPS)
def totals(groups: pd.DataFrame) -> list[Passage]:
    """How many quantities are told once, and what those told more often come to."""
    counts = groups["verdict"].value_counts()
    head = f"{counted(len(groups), 'quantity is', 'quantities are')} claimed"
    single = f"resting on one claim: {counts.get('single', 0):,}"
    parts = [f"{name}: {counts[name]:,}" for name in VERDICTS if name in counts]
    return [sentence("; ".join([head, single, *parts]) + ".")] if len(groups) else []


def independence(group: Row) -> str:
    """How many voices, how many parties behind them and what ties them, in words."""
    parties = counted(group["parties"], "party", "parties") if group["parties"] else "no party"
    if group["parties"] is None:
        parties = "an undecided number of parties"
    if group["parties"] != 0 and group["unaligned"]:
        parties += f" and {group['unaligned']:,} of none"
    words = f"{counted(group['voices'], 'voice')}, {parties}"
    shared = shared_in_words(group)
    return f"{words}; they share {shared}" if shared else words


def _compared(group: Row, by_id: dict[str, Row]) -> Passage:
    claims = [by_id[key] for key in group["claim_ids"].split()]
    told = []
    for number, claim in enumerate(claims):
        joint = "; " if number else ""
        told += [f"{joint}{claim['speaker']}: {said(claim)}", *cited([claim])]
    verdict = VERDICTS[group["verdict"]]
    head = f"{capital(subject(group))}: "
    return sentence(head, told, f". As numbers, {verdict} ({independence(group)}).")
