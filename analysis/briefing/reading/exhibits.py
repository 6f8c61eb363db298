"""Exhibit records (`application/vnd.sitrep.exhibit+json`) checked field by field and turned into blocks."""

from typing import Any

from analysis.briefing.document.blocks import (
    Block,
    Cover,
    Exhibit,
    Figure,
    Head,
    KeyFigure,
    KeyFigures,
    Listing,
    Paragraph,
    Register,
    Story,
    Table,
    Trust,
)
from analysis.briefing.document.characters import clean, key
from analysis.briefing.document.citations import References, prose
from analysis.briefing.document.data import Column, Data, cells
from analysis.briefing.document.drawings import drawing
from analysis.briefing.document.reports import Report, Statement
from analysis.briefing.document.runs import Run, Runs
from analysis.briefing.reading.cells import MIME, Display
from analysis.briefing.reading.fields import Fields

KINDS = ("cover", "prose", "story", "trust", "key-figures", "figure", "table", "register", "caption")
_TYPES = ("string", "number", "integer", "date", "boolean")


def is_register(display: Display) -> bool:
    """Whether a display holds the record of a register of sources."""
    record = display.values.get(MIME)
    return isinstance(record, dict) and record.get("kind") == "register"


def reports_of(display: Display) -> tuple[Report, ...]:
    """The reports of a register's record; RenderError names cell and field where they are malformed."""
    return _fields(display).each("entries", _report)


def exhibit_blocks(
    display: Display, references: References, reports: tuple[Report, ...] = (), code: str = ""
) -> tuple[Block, ...]:
    """The blocks that the record in a display stands for.

    `reports` are those of a register, read before it; `code` is the source of the cell, folded under the
    exhibit. RenderError names cell and field where the record is malformed or lacks its alternative text.
    """
    fields = _fields(display)
    match fields.choice("kind", KINDS):
        case "cover":
            return (_cover(fields),)
        case "prose":
            return _prose(fields, references)
        case "story":
            return (_story(fields, references),)
        case "trust":
            return (_trust(fields, references),)
        case "key-figures":
            return (_key_figures(fields, references),)
        case "figure":
            return (_figure(fields, references, display.texts.get("image/svg+xml"), code),)
        case "table":
            return (_table(fields, references, code),)
        case "register":
            listed = tuple(report for report in reports if report.listed)
            unlisted = tuple(report for report in reports if not report.listed)
            return (Register(_exhibit(fields, references, code), listed, unlisted),)
    return ()  # a caption, shown beside the picture in live Jupyter only: the figure's own record holds it


def _fields(display: Display) -> Fields:
    """The fields of the record, refused where it is of a version that is not known here."""
    expected = "the record of an exhibit, which is an object"
    fields = Fields(display.values[MIME], display.place, expected=expected)
    version = fields.record.get("version", 1)
    if version != 1:
        fields.refuse("version", version, "1")
    return fields


def _runs(values: list[Any], fields: Fields, name: str, references: References) -> Runs:
    runs: list[Run] = []
    for position, value in enumerate(values):
        run = Fields(value, fields.place, fields.within(f"{name}[{position}]"))
        if "cite" in run.record:
            cite = run.child("cite")
            runs.append(references.cite(cite.text("source", ""), cite.text("claim", ""), cite.text("label")))
            continue
        if not isinstance(run.record.get("text"), str):
            run.refuse("text", run.record.get("text"), "a text")
        runs.extend(prose(run.record["text"]))
    return tuple(runs)


def _read_runs(fields: Fields, name: str, references: References) -> Runs:
    found = fields.record.get(name)
    if isinstance(found, str):
        return prose(found)
    return _runs(fields.values(name), fields, name, references)


def _cover(fields: Fields) -> Cover:
    return Cover(
        title=fields.text("title"),
        scope=fields.text("scope", ""),
        as_of=fields.text("as_of", ""),
        edition=fields.text("edition", ""),
        mark=fields.text("mark", ""),
    )


def _story(fields: Fields, references: References) -> Story:
    return Story(_each_runs(fields, "paragraphs", references), _read_runs(fields, "absent", references))


def _trust(fields: Fields, references: References) -> Trust:
    items = fields.each("items", lambda item: (item.text("head"), _read_runs(item, "runs", references)))
    return Trust(items)


def _each_runs(fields: Fields, name: str, references: References) -> tuple[Runs, ...]:
    """Lists of runs, one after the other."""
    found = []
    for position, value in enumerate(fields.values(name)):
        path = f"{name}[{position}]"
        if not isinstance(value, list):
            fields.refuse(path, value, "a list of runs")
        found.append(_runs(value, fields, path, references))
    return tuple(found)


