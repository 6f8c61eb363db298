"""From an executed notebook to the one document that page and PDF are printed from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from analysis.briefing.document.blocks import (
    Block,
    CodeBlock,
    Cover,
    Document,
    Figure,
    Heading,
    Highlights,
    Listing,
    Paragraph,
    Preformatted,
    Quote,
    Register,
    Report,
    Table,
)
from analysis.briefing.document.characters import clean, direction, shown
from analysis.briefing.document.citations import References, plain
from analysis.briefing.reading import exhibits, outputs
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.errors import RenderError

_PARAMETERS = {"parameters": "Parameters", "injected-parameters": "Parameters of this run"}


def document(notebook: Mapping[str, Any], name: str = "") -> Document:
    """The document of a notebook that ran: exhibits, prose and, for any other notebook, whatever it holds.

    Takes a NotebookNode or the JSON of an .ipynb file, of format 3 or 4. RenderError lists every output that
    cannot be printed: a malformed exhibit record, a figure without alternative text, one that is too large.
    `name` is the title where the notebook has none.
    """
    notebook = _current(notebook)
    reader = _NotebookReader(notebook)
    reader.read()
    metadata = _mapping(notebook.get("metadata"))
    lang = _language(metadata)
    cover, blocks = _headed(reader.blocks, _title(metadata), name)
    return Document(
        cover=cover,
        lang=lang,
        direction=direction(lang),
        blocks=_levelled(blocks),
        making=tuple(reader.making),
        citing={target: tuple(anchors) for target, anchors in reader.references.citing.items()},
    )


class _NotebookReader:
    """Walks the cells, gathering blocks, what belongs under "How this was made", and all that is wrong."""

    def __init__(self, notebook: Mapping[str, Any]) -> None:
        self.cells = [(number, cell) for number, cell in enumerate(_cells(notebook), 1) if _kept(cell)]
        self.references = References()
        self.blocks: list[Block] = []
        self.making: list[Block] = []
        self.other_code: list[str] = []
        self.faults: list[str] = []
        self.has_records = any(exhibits.MIME in data for _, _, data in self._records())

    def read(self) -> None:
        """Fill `blocks` and `making`; RenderError with every fault found."""
        self._refuse_large()
        self._register_sources()
        for number, cell in self.cells:
            if cell.get("cell_type") == "code":
                self._read_code(number, cell)
            elif cell.get("cell_type") in ("markdown", "heading"):
                place = f"cell {number}"
                attached = _mapping(cell.get("attachments"))
                self.blocks.extend(markdown_blocks(_source(cell), self.references, place, attached))
        if self.other_code:
            text = "\n\n".join(self.other_code)
            self.making.append(CodeBlock(text, "Code outside the exhibits"))
        self._check_exhibits()
        self._refuse()

    def _records(self) -> Iterator[tuple[int, str, dict[str, Any]]]:
        for number, cell in self.cells:
            for place, output in _outputs(number, cell):
                yield number, place, outputs.data_of(output)

    def _refuse_large(self) -> None:
        for number, cell in self.cells:
            for place, output in _outputs(number, cell):
                try:
                    outputs.check_size(output, place)
                except RenderError as error:
                    self.faults.append(str(error))
        self._refuse()

    def _register_sources(self) -> None:
        """Read registers first, for citations come before the register they lead to."""
        anchors: list[str] = []
        for _, place, data in self._records():
            record = data.get(exhibits.MIME)
            if not isinstance(record, dict) or record.get("kind") != "register":
                continue
            try:
                reports = exhibits.reports_of(record, place)
            except RenderError as error:
                self.faults.append(str(error))
                continue
            for anchor in _register_anchors(reports):
                if anchor in anchors:
                    self.faults.append(f"{place}, field entries: {anchor} stands there twice; expected once")
                anchors.append(anchor)
            self.references.register(reports)
        self._refuse()

    def _read_code(self, number: int, cell: Mapping[str, Any]) -> None:
        tags = _tags(cell)
        source = shown(_source(cell)).strip("\n")
        label = next((_PARAMETERS[tag] for tag in sorted(tags, reverse=True) if tag in _PARAMETERS), "")
        printed, holds_exhibit = self._read_outputs(number, cell, "" if "hide-input" in tags else source)
        if source.strip() and "hide-input" not in tags and not holds_exhibit:
            code = CodeBlock(source, label or f"Code of cell {number}")
            if label:
                self.making.append(code)
            elif self.has_records:
                self.other_code.append(f"# cell {number}\n{source}")
            else:
                self.blocks.append(code)
        self.blocks.extend(printed)

    def _read_outputs(self, number: int, cell: Mapping[str, Any], source: str) -> tuple[list[Block], bool]:
        """The blocks of a cell's outputs, and whether an exhibit among them carries the cell's code."""
        printed: list[Block] = []
        holds_exhibit = False
        for place, output in _outputs(number, cell):
            data = outputs.data_of(output)
            try:
                if exhibits.MIME in data:
                    code = "" if holds_exhibit else source
                    found = exhibits.blocks_of(data, place, self.references, code)
                    holds_exhibit |= any(isinstance(block, Figure | Table | Register) for block in found)
                else:
                    found = outputs.blocks(output, place, self.references, _alt(cell))
            except RenderError as error:
                self.faults.append(str(error))
                continue
            printed.extend(found)
        return _merged(printed), holds_exhibit

    def _check_exhibits(self) -> None:
        numbers: dict[int, str] = {}
        names: set[str] = set()
        for block in self.blocks:
            exhibit = block.exhibit if isinstance(block, Figure | Table | Register) else None
            if exhibit is None:
                continue
            if exhibit.number in numbers:
                other = numbers[exhibit.number]
                self.faults.append(
                    f"exhibits {other} and {exhibit.name}: both have the number {exhibit.number}"
                )
            if exhibit.name in names:
                self.faults.append(f"exhibit {exhibit.name}: the name is used twice")
            numbers[exhibit.number] = exhibit.name
            names.add(exhibit.name)

    def _refuse(self) -> None:
        if self.faults:
            raise RenderError("\n".join(self.faults))


def _current(notebook: Mapping[str, Any]) -> Mapping[str, Any]:
    """The notebook in format 4; older ones are converted, unknown ones refused."""
    major = notebook.get("nbformat", 4) if isinstance(notebook, Mapping) else None
    if major == 4:
        return notebook
    if major not in (1, 2, 3):
        raise RenderError(f"not a notebook of format 3 or 4: nbformat is {major!r}")
    import nbformat  # here, because it is slow to import and only old notebooks need it

    converted: Mapping[str, Any] = nbformat.convert(nbformat.from_dict(notebook), 4)
    return converted


def _cells(notebook: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    cells = notebook.get("cells", [])
    if not isinstance(cells, list):
        raise RenderError(f"not a notebook: cells is {type(cells).__name__}; expected a list")
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, Mapping):
            raise RenderError(f"cell {number}: found {type(cell).__name__}; expected an object")
    return cells


def _outputs(number: int, cell: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if cell.get("cell_type") != "code" or "hide-output" in _tags(cell):
        return
    found = [output for output in cell.get("outputs") or () if isinstance(output, Mapping)]
    for position, output in enumerate(found, 1):
        yield (f"cell {number}" if len(found) == 1 else f"cell {number}, output {position}"), output


def _merged(blocks: Iterable[Block]) -> list[Block]:
    """Blocks of one cell with what it printed bit by bit put together."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if (
            isinstance(block, Preformatted)
            and isinstance(last, Preformatted)
            and block.label.partition(",")[0] == last.label.partition(",")[0]
        ):
            merged[-1] = replace(last, text=f"{last.text}\n{block.text}")
        else:
            merged.append(block)
    return merged


