"""Ties one under another, for more of them than a network holds: a row each, those of one kind together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pandas as pd

from analysis.charts import style
from analysis.charts.marks import tie_lines
from analysis.charts.marks.party_boxes import Party, draw_party, size_of
from analysis.charts.marks.tie_words import Told, letter, measured, several_years, told
from analysis.charts.style import INK, MUTED, OUTSIDE, Sheet
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, capitalised
from analysis.messages import say

MOST = 60
"""More ties than this are counted, not drawn."""

NAME, GAP, HEADING = 78.0, 7.0, 20.0
"""Room for a name, distance of two rows and height of a heading, in points."""

ORDER = ("fights", "supports", "allied_with", "member_of", "left", "neutral_to", "mediates")
"""The kinds of tie in the order in which they are listed."""


@dataclass(frozen=True)
class TieRow:
    """A tie to draw: its row of the frame, the two factions, its words, and how high it is, in points."""

    tie: Any
    ends: tuple[Party, Party]
    words: Told
    high: float


def rows_of(bonds: pd.DataFrame, parties: Mapping[str, Party]) -> list[TieRow]:
    """The ties to draw, by kind and else in the order given."""
    years, rows = several_years(bonds), []
    shown = bonds.head(MOST)
    for kind in ORDER:
        for tie in shown[shown["relation"] == kind].itertuples():
            ends = (_small(parties[tie.actor_id]), _small(parties[tie.other_id]))
            words = told(tie, years=years)
            high = max(*(size_of(party, NAME)[1] for party in ends), measured(words)[1] + 4)
            rows.append(TieRow(tie, ends, words, high))
    return rows


def height_of(rows: Sequence[TieRow], more: int) -> float:
    """The height of all rows with their headings and the count of those that are not drawn, in points."""
    kinds = len({row.tie.relation for row in rows})
    return sum(row.high + GAP for row in rows) + kinds * HEADING + (SMALL * 2 if more else 0)


def draw_rows(sheet: Sheet, rows: Sequence[TieRow], more: int, top: float) -> None:
    """Draw each tie as two boxes with its line between, by kind; then how many `more` there are.

    The sheet may be cut between two rows.
    """
    y, cuts = top, []
    for kind, same in groupby(rows, key=lambda row: row.tie.relation):
        ties = list(same)
        cuts.append(y)
        heading = capitalised(say(f"network-heading-{kind}"))
        sheet.write(0, y + 12, heading, size=TEXT, colour=MUTED)
        y += HEADING
        for place, row in enumerate(ties):
            cuts += [y - GAP / 2] if place else []
            _draw(sheet, row, y)
            y += row.high + GAP
    if more:
        sheet.write(0, y + SMALL, say("network-more", ties=more), size=SMALL, colour=MUTED)
    style.cut_at(sheet, cuts)


def _draw(sheet: Sheet, row: TieRow, y: float) -> None:
    """Two boxes, the line from the one to the other, citations above it and the day below."""
    ends, middle, tie = [], y + row.high / 2, row.tie
    for party, right in zip(row.ends, (False, True), strict=True):
        wide, tall = size_of(party, NAME)
        left = sheet.width - wide if right else 0.0
        draw_party(sheet, party, (left, middle - tall / 2, left + wide, middle + tall / 2), NAME)
        ends.append(left if right else left + wide)
    course = [(ends[0] + 3, middle), (ends[1] - 3, middle)]
    ink = OUTSIDE if style.outside(tie) else INK
    label = f"{tie.actor_id} {tie.relation} {tie.other_id}"
    tie_lines.draw_line(sheet, course, tie.relation, named=bool(tie.named), label=label, ink=ink)
    centre = sum(ends) / 2
    letter(sheet, replace(row.words, when=""), centre, middle - SMALL * LEADING - 2)
    letter(sheet, replace(row.words, cites=(), more=0), centre, middle + 2.5)


def _small(party: Party) -> Party:
    """The faction alone, without what stands in its box."""
    return replace(party, members=(), told=None)
