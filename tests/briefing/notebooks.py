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
        "subtitle": "ISIS dead at Kweires, persons, as claimed",
        "alt": "Two intervals: state TV 12 to 99, a soldier 100 to 999; they do not overlap.",
        "sources": SOURCES[:1],
        "notes": [
            [
                {"text": "Bands run from the lowest to the highest reading of the words "},
                cite(),
                {"text": "."},
            ]
        ],
        "shown": "2 of 2 claims shown.",
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


def cite(label: str = "1 p3a", claim: str = "a-dead-tv", source: str = "report-a") -> dict[str, Any]:
    """A citation run."""
    return {"cite": {"source": source, "claim": claim, "label": label}}


def table(name: str = "ledger", number: int = 2, **fields: Any) -> dict[str, Any]:
    """A table's record."""
    rows: list[list[Any]] = [
        ["Kweires (كويرس)", [{"text": "12 to 99 "}, cite()], "“dozens”", "state TV", "B3"],
        [
            "Kweires",
            [{"text": "100 to 999 "}, cite("1 p3b", "a-dead-soldier")],
            "“hundreds”",
            "a soldier",
            "C3",
        ],
        [
            "Aleppo front",
            [{"text": "about 2,000 "}, cite("2 p3", "b-aux", "report-b")],
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
        "subtitle": "One row per claim",
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
                "claim_id": "a-dead-tv",
                "cite": "1 p3a",
                "speaker": "Syrian state TV",
                "summary": "ISIS fighters died in the battle.",
                "wording": "dozens",
                "reading": "12 to 99 persons",
                "counted": "dead",
                "place": "Kweires",
                "day": "10 November 2015",
                "grade": "C3",
                "verdict": "apart from 1 p3b",
            },
            {
                "claim_id": "a-dead-soldier",
                "cite": "1 p3b",
                "speaker": "a soldier",
                "summary": "Bodies lay around the base.",
                "wording": "hundreds",
                "reading": "100 to 999 persons",
                "counted": "dead",
                "place": "Kweires",
                "day": "10 November 2015",
                "grade": "C3",
                "verdict": "apart from 1 p3a",
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
                "claim_id": "b-aux",
                "cite": "2 p3",
                "speaker": "United States",
                "summary": "Strength of the auxiliaries.",
                "wording": "about 2,000",
                "counted": "strength",
                "grade": "B2",
            }
        ],
        "more": 4,
    }
    record = {
        "kind": "register",
        "name": "sources",
        "number": number,
        "title": "Every report and claim",
        "entries": [first, second],
    }
    return {**record, **fields}


def cover(**fields: Any) -> dict[str, Any]:
    """The cover's record."""
    return {
        "kind": "cover",
        "title": "Aleppo: siege, offensive and counter-offensive",
        "scope": "Aleppo province (حلب), Syria; all factions",
        "as_of": "12 November 2015",
        "edition": "Sitrep 1, inputs cf0db1c4",
        **fields,
    }


def key_figures() -> dict[str, Any]:
    """The record of the strip."""
    rows = [
        ("Besieged at Kweires", "“around 1000”", "900 to 1,100 persons", "Associated Press", "1 p2"),
        ("ISIS dead, first claim", "“dozens”", "12 to 99 persons", "Syrian state TV", "1 p3a"),
        ("ISIS dead, second claim", "“hundreds”", "100 to 999 persons", "a soldier", "1 p3b"),
        ("Russian sorties", "“over 1,600”", "1,600 or more", "nobody named", "1 p7"),
        ("Distance of ISIS from Aleppo", "“some 20 km”", "18 to 22 km", "nobody named", "3 p4b"),
    ]
    items = [
        {"label": label, "value": words, "reading": reading, "speaker": speaker, "cites": [cite(at)]}
        for label, words, reading, speaker, at in rows
    ]
    return {"kind": "key-figures", "items": items}


def story() -> dict[str, Any]:
    """The record of what happened."""
    paragraphs = [
        [
            {"text": "The siege of Kweires ended on a Tuesday, an unsigned report says "},
            cite("1 p1"),
            {"text": "."},
        ],
        [
            {"text": "State television says “dozens” died, a soldier “hundreds” "},
            cite(),
            {"text": " "},
            cite("1 p3b", "a-dead-soldier"),
            {"text": "; both speak for one party."},
        ],
    ]
    return {
        "kind": "story",
        "paragraphs": paragraphs,
        "absent": [{"text": "No report gives a figure for civilians."}],
    }


def trust() -> dict[str, Any]:
    """The record of how far to trust it."""
    items = [
        {"head": "Two reports, one author.", "runs": [{"text": "The first is unsigned "}, cite("1 p1")]},
        {"head": "Grades.", "runs": [{"text": "Reports A to F, statements 1 to 6."}]},
    ]
    return {"kind": "trust", "items": items}


def prose(*texts: str) -> dict[str, Any]:
    """A record of plain paragraphs, each ending with a citation."""
    blocks = [{"type": "paragraph", "runs": [{"text": f"{text} "}, cite(), {"text": "."}]} for text in texts]
    return {"kind": "prose", "blocks": blocks}


def briefing(figures: int = 1) -> dict[str, Any]:
    """A whole briefing: cover, story, trust, strip, figures, table, register."""
    text = (
        "Ahrar al-Sham (أحرار الشام) took a village from ISIS and contested another on the road; two reports "
        "by one author tell it, so they count as one voice. The strength of ISIS in the area is not known"
    )
    cells = [
        cell('corpus = "aleppo-2015"  # folder', tags=["parameters"]),
        cell('corpus = "aleppo-2015"', tags=["injected-parameters"]),
        cell("from analysis import load\n\nloaded = load.corpus(corpus)"),
        exhibit(cover()),
        exhibit(story()),
        exhibit(trust()),
        exhibit(key_figures()),
        markdown("## Situation"),
        exhibit(prose(text, text)),
    ]
    for number in range(1, figures + 1):
        name = f"kweires-dead-{number}"
        drawing = {"image/svg+xml": drawn(name)}
        cells += [
            exhibit(prose(text)),
            markdown(f"## Part {number}"),
            exhibit(figure(name, number), **drawing),
        ]
    cells += [
        markdown("## Claims"),
        exhibit(table(number=figures + 1)),
        markdown("## Sources"),
        exhibit(register(figures + 2)),
    ]
    return notebook(*cells, language_info={"name": "python"})
