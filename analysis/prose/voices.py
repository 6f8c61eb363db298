"""Voices in prose: how many reach the reader through whom, and what ties them."""

from typing import Any

import pandas as pd

from analysis.messages import listed, paragraph, say, spelled
from analysis.model import Citation, Passage
from analysis.model.frames import SOURCES, VOICES, takes
from analysis.prose.names import named
from analysis.prose.sentences import Row, capital, passage, plain_rows

MOST_NAMED = 3
"""How many voices of a party, authors or parties are told by name."""


@takes(voices=VOICES, drawn=VOICES, sources=SOURCES)
def words(voices: pd.DataFrame, drawn: pd.DataFrame, sources: pd.DataFrame) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(voices),
        "subtitle": subtitle(voices),
        "notes": notes(voices, sources),
        "shown": shown(voices, drawn),
    }


@takes(voices=VOICES)
def title(voices: pd.DataFrame) -> str:
    """How many voices and anonymous statements come through how many authors and unsigned reports."""
    quoted = voices[~voices["own"]]
    named, unnamed = quoted[~quoted["unnamed"]], quoted[quoted["unnamed"]]
    counts = (("quoted", named["speaker_id"].nunique()), ("anonymous", int(unnamed["claims"].sum())))
    groups = voices.drop_duplicates("group")
    through = (("authors", int(groups["authors"].sum())), ("unsigned-reports", int(groups["unsigned"].sum())))
    met = sum(number for _, number in counts)
    authors = sum(number for _, number in through)
    if not met:
        return capital(say("voices-title-own", through=_numbered(through), plural=authors))
    return capital(say("voices-title", voices=_numbered(counts), through=_numbered(through), plural=met))


@takes(voices=VOICES)
def subtitle(voices: pd.DataFrame) -> str:
    """What is drawn, and how much of all is said by reports themselves."""
    groups = voices.drop_duplicates("group")
    own, number = (int(groups[name].sum()) for name in ("group_own", "group_claims"))
    return say("voices-subtitle", own=own, words=capital(spelled(own)), number=number, all=spelled(number))


@takes(voices=VOICES, sources=SOURCES)
def notes(voices: pd.DataFrame, sources: pd.DataFrame) -> list[Passage]:
    """What ties voices that look like several: one party, one author, one text."""
    told = [_one_party(rows) for rows in _of_one_party(voices)[:MOST_NAMED]]
    plain = [*_one_author(voices), _copies(voices, sources), say("voices-counted")]
    return [*told, Passage((paragraph(*plain),))]


@takes(voices=VOICES, drawn=VOICES)
def shown(voices: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """How many chains are drawn one by one or as one with others, and how many are not."""
    chains, lines = (int((~rows["own"]).sum()) for rows in (voices, drawn))
    if chains == lines:
        return say("voices-shown", number=chains, words=spelled(chains)) if chains else ""
    by = "author" if drawn["group"].nunique() == voices["group"].nunique() else "party"
    left = voices["party_id"].nunique() - drawn["party_id"].nunique()
    return paragraph(
        say(f"voices-shown-by-{by}", number=chains, rows=lines),
        say("voices-left-out", number=left, words=capital(spelled(left))) if left else "",
    )


def _numbered(counts: tuple[tuple[str, int], ...]) -> str:
    """Counts with their nouns as a list, those of nothing left off."""
    return listed(
        say(f"voices-{name}", number=number, words=spelled(number)) for name, number in counts if number
    )


def _of_one_party(voices: pd.DataFrame) -> list[list[Row]]:
    """The rows of each party for which several voices speak, one row a voice; most voices first."""
    spoken = voices[voices["party"].notna() & ~voices["unnamed"]]
    once = spoken.drop_duplicates(["party_id", "speaker_id"])
    several = [plain_rows(rows) for _, rows in once.groupby("party_id", sort=False) if len(rows) > 1]
    return sorted(several, key=len, reverse=True)


def _one_party(rows: list[Row]) -> Passage:
    party = named(rows[0]["party"])
    if len(rows) > MOST_NAMED:
        return passage("voices-one-party-many", words=capital(spelled(len(rows))), party=party)
    cites = [Citation(row["source_ids"].split()[0], row["claim_id"], row["cite"]) for row in rows]
    speakers = capital(listed(named(row["speaker"]) for row in rows))
    return passage("voices-one-party", speakers=speakers, party=party, cites=cites)


def _one_author(voices: pd.DataFrame) -> list[str]:
    """Who wrote several reports, those with most of them first."""
    groups = voices.drop_duplicates("group")
    several = groups[groups["author"].notna() & (groups["reports"] > 1)]
    told = several.sort_values("reports", ascending=False, kind="stable")
    words = [
        say("voices-one-author", numbers=listed(row["numbers"].split()), author=named(row["author"]))
        if row["numbers"]
        else say(
            "voices-one-author-many", words=capital(spelled(row["reports"])), author=named(row["author"])
        )
        for row in plain_rows(told.head(1 if len(told) > MOST_NAMED else MOST_NAMED))
    ]
    more = len(told) - len(words)
    return [*words, say("voices-more-authors", number=more, words=capital(spelled(more)))] if more else words


def _copies(voices: pd.DataFrame, sources: pd.DataFrame) -> str:
    """Which reports are copies of others."""
    numbers = [place for place, of in enumerate(sources["copy_of"].notna(), 1) if of]
    if not numbers or voices.empty:
        return ""
    if len(numbers) > MOST_NAMED:
        return say("voices-copies-many", words=capital(spelled(len(numbers))))
    return say("voices-copy", number=len(numbers), reports=listed(map(str, numbers)))
