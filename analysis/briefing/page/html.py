"""A document printed as one HTML page that works offline, read without scripts, under a strict policy."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import sha256
from html import unescape
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from analysis import typefaces
from analysis.briefing.document.blocks import Document, Figure, Register
from analysis.briefing.document.characters import shortened
from analysis.briefing.document.data import Data
from analysis.briefing.document.passages import written
from analysis.briefing.document.runs import Run
from analysis.briefing.document.words import (
    error_head,
    error_name,
    facts_about,
    facts_of,
    in_quotes,
    reports_left,
    statements_left,
)
from analysis.briefing.page import colours, runs
from analysis.briefing.page.cards import Cards
from analysis.briefing.page.contents import contents, parted
from analysis.briefing.page.printing import Printing, quoted
from analysis.messages import say

POLICY = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; font-src data:"
"""Nothing is loaded and nothing runs; where a register stands, one script of ours does, known by its hash."""

TABLE_ROWS = 200
"""Rows of a table the page shows; more are in its data."""

DATA_ROWS = 10
"""Rows shown of the data of an exhibit."""

SOURCE_ROWS = 12
"""Reports named below one exhibit; the others stand in the register."""

_TEXT = re.compile(r">([^<]+)")
_STYLES = ("style.css", "exhibits.css", "register.css", "print.css")


def page(document: Document, pictures: Collection[str] = ()) -> str:
    """The document as one HTML file: styles, fonts, drawings and data are inside, nothing is loaded.

    `pictures` names the exhibits whose drawing lies beside the page. The same document gives the same bytes.
    """
    registers = [block for block in document.blocks if isinstance(block, Register)]
    printing = Printing(Cards(registers), _anchors(document, registers), pictures)
    front, rest = parted(document)
    script = register_script() if registers else ""
    environment = _environment()
    with written(document.direction):
        body = environment.get_template("page.html.j2").render(
            document=document,
            printing=printing,
            front=front,
            rest=rest,
            contents=contents(rest),
            drawn={block.exhibit.name for block in rest if isinstance(block, Figure)},
            has_annex=bool(document.making or document.exhibits),
            policy=policy(script),
            script=Markup(script),  # noqa: S704
            table_rows=TABLE_ROWS,
            data_rows=DATA_ROWS,
            source_rows=SOURCE_ROWS,
        )
    letters = unescape("".join(_TEXT.findall(body)))
    head = f"<style>\n{typefaces.style(letters)}{_style(printing)}{''.join(printing.rules)}</style>"
    return body.replace("<style></style>", head, 1)


def policy(script: str) -> str:
    """The content security policy of a page that runs this script, or none where it is empty."""
    if not script:
        return POLICY
    digest = b64encode(sha256(script.encode()).digest()).decode("ascii")
    return f"{POLICY}; script-src 'sha256-{digest}'"


@lru_cache(maxsize=1)
def register_script() -> str:
    """The script that searches, sorts and filters a register: always the same, with no word of a notebook."""
    return files("analysis.briefing.page").joinpath("templates/register.js").read_text("utf-8")


def _style(printing: Printing) -> str:
    values = {
        "light": colours.properties(printing.colours, dark=False),
        "dark": colours.properties(printing.colours, dark=True),
        "labels": Markup("".join(printing.labelled)),  # noqa: S704
    }
    return "".join(_environment().get_template(name).render(values) for name in _STYLES)


def _anchors(document: Document, registers: Iterable[Register]) -> set[str]:
    """The anchors that drawings may lead to: exhibits, and the reports and claims of the register."""
    reports = [report for register in registers for report in register.reports]
    claims = {statement.anchor for report in reports for statement in report.statements}
    return claims | {report.anchor for report in reports} | {each.anchor for each in document.exhibits}


def filled(data: Data) -> list[int]:
    """The places of the columns that hold something in the rows that are shown."""
    rows = data.first(DATA_ROWS)
    return [place for place in range(len(data.columns)) if any(row[place] for row in rows)]


@pass_context
def inline(context: Context, text: Iterable[Run] | str) -> Markup:
    """Runs or a text as HTML; a group of citations has a button that opens its cards."""
    printing: Any = context["printing"]
    return runs.inline(text, printing.cards)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("analysis.briefing.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline
    environment.filters["filled"] = filled
    environment.filters["shortened"] = shortened
    environment.filters["quoted"] = lambda text: Markup(quoted(text))  # noqa: S704
    words = (error_head, error_name, facts_about, facts_of, in_quotes, reports_left, statements_left)
    environment.filters.update({function.__name__: function for function in words})
    environment.globals["say"] = say
    return environment
