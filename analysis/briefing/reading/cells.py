"""A notebook read once into frozen cells and outputs; here is refused what has a wrong type or is too big."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from analysis.briefing.document.characters import clean, shortened
from analysis.briefing.reading.fields import Fields, gathered
from analysis.errors import RenderError
from analysis.messages import say

MIME = "application/vnd.sitrep.exhibit+json"
"""The type of the records that our exhibits leave beside what they show."""

PRINTED = "text"
"""What is said of a stream, which has no type of its own."""

LIMIT = 8_000_000
"""Characters one output may hold; more would make a page that no reader opens."""

STREAM_LIMIT = 4_000_000
"""Characters that a cell may print in a row: half a million lines, which nobody reads."""

TOTAL_LIMIT = 32_000_000
"""Characters that all outputs of a notebook may hold, records of ours aside."""

RECORD_LIMIT = 64_000_000
"""Characters a record of ours may hold: its data stand in files beside the page, which shows only some."""

WIDGETS = "application/vnd.jupyter.widget-state+json"
"""The type under which a notebook's metadata keep the state of its widgets."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")

Attachments = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Stream:
    """What a cell printed, to stdout or stderr."""

    place: str
    name: str
    text: str


@dataclass(frozen=True)
class Failure:
    """The exception that a cell ended with."""

    place: str
    name: str
    message: str
    traceback: str


@dataclass(frozen=True)
class Display:
    """One thing a cell showed, in as many MIME types as its program offered.

    By type: `texts` are texts, base64 included, `values` other JSON, `alts` the alternative texts, empty
    where there is none, `sizes` the width and height that metadata declare, in CSS pixels, 0 for none.
    """

    place: str
    texts: Mapping[str, str]
    values: Mapping[str, Any]
    alts: Mapping[str, str]
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)


Output = Stream | Failure | Display


@dataclass(frozen=True)
class Cell:
    """One cell: `number` counts from 1, left out ones with it; `kind` is code, markdown or raw.

    `attachments` are the pictures of a markdown cell by name and MIME type, as base64; `raw_type` is the MIME
    type of a raw cell, empty where it has none.
    """

    number: int
    kind: str
    source: str
    tags: frozenset[str] = frozenset()
    outputs: tuple[Output, ...] = ()
    attachments: Attachments = field(default_factory=dict)
    raw_type: str = ""


@dataclass(frozen=True)
class Notebook:
    """The cells of a notebook and what it says of itself; `title` may be empty, `lang` is a language tag.

    `widgets` are the models of its widgets by id, as far as their state was saved.
    """

    cells: tuple[Cell, ...]
    title: str
    lang: str
    widgets: Mapping[str, Any] = field(default_factory=dict)


def notebook_of(json: Any) -> Notebook:
    """The notebook in a NotebookNode or the JSON of an .ipynb file, of format 3 or 4.

    Cells tagged remove-cell and outputs of cells tagged hide-output are left out unread. Missing parts are
    empty. RenderError names every cell and output that is of a wrong type or too large.
    """
    fields = Fields(_current(json), "notebook")
    metadata = fields.child("metadata")
    cells: list[Cell] = []
    faults: list[str] = []
    for number, found in enumerate(fields.values("cells"), 1):
        with gathered(faults):
            if cell := _cell(Fields(found, say("place-cell", number=number)), number, faults):
                cells.append(cell)
    faults += _too_much(cells)
    if faults:
        raise RenderError("\n".join(faults))
    title = " ".join(metadata.text("title", "").split())
    return Notebook(tuple(cells), title, _language(metadata), _widgets(metadata.record))


