"""Who stands with whom, and who against: factions in boxes, and ties as last reported between them."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import layers, tie_lines, tie_rows
from analysis.charts.marks.party_boxes import Party, draw_party, nested, size_of
from analysis.charts.marks.tie_words import last_reported, letter, measured, several_years, told
from analysis.charts.style import INK, OUTSIDE, Sheet, legend
from analysis.charts.style.lettering import one_line
from analysis.charts.style.placement import Box
from analysis.messages import listed, paragraph, say
from analysis.model.frames import BONDS, SIDES, takes

COLUMNS = BONDS.only(
    *("actor_id", "actor", "relation", "other_id", "other", "attested", "attested_from", "named"),
    *("claim_ids", "cites", "source_ids"),
)

MEMBERS = SIDES.only("actor_id", "actor", "side", "colour")

FACTIONS, TIES, TALLEST = 12, 25, 560.0
"""The most factions and ties, and the greatest height in points, that a network has; else rows are drawn."""

WIDTHS = (84.0, 66.0, 54.0)
"""Room for a name in points; narrower ones are tried where boxes find no room beside each other."""

Point = tuple[float, float]


@style.themed
@takes(bonds=COLUMNS, sides=MEMBERS)
def faction_network(bonds: pd.DataFrame, sides: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the ties between factions, each line with the claims that carry it and its last report.

    Takes the columns `COLUMNS` of `frames.BONDS` and `MEMBERS` of `frames.SIDES`. Supporters stand above whom
    they support, enemies below with their own supporters under them; a member stands in the box of its
    whole. Where that finds no room, as with many factions, each tie is a row. Raises FrameError where a
    column or every tie is missing, or where a tie is of another kind.
    """
    style.not_empty(bonds, "faction_network")
    tie_lines.check(bonds)
    parties = _parties(bonds, sides)
    across = style.width_for(ax)
    drawn = _laid_out(bonds, parties, sides, across)
    items = tie_lines.key(bonds, kinds=drawn is not None)
    key = 12.0 * legend.rows_needed(across, items) + 10 if items else 0.0
    rows, more = ([], 0) if drawn else (tie_rows.rows_of(bonds, parties), max(len(bonds) - tie_rows.MOST, 0))
    high = drawn[0].high if drawn else tie_rows.height_of(rows, more)
    sheet = style.sheet(ax, height=high + key + 4)
    sheet.place(sheet.ax, 0, 0, sheet.width, sheet.bottom)
    style.bare(sheet.ax)
    legend.draw_key(sheet, 0, 7, items)
    if drawn:
        _draw(sheet, bonds, *drawn, key)
    else:
        tie_rows.draw_rows(sheet, rows, more, key)
    style.describe(sheet.ax, _alternative(bonds, parties))
    return sheet.ax


def _parties(bonds: pd.DataFrame, sides: pd.DataFrame) -> dict[str, Party]:
    """Every faction that has a tie, in the order of the ties."""
    known = {row.actor_id: row for row in sides.itertuples()}
    names: dict[str, str] = {}
    for row in bonds.itertuples():
        names.setdefault(row.actor_id, one_line(row.actor))
        names.setdefault(row.other_id, one_line(row.other))
    parties = {}
    for key, name in names.items():
        row = known.get(key)
        grey = row is not None and style.outside(row)
        colour = OUTSIDE if grey else style.colour_of(None if row is None else row.colour)
        parties[key] = Party(key, name, colour, grey)
    return parties


def _inside(bonds: pd.DataFrame) -> dict[str, str]:
    """The members that stand in the box of their whole: of one alone, which stands in none, and tied to
    nobody in it otherwise."""
    member = bonds[bonds["relation"] == "member_of"]
    wholes = member.groupby("actor_id")["other_id"].agg(list).to_dict()
    inside = {key: whole[0] for key, whole in wholes.items() if len(whole) == 1 and whole[0] not in wholes}
    others = bonds[bonds["relation"] != "member_of"]
    for one, other in zip(others["actor_id"], others["other_id"], strict=True):
        if inside.get(one, one) == inside.get(other, other):
            inside.pop(one, None)
            inside.pop(other, None)
    return inside


def _laid_out(
    bonds: pd.DataFrame, parties: Mapping[str, Party], sides: pd.DataFrame, across: float
) -> tuple[layers.Laid, dict[str, Party], dict[str, str], float] | None:
    """Where all stands, the boxes, who stands in whose, and the room for names; None without room."""
    if len(parties) > FACTIONS or len(bonds) > TIES:
        return None
    inside, years = _inside(bonds), several_years(bonds)
    within = bonds[(bonds["relation"] == "member_of") & bonds["actor_id"].isin(inside)]
    words = {row.actor_id: told(row, years=years) for row in within.itertuples()}
    members = {
        key: Party(one.key, one.name, one.colour, one.grey, words.get(key)) for key, one in parties.items()
    }
    boxes = nested(members, inside)
    order = _downward(bonds, sides, boxes, inside)
    lines = _lines(bonds, inside, order, years)
    for widest in WIDTHS:
        sizes = {key: size_of(boxes[key], widest) for key in order}
        found = layers.laid(sizes, lines, across)
        if found is not None and found.high <= TALLEST:
            return found, boxes, inside, widest
    return None


def _between(bonds: pd.DataFrame, inside: Mapping[str, str]) -> pd.DataFrame:
    """The ties that are lines: all but those of members that stand in their whole."""
    return bonds[~((bonds["relation"] == "member_of") & bonds["actor_id"].isin(inside))]


