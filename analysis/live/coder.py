"""The widget in which a report is coded: its text, what is proposed for it, and what a person makes of that.

The scripts hold the state of the screen and draw it (`SCRIPTS`); Python checks and writes what
is accepted, and notes beside the corpus what has become of each proposal.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from analysis import load
from analysis.derive.drafting import drafted
from analysis.derive.drafting.head import own_voice
from analysis.errors import CorpusError, ParameterError, SitrepError
from analysis.live.offers import item, known
from analysis.messages import say
from analysis.model import Corpus
from analysis.model.drafts import ACCEPTED, OPEN, REJECTED, Draft, Proposal
from analysis.prose.drafting import summarised
from analysis.save import coding
from analysis.save import drafts as saved
from analysis.save.rows import rows_for

HERE = Path(__file__).parent

SCRIPTS = ("form.js", "claims.js", "coder.js")
"""What runs in the browser, as one script: what can be chosen, what was chosen, and the screen."""

CLAIM = (
    *("measure", "event_id", "actor_id", "place_id", "wording", "unit", "counts", "speaker_id", "via_id"),
    *("by_id", "as_of", "stance", "about", "role", "relation", "status", "other_id", "other_role"),
    *("other_status", "method", "low", "best", "high", "credibility", "summary"),
)
"""The fields of a claim as the form shows them, what is chosen first first. Some make rows of other tables:
`role` and `other_role` of participants, `relation` of relations, `status` and `other_status` of control;
`other_id` is the faction on the other side."""

SOURCE = (
    *("source_id", "title", "author", "publisher", "kind", "published", "published_note", "reliability"),
    "url",
)
"""The fields of the report itself."""

KEYS = {
    "measure": "m",
    "event_id": "e",
    "actor_id": "a",
    "place_id": "p",
    "wording": "w",
    "unit": "q",
    "counts": "c",
    "speaker_id": "s",
    "via_id": "v",
    "by_id": "b",
    "as_of": "t",
    "stance": "h",
    "about": "y",
    "role": "r",
    "relation": "l",
    "status": "d",
    "other_id": "o",
    "other_role": "f",
    "other_status": "i",
    "credibility": "g",
    "summary": "z",
    "kind": "e",
    "published": "t",
}
"""The key that takes the next choice of a field."""

WORDS = (
    *("accept", "reject", "new", "next", "undo", "keys", "report", "claim", "sentence", "text", "accepted"),
    *("rejected", "open", "from", "newvoice", "newevent", "done", "left", "reads", "undone", "nothing"),
    *("missing", "empty", "matter", "guess", "writing"),
)
"""What the screen says, by the end of the message's key."""


