"""Control in prose: who was reported to hold what when, claimed apart from assessed."""

from typing import Any

import pandas as pd

from analysis.messages import paragraph, say, spelled
from analysis.model import Passage
from analysis.model.frames import LANES, STATEMENTS, takes
from analysis.prose.names import named
from analysis.prose.sentences import (
    Looked,
    capital,
    chained,
    cited,
    in_scope,
    passage,
    plain_rows,
)

HOLDING = ("held", "part_held", "besieged")
"""Statuses of who has a place, or a part of it, in hand."""

MOST = 4
"""How many statements a note names."""


@takes(lanes=LANES, statements=STATEMENTS)
def words(lanes: pd.DataFrame, statements: pd.DataFrame) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(lanes),
        "subtitle": subtitle(),
        "notes": notes(lanes, statements),
        "shown": shown(lanes),
    }


@takes(lanes=LANES)
def title(lanes: pd.DataFrame) -> str:
    """The finding: for how many places reports name loser and taker, else how many are contested."""
    rows = in_scope(lanes)
    places = rows["place_id"].nunique()
    if not places:
        return say("control-title-none")
    changed = _changed(lanes[lanes["place_id"].isin(rows["place_id"])])
    counts = {"places": places, "number": spelled(places)}
    if changed:
        last = changed[-1]
        known = {place for place, _, _ in changed}
        return say(
            "control-title-changed" if len(known) == 1 else "control-title-changed-last",
            changed=spelled(len(known)),
            loser=named(last[1]),
            taker=named(last[2]),
            place=_name(rows, last[0]),
            **counts,
        )
    contested = rows.loc[rows["status"] == "contested", "place_id"].nunique()
    key = "control-title-lost" if (rows["status"] == "lost").any() else "control-title"
    told = say(key, contested=contested, held=spelled(contested), **counts)
    return capital(told)


def subtitle() -> str:
    """What the drawing shows, what is not said of each row, and what blank means."""
    return say("control-subtitle")


@takes(lanes=LANES, statements=STATEMENTS)
def notes(lanes: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """The exceptions: what no report claims but the house has read, at most `MOST`, with citations."""
    by_id = Looked(statements, "claim_id")
    rows = in_scope(lanes)
    read = plain_rows(rows[rows["basis"] == "assessed"])
    if not read:
        return []
    told = [
        passage(
            "control-read",
            place=named(row["place"] or say("place-unnamed")),
            status=say(f"holding-{row['status']}", actor=named(row["actor"])),
            cites=cited(by_id[key] for key in row["claim_ids"].split() if key in by_id),
        )
        for row in read[:MOST]
    ]
    return [
        passage("control-assessed-are", states=chained("join-further", told), more=max(len(read) - MOST, 0))
    ]


@takes(lanes=LANES)
def shown(lanes: pd.DataFrame) -> str:
    """How many places are drawn of how many, and which are not."""
    drawn, whole = lanes.loc[lanes["lane"].notna(), "place_id"].nunique(), lanes["place_id"].nunique()
    of_scope = in_scope(lanes)["place_id"]
    outside = lanes.loc[lanes["lane"].notna() & ~lanes["place_id"].isin(of_scope), "place_id"].nunique()
    counts = {"drawn": capital(spelled(drawn)), "places": whole, "number": spelled(whole)}
    return paragraph(
        say("control-shown" if drawn == whole else "control-shown-some", **counts),
        say("control-shown-outside", places=outside, outside=spelled(outside)) if outside else "",
    )


def _changed(rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Place, loser and taker for each loss of which reports name both, in order of time."""
    days = ["place_id", "actor_id", "actor", "start", "end", "start_latest"]
    lost = rows.loc[rows["status"] == "lost", days].dropna(subset=["end"])
    taken = rows.loc[rows["status"].isin(HOLDING), days]
    both = lost.merge(taken, on="place_id", suffixes=("", "_taken"))
    soon = both["start_taken"] <= both["end"] + pd.Timedelta(days=1)
    late = (both["start_latest_taken"] >= both["start"]) | both["start"].isna()
    named = both[(both["actor_id"] != both["actor_id_taken"]) & soon & late]
    named = named.drop_duplicates(["place_id", "actor_id", "end"]).sort_values("end", kind="stable")
    return list(named[["place_id", "actor", "actor_taken"]].itertuples(index=False, name=None))


def _name(rows: pd.DataFrame, place: str) -> str:
    known = rows.loc[rows["place_id"] == place, "place"].dropna()
    return named(str(known.iloc[0]) if len(known) else say("place-unnamed"))
