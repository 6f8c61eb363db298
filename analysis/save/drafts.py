"""Proposals written beside a corpus, and what a person decides on them: whole or not at all.

New tables are written into a folder first, which gets the name that readers look into when it is whole; then
they take the places of the old. What is cut off before is nothing, what is cut off after is finished by the
next.
"""

import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from analysis.errors import ParameterError, ReportError, nearest
from analysis.load.drafts import FILES, STEP, TEXTS, Drafted, drafts, drafts_folder
from analysis.model.drafts import ACCEPTED, OPEN, STATUSES, Draft, Proposal
from analysis.model.frames import DRAFTED_REPORTS, FORMS, PROPOSAL_FIELDS, PROPOSALS, Contract
from analysis.model.reports import ReportText
from analysis.save import steps


def write(draft: Draft, corpus: str | Path, *, keep_text: bool = False) -> Drafted:
    """Put a draft beside a corpus; all drafts of the corpus come back, this one with them.

    Drafting a report again replaces what is open and keeps what was accepted or rejected. The text of the
    report is kept only with `keep_text`, then as `texts/SOURCE_ID.txt`; what was kept before stays. Raises
    ReportError where proposals of another text were decided on already, ParameterError for a key that none
    can be, and CorpusError where the tables of drafts are broken; then nothing is written.
    """
    if not re.fullmatch(FORMS["sources"]["source_id"], draft.source_id):
        expected = "small letters a to z and digits, joined by hyphens"
        raise ParameterError(f"source: found {draft.source_id!r}; expected {expected}")
    with _alone(corpus) as folder:
        found = drafts(corpus)
        source, report = draft.source_id, draft.report
        before = found.reports[found.reports["source_id"] == source]
        same = bool((before["checksum"] == report.checksum).all())
        own = found.proposals["source_id"] == source
        decided = found.proposals[own & (found.proposals["status"] != OPEN)]
        if len(decided) and not same:
            raise ReportError(_changed(report, source, len(decided)))
        kept = keep_text or (same and bool(before["text_kept"].any()))
        fresh = [one for one in draft.proposals if one.proposal_id not in set(decided["proposal_id"])]
        gone = set(found.proposals["proposal_id"][own]) - set(decided["proposal_id"])
        row = {"source_id": source, "file": report.file, "checksum": report.checksum, "text_kept": kept}
        others = found.reports[found.reports["source_id"] != source]
        after = Drafted(
            _with(DRAFTED_REPORTS, others, [row]),
            _with(PROPOSALS, _without(found.proposals, gone), map(_row, fresh)),
            _with(PROPOSAL_FIELDS, _without(found.fields, gone), _values(fresh)),
        )
        text = folder / TEXTS / f"{source}.txt"
        if kept:
            text.parent.mkdir(exist_ok=True)
            _kept(text, _text(report))
        _replaced(folder, after)
        if not kept:
            text.unlink(missing_ok=True)  # that of another report, which this one replaces
        return after


def decide(draft: Draft, corpus: str | Path, proposal_id: str, status: str, row_key: str = "") -> None:
    """Note what has become of a proposal: `accepted`, with the key of its row, `rejected`, or `open` again.

    A sentence of the draft from which a person made a claim counts as a proposal from then on, until it is
    open again. Raises ParameterError for another status, for an accepted proposal without a key or one that
    is neither proposed nor a sentence; ReportError where the report was not drafted.
    """
    if status not in STATUSES or (status == ACCEPTED) != bool(row_key):
        expected = f"{', '.join(STATUSES)}, with the key of the row where it is accepted"
        wrong = f"status: found {status!r} with the key {row_key!r}; expected {expected}"
        raise ParameterError(f"{wrong}; nearest: {nearest(status, STATUSES) or OPEN}")
    with _alone(corpus) as folder:
        found = drafts(corpus)
        if draft.source_id not in set(found.reports["source_id"]):
            raise ReportError(f"{draft.source_id}: found no draft of this report in {folder}; draft it first")
        proposals = found.proposals
        if proposal_id not in set(proposals["proposal_id"]):
            made = [one for one in draft.sentences if one.proposal_id == proposal_id]
            if not made:
                near = nearest(proposal_id, proposals["proposal_id"]) or "none"
                raise ParameterError(f"{proposal_id}: found no such proposal in {folder}; nearest: {near}")
            proposals = _with(PROPOSALS, proposals, map(_row, made))
        this = proposals["proposal_id"] == proposal_id
        proposals.loc[this, "status"] = status
        proposals.loc[this, "row_key"] = row_key or None
        if status == OPEN and proposal_id in {one.proposal_id for one in draft.sentences}:
            proposals = proposals[~this]
        _replaced(folder, Drafted(found.reports, PROPOSALS.shaped(proposals), found.fields), "proposals.csv")


