"""Network of factions, matrix of who met whom, grid of who said what."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import faction_network, meeting_matrix, style
from analysis.charts.marks import tie_lines
from analysis.errors import FrameError
from tests.charts.dates import redated
from tests.charts.drawn import labelled, words_of


def test_kinds_of_tie_differ_in_stroke_and_mark(ties, sides):
    ax = faction_network(ties, sides)
    support, fight = labelled(ax, "russia supports syria"), labelled(ax, "isis fights syria")
    assert [line.get_linestyle() for line in support] == ["-"]
    assert fight[0].get_linestyle() == "--"
    assert fight[1].get_marker() == "x"
    assert len(labelled(ax, "ahrar member_of front")) == 2


def test_a_fight_told_from_both_ends_is_one_line(ties, sides):
    lines = tie_lines.distinct(ties)
    assert len(lines) == len(ties) - 1
    assert "8 factions, 3 sides; 6 pairs fight each other" in words_of(faction_network(ties, sides))


def test_a_tie_is_stated_if_any_claim_states_it(ties):
    twice = pd.concat([ties.head(1).assign(inferred="day"), ties.head(1)])
    assert [inferred for *_, inferred, _ in tie_lines.distinct(twice)] == [False]


def test_two_kinds_between_one_pair_lie_side_by_side(ties):
    both = pd.concat([ties.head(1), ties.head(1).assign(relation="fights")])
    shifts = [shift for *_, shift in tie_lines.distinct(both)]
    assert len(set(map(abs, shifts))) == 1
    assert shifts[0] != 0


def test_sides_stand_together(ties, sides):
    words = style.description(faction_network(ties, sides))
    assert "Side 1: Russia, Syria, Hezbollah and Other Iran-backed forces." in words
    assert "On no side: Rebels, not named." in words
    assert "Russia: supports Syria." in words


def test_factions_on_no_side_are_no_side(ties, sides):
    ax = faction_network(ties, sides.assign(side=[1, 1, 1, 1, None, 2, 2, None]))
    words = words_of(ax)
    assert "8 factions, 2 sides; " in words
    assert words.count("on no side") == 2
    assert "On no side: ISIS and Rebels, not named." in style.description(ax)


def test_an_unknown_kind_of_tie_is_refused(ties, sides):
    with pytest.raises(FrameError, match=r"'support' \(nearest: supports"):
        faction_network(ties.assign(relation="support"), sides)


def test_a_faction_without_a_side_row_is_drawn(ties, sides):
    assert "Hezbollah" in words_of(faction_network(ties, sides[sides["actor_id"] != "hezbollah"]))


def test_cells_hold_the_counts_and_hostile_ones_are_hatched(meetings):
    ax = meeting_matrix(meetings)
    hostile, other = labelled(ax, "hostile"), labelled(ax, "met")
    assert (len(hostile), len(other)) == (4, 2)
    assert len(labelled(ax, "hostile hatch")) == 4
    assert not labelled(ax, "met hatch")
    cell = next(cell for cell in other if cell.get_xy() == (0, 2))
    counts = {text.get_position(): text.get_text() for text in ax.texts if text.get_text().isdigit()}
    assert counts[cell.get_x() + 0.5, cell.get_y() + 0.5] == "3"


def test_names_stand_on_the_diagonal_in_order(meetings):
    names = [text.get_text() for text in meeting_matrix(meetings).texts]
    order = [name for name in names if name in ("Syria", "ISIS", "Russia", "Hezbollah", "Ahrar al-Sham")]
    assert order == ["Syria", "ISIS", "Russia", "Hezbollah", "Ahrar al-Sham"]


def test_the_matrix_says_that_empty_is_not_none(meetings):
    ax = meeting_matrix(meetings)
    assert "not that they never were" in " ".join(words_of(ax).split(" | "))
    assert "Syria and ISIS: 4 events; in opposed roles: 4, on one side: 0." in style.description(ax)
    assert "Syria and Russia: 3 events; in opposed roles: 0, on one side: 3." in style.description(ax)


def test_to_take_part_side_by_side_is_not_to_meet(meetings):
    ax = meeting_matrix(meetings)
    assert "6 pairs of factions took part in the same events; most often Syria and ISIS, in 4" in words_of(ax)
    assert " met" not in words_of(ax) + style.description(ax)


def test_a_pair_that_met_both_ways_says_how_often_each(meetings):
    both = meetings.assign(opposed=[3, 0, 0, 2, 2, 1], alongside=[1, 3, 2, 0, 0, 0])
    words = words_of(meeting_matrix(both))
    assert "3 + 1" in words
    assert "a + b: opposed + not opposed" in words


def test_to_be_hit_by_the_same_is_no_meeting(meetings):
    hit = meetings.assign(targets=[0, 0, 0, 0, 0, 1], opposed=[4, 0, 0, 2, 2, 0])
    ax = meeting_matrix(hit)
    assert len(labelled(ax, "targets")) == 1
    assert "5 pairs of factions" in words_of(ax)
    assert "only hit in the same event, which is no meeting: 1." in style.description(ax)
    assert "Ahrar al-Sham: 1 event" not in style.description(ax)
    none = meetings.tail(1).assign(targets=1, opposed=0)
    assert "No two factions are said to have met" in words_of(meeting_matrix(none))


def test_ties_are_said_to_be_as_last_reported(ties, sides):
    told = redated(ties, attested=["2015-10-12"] * 5 + ["2015-11-10"] * 6)
    for words in (words_of(faction_network(told, sides)), style.description(faction_network(told, sides))):
        assert "last reported, each on a day from 12 Oct 2015 to 10 Nov 2015" in words.replace(" | ", " ")


@pytest.mark.parametrize("kind", ["neutral_to", "mediates", "left"])
def test_a_tie_of_no_side_is_no_fight(ties, sides, kind):
    ax = faction_network(ties.tail(1).assign(relation=kind), sides)
    _, mark = labelled(ax, f"isis {kind} syria")
    assert mark.get_marker() != "x"
    assert "none is said to fight another" in words_of(ax)


def test_pairs_that_share_the_most_events_are_counted_not_named(meetings):
    shared = words_of(meeting_matrix(meetings.assign(events=[3, 3, 3, 3, 2, 1])))
    assert "same events; 4 pairs most often, in 3 events each" in shared
    level = words_of(meeting_matrix(meetings.assign(events=1, opposed=0)))
    assert "6 pairs of factions took part in the same events, in 1 event each" in level


def test_ties_and_factions_outside_the_scope_are_grey(ties, sides):
    grey = ties.assign(in_scope=False, context="tie")
    ax = faction_network(grey, sides.assign(in_scope=False, context="tie"))
    assert f"Grey: outside the scope, shown as context ({len(ties)} rows)." in style.description(ax)
    (dots,) = labelled(ax, "factions")
    colours = {to_hex(colour) for colour in dots.get_facecolors()}
    assert colours == {style.OUTSIDE}