class Coder(anywidget.AnyWidget):
    """Codes one report into the corpus in a folder, from the keyboard.

    `report` is its file, `corpus` the folder, `source_id` the key that the report has or gets. What was
    decided before stands as it was decided. Raises ReportError and CorpusError where either cannot be read,
    ReportError too where another text was decided on under this key, and ParameterError for a workbook, into
    which no rows can be put.
    """

    _esm = "\n".join((HERE / name).read_text("utf-8") for name in SCRIPTS)
    _css = HERE / "coder.css"
    view = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(self, report: str | Path, corpus: str | Path, source_id: str) -> None:
        self._folder, self._source = Path(corpus), source_id
        if self._folder.is_file():
            raise ParameterError(f"corpus: found the file {corpus}; expected the folder of a corpus")
        coding.finish(self._folder)
        coded, text = load.corpus(self._folder, "restricted"), load.report(report)
        self._draft = summarised(drafted(text, coded, source_id), coded.measures, coded.places)
        self._own = own_voice(text, source_id, coded)
        self._done: list[tuple[str, tuple[coding.Added, ...]]] = []
        self._told = saved.write(self._draft, self._folder)
        super().__init__(view=self._view(coded))
        self.on_msg(self._answer)

    def accept(self, key: str, table: str, cells: Mapping[str, str]) -> Mapping[str, str]:
        """Put a row into its table, with the rows of other tables that it makes (`rows_for`); `key` is that
        of the proposal, or that of a sentence with a number behind it for a further claim from it. Returns
        the cells of the row.

        Raises CorpusError, with every fault, where the corpus would not be sound with them; then nothing is
        written.
        """
        coded = load.corpus(self._folder, "restricted")
        filled = {name: str(cell).strip() for name, cell in cells.items() if str(cell or "").strip()}
        if table == "claims":
            filled |= {"source_id": self._source}
        rows = rows_for(table, filled, coded)
        added = coding.add(self._folder, rows)
        main = next(row for row in rows if row.table == table).cells
        try:
            self._decide(key, ACCEPTED, main["claim_id" if table == "claims" else "source_id"])
        except SitrepError:
            coding.take_back(self._folder, added)
            raise
        self._done.append((key, added))
        return main

    def reject(self, key: str) -> None:
        """Note that a proposal is not taken."""
        self._decide(key, REJECTED)
        self._done.append((key, ()))

    def undo(self) -> str:
        """Take back what was done last since the widget was made; the key of its proposal, empty where
        nothing is left to take back."""
        if not self._done:
            return ""
        key, added = self._done[-1]
        if added:
            coding.take_back(self._folder, added)
        self._done.pop()
        self._decide(key, OPEN)
        return key

    def _decide(self, key: str, status: str, row_key: str = "") -> None:
        """Note what has become of a proposal, a further claim from its sentence among them."""
        draft = self._draft
        if key not in {one.proposal_id for one in (*draft.proposals, *draft.sentences)}:
            stem = key.rpartition("-")[0]
            more = [replace(one, proposal_id=key) for one in draft.sentences if one.proposal_id == stem]
            draft = replace(draft, sentences=(*draft.sentences, *more))
        saved.decide(draft, self._folder, key, status, row_key)

    def _answer(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        """Do what the screen asks for, and tell it what came of it."""
        key = str(content.get("key", ""))
        try:
            told: dict[str, Any] = {"key": key}
            if content["do"] == "accept":
                told |= {
                    "done": ACCEPTED,
                    "cells": dict(self.accept(key, content["table"], content["cells"])),
                }
            elif content["do"] == "reject":
                self.reject(key)
                told |= {"done": REJECTED}
            else:
                told |= {"done": "undone", "key": self.undo()}
            self._told = load.drafts(self._folder)
            view = self._view(load.corpus(self._folder, "restricted"))
        except CorpusError as refusal:
            faults = [{"column": fault.column, "text": str(fault)} for fault in refusal.faults]
            self._tell({"done": "refused", "key": key, "faults": faults})
        except (SitrepError, OSError) as refusal:
            self._tell({"done": "refused", "key": key, "faults": [{"column": "", "text": str(refusal)}]})
        else:
            with self.hold_sync():  # one message: the screen never sees the one without the other
                self.view = view
                self._tell(told)

    def _tell(self, told: dict[str, Any]) -> None:
        """Say what came of a wish; each is told, also one that comes out like the last."""
        self.told = {**told, "number": self.told.get("number", 0) + 1}

    def _view(self, coded: Corpus) -> dict[str, Any]:
        """All that the screen shows."""
        texts = {one.locator: one.text for one in self._draft.report.paragraphs}
        found = self._told.proposals.fillna("")
        status = dict(zip(found["proposal_id"], found["status"], strict=True))
        rows = dict(zip(found["proposal_id"], found["row_key"], strict=True))
        offered = known(coded, self._folder)
        kinds = offered["tables"]["events"]["enums"].get("kind", [])
        return {
            "title": self._draft.report.title,
            "paragraphs": [{"locator": name, "text": text} for name, text in texts.items()],
            "items": [
                item(one, status.get(one.proposal_id, OPEN), rows.get(one.proposal_id, ""), texts, kinds)
                for one in _in_order(self._draft, [key for key, told in status.items() if told == ACCEPTED])
            ],
            "fields": {"claims": list(CLAIM), "sources": list(SOURCE)},
            "keys": KEYS,
            "voices": self._voices(coded),
            "known": offered,
            "words": {name: say(f"coder-{name}", **_HOLES) for name in WORDS},
        }

    def _voices(self, coded: Corpus) -> list[str]:
        """The voices that any report may speak with: its own, and that of nobody named."""
        nobody = coded.speakers.loc[coded.speakers["kind"] == "unattributed", "speaker_id"]
        return [voice for voice in (self._own, *nobody) if voice]


_HOLES = {name: f"{{{name}}}" for name in ("words", "open", "all", "name", "matter", "about")}
"""What the screen fills into its sentences."""


def _in_order(draft: Draft, accepted: list[str]) -> list[Proposal]:
    """The proposals as they are gone through: the report first unless it is coded, then sentence by sentence,
    each with its amounts before it and the further claims that were accepted from it behind it."""
    places = {one.locator: number for number, one in enumerate(draft.report.paragraphs)}
    head = [one for one in draft.proposals if one.table == "sources"]
    told = [(one, 0) for one in draft.proposals if one.table == "claims"]
    told += [(one, 1) for one in draft.sentences]
    keys = {one.proposal_id for one, _ in told}
    for one in draft.sentences:
        stem = f"{one.proposal_id}-"
        told += [
            (replace(one, proposal_id=key), 2) for key in accepted if key.startswith(stem) and key not in keys
        ]
    order = sorted(
        told, key=lambda pair: (places[pair[0].locator], pair[0].sentence[0], pair[1], pair[0].start)
    )
    return head + [one for one, _ in order]
