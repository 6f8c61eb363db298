"""The screen: how the record of an exhibit looks in a live notebook, in the house's type, by day and night.

The press prints records by itself; nothing of this reaches page or PDF. Text becomes markup only here, all of
it escaped. A citation leads to its claim in the register, and tells on hovering what that claim says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from html import escape
from pathlib import Path
from typing import Any

from analysis import palette, typefaces
from analysis.messages import say

Record = Mapping[str, Any]
Runs = Sequence[Record]

ROWS = 20
"""Rows of a table that a notebook shows; the press prints more, and the data hold all."""

STATEMENTS = 200
"""Claims of a register that a notebook shows."""

CLAIM = ("summary", "speaker", "counted", "place", "day", "grade", "verdict")
"""What a register tells of a claim, and the message that heads it where it has another name."""

HEADS = {"summary": "statement", "counted": "measure"}


def typefaced() -> str:
    """The typefaces, embedded, some 70 KB: once per notebook."""
    return f"<style>{typefaces.style('')}</style>"


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet of all exhibits, in the house's colours; each brings it, so that each stands alone."""
    sheet = Path(__file__).with_name("screen.css").read_text("utf-8")
    for name in ("INK", "ACCENT"):
        sheet = sheet.replace(f"${name.lower()}", getattr(palette, name))
    return f"<style>{sheet}</style>"


def shown(record: Record, told: Callable[[str], str], drawing: str = "") -> str:
    """The record as HTML; `told` gives the words of a claim by its key.

    `drawing` is the SVG of a figure, our own; without it the figure is its caption.
    """
    makers = {
        "cover": _cover,
        "story": _story,
        "trust": _trust,
        "prose": _prose,
        "key-figures": _key_figures,
        "table": _table,
        "register": _register,
    }
    kind = record["kind"]
    made = _figure(record, told, drawing) if kind == "figure" else makers[kind](record, told)
    return f'<div class="sitrep {kind}">{made}</div>'


def refusal(message: str) -> str:
    """What Sitrep refuses, as one box: each line of the message as it stands on the command line."""
    box = f'<div class="sitrep refusal" role="alert"><pre>{escape(message)}</pre></div>'
    return style() + box


Told = Callable[[str], str]


def _cover(record: Record, told: Told) -> str:
    mark = f'<p class="mark">{escape(record["mark"])}</p>' if record["mark"] else ""
    facts = f"<p>{escape(record['scope'])}</p><p>{escape(say('page-as-of', day=record['as_of']))}</p>"
    return f"{mark}<h1>{escape(record['title'])}</h1>{facts}<p>{escape(record['edition'])}</p>"


def _story(record: Record, told: Told) -> str:
    paragraphs = "".join(f"<p>{_inline(runs, told)}</p>" for runs in record["paragraphs"])
    absent = f'<p class="absent">{_inline(record["absent"], told)}</p>' if record["absent"] else ""
    return paragraphs + absent


def _trust(record: Record, told: Told) -> str:
    lines = (f"<p><b>{escape(one['head'])}</b> {_inline(one['runs'], told)}</p>" for one in record["items"])
    return f"<h2>{escape(say('trust'))}</h2>{''.join(lines)}"


def _prose(record: Record, told: Told) -> str:
    made = []
    for block in record["blocks"]:
        if block["type"] == "paragraph":
            made.append(f"<p>{_inline(block['runs'], told)}</p>")
        else:
            items = "".join(f"<li>{_inline(item, told)}</li>" for item in block["items"])
            made.append(f"<ul>{items}</ul>")
    return "".join(made)


def _key_figures(record: Record, told: Told) -> str:
    items = []
    for one in record["items"]:
        unit = _quiet(one["unit"], "span")
        lines = [f'<p class="label">{escape(one["label"])}</p>']
        lines.append(f'<p class="value">{escape(one["value"])} {unit}</p>{_quiet(one["reading"])}')
        lines.append(f"<p>{escape(one['speaker'])} {_inline(one['cites'], told)}</p>{_quiet(one['note'])}")
        items.append(f"<li>{''.join(lines)}</li>")
    return f"<h2>{escape(say('key-figures'))}</h2><ul>{''.join(items)}</ul>"


def _figure(record: Record, told: Told, drawing: str) -> str:
    alt = escape(record["alt"])
    drawn = f'<div class="drawing" role="img" aria-label="{alt}">{drawing}</div>' if drawing else ""
    return f'{_head(record)}<div class="pair">{drawn}{_notes(record, told)}</div>{_foot(record)}'