def _downward(
    bonds: pd.DataFrame, sides: pd.DataFrame, boxes: Mapping[str, Party], inside: Mapping[str, str]
) -> list[str]:
    """The boxes from top to bottom: the largest side, its supporters first, then all others the other way.

    Those who only mediate or are neutral come last.
    """
    helps: dict[str, list[str]] = {}
    ends: dict[str, int] = dict.fromkeys(boxes, 0)
    partial = set(boxes)
    for row in _between(bonds, inside).itertuples():
        one, other = inside.get(row.actor_id, row.actor_id), inside.get(row.other_id, row.other_id)
        ends[one], ends[other] = ends[one] + 1, ends[other] + 1
        if row.relation in ("supports", "member_of"):
            helps.setdefault(one, []).append(other)
        if row.relation in ("supports", "member_of", "allied_with", "fights"):
            partial -= {one, other}
    first = set(sides.loc[sides["side"].eq(1).fillna(False).astype(bool), "actor_id"])

    def depth(key: str, through: tuple[str, ...] = ()) -> int:
        """How many steps of support lead from a faction to the last that it helps, no circle counted."""
        onward = [other for other in helps.get(key, ()) if other not in (key, *through)]
        return max((depth(other, (*through, key)) + 1 for other in onward), default=0)

    def place(key: str) -> tuple[int, int, int]:
        if key in first:
            return 0, -depth(key), -ends[key]
        return 2 if key in partial else 1, depth(key), -ends[key]

    return sorted(boxes, key=place)


def _lines(
    bonds: pd.DataFrame, inside: Mapping[str, str], order: Sequence[str], years: bool
) -> list[layers.Line]:
    """The lines from the upper to the lower box, with the size of their words."""
    lines = []
    for row in _between(bonds, inside).itertuples():
        ends = [inside.get(key, key) for key in (row.actor_id, row.other_id)]
        upper, lower = sorted(ends, key=order.index)
        wide, high = measured(told(row, years=years))
        lines.append(layers.Line(upper, lower, wide + 5, high + 3))
    return lines


def _draw(
    sheet: Sheet,
    bonds: pd.DataFrame,
    laid: layers.Laid,
    boxes: Mapping[str, Party],
    inside: Mapping[str, str],
    widest: float,
    down: float,
) -> None:
    """Boxes with their names, then the lines with their words, all moved down by the height of the key."""
    years = several_years(bonds)
    at: dict[str, Box] = {}
    for key, box in laid.boxes.items():
        at |= draw_party(sheet, boxes[key], _moved(box, down), widest)
    rows = _between(bonds, inside).itertuples()
    for row, course, label in zip(rows, laid.courses, laid.labels, strict=True):
        points = [(x, y + down) for x, y in course]
        upper = inside.get(row.actor_id, row.actor_id)
        if abs(points[0][1] - at[upper][3]) > 0.1 or not at[upper][0] <= points[0][0] <= at[upper][2]:
            points.reverse()
        points = _to_member(points, row.other_id, at, inside)
        points = _to_member(points[::-1], row.actor_id, at, inside)[::-1]
        words, gap = told(row, years=years), _moved(label, down)
        ink = OUTSIDE if style.outside(row) else INK
        name = f"{row.actor_id} {row.relation} {row.other_id}"
        tie_lines.draw_line(sheet, points, row.relation, named=bool(row.named), label=name, ink=ink, gap=gap)
        letter(sheet, words, (gap[0] + gap[2]) / 2, gap[1] + 1.5)


def _moved(box: Box, down: float) -> Box:
    return box[0], box[1] + down, box[2], box[3] + down


def _to_member(
    course: Sequence[Point], key: str, at: Mapping[str, Box], inside: Mapping[str, str]
) -> list[Point]:
    """The course, which ends at the box of a whole, led on to the member that it is meant for: in the margin
    beside the members to its side."""
    if key not in inside:
        return [*course]
    left, top, right, bottom = at[key]
    outer = at[inside[key]]
    x, middle = course[-1][0], (top + bottom) / 2
    aside = (outer[2] + right) / 2 if x > (left + right) / 2 else (outer[0] + left) / 2
    edge = right if aside > right else left
    return [*course[:-2], (aside, course[-2][1]), (aside, middle), (edge, middle)]


def _alternative(bonds: pd.DataFrame, parties: Mapping[str, Party]) -> str:
    """The chart in words: each tie when there are few, when they were last reported, what is not shown."""
    return paragraph(
        say("network-alt", factions=len(parties), ties=len(bonds)),
        style.outside_words(bonds),
        *tie_lines.sentences(bonds, most=20),
        _reported(bonds),
        _unnamed(bonds),
        say("network-alt-not-shown"),
    )


def _reported(bonds: pd.DataFrame) -> str:
    """From when to when the ties were last reported."""
    days = bonds.dropna(subset="attested").sort_values("attested", kind="stable")
    if days.empty:
        return say("network-ties")
    first, last = (last_reported(row, years=True) for row in days.iloc[[0, -1]].itertuples())
    return (
        say("network-ties-day", day=last)
        if first == last
        else say("network-ties-days", first=first, last=last)
    )


def _unnamed(bonds: pd.DataFrame) -> str:
    """Which ties nobody named says, in words; empty without any."""
    rows, most = bonds[~bonds["named"]], 6
    pairs = [
        say("network-alt-pair", actor=one_line(row.actor), other=one_line(row.other))
        for row in rows.head(most).itertuples()
    ]
    if len(rows) > most:
        pairs.append(say("count-ties", ties=len(rows) - most))
    return say("network-alt-unnamed", pairs=listed(pairs)) if pairs else ""
