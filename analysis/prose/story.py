"""The story of page one: the weightiest events in full sentences, with their figures, and the front."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.messages import (
    date_words,
    day_words,
    edtf_ends,
    listed,
    measure_words,
    say,
    standing_words,
)
from analysis.model import Passage
from analysis.model.frames import CLAIMED, GROUPS, STATEMENTS, STORY, takes
from analysis.model.measures import DEATHS, JUDGEMENT, MOVED, SHUT_IN
from analysis.prose.claims import apart
from analysis.prose.measures import stated
from analysis.prose.names import at_place, named, names, place_named
from analysis.prose.sentences import (
    Looked,
    Row,
    capital,
    chained,
    cited,
    in_scope,
    outside_words,
    passage,
    plain_rows,
    stated_day,
)
from analysis.prose.verdicts import anded, contradiction, words_of

MOST_CITED = 3
"""Citations behind one sentence: those that carry it; the others stand in the register."""

MOST_THREADS, MOST_VOICES = 2, 4
"""Threads that are told, and voices whose figures stand in one sentence."""

ACTED = (
    *("fighting", "offensive", "seizure", "withdrawal", "siege", "siege_ended"),
    *("air_strikes", "air_campaign", "shelling"),
)
"""Kinds of event of which a sentence says who did what to whom; of the others the title says it."""

OF_A_PLACE = ("seizure", "withdrawal", "siege", "siege_ended", "shelling")
"""Those of which the place is the object."""

FIGHTING = ("harm", "displacement", "need", "force", "materiel", "operations")
"""Families of measures of what fighting takes and does."""

LEAST = 10
"""Figures of which nobody says as many stand in the register alone: page one tells no single depot."""

PEOPLE = (DEATHS, *SHUT_IN, *MOVED)
"""Measures that page one tells though nobody contradicts them."""

AGREED = ("agreement", "ceasefire", "exchange_of_prisoners")


@takes(events=STORY, statements=STATEMENTS, groups=GROUPS, front=CLAIMED)
def story(
    events: pd.DataFrame, statements: pd.DataFrame, groups: pd.DataFrame, front: pd.DataFrame
) -> list[list[Passage]]:
    """Two paragraphs: the thread that weighs most with its figures, and the others with the front.

    Each event is a sentence with subject, verb, day and voices. A figure is told in the words of who said it;
    figures that are apart stand in one sentence, with what ties who said them.
    """
    by_id, by_group = Looked(statements, "claim_id"), plain_rows(_figures(groups, events))
    threads: list[list[Row]] = []
    for row in plain_rows(events):
        if row["leads"]:
            threads.append([])
        threads[-1].append(row)
    if not threads:
        return [_movements(front, statements)]
    figures = _chosen(threads[0], by_group, most=2)
    shut_in = [group for group in figures if _with_siege(group, threads[0], by_id)][:1]
    first = [
        *_thread(threads[0], by_id, *shut_in),
        *(_figure(group, by_id, threads[0]) for group in figures if group not in shut_in),
    ]
    others: list[Passage] = []
    for thread in threads[1:MOST_THREADS]:
        others += [_event(thread[0], by_id), *_after(thread, by_id)]
        chosen = _chosen(thread, by_group, most=1, disputed_only=True)
        others += [_figure(group, by_id, thread) for group in chosen]
    return [first, [*others, *_movements(front, statements)]]


@takes(groups=GROUPS, statements=STATEMENTS)
def figures(groups: pd.DataFrame, statements: pd.DataFrame, most: int = 5) -> list[Passage]:
    """The figures of forces and of harm that matter most of those told once, each with its place."""
    by_id = Looked(statements, "claim_id")
    told = statements.loc[statements["family"].isin(FIGHTING), "measure"]
    chosen = _ranked(groups[groups["measure"].isin(set(told)) & groups["verdict"].eq("single")])
    chosen = chosen.drop_duplicates(["measure", "actor_id", "apart"]).head(most)
    return [_figure(group, by_id) for group in plain_rows(chosen)]


def _thread(thread: list[Row], by_id: Mapping[str, Row], *shut_in: Row) -> list[Passage]:
    """The leader, what had begun before it at the same place, and what came after it outside the scope."""
    leader = thread[0]
    before = [row for row in thread[1:] if row["kind"] == "siege" and leader["kind"] == "siege_ended"]
    return [
        _event(leader, by_id),
        *(_lasted(row, by_id, *shut_in) for row in before[:1]),
        *_after(thread, by_id),
    ]


def _with_siege(group: Row, thread: list[Row], by_id: Mapping[str, Row]) -> bool:
    """Whether a figure is of those shut in by the siege whose end a thread tells, by the voice that tells
    since when it lasted, so that one sentence has both."""
    sieges = [row for row in thread[1:] if row["kind"] == "siege" and thread[0]["kind"] == "siege_ended"]
    if not sieges or group["measure"] not in SHUT_IN or group["claims"] > 1 or group["apart"]:
        return False
    told = [by_id.get(key) for key in [*(sieges[0]["teller_ids"] or "").split()[:1], group["claim_ids"]]]
    return len({row["voice_id"] for row in told if row}) == 1 and bool(edtf_ends(sieges[0]["date"] or "")[0])


def _lasted(siege: Row, by_id: Mapping[str, Row], *shut_in: Row) -> Passage:
    """Since when a siege had lasted whose end was told just before, and with how many shut in, by whose word;
    else that it was one."""
    begun, tellers = edtf_ends(siege["date"] or "")[0], (siege["teller_ids"] or "").split()
    if not begun or not tellers or tellers[0] not in by_id:
        return _event(siege, by_id)
    teller = by_id[tellers[0]]
    since = date_words(stated_day(f"{begun}/.."))
    speaker = named(teller["speaker"])
    if not shut_in:
        return passage("story-lasted", since=since, speakers=speaker, cites=cited([teller]))
    figure = by_id[shut_in[0]["claim_ids"]]
    noun = measure_words(figure["measure"], figure["noun"] or "")
    told = {"since": since, "words": words_of(figure), "noun": noun, "speakers": speaker}
    return passage("story-lasted-with", **told, cites=cited([teller, figure]))


def _after(thread: list[Row], by_id: Mapping[str, Row]) -> list[Passage]:
    """What came later at the place and undid or ended what is told; where it is outside the scope, that."""
    later = [row for row in thread[1:] if row["later"]]
    return [
        passage("story-outside", reason=outside_words(row["context"]), told=_event(row, by_id))
        if row.get("context")
        else _event(row, by_id)
        for row in later[-1:]
    ]


def _event(event: Row, by_id: Mapping[str, Row]) -> Passage:
    """One event as a sentence; where voices name different doers, a second one says who names whom."""
    tellers = [by_id[key] for key in (event["teller_ids"] or "").split() if key in by_id]
    doers = [by_id[key] for key in (event["doer_ids"] or "").split() if key in by_id]
    acted = "" if event["disputed"] else _acted(event)
    supporting = [by_id[key] for key in (event["supporter_ids"] or "").split() if key in by_id]
    carrying = [*tellers, *(supporting if acted else [])][:MOST_CITED]
    speakers = listed(dict.fromkeys(named(row["speaker"]) for row in tellers), most=2)
    key, told = ("story-said", acted) if acted else ("story-reported", event["title"])
    said = passage(key, told=_dated(told, event), speakers=speakers, cites=cited(carrying))
    sentence = Passage((capital(str(said.runs[0])), *said.runs[1:]))
    if not event["disputed"]:
        return sentence
    return chained("join-sentences", [sentence, _disputed(doers)])


def _acted(event: Row) -> str:
    """Who did what to whom, and where; empty where the kind of event or its roles do not say it."""
    where = at_place(event["place"], event["place_kind"])
    kind = event["kind"]
    if kind in AGREED and event["signatories"]:
        return _spaced(say("story-signed", who=names(event["signatories"]), kind=kind, where=where))
    if kind not in ACTED or not event["attackers"] or (kind in OF_A_PLACE and not event["place"]):
        return ""
    who = names(event["attackers"])
    if event["supporters"]:
        who = say("with-support", doers=who, supporters=names(event["supporters"]))
    whom = names("; ".join(filter(None, (event["defenders"], event["targets"])))) or "none"
    place = place_named(event["place"], event["place_kind"]) if event["place"] else ""
    if any(name in place for name in event["attackers"].split("; ")):
        place = say("some-place", kind=event["place_kind"] or "other")
    values = {"who": who, "where": where}
    values |= {"place": place} if kind in OF_A_PLACE else {}
    values |= {} if kind in ("withdrawal", "shelling") else {"whom": whom}
    return _spaced(say(f"story-{kind}", **values))


def _dated(told: str, event: Row) -> str:
    """What is told with its day: that it was on a day, or in brackets from when to when it lasted."""
    if not event["date"]:
        return told
    if event["span"] in ("day", "within") and not event["approximate"]:
        return say("story-on", told=told, day=date_words(event["date"], on=True))
    if not (event["start"] or event["end"]) and event["attested"]:
        return say("story-by", told=told, day=day_words(event["attested"]))
    exact = event["attested_from"] == event["attested"]
    ahead = None not in (event["start"], event["attested"]) and event["start"] > event["attested"]
    day = standing_words(stated_day(event["date"]), event["attested"], exact=exact, ahead=ahead)
    return say("story-dated", told=told, day=day)


def _disputed(doers: Sequence[Row]) -> Passage:
    """Who names whom as the doer."""
    by_doer: dict[str, list[Row]] = {}
    for row in {(row["voice_id"], row["actor"]): row for row in doers if row["actor"]}.values():
        by_doer.setdefault(row["actor"], []).append(row)
    told = [
        passage("story-names", doers=named(doer), speakers=_each_voice(rows))
        for doer, rows in by_doer.items()
    ]
    return passage("story-disputed", named=chained("join-further", told[:MOST_VOICES]))


def _each_voice(rows: Sequence[Row]) -> Passage:
    """Who says it, each with the citation, as a list."""
    voices = [passage("cited-voice", speaker=named(row["speaker"]), cites=cited([row])) for row in rows]
    *others, last = voices[:MOST_VOICES]
    return passage("join-and", first=chained("join-comma", others), next=last) if others else last


def _figures(groups: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The groups on these events that page one may tell, those apart first, then the more important."""
    return _ranked(groups[groups["event_id"].isin(events["event_id"])])


