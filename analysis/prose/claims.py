"""Claims in prose: what agrees, what contradicts, and how independent the voices are."""

import pandas as pd

from analysis.messages import joined, say
from analysis.model import Passage, frames
from analysis.model.frames import takes
from analysis.model.origins import shared_in_words, voices_in_words
from analysis.prose.sentences import (
    Row,
    amount,
    capital,
    chained,
    cited,
    passage,
    plain_rows,
    said,
    subject,
    when,
)

VERDICTS = ("contradict", "overlap", "agree", "indeterminate")
"""Verdicts on what is told more than once, the most important first."""

_COLUMNS = ("summary", "speaker", "wording", "means", "when", "grade", "compared", "claim_id")


def headings() -> dict[str, str]:
    """The columns of the claims ledger and their headings."""
    return {column: say(f"ledger-{column}") for column in _COLUMNS}


@takes(rows=frames.LEDGER)
def ledger(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.ledger` with three columns in words: `means`, `when` and `compared`.

    `means` is the interval with its unit, `when` the date and `compared` the verdict; each is empty where a
    claim counts nothing, names no day or is compared with nothing.
    """
    claims = plain_rows(rows)
    means = [amount(claim) if claim["unit"] else "" for claim in claims]
    days = [when(claim["as_of"]) if claim["as_of"] else "" for claim in claims]
    verdicts = [say(f"verdict-{claim['verdict']}") if claim["verdict"] else "" for claim in claims]
    return rows.assign(means=means, when=days, compared=verdicts)


@takes(statements=frames.STATEMENTS, groups=frames.GROUPS)
def contradictions(statements: pd.DataFrame, groups: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per group told more than once, contradictions first; beyond `most`, one that says how many
    more."""
    rank = {name: number for number, name in enumerate(VERDICTS)}
    told = groups[groups["claims"] > 1]
    told = told.assign(rank=told["verdict"].map(rank)).sort_values("rank", kind="stable")
    by_id = {row["claim_id"]: row for row in plain_rows(statements)}
    passages = [_compared(group, by_id) for group in plain_rows(told.head(most))]
    if len(told) > most:
        passages.append(passage("groups-further", number=len(told) - most))
    return passages


@takes(groups=frames.GROUPS)
def totals(groups: pd.DataFrame) -> list[Passage]:
    """How many quantities are told once, and what those told more often come to."""
    if groups.empty:
        return []
    counts = groups["verdict"].value_counts()
    parts = [
        say("quantities-claimed", number=len(groups)),
        say("quantities-single", number=int(counts.get("single", 0))),
        *(_count(name, int(counts[name])) for name in VERDICTS if name in counts),
    ]
    return [passage("sentence", text=joined("join-further", parts))]


def independence(group: Row) -> str:
    """How many voices, how many parties behind them and what ties them, in words."""
    words = voices_in_words(group)
    ties = shared_in_words(group)
    return say("voices-tied", voices=words, ties=ties) if ties else words


def _count(verdict: str, number: int) -> str:
    return say("verdict-count", verdict=say(f"verdict-{verdict}"), number=number)


def _compared(group: Row, by_id: dict[str, Row]) -> Passage:
    claims = [by_id[key] for key in group["claim_ids"].split()]
    told = [
        passage("compared-claim", speaker=claim["speaker"], said=said(claim), cites=cited([claim]))
        for claim in claims
    ]
    return passage(
        "compared",
        subject=capital(subject(group)),
        claims=chained("join-further", told),
        verdict=say(f"judged-{group['verdict']}"),
        independence=independence(group),
    )
