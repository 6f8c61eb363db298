"""Harm to people as claimed, claimant by claimant, with the values all claims share or the gap between."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days, intervals
from analysis.charts.style.lettering import capitalised, one_line
from analysis.messages import (
    code_words,
    interval_words,
    joined,
    listed,
    measure_words,
    number_words,
    paragraph,
    say,
    tag_words,
)
from analysis.model.frames import CLAIMED, GROUPS, takes
from analysis.model.origins import others_in_words, sources_in_words, verdict_words

COLUMNS = CLAIMED.only(*intervals.COLUMNS, "party", "event", "place")

COMPARED = GROUPS.only(
    "event", "actor", "place", "at_event", "measure", "unit", "counts", "claims",
    "claim_ids", "earlier_ids", "revised_ids",
    "denied_ids", "doubted_ids", "common_low", "common_high", "verdict", "because", "compared", "compatible",
    "ratio", "breach", "other_place", "other_window", "other_tags", "other_method",
    "other_doer", "other_actor",
    "voices", "unnamed", "parties", "unaligned", "origin",
    "shared_voice", "shared_party", "shared_chain", "shared_copy", "shared_author", "shared_source",
)  # fmt: skip

STANDINGS = {
    "earlier_ids": "standing-earlier", "revised_ids": "standing-revised",
    "denied_ids": "stance-denies", "doubted_ids": "stance-doubts",
}  # fmt: skip
"""What stands beside the claims of a group, with the message that says so."""

VERDICTS = ("single", "agree", "overlap", "apart", "indeterminate")
"""The verdicts in the order in which they are counted."""

MOST_PANELS = 12
"""Beyond this many comparisons only those of more than one claim have a panel of their own."""


@style.themed
@takes(claimed=COLUMNS, compared=COMPARED)
def casualty_claims(claimed: pd.DataFrame, compared: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw statements of harm to people as intervals, one row each, one panel per comparison.

    Takes the columns `COLUMNS` of `frames.CLAIMED` and `COMPARED` of `frames.GROUPS`. Groups of other claims
    are passed over. Values that all claims of a group share are shaded; where they are apart, the gap is
    dashed. Earlier and revised figures, denials and doubts stand below the claims that are compared, and say
    what they are. Claims in no group stand in a panel of their own. Raises FrameError where a column or every
    claim is missing.
    """
    style.not_empty(claimed, "casualty_claims")
    drawn = set(claimed["claim_id"])
    touched = [bool(drawn & set(one_line(keys).split())) for keys in compared["claim_ids"]]
    compared = compared.loc[np.array(touched, dtype=bool)]
    panels = _panels(claimed, compared)
    some = intervals.shortfall(len(claimed))
    subtitle = paragraph(_verdict(compared, behind=False), say("interval-bar"), say("interval-dot"), some)
    footer = style.sources_of(claimed)
    sheet = style.titled(ax, _title(claimed, compared), subtitle, footer, height=intervals.height_of(panels))
    intervals.draw_panels(sheet, panels)
    style.describe(sheet.ax, _alternative(claimed, compared))
    return sheet.ax


def _panels(claims: pd.DataFrame, compared: pd.DataFrame) -> list[intervals.Panel]:
    """One panel for each comparison, one of each unit for all other claims.

    Where there are too many, the comparisons of more than one claim have a panel, as many as there may be.
    """
    shown = compared
    if len(compared) > MOST_PANELS:
        beside = compared[[*STANDINGS, "breach"]].notna().any(axis=1)
        shown = compared[(compared["claims"] > 1) | beside].head(MOST_PANELS)
    panels, met = [], set()
    for group in shown.itertuples():
        keys = one_line(group.claim_ids).split()
        rows = claims[claims["claim_id"].isin(keys)]
        beside = _beside(group)
        # A doubt of a whole report stands beside each of its groups.
        others = claims[claims["claim_id"].isin(set(beside) - set(keys))]
        met |= {*rows["claim_id"], *others["claim_id"]}
        if len(rows):
            panels.append(_panel(group, rows, others, beside))
    rest = claims[~claims["claim_id"].isin(met)]
    return [*panels, *(_not_compared(rest) if shown is compared else _further(rest))]


