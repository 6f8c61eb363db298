"""The story: which events page one tells, by what they weigh, and who did what in them by whose word."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.derive.attested import telling
from analysis.model import Corpus
from analysis.model.frames import GROUPS, STATEMENTS, STORY, TIMELINE, takes
from analysis.model.measures import DEATHS, TELLING

MOST_THREADS, MOST_BESIDE = 5, 3
"""Threads that are told, and events beside the one that leads a thread."""

NEAR = pd.Timedelta(days=3)
"""Events of one place belong together where no more time lies between them: UCDP GED's "recently"."""

CONTROL_KINDS = ("seizure", "siege_ended", "withdrawal")
HOLDING = (*CONTROL_KINDS, "siege")
SIDE_KINDS = ("defection", "ceasefire_broken", "ceasefire", "agreement")
ONE_SIDED = (
    *("air_strikes", "shelling", "drone_strike", "attack_on_civilians", "killings", "abduction"),
    *("attack_on_infrastructure", "other"),
)
"""Kinds of event that change who holds a place, that bear on it, and on which side factions stand; and those
which one party does to others, so that voices which name different doers do not mean that they acted
together."""

ROLES = {
    "attackers": ("attacker",),
    "defenders": ("defender",),
    "supporters": ("supporter",),
    "targets": ("target", "victim"),
    "signatories": ("signatory",),
}
"""The roles that stand in one column of `frames.STORY`."""

POINTS = {
    "control": 4.0,
    "village": 2.0,
    "side": 3.0,
    "apart": 2.0,
    "revised": 1.0,
    "recent": 3.0,
    "faction": 0.5,
    "voice": 0.3,
}
"""What an event weighs, in points: deaths count by their decimal logarithm, twice, so that ten deaths weigh
as much as a change of sides and a hundred as much as a change of control, of which one at a village, or at a
place that is not located, takes off. A convention of the house."""


@takes(timeline=TIMELINE, statements=STATEMENTS, groups=GROUPS)
def story(
    corpus: Corpus, timeline: pd.DataFrame, statements: pd.DataFrame, groups: pd.DataFrame
) -> pd.DataFrame:
    """The events that page one tells: `frames.STORY`.

    A thread is what happened at one place at one time, around the event that weighs most of those left; it is
    led by the change of control among them, where there is one, else by that event. No more than
    `MOST_THREADS` are told. Of narrowed frames what is in scope leads, and what came after it at its place
    follows as context. An event that nobody tells of leads nothing.
    """
    weighed = timeline.assign(weight=_weight(corpus, timeline, statements, groups))
    places = corpus.places.set_index("place_id")["kind"]
    told = _threads(weighed)
    told = told.assign(place_kind=told["place_id"].map(places))
    told = told.merge(_roles(corpus, told, statements), on="event_id", how="left", validate="one_to_one")
    told = _supported(told)
    tellers = _tellers(told, statements)
    told = told.assign(
        teller_ids=told["event_id"].map(tellers).astype("str"), disputed=told["disputed"].eq(True)
    )
    scoped = [name for name in ("in_scope", "context") if name in timeline]
    return STORY.shaped(told).join(told[scoped])


