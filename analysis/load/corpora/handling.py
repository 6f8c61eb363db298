"""Handling: a corpus for the public, from which restricted reports and speakers cannot be told.

Neutral names and keys take the place of theirs. Numbers, days, grades and parties stay, so that what is
compared and counted stays true.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from analysis.messages import say
from analysis.model import Corpus
from analysis.model.frames.tables import HANDLING

PUBLIC, RESTRICTED = HANDLING

UNNAMED = "unattributed"
"""The kind of speaker whom a report does not name: by it voices are told apart, so it stays."""

NAMING = {
    "sources": ("title", "author", "publisher", "url", "archived_url"),
    "speakers": ("name",),
}
"""Columns that say which report or speaker it is."""

PROSE = {
    "sources": ("title", "author", "publisher", "published_note"),
    "speakers": ("name",),
    "claims": ("summary", "wording", "locator"),
    "events": ("title", "date_note"),
    "control": ("date_note",),
}
"""Columns in the words of a coder or a report, in which a restricted name may stand as well."""


def for_the_public(corpus: Corpus) -> Corpus:
    """The corpus without what tells of its restricted reports and speakers.

    Their names, titles, bylines, outlets and addresses, the kind of speaker, and the words and summary of
    every claim that is theirs or was relayed by them are withheld; so are keys. A name that is withheld is
    struck out wherever else it is written.
    """
    sources = corpus.sources["handling"] == RESTRICTED
    speakers = corpus.speakers["handling"] == RESTRICTED
    if not sources.any() and not speakers.any():
        return corpus
    claims = restricted_claims(corpus.sources, corpus.speakers, corpus.claims)
    keys = {
        "source": _neutral("source", corpus.sources.loc[sources, "source_id"]),
        "speaker": _neutral("speaker", corpus.speakers.loc[speakers, "speaker_id"]),
        "claim": _neutral("claim", corpus.claims.loc[claims, "claim_id"]),
    }
    names = _names(corpus.sources[sources], "sources") | _names(corpus.speakers[speakers], "speakers")
    told = replace(
        corpus,
        sources=_struck(_sources(corpus.sources, sources), PROSE["sources"], names),
        speakers=_struck(_speakers(corpus.speakers, speakers), PROSE["speakers"], names),
        claims=_struck(_claims(corpus.claims, claims), PROSE["claims"], names),
        events=_struck(corpus.events, PROSE["events"], names),
        control=_struck(corpus.control, PROSE["control"], names),
    )
    return _renamed(told, keys)


def restricted_claims(sources: pd.DataFrame, speakers: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Which claims stand in a restricted report, or were said or relayed by a restricted speaker."""
    reports = set(sources.loc[sources["handling"] == RESTRICTED, "source_id"])
    voices = set(speakers.loc[speakers["handling"] == RESTRICTED, "speaker_id"])
    relayed = claims["via_id"].fillna("").map(lambda chain: bool(voices.intersection(chain.split("; "))))
    return claims["source_id"].isin(reports) | claims["speaker_id"].isin(voices) | relayed


def _neutral(kind: str, keys: Iterable[str]) -> dict[str, str]:
    return {key: f"withheld-{kind}-{number}" for number, key in enumerate(keys, 1)}


def _names(rows: pd.DataFrame, table: str) -> set[str]:
    """What names the rows, and must not be read anywhere."""
    return {name for column in NAMING[table] for name in rows[column].dropna()}


def _sources(sources: pd.DataFrame, restricted: pd.Series) -> pd.DataFrame:
    """One author or outlet of several reports stays one, without a name: that it is one ties them."""
    rows = sources.copy()
    for column in ("author", "publisher"):
        met = rows.loc[restricted, column].dropna().unique()
        words = {name: say(f"withheld-{column}", number=number) for number, name in enumerate(met, 1)}
        rows.loc[restricted, column] = rows.loc[restricted, column].map(words).astype("str")
    titles = [say("withheld-source", number=number) for number in range(1, int(restricted.sum()) + 1)]
    rows.loc[restricted, "title"] = titles
    for column in ("url", "archived_url", "accessed", "published_note", "copy_of"):
        rows[column] = rows[column].mask(restricted)
    return rows


def _speakers(speakers: pd.DataFrame, restricted: pd.Series) -> pd.DataFrame:
    rows = speakers.copy()
    names = [say("withheld-speaker", number=number) for number in range(1, int(restricted.sum()) + 1)]
    rows.loc[restricted, "name"] = names
    return rows.assign(kind=rows["kind"].mask(restricted & (rows["kind"] != UNNAMED), say("withheld")))


def _claims(claims: pd.DataFrame, restricted: pd.Series) -> pd.DataFrame:
    """Words are missing, not replaced: a placeholder in quotation marks would be nobody's words."""
    return claims.assign(
        summary=claims["summary"].mask(restricted, say("withheld")),
        wording=claims["wording"].mask(restricted),
    )


def _struck(frame: pd.DataFrame, columns: Iterable[str], names: set[str]) -> pd.DataFrame:
    """The frame with every withheld name in these columns replaced, however its letters are written."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    struck = {
        column: frame[column].str.replace(pattern, say("withheld"), regex=True, flags=re.IGNORECASE)
        for column in columns
    }
    return frame.assign(**struck)


def _renamed(corpus: Corpus, keys: dict[str, dict[str, str]]) -> Corpus:
    """The corpus with neutral keys wherever one of a withheld row stands."""
    source, speaker, claim = keys["source"], keys["speaker"], keys["claim"]
    voices = corpus.claims["via_id"].str.split("; ")
    chains = voices.map(lambda chain: "; ".join(speaker.get(key, key) for key in chain), na_action="ignore")
    claims = corpus.claims.assign(
        source_id=corpus.claims["source_id"].replace(source),
        speaker_id=corpus.claims["speaker_id"].replace(speaker),
        via_id=chains.astype("str"),
        about=corpus.claims["about"].replace(claim),
    )
    sources = corpus.sources.assign(
        source_id=corpus.sources["source_id"].replace(source),
        copy_of=corpus.sources["copy_of"].replace(source),
    )
    speakers = corpus.speakers.assign(speaker_id=corpus.speakers["speaker_id"].replace(speaker))
    return replace(
        corpus,
        sources=sources,
        speakers=speakers,
        claims=_with_claims(claims, claim),
        participants=_with_claims(corpus.participants, claim),
        relations=_with_claims(corpus.relations, claim),
        control=_with_claims(corpus.control, claim),
    )


def _with_claims(rows: pd.DataFrame, keys: dict[str, str]) -> pd.DataFrame:
    return rows.assign(claim_id=rows["claim_id"].replace(keys))
