"""Network of factions, grid of who said what."""

import pandas as pd

from analysis.charts import source_grid, style
from tests.charts.drawn import drawn_texts, labelled, words_of


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
