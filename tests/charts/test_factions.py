"""Network of factions, grid of who said what."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.charts import faction_network, source_grid, style
from analysis.charts.marks import tie_lines
from analysis.errors import FrameError
from tests.charts.dates import redated
from tests.charts.drawn import drawn_texts, labelled, words_of


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


def test_a_crossing_for_each_row_with_its_number(grid):
    ax = source_grid(grid)
    (dots,) = labelled(ax, "crossings")
    assert len(dots.get_offsets()) == len(grid)
    assert sum(text.get_text().isdigit() for text in ax.texts) == len(grid)


def test_common_origin_joins_the_reports_that_share_it(grid):
    ax = source_grid(grid)
    (line,) = labelled(ax, "origin: author: Jason Ditz")
    low, high = sorted(line.get_ydata())
    reports = [text.get_position()[1] for text in ax.texts if text.get_text()[:2] in ("2 ", "3 ")]
    assert all(low - 5 <= y <= high + 5 for y in reports)
    assert "author: Jason Ditz" in style.description(ax)


def test_reports_are_numbered_and_in_order(grid):
    words = words_of(source_grid(grid))
    assert words.index("1 Russian-Backed") < words.index("2 Syria Launches") < words.index("3 Rival Rebels")


def test_subjects_that_do_not_fit_are_counted_and_the_weightiest_are_named(grid):
    many = pd.concat([grid.assign(measure=[f"deed_{n}_{row}" for row in range(len(grid))]) for n in range(5)])
    ax = source_grid(many.assign(claims=[9, *[1] * (len(many) - 1)]))
    named = [text for text, _ in drawn_texts(ax) if text.startswith("deed")]
    assert 10 < len(named) < 30
    assert "deed 0 0" in named
    assert f"{len(named)} of 55 subjects are named." in words_of(ax)
    assert "subjects are named" not in words_of(source_grid(grid))


def test_an_empty_crossing_is_not_silence(grid):
    words = words_of(source_grid(grid))
    assert "An empty crossing: nothing coded from the report." in words
    assert "nothing was said" not in words


def test_crossings_that_share_the_most_claims_are_counted_not_named(grid):
    one = style.description(source_grid(grid))
    assert "Most claims at one crossing, 4: the report itself in report 3 on occurrence." in one
    several = style.description(source_grid(grid.assign(claims=2)))
    assert "11 crossings share the most claims, 2 each." in several
    assert "Most claims at" not in several


def test_one_speaker_makes_a_claim(grid):
    assert "1 speaker in 1 report makes 1 claim" in words_of(source_grid(grid.tail(1)))


def test_ties_and_factions_outside_the_scope_are_grey(ties, sides):
    grey = ties.assign(in_scope=False, context="tie")
    ax = faction_network(grey, sides.assign(in_scope=False, context="tie"))
    assert f"Grey: outside the scope, shown as context ({len(ties)} rows)." in style.description(ax)
    (dots,) = labelled(ax, "factions")
    colours = {to_hex(colour) for colour in dots.get_facecolors()}
    assert colours == {style.OUTSIDE}