def _weight(
    corpus: Corpus, timeline: pd.DataFrame, statements: pd.DataFrame, groups: pd.DataFrame
) -> pd.Series:
    """What each event weighs, in points."""
    keys = timeline["event_id"]
    dead = telling(statements[statements["measure"].eq(DEATHS)])
    deaths = keys.map(dead.groupby("event_id")["low"].max()).fillna(0).astype("float64")
    turned = timeline["kind"].isin(CONTROL_KINDS)
    apart = groups[groups["verdict"].eq("apart") & groups["because"].ne("later")]
    revised = groups[groups["revised_ids"].notna()]
    last = timeline["end"].fillna(timeline["attested"]).fillna(timeline["start"])
    since, until = last.min(), last.max()
    days = (last - since) / pd.Timedelta(days=1)
    recent = (days / max((until - since) / pd.Timedelta(days=1), 1.0)).fillna(0) if len(last.dropna()) else 0
    factions = keys.map(corpus.participants.groupby("event_id")["actor_id"].nunique()).fillna(0).clip(upper=8)
    voices = (timeline["voices"] + timeline["unnamed"]).clip(upper=10)
    weight: pd.Series = (
        2 * np.log10(1 + deaths.clip(lower=0))
        + (POINTS["control"] - POINTS["village"] * keys.isin(_in_villages(corpus, timeline))) * turned
        + POINTS["side"] * timeline["kind"].isin(SIDE_KINDS)
        + POINTS["apart"] * keys.isin(apart["event_id"])
        + POINTS["revised"] * keys.isin(revised["event_id"])
        + POINTS["recent"] * recent
        + POINTS["faction"] * factions
        + POINTS["voice"] * voices
    )
    return weight


def _in_villages(corpus: Corpus, timeline: pd.DataFrame) -> pd.Series:
    """The events at villages and at places that nobody can put on a map: less hangs on who holds them."""
    places = corpus.places
    small = places["kind"].isin(("village", "villages")) | places["latitude"].isna()
    return timeline.loc[timeline["place_id"].isin(places.loc[small, "place_id"]), "event_id"]


def _threads(weighed: pd.DataFrame) -> pd.DataFrame:
    """The events told by threads, each with its leader first, and which of them came later."""
    told = weighed["told_by"].notna().to_numpy()
    inside = weighed["in_scope"].to_numpy(dtype=bool) if "in_scope" in weighed else told
    turned = weighed["kind"].isin(CONTROL_KINDS).to_numpy() & inside
    left = np.argsort(-weighed["weight"].to_numpy(dtype="float64"), kind="stable")
    threads: list[list[int]] = []
    after: set[int] = set()
    while len(threads) < MOST_THREADS and (told & inside)[left].any():
        leader = int(left[(told & inside)[left]][0])
        near, later = _beside(leader, weighed, left[told[left] & (left != leader)])
        thread = [leader, *near[:MOST_BESIDE]]
        head = next((at for at in thread if turned[at]), leader)
        threads.append(list(dict.fromkeys([head, *thread, *later])))
        after.update(later)
        left = left[~np.isin(left, threads[-1])]
    numbers = [number for number, thread in enumerate(threads, 1) for _ in thread]
    heads = [place == 0 for thread in threads for place, _ in enumerate(thread)]
    places = [at for thread in threads for at in thread]
    return (
        weighed.iloc[places]
        .assign(
            thread=np.array(numbers, dtype="int64"),
            leads=np.array(heads, dtype=bool),
            later=np.array([at in after for at in places], dtype=bool),
        )
        .reset_index(drop=True)
    )


def _beside(leader: int, events: pd.DataFrame, others: np.ndarray) -> tuple[list[int], list[int]]:
    """Those of the other events that happened where the leader did and about when; and of those after it the
    last that changed who holds the place, or that is kept for having undone or ended what is in scope.

    Events are told by their places in the frame, of the others in the order given.
    """
    here = others[events["place_id"].eq(events["place_id"].iloc[leader]).to_numpy()[others]]
    start, end = _window(events)
    near = (start <= end.iloc[leader] + NEAR) & (end >= start.iloc[leader] - NEAR)
    holds = events["kind"].iloc[leader] in HOLDING
    after = (events["kind"].isin(CONTROL_KINDS) & (start > end.iloc[leader])) if holds else near & False
    if "context" in events:
        after |= events["context"].isin(("reversal", "ended"))
    kept = start.iloc[here[after.to_numpy()[here]]].set_axis(here[after.to_numpy()[here]])
    last = kept.sort_values(kind="stable").index[-1:]
    return here[near.to_numpy()[here]].tolist(), last.tolist()