def _table(record: Record, told: Told) -> str:
    columns, rows = record["columns"], record["rows"][:ROWS]
    heads = [f'<th class="{one["align"]}" scope="col">{escape(one["label"])}</th>' for one in columns]
    body = "".join(f"<tr>{''.join(map(partial(_cell, told=told), columns, row))}</tr>" for row in rows)
    table = f"<table><thead><tr>{''.join(heads)}</tr></thead><tbody>{body}</tbody></table>"
    left = say("rows-shown", shown=len(rows), total=record["total"]) if record["total"] > len(rows) else ""
    return f"{_head(record)}{table}{_quiet(left)}{_notes(record, told)}{_foot(record)}"


def _cell(column: Record, runs: Runs, told: Told) -> str:
    tag = "th" if column["header"] else "td"
    return f'<{tag} class="{column["align"]}">{_inline(runs, told)}</{tag}>'


def claim_table(told: Sequence[Mapping[Any, Any]], count: str) -> str:
    """Claims in words (`prose.claims.ledger`) as a table like the register, under how many it shows."""
    table = f"<table>{_claim_heads()}<tbody>{''.join(map(_claim, told))}</tbody></table>" if told else ""
    return f'<div class="sitrep register">{_quiet(count)}{table}</div>'


def _claim_heads() -> str:
    names = ("label", *(HEADS.get(name, name) for name in CLAIM))
    heads = (f'<th scope="col">{escape(say(f"claim-{name}"))}</th>' for name in names)
    return f"<thead><tr>{''.join(heads)}</tr></thead>"


def _register(record: Record, told: Told) -> str:
    listed = [one for one in record["entries"] if not one["unlisted"]]
    bodies, left = [], STATEMENTS
    for entry in listed:
        claims = entry["statements"][: max(left, 0)]
        left -= len(claims)
        title = f"[{entry['number']}] {entry['title']}"
        about = " · ".join(filter(None, (entry["publisher"], entry["author"], entry["published"])))
        told_of = f"{escape(title)} {_quiet(about, 'span')}"
        head = f'<tr class="report"><th colspan="8" scope="rowgroup">{told_of}</th></tr>'
        bodies.append(f"<tbody>{head}{''.join(map(_claim, claims))}</tbody>" if claims or left > 0 else "")
    total = sum(len(one["statements"]) + one["more"] for one in record["entries"])
    fewer = STATEMENTS - max(left, 0)
    short = _quiet(say("rows-shown", shown=fewer, total=total) if total > fewer else "")
    return f"{_head(record)}<table>{_claim_heads()}{''.join(bodies)}</table>{short}"


def _claim(claim: Record) -> str:
    said = claim["wording"]
    words = say("quoted", words=said) if said and "\u201c" not in said else said
    reading = say("claim-read-as", reading=claim["reading"]) if claim["reading"] else ""
    first = f"{escape(claim['summary'])} {escape(words)} {_quiet(reading, 'span')}"
    cells = "".join(f"<td>{escape(claim[name])}</td>" for name in CLAIM[1:])
    anchor = escape(f"claim-{claim['claim_id']}")
    return f'<tr id="{anchor}"><th scope="row">{escape(claim["cite"])}</th><td>{first}</td>{cells}</tr>'


def _head(record: Record) -> str:
    number = f'<p class="quiet">{escape(say("exhibit", number=record["number"]))}</p>'
    title = f'<p class="title">{escape(record["title"])}</p>'
    return f"{number}{title}{_quiet(record['subtitle'])}"


def _notes(record: Record, told: Told) -> str:
    lines = "".join(f"<p>{_inline(note, told)}</p>" for note in record["notes"])
    return f'<div class="notes">{lines}</div>' if lines else ""


def _foot(record: Record) -> str:
    numbers = ", ".join(str(one["number"]) for one in record["sources"])
    named = f"{say('exhibit-reports', number=len(record['sources']))} {numbers}. " if numbers else ""
    return _quiet(f"{named}{record['shown']}")


def _quiet(text: str, tag: str = "p") -> str:
    return f'<{tag} class="quiet">{escape(text)}</{tag}>' if text else ""


def _inline(runs: Iterable[Record], told: Told) -> str:
    """Runs as HTML: text, and citations as links that tell on hovering what is said."""
    made = []
    for run in runs:
        cite = run.get("cite")
        if cite is None:
            made.append(escape(run["text"]))
            continue
        address, words = escape(f"#claim-{cite['claim']}"), escape(told(cite["claim"]))
        if made and made[-1].startswith("<a "):
            made.append(" ")
        made.append(f'<a class="cite" href="{address}" title="{words}">{escape(cite["label"])}</a>')
    return "".join(made)