def decide_all(corpus: str | Path, decisions: Mapping[str, tuple[str, str]]) -> None:
    """Note what has become of many proposals at once: status and key of the row, empty where none was made,
    by the key of the proposal. Raises ParameterError where one is not proposed; then nothing is noted."""
    with _alone(corpus) as folder:
        found = drafts(corpus)
        proposals = found.proposals.set_index("proposal_id", drop=False)
        for key, (status, row_key) in decisions.items():
            if key not in proposals.index:
                near = nearest(key, proposals.index) or "none"
                raise ParameterError(f"{key}: found no such proposal in {folder}; nearest: {near}")
            proposals.loc[key, "status"] = status
            proposals.loc[key, "row_key"] = row_key or None
        after = PROPOSALS.shaped(proposals.reset_index(drop=True))
        _replaced(folder, Drafted(found.reports, after, found.fields), "proposals.csv")


def told(draft: Draft, corpus: str | Path) -> list[str]:
    """What was proposed, in lines for the command line: how many values of each column are sure, how many are
    left to be chosen, and what comes next."""
    made = _counted(len(draft.proposals), "proposal")
    paragraphs = _counted(len(draft.report.paragraphs), "paragraph")
    sentences = _counted(len(draft.sentences), "sentence")
    names = dict.fromkeys(name for one in draft.proposals for name in one.fields)
    width = max([*map(len, names), len("column")])
    lines = [f"{draft.source_id}: {made} from {paragraphs} of {sentences}, in {drafts_folder(corpus)}"]
    if names:
        lines.append(f"  {'column':<{width}}  sure  to choose")
    for name in names:
        best = [one.fields[name][0] for one in draft.proposals if one.fields.get(name)]
        sure = sum(one.sure for one in best)
        lines.append(f"  {name:<{width}}  {sure:>4}  {len(best) - sure:>9}")
    return [*lines, "Next: open notebooks/code_a_report.ipynb and accept, correct or reject them."]


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _changed(report: ReportText, source: str, decided: int) -> str:
    """What is said where a text is another than that on which a person has decided."""
    found = f"{report.file}: found another text than that of {source}, with {_counted(decided, 'decision')}"
    return f"{found} on it; expected the same file: restore it, or draft this one under another key"


def _row(proposal: Proposal) -> dict[str, object]:
    """A proposal as a row of its table, open."""
    return {
        **{name: getattr(proposal, name) for name in ("proposal_id", "table", "source_id", "start", "end")},
        **{name: getattr(proposal, name) or None for name in ("locator", "wording", "reading")},
        "sentence_start": proposal.sentence[0],
        "sentence_end": proposal.sentence[1],
        "status": OPEN,
        "row_key": None,
    }


def _values(proposals: Iterable[Proposal]) -> Iterator[dict[str, object]]:
    """What is proposed for each column, as rows of their table."""
    for proposal in proposals:
        for field, candidates in proposal.fields.items():
            for rank, one in enumerate(candidates, 1):
                yield {
                    "proposal_id": proposal.proposal_id,
                    "field": field,
                    "rank": rank,
                    "value": one.value,
                    "rule": one.rule,
                    "start": one.start,
                    "end": one.end,
                    "sure": one.sure,
                }


def _without(frame: pd.DataFrame, gone: set[str]) -> pd.DataFrame:
    return frame[~frame["proposal_id"].isin(gone)]


def _with(contract: Contract, frame: pd.DataFrame, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """A frame and more rows behind it."""
    more = contract.of([dict(row) for row in rows])
    return contract.shaped(pd.concat([frame, more]) if len(frame) else more)


def _text(report: ReportText) -> bytes:
    """The text as `load.report` reads it again: every line of the head says what it is."""
    head = {
        "Title": report.title,
        "Author": report.author,
        "Source": report.publisher,
        "Dateline": report.dateline,
        "Date": report.published,
    }
    blocks = ["\n".join(f"{name}: {value}" for name, value in head.items())]
    return "\n\n".join([*blocks, *(one.text for one in report.paragraphs)]).encode() + b"\n"


@contextmanager
def _alone(corpus: str | Path) -> Iterator[Path]:
    """The folder of the drafts while nobody else writes into it, made if it is not there; gone if it is left
    empty."""
    folder = drafts_folder(corpus)
    folder.mkdir(exist_ok=True)
    try:
        with steps.alone(folder, STEP):
            yield folder
    finally:
        if not any(folder.iterdir()):
            folder.rmdir()


def _replaced(folder: Path, after: Drafted, *files: str) -> None:
    """Put new tables in place of the old: those named, or all."""
    frames = {
        "proposals.csv": after.proposals,
        "proposal_fields.csv": after.fields,
        "reports.csv": after.reports,
    }
    made = Path(tempfile.mkdtemp(prefix=f"{STEP}-", dir=folder))
    for file in files or tuple(frames):
        steps.write(made / file, _csv(FILES[file], frames[file]))
    steps.carry_out(made, folder, STEP)


def _csv(contract: Contract, frame: pd.DataFrame) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(contract.names)
    columns = [
        frame[one.name].map({True: "yes", False: "no"}) if one.kind == "bool" else frame[one.name]
        for one in contract.columns
    ]
    for cells in zip(*columns, strict=True):
        writer.writerow(["" if pd.isna(cell) else cell for cell in cells])
    return text.getvalue().encode()


def _kept(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there when it is on the disk."""
    beside = path.with_name(f".{path.name}.new")
    steps.write(beside, content)
    os.replace(beside, path)
