"""Context: what lies outside a scope, but without which what lies in it would be told wrongly."""

from collections.abc import Iterable

import pandas as pd

from analysis.derive.factions import FRIENDLY
from analysis.derive.wish import Wish
from analysis.model import Corpus
from analysis.model.measures import vocabulary
from analysis.model.places import places_above

TURNS = ("seizure", "withdrawal")
"""Kinds of event after which a place may be in other hands."""

ENDINGS = {"siege_ended": "siege", "ceasefire_broken": "ceasefire"}
"""Kinds of event that end another, with the kind which they end."""

ANSWERS = {
    "denies": ("denial", "denial"),
    "doubts": ("doubt", "doubt"),
    "confirms": ("compared", "compared"),
    "revises": ("revision", "revision"),
    "part_of": ("part", "whole"),
}
"""By stance: what a claim is to the one it speaks of, and what that one is to it."""

KEY = ["event_id", "measure", "unit", "actor_id", "by_id"]
"""What two quantities must have in common for one to be a later state of the other."""

BESIDE = {
    "claim_ids": "compared",
    "earlier_ids": "compared",
    "revised_ids": "revision",
    "denied_ids": "denial",
    "doubted_ids": "doubt",
}
"""What the claims are to a group that its columns name."""

_SPAN = ["place_id", "start", "end", "end_earliest"]

Reasons = pd.Series
"""For each row of a table why it is kept as context; missing where it is not."""


def later_events(
    events: pd.DataFrame, inside: pd.Series, held: pd.DataFrame, in_time: pd.Series, wish: Wish
) -> Reasons:
    """Why events outside bear on what is shown: a place changes hands later, or what is shown ends.

    `inside` says which events are in scope, `in_time` which are of the period; `held` are the rows of control
    in scope.
    """
    why = pd.Series(None, index=events.index, dtype="object")
    shown = events[inside]
    taken = shown[shown["kind"].isin(TURNS)]
    stood = pd.concat([taken[_SPAN], held[_SPAN]])
    turns = events["kind"].isin(TURNS) & _after(events, stood, in_time, wish)
    why = why.mask(~inside & turns, "reversal")
    for ending, ended in ENDINGS.items():
        first = shown[shown["kind"] == ended].dropna(subset=["place_id"]).groupby("place_id")["start"].min()
        why = why.mask(~inside & (events["kind"] == ending) & _not_before(events, first), "ended")
    return why


def later_control(control: pd.DataFrame, inside: pd.Series, in_time: pd.Series, wish: Wish) -> Reasons:
    """Holds outside of a place whose holds are shown: later ones, and others of the same days.

    Who holds a place at the same time as a faction asked for is compared with it, and no later state.
    """
    held = control[inside]
    why = pd.Series(None, index=control.index, dtype="object")
    why = why.mask(~inside & _after(control, held, in_time, wish), "reversal")
    return why.mask(why.isna() & ~inside & in_time & _beside(control, held), "compared")


def answers(claims: pd.DataFrame, inside: pd.Series) -> Reasons:
    """Denials, doubts, revisions, parts and wholes of claims in scope, and of these in turn."""
    why = pd.Series(None, index=claims.index, dtype="object")
    keys = claims["claim_id"]
    links = claims[claims["about"].notna() & claims["stance"].isin(ANSWERS)]
    shown, fresh = set(keys[inside]), set(keys[inside])
    while fresh:
        found: dict[str, str] = {}
        for claim, about, stance in zip(links["claim_id"], links["about"], links["stance"], strict=True):
            if about in fresh and claim not in shown:
                found.setdefault(claim, ANSWERS[stance][0])
            if claim in fresh and about not in shown:
                found.setdefault(about, ANSWERS[stance][1])
        why = why.fillna(keys.map(found))
        shown |= set(found)
        fresh = set(found)
    reports = set(claims.loc[inside, "source_id"])
    whole_report = (claims["stance"] == "doubts") & claims["about"].isna()
    doubted = ~inside & whole_report & claims["source_id"].isin(reports)
    return why.mask(why.isna() & doubted, "doubt")


