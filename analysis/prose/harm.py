"""Harm to people in prose: what its figures come to, and what stands beside the chart."""

from typing import Any

import pandas as pd

from analysis.messages import date_words, joined, listed, say, spelled, unit_words
from analysis.model import Passage
from analysis.model.frames import CLAIMED, FIGURES, GROUPS, STATEMENTS, takes
from analysis.prose.claims import narrowed
from analysis.prose.forces import TITLED, shown
from analysis.prose.forces import notes as figure_notes
from analysis.prose.names import named
from analysis.prose.sentences import Looked, Row, capital, in_scope, passage, plain_rows, stated_day
from analysis.prose.verdicts import counted, finding, matter, short_words_of, verdict

MOST_JUDGED = 2
"""How many groups the notes judge; the drawing has the verdict on each."""


@takes(figures=FIGURES, groups=GROUPS, claimed=CLAIMED.only("claim_id"), statements=STATEMENTS)
def words(
    figures: pd.DataFrame, groups: pd.DataFrame, claimed: pd.DataFrame, statements: pd.DataFrame
) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(figures, groups),
        "subtitle": subtitle(figures),
        "notes": notes(figures, groups, statements),
        "shown": shown(figures, claimed),
    }


@takes(figures=FIGURES, groups=GROUPS)
def title(figures: pd.DataFrame, groups: pd.DataFrame) -> str:
    """The finding of `derive.harm_figures` in a sentence: the weightiest that is told apart; else what was
    revised; else the first figure and how many others there are."""
    rows = in_scope(figures[[name for name in figures if name in TITLED]])
    if figures.empty:
        return say("harm-title-none")
    if rows.empty:
        return say("figures-only-outside", number=int(figures.drop_duplicates("row")["together"].sum()))
    claims = plain_rows(rows[rows["claims"] == 1])
    if told := finding(groups, claims):
        return told
    by_id = {row["claim_id"]: row for row in claims}
    for row in claims:
        if row["replaces"] in by_id and row["standing"] == "compared":
            words = {"first": short_words_of(by_id[row["replaces"]]), "last": short_words_of(row)}
            when_of = date_words(stated_day(row["as_of"])) if row["as_of"] and not row["event"] else ""
            of = joined("join-comma", [capital(matter(row)), when_of])
            return say("harm-title-revised", matter=of, **words)
    numbered = [row for row in claims if any(row[end] is not None for end in ("low", "best", "high"))]
    first = (numbered or claims)[0] if claims else None
    together = int(rows.drop_duplicates("row")["together"].sum())
    if first is None:
        return say("harm-title-many", claims=together, words=capital(spelled(together)))
    words = {
        "matter": capital(matter(first)),
        "words": short_words_of(first),
        "speaker": named(first["speaker"]),
    }
    return say("harm-title", **words, number=together - 1, more=spelled(together - 1))


@takes(figures=FIGURES)
def subtitle(figures: pd.DataFrame) -> str:
    """In which units people are counted, how they are read, and what "no figure" means."""
    units = listed((unit_words(str(unit)) for unit in figures["unit"].dropna().unique()), most=4)
    return joined("join-sentences", [say("harm-subtitle", units=units), say("harm-subtitle-none")])


@takes(figures=FIGURES, groups=GROUPS, statements=STATEMENTS)
def notes(figures: pd.DataFrame, groups: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """What stands beside the chart: the verdicts on what is told apart, with what each claim counts, then how
    words are read and rows are made."""
    order = {key: place for place, key in enumerate(figures["claim_id"].dropna())}
    own = in_scope(groups[groups["claims"] > 1])
    places = own["claim_ids"].map(lambda keys: min(order.get(key, len(order)) for key in keys.split()))
    own = own.assign(place=places)[places < len(order)].sort_values("place")
    apart = own[own["verdict"].eq("apart") & own["because"].ne("later")]
    judged = plain_rows((own if apart.empty else apart).head(MOST_JUDGED))
    by_id = Looked(statements, "claim_id")
    told: list[Passage] = []
    for group in judged:
        claims: list[Row] = [by_id[key] for key in group["claim_ids"].split()]
        words = verdict(group, claims)
        # The title says of what a single group is that is told apart.
        about = "" if len(judged) == 1 and len(apart) else capital(narrowed(group, by_id, matter))
        after = words[:1].lower() + words[1:]
        told.append(passage("harm-judged-of", matter=about, verdict=after) if about else Passage((words,)))
        if len(apart) and (each := counted(claims)):
            told.append(each)
    return [*told, *figure_notes(figures)]
