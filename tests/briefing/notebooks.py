"""Executed notebooks as a kernel would leave them, small and made up."""

import io
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis import palette

MIME = "application/vnd.sitrep.exhibit+json"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
SOURCES = [
    {"id": "report-a", "number": 1, "title": "Army ends siege at Kweires"},
    {"id": "report-b", "number": 2, "title": "New offensive around Aleppo"},
]


def drawn(name: str, *, text: str = "Kweires (كويرس)") -> str:
    """A chart of two intervals as SVG with text as text, in house colours."""
    settings = {
        "svg.fonttype": "none",
        "svg.hashsalt": name,
        "font.family": ["DejaVu Sans"],
        "text.color": palette.INK,
        "axes.edgecolor": palette.RULE,
        "xtick.color": palette.MUTED,
        "ytick.color": palette.MUTED,
        "axes.labelcolor": palette.MUTED,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(7.2, 2.8))
        axes = figure.subplots()
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.hlines([1, 0], [100, 12], [999, 99], colors=["#0072b2", "#d55e00"], lw=6)
        axes.scatter([100, 999, 12, 99], [1, 1, 0, 0], color=[palette.INK] * 4, zorder=3)
        axes.axvspan(200, 400, facecolor="#f2e3c6", hatch="//", edgecolor=palette.RULE)
        axes.text(500, 1.15, text, ha="center")
        axes.set(yticks=[0, 1], yticklabels=["state TV", "a soldier"], ylim=(-0.6, 1.6), xlabel="persons")
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    svg = file.getvalue()
    return svg.replace("DejaVu Sans", "Source Sans Pro', 'DejaVu Sans")


def cell(source: str = "", outputs: list[dict[str, Any]] | None = None, **metadata: Any) -> dict[str, Any]:
    """A code cell that ran."""
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": outputs or [],
        "execution_count": 1,
    }


def markdown(source: str, **extra: Any) -> dict[str, Any]:
    """A markdown cell."""
    return {"cell_type": "markdown", "metadata": {}, "source": source, **extra}