def _not_compared(claims: pd.DataFrame) -> list[intervals.Panel]:
    """One panel of each unit for claims that are in no comparison."""
    panels = []
    for unit, rows in claims.groupby(claims["unit"].map(one_line), sort=False):
        heading = say("casualties-panel-rest", unit=intervals.unit_of(unit))
        panels.append(intervals.Panel(heading, say("count-claims", claims=len(rows)), rows, _claimant))
    return panels


def _further(claims: pd.DataFrame) -> list[intervals.Panel]:
    """One panel for each measure and unit, or for each unit if those are too many: persons and families are
    never on one axis."""
    kinds = ["unit", "measure"]
    if len(claims[kinds].drop_duplicates()) > MOST_PANELS:
        kinds = ["unit"]
    panels = []
    for _, rows in claims.groupby(kinds, dropna=False, sort=False):
        unit = intervals.unit_of(rows["unit"].iloc[0])
        heading = say("casualties-panel-all", counted=intervals.counted_words(rows), unit=unit)
        note = say("count-claims", claims=len(rows))
        panels.append(intervals.Panel(capitalised(heading), note, rows, _subject))
    return panels


def _beside(group: Any) -> dict[str, str]:
    """For the claims that stand beside a group what they are, in words."""
    return {
        key: say(message)
        for column, message in STANDINGS.items()
        for key in one_line(getattr(group, column)).split()
    }


def _panel(group: Any, rows: pd.DataFrame, others: pd.DataFrame, beside: dict[str, str]) -> intervals.Panel:
    band, gap = None, group.verdict == "apart"
    if gap:
        band = _gap(rows)
    elif len(rows) > 1 and not (pd.isna(group.common_low) and pd.isna(group.common_high)):
        band = (float(group.common_low), float(group.common_high))
    note = _judgement(group, band, gap)

    def label(row: Any) -> tuple[str, str]:
        speaker, party = _claimant(row)
        standing = beside.get(row.claim_id)
        return speaker, say("casualties-beside", standing=standing, behind=party) if standing else party

    drawn = pd.concat([rows, others]) if len(others) else rows
    return intervals.Panel(_heading(group, rows), note, drawn, label, band, gap and band is not None)


def _heading(group: Any, rows: pd.DataFrame) -> str:
    """Where, what is counted of whom, and in which unit."""
    actor = one_line(group.actor)
    place = "" if group.at_event or not one_line(group.event) else one_line(group.place)
    narrowed = joined("join-comma", [tag_words(one_line(group.counts)), place])
    heading = say(
        "casualties-panel-of" if actor else "casualties-panel",
        where=one_line(group.event) or one_line(group.place) or say("event-none"),
        measure=measure_words(one_line(group.measure), one_line(rows["noun"].iloc[0])),
        actor=actor,
        unit=intervals.unit_of(group.unit),
    )
    heading = joined("join-comma", [heading, narrowed])
    return joined("join-further", [heading, say("axis-log") if intervals.wants_log(rows) else ""])


def _gap(rows: pd.DataFrame) -> tuple[float, float] | None:
    """The gap between the claim that ends first and the claim that starts last."""
    low, high = (rows[end].fillna(rows["best"]).to_numpy(float) for end in ("low", "high"))
    if np.isnan(low).all() or np.isnan(high).all():
        return None
    ends, starts = float(np.nanmin(high)), float(np.nanmax(low))
    return (ends, starts) if ends < starts else None


def _claimant(row: Any) -> tuple[str, str]:
    """The claimant with the party behind it."""
    party = one_line(row.party)
    behind = say("casualties-party", party=party) if party else say("casualties-no-party")
    return one_line(row.speaker), behind


