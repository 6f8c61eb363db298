"""The codebook of a corpus, printed from its data package so that the two cannot disagree."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.errors import CorpusError
from analysis.load.corpora.csv import read_table
from analysis.load.corpora.read import measures_of
from analysis.load.packages.package import TableSpec, read_descriptor, read_package
from analysis.load.workbooks.folder import as_folder, is_workbook
from analysis.model import PHRASE_RULES, WORDING_RULES, dated, span_of
from analysis.model.counts import TAGS
from analysis.model.frames import FIELDS
from analysis.model.measures import Measure

LONGEST = 32
"""Letters of an example; a longer one is cut, and ends in an ellipsis."""

REPORT = "2015-11-12"
"""The Thursday on which the examples of phrases are read."""


def codebook(folder: Path) -> str:
    """The codebook in Markdown of the corpus in `folder`, made from its `datapackage.json`.

    One section per table with its fields and what their values mean; the measures by family, its own with
    them; the tags of `counts` by facet; then how words are read as numbers and phrases as dates.
    Raises CorpusError where the data package cannot be used.
    """
    with as_folder(folder) as (place, book):
        if book is not None and not book.files:
            raise CorpusError(str(folder), book.faults)
        descriptor, faults = read_descriptor(place)
        if descriptor is None or faults:
            raise CorpusError(str(folder), faults if book is None else book.placed(faults))
        return "\n".join(_lines(descriptor, measures_of(place), _first_cells(place))) + "\n"


def write_codebook(folder: Path) -> Path:
    """Write the codebook of the corpus in `folder` into its README.md, whose path comes back; that of a
    workbook into a file of its name beside it.

    Raises CorpusError, and writes nothing, where the data package cannot be used.
    """
    text = codebook(folder)
    target = folder.with_suffix(".md") if is_workbook(folder) else folder / "README.md"
    target.write_text(text, encoding="utf-8")
    return target


def _first_cells(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The first filled cell of each column by table: what such a cell looks like."""
    package, _ = read_package(folder)
    found: dict[str, dict[str, str]] = {}
    for name, spec in package.tables.items() if package is not None else ():
        frame = read_table(folder, spec)[0].frame
        filled = ((column, frame[column].dropna()) for column in frame.columns)
        found[name] = {column: str(cells.iloc[0]) for column, cells in filled if len(cells)}
    return found