def _ranked(groups: pd.DataFrame) -> pd.DataFrame:
    """The groups in scope that are whole and observed, those apart first, then of people, then the larger."""
    mine = in_scope(groups)
    mine = mine[mine["part_of"].isna() & ~mine["projected"] & (mine["union_low"] >= LEAST)]
    people = mine["measure"].isin(PEOPLE)
    order = ["apart", "people", "union_low"]
    return mine.assign(apart=apart(mine), people=people).sort_values(order, ascending=False, kind="stable")


def _chosen(thread: list[Row], groups: Sequence[Row], most: int, *, disputed_only: bool = False) -> list[Row]:
    """The figures that go with a thread, those of the event that leads it first."""
    keys = [row["event_id"] for row in thread]
    told = [
        group
        for group in groups
        if group["event_id"] in keys and (group["apart"] or (group["people"] and not disputed_only))
    ]
    told = sorted(told, key=lambda group: group["event_id"] != keys[0])[:most]
    return sorted(told, key=lambda group: bool(group["apart"]))


def _figure(group: Row, by_id: Mapping[str, Row], thread: Sequence[Row] = ()) -> Passage:
    """The claims of a group in one sentence, of one that nobody contradicts the first; with its event where
    that is not the one that was just told, and without a thread with its place."""
    claims = [by_id[key] for key in group["claim_ids"].split() if key in by_id]
    what = stated(claims[0])
    told = bool(thread) and group["event_id"] in _just_told(thread)
    where = "" if told else (group["event"] if thread else claims[0]["place"]) or ""
    if where:
        what = say("headed-at", what=what, place=where)
    return contradiction(group, claims if group["apart"] else claims[:1], what)


