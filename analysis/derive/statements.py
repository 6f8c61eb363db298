"""Statements: each claim with all that its keys lead to."""

import pandas as pd

from analysis.derive.parties import days, memberships, roots
from analysis.model import Corpus
from analysis.model.frames import CLAIMS, STATEMENTS
from analysis.model.measures import measure_named, vocabulary

UNATTRIBUTED = "unattributed"
"""The kind of speaker whom a report does not name: the voice is then whoever relays it."""

AUTHOR = "author"
"""The kind of speaker that is a report's own voice."""


def statements(corpus: Corpus) -> pd.DataFrame:
    """The claims of a corpus as statements: `frames.STATEMENTS`.

    Raises FrameError for a measure that the vocabulary does not have.
    """
    rows = _written_out(corpus)
    unnamed = rows["speaker_kind"] == UNATTRIBUTED
    voice = rows["speaker_id"].where(~unnamed, rows["speaker_id"] + " in " + rows["original_id"])
    voice = _own_voice_of_copies(rows, voice)
    relayed = rows["relay_id"].where(unnamed).fillna(voice)
    party = rows["party_id"].fillna(rows["via_party"].where(unnamed))
    names = corpus.actors.set_index("actor_id")["name"]
    at_top = _roots(rows.assign(party_id=party), corpus.relations)
    top = at_top.where(~at_top.str.contains(" ", na=False))
    told = rows.assign(
        party_id=party,
        party=party.map(names),
        cite=_cites(rows),
        chain=rows["relay"].fillna(rows["speaker"]),
        grade=rows["reliability"] + rows["credibility"],
        voice_id=voice,
        chain_id=rows["relay_id"].fillna(voice),
        root_ids=at_top,
        party_root=top.map(names),
        origin_id=("party " + top).fillna(relayed.where(party.isna())),
    )
    return STATEMENTS.shaped(told)


def _cites(rows: pd.DataFrame) -> pd.Series:
    """How each claim is cited: `3 p4`, and of several in one place `3 p4a`, `3 p4b`, in their order."""
    place = rows["source_number"].astype("str") + (" " + rows["locator"]).fillna("")
    turn = rows.groupby(["source_id", "locator"], dropna=False).cumcount()
    several = rows.groupby(["source_id", "locator"], dropna=False)["claim_id"].transform("size") > 1
    return place + turn.map(_letters).where(several, "")


def _letters(turn: int) -> str:
    """The letters of the `turn`-th of several, counted from 0: a to z, then aa, ab and on.

    >>> _letters(0), _letters(25), _letters(26)
    ('a', 'z', 'aa')
    """
    head, last = divmod(turn, 26)
    return (_letters(head - 1) if head else "") + chr(ord("a") + last)


def _written_out(corpus: Corpus) -> pd.DataFrame:
    """The claims with what their keys lead to; each row is kept, and stays one."""
    numbered = corpus.sources.assign(
        number=range(1, len(corpus.sources) + 1), original_id=_originals(corpus.sources)
    )
    report = {
        "source_number": "number",
        "source_title": "title",
        "author": "author",
        "publisher": "publisher",
    }
    report |= {"reliability": "reliability", "original_id": "original_id"}
    report |= {"published_start": "published_start", "published_end": "published_end"}
    speaker = {"speaker": "name", "speaker_kind": "kind", "speaker_reliability": "reliability"}
    beside = {
        "source_id": _called(numbered, source_id="source_id", **report),
        "speaker_id": _called(corpus.speakers, speaker_id="speaker_id", **speaker, party_id="party"),
        "relay_id": _called(corpus.speakers, relay_id="speaker_id", relay="name", via_party="party"),
        "event_id": _called(corpus.events, event_id="event_id", event="title"),
        "actor_id": _called(corpus.actors, actor_id="actor_id", actor="name", actor_colour="colour"),
        "by_id": _called(corpus.actors, by_id="actor_id", by="name"),
        "place_id": _called(corpus.places, place_id="place_id", place="name"),
        "measure": _vocabulary(corpus),
    }
    chains = corpus.claims["via_id"]
    rows = corpus.claims[list(CLAIMS.names)].assign(
        relay_id=chains.str.replace("; .*", "", regex=True), via=_chain_names(chains, corpus.speakers)
    )
    for key, names in beside.items():
        rows = rows.merge(names, on=key, how="left", validate="many_to_one")
    return rows


def _chain_names(chains: pd.Series, speakers: pd.DataFrame) -> pd.Series:
    """The names of those who relayed each claim, origin first, joined by semicolons."""
    names = speakers.set_index("speaker_id")["name"].to_dict()
    known = {chain: "; ".join(names.get(key, key) for key in chain.split("; ")) for chain in chains.dropna()}
    return chains.map(known).astype("str")


def _called(frame: pd.DataFrame, **names: str) -> pd.DataFrame:
    """Columns of the frame under new names, given as new=old."""
    return frame[list(names.values())].set_axis(list(names), axis=1)


def _vocabulary(corpus: Corpus) -> pd.DataFrame:
    """What the vocabulary, with the corpus' own measures, says of those that occur, one row each."""
    known = vocabulary(corpus.measures)
    met = [measure_named(name, known) for name in corpus.claims["measure"].unique()]
    rows = [
        (
            *(m.name, m.noun or None, m.family, m.kind, m.units[0] if m.units else None),
            *(m.proves_event, m.actor_is, m.rank),
        )
        for m in met
    ]
    columns = [
        "measure",
        "noun",
        "family",
        "measure_kind",
        "measure_unit",
        "proves_event",
        "actor_is",
        "rank",
    ]
    return pd.DataFrame(rows, columns=columns).astype({"measure": "str", "noun": "str", "rank": "Int64"})


def _originals(sources: pd.DataFrame) -> pd.Series:
    """The report that each report is or copies, through copies of copies."""
    copied: dict[str, str] = dict(sources[["source_id", "copy_of"]].dropna().itertuples(index=False))

    def original(report: str) -> str:
        met: list[str] = []
        while report in copied and report not in met:
            met.append(report)
            report = copied[report]
        return report

    return sources["source_id"].map(original)


def _own_voice_of_copies(rows: pd.DataFrame, voice: pd.Series) -> pd.Series:
    """The voices, where a copy speaks in its own voice that of the original, if that has one."""
    own = rows["speaker_kind"] == AUTHOR
    copied = rows["original_id"] != rows["source_id"]
    in_original = rows[own & ~copied].groupby("source_id")["speaker_id"].agg(["first", "nunique"])
    one = in_original.loc[in_original["nunique"] == 1, "first"]
    return rows["original_id"].where(own & copied).map(one).astype("str").fillna(voice)


def _roots(rows: pd.DataFrame, relations: pd.DataFrame) -> pd.Series:
    """The parties at the top as of the day of each claim, else of its report's publication, else of any day.

    Keys joined by spaces; missing where there is no party.
    """
    above = memberships(relations)
    dated = rows["as_of"].notna()
    starts = rows["as_of_start"].where(dated, rows["published_start"])
    ends = rows["as_of_end"].where(dated, rows["published_end"])
    parties = rows["party_id"].astype(object).where(rows["party_id"].notna(), None)
    asked = [
        (party, days(start, end)) for party, start, end in zip(parties, starts, ends, strict=True) if party
    ]
    known = {one: " ".join(sorted(roots(*one, above))) for one in set(asked)}
    at_top = pd.Series([known[one] for one in asked], index=rows.index[parties.notna()], dtype="str")
    return at_top.reindex(rows.index)
