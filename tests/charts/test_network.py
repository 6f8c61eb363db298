"""The network of factions: boxes, a line per tie with its words, members inside, rows where it is full."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

from analysis.charts import faction_network, style
from analysis.charts.marks import layers
from analysis.charts.style.placement import overlap
from analysis.errors import FrameError
from tests.charts.drawn import labelled, outside, overlapping, words_of


def boxes(ax) -> dict[str, FancyBboxPatch]:
    """The boxes of factions by key; of one that stands in several rows the last."""
    return {box.get_label(): box for box in ax.get_children() if isinstance(box, FancyBboxPatch)}


def edges(box) -> tuple[float, float, float, float]:
    return box.get_x(), box.get_y(), box.get_x() + box.get_width(), box.get_y() + box.get_height()


def cites(ax) -> dict[str, str]:
    """The citations that are lettered, with where each leads."""
    return {
        text.get_text(): text.get_url()
        for text in ax.get_children()
        if isinstance(text, Text) and text.get_url()
    }


def test_each_tie_is_one_line_with_its_claims_as_links(bonds, sides):
    ax = faction_network(bonds, sides)
    for row in bonds.itertuples():
        lines = labelled(ax, f"{row.actor_id} {row.relation} {row.other_id}")
        assert bool(lines) == (row.relation != "member_of")
        for label, claim in zip(row.cites.split("; "), row.claim_ids.split(), strict=True):
            assert cites(ax)[f"[{label}]"] == f"#claim-{claim}"
    assert overlapping(ax) == []
    assert outside(ax) == []


def test_kinds_differ_in_stroke_and_what_nobody_named_says_is_dotted(bonds, sides):
    ax = faction_network(bonds, sides)
    support = labelled(ax, "russia supports syria")[0]
    fight = labelled(ax, "isis fights syria")[0]
    unnamed = labelled(ax, "iran supports syria")[0]
    assert support.get_linestyle() == "-"
    assert fight.get_linestyle() == unnamed.get_linestyle() == "--"
    assert fight.get_linewidth() > 2 * support.get_linewidth()
    assert unnamed.get_linewidth() == support.get_linewidth()
    assert "dotted: said by nobody named" in words_of(ax)
    assert labelled(ax, "russia supports syria head")
    assert not labelled(ax, "isis fights syria head")


def test_lines_are_of_ink_and_boxes_framed_in_the_colour_of_the_faction(bonds, sides):
    ax = faction_network(bonds, sides)
    assert labelled(ax, "isis fights syria")[0].get_color() == style.INK
    frame = boxes(ax)["russia"]
    assert frame.get_edgecolor()[:3] == pytest.approx(
        tuple(int("2E5FA3"[at : at + 2], 16) / 255 for at in (0, 2, 4))
    )
    assert frame.get_facecolor()[3] == 0


def test_supporters_stand_above_and_enemies_below(bonds, sides):
    drawn = {key: edges(box) for key, box in boxes(faction_network(bonds, sides)).items()}
    for supporter in ("russia", "hezbollah", "iran"):
        assert drawn[supporter][3] < drawn["syria"][1]
    for enemy in ("isis", "rebels", "ahrar"):
        assert drawn[enemy][1] > drawn["syria"][3]


def test_a_member_stands_in_the_box_of_its_whole_with_the_claim(bonds, sides):
    ax = faction_network(bonds, sides)
    inner, outer = (edges(boxes(ax)[key]) for key in ("ahrar", "front"))
    assert outer[0] <= inner[0] < inner[2] <= outer[2]
    assert outer[1] <= inner[1] < inner[3] <= outer[3]
    assert "[3 p2]" in cites(ax)


def test_a_member_that_fights_its_whole_stands_outside_it(bonds, sides):
    feud = pd.concat([bonds, bonds[bonds["relation"] == "member_of"].assign(relation="fights")])
    ax = faction_network(feud, sides)
    assert not overlap(edges(boxes(ax)["ahrar"]), edges(boxes(ax)["front"]))
    assert labelled(ax, "ahrar member_of front")


def test_no_box_lies_on_another_and_no_line_runs_through_one(bonds, sides):
    ax = faction_network(bonds, sides)
    drawn = {key: edges(box) for key, box in boxes(ax).items() if key != "ahrar"}
    assert not any(overlap(*pair) for pair in combinations(drawn.values(), 2))


def test_when_each_tie_was_last_reported_is_said_and_a_window_as_its_last_day(bonds, sides):
    window = bonds.assign(attested_from=pd.Timestamp("2015-10-12"))
    assert "by 10 Nov" in words_of(faction_network(window, sides))
    assert "by 10 Nov" not in words_of(faction_network(bonds, sides))
    several = bonds.assign(attested=[pd.Timestamp("2014-11-10"), *bonds["attested"][1:]])
    assert "10 Nov 2015" in words_of(faction_network(several, sides))


def many(bonds, number):
    return pd.concat(
        [bonds.assign(actor_id=bonds["actor_id"] + f"-{n}") for n in range(number)], ignore_index=True
    )


def test_more_factions_than_a_network_holds_are_rows_by_kind_that_may_be_cut(bonds, sides):
    ax = faction_network(many(bonds, 4), sides)
    words = words_of(ax)
    assert "Fight each other" in words
    assert "Supports" in words
    assert len(labelled(ax, "isis-0 fights syria")) == 1
    assert style.breaks(ax)
    assert overlapping(ax) == []
    assert "more ties" not in words


def test_more_rows_than_sixty_are_counted(bonds, sides):
    ax = faction_network(many(bonds, 9), sides)
    assert "And 30 more ties, in the data." in words_of(ax)


def test_an_unknown_kind_of_tie_is_refused(bonds, sides):
    with pytest.raises(FrameError, match=r"'support' \(nearest: supports"):
        faction_network(bonds.assign(relation="support"), sides)


def test_a_faction_without_a_side_row_is_drawn(bonds, sides):
    assert "Hezbollah" in words_of(faction_network(bonds, sides[sides["actor_id"] != "hezbollah"]))


@pytest.mark.parametrize("kind", ["neutral_to", "mediates", "left"])
def test_a_tie_of_no_side_has_a_mark_of_its_own(bonds, sides, kind):
    ax = faction_network(bonds.tail(1).assign(relation=kind), sides)
    marks = [line for line in labelled(ax, f"rebels {kind} syria") if line.get_linestyle() == "None"]
    assert [mark.get_marker() for mark in marks] == [{"neutral_to": "o", "mediates": "s", "left": "x"}[kind]]


def test_ties_and_factions_outside_the_scope_are_grey(bonds, sides):
    grey = bonds.assign(in_scope=False, context="tie")
    ax = faction_network(grey, sides.assign(in_scope=False, context="tie"))
    assert f"Grey: outside the scope, shown as context ({len(bonds)} rows)." in style.description(ax)
    assert labelled(ax, "isis fights syria")[0].get_color() == style.OUTSIDE


NODES = "abcdef"


@given(st.sets(st.sampled_from([*combinations(NODES, 2)]), min_size=1, max_size=9))
def test_what_is_laid_out_lies_on_nothing_and_within_the_sheet(pairs):
    lines = [layers.Line(one, other, 40.0, 20.0) for one, other in sorted(pairs)]
    laid = layers.laid(dict.fromkeys(NODES, (60.0, 24.0)), lines, 266.0)
    if laid is None:
        return
    taken = [*laid.boxes.values(), *laid.labels]
    assert not any(overlap(*pair) for pair in combinations(taken, 2))
    assert all(box[0] >= -0.01 and box[2] <= 266.01 and box[3] <= laid.high + 0.01 for box in taken)
    for line, course in zip(lines, laid.courses, strict=True):
        upper, lower = laid.boxes[line.upper], laid.boxes[line.lower]
        assert course[0][1] == upper[3]
        assert course[-1][1] == lower[1]
        assert upper[3] < lower[1]
