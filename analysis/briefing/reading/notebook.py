"""From an executed notebook to the one document that page and PDF are printed from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from analysis.briefing.document.blocks import (
    Block,
    CodeBlock,
    Cover,
    Document,
    Figure,
    Heading,
    Preformatted,
    Register,
    Table,
    exhibit_of,
)
from analysis.briefing.document.characters import clean, direction, shown
from analysis.briefing.document.citations import References, plain
from analysis.briefing.document.reports import Report
from analysis.briefing.reading.cells import MIME, Cell, Display, Notebook, Output, notebook_of
from analysis.briefing.reading.exhibits import exhibit_blocks, is_register, reports_of
from analysis.briefing.reading.fields import gathered
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.briefing.reading.outputs import output_blocks, raw_blocks
from analysis.errors import RenderError
from analysis.messages import say

_PARAMETERS = {"parameters": "parameters", "injected-parameters": "parameters-of-run"}


def document(notebook: Any, name: str = "") -> Document:
    """The document of a notebook that ran: exhibits, prose and, for any other notebook, whatever it holds.

    Takes a NotebookNode or the JSON of an .ipynb file, of format 3 or 4. RenderError lists all that cannot be
    printed: first what is of a wrong type or too large, and where nothing is, every malformed exhibit record.
    `name` is the title where the notebook has none.
    """
    read = notebook_of(notebook)
    reader = _NotebookReader(read)
    reader.read()
    cover, blocks = _headed(reader.blocks, read.title, name)
    return Document(
        cover=cover,
        lang=read.lang,
        direction=direction(read.lang),
        blocks=_levelled(_labelled(blocks)),
        making=tuple(reader.making),
        citing={target: tuple(anchors) for target, anchors in reader.references.citing.items()},
    )


class _NotebookReader:
    """Walks the cells, gathering blocks, what belongs under "How this was made", and all that is wrong."""

    def __init__(self, read: Notebook) -> None:
        self.cells = read.cells
        self.widgets = read.widgets
        self.references = References()
        self.registers: dict[str, tuple[Report, ...]] = {}
        self.blocks: list[Block] = []
        self.making: list[Block] = []
        self.other_code: list[str] = []
        self.faults: list[str] = []
        self.has_records = any(self._records())

    def read(self) -> None:
        """Fill `blocks` and `making`; RenderError with every fault found."""
        self._read_registers()
        for cell in self.cells:
            if cell.kind == "code":
                self._read_code(cell)
            elif cell.kind == "markdown":
                place = say("place-cell", number=cell.number)
                self.blocks.extend(markdown_blocks(cell.source, self.references, place, cell.attachments))
            else:
                self.blocks.extend(raw_blocks(cell, self.references))
        if self.other_code:
            self.making.append(CodeBlock("\n\n".join(self.other_code), say("code-elsewhere")))
        self._check_exhibits()
        if self.faults:
            raise RenderError("\n".join(self.faults))

    def _records(self) -> Iterator[Display]:
        """What holds the record of an exhibit, in reading order."""
        for cell in self.cells:
            for output in cell.outputs:
                if isinstance(output, Display) and MIME in output.values:
                    yield output

    def _read_registers(self) -> None:
        """Read registers first, for citations come before the register they lead to."""
        anchors: set[str] = set()
        for display in self._records():
            if not is_register(display):
                continue
            with gathered(self.faults):
                reports = self.registers[display.place] = reports_of(display)
                for anchor in _register_anchors(reports):
                    if anchor in anchors:
                        twice = f"{anchor} stands there twice; expected once"
                        self.faults.append(f"{display.place}, field entries: {twice}")
                    anchors.add(anchor)
                self.references.register(reports)

    def _read_code(self, cell: Cell) -> None:
        """Code: under the exhibit that it made, else in a briefing at the end, elsewhere where it stands."""
        source = shown(cell.source).strip("\n")
        hidden = "hide-input" in cell.tags
        printed = self._read_outputs(cell, "" if hidden else source)
        if source.strip() and not hidden and not any(map(exhibit_of, printed)):
            label = next(
                (_PARAMETERS[tag] for tag in sorted(cell.tags, reverse=True) if tag in _PARAMETERS), ""
            )
            if not self.has_records:
                place = say("place-cell", number=cell.number)
                self.blocks.append(CodeBlock(source, say("code-of-cell", place=place), folded=False))
            elif label:
                self.making.append(CodeBlock(source, say(label)))
            else:
                self.other_code.append(f"# cell {cell.number}\n{source}")
        self.blocks.extend(printed)

    def _read_outputs(self, cell: Cell, source: str) -> list[Block]:
        """The blocks of a cell's outputs; the first exhibit among them carries the cell's code."""
        printed: list[Block] = []
        for output in cell.outputs:
            code = "" if any(map(exhibit_of, printed)) else source
            with gathered(self.faults):
                printed.extend(self._read_output(output, code))
        return _merged(printed)

    def _read_output(self, output: Output, code: str) -> tuple[Block, ...]:
        if not isinstance(output, Display) or MIME not in output.values:
            return output_blocks(output, self.references, self.widgets)
        if is_register(output) and output.place not in self.registers:
            return ()  # what is wrong with it has been said
        return exhibit_blocks(output, self.references, self.registers.get(output.place, ()), code)

    def _check_exhibits(self) -> None:
        numbers: dict[int, str] = {}
        names: set[str] = set()
        for exhibit in filter(None, map(exhibit_of, self.blocks)):
            if exhibit.number in numbers:
                other = numbers[exhibit.number]
                self.faults.append(
                    f"exhibits {other} and {exhibit.name}: both have the number {exhibit.number}"
                )
            if exhibit.name in names:
                self.faults.append(f"exhibit {exhibit.name}: the name is used twice")
            numbers[exhibit.number] = exhibit.name
            names.add(exhibit.name)


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
    return Cover(title or clean(name) or say("notebook-untitled")), rest


def _labelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each heading that stands directly before an exhibit taken as the exhibit's label."""
    labelled: list[Block] = []
    for block in blocks:
        last = labelled[-1] if labelled else None
        if isinstance(last, Heading) and isinstance(block, Figure | Table | Register):
            labelled[-1] = replace(block, exhibit=replace(block.exhibit, label=plain(last.runs)))
        else:
            labelled.append(block)
    return labelled


def _levelled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with headings that begin at level 2 and never skip a level on the way down."""
    levelled: list[Block] = []
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=2)
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level - highest + 2, last + 1, 6)
            block = replace(block, level=last)
        levelled.append(block)
    return tuple(levelled)


def _register_anchors(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        yield report.anchor
        for statement in report.statements:
            yield statement.anchor