def _prose(fields: Fields, references: References) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for block in fields.children("blocks"):
        if block.choice("type", ("paragraph", "bullets")) == "paragraph":
            blocks.append(Paragraph(_read_runs(block, "runs", references)))
            continue
        items: list[tuple[Block, ...]] = []
        for position, item in enumerate(block.values("items")):
            name = f"items[{position}]"
            if not isinstance(item, list):
                block.refuse(name, item, "a list of runs")
            items.append((Paragraph(_runs(item, block, name, references)),))
        blocks.append(Listing(tuple(items)))
    return tuple(blocks)


def _key_figures(fields: Fields, references: References) -> KeyFigures:
    def item(figure: Fields) -> KeyFigure:
        return KeyFigure(
            label=figure.text("label"),
            value=figure.text("value", ""),
            unit=figure.text("unit", ""),
            reading=figure.text("reading", ""),
            speaker=figure.text("speaker", ""),
            note=figure.text("note", ""),
            cites=_read_runs(figure, "cites", references),
        )

    return KeyFigures(fields.each("items", item))


def _figure(fields: Fields, references: References, svg: str | None, code: str) -> Figure:
    alt = fields.record.get("alt")
    if not isinstance(alt, str) or not clean(alt).strip():
        told = "what the figure shows, for those who do not see it (a chart tells it by style.describe)"
        fields.refuse("alt", alt, f"an alternative text: {told}")
    if svg is None:
        fields.refuse("image/svg+xml", svg, "the drawing beside the record")
    return Figure(
        exhibit=_exhibit(fields, references, code),
        drawing=drawing(svg, fields.place),
        alt=clean(alt),
        breaks=fields.shares("breaks"),
    )


def _exhibit(fields: Fields, references: References, code: str) -> Exhibit:
    return Exhibit(
        name=fields.slug("name"),
        number=fields.whole("number"),
        title=fields.text("title"),
        subtitle=fields.text("subtitle", ""),
        sources=fields.each(
            "sources",
            lambda source: references.source(
                source.text("id", ""), source.whole("number"), source.text("title", "")
            ),
        ),
        notes=_each_runs(fields, "notes", references),
        shown=fields.text("shown", ""),
        data=_data(fields.child("data")),
        code=code,
    )


def _data(fields: Fields) -> Data:
    columns = fields.each(
        "columns", lambda column: Column(column.text("name"), column.choice("type", _TYPES, "string"))
    )
    lines = tuple(line.rstrip("\n") for line in fields.texts("rows"))
    for position, line in enumerate(lines):
        try:
            number = len(cells(line))
        except ValueError as fault:
            fields.refuse(f"rows[{position}]", line, f"a line of CSV ({fault})")
        if number != len(columns):
            fields.refuse(f"rows[{position}]", line, f"a line of CSV with {len(columns)} cells")
    return Data(columns, lines)


def _table(fields: Fields, references: References, code: str) -> Table:
    heads = fields.each(
        "columns",
        lambda column: Head(
            label=prose(column.text("label", "")),
            align=column.choice("align", ("left", "right"), "left"),
            header=column.flag("header"),
        ),
    )
    rows = []
    for position, row in enumerate(fields.values("rows")):
        if not isinstance(row, list) or len(row) != len(heads):
            fields.refuse(f"rows[{position}]", row, f"a list of {len(heads)} cells")
        path = f"rows[{position}]"
        cells = (_table_cell(cell, fields, f"{path}[{n}]", references) for n, cell in enumerate(row))
        rows.append(tuple(cells))
    total = fields.whole("total", len(rows))
    return Table(_exhibit(fields, references, code), heads, tuple(rows), total)


def _table_cell(cell: Any, fields: Fields, path: str, references: References) -> Runs:
    if cell is None:
        return ()
    if isinstance(cell, list):
        return _runs(cell, fields, path, references)
    if not isinstance(cell, str | int | float):
        fields.refuse(path, cell, "a text or a list of runs")
    return prose(str(cell))


def _report(report: Fields) -> Report:
    url = report.text("url", "")
    source = report.text("id")
    return Report(
        id=source,
        anchor=f"source-{key(source)}",
        number=report.whole("number"),
        title=report.text("title"),
        author=report.text("author", ""),
        publisher=report.text("publisher", ""),
        published=report.text("published", ""),
        basis=report.choice("basis", ("stated", "inferred", ""), ""),
        note=report.text("note", ""),
        reliability=report.text("reliability", ""),
        url=url.strip(),
        licence=report.text("licence", ""),
        statements=report.each("statements", _statement),
        more=report.whole("more", 0),
        listed=not report.flag("unlisted"),
    )


def _statement(statement: Fields) -> Statement:
    claim = statement.text("claim_id")
    return Statement(
        claim=claim,
        anchor=f"claim-{key(claim)}",
        label=statement.text("cite", ""),
        speaker=statement.text("speaker", ""),
        summary=statement.text("summary", ""),
        words=statement.text("wording", ""),
        reading=statement.text("reading", ""),
        measure=statement.text("counted", ""),
        place=statement.text("place", ""),
        day=statement.text("day", ""),
        grade=statement.text("grade", ""),
        verdict=statement.text("verdict", ""),
    )