def _window(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """First and last day of each row as far as they are known; an end that is not is the other one."""
    start = rows["start"].fillna(rows["end"])
    end = rows["end"].fillna(rows["attested"]).fillna(start)
    return start.fillna(end), end


def _roles(corpus: Corpus, told: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """By event the names in each role, the claims that name the doers, and whether these are disputed."""
    names = corpus.actors.set_index("actor_id")["name"]
    people = corpus.participants[corpus.participants["event_id"].isin(told["event_id"])]
    voices = statements.set_index("claim_id")["voice_id"]
    people = people.assign(name=people["actor_id"].map(names), voice=people["claim_id"].map(voices))
    by_event: dict[str, list[Any]] = {}
    for one in people[people["voice"].notna()].itertuples():
        by_event.setdefault(str(one.event_id), []).append(one)
    rows = []
    for event, kind in zip(told["event_id"], told["kind"], strict=True):
        mine = by_event.get(event, [])
        named = {
            column: "; ".join(dict.fromkeys(one.name for one in mine if one.role in roles)) or None
            for column, roles in ROLES.items()
        }
        doers = [one for one in mine if one.role == "attacker"]
        keys = {
            "doer_ids": _each_once(one.claim_id for one in doers),
            "supporter_ids": _each_once(one.claim_id for one in mine if one.role == "supporter"),
        }
        disputed = kind in ONE_SIDED and _disputed(doers)
        rows.append({"event_id": event, **named, **keys, "disputed": disputed})
    return pd.DataFrame(rows, columns=["event_id", *ROLES, "doer_ids", "supporter_ids", "disputed"])


def _each_once(keys: Iterable[str]) -> str | None:
    return " ".join(dict.fromkeys(keys)) or None


def _supported(told: pd.DataFrame) -> pd.DataFrame:
    """Who supported the same doers from the same day on in another event of the thread supported them in the
    one that leads it too."""
    told = told.copy()
    known = told["start"].notna() & told["attackers"].notna()
    alike = list(zip(told["thread"], told["attackers"], told["start"], known, strict=True))
    for column, between in (("supporters", "; "), ("supporter_ids", " ")):
        cells = told[column].tolist()
        for leader in np.flatnonzero(told["leads"]):
            # What is missing is like nothing else, not even what is missing in the leader.
            mine = [
                cell
                for at, cell in enumerate(cells)
                if at == leader or (known.iloc[at] and alike[at] == alike[leader])
            ]
            met = dict.fromkeys(one for cell in mine if isinstance(cell, str) for one in cell.split(between))
            cells[leader] = between.join(met) or None
        told[column] = pd.Series(cells, index=told.index, dtype="str")
    return told


def _disputed(doers: Sequence[Any]) -> bool:
    """Whether several doers are named, and none of the voices that name one names another."""
    by_voice: dict[str, set[str]] = {}
    for one in doers:
        by_voice.setdefault(one.voice, set()).add(one.actor_id)
    named = set().union(*by_voice.values())
    return len(named) > 1 and all(len(each) == 1 for each in by_voice.values())


def _tellers(told: pd.DataFrame, statements: pd.DataFrame, most: int = 2) -> dict[str, str]:
    """By event the claims that tell of it best: of different voices, by what they say of it."""
    keys: Iterable[str] = told["told_by"].dropna().str.split().explode()
    cells = statements[["claim_id", "event_id", "voice_id", "measure"]]
    rows = cells[cells["claim_id"].isin(set(keys))]
    order = rows["measure"].map({name: place for place, name in enumerate(TELLING)}).fillna(len(TELLING))
    rows = rows.assign(order=order).sort_values("order", kind="stable")
    rows = rows.drop_duplicates(["event_id", "voice_id"]).groupby("event_id").head(most)
    return {str(event): " ".join(keys) for event, keys in rows.groupby("event_id")["claim_id"]}
