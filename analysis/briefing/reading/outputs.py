"""Outputs of code cells as blocks, whatever program made them."""

import json
from collections.abc import Mapping
from typing import Any

from analysis.briefing.document.blocks import Block, ErrorOutput, Omission, Picture, Preformatted
from analysis.briefing.document.characters import clean, shortened, shown
from analysis.briefing.document.citations import References
from analysis.briefing.document.drawings import drawing
from analysis.briefing.reading import pictures
from analysis.briefing.reading.exhibits import MIME
from analysis.briefing.reading.foreign import foreign_html
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.errors import RenderError

LIMIT = 8_000_000
"""Characters one output may hold; more would make a page that no reader opens."""

RECORD_LIMIT = 64_000_000
"""Characters a record of ours may hold: its data stand in files beside the page, which shows only some."""

Output = Mapping[str, Any]


def text_of(value: Any) -> str:
    """A notebook's text, which may be stored as a list of lines."""
    if isinstance(value, list):
        return "".join(str(line) for line in value)
    return value if isinstance(value, str) else ""


def data_of(output: Output) -> dict[str, Any]:
    """The MIME types of an output with their values, lists of lines joined."""
    data = output.get("data")
    if not isinstance(data, Mapping):
        return {}
    textual = (str, list)
    return {
        str(mime): text_of(value) if isinstance(value, textual) and not mime.endswith("json") else value
        for mime, value in data.items()
    }


def check_size(output: Output, place: str) -> None:
    """Refuse an output that is larger than the limit, naming its place, type and size."""
    data = data_of(output) or {"text": text_of(output.get("text")) or text_of(output.get("traceback"))}
    for mime, value in data.items():
        size, limit = _size(value), RECORD_LIMIT if mime == MIME else LIMIT
        if size > limit:
            raise RenderError(
                f"{place}: {size / 1e6:.1f} MB of {shortened(mime, 80)}; the limit is {limit / 1e6:.0f} MB "
                "per output; show less of it, or tag the cell hide-output"
            )


def blocks(output: Output, place: str, references: References, alt: str = "") -> tuple[Block, ...]:
    """The blocks of one output; the richest type that can be printed is taken, the others are not.

    `alt` is the alternative text of the cell, used where the output itself has none.
    """
    kind = output.get("output_type")
    if kind == "stream":
        name = "Warnings and messages" if output.get("name") == "stderr" else "Printed"
        text = shown(text_of(output.get("text"))).strip("\n")
        return (Preformatted(text, f"{name} by {place}"),) if text.strip() else ()
    if kind in ("error", "pyerr"):
        return (_error(output, place),)
    data = data_of(output)
    for mime in _RICHEST:
        found = _printed(mime, data, output, place, references, alt) if data.get(mime) else ()
        if found:
            return found
    unknown = ", ".join(sorted(shortened(mime, 80) for mime in data))
    return (
        (
            Omission(
                f"Left out: output of {place}, of a type this page cannot show ({unknown}).",
            ),
        )
        if data
        else ()
    )


_RICHEST = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    *pictures.TYPES,
    "text/plain",
    "text/latex",
    "application/json",
)


def _printed(
    mime: str, data: Mapping[str, Any], output: Output, place: str, references: References, alt: str
) -> tuple[Block, ...]:
    value = data[mime]
    if mime == "application/json":
        text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
        return (Preformatted(shown(text), f"Output of {place}"),)
    if not isinstance(value, str):
        return ()
    if mime == "text/html":
        foreign = foreign_html(value, f"Output of {place}")
        return (foreign,) if foreign else ()
    if mime == "text/markdown":
        return markdown_blocks(value, references, place)
    if mime.startswith("image/"):
        found = _picture(mime, value, _alt(output, mime, place, alt), place, references)
        return (found,) if found else ()
    return (Preformatted(shown(value).strip("\n"), f"Output of {place}"),) if value.strip() else ()


def _picture(mime: str, value: str, alt: str, place: str, references: References) -> Picture | None:
    anchor = references.anchor("picture", place)
    if mime != "image/svg+xml":
        return pictures.picture(mime, value, alt, anchor)
    try:
        return Picture(alt=alt, anchor=anchor, drawing=drawing(value, place))
    except RenderError:
        # a broken drawing of a stranger is no reason to refuse the notebook: the next type is tried
        return None


def _alt(output: Output, mime: str, place: str, default: str) -> str:
    """The alternative text of a picture: of its type, output or cell, or a line saying it has none."""
    metadata = output.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    own = metadata.get(mime)
    for holder in (own if isinstance(own, Mapping) else {}, metadata):
        if isinstance(holder.get("alt"), str) and holder["alt"].strip():
            return clean(holder["alt"])
    return pictures.described(default, f"output of {place}")


def _error(output: Output, place: str) -> ErrorOutput:
    return ErrorOutput(
        name=clean(text_of(output.get("ename"))) or "Error",
        message=clean(text_of(output.get("evalue"))),
        traceback=shown("\n".join(str(line) for line in output.get("traceback") or ())),
        label=place,
    )


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(len(str(name)) + _size(part) for name, part in value.items())
    if isinstance(value, list | tuple):
        return sum(_size(part) for part in value)
    return 8