def _headed(blocks: Sequence[Block], title: str, name: str) -> tuple[Cover, list[Block]]:
    """The cover and the other blocks; without a cover record metadata or first heading give the title."""
    covers = [block for block in blocks if isinstance(block, Cover)]
    rest: list[Block] = [block for block in blocks if not isinstance(block, Cover)]
    if covers:
        return covers[0], rest
    first = rest[0] if rest and isinstance(rest[0], Heading) else None
    if first and (not title or plain(first.runs).strip() == title):
        return Cover(plain(first.runs)), rest[1:]
    return Cover(title or clean(name) or "Notebook"), rest


def _levelled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with headings that begin at level 2 and never skip a level on the way down."""
    levelled: list[Block] = []
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=2)
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level - highest + 2, last + 1, 6)
            block = replace(block, level=last)
        elif isinstance(block, Highlights | Quote | Listing):
            block = _without_headings(block)
        levelled.append(block)
    return tuple(levelled)


def _without_headings(block: Block) -> Block:
    """A nested block with its headings as paragraphs: the outline is made at the top only."""
    if isinstance(block, Heading):
        return Paragraph(block.runs)
    if isinstance(block, Quote | Highlights):
        return replace(block, blocks=tuple(_without_headings(inner) for inner in block.blocks))
    if isinstance(block, Listing):
        return replace(block, items=tuple(tuple(map(_without_headings, item)) for item in block.items))
    return block


def _register_anchors(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        yield report.anchor
        for statement in report.statements:
            yield statement.anchor


def _kept(cell: Mapping[str, Any]) -> bool:
    return "remove-cell" not in _tags(cell)


def _tags(cell: Mapping[str, Any]) -> set[str]:
    tags = _mapping(cell.get("metadata")).get("tags")
    return {str(tag) for tag in tags} if isinstance(tags, list) else set()


def _source(cell: Mapping[str, Any]) -> str:
    return outputs.text_of(cell.get("source"))


def _alt(cell: Mapping[str, Any]) -> str:
    alt = _mapping(cell.get("metadata")).get("alt")
    return alt if isinstance(alt, str) else ""


def _title(metadata: Mapping[str, Any]) -> str:
    title = metadata.get("title")
    return " ".join(clean(title).split()) if isinstance(title, str) else ""


def _language(metadata: Mapping[str, Any]) -> str:
    for name in ("language", "lang"):
        found = metadata.get(name)
        if isinstance(found, str) and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", found):
            return found
    return "en"


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


__all__ = ["Document", "document"]
