"""Factions: who was last reported with whom and against whom on a day, and the sides that follow."""

import networkx as nx
import pandas as pd

from analysis.derive.attested import with_attested
from analysis.derive.parties import departures
from analysis.derive.statements import UNATTRIBUTED
from analysis.model import Corpus, span_of
from analysis.model.frames import ACTORS, BONDS, SIDES, STATEMENTS, TIES, takes

FRIENDLY = ("member_of", "supports", "allied_with")
"""Ties by which two factions stand on one side; any other, neutrality and mediation too, says nothing of
sides."""

MUTUAL = ("allied_with", "fights", "neutral_to")
"""Ties that hold both ways, and are one line whichever end is named first."""

STANDS = {"member_of": 1, "supports": 1, "allied_with": 1, "neutral_to": 0, "left": 0, "fights": -1}
"""Where a tie puts one faction towards the other; mediation says nothing of it."""

LASTED = ("lasts", "ended", "until")
"""Spans of which the last day is the last of what they date; of any other it is a day on which it was so."""

LINE = ["actor_id", "relation", "other_id"]


@takes(statements=STATEMENTS)
def ties(corpus: Corpus, statements: pd.DataFrame, day: str = "") -> pd.DataFrame:
    """The ties as last reported on or before `day` (EDTF; all ties when empty): `frames.TIES`.

    A tie counts from its first day to its last. One without a reported end was last reported on the day in
    `attested`, and nothing says that it still holds then; one without a reported start may have held on every
    day before. Who left another is its member, ally or supporter no longer, unless a later start is coded.
    """
    rows = corpus.relations
    carried = pd.DataFrame({"row": rows.index, "claim_id": rows["claim_id"]})
    rows = with_attested(rows, carried, statements, corpus.sources)
    if day:
        on = span_of(day)
        first, last = pd.Timestamp(on.low or pd.Timestamp.min), pd.Timestamp(on.high or pd.Timestamp.max)
        begun = rows["start"].isna() | (rows["start"] <= last)
        ended = rows["end"].notna() & (rows["end"] < first) & (rows["relation"] != "left")
        rows = rows[begun & ~ended]
        rows = rows[~_ended_by_leaving(rows, first)]
    names = corpus.actors[["actor_id", "name"]]
    others = names.rename(columns={"actor_id": "other_id", "name": "other"})
    sources = statements[["claim_id", "source_id"]]
    rows = (
        rows.merge(names.rename(columns={"name": "actor"}), on="actor_id", how="left", validate="many_to_one")
        .merge(others, on="other_id", how="left", validate="many_to_one")
        .merge(sources, on="claim_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    return TIES.shaped(rows)


@takes(ties=TIES, statements=STATEMENTS)
def bonds(ties: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The lines that the ties come to, each with all the claims that carry it: `frames.BONDS`.

    Those that most authors tell of come first, then those that most claims carry, then the last reported.
    Of ties that a scope has narrowed, a line has its two columns too: it is outside where all its ties are.
    """
    rows = ties.assign(**_ends(ties)).sort_values("attested", ascending=False, kind="stable")
    told = statements[["claim_id", "cite", "speaker_kind", "author"]].rename(
        columns={"claim_id": "claim_ids"}
    )
    rows = rows.merge(told, on="claim_ids", how="left", validate="many_to_one")
    rows = rows.assign(
        named=rows["speaker_kind"].ne(UNATTRIBUTED), by=rows["author"].fillna(rows["source_ids"])
    )
    rows = rows.drop_duplicates([*LINE, "claim_ids"])
    lines = rows.groupby(LINE, sort=False)
    found = lines.agg(
        actor=("actor", "first"),
        other=("other", "first"),
        attested=("attested", "first"),
        attested_from=("attested_from", "first"),
        named=("named", "any"),
        authors=("by", "nunique"),
        claim_ids=("claim_ids", _together),
        cites=("cite", lambda cites: "; ".join(cites.dropna()) or None),
        claim_sources=("source_ids", _together),
        source_ids=("source_ids", _once),
    ).reset_index()
    weight = found["claim_ids"].fillna("").str.split().map(len)
    order = found.assign(weight=weight).sort_values(
        ["authors", "weight", "attested"], ascending=False, kind="stable", na_position="last"
    )
    shaped = BONDS.shaped(order)
    if "context" not in ties:
        return shaped
    context = rows.groupby(LINE, sort=False)["context"].agg(_outside)
    keys = pd.MultiIndex.from_frame(shaped[LINE])
    why = pd.Series(context.reindex(keys).to_numpy(), dtype="object")
    return shaped.assign(in_scope=why.isna(), context=why.astype("str"))


@takes(ties=TIES)
def changed(ties: pd.DataFrame) -> pd.DataFrame:
    """Of the ties of all days, in order of time, those between pairs that did not stay as they were.

    A pair changed where a tie ended or one left the other, or where a tie began, on a day that is known, that
    puts them otherwise than one before it: support after war, or neutrality after an alliance.
    """
    pair = ties["actor_id"].where(ties["actor_id"] < ties["other_id"], ties["other_id"])
    pair = pair + " " + ties["other_id"].where(ties["actor_id"] < ties["other_id"], ties["actor_id"])
    rows = ties.assign(pair=pair, stands=ties["relation"].map(STANDS))
    ended = rows["relation"].eq("left") | rows["end"].notna() & rows["span"].isin(LASTED)
    moved = {key for key, ends in zip(rows["pair"], ended, strict=True) if ends}
    known = rows[rows["stands"].notna() & rows["start"].notna()]
    moved |= {key for key, same in known.groupby("pair") if same["stands"].nunique() > 1}
    chosen = ties[rows["pair"].isin(moved)]
    return chosen.sort_values(["start", "end"], na_position="first", kind="stable").reset_index(drop=True)


@takes(ties=TIES, actors=ACTORS)
def sides(ties: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The side of each faction named in a tie: `frames.SIDES`.

    Factions tied by support, alliance or membership are one side. One that also fights within itself is torn:
    the ties then do not say who stands where.
    """
    graph = nx.Graph()
    graph.add_nodes_from(dict.fromkeys([*ties["actor_id"], *ties["other_id"]]))
    friendly = ties[ties["relation"].isin(FRIENDLY) & ~_ended_by_leaving(ties, pd.Timestamp.max)]
    graph.add_edges_from(zip(friendly["actor_id"], friendly["other_id"], strict=True))
    groups = (members for members in nx.connected_components(graph) if len(members) > 1)
    components = sorted(groups, key=lambda members: (-len(members), min(members)))
    side_of = {member: number for number, members in enumerate(components, 1) for member in members}
    fights = ties[ties["relation"] == "fights"]
    torn = {
        side_of.get(actor)
        for actor, other in zip(fights["actor_id"], fights["other_id"], strict=True)
        if side_of.get(actor, actor) == side_of.get(other, other)
    }
    rows = actors[actors["actor_id"].isin(set(graph))].rename(
        columns={"name": "actor", "name_ar": "actor_ar"}
    )
    side = rows["actor_id"].map(side_of).astype("Int64")
    rows = rows.assign(side=side, torn=side.isin(torn))
    return SIDES.shaped(rows.sort_values(["side", "actor"]))


def _ended_by_leaving(rows: pd.DataFrame, by: pd.Timestamp) -> pd.Series:
    """Whether a friendly tie ended, by the day `by`, because one of the two left the other."""
    left = rows[rows["relation"] == "left"]
    if left.empty:
        return pd.Series(False, index=rows.index)
    gone = departures(left)
    friendly = rows["relation"].isin(FRIENDLY)
    columns = (rows[name] for name in ("actor_id", "other_id", "relation", "start"))
    return friendly & pd.Series(
        [
            any(
                day <= by.date() and (pd.isna(start) or start.date() < day)
                for pair in ((actor, other), *(((other, actor),) if kind == "allied_with" else ()))
                for day in gone.get(pair, ())
            )
            for actor, other, kind, start in zip(*columns, strict=True)
        ],
        index=rows.index,
        dtype=bool,
    )


def _ends(ties: pd.DataFrame) -> dict[str, pd.Series]:
    """Both ends of each tie with their names, those of a mutual tie in one order."""
    turned = ties["relation"].isin(MUTUAL) & (ties["actor_id"] > ties["other_id"])
    pairs = (("actor_id", "other_id"), ("actor", "other"))
    ends: dict[str, pd.Series] = {}
    for one, other in pairs:
        ends |= {one: ties[one].mask(turned, ties[other]), other: ties[other].mask(turned, ties[one])}
    return ends


def _together(keys: pd.Series) -> str | None:
    return " ".join(keys.dropna()) or None


def _once(keys: pd.Series) -> str | None:
    return " ".join(dict.fromkeys(keys.dropna())) or None


def _outside(reasons: pd.Series) -> str | None:
    """The reason for which a line is outside the scope; None where any of its ties is inside."""
    return None if reasons.isna().any() else str(reasons.iloc[0])