def _widgets(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    """The saved states of widgets; whatever else stands there is none."""
    found: Any = metadata
    for name in ("widgets", WIDGETS, "state"):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _current(json: Any) -> Any:
    """The notebook in format 4; older ones are converted, unknown ones refused."""
    major = json.get("nbformat", 4) if isinstance(json, Mapping) else None
    if major == 4:
        return json
    if major not in (1, 2, 3):
        raise RenderError(f"not a notebook of format 3 or 4: nbformat is {major!r}")
    import nbformat  # here, because it is slow to import and only old notebooks need it

    return nbformat.convert(nbformat.from_dict(json), 4)


def _cell(fields: Fields, number: int, faults: list[str]) -> Cell | None:
    """The cell, None where it is to be removed; what is wrong with its outputs goes into `faults`."""
    kind = fields.choice("cell_type", ("code", "markdown", "raw"))
    metadata = fields.child("metadata")
    tags = frozenset(metadata.texts("tags"))
    if "remove-cell" in tags:
        return None
    if metadata.child("transient").record.get("remove_source"):  # nbconvert's mark for an input to be removed
        tags |= {"hide-input"}
    outputs: list[Output] = []
    if kind == "code" and "hide-output" not in tags:
        found = fields.values("outputs")
        for position, output in enumerate(found, 1):
            several = say("place-output", number=number, output=position)
            place = fields.place if len(found) == 1 else several
            with gathered(faults):
                outputs.append(_output(Fields(output, place), _alt(metadata.record)))
    attached = fields.child("attachments")
    attachments = {name: _bundle(attached.child(name))[0] for name in attached.record}
    named = (metadata.record.get(name) for name in ("raw_mimetype", "format"))
    raw_type = next((name for name in named if isinstance(name, str)), "")
    return Cell(number, kind, fields.lines("source"), tags, tuple(_joined(outputs)), attachments, raw_type)


def _output(fields: Fields, alt: str) -> Output:
    """One output; `alt` describes its picture where it does not do so itself.

    A type of output that the format does not know yet is taken for one that shows something.
    """
    kind, place = fields.text("output_type"), fields.place
    if kind == "stream":
        text = fields.lines("text")
        _check_size(place, {PRINTED: text})
        return Stream(place, fields.text("name", "stdout"), text)
    if kind == "error":
        message, traceback = fields.lines("evalue"), fields.lines("traceback", between="\n")
        _check_size(place, {"message": message, "traceback": traceback})
        return Failure(place, fields.lines("ename"), message, traceback)
    texts, values = _bundle(fields.child("data"))
    _check_size(place, texts | values)
    metadata = fields.child("metadata").record
    alts = {mime: _alt(metadata.get(mime)) or _alt(metadata) or alt for mime in texts}
    return Display(place, texts, values, alts, {mime: _declared(metadata.get(mime)) for mime in texts})


def _bundle(data: Fields) -> tuple[dict[str, str], dict[str, Any]]:
    """The texts of a MIME bundle by type, lists of lines joined, and whatever else it holds by type."""
    texts: dict[str, str] = {}
    values: dict[str, Any] = {}
    for mime, value in data.record.items():
        lines = value if isinstance(value, list) else [value]
        textual = mime.startswith(("text/", "image/")) or all(isinstance(line, str) for line in lines)
        if mime.endswith("json") or not textual:
            values[mime] = value
        else:
            texts[mime] = data.lines(mime)
    return texts, values


def _alt(metadata: Any) -> str:
    """The alternative text that metadata hold; the format leaves them free, so nothing in them is a fault."""
    alt = metadata.get("alt") if isinstance(metadata, dict) else None
    return clean(alt) if isinstance(alt, str) and alt.strip() else ""


def _declared(metadata: Any) -> tuple[float, float]:
    """Width and height that metadata declare, 0 for one that they do not."""
    sizes = [metadata.get(side) if isinstance(metadata, dict) else None for side in ("width", "height")]
    width, height = (
        float(size) if isinstance(size, int | float) and 0 < size < 1e5 else 0.0 for size in sizes
    )
    return width, height


def _language(metadata: Fields) -> str:
    """The language the notebook is written in: the format has no field for it, two are in use."""
    found = (metadata.record.get(name) for name in ("language", "lang"))
    return next((tag for tag in found if isinstance(tag, str) and _LANGUAGE.fullmatch(tag)), "en")


def _check_size(place: str, held: Mapping[str, Any]) -> None:
    for mime, value in held.items():
        size, limit = _size(value), {MIME: RECORD_LIMIT, PRINTED: min(STREAM_LIMIT, LIMIT)}.get(mime, LIMIT)
        if size > limit:
            raise RenderError(
                f"{place}: {size / 1e6:.1f} MB of {shortened(mime, 80)}; the limit is {limit / 1e6:.0f} MB "
                "per output; show less of it, or tag the cell hide-output"
            )


def _joined(outputs: list[Output]) -> Iterator[Output]:
    """The outputs, what was printed in a row as one, however often the program flushed it."""
    for key, group in groupby(outputs, lambda one: one.name if isinstance(one, Stream) else id(one)):
        first, *others = group
        if isinstance(first, Stream) and others:
            text = "".join(one.text for one in (first, *others) if isinstance(one, Stream))
            _check_size(first.place, {PRINTED: text})
            yield Stream(first.place, str(key), text)
        else:
            yield first


def _too_much(cells: list[Cell]) -> list[str]:
    """The fault of a notebook whose outputs are too large together, which names the cell with the most."""
    sizes = {cell.number: sum(map(_shown, cell.outputs)) for cell in cells}
    total = sum(sizes.values())
    if total <= TOTAL_LIMIT:
        return []
    most = max(sizes, key=lambda number: sizes[number])
    found = f"{total / 1e6:.1f} MB of outputs in all, {sizes[most] / 1e6:.1f} MB of it here"
    limit = f"the limit is {TOTAL_LIMIT / 1e6:.0f} MB per notebook; show less of it, or tag cells hide-output"
    return [f"{say('place-cell', number=most)}: {found}; {limit}"]


def _shown(output: Output) -> int:
    """How much of a page an output may come to; of records of ours, their data stand in files."""
    match output:
        case Stream():
            return len(output.text)
        case Failure():
            return len(output.message) + len(output.traceback)
        case Display():
            values = {mime: value for mime, value in output.values.items() if mime != MIME}
            return _size(dict(output.texts)) + _size(values)


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(len(str(name)) + _size(part) for name, part in value.items())
    if isinstance(value, list):
        return sum(_size(part) for part in value)
    return 8
