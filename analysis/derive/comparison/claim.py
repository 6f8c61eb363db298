"""One claim as the comparison of a group sees it: its figure, its days, and who is behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from analysis.model import Bounds, reading_of
from analysis.model.agreement import Figure
from analysis.model.wording_rules import LAX

FIELDS = (
    *(
        "claim_id",
        "source_id",
        "original_id",
        "source_number",
        "author",
        "wording",
        "said_unit",
        "numbers_from",
    ),
    *("low", "best", "high", "method", "voice_id", "speaker", "speaker_kind", "party_id", "party"),
    *("party_root", "root_ids", "origin_id", "chain_id", "chain", "via_id"),
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The columns of one row of `quantities.quantities` that a group asks for, None for what is missing.

    `known` are the days as of which the claim says that it counts, `published` those on which its report
    came out; each None where not told.
    """

    claim_id: str
    source_id: str
    original_id: str
    source_number: int
    author: str | None
    wording: str | None
    said_unit: str
    numbers_from: str | None
    low: float | None
    best: float | None
    high: float | None
    method: str
    voice_id: str
    speaker: str
    speaker_kind: str
    party_id: str | None
    party: str | None
    party_root: str | None
    root_ids: str | None
    origin_id: str | None
    chain_id: str
    chain: str
    via_id: str | None
    known: Bounds[date] | None = None
    published: Bounds[date] | None = None

    @property
    def has_number(self) -> bool:
        """Whether it has a number to compare."""
        return self.low is not None or self.high is not None

    @property
    def counted(self) -> Bounds[date] | None:
        """The days as of which it counts: those that it states, else those on which its report came out."""
        return self.known or self.published

    @property
    def allowed(self) -> Bounds[float]:
        """The values that it allows; a documented count is a floor."""
        return Bounds(self.low, None if self.method == "documented" else self.high)

    @property
    def figure(self) -> Figure:
        """What it counts, and what bears on comparing that."""
        return Figure(
            self.low,
            self.high,
            self.best,
            words=self.wording or "",
            known=self.counted,
            lax=self._read_laxly,
            floor=self.method == "documented",
            estimate=self.method == "estimated",
        )

    @property
    def _read_laxly(self) -> bool:
        """Whether the house read the numbers from words that do not name them, be it by the coder's hand."""
        ends = _lax_ends(self.wording, self.said_unit) if self.wording else None
        return ends is not None and (self.numbers_from == "words" or ends == (self.low, self.high))


@lru_cache(maxsize=10_000)
def _lax_ends(words: str, unit: str) -> tuple[float | None, float | None] | None:
    """The ends that the house reads into words that name none; None where the words name them."""
    reading = reading_of(words, unit)
    if reading is None or reading.rule not in LAX:
        return None
    return reading.quantity.low, reading.quantity.high


def before(one: Claim, other: Claim) -> bool:
    """Whether the one was counted on an earlier day than the other, as far as days are told."""
    first, second = one.counted, other.counted
    if first is None or second is None or first.high is None or second.low is None:
        return False
    return first.high < second.low


def claims_of(rows: pd.DataFrame) -> Iterator[Claim]:
    """The rows as claims, in their order."""
    plain = rows[list(FIELDS)].astype(object)
    columns = [plain[name].where(plain[name].notna(), None).tolist() for name in FIELDS]
    known = _days(rows, "as_of_", rows["known_on"])
    published = _days(rows, "published_", pd.Series(True, index=rows.index))
    for values in zip(*columns, known, published, strict=True):
        yield Claim(*values)


def _days(rows: pd.DataFrame, prefix: str, asked: pd.Series) -> list[Bounds[date] | None]:
    """The days of a date, None where there is none or it is not asked for."""
    starts, ends = (rows[f"{prefix}{end}"].where(asked).astype(object).tolist() for end in ("start", "end"))
    met: dict[tuple[object, object], Bounds[date] | None] = {}
    days = []
    for pair in zip(starts, ends, strict=True):
        if pair not in met:
            low, high = (None if pd.isna(end) else end.date() for end in pair)
            met[pair] = Bounds(low, high) if low or high else None
        days.append(met[pair])
    return days
