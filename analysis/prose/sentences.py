"""Sentences: the parts that every subject's prose is made of, neutral and with their citations."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.model import Citation, Passage, in_words, written

Row = dict[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows as dictionaries, None for what is missing, so that prose never meets a NaN."""
    plain = frame.astype(object)
    return [
        {str(key): value for key, value in row.items()}
        for row in plain.where(plain.notna(), None).to_dict("records")
    ]


def cite(claim: Row) -> Citation:
    """The citation of one statement."""
    return Citation(claim["source_id"], claim["locator"], claim["claim_id"])


def cited(claims: Iterable[Row]) -> list[str | Citation]:
    """The citations of several statements, each place in a report once and set off by a space."""
    places = {(claim["source_id"], claim["locator"]): claim for claim in reversed(list(claims))}
    return [run for claim in reversed(places.values()) for run in (" ", cite(claim))]


def sentence(*runs: str | Citation | Sequence[str | Citation]) -> Passage:
    """One passage from texts, citations and lists of both."""
    flat: list[str | Citation] = []
    for run in runs:
        flat.extend([run] if isinstance(run, str | Citation) else run)
    return Passage(tuple(run for run in flat if run != ""))


def said(claim: Row) -> str:
    """What one voice said, in its words and in numbers: `"dozens" (12 to 99 persons)`."""
    numbers = amount(claim)
    words = quoted(claim["wording"])
    if not words:
        return numbers
    return f"{words} ({numbers})" if numbers != claim["wording"] else words


def amount(claim: Row) -> str:
    """The interval of one claim with its unit, in words; a number taken as exact stands alone."""
    if claim["low"] is None and claim["high"] is None:
        return "no number"
    unit = claim["unit"] or ""
    one = claim["low"] == claim["high"] == 1
    return f"{written(claim['low'], claim['high'])} {unit.removesuffix('s') if one else unit}".strip()


def quoted(words: str | None) -> str:
    """Words in quotation marks; empty where there are none."""
    return f"\u201c{words}\u201d" if words else ""


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *others, last = parts or [""]
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, one: str, many: str = "") -> str:
    """`1 voice`, `2 voices`, `1,600 voices`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def when(edtf: str | None, basis: str | None = None) -> str:
    """A date in words, marked where it is inferred; a missing one is said to be missing."""
    mark = " (inferred)" if basis == "inferred" else ""
    return f"{in_words(edtf)}{mark}" if edtf else "no day stated"


def subject(claim: Row) -> str:
    """What a claim is about: `fatalities (ISIS), Siege of Kweires ended`."""
    who = f" ({claim['actor']})" if claim.get("actor") else ""
    where = claim.get("event") or claim.get("place")
    return f"{claim['noun']}{who}{', ' + where if where else ''}"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
