"""The map: projection, circles of the stated precision, names, what is not on it."""

import numpy as np
import pytest
from matplotlib.patches import Circle

from analysis.charts import event_map, style
from analysis.charts.marks import basemap
from analysis.charts.style import placement
from analysis.errors import FrameError
from tests.charts.drawn import labelled, words_of


def test_a_degree_of_latitude_is_111_km_and_the_centre_is_nought():
    km = basemap.Projection(37.0, 36.0).km(np.array([[37.0, 36.0], [37.0, 37.0], [38.0, 36.0]]))
    assert km[0] == pytest.approx([0, 0])
    assert km[1] == pytest.approx([0, 111.19], abs=0.01)
    assert km[2][0] == pytest.approx(111.19 * np.cos(np.radians(36)), rel=1e-3)


def test_circles_have_the_stated_radius_and_points_have_none(placed, boundaries):
    ax = event_map(placed, boundaries=boundaries)
    circles = {circle.get_label(): circle for circle in ax.patches if isinstance(circle, Circle)}
    stated = {"aleppo": 8, "aleppo-surroundings": 25, "hama-idlib-border": 30}
    assert {key: circles[key].radius for key in stated} == stated
    assert "kweires" not in circles
    assert labelled(ax, "hama-idlib-border hatch")
    assert not labelled(ax, "aleppo-surroundings hatch")


def test_only_exact_places_are_points(placed, boundaries):
    marks = labelled(event_map(placed, boundaries=boundaries), "places")
    solid = [mark for mark in marks if mark.get_marker() == "o"]
    assert sum(len(mark.get_xdata()) for mark in solid) == 2


def test_an_unknown_radius_is_a_ring_and_said(placed, boundaries):
    ax = event_map(placed.assign(radius_km=np.nan, where_prec=5.0), boundaries=boundaries)
    assert "radius not known" in words_of(ax)
    assert all(mark.get_markerfacecolor() == "none" for mark in labelled(ax, "places"))


def test_what_cannot_be_placed_is_said_with_the_reason(placed, boundaries, unplaced):
    ax = event_map(placed, boundaries=boundaries, unplaced=unplaced)
    words = words_of(ax)
    assert "2 events cannot be placed" in words
    assert "(no place named)" in words
    assert "Not shown: 2 events without coordinates" in style.description(ax)


def test_scale_bar_projection_neighbours_and_attribution(placed, boundaries):
    boundaries.attrs["attribution"] = "Boundaries: made up."
    ax = event_map(placed, boundaries=boundaries)
    words = words_of(ax)
    assert " km" in words
    assert "zimuthal equidistant" in words
    assert "Boundaries: made up." in words
    (bar,) = labelled(ax, "scale")
    km = float(next(text for text in words.split(" | ") if text.endswith(" km")).split()[0])
    across = ax.get_xlim()[1] - ax.get_xlim()[0]
    points = ax.get_position().width * ax.figure.get_size_inches()[0] * 72
    assert np.ptp(bar.get_xdata()) == pytest.approx(km * points / across)


def test_neighbours_are_named(placed, boundaries):
    assert "TURKEY" in words_of(event_map(placed.assign(latitude=36.7), boundaries=boundaries))


def test_boundaries_need_their_columns(placed, boundaries):
    with pytest.raises(FrameError, match=r"level \(nearest here: levels\)"):
        event_map(placed, boundaries=boundaries.rename(columns={"level": "levels"}))


def test_labels_find_free_ground():
    ground = placement.Ground((0, 0, 100, 100))
    boxes = [ground.beside(50, 50, 20, 8) for _ in range(4)]
    assert None not in boxes
    assert not any(
        placement.overlap(one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :]
    )
    assert ground.beside(50, 50, 200, 8) is None


def test_equal_ends_of_the_map_are_said_once(placed, boundaries):
    one = style.description(event_map(placed.tail(1), boundaries=boundaries))
    assert "They lie at 35.42 degrees north, 36.65 degrees east." in one
    all_of_them = style.description(event_map(placed, boundaries=boundaries))
    assert "35.42 to 36.20 degrees north, 36.65 to 37.58 degrees east" in all_of_them


def test_degrees_say_on_which_side_of_nought_they_lie(placed, boundaries):
    south = placed.assign(latitude=[-1.5, -2.5, 0.0, 0.0, -1.0], longitude=[-3.0, -2.0, 1.0, 0.5, 0.5])
    words = style.description(event_map(south, boundaries=boundaries))
    assert "0.00 to 2.50 degrees south, 3.00 degrees west to 1.00 degrees east" in words


def test_a_circle_is_what_was_coded(placed, boundaries):
    assert "A circle is the coded precision, not a size." in words_of(
        event_map(placed, boundaries=boundaries)
    )