def _subject(row: Any) -> tuple[str, str]:
    """Which event or place a claim is of, and when, above what it counts: for a panel of many of them."""
    where = one_line(row.event) or one_line(row.place) or say("event-none")
    return joined("join-comma", [where, days.dated(one_line(row.as_of))]), intervals.label_of(row)


def _judgement(group: Any, band: tuple[float, float] | None, gap: bool) -> str:
    """The verdict on one comparison in words, who is behind it, and what it is not compared with."""
    numbers = ""
    if band is not None and gap:
        numbers = say("casualties-gap", end=number_words(band[0]), start=number_words(band[1]))
    elif band is not None:
        numbers = say("casualties-common", numbers=interval_words(*band))
    row = group._asdict()
    breach = say("casualties-breach") if one_line(group.breach) else ""
    behind = one_line(sources_in_words(row))
    return joined("join-further", [_judged(row), numbers, breach, others_in_words(row), behind])


def _judged(group: Mapping[str, Any]) -> str:
    """The verdict as a sentence, with its reason; how far floors are apart is drawn."""
    verdict = one_line(group["verdict"])
    if (verdict, one_line(group["because"])) == ("apart", "later"):
        return capitalised(verdict_words(group))
    reason = verdict_words({**group, "ratio": None}).removeprefix(say(f"verdict-{verdict}"))
    return say("casualties-judged", verdict=verdict, reason=reason)


def _verdict(compared: pd.DataFrame, *, behind: bool = True) -> str:
    """The verdict over all comparisons; for a single one with the sources behind it, unless its panel says
    so."""
    if compared.empty:
        return say("casualties-verdicts-none")
    if len(compared) == 1:
        group = compared.iloc[0]
        sources = one_line(sources_in_words(group.to_dict())) if behind else ""
        return say("sentence", text=joined("join-further", [_judged(group.to_dict()), sources]))
    differ = _later(compared)
    numbers = {verdict: int((compared["verdict"].eq(verdict) & ~differ).sum()) for verdict in VERDICTS}
    words = [
        say("casualties-verdicts-count", number=number, verdict=code_words("verdict", verdict))
        for verdict, number in numbers.items()
        if number
    ]
    if differ.any():
        words.append(say("casualties-verdicts-later", number=int(differ.sum())))
    return say("casualties-verdicts", comparisons=len(compared), verdicts=listed(words))


def _later(compared: pd.DataFrame) -> pd.Series:
    """Which comparisons differ only because a later count does: nobody then contradicts anybody."""
    return compared["verdict"].eq("apart") & compared["because"].eq("later")


def _title(claims: pd.DataFrame, compared: pd.DataFrame) -> str:
    of = claims[list(intervals.LABELLED)].drop_duplicates()
    subject = intervals.label_of(of.iloc[0]) if len(of) == 1 else intervals.counted_words(claims)
    values = {"subject": capitalised(subject), "claims": len(claims)}
    apart = int((compared["verdict"].eq("apart") & ~_later(compared)).sum())
    if not apart:
        return say("casualties-title", **values)
    if len(compared) > 1:
        return say("casualties-title-apart-in", **values, comparisons=apart)
    met = set(one_line(compared["claim_ids"].iloc[0]).split())
    if len(claims) == 2 and set(claims["claim_id"]) <= met:
        return say("casualties-title-apart", **values)
    return say("casualties-title-some-apart", **values)


def _alternative(claims: pd.DataFrame, compared: pd.DataFrame) -> str:
    """The chart in words: each claim when there are few, the verdicts, and what is not shown."""
    number, most = len(claims), 8
    told = [
        say(
            "casualties-alt-claim",
            speaker=one_line(row.speaker),
            said=intervals.said_words(row),
            label=intervals.label_of(row),
            unit=intervals.unit_of(row.unit),
        )
        for row in claims.head(most).itertuples()
    ]
    return paragraph(
        say("casualties-alt", claims=number, counted=intervals.counted_words(claims)),
        *told,
        say("further-claims", number=number - most) if number > most else "",
        _verdict(compared),
        say("casualties-alt-not-shown"),
    )
