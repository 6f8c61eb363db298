"""Outputs of code cells as blocks, whatever program made them."""

import json

from analysis.briefing.document.blocks import Block, ErrorOutput, Omission, Picture, Preformatted
from analysis.briefing.document.characters import clean, shortened, shown
from analysis.briefing.document.citations import References
from analysis.briefing.document.drawings import drawing
from analysis.briefing.reading import pictures
from analysis.briefing.reading.cells import Display, Failure, Output, Stream
from analysis.briefing.reading.foreign import foreign_html
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.errors import RenderError
from analysis.messages import say

_RICHEST = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    *pictures.TYPES,
    "text/plain",
    "text/latex",
    "application/json",
)


def output_blocks(output: Output, references: References) -> tuple[Block, ...]:
    """The blocks of one output; the richest type that can be printed is taken, the others are not."""
    match output:
        case Stream():
            printed = "warnings-by" if output.name == "stderr" else "printed-by"
            return _preformatted(output.text, say(printed, place=output.place))
        case Failure():
            return (_error(output),)
        case Display():
            return _displayed(output, references)


def _displayed(display: Display, references: References) -> tuple[Block, ...]:
    for mime in _RICHEST:
        if found := _as_type(mime, display, references):
            return found
    unknown = ", ".join(sorted(shortened(mime, 80) for mime in (*display.texts, *display.values)))
    if not unknown:
        return ()
    return (Omission(say("output-left-out", place=display.place, types=unknown)),)


def _as_type(mime: str, display: Display, references: References) -> tuple[Block, ...]:
    """The blocks of a display in one of its types, none where it lacks that type or shows nothing in it."""
    text, label = display.texts.get(mime, ""), say("output-of", place=display.place)
    if mime == "application/json" and (value := display.values.get(mime)):
        return _preformatted(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True), label)
    if not text.strip():
        return ()
    if mime == "text/html":
        foreign = foreign_html(text, label)
        return (foreign,) if foreign else ()
    if mime == "text/markdown":
        return markdown_blocks(text, references, display.place)
    if mime.startswith("image/"):
        picture = _picture(mime, display, references)
        return (picture,) if picture else ()
    return _preformatted(text, label)


def _picture(mime: str, display: Display, references: References) -> Picture | None:
    anchor = references.anchor("picture", display.place)
    alt = pictures.described(display.alts[mime], display.place)
    if mime != "image/svg+xml":
        return pictures.picture(mime, display.texts[mime], alt, anchor)
    try:
        return Picture(alt=alt, anchor=anchor, drawing=drawing(display.texts[mime], display.place))
    except RenderError:
        # a broken drawing of a stranger is no reason to refuse the notebook: the next type is tried
        return None


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
