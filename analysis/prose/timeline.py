"""The timeline in words: the finding above it, what it measures, the exceptions beside it, what is shown."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.messages import date_words, listed, number_words, paragraph, say, spelled
from analysis.model import Passage, overlap, span_of
from analysis.model.frames import EVENT_COUNTS, REGISTER, STATEMENTS, TIMELINE, takes
from analysis.prose.events import period
from analysis.prose.sentences import Row, capital, chained, cited, in_scope, passage, plain_rows, when

PRINTED = REGISTER.only("source_id", "published_start", "published_end")

SILENCE, SHARE = 14, 1 / 3
"""Days without a report that are a finding, and at least what share of the time of all reports they are."""

ENDS = ("start", "end")
"""Measures of which a claim says on what day its event began or ended."""

MOST = 4
"""How many statements a note names."""


@takes(timeline=TIMELINE, counts=EVENT_COUNTS, reports=PRINTED, statements=STATEMENTS)
def words(
    timeline: pd.DataFrame, counts: pd.DataFrame, reports: pd.DataFrame, statements: pd.DataFrame
) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(timeline, counts, reports),
        "subtitle": subtitle(counts),
        "notes": notes(timeline, statements),
        "shown": shown(timeline, counts),
    }


@takes(timeline=TIMELINE, counts=EVENT_COUNTS, reports=PRINTED)
def title(timeline: pd.DataFrame, counts: pd.DataFrame, reports: pd.DataFrame) -> str:
    """The finding: when those who tell of most events wrote, and for how long nobody else did.

    Without such a silence the number of events, their time, and the month or year in which most began.
    """
    events = in_scope(timeline)
    if events.empty:
        return say("timeline-title-none")
    return _silence(events, reports) or _when_most(events, counts)


@takes(counts=EVENT_COUNTS)
def subtitle(counts: pd.DataFrame) -> str:
    """What the drawing measures, in which unit, and on which scale where events are counted."""
    if counts.empty:
        return say("timeline-subtitle")
    monthly = (counts["end"] - counts["start"]).dt.days.max() <= 31
    most = number_words(int(counts["events"].max()))
    return say("timeline-subtitle-counted", unit="month" if monthly else "year", most=most)


@takes(timeline=TIMELINE, statements=STATEMENTS)
def notes(timeline: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """The exceptions: dates in the words of reports, how many are inferred, which are given differently."""
    events = in_scope(timeline)
    if events.empty:
        return []
    spoken = statements[statements["event_id"].isin(events["event_id"]) & statements["measure"].isin(ENDS)]
    told = plain_rows(spoken[spoken["stance"] == "asserts"])
    titles = dict(zip(events["event_id"], events["title"], strict=True))
    found = [_stated(told), _inferred(events), *_disputed(told, titles), _open(events)]
    return [note for note in found if note is not None]


@takes(timeline=TIMELINE, counts=EVENT_COUNTS)
def shown(timeline: pd.DataFrame, counts: pd.DataFrame) -> str:
    """How many events are shown, in which form, and which stand apart."""
    events = in_scope(timeline)
    outside = len(timeline) - len(events)
    undated = int((events["start"].isna() & events["end"].isna() & events["attested"].isna()).sum())
    number = spelled(len(events))
    how = "drawn" if counts.empty else "counted"
    return paragraph(
        say(f"timeline-shown-{how}", events=len(events), number=number),
        say("timeline-undated", events=undated, number=capital(spelled(undated))) if undated else "",
        say(f"timeline-outside-{how}", events=outside, number=capital(spelled(outside))) if outside else "",
    )


def _silence(events: pd.DataFrame, reports: pd.DataFrame) -> str:
    """That reports on one side of a long silence tell of more than half of the events.

    Empty without one, where reports of one side alone tell of them, and where any report is undated: it may
    be of that time. The silence is that of all reports, whatever they tell.
    """
    if len(reports) < 2 or reports["published_end"].isna().any() or reports["published_start"].isna().any():
        return ""
    printed = reports.sort_values("published_start").reset_index(drop=True)
    closes = printed["published_end"].cummax()
    gaps = ((printed["published_start"].shift(-1) - closes).dt.days - 1).fillna(0)
    at, whole = int(gaps.argmax()), (closes.iloc[-1] - printed["published_start"].iloc[0]).days
    days = int(gaps.iloc[at])
    if days < max(SILENCE, SHARE * whole):
        return ""
    sides = {"after": printed.loc[:at], "before": printed.loc[at + 1 :]}
    told = {side: _told_by(events, set(rows["source_id"])) for side, rows in sides.items()}
    side = max(told, key=lambda one: told[one])
    if not all(told.values()) or told[side] * 2 <= len(events) or len(events) == 1:
        return ""
    met = set(events["source_ids"].dropna().str.split().explode())
    tellers = sides[side][sides[side]["source_id"].isin(met)]
    first, last = tellers["published_start"].min(), tellers["published_end"].max()
    return say(
        f"timeline-title-silence-{side}",
        told="all" if told[side] == len(events) else told[side],
        number=capital(spelled(told[side])),
        whole=spelled(len(events)),
        reports=len(tellers),
        period=when(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"),
        weeks=spelled(days // 7),
    )


def _told_by(events: pd.DataFrame, sources: set[str]) -> int:
    return sum(not sources.isdisjoint(keys.split()) for keys in events["source_ids"].dropna())


def _when_most(events: pd.DataFrame, counts: pd.DataFrame) -> str:
    """How many events from when to when, and where they are counted when most began."""
    number = capital(spelled(len(events)))
    if events["start"].isna().all() and events["end"].isna().all():
        return say("timeline-title-undated", events=len(events), number=number)
    time = period(events, "", "")
    by_month = counts.dropna(subset="start").groupby(["start", "end"])["events"].sum()
    if len(by_month) < 2:
        return say("timeline-title", events=len(events), number=number, period=time)
    start, end = by_month.index[int(by_month.argmax())]
    month = date_words(f"{start:%Y-%m}" if (end - start).days <= 31 else f"{start:%Y}")
    most = number_words(int(by_month.max()))
    return say("timeline-title-most", number=number, period=time, month=month, most=most)


def _stated(told: list[Row]) -> Passage | None:
    """The words by which reports date the events, each with its citation, those with a number first."""
    worded: dict[str, Row] = {}
    for row in told:
        if row["wording"]:
            worded.setdefault(row["wording"], row)
    rows = sorted(worded.values(), key=lambda row: not re.search(r"\d", row["wording"]))
    if not rows:
        return None
    named = [passage("timeline-quoted", words=row["wording"], cites=cited([row])) for row in rows[:MOST]]
    words = chained("join-comma", named)
    return passage("timeline-stated", words=words, more=max(len(rows) - MOST, 0))


def _inferred(events: pd.DataFrame) -> Passage | None:
    """How many dates are inferred: none, all, or so many of those that there are."""
    dated = events[events["start"].notna() | events["end"].notna()]
    inferred = int(dated["inferred"].notna().sum())
    if dated.empty:
        return None
    key = "all" if inferred == len(dated) else "some" if inferred else "none"
    return passage(
        f"timeline-inferred-{key}",
        number=spelled(len(dated)),
        inferred=capital(spelled(inferred)),
        some=inferred,
        dates=len(dated),
    )


def _disputed(told: list[Row], titles: dict[str, str]) -> Iterator[Passage]:
    """Events whose start or end reports give on days that cannot be the same, at most `MOST`."""
    by_end: dict[tuple[str, str], list[Row]] = {}
    for row in told:
        if row["as_of"] and row["as_of_from"] == "claim":
            by_end.setdefault((row["event_id"], row["measure"]), []).append(row)
    apart = [(key, rows) for key, rows in by_end.items() if _apart(rows)]
    for (event, measure), rows in apart[:MOST]:
        days = [passage("timeline-day", day=when(row["as_of"]), cites=cited([row])) for row in rows[:MOST]]
        listed_days = chained("join-or", days)
        yield passage(f"timeline-disputed-{measure}", title=titles[event], days=listed_days)


def _apart(rows: list[Row]) -> bool:
    """Whether any two days cannot be the same."""
    spans = [span_of(row["as_of"]) for row in rows]
    return any(
        overlap(one, other) == "impossible" for place, one in enumerate(spans) for other in spans[place + 1 :]
    )


def _open(events: pd.DataFrame) -> Passage | None:
    """How many events were under way when last reported, the first ones by name."""
    rows = events[events["span"] == "goes_on"]
    if rows.empty:
        return None
    names = listed(rows["title"].head(MOST), most=MOST)
    more = max(len(rows) - MOST, 0)
    return passage(
        "timeline-open", events=len(rows), number=capital(spelled(len(rows))), names=names, more=more
    )
