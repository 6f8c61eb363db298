"""A page as a browser saved it: its article, and what its head says of title, author, outlet and day."""

import json
import re
from html.parser import HTMLParser

import trafilatura
from trafilatura.settings import use_config

from analysis.errors import ReportError
from analysis.load.reports.head import Head, inline_dateline
from analysis.model.reports import Paragraph, ReportText

LITTLE = 400
"""Fewer letters than this beside a field for a password are a login and no report."""

DAYS = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *(
        "publish-date",
        "publish_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "citation_date",
    ),
)
"""Names under which the head of a page gives the day of publication: Open Graph, Dublin Core, schema.org and
what older systems wrote, the most telling first."""

_DAY = re.compile(r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def from_html(text: str, file: str) -> ReportText:
    """The article of a saved page; each item of a list is a paragraph.

    The day of publication is what the head of the page states, never a day found elsewhere on it. Raises
    ReportError for a page without an article: a login, a page that a script fills.
    """
    page = _DECLARATION.sub("", text, count=1)  # lxml refuses one in a text that is decoded already
    tags = _Tags()
    tags.feed(page)
    told, lines = _extracted(page)
    lines = lines or tags.lines
    letters = sum(map(len, lines))
    if tags.asks_password and letters < LITTLE:
        raise ReportError(
            f"{file}: found a login; expected the page of a report: open it, then save it again"
        )
    if not lines:
        hint = "; a page that a script fills is best printed as PDF" if tags.has_script else ""
        raise ReportError(f"{file}: found no paragraphs; expected an article{hint}")
    title = told.get("title", "")
    lines = lines[1:] if title and lines[0] == title else lines
    author = re.sub(r"\s*;\s*", ", ", told.get("author", ""))
    head = Head(title, author, told.get("sitename", ""), "", tags.published)
    head = inline_dateline(head, lines[0] if lines else "")
    paragraphs = tuple(Paragraph("", line) for line in lines)
    return ReportText(
        *(file, "", head.title, head.author, head.publisher, head.dateline, head.published, paragraphs),
        page_url=told.get("url", ""),
    )


def _extracted(page: str) -> tuple[dict[str, str], list[str]]:
    """What the library says of the page, and the lines of its article; empty where it finds none."""
    config = use_config()
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True, config=config)
    if found is None:
        return {}, []
    told = found if isinstance(found, dict) else found.as_dict()
    lines = [re.sub(r"^- ", "", line).strip() for line in str(told.get("text") or "").split("\n")]
    kept = {name: str(told.get(name) or "") for name in ("title", "author", "sitename", "url")}
    return kept, [line for line in lines if line]


class _Tags(HTMLParser):
    """What is read off the tags themselves: the day in the head, a field for a password, plain paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.asks_password = self.has_script = False
        self.lines: list[str] = []
        self._days: dict[str, str] = {}
        self._open: str = ""
        self._text: list[str] = []

    @property
    def published(self) -> str:
        """The day of publication by the name that tells most; empty where no head names one."""
        return next((self._days[name] for name in (*DAYS, "json", "time") if name in self._days), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note metadata and forms; begin to gather what a paragraph, item or script holds."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            names = (given.get("property"), given.get("name"), given.get("itemprop"))
            self._note(next((name.lower() for name in names if name), ""), given.get("content", ""))
        elif tag == "time" and ("pubdate" in given or given.get("itemprop") == "datePublished"):
            self._note("time", given.get("datetime", ""))
        elif tag == "input" and given.get("type", "").lower() == "password":
            self.asks_password = True
        elif tag == "script":
            self.has_script = True
            self._begin("json" if given.get("type") == "application/ld+json" else "")
        elif tag in ("p", "li"):
            self.handle_endtag(self._open)
            self._begin(tag)

    def handle_data(self, data: str) -> None:
        """Gather text within what is open."""
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close what was open: a paragraph, or data of schema.org."""
        closes = "script" if self._open == "json" else self._open
        if not self._open or tag not in (closes, self._open):
            return
        text, kind = "".join(self._text), self._open
        self._begin("")
        if kind == "json":
            self._note("json", _stated_in(text))
        elif text.split():
            self.lines.append(" ".join(text.split()))

    def _begin(self, kind: str) -> None:
        self._open, self._text = kind, []

    def _note(self, name: str, value: str) -> None:
        day = _DAY.match(value)
        if day and (name in DAYS or name in ("json", "time")):
            self._days.setdefault(name, day[1])


def _stated_in(text: str) -> str:
    """The `datePublished` of the first thing that data of schema.org describe and date; else empty."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    things = told if isinstance(told, list) else [told]
    for thing in list(things):
        things += thing.get("@graph", []) if isinstance(thing, dict) else []
    days = [str(thing.get("datePublished", "")) for thing in things if isinstance(thing, dict)]
    return next((day for day in days if day), "")
