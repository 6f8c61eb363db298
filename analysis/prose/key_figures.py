"""Key figures in prose: label, interval, words and voices of each."""

from collections.abc import Callable
from itertools import groupby

import pandas as pd

from analysis.messages import date_words, interval_words, joined, listed, say, unit_words
from analysis.model import KeyFigure
from analysis.model.frames import KEY_FIGURES, takes
from analysis.model.measures import LONG_AGO
from analysis.model.origins import verdict_words
from analysis.prose.measures import labelled
from analysis.prose.sentences import (
    Row,
    amount,
    capital,
    cite,
    number_of,
    outside_words,
    plain_rows,
    stated_day,
)

MOST_FIGURES, MOST_VOICES, MOST_SAID = 6, 2, 3
"""Figures of the strip, three by two, speakers named at each, and different words: of more of these the least
and the most stand there."""


PEOPLE = "persons"
"""The unit that goes without saying beside the words of a speaker."""


@takes(rows=KEY_FIGURES)
def key_figures(rows: pd.DataFrame, most: int = MOST_FIGURES) -> list[KeyFigure]:
    """One key figure per number in `figure` of `derive.key_figures`, the first `most`; several claims stand
    side by side, never merged. A projection is none, nor what lies wholly outside the scope, nor a strength
    of nobody named."""
    rows = rows[~_past(rows)]
    wanted = _told(rows).head(most)
    chosen = plain_rows(rows[rows["figure"].isin(wanted)])
    return [_figure(list(claims)) for _, claims in groupby(chosen, key=lambda row: row["figure"])]


def _past(rows: pd.DataFrame) -> pd.Series:
    """Which count people who lived somewhere more than a year before the report: a place that is no more."""
    old: pd.Series = rows["as_of_end"] < rows["published_start"] - LONG_AGO
    return rows["family"].eq("population") & old


def _told(rows: pd.DataFrame) -> pd.Series:
    """The numbers of the figures that are told, in order."""
    told = rows["method"].ne("projected") & (rows["actor_id"].notna() | rows["family"].ne("force"))
    if "context" in rows:
        told &= rows["context"].isna()
    return rows.loc[told, "figure"].drop_duplicates()


def _figure(claims: list[Row]) -> KeyFigure:
    first = claims[0]
    number = number_of(claims)
    times = _times(claims)
    worded = any(claim["wording"] for claim in claims)
    numbers, unit = _in_order(times, _intervals), unit_words(first["unit"], number)
    label = capital(labelled(first, number))
    spoken = first["unit"] == PEOPLE or str(unit).lower() in label.lower()
    reading = say(
        "key-figure-reading", numbers=numbers if spoken else say("amount", number=numbers, unit=unit)
    )
    return KeyFigure(
        label=label,
        value=_in_order(times, _words) if worded else numbers,
        unit="" if worded else unit,
        reading=reading if worded else "",
        speaker=listed(dict.fromkeys(claim["speaker"] for claim in claims), most=MOST_VOICES),
        note=_note(claims, times),
        citations=tuple(cite(claim) for claim in claims),
    )


def _note(claims: list[Row], times: list[list[Row]]) -> str:
    """What a reader must know beside the words: another day, figures apart, another scope."""
    own = len(times) == 1 and any(claim["as_of_from"] == "claim" for claim in claims)
    days = [date_words(stated_day(claims[0]["as_of"]), on=True, short=True)] if claims[0]["as_of"] else []
    reasons = dict.fromkeys(claim["context"] for claim in claims if claim.get("context"))
    outside = [say("note-outside", reason=outside_words(reason)) for reason in reasons]
    later = [claim for claim in claims if claim["because"] == "later"]
    judged = [claim for claim in claims if claim["verdict"] not in (None, "single", "agree")]
    verdicts = [_verdict(claim) for claim in judged if claim not in later]
    parts = [*(days if own else []), *dict.fromkeys(verdicts), *outside]
    return joined("join-further", parts)


def _in_order(times: list[list[Row]], told: Callable[[list[Row]], list[str]]) -> str:
    """What is told at one time parted by "or", at several by "then"; of many the least and the most."""
    claims = [claim for same in times for claim in same]
    if len(told(claims)) > MOST_SAID:
        ranked = sorted((claim for claim in claims if claim["low"] is not None), key=_low)
        return say("key-figure-many", least=told(ranked[:1])[0], most=told(ranked[-1:])[0])
    return joined("join-then", list(dict.fromkeys(joined("join-or", told(same)) for same in times)))


def _low(claim: Row) -> float:
    return float(claim["low"])


def _words(claims: list[Row]) -> list[str]:
    """The words of several claims in quotation marks, of those without words the numbers; each once."""
    said = (say("quoted", words=claim["wording"]) if claim["wording"] else amount(claim) for claim in claims)
    return list(dict.fromkeys(said))


def _intervals(claims: list[Row]) -> list[str]:
    """The intervals of several claims in words, each once."""
    return list(dict.fromkeys(interval_words(claim["low"], claim["high"]) for claim in claims))


def _verdict(claim: Row) -> str:
    """What comparing came to; of figures that are apart also that they have one origin."""
    words = verdict_words({**claim, "ratio": None})
    one = claim["verdict"] == "apart" and claim["origin"] == "one"
    return joined("join-further", [words, say("origin-one") if one else ""])


def _times(claims: list[Row]) -> list[list[Row]]:
    """Claims in order of time, those whose spans touch or are not known in one: only apart is a `then`."""
    times = [[claims[0]]]
    for claim in claims[1:]:
        ends = [other["as_of_end"] for other in times[-1]]
        apart = None not in (claim["as_of_start"], *ends) and claim["as_of_start"] > max(ends)
        if apart:
            times.append([claim])
        else:
            times[-1].append(claim)
    return times
