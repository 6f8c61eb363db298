"""Sentences: messages filled with words and citations, and the parts that all prose is made of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
import pandas as pd

from analysis.messages import (
    amount_words,
    code_words,
    dated_words,
    joined,
    measure_words,
    say,
    standing_words,
    tag_words,
)
from analysis.model import Citation, Passage

Row = dict[str, Any]

Part = str | int | float | Passage | Sequence[Citation]
"""What a message can be filled with; citations keep their place in the sentence."""

_SLOT = re.compile("\ufdd0(\\d+)\ufdd1")
"""Where citations go, until the sentence is cut at them: characters that no text may hold."""


def passage(key: str, /, **parts: Part) -> Passage:
    """The message as a passage: citations and passages among its values stay what they are.

    >>> str(passage("story-said", told="It ended", speakers="AP", cites=[Citation("r1", "siege-1", "1 p3")]))
    'It ended, AP said [1 p3].'
    """
    slots: list[tuple[str | Citation, ...]] = []
    values: dict[str, object] = {}
    for name, part in parts.items():
        if isinstance(part, str | int | float):
            values[name] = part
            continue
        values[name] = f"\ufdd0{len(slots)}\ufdd1"
        slots.append(part.runs if isinstance(part, Passage) else _set_off(part))
    runs: list[str | Citation] = []
    for place, piece in enumerate(_SLOT.split(say(key, **values))):
        runs.extend(slots[int(piece)] if place % 2 else [piece])
    return Passage(tuple(_joined_texts(runs)))


def chained(key: str, passages: Iterable[Passage]) -> Passage:
    """Several passages as one, joined two by two by a message that takes `first` and `next`."""
    return reduce(lambda first, second: passage(key, first=first, next=second), passages)


def plain_rows(frame: pd.DataFrame) -> list[Row]:
    """The rows as dictionaries, None for what is missing, so that prose never meets a NaN."""
    names = [str(name) for name in frame.columns]
    columns = [map(_known, values.tolist()) for _, values in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _known(cell: Any) -> Any:
    """A cell, None where it is missing."""
    return None if cell is None or cell is pd.NA or cell != cell else cell


class Looked(Mapping[str, Row]):
    """The rows of a frame by a key, as `plain_rows` gives them, each made when it is asked for.

    Of a large corpus a few hundred claims are told; the others are never turned into rows.
    """

    def __init__(self, frame: pd.DataFrame, key: str) -> None:
        self._columns = {str(name): values.array for name, values in frame.items()}
        self._places = dict(zip(map(str, frame[key].tolist()), range(len(frame)), strict=True))

    def __getitem__(self, key: str) -> Row:
        place = self._places[key]
        cells = {name: values[place] for name, values in self._columns.items()}
        return {name: _known(_plain(cell)) for name, cell in cells.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _plain(cell: Any) -> Any:
    """A cell as Python writes it: what NumPy holds as one of its own types is none."""
    return cell.item() if isinstance(cell, np.generic) else cell


def cite(statement: Row) -> Citation:
    """The citation of one statement."""
    return Citation(statement["source_id"], statement["claim_id"], statement["cite"])


def cited(statements: Iterable[Row]) -> list[Citation]:
    """The citations of several statements, each once."""
    return list(dict.fromkeys(map(cite, statements)))


def said(statement: Row) -> str:
    """What one voice said, in its words and in numbers: `"dozens" (12 to 99 persons)`."""
    numbers = amount(statement)
    words = statement["wording"]
    if not words:
        return numbers
    return say("quoted", words=words) if numbers == words else say("said", words=words, numbers=numbers)


def amount(statement: Row) -> str:
    """The interval of one claim with its unit, in words."""
    return amount_words(statement["low"], statement["high"], statement["unit"])


def when(edtf: str | None, *, on: bool = False) -> str:
    """A date in words with the part of it that is inferred; a missing one is said to be missing.

    `on` says when something was: "on 10 November 2015".
    """
    return dated_words(edtf, on=on) if edtf else say("date-none")


def stated_day(edtf: str) -> str:
    """A date without the marks of what is inferred, which a briefing says once: `2015-11-10%` as
    `2015-11-10~`."""
    return edtf.replace("?", "").replace("%", "~")


def standing(row: Row) -> str:
    """When something was, and of what has no reported end when it was last reported; `row` is of a frame with
    `frames.tables.ATTESTED`."""
    if not row["date"]:
        return say("date-none")
    exact = row["attested_from"] == row["attested"]
    ahead = None not in (row["start"], row["attested"]) and row["start"] > row["attested"]
    return standing_words(row["date"], row["attested"], exact=exact, ahead=ahead, on=True)


def subject(claim: Row, number: float = 2) -> str:
    """What a claim is about: `fatalities (civilians, ISIS), Siege of Kweires ended`; the measure agrees with
    the number."""
    who, where = of_whom(claim), where_of(claim)
    measure = measure_words(claim["measure"], claim["noun"] or "", number)
    if who and where:
        return say("subject-of-at", measure=measure, actor=who, where=where)
    if who:
        return say("subject-of", measure=measure, actor=who)
    return say("subject-at", measure=measure, where=where) if where else measure


def where_of(claim: Row) -> str:
    """The event that a claim is on, with the place where its title does not name it; else the place."""
    event, place = claim["event"] or "", claim["place"] or ""
    return joined("join-comma", [event, "" if place in event else place])


def of_whom(claim: Row) -> str:
    """Who or what of a measure is counted, of whom and by whose doing, as far as the claim says it."""
    by = claim["by"]
    actor = claim["actor"] or ""
    if actor and claim["actor_is"] == "doer":
        actor = say("done-by", name=actor)
    return joined(
        "join-comma", [tag_words(claim["counts"] or ""), actor, say("done-by", name=by) if by else ""]
    )


def through(claim: Row) -> str:
    """Who said it, and through whom it came where others relayed it."""
    speaker: str = claim["speaker"]
    return say("speaker-through", speaker=speaker, via=claim["via"]) if claim["via"] else speaker


def number_of(claims: Iterable[Row]) -> int:
    """The number with which nouns agree: 1 where each of the claims is of exactly one, else 2."""
    return 1 if all(claim["low"] == claim["high"] == 1 for claim in claims) else 2


def marked(row: Row, told: Passage) -> Passage:
    """What is told of a row of a narrowed frame, with the reason where it is told as context only."""
    reason = row.get("context")
    return passage("outside-scope", reason=outside_words(reason), told=told) if reason else told


def outside_words(reason: str) -> str:
    """Why what lies outside a scope is told all the same."""
    return code_words("context", reason)


def in_scope(frame: pd.DataFrame) -> pd.DataFrame:
    """Of a narrowed frame the rows in scope; any other as it is."""
    return frame[frame["in_scope"]] if "in_scope" in frame else frame


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def _set_off(citations: Sequence[Citation]) -> tuple[str | Citation, ...]:
    """Citations, each set off from what stands before it by a blank."""
    return tuple(run for citation in citations for run in (" ", citation))


def _joined_texts(runs: Iterable[str | Citation]) -> list[str | Citation]:
    """The runs with neighbouring texts in one, and none empty."""
    joined: list[str | Citation] = []
    for run in runs:
        if run == "":
            continue
        if isinstance(run, str) and joined and isinstance(joined[-1], str):
            joined[-1] += run
        else:
            joined.append(run)
    return joined
