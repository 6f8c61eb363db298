"""The story: which events page one tells, by what they weigh, and who did what in them by whose word."""

from collections.abc import Iterable

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
    claimed = telling(statements)
    dead = claimed[claimed["measure"].eq(DEATHS)]
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
    """The events told, each thread with its leader first; `thread` numbers them, `leads` marks the leader."""
    told = weighed["told_by"].notna()
    inside = weighed.get("in_scope", told)
    left = weighed.sort_values("weight", ascending=False, kind="stable")
    threads: list[pd.DataFrame] = []
    while len(threads) < MOST_THREADS:
        leaders = left[told.loc[left.index] & inside.loc[left.index]]
        if leaders.empty:
            break
        leader = leaders.iloc[[0]]
        near, later = _beside(leader.iloc[0], left.drop(leader.index))
        thread = pd.concat([leader, near.head(MOST_BESIDE)])
        turned = thread["kind"].isin(CONTROL_KINDS) & inside.loc[thread.index]
        head = turned.idxmax() if turned.any() else leader.index[0]
        thread = pd.concat([thread.loc[[head]], thread.drop(head), later.drop(thread.index, errors="ignore")])
        threads.append(thread.assign(thread=len(threads) + 1, leads=thread.index == head))
        left = left.drop(thread.index)
    empty = weighed.head(0).assign(thread=0, leads=False)
    return pd.concat(threads).reset_index(drop=True) if threads else empty


def _beside(leader: pd.Series, others: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Those of the other events that happened where the leader did and about when; and of those after it the
    last that changed who holds the place, or that is kept for having undone or ended what is in scope."""
    here = others[others["place_id"].eq(leader["place_id"]) & others["told_by"].notna()]
    start, end = _window(here)
    from_, to = (days.iloc[0] for days in _window(leader.to_frame().T))
    near = (start <= to + NEAR) & (end >= from_ - NEAR)
    after = (here["kind"].isin(CONTROL_KINDS) & (start > to)) if leader["kind"] in HOLDING else near & False
    if "context" in here:
        after |= here["context"].isin(("reversal", "ended"))
    last = start[after].sort_values(kind="stable").index[-1:]
    return here.loc[near], here.loc[last]


def _window(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """First and last day of each row as far as they are known; an end that is not is the other one."""
    start = pd.to_datetime(rows["start"]).fillna(pd.to_datetime(rows["end"]))
    end = pd.to_datetime(rows["end"]).fillna(pd.to_datetime(rows["attested"])).fillna(start)
    return start.fillna(end), end


def _roles(corpus: Corpus, told: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """By event the names in each role, the claims that name the doers, and whether these are disputed."""
    names = corpus.actors.set_index("actor_id")["name"]
    people = corpus.participants[corpus.participants["event_id"].isin(told["event_id"])]
    voices = statements.set_index("claim_id")["voice_id"]
    people = people.assign(name=people["actor_id"].map(names), voice=people["claim_id"].map(voices))
    people = people[people["voice"].notna()]
    kinds = told.set_index("event_id")["kind"]
    rows = []
    for event in told["event_id"]:
        mine = people[people["event_id"] == event]
        named = {
            column: "; ".join(dict.fromkeys(mine.loc[mine["role"].isin(roles), "name"])) or None
            for column, roles in ROLES.items()
        }
        doers = mine[mine["role"] == "attacker"]
        keys = {
            "doer_ids": _each_once(doers["claim_id"]),
            "supporter_ids": _each_once(mine.loc[mine["role"] == "supporter", "claim_id"]),
        }
        disputed = kinds[event] in ONE_SIDED and _disputed(doers)
        rows.append({"event_id": event, **named, **keys, "disputed": disputed})
    return pd.DataFrame(rows, columns=["event_id", *ROLES, "doer_ids", "supporter_ids", "disputed"])


def _each_once(keys: pd.Series) -> str | None:
    return " ".join(dict.fromkeys(keys)) or None


def _supported(told: pd.DataFrame) -> pd.DataFrame:
    """Who supported the same doers from the same day on in another event of the thread supported them in the
    one that leads it too."""
    told = told.copy()
    for label, row in told[told["leads"]].iterrows():
        same = told["thread"].eq(row["thread"]) & told["attackers"].eq(row["attackers"])
        mine = told[(same & told["start"].eq(row["start"])) | (told.index == label)]
        for column, between in (("supporters", "; "), ("supporter_ids", " ")):
            met = dict.fromkeys(one for cell in mine[column].dropna() for one in cell.split(between))
            told.loc[label, column] = between.join(met) or None
    return told


def _disputed(doers: pd.DataFrame) -> bool:
    """Whether several doers are named, and none of the voices that name one names another."""
    by_voice = doers.groupby("voice")["actor_id"].nunique()
    return doers["actor_id"].nunique() > 1 and not (by_voice > 1).any()


def _tellers(told: pd.DataFrame, statements: pd.DataFrame, most: int = 2) -> dict[str, str]:
    """By event the claims that tell of it best: of different voices, by what they say of it."""
    keys: Iterable[str] = told["told_by"].dropna().str.split().explode()
    rows = statements[statements["claim_id"].isin(set(keys))]
    order = rows["measure"].map({name: place for place, name in enumerate(TELLING)}).fillna(len(TELLING))
    rows = rows.assign(order=order).sort_values("order", kind="stable")
    rows = rows.drop_duplicates(["event_id", "voice_id"]).groupby("event_id").head(most)
    return {str(event): " ".join(keys) for event, keys in rows.groupby("event_id")["claim_id"]}
