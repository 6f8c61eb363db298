"""Outputs of code cells as blocks, whatever program made them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from analysis.briefing.document.blocks import (
    Block,
    ErrorOutput,
    Omission,
    Paragraph,
    Picture,
    Preformatted,
)
from analysis.briefing.document.characters import clean, settled, shortened, shown
from analysis.briefing.document.citations import References
from analysis.briefing.document.drawings import drawing
from analysis.briefing.reading import pictures
from analysis.briefing.reading.cells import Cell, Display, Failure, Output, Stream
from analysis.briefing.reading.html import Origin, html_blocks
from analysis.briefing.reading.lines import trimmed
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.briefing.reading.mathematics import latex_runs
from analysis.briefing.reading.media import lost_in, title_of
from analysis.briefing.reading.widgets import VIEW, widget_blocks
from analysis.errors import RenderError
from analysis.messages import say

_RICHEST = (VIEW, "text/html", "text/markdown", "image/svg+xml", "text/latex", *pictures.TYPES)
"""The types that are shown as they are meant, the richest first; then comes text that does more than name an
object."""

_WRITTEN = ("application/json", "application/geo+json", "text/vnd.mermaid", "text/x-latex")
"""Types that can be read as they are written, for want of a better one."""

_PROGRAM = re.compile(r"<script\b", re.IGNORECASE)
_NAMES_AN_OBJECT = re.compile(r"\s*<[^<>\n]+>\s*|\s*<[^<>\n]*\bobject\b[^<>\n]*>\s*\n[\s\S]*")
"""How Python names an object that does not write itself out: no more than its kind, often where it lies; some
add what to do so that it is shown."""


def output_blocks(output: Output, references: References, widgets: Mapping[str, Any]) -> tuple[Block, ...]:
    """The blocks of one output; the richest type that can be printed is taken, the others are not.

    `widgets` are the states of the notebook's widgets by id.
    """
    match output:
        case Stream():
            printed = "warnings-by" if output.name == "stderr" else "printed-by"
            return _preformatted(settled(output.text), say(printed, place=output.place))
        case Failure():
            return (_error(output),)
        case Display():
            return _displayed(output, references, widgets)


def raw_blocks(cell: Cell, references: References) -> tuple[Block, ...]:
    """What a raw cell holds: HTML and Markdown as they are meant, all else as it is written."""
    place = say("place-cell", number=cell.number)
    label = say("raw-of-cell", place=place)
    if cell.raw_type == "text/html":
        return html_blocks(cell.source, Origin(place, label, references))
    if cell.raw_type == "text/markdown":
        return markdown_blocks(cell.source, references, place, cell.attachments)
    return _preformatted(cell.source, label)


def _displayed(display: Display, references: References, widgets: Mapping[str, Any]) -> tuple[Block, ...]:
    for mime in _RICHEST:
        if found := _as_type(mime, display, references, widgets):
            return found
    label, text = say("output-of", place=display.place), display.texts.get("text/plain", "")
    is_all = not (display.values or display.texts.keys() - {"text/plain"})
    if (is_all or not _NAMES_AN_OBJECT.fullmatch(text)) and (found := _preformatted(text, label)):
        return found
    others = sorted(name for name in display.texts if name.startswith("text/"))
    for mime in (*_WRITTEN, *(name for name in others if name not in (*_RICHEST, "text/plain"))):
        if found := _as_written(mime, display, label):
            return found
    return _left_out(display, text)


def _as_type(
    mime: str, display: Display, references: References, widgets: Mapping[str, Any]
) -> tuple[Block, ...]:
    """The blocks of a display in one of the richest types, none where it lacks it or shows nothing in it."""
    if mime == VIEW:
        text = display.texts.get("text/plain", "")
        name = "" if _NAMES_AN_OBJECT.fullmatch(text) else shortened(text)
        return widget_blocks(display.values.get(VIEW), widgets, _origin(display, references), name)
    text = display.texts.get(mime, "")
    if not text.strip():
        return ()
    if mime == "text/html":
        return html_blocks(text, _origin(display, references))
    if mime == "text/markdown":
        return markdown_blocks(text, references, display.place)
    if mime == "text/latex":
        runs = latex_runs(text)
        return (
            (Paragraph(trimmed(runs)),)
            if runs
            else _preformatted(text, say("output-of", place=display.place))
        )
    picture = _picture(mime, display, references)
    lost = lost_in(text) if mime == "image/svg+xml" else ()
    return (picture, *lost) if picture else ()


def _origin(display: Display, references: References) -> Origin:
    return Origin(display.place, say("output-of", place=display.place), references)


def _as_written(mime: str, display: Display, label: str) -> tuple[Block, ...]:
    if mime in display.values:
        value = json.dumps(display.values[mime], ensure_ascii=False, indent=2, sort_keys=True)
        return _preformatted(value, label)
    return _preformatted(display.texts.get(mime, ""), label)


def _left_out(display: Display, text: str) -> tuple[Block, ...]:
    """What is said of a display that cannot be shown: its types, or the object that its text names.

    HTML in which nothing is to be seen is the place in which a program draws, or styles for other outputs.
    """
    types = sorted({*display.texts, *display.values} - {"text/plain", "text/html"})
    if not types and "text/html" in display.texts:
        if not _PROGRAM.search(display.texts["text/html"]):
            return ()
        return (Omission(say("left-out-named", what=say("left-out-canvas"), name=display.place)),)
    if types == ["image/svg+xml"]:
        return (Omission(say("left-out-named", what=say("left-out-drawing"), name=display.place)),)
    named = ", ".join(shortened(mime, 80) for mime in types) or shortened(text, 200)
    return (Omission(say("output-left-out", place=display.place, types=named)),) if named else ()


def _picture(mime: str, display: Display, references: References) -> Picture | None:
    anchor = references.anchor("picture", display.place)
    alt = display.alts[mime]
    if mime == "image/svg+xml":
        alt = alt or title_of(display.texts[mime])
    alt = pictures.described(alt, display.place)
    width, height = size = display.sizes.get(mime, (0.0, 0.0))
    if mime != "image/svg+xml":
        return pictures.picture(mime, display.texts[mime], alt, anchor, size)
    try:
        found = drawing(display.texts[mime], display.place)
    except RenderError:
        # a broken drawing of a stranger is no reason to refuse the notebook: the next type is tried
        return None
    return Picture(alt, anchor, drawing=found, width=width, height=height)


def _preformatted(text: str, label: str) -> tuple[Block, ...]:
    lines = shown(text).strip("\n")
    return (Preformatted(lines, label),) if lines.strip() else ()


def _error(failure: Failure) -> ErrorOutput:
    return ErrorOutput(
        name=clean(failure.name) or "Error",
        message=clean(failure.message),
        traceback=shown(failure.traceback),
        label=failure.place,
    )
