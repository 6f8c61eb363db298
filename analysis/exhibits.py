"""Exhibits: puts covers, prose, charts and tables into a notebook, each with the record that a briefing is
printed from.

Live Jupyter shows the exhibit as `screen` makes it; beside it, under one private MIME type, goes what the
page and the PDF need: number, caption, alternative text, sources and data. Everything in a record is plain
text, never markup. In a kernel of the press nobody looks on: there exhibits leave style and typefaces out,
and a picture stands once, by itself.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd
from IPython.display import display
from matplotlib.axes import Axes

from analysis import screen
from analysis.charts import style
from analysis.errors import FrameError, ParameterError, SitrepError, nearest
from analysis.messages import date_words, number_words, say
from analysis.model import Citation, KeyFigure, Passage
from analysis.model.frames import REGISTER, STATEMENTS, require, require_columns
from analysis.model.lines import as_lines

MIME = "application/vnd.sitrep.exhibit+json"
PRESS = "SITREP_PRESS"
"""What the environment of a kernel holds that the press has started."""

ROLES = ("text", "bullets")
"""How sentences are shown: as a paragraph, or as a list."""

CITED = STATEMENTS.only("claim_id", "source_id", "cite", "speaker", "wording", "summary")
LISTED = REGISTER.only(
    *("source_id", "number", "title", "author", "publisher", "published", "published_inferred", "claims"),
    *("published_note", "reliability", "url", "licence"),
)
"""What is read of statements and register."""

TOOLTIP = ("speaker", "wording", "summary")
"""What a citation tells of its claim on hovering."""

TOLD = (
    *("claim_id", "source_id", "cite", "speaker", "summary", "wording", "reading", "counted", "place"),
    *("day", "grade", "verdict"),
)
"""What is read of a ledger in words (`prose.claims.ledger`)."""

Record = dict[str, Any]


class Exhibits:
    """Shows exhibits in one notebook: numbers them and turns claims into citations.

    An exhibit keeps the number it got first, so a cell may be run again. Takes the corpus' statements
    (`frames.STATEMENTS`) and its register (`frames.REGISTER`). With `handling`
    "restricted" every page says so. Raises FrameError where these lack a column
    or no report has a claim, SitrepError where the
    package `analysis` is somebody else's.
    """

    def __init__(self, statements: pd.DataFrame, register: pd.DataFrame, *, handling: str = "public") -> None:
        _refuse_a_stranger()
        require(statements, CITED, "Exhibits")
        require(register, LISTED, "Exhibits")
        if not register["claims"].any():
            raise FrameError("claims: found none; expected at least one, as every figure is somebody's")
        self._mark = say("mark-restricted") if handling == "restricted" else ""
        self._statements = statements
        self._register = register
        self._source_numbers = dict(zip(register["source_id"], register["number"].astype(int), strict=True))
        self._cited = {
            row.claim_id: Citation(row.source_id, row.claim_id, row.cite)
            for row in statements[["source_id", "claim_id", "cite"]].itertuples(index=False)
        }
        told = statements[list(TOOLTIP)].to_dict("records")
        self._told = dict(zip(statements["claim_id"], told, strict=True))
        self._dressed = ""
        self._numbers: dict[str, int] = {}
        self._shown: set[str] = set()

    def cover(self, title: str, *, scope: str, as_of: str, edition: str) -> None:
        """The head of a briefing: its title, of whom, where and when it tells, the day it speaks of, and what
        it was made from."""
        record = {
            "kind": "cover",
            "title": title,
            "scope": scope,
            "as_of": as_of,
            "edition": edition,
            "mark": self._mark,
        }
        self._show(record, title)

    def story(self, paragraphs: Sequence[Sequence[Passage]], absent: Sequence[Passage] = ()) -> None:
        """What one reads first: paragraphs of sentences, and in one of its own what no report tells."""
        told = [self._together(sentences) for sentences in paragraphs if sentences]
        record = {"kind": "story", "paragraphs": told, "absent": self._together(absent)}
        self._show(record, " ".join(map(str, [*chain(*paragraphs), *absent])))

    def trust(self, items: Sequence[tuple[str, Passage]]) -> None:
        """How far to trust a briefing: what each item is of, and what is to be known of it."""
        record = {
            "kind": "trust",
            "items": [{"head": head, "runs": self._passage(told)} for head, told in items],
        }
        self._show(record, "\n".join(f"{head} {told}" for head, told in items))

    def prose(self, passages: Sequence[Passage], *, role: str = "text") -> None:
        """Sentences with citations: one paragraph, or a list where `role` is "bullets".

        ParameterError for another role.
        """
        if role not in ROLES:
            hint = f"; nearest: {nearest(role, ROLES)}" if nearest(role, ROLES) else ""
            raise ParameterError(f"prose: found role {role!r}; expected one of {', '.join(ROLES)}{hint}")
        if role == "text":
            blocks: list[Record] = [{"type": "paragraph", "runs": self._together(passages)}]
        else:
            blocks = [{"type": "bullets", "items": [self._passage(passage) for passage in passages]}]
        self._show({"kind": "prose", "blocks": blocks if passages else []}, "\n".join(map(str, passages)))

    def key_figures(self, figures: Sequence[KeyFigure]) -> None:
        """The strip of key figures, each with its words, the reading of them, speaker and citations."""
        items = [
            {
                "label": figure.label,
                "value": figure.value,
                "unit": figure.unit,
                "reading": figure.reading,
                "speaker": figure.speaker,
                "note": figure.note,
                "cites": [self._cite(citation) for citation in figure.citations],
            }
            for figure in figures
        ]
        lines = (f"{figure.label}: {figure.value}" for figure in figures)
        self._show({"kind": "key-figures", "items": items}, "\n".join(lines))

    def figure(
        self,
        name: str,
        chart: Callable[[pd.DataFrame], Axes],
        data: pd.DataFrame,
        *,
        title: str,
        subtitle: str = "",
        notes: Sequence[Passage] = (),
        shown: str = "",
    ) -> None:
        """Draw `chart(data)` as a numbered exhibit, with the rows it was drawn from as its data.

        `title` is the finding in a sentence, `subtitle` what is measured in which unit, `notes` stand beside
        the drawing, and `shown` says below it how many rows are drawn, and which are not and why. `name` is
        a slug: anchor in the page and file name of drawing and data. Without rows a sentence says so in the
        place of an empty chart. The press refuses a figure whose chart has no alternative text
        (`charts.style.describe`).
        """
        if data.empty:
            self._nothing(title)
            return
        ax = chart(data)
        alt = style.description(ax)
        record = self._record("figure", name, title, data, subtitle, notes, shown)
        record |= {"alt": alt, "breaks": style.breaks(ax)}
        svg = style.svg(ax.get_figure(root=True), name)
        self._show(record, alt, svg)

    def table(
        self,
        name: str,
        data: pd.DataFrame,
        columns: Mapping[str, str],
        *,
        title: str,
        subtitle: str = "",
        notes: Sequence[Passage] = (),
        shown: str = "",
        most: int = 200,
    ) -> None:
        """A frame as a numbered exhibit: `columns` maps the columns shown to their headings, the first heads
        the row.

        A column `claim_ids` or `claim_id` becomes citations; a cell may be a passage. At most `most` rows are
        shown; the exhibit's
        data holds all.
        """
        require_columns(data, columns, f"table {name!r}")
        if data.empty:
            self._nothing(title)
            return
        printed = data.head(most)
        rows = [[self._cell(column, row[column]) for column in columns] for row in printed.to_dict("records")]
        record = self._record("table", name, title, data, subtitle, notes, shown) | {
            "columns": [
                {
                    "label": label,
                    "align": "right" if pd.api.types.is_numeric_dtype(data[column]) else "left",
                    "header": position == 0,
                }
                for position, (column, label) in enumerate(columns.items())
            ],
            "rows": rows,
            "total": len(data),
        }
        self._show(record, title)

    def register(
        self,
        name: str,
        ledger: pd.DataFrame,
        *,
        title: str,
        subtitle: str = "",
        reports: int = 500,
        statements: int = 1_000,
    ) -> None:
        """The one register of reports and of the claims coded from them, at most as many of each as given.

        `ledger` is in words (`prose.claims.ledger`). Where there are more, those cited so far come first, and
        the register says how many it does not list.
        """
        require_columns(ledger, TOLD, f"register {name!r}")
        cited = ledger["claim_id"].isin(self._shown)
        listed = ledger.loc[cited.sort_values(ascending=False, kind="stable").index[:statements]]
        by_source: dict[str, list[Record]] = {}
        for claim in listed.sort_index()[list(TOLD)].to_dict("records"):
            by_source.setdefault(claim["source_id"], []).append(claim)
        coded = ledger["source_id"].value_counts()
        named = self._register["source_id"].isin(ledger.loc[cited, "source_id"])
        kept = set(named.sort_values(ascending=False, kind="stable").index[:reports])
        entries = [
            _entry(row, by_source.get(row["source_id"], []), int(coded.get(row["source_id"], 0)))
            | {"unlisted": place not in kept}
            for place, row in zip(self._register.index, self._register.to_dict("records"), strict=True)
        ]
        record = self._record("register", name, title, ledger, subtitle, (), "") | {"entries": entries}
        self._show(record, title)

    def _show(self, record: Record, words: str, drawing: str = "") -> None:
        """Display a record with what the eye sees of it; what is shown first brings the typefaces along, and
        brings them again where its cell is run again."""
        record = {"version": 1, **record}
        bundle: dict[str, Any] = {"text/plain": words, MIME: record}
        if drawing:
            bundle["image/svg+xml"] = drawing
        if PRESS not in os.environ:
            key = f"{record['kind']} {record.get('name', '')}"
            self._dressed = self._dressed or key
            dress = screen.typefaced() if key == self._dressed else ""
            bundle["text/html"] = dress + screen.style() + screen.shown(record, self._said, drawing)
        elif not drawing:
            bundle["text/html"] = screen.shown(record, self._said)
        display(bundle, raw=True)
        if drawing and PRESS in os.environ:
            caption = {"text/html": screen.shown(record, self._said), "text/plain": record["title"]}
            display(caption | {MIME: {"version": 1, "kind": "caption"}}, raw=True)

    def _said(self, claim: str) -> str:
        """What a claim says, in one line."""
        told = self._told[claim]
        words = say("quoted", words=told["wording"]) if _text(told["wording"]) else ""
        return " ".join(filter(None, (f"{_text(told['speaker'])}:", words, _text(told["summary"]))))

    def _nothing(self, title: str) -> None:
        self.prose([Passage((say("exhibit-empty", title=title),))])

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _record(
        self,
        kind: str,
        name: str,
        title: str,
        data: pd.DataFrame,
        subtitle: str,
        notes: Sequence[Passage],
        shown: str,
    ) -> Record:
        titles = dict(zip(self._register["source_id"], self._register["title"], strict=True))
        used = dict.fromkeys(key for keys in _keys(data, "source_ids") for key in keys.split())
        numbered = sorted((self._number_of(key), key) for key in used)
        return {
            "version": 1,
            "kind": kind,
            "name": name,
            "number": self._number(name),
            "title": title,
            "subtitle": subtitle,
            "notes": [self._passage(note) for note in notes],
            "shown": shown,
            "sources": [{"id": key, "number": number, "title": titles[key]} for number, key in numbered],
            "data": as_lines(data),
        }

    def _passage(self, passage: Passage) -> list[Record]:
        return [
            piece
            for run in passage.runs
            for piece in (_runs(run) if isinstance(run, str) else [self._cite(run)])
        ]

    def _together(self, passages: Sequence[Passage]) -> list[Record]:
        """Sentences as the runs of one paragraph."""
        return [run for passage in passages for run in [*self._passage(passage), {"text": " "}]][:-1]

    def _cite(self, citation: Citation) -> Record:
        self._shown.add(citation.claim_id)
        return {
            "cite": {
                "source": citation.source_id,
                "claim": citation.claim_id,
                "label": citation.label,
            }
        }

    def _cell(self, column: str, value: object) -> list[Record]:
        if isinstance(value, Passage):
            return self._passage(value)
        if column in ("claim_id", "claim_ids"):
            keys = _text(value).split()
            return [self._cite(self._citation(key)) for key in keys]
        return _runs(_text(value))

    def _citation(self, claim: str) -> Citation:
        if claim not in self._cited:
            hint = nearest(claim, self._cited) or "none"
            raise FrameError(f"Exhibits: claim {claim!r} is not among the statements; nearest: {hint}")
        return self._cited[claim]

    def _number_of(self, source: str) -> int:
        if source not in self._source_numbers:
            hint = nearest(source, self._source_numbers) or "none"
            raise FrameError(f"Exhibits: report {source!r} is not in the register; nearest: {hint}")
        return self._source_numbers[source]


def _refuse_a_stranger() -> None:
    """Raise SitrepError where `analysis` is a package of somebody else that has taken in parts of ours.

    That happens in a kernel that Sitrep did not start, where such a package lies beside the notebook and
    extends its path over all of its name: then one stage may be ours and the next a stranger's.
    """
    own = Path(__file__).absolute().parent
    package = sys.modules[__name__.split(".")[0]]
    file = getattr(package, "__file__", None)  # a folder without __init__.py has none
    found = Path(file).absolute().parent if file else None
    if found != own:
        where = found or ", ".join(package.__path__)
        raise SitrepError(
            f"two packages are called analysis: found {where}; expected {own}, which is Sitrep's; "
            "rename the first, or move the notebook away from it"
        )


def _entry(report: Mapping[str, Any], said: list[dict[str, Any]], coded: int) -> Record:
    """One report of the register with the statements of it that are listed, of so many that are coded."""
    fields = ["title", "author", "publisher", "reliability", "url", "licence"]
    return {
        "id": report["source_id"],
        "number": int(report["number"]),
        **{field: _text(report[field]) for field in fields},
        "published": date_words(report["published"]) if _text(report["published"]) else "",
        "basis": "inferred" if _text(report["published_inferred"]) else "",
        "note": _text(report["published_note"]),
        "statements": [{name: _text(claim[name]) for name in TOLD if name != "source_id"} for claim in said],
        "more": coded - len(said),
    }


def _keys(data: pd.DataFrame, column: str) -> list[str]:
    return [str(keys) for keys in data[column].dropna().unique()] if column in data.columns else []


def _runs(text: str) -> list[Record]:
    """Plain text as one run; the press marks the language of passages, also of other notebooks."""
    return [{"text": text}] if text else []


def _text(value: object) -> str:
    """A value as a reader expects it; a missing value is an empty text."""
    if value is None or value is pd.NaT or value != value:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return number_words(value) if isinstance(value, int | float) else str(value)