def _lines(
    descriptor: dict[str, Any], measures: Mapping[str, Measure], cells: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    yield f"# {descriptor['title']}"
    yield ""
    yield "Codebook of this corpus, made from `datapackage.json` by `sitrep codebook`, never by hand."
    yield ""
    if descriptor.get("description"):
        yield from (descriptor["description"], "")
    licences = ", ".join(_licence(licence) for licence in descriptor["licenses"])
    yield from (f"Licence of the coded data: {licences}.", "")
    yield from (f"Version {descriptor['version']}.", "") if descriptor.get("version") else ()
    yield from ("| table | what it holds |", "|---|---|")
    resources = [one for one in descriptor["resources"] if one.get("schema", {}).get("fields")]
    for resource in resources:
        yield table_row(f"[`{resource['name']}`](#{resource['name']})", resource.get("description", ""))
    for resource in resources:
        yield from ("", *_table(resource, cells.get(resource["name"], {})))
    yield from ("", *_measures(measures), *_tags(), *_wording(), *_phrases())


def _licence(licence: dict[str, str]) -> str:
    title = licence.get("title") or licence.get("name") or licence["path"]
    return f"[{title}]({licence['path']})" if licence.get("path") else title


def _table(resource: dict[str, Any], cells: Mapping[str, str]) -> Iterator[str]:
    spec = TableSpec(resource["name"], resource["path"], resource["schema"])
    key = ", ".join(f"`{name}`" for name in spec.primary_key) or "none"
    yield from (f"## {spec.name}", "")
    yield from (f"{resource.get('description', '')} File `{spec.file}`, key {key}.".strip(), "")
    yield from ("| field | type | values | meaning | such as |", "|---|---|---|---|---|")
    for name, field in spec.fields.items():
        kind = "EDTF date" if name in spec.dates else field.get("type", "any")
        need = "required" if field.get("constraints", {}).get("required") else "optional"
        table, _ = spec.foreign_keys.get(name, ("", ""))
        meaning = f"{field.get('title', name)}. {field.get('description', '')}{_default(spec.name, name)}"
        example = str(field.get("example") or cells.get(name, ""))
        short = example if len(example) <= LONGEST else f"{example[: LONGEST - 1].rstrip()}\u2026"
        shown = f"`{short}`" if short and "`" not in short else ""
        yield table_row(f"`{name}`", f"{kind}, {need}", _values(field, table), meaning, shown)
    for name, field in spec.fields.items():
        if field.get("values"):
            yield from ("", f"| `{name}` | means |", "|---|---|")
            for value, told in field["values"].items():
                yield table_row(f"`{value}`", told)


def _default(table: str, name: str) -> str:
    """What an empty cell means, where it means a value."""
    columns = (column for column in FIELDS.get(table, ()) if column.name == name and column.default)
    return next((f" An empty cell is `{column.default}`." for column in columns), "")


def _values(field: dict[str, Any], target: str) -> str:
    """What a cell may hold, in words: allowed values, a range, a pattern, or a key of another table."""
    limits = field.get("constraints", {})
    parts = []
    if target:
        parts.append(f"key of `{target}`")
    elif limits.get("pattern"):
        parts.append(f"`{limits['pattern']}`")
    if limits.get("enum"):
        parts.append(", ".join(f"`{value}`" for value in limits["enum"]))
    if limits.get("unique"):
        parts.append("unique")
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None or high is not None:
        parts.append(f"{low} to {high}" if high is not None and low is not None else f"from {low}")
    if limits.get("maxLength"):
        parts.append(f"up to {limits['maxLength']} characters")
    return "; ".join(parts)


def _measures(measures: Mapping[str, Measure]) -> Iterator[str]:
    yield from ("## Measures", "")
    yield "What a claim counts or says. A stock holds at a time, a flow adds up over one. The first unit is"
    yield "that of an empty cell, unless a unit has to be stated; beside its own a measure takes units that"
    yield "convert to them or are among its things, and their rates. The actor is whom or what it counts, or"
    yield "who did it."
    yield from (
        "",
        "| family | measure | units | kind | actor | term of the field |",
        "|---|---|---|---|---|---|",
    )
    families = list(dict.fromkeys(measure.family for measure in measures.values()))
    for measure in sorted(measures.values(), key=lambda one: families.index(one.family)):
        units = ", ".join(f"`{unit}`" for unit in measure.units) or "none: no quantity"
        units += ", to be stated" if measure.unit_stated else ""
        kind = "" if measure.kind == "none" else measure.kind
        yield table_row(measure.family, f"`{measure.name}`", units, kind, measure.actor_is, measure.field)


def _tags() -> Iterator[str]:
    yield from ("", "## Tags of `counts`", "")
    yield "Two tags of one facet mean both together, tags of different facets what has all of them."
    yield from ("", "| facet | tag | means |", "|---|---|---|")
    for facet, tags in TAGS.items():
        for tag, told in tags.items():
            yield table_row(facet.replace("_", " and "), f"`{tag}`", told)
    yield ""


def _wording() -> Iterator[str]:
    yield from ("## Words read as numbers", "")
    yield "Where a claim has a unit and the coder left `low`, `best` and `high` empty, the first rule that"
    yield "reads the whole wording fills them. An open end stays open; words that no rule reads give nothing."
    yield from ("", "| rule | words | read as | reason |", "|---|---|---|---|")
    for rule in WORDING_RULES:
        yield table_row(rule.name, rule.example, rule.meaning, rule.reason)


def _phrases() -> Iterator[str]:
    yield from ("", "## Phrases read as dates", "")
    yield "How the words of a report for a time are read: the first rule that reads the whole phrase gives"
    yield "the days, counted from its publication; what the phrase does not say is marked as inferred."
    yield from ("", f"| words | read as | in a report of {REPORT} | after |", "|---|---|---|---|")
    published = span_of(REPORT)
    for rule in PHRASE_RULES:
        reading = dated(rule.example, published)
        yield table_row(rule.example, rule.meaning, f"`{reading.edtf}`" if reading else "", rule.source)


def table_row(*cells: str) -> str:
    """A table row; a bar within a cell would end it."""
    return f"| {' | '.join(cell.strip().replace('|', chr(92) + '|') for cell in cells)} |"
