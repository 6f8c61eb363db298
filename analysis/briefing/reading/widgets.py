"""Widgets as the notebook keeps their state: what they say and hold, without what they would do."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from analysis.briefing.document.blocks import Block, Omission
from analysis.briefing.document.characters import clean
from analysis.briefing.reading.html import Origin, html_blocks
from analysis.messages import say

VIEW = "application/vnd.jupyter.widget-view+json"
"""The type under which an output names the widget that it shows."""

_DEEPEST = 20
_HTML = ("HTMLModel", "HTMLMathModel")
_SILENT = ("LayoutModel", "StyleModel")


def widget_blocks(view: Any, states: Mapping[str, Any], origin: Origin, text: str) -> tuple[Block, ...]:
    """The blocks of the widget that a view names: its description and value, and those of all within it.

    None where there is no view; where its state is not in the notebook, or holds nothing to read, a line says
    that a widget is left out, by its kind or by `text`, which the notebook has in its place.
    """
    name = view.get("model_id") if isinstance(view, Mapping) else None
    if not isinstance(name, str):
        return ()
    parts = [part for part in _parts(name, states, 0) if part.strip()]
    if parts:
        return html_blocks("".join(f"<div>{part}</div>" for part in parts), origin)
    model = _state(name, states).get("_model_name", "")
    what = say("left-out-widget")
    kind = str(model).removesuffix("Model") or clean(text)
    said = say("left-out-named", what=what, name=kind) if kind else say("left-out-nameless", what=what)
    return (Omission(said),)


def _parts(name: str, states: Mapping[str, Any], depth: int) -> Iterator[str]:
    """What a widget and those within it show, as HTML."""
    state = _state(name, states)
    model, children = str(state.get("_model_name", "")), state.get("children")
    if isinstance(children, list) and depth < _DEEPEST:
        titles = state.get("titles") or state.get("_titles")
        for place, child in enumerate(children):
            title = _title(titles, place)
            yield f"<b>{escape(title)}</b>" if title else ""
            yield from _parts(str(child).removeprefix("IPY_MODEL_"), states, depth + 1)
    elif not model.endswith(_SILENT):
        yield " ".join(filter(None, (_described(state), _value(model, state))))


def _state(name: str, states: Mapping[str, Any]) -> Mapping[str, Any]:
    held = states.get(name)
    state = held.get("state") if isinstance(held, Mapping) else None
    return state if isinstance(state, Mapping) else {}


def _title(titles: Any, place: int) -> str:
    if isinstance(titles, Mapping):
        return str(titles.get(str(place), ""))
    return str(titles[place]) if isinstance(titles, list) and place < len(titles) else ""


def _described(state: Mapping[str, Any]) -> str:
    description = state.get("description")
    return escape(description) if isinstance(description, str) else ""


def _value(model: str, state: Mapping[str, Any]) -> str:
    value = state.get("value")
    if model in _HTML:
        return str(value or "")
    options, index = state.get("_options_labels"), state.get("index")
    if isinstance(options, list) and isinstance(index, int) and 0 <= index < len(options):
        return escape(str(options[index]))
    if isinstance(value, bool):
        return "\u2611" if value else "\u2610"
    most = state.get("max")
    if model.endswith("ProgressModel") and isinstance(value, int | float) and isinstance(most, int | float):
        return f"{value:g} / {most:g}"
    if isinstance(value, list):
        return escape(" \u2013 ".join(map(str, value)))
    return escape(str(value)) if isinstance(value, str | int | float) else ""
