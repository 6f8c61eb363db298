"""Widgets: what their saved state says; else that one is left out."""

import pytest

from analysis.briefing.document.blocks import Grid, Omission
from analysis.briefing.document.citations import plain
from analysis.briefing.reading.cells import WIDGETS
from analysis.briefing.reading.notebook import document
from analysis.briefing.reading.widgets import VIEW
from tests.briefing.notebooks import cell, notebook, output


def shown(states, model="box", **beside):
    """The blocks of a notebook that shows one widget."""
    held = {name: {"model_name": "x", "state": state} for name, state in states.items()}
    data = {VIEW: {"model_id": model, "version_major": 2}, **beside}
    widgets = {WIDGETS: {"version_major": 2, "state": held}}
    return document(notebook(cell("", [output(data)]), widgets=widgets)).blocks


def test_a_bar_of_progress_tells_how_far_it_came():
    states = {
        "box": {"_model_name": "HBoxModel", "children": ["IPY_MODEL_a", "IPY_MODEL_b", "IPY_MODEL_c"]},
        "a": {"_model_name": "HTMLModel", "value": "Reading: <b>75%</b>"},
        "b": {"_model_name": "FloatProgressModel", "value": 3.0, "max": 4.0},
        "c": {"_model_name": "LabelModel", "value": "a < b"},
    }
    assert [plain(block.runs) for block in shown(states)] == ["Reading: 75%", "3 / 4", "a < b"]


def test_controls_tell_their_value_and_tabs_their_titles():
    states = {
        "box": {
            "_model_name": "TabModel",
            "children": ["IPY_MODEL_a", "IPY_MODEL_b"],
            "titles": ["One", "Two"],
        },
        "a": {
            "_model_name": "DropdownModel",
            "description": "Side",
            "_options_labels": ["x", "y"],
            "index": 1,
        },
        "b": {"_model_name": "CheckboxModel", "description": "Known", "value": True},
    }
    assert [plain(block.runs) for block in shown(states)] == ["One", "Side y", "Two", "Known \u2611"]


def test_what_a_widget_holds_as_html_is_read_as_such():
    (grid,) = shown(
        {"box": {"_model_name": "HTMLModel", "value": "<table><tr><td onclick=x>1</td></tr></table>"}}
    )
    assert isinstance(grid, Grid)


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ({}, "Left out: a widget (Map(center=[1, 2]))."),
        ({"box": {"_model_name": "LeafletMapModel"}}, "Left out: a widget (LeafletMap)."),
        ({"box": {"_model_name": "HBoxModel", "children": ["IPY_MODEL_box"]}}, "Left out: a widget (HBox)."),
        ({"box": {"_model_name": "HBoxModel", "children": 3, "value": [[]]}}, None),
    ],
)
def test_a_widget_that_says_nothing_is_named(states, said):
    (block,) = shown(states, **{"text/plain": "Map(center=[1, 2])"})
    assert said is None or block == Omission(said)


def test_an_object_s_name_says_nothing_of_a_widget():
    assert shown({}, **{"text/plain": "<ipywidgets.Map object>"}) == (Omission("Left out: a widget."),)


@pytest.mark.parametrize("view", [None, 3, {}, {"model_id": 4}])
def test_a_view_of_nothing_gives_way_to_the_text(view):
    (block,) = document(notebook(cell("", [output({VIEW: view, "text/plain": "Map()"})]))).blocks
    assert block.text == "Map()"
