"""Coverage in prose: what a briefing is narrowed to, what is left out and what is withheld."""

from collections.abc import Sequence

import pandas as pd

from analysis import __version__
from analysis.messages import code_words, joined, listed, say
from analysis.model import Passage
from analysis.model.frames import CLAIMS, KEPT, LEFT_OUT, SOURCES, SPEAKERS, takes
from analysis.prose.sentences import outside_words, passage, plain_rows, when

_TABLES = ("events", "claims")


def asked(region: str, start: str, end: str, factions: Sequence[str]) -> str:
    """The region, period and factions asked for, in words; empty where nothing was."""
    period = when(start if start == end else f"{start or '..'}/{end or '..'}") if start or end else ""
    return joined("join-further", [region, period, listed(factions)])


def scope(place: str, factions: Sequence[str]) -> str:
    """Where and of whom a briefing tells: of all factions where none was asked for."""
    return joined("join-further", [place, listed(factions) or say("scope-all-factions")])


def edition(checksum: str) -> str:
    """Which edition this is: who made it from which inputs, by the first letters of their checksum."""
    return say("edition", version=__version__, inputs=checksum[:8])


def titled(title: str, corpus: str, asked: str, subject: str = "briefing") -> str:
    """The title asked for, else that of the corpus with the subject, and what it is narrowed to."""
    whole = title or say(f"title-{subject}", title=corpus)
    return say("title-narrowed", title=whole, asked=asked) if asked else whole


@takes(left_out=LEFT_OUT, kept=KEPT)
def narrowed(asked: str, left_out: pd.DataFrame, kept: pd.DataFrame) -> str:
    """What a briefing is narrowed to, and how much is left out and kept as context; empty where it is not."""
    if not asked:
        return ""
    rows = {table: int(left_out.loc[left_out["table"] == table, "rows"].sum()) for table in _TABLES}
    events, claims = (say(f"count-{table}", **{table: rows[table]}) for table in _TABLES)
    return say("narrowed", asked=asked, events=events, claims=claims, rows=int(kept["rows"].sum()))


@takes(sources=SOURCES, speakers=SPEAKERS, claims=CLAIMS)
def withheld(sources: pd.DataFrame, speakers: pd.DataFrame, claims: pd.DataFrame, handling: str) -> str:
    """How many reports, speakers and claims of theirs are withheld, or printed although restricted.

    Empty where none is restricted.
    """
    reports = sources.loc[sources["handling"] == "restricted", "source_id"]
    voices = speakers.loc[speakers["handling"] == "restricted", "speaker_id"]
    if reports.empty and voices.empty:
        return ""
    chains = claims["speaker_id"].str.cat(claims["via_id"].fillna(""), sep="; ").str.split("; ")
    theirs = chains.map(lambda chain: not set(voices).isdisjoint(chain))
    parts = {
        "reports": say("count-reports", reports=len(reports)),
        "speakers": say("count-speakers", speakers=len(voices)),
        "claims": say("count-claims", claims=int((claims["source_id"].isin(reports) | theirs).sum())),
    }
    return say("restricted-printed" if handling == "restricted" else "restricted-withheld", **parts)


@takes(left_out=LEFT_OUT, kept=KEPT)
def left_out(left_out: pd.DataFrame, kept: pd.DataFrame) -> list[Passage]:
    """What the region, period and factions asked for leave out of the corpus, and what is kept as context."""
    if left_out.empty and kept.empty:
        return [passage("left-out-nothing")]
    out = [("left-out", code_words("reason", row["reason"]), row) for row in plain_rows(left_out)]
    beside = [("kept-as-context", outside_words(row["reason"]), row) for row in plain_rows(kept)]
    return [
        passage(key, table=row["table"], number=row["rows"], reason=reason)
        for key, reason, row in [*out, *beside]
    ]
