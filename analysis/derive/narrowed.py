"""A scope once found: how what was derived from the whole corpus is narrowed to it and its context."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.derive.context import BESIDE, of_scope
from analysis.derive.wish import Wish
from analysis.model import Corpus
from analysis.model.frames import (
    CLAIMS,
    EVENTS,
    GROUPS,
    HOLDINGS,
    KEPT,
    LEFT_OUT,
    SIDES,
    TIES,
    UNCOMPARED,
    takes,
)

CLAIMED = CLAIMS.only("claim_id")
HAPPENED = EVENTS.only("event_id")
SPANNED = EVENTS.only("start", "end")
HELD = HOLDINGS.only("place_id", "actor_id", "status", "claim_ids")
TIED = TIES.only("actor_id", "relation", "other_id", "claim_ids")
ON_SIDE = SIDES.only("actor_id")
PAIRED = UNCOMPARED.only("claim_ids")
COMPARED = GROUPS.only("group_id", "part_of", *BESIDE)

KEYS = {
    "events": ["event_id"],
    "claims": ["claim_id"],
    "control": ["place_id", "actor_id", "status", "claim_id"],
    "relations": ["actor_id", "relation", "other_id", "claim_id"],
}
"""By what a row of a table is known in the frames derived from it."""


ASIDE = ("carries", "ended")
"""Reasons for which a claim is shown without bearing on the numbers in scope."""

AFTER = ("reversal", "ended")
"""Reasons that say what came after."""


@dataclass
class Standing:
    """For each row of a table: `out`, why it is not in scope, and `kept`, why it is shown as context.

    Each is missing where the row is in scope, or is not kept. `by` has what place, time and factions say.
    """

    out: pd.Series
    by: Mapping[str, pd.Series]
    kept: pd.Series = field(init=False)

    def __post_init__(self) -> None:
        self.kept = pd.Series(None, index=self.out.index, dtype="object")

    @classmethod
    def first_of(cls, place: pd.Series, time: pd.Series, factions: pd.Series) -> "Standing":
        """Rows by the first reason that speaks against them."""
        return cls(place.fillna(time).fillna(factions), {"place": place, "time": time, "factions": factions})

    @property
    def inside(self) -> pd.Series:
        """Whether each row is in scope."""
        return self.out.isna()

    @property
    def shown(self) -> pd.Series:
        """Whether each row is in scope or kept as context."""
        return self.out.isna() | self.kept.notna()

    def keep(self, reasons: pd.Series) -> None:
        """Note why rows that are out are kept; a reason that is there stays."""
        self.kept = self.kept.fillna(reasons).where(self.out.notna(), None)


@dataclass(frozen=True)
class Scope:
    """What lies in a region and period and concerns chosen factions, and how frames are narrowed to it.

    Each method takes a frame that was derived from the whole corpus and gives its rows that are in scope and
    those kept as context, with two columns more: `in_scope`, and `context`, the reason for which a row
    outside is kept, missing in scope. What a row says is left as it is.
    Where nothing was asked for, a frame comes back as it was given.
    """

    corpus: Corpus
    wish: Wish
    tables: Mapping[str, Standing]
    own: frozenset[str]
    shown: frozenset[str]

    @property
    def region(self) -> str:
        """The region by its name, empty where none was asked for."""
        return self.wish.region

    @property
    def factions(self) -> tuple[str, ...]:
        """The factions asked for by their names."""
        return self.wish.factions

    @property
    def period(self) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
        """First and last day asked for, None where an end was not."""
        return self.wish.first, self.wish.last

    @property
    def left_out(self) -> pd.DataFrame:
        """How many rows of each table are left out, by reason: `frames.LEFT_OUT`."""
        return LEFT_OUT.of(self._counted(lambda one: one.out.where(one.kept.isna())))

    @property
    def kept(self) -> pd.DataFrame:
        """How many rows outside are kept as context, by table and reason: `frames.KEPT`."""
        return KEPT.of(self._counted(lambda one: one.kept))

    @takes(frame=CLAIMED)
    def claims(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows by claim: statements, what is claimed of forces or harm, key figures, the ledger."""
        return self._narrowed(frame, "claims", ["claim_id"])

    @takes(frame=CLAIMED)
    def figures(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows by claim of what is counted: what is in scope, and what outside bears on its numbers."""
        rows = self.claims(frame)
        return rows if not self.wish.asked else rows[~rows["context"].isin(ASIDE)].reset_index(drop=True)

    @takes(frame=HAPPENED)
    def events(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows by event: the timeline, and what is placed on the map or not."""
        return self._narrowed(frame, "events", ["event_id"])

    @takes(frame=HELD)
    def holdings(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows of control."""
        return self._narrowed(frame, "control", ["place_id", "actor_id", "status", "claim_ids"])

    @takes(frame=TIED)
    def ties(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Ties of the factions shown."""
        return self._narrowed(frame, "relations", ["actor_id", "relation", "other_id", "claim_ids"])

    @takes(frame=ON_SIDE)
    def sides(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The sides of the factions shown, each side whole."""
        if not self.wish.asked:
            return frame
        rows = frame[frame["actor_id"].isin(self.shown)]
        return _marked(rows, rows["actor_id"].map(lambda actor: None if actor in self.own else "tie"))

    @takes(frame=COMPARED)
    def groups(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Groups of which a claim is in scope, and as context those of which they are a part; each whole.

        A group whose numbers are all outside, as where a later count revises one in scope, is context too.
        """
        if not self.wish.asked:
            return frame
        ours = of_scope(frame, self._ours())
        wholes = set(frame.loc[ours, "part_of"].dropna().str.split().explode())
        kept = ours | frame["group_id"].isin(wholes)
        coded, inside = self.corpus.claims, self._ours()
        reasons = dict(zip(coded["claim_id"], self.tables["claims"].kept, strict=True))
        keys = frame["claim_ids"].str.split()
        counted = keys.map(lambda keys: not inside.isdisjoint(keys)).astype(bool)
        context = keys.map(lambda keys: reasons[keys[0]]).astype("object")
        return _marked(frame[kept], context.mask(counted, None).mask(~ours, "whole")[kept])

    @takes(frame=PAIRED)
    def pairs(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Pairs of groups that are not compared, where the claims of both are shown."""
        if not self.wish.asked:
            return frame
        coded, standing = self.corpus.claims, self.tables["claims"]
        shown = set(coded.loc[standing.shown, "claim_id"])
        both = frame["claim_ids"].map(lambda keys: shown.issuperset(keys.split())).astype(bool)
        return frame[both].reset_index(drop=True)

    @takes(frame=SPANNED)
    def inside(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Of a narrowed frame what began or ended in the period, and what came after.

        What lasted through it is left off; what came after is context, as the frame says.
        """
        if not self.wish.asked:
            return frame
        undated = frame["start"].isna() & frame["end"].isna()
        met = self.wish.holds(frame["start"]) | self.wish.holds(frame["end"]) | undated
        rows = (frame["in_scope"] & met) | frame["context"].isin(AFTER)
        return frame[rows].reset_index(drop=True)

    def _ours(self) -> frozenset[str]:
        return frozenset(self.corpus.claims.loc[self.tables["claims"].inside, "claim_id"])

    def _narrowed(self, frame: pd.DataFrame, table: str, by: list[str]) -> pd.DataFrame:
        """The rows of a frame whose row in a table, known by the columns `by`, is shown."""
        if not self.wish.asked:
            return frame
        coded, standing = getattr(self.corpus, table), self.tables[table]
        keys = _keys(coded.loc[standing.shown], KEYS[table])
        reasons: dict[Hashable, object] = dict(zip(keys, standing.kept[standing.shown], strict=True))
        mine = _keys(frame, by)
        shown = mine.isin(reasons)
        why = [reasons[key] for key in mine[shown]]
        return _marked(frame[shown], pd.Series(why, index=mine.index[shown], dtype="object"))

    def _counted(self, reasons: Callable[[Standing], pd.Series]) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = []
        for table, standing in self.tables.items():
            counts = reasons(standing).value_counts(sort=False)
            rows += [{"table": table, "reason": reason, "rows": number} for reason, number in counts.items()]
        return rows


def _keys(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """What the rows are known by: the cell of one column, or those of several together."""
    if len(columns) == 1:
        return frame[columns[0]].astype("object")
    keys = list(frame[list(columns)].itertuples(index=False, name=None))
    return pd.Series(keys, index=frame.index, dtype="object")


def _marked(rows: pd.DataFrame, context: pd.Series) -> pd.DataFrame:
    """The rows with the two columns of a scope, numbered from 0."""
    why = context.astype("object").where(context.notna(), None)
    marked = rows.assign(in_scope=why.isna(), context=why.astype("str"))
    return marked.reset_index(drop=True)