def _just_told(thread: Sequence[Row]) -> set[str]:
    """The events of a thread that go with its leader unnamed: those of the same doers from the same day."""
    leader = thread[0]
    return {
        row["event_id"]
        for row in thread
        if row is leader
        or (row["attackers"] == leader["attackers"] is not None and row["start"] == leader["start"])
    }


def _movements(front: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """How a front moved, where it was told of on several days: each position by its day and voice; and what
    the same reports judge of whose front it is."""
    told = []
    for _, one in _moved(front):
        rows = plain_rows(one.sort_values("as_of_start", kind="stable"))[:MOST_VOICES]
        told.append(passage("sentence", text=anded([_position(row, row is rows[0]) for row in rows])))
        told += _judged(rows[-1], statements)
    return told


def _position(claim: Row, first: bool) -> Passage:
    """Where a front stood on a day, by whose word; the first says of which front."""
    words = passage("put-words", words=_on_day(claim), cites=cited([claim]))
    if not first:
        return passage("put-next", speaker=named(claim["speaker"]), words=words)
    speaker, what = capital(named(claim["speaker"])), stated(claim)
    return passage("put-at", speaker=speaker, matter=what, list="no", words=words)


def _judged(claim: Row, statements: pd.DataFrame) -> list[Passage]:
    """What the report of a claim judges of the same faction, in its words; nothing where it does not."""
    same = statements["source_id"].eq(claim["source_id"]) & statements["actor_id"].eq(claim["actor_id"])
    same &= statements["event_id"].isna() | statements["event_id"].eq(claim["event_id"])
    judged = statements[same & statements["measure"].eq(JUDGEMENT) & statements["wording"].notna()]
    return [
        passage(
            "story-judged",
            actor=named(row["actor"]),
            speaker=named(row["speaker"]),
            words=say("quoted", words=row["wording"]),
            cites=cited([row]),
        )
        for row in plain_rows(judged.head(1))
    ]


def _moved(front: pd.DataFrame, most: int = 1) -> list[tuple[float, pd.DataFrame]]:
    """The fronts that were told of on several days, that which moved farthest first."""
    found = []
    for _, one in front.groupby(["measure", "actor_id", "place_id", "unit"], dropna=False, sort=False):
        apart_in_time = one["as_of_start"].max() > one["as_of_end"].min()
        middle = one[["low", "high"]].mean(axis=1)
        if not in_scope(one).empty and apart_in_time and middle.min() > 0:
            found.append((float(middle.max() / middle.min()), one))
    return sorted(found, key=lambda each: -each[0])[:most]


def _on_day(claim: Row) -> str:
    day = date_words(stated_day(claim["as_of"]), on=True) if claim["as_of"] else ""
    return say("on-day", told=words_of(claim), day=day) if day else words_of(claim)


def _spaced(text: str) -> str:
    """The text with one blank between words, where a part of a message was empty."""
    return " ".join(text.split())
