"""What the screen of the desk is given: the proposals of a report, and what a corpus offers for fields."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.load.packages.package import read_package
from analysis.messages import code_words, measure_words
from analysis.model import Corpus
from analysis.model.amounts import amounts_in
from analysis.model.counts import FACET_OF
from analysis.model.drafts import Proposal
from analysis.model.measures import vocabulary
from analysis.save.coding import columns_of

NO_KIND = "other"
"""The kind of an event that has none: its name in a sentence says nothing."""

ALSO = {
    "fighting": ("battl", "clash", "combat", "contest", "fought"),
    "seizure": ("captur", "overran", "retak", "retook"),
    "shelling": ("shelled", "mortar", "rocket"),
    "displacement": ("displaced", "fled", "flee"),
    "protest": ("demonstrat", "rall(?:y|ied)"),
    "withdrawal": ("retreat", "withdr[ae]w", "pull(?:ed|ing)? back"),
    "killings": ("execut", "massacre"),
    "siege": ("besieg",),
    "ceasefire": ("truce",),
}
"""What a kind of event is called besides its own name: beginnings of words."""


def known(coded: Corpus, folder: Path) -> dict[str, Any]:
    """What a corpus offers: for each field its values with names; of events also place and actors; of
    measures the units; of columns what may not be empty, what may stand in them, what the codebook says."""
    measures = vocabulary(coded.measures)
    nouns = dict(zip(coded.measures["measure"], coded.measures["noun"], strict=True))
    common = coded.claims["measure"].value_counts().index
    names = list(dict.fromkeys([*(name for name in common if name in measures), *measures]))
    speakers = _named(coded.speakers, "speaker_id", "name")
    actors = _named(coded.actors, "actor_id", "name")
    values = {
        "speaker_id": speakers,
        "via_id": speakers,
        "actor_id": actors,
        "by_id": actors,
        "other_id": actors,
        "place_id": _named(coded.places, "place_id", "name"),
        "event_id": _named(coded.events, "event_id", "title"),
        "measure": [[name, measure_words(name, nouns.get(name, ""))] for name in names],
        "about": _named(coded.claims, "claim_id", "summary"),
    }
    where = coded.events[["event_id", "place_id"]].dropna()
    taking = coded.participants.groupby("event_id")["actor_id"].agg(lambda cells: list(dict.fromkeys(cells)))
    return {
        "values": values,
        "tables": _tables(folder),
        "counts": list(FACET_OF),
        "units": {name: list(measure.units) for name, measure in measures.items()},
        "events": {
            "place": dict(zip(where["event_id"], where["place_id"], strict=True)),
            "actors": {str(event): list(actors) for event, actors in taking.items()},
        },
    }


def _tables(folder: Path) -> dict[str, Any]:
    package, _ = read_package(folder)
    columns = columns_of(folder)
    return {
        table: {
            "columns": list(columns[table]),
            "required": list(spec.required),
            "help": {name: str(field.get("description", "")) for name, field in spec.fields.items()},
            "enums": {
                name: list(field["constraints"]["enum"])
                for name, field in spec.fields.items()
                if field.get("constraints", {}).get("enum")
            },
        }
        for table, spec in (package.tables.items() if package is not None else ())
    }


def _named(frame: pd.DataFrame, key: str, name: str) -> list[list[str]]:
    pairs = frame[[key, name]].fillna("")
    return [[str(row), str(words)] for row, words in pairs.itertuples(index=False, name=None)]


def item(
    one: Proposal, status: str, row: str, texts: Mapping[str, str], kinds: Sequence[str]
) -> dict[str, Any]:
    """A proposal as the screen takes it: its candidates as [value, rule, start, end, sure], with the kinds of
    event that its sentence names and, for a sentence, the amounts in it as wordings to choose from.

    `texts` are the paragraphs by locator, `kinds` those of events that the corpus has.
    """
    fields = {
        name: [[c.value, c.rule, c.start, c.end, c.sure] for c in candidates]
        for name, candidates in one.fields.items()
    }
    text = texts.get(one.locator, "")
    if one.table == "claims":
        fields["event_kind"] = [[*found, False] for found in kinds_in(text, one.sentence, kinds)]
    if one.table == "claims" and not one.wording:
        start, end = one.sentence
        told = [found for found in amounts_in(text) if start <= found.start < end]
        fields["wording"] = [[found.wording, "", found.start, found.end, False] for found in told]
    return {
        "key": one.proposal_id,
        "table": one.table,
        "locator": one.locator,
        "sentence": list(one.sentence),
        "start": one.start,
        "end": one.end,
        "wording": one.wording,
        "reading": one.reading,
        "status": status,
        "row": row,
        "fields": fields,
    }


def kinds_in(text: str, sentence: tuple[int, int], kinds: Sequence[str]) -> list[tuple[str, str, int, int]]:
    """The kinds of event that a sentence names, each with its name and the span of the words, from left to
    right: `air_strikes` in "launched airstrikes", `seizure` in "seized a village"."""
    found = []
    for kind in kinds:
        hit = re.compile(_pattern(kind), re.IGNORECASE).search(text, *sentence)
        if hit is not None and kind != NO_KIND:
            found.append((kind, code_words("event", kind), *hit.span()))
    return sorted(found, key=lambda one: (one[2], -one[3]))


def _pattern(kind: str) -> str:
    """The words of a kind in any form: its last word without its ending, blanks and hyphens as may be."""
    *lead, last = kind.split("_")
    stem = re.sub("(?:ures?|ings?|es|ed|s|ion)$", "", last)
    own = "[ -]?".join([*map(re.escape, lead), re.escape(stem)])
    return rf"\b(?:{'|'.join([own, *ALSO.get(kind, ())])})\w*"