def later_states(corpus: Corpus, wish: Wish, inside: pd.Series) -> Reasons:
    """Later states, after the period, of what claims in scope say: of the same place or one in it.

    What is projected is no state.
    """
    claims = corpus.claims
    why = pd.Series(None, index=claims.index, dtype="object")
    above = places_above(corpus.places)
    kinds = {name: measure.kind for name, measure in vocabulary(corpus.measures).items()}
    stocks = claims["measure"].map(kinds).eq("stock") & claims["unit"].notna() & claims["place_id"].notna()
    key = claims.groupby(KEY, dropna=False, sort=False).ngroup()
    known = set(key[inside & stocks]) & set(key[~inside & stocks])
    for _, same in claims[stocks & key.isin(known)].groupby(key, sort=False):
        ours = inside[same.index]
        places = set(same.loc[ours, "place_id"])
        around = places.union(*(above.get(place, ()) for place in places))
        inner = {place for place in same["place_id"] if not places.isdisjoint(above.get(place, ()))}
        near = same["place_id"].isin(around | inner)
        later = wish.is_after(same["as_of_start"]) & (same["method"] != "projected")
        why[same.index[~ours & near & later]] = "reversal"
    return why


def beside(groups: pd.DataFrame, inside: frozenset[str]) -> dict[str, str]:
    """What stands in or beside a group of which a claim is in scope, and its wholes: reasons by claim."""
    reasons: dict[str, str] = {}
    ours = groups.loc[of_scope(groups, inside)]
    for column, reason in BESIDE.items():
        for claim in ours[column].dropna().str.split().explode():
            reasons.setdefault(claim, reason)
    wholes = set(ours["part_of"].dropna().str.split().explode())
    for claim in groups.loc[groups["group_id"].isin(wholes), "claim_ids"].str.split().explode():
        reasons.setdefault(claim, "whole")
    return reasons


def of_scope(groups: pd.DataFrame, inside: frozenset[str]) -> pd.Series:
    """Which groups have a claim in scope, compared or standing beside."""
    keys = groups[["claim_ids", "earlier_ids", "revised_ids"]].fillna("")
    together = keys["claim_ids"] + " " + keys["earlier_ids"] + " " + keys["revised_ids"]
    return together.map(lambda keys: not inside.isdisjoint(keys.split())).astype(bool)


def among(relations: pd.DataFrame, inside: pd.Series, shown: Iterable[str]) -> Reasons:
    """Ties outside between factions that are shown, and what ended a tie in scope."""
    known = set(shown)
    why = pd.Series(None, index=relations.index, dtype="object")
    both = relations["actor_id"].isin(known) & relations["other_id"].isin(known)
    why = why.mask(~inside & both, "tie")
    left = relations["relation"] == "left"
    return why.mask(~inside & both & left, "ended")


def whole_sides(relations: pd.DataFrame, shown: Iterable[str]) -> frozenset[str]:
    """The factions shown with all that friendly ties of any day lead to, so that no side is cut."""
    known = set(shown)
    friendly = relations[relations["relation"].isin(FRIENDLY)]
    while True:
        one, other = friendly["actor_id"].isin(known), friendly["other_id"].isin(known)
        more = {*friendly.loc[one, "other_id"], *friendly.loc[other, "actor_id"]} - known
        if not more:
            return frozenset(known)
        known |= more


def _after(rows: pd.DataFrame, stood: pd.DataFrame, in_time: pd.Series, wish: Wish) -> pd.Series:
    """Whether rows began after the period, or in it when something that stood at their place had ended.

    What ends on the day on which another begins, or on a day that may be that one, was followed by it; what
    has no known end was, by what began later. A row whose first day is not known is not known to be later.
    """
    beyond = rows["place_id"].isin(stood["place_id"].dropna()) & wish.is_after(rows["start"])
    pairs = _together(rows, stood)
    ended = pairs["end_earliest_stood"].isna() | (pairs["start"] >= pairs["end_earliest_stood"])
    followed = pairs.loc[(pairs["start"] > pairs["start_stood"]) & ended, "row"]
    return beyond | (in_time & rows.index.to_series().isin(followed))


def _beside(rows: pd.DataFrame, stood: pd.DataFrame) -> pd.Series:
    """Whether rows may share a day with something that stood at their place."""
    pairs = _together(rows, stood)
    apart = (pairs["end"] < pairs["start_stood"]) | (pairs["end_stood"] < pairs["start"])
    return rows.index.to_series().isin(pairs.loc[~apart, "row"])


def _together(rows: pd.DataFrame, stood: pd.DataFrame) -> pd.DataFrame:
    """Each row, by its label in `row`, with each of what stood at its place."""
    placed = rows[_SPAN].assign(row=rows.index).dropna(subset=["place_id"])
    return placed.merge(stood[_SPAN].dropna(subset=["place_id"]), on="place_id", suffixes=("", "_stood"))


def _not_before(rows: pd.DataFrame, first: pd.Series) -> pd.Series:
    """Whether rows are of a place in `first` and not known to be over before its day."""
    day = rows["place_id"].map(first) if len(first) else pd.Series(pd.NaT, index=rows.index)
    over = rows["end"] < day
    return rows["place_id"].isin(first.index) & ~over