def output(data: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    """What a cell displayed."""
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def exhibit(record: dict[str, Any], source: str = "show(...)", **beside: Any) -> dict[str, Any]:
    """A cell that left one exhibit record."""
    return cell(source, [output({MIME: {"version": 1, **record}, **beside})])


def notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    """A notebook of format 4.4, where cells have no ids, with these cells."""
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": metadata, "cells": list(cells)}


def figure(name: str = "kweires-dead", number: int = 1, **fields: Any) -> dict[str, Any]:
    """A figure's record."""
    return {
        "kind": "figure",
        "name": name,
        "number": number,
        "title": "Two voices of one party give figures that cannot both be exact",
        "caption": "ISIS dead at Kweires, persons, as claimed",
        "alt": "Two intervals: state TV 12 to 99, a soldier 100 to 999; they do not overlap.",
        "sources": SOURCES[:1],
        "notes": ["Bands run from the lowest to the highest reading of the words."],
        "data": {
            "columns": [
                {"name": "speaker", "type": "string"},
                {"name": "dead_low", "type": "integer"},
                {"name": "dead_high", "type": "integer"},
            ],
            "rows": ["state TV,12,99", "a soldier,100,"],
        },
        **fields,
    }


def cite(
    number: int = 1, locator: str = "p3", claim: str = "a-dead-tv", source: str = "report-a"
) -> dict[str, Any]:
    """A citation run."""
    return {"cite": {"source": source, "number": number, "locator": locator, "claim": claim}}


def table(name: str = "ledger", number: int = 2, **fields: Any) -> dict[str, Any]:
    """A table's record."""
    rows: list[list[Any]] = [
        ["Kweires (كويرس)", [{"text": "12 to 99 "}, cite()], "“dozens”", "state TV", "B3"],
        ["Kweires", [{"text": "100 to 999 "}, cite(claim="a-dead-soldier")], "“hundreds”", "a soldier", "C3"],
        [
            "Aleppo front",
            [{"text": "about 2,000 "}, cite(2, "p3", "b-aux", "report-b")],
            None,
            "United States",
            "B2",
        ],
    ]
    return {
        "kind": "table",
        "name": name,
        "number": number,
        "title": "Every claim with its words, interval and grade",
        "caption": "One row per claim",
        "sources": SOURCES,
        "notes": [],
        "columns": [
            {"label": "Place", "align": "left", "header": True},
            {"label": "Interval", "align": "right", "header": False},
            {"label": "Words", "align": "left", "header": False},
            {"label": "Speaker", "align": "left", "header": False},
            {"label": "Grade", "align": "left", "header": False},
        ],
        "rows": rows,
        "total": 3,
        "data": {
            "columns": [{"name": "place", "type": "string"}, {"name": "low", "type": "number"}],
            "rows": ["Kweires,12", "Kweires,100", "Aleppo front,2000"],
        },
        **fields,
    }


def register(number: int = 3, **fields: Any) -> dict[str, Any]:
    """The register's record."""
    first = {
        **SOURCES[0],
        "author": "",
        "publisher": "unknown",
        "published": "2015-11-11~",
        "basis": "inferred",
        "note": "names a Tuesday; the siege ended on 10 November",
        "reliability": "C",
        "url": "https://example.org/a",
        "licence": "not stated",
        "statements": [
            {
                "claim": "a-dead-tv",
                "locator": "p3",
                "speaker": "Syrian state TV",
                "summary": "ISIS fighters died in the battle.",
                "words": "dozens",
            },
            {
                "claim": "a-dead-soldier",
                "locator": "p3",
                "speaker": "a soldier",
                "summary": "Bodies lay around the base.",
                "words": "hundreds",
            },
        ],
        "more": 0,
    }
    second = {
        **first,
        **SOURCES[1],
        "author": "Jason Ditz",
        "url": "",
        "statements": [
            {
                "claim": "b-aux",
                "locator": "p3",
                "speaker": "United States",
                "summary": "Strength of the auxiliaries.",
                "words": "about 2,000",
            }
        ],
        "more": 4,
    }
    record = {
        "kind": "register",
        "name": "sources",
        "number": number,
        "title": "Sources",
        "entries": [first, second],
    }
    return {**record, **fields}


def cover(**fields: Any) -> dict[str, Any]:
    """The cover's record."""
    return {
        "kind": "cover",
        "title": "Aleppo: siege, offensive and counter-offensive",
        "place": "Aleppo province (حلب), Syria",
        "period": "October to November 2015",
        "as_of": "12 November 2015",
        "corpus": "aleppo-2015",
        "notice": [
            {"text": "Dates in "},
            {"text": "italics"},
            {"text": " are inferred. Nothing here has been checked on the ground."},
        ],
        **fields,
    }


def key_figures() -> dict[str, Any]:
    """The record of the strip."""
    rows = [
        (
            "Besieged at Kweires",
            "around 1,000",
            "persons",
            "around 1000",
            "Associated Press",
            "900 to 1,100",
            "p2",
        ),
        (
            "ISIS dead, first claim",
            "12 to 99",
            "persons",
            "dozens",
            "Syrian state TV",
            "contradicts the second",
            "p3",
        ),
        (
            "ISIS dead, second claim",
            "100 to 999",
            "persons",
            "hundreds",
            "a soldier",
            "same party as the first",
            "p3",
        ),
        ("Russian sorties", "over 1,600", "sorties", "over 1,600", "unattributed", "open above", "p7"),
        ("Distance of ISIS from Aleppo", "20", "km", "some 20 km", "unattributed", "after the weekend", "p4"),
    ]
    items = [
        {
            "label": label,
            "value": value,
            "unit": unit,
            "reading": words,
            "speaker": speaker,
            "note": note,
            "cites": [cite(locator=locator)],
        }
        for label, value, unit, words, speaker, note, locator in rows
    ]
    return {"kind": "key-figures", "items": items}


def highlights() -> dict[str, Any]:
    """The record of the highlights."""
    items = [
        [
            {"text": "The siege of Kweires ended on a Tuesday, inferred to be 10 November "},
            cite(locator="p1"),
            {"text": "."},
        ],
        [
            {"text": "Two figures for the ISIS dead "},
            {"text": "contradict"},
            {"text": ": dozens "},
            cite(),
            {"text": " and hundreds "},
            cite(claim="a-dead-soldier"),
            {"text": "; both come from one party."},
        ],
    ]
    return {"kind": "highlights", "blocks": [{"type": "bullets", "items": items}]}


def prose(*texts: str) -> dict[str, Any]:
    """A record of plain paragraphs, each ending with a citation."""
    blocks = [{"type": "paragraph", "runs": [{"text": f"{text} "}, cite(), {"text": "."}]} for text in texts]
    return {"kind": "prose", "blocks": blocks}


def briefing(figures: int = 1) -> dict[str, Any]:
    """A whole briefing: cover, highlights, strip, figures, ledger, register."""
    text = (
        "Ahrar al-Sham (أحرار الشام) took a village from ISIS and contested another on the road; two reports "
        "by one author tell it, so they count as one voice. The strength of ISIS in the area is not known"
    )
    cells = [
        cell('corpus = "aleppo-2015"  # folder', tags=["parameters"]),
        cell('corpus = "aleppo-2015"', tags=["injected-parameters"]),
        cell("from analysis import load\n\nloaded = load.corpus(corpus)"),
        exhibit(cover()),
        exhibit(highlights()),
        exhibit(key_figures()),
        markdown("## Situation"),
        exhibit(prose(text, text)),
    ]
    for number in range(1, figures + 1):
        name = f"kweires-dead-{number}"
        drawing = {"image/svg+xml": drawn(name)}
        cells += [
            markdown(f"## Part {number}"),
            exhibit(prose(text)),
            exhibit(figure(name, number), **drawing),
        ]
    cells += [
        markdown("## Claims"),
        exhibit(table(number=figures + 1)),
        markdown("## Sources"),
        exhibit(register(figures + 2)),
    ]
    return notebook(*cells, language_info={"name": "python"})
