"""Drafts beside a corpus: written whole or not at all, decisions kept, read back as they were."""

import os
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load
from analysis.errors import CorpusError, ParameterError, ReportError
from analysis.load.drafts import STEP, drafts_folder
from analysis.model.drafts import Candidate, Draft
from analysis.model.frames import DRAFTED_REPORTS, PROPOSAL_FIELDS, PROPOSALS
from analysis.model.reports import Paragraph, ReportText
from analysis.save.drafts import decide, told, write
from tests.contracts import breaches
from tests.drafted import DEAD, DENIAL, DRAFT, HEAD, REPORT

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp", "Zs", "Cf"))
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)


def statuses(folder) -> dict[str, tuple[str, str]]:
    """What has become of each proposal, by its key."""
    frame = load.drafts(folder).proposals.fillna("")
    return dict(zip(frame["proposal_id"], zip(frame["status"], frame["row_key"], strict=True), strict=True))


def files(folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_draft_is_read_back_as_it_was_written(tmp_path):
    written = write(DRAFT, tmp_path)
    found = load.drafts(tmp_path)
    for one, other, contract in (
        (written.reports, found.reports, DRAFTED_REPORTS),
        (written.proposals, found.proposals, PROPOSALS),
        (written.fields, found.fields, PROPOSAL_FIELDS),
    ):
        assert one.equals(other)
        assert breaches(contract, other) == []
    assert found.proposals["wording"].fillna("").tolist() == ["", "At least 12 people"]
    ranked = found.fields[["field", "rank", "value", "sure"]].values.tolist()
    assert ["place_id", 2, "kweires-air-base", False] in ranked
    assert ["measure", 1, "fatalities", True] in ranked


def test_without_drafts_all_is_empty(tmp_path):
    found = load.drafts(tmp_path)
    assert (len(found.reports), len(found.proposals), len(found.fields)) == (0, 0, 0)
    assert list(tmp_path.iterdir()) == []


def test_the_same_draft_makes_the_same_bytes(tmp_path):
    write(DRAFT, tmp_path)
    before = files(tmp_path)
    write(DRAFT, tmp_path)
    assert files(tmp_path) == before
    assert sorted(before) == ["drafts/proposal_fields.csv", "drafts/proposals.csv", "drafts/reports.csv"]


def test_beside_a_workbook_drafts_lie_under_its_name(tmp_path):
    (tmp_path / "war.xlsx").write_bytes(b"")
    write(DRAFT, tmp_path / "war.xlsx")
    assert drafts_folder(tmp_path / "war.xlsx") == tmp_path / "war-drafts"
    assert len(load.drafts(tmp_path / "war.xlsx").proposals) == 2


def test_decisions_are_kept_when_a_report_is_drafted_again(tmp_path):
    write(DRAFT, tmp_path)
    decide(DRAFT, tmp_path, HEAD.proposal_id, "accepted", "harbour")
    decide(DRAFT, tmp_path, DENIAL.proposal_id, "accepted", "harbour-p1-denied")
    better = replace(DEAD, fields={"measure": (Candidate("injured", "another rule", 0, 0, True),)})
    changed = replace(HEAD, fields={})
    write(Draft(REPORT, "harbour", (changed, better), (DENIAL,)), tmp_path)
    assert statuses(tmp_path) == {
        "harbour-head": ("accepted", "harbour"),
        "harbour-p1-s32": ("accepted", "harbour-p1-denied"),
        "harbour-p1-0": ("open", ""),
    }
    fields = load.drafts(tmp_path).fields
    assert fields.loc[fields["proposal_id"] == "harbour-p1-0", "value"].tolist() == ["injured"]
    assert fields.loc[fields["proposal_id"] == "harbour-head", "value"].tolist() == ["Harbour shelled"]


def test_another_text_replaces_a_draft_until_somebody_has_decided(tmp_path):
    write(DRAFT, tmp_path, keep_text=True)
    other = replace(DRAFT, report=replace(REPORT, checksum="b" * 64), proposals=(DEAD,))
    write(other, tmp_path)
    assert load.drafts(tmp_path).reports["checksum"].tolist() == ["b" * 64]
    assert list(statuses(tmp_path)) == ["harbour-p1-0"]
    assert not (tmp_path / "drafts" / "texts" / "harbour.txt").exists()
    decide(other, tmp_path, DEAD.proposal_id, "rejected")
    before = files(tmp_path)
    with pytest.raises(ReportError, match=r"another text than that of harbour, with 1 decision on it"):
        write(DRAFT, tmp_path, keep_text=True)
    assert files(tmp_path) == before


def test_drafts_of_other_reports_stay(tmp_path):
    write(DRAFT, tmp_path)
    other = Draft(REPORT, "b", (replace(DEAD, source_id="b", proposal_id="b-p1-0"),), ())
    write(other, tmp_path)
    write(DRAFT, tmp_path)
    assert sorted(statuses(tmp_path)) == ["b-p1-0", "harbour-head", "harbour-p1-0"]


def test_a_decision_is_taken_back_and_a_sentence_is_no_proposal_then(tmp_path):
    write(DRAFT, tmp_path)
    before = files(tmp_path)
    decide(DRAFT, tmp_path, DEAD.proposal_id, "accepted", "a")
    decide(DRAFT, tmp_path, DENIAL.proposal_id, "accepted", "b")
    decide(DRAFT, tmp_path, DENIAL.proposal_id, "open")
    decide(DRAFT, tmp_path, DEAD.proposal_id, "open")
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("key", "status", "row", "error"),
    [
        ("harbour-p1-0", "acepted", "a", "nearest: accepted"),
        ("harbour-p1-0", "accepted", "", "with the key of the row"),
        ("harbour-p1-0", "rejected", "a", "with the key of the row"),
        ("harbour-p1-1", "rejected", "", "found no such proposal .* nearest: harbour-p1-0"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(tmp_path, key, status, row, error):
    write(DRAFT, tmp_path)
    before = files(tmp_path)
    with pytest.raises(ParameterError, match=error):
        decide(DRAFT, tmp_path, key, status, row)
    assert files(tmp_path) == before


def test_nothing_is_decided_on_a_report_that_was_not_drafted(tmp_path):
    with pytest.raises(ReportError, match=r"harbour: found no draft"):
        decide(DRAFT, tmp_path, DEAD.proposal_id, "rejected")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["Harbour", "a b", "../x", "", "-a"])
def test_a_key_that_none_can_be_is_refused(tmp_path, key):
    with pytest.raises(ParameterError, match="small letters a to z and digits"):
        write(replace(DRAFT, source_id=key), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_broken_tables_are_told_by_cell_and_not_written_over(tmp_path):
    write(DRAFT, tmp_path)
    table = tmp_path / "drafts" / "proposals.csv"
    table.write_text(
        table.read_text("utf-8").replace(",open,", ",opn,").replace(",0,18,", ",0,eighteen,"), "utf-8"
    )
    before = files(tmp_path)
    with pytest.raises(CorpusError) as refusal:
        write(DRAFT, tmp_path)
    assert [(one.file, one.row, one.column, one.found, one.nearest) for one in refusal.value.faults] == [
        ("proposals.csv", 2, "status", "'opn'", "open"),
        ("proposals.csv", 3, "end", "'eighteen'", ""),
        ("proposals.csv", 3, "status", "'opn'", "open"),
    ]
    assert files(tmp_path) == before


def test_a_table_that_is_gone_keys_twice_and_orphans_are_faults(tmp_path):
    write(DRAFT, tmp_path)
    fields = tmp_path / "drafts" / "proposal_fields.csv"
    lines = fields.read_text("utf-8").splitlines()
    orphan = lines[1].replace("harbour-head", "harbour-haed")
    fields.write_text("\n".join([*lines, lines[1], orphan]) + "\n", "utf-8")
    (tmp_path / "drafts" / "reports.csv").unlink()
    with pytest.raises(CorpusError) as refusal:
        load.drafts(tmp_path)
    told_of = {(one.file, one.row, one.column, one.nearest) for one in refusal.value.faults}
    assert ("proposal_fields.csv", 6, "rank", "") in told_of
    assert ("proposal_fields.csv", 7, "proposal_id", "harbour-head") in told_of
    assert ("reports.csv", 0, "", "") in told_of


def test_what_is_cut_off_before_it_is_whole_is_nothing_and_later_is_finished(tmp_path, monkeypatch):
    write(DRAFT, tmp_path)
    before, replacing = files(tmp_path), os.replace

    def dying(at):
        def replaced(source, target):
            if str(target).endswith(at):
                raise KeyboardInterrupt
            replacing(source, target)

        return replaced

    monkeypatch.setattr(os, "replace", dying(STEP))
    with pytest.raises(KeyboardInterrupt):
        decide(DRAFT, tmp_path, DEAD.proposal_id, "rejected")
    assert statuses(tmp_path)["harbour-p1-0"] == ("open", "")
    monkeypatch.setattr(os, "replace", dying("drafts/proposals.csv"))
    with pytest.raises(KeyboardInterrupt):
        decide(DRAFT, tmp_path, DEAD.proposal_id, "rejected")
    assert statuses(tmp_path)["harbour-p1-0"] == ("rejected", "")
    monkeypatch.setattr(os, "replace", replacing)
    decide(DRAFT, tmp_path, DEAD.proposal_id, "open")
    assert files(tmp_path) == before


def test_two_who_decide_at_once_both_are_heard(tmp_path):
    amounts = tuple(replace(DEAD, proposal_id=f"harbour-p1-{n}") for n in range(8))
    many = replace(DRAFT, proposals=amounts)
    write(many, tmp_path)
    threads = [
        threading.Thread(target=decide, args=(many, tmp_path, one.proposal_id, "rejected")) for one in amounts
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert {status for status, _ in statuses(tmp_path).values()} == {"rejected"}


def test_the_text_is_kept_where_the_user_says_so_and_reads_the_same(tmp_path):
    write(DRAFT, tmp_path)
    assert not (tmp_path / "drafts" / "texts").exists()
    write(DRAFT, tmp_path, keep_text=True)
    write(DRAFT, tmp_path)
    again = load.report(tmp_path / "drafts" / "texts" / "harbour.txt")
    assert replace(again, file=REPORT.file, checksum=REPORT.checksum) == REPORT
    assert load.drafts(tmp_path).reports["text_kept"].tolist() == [True]


@given(texts=st.lists(WORDS, min_size=1, max_size=5), title=st.one_of(st.just(""), WORDS))
def test_any_text_that_is_kept_has_the_same_paragraphs_again(tmp_path_factory, texts, title):
    folder = tmp_path_factory.mktemp("corpus")
    text = "\n\n".join([*([f"Title: {title}"] if title else []), *texts])
    (folder / "report.txt").write_text(text, "utf-8")
    try:
        found = load.report(folder / "report.txt")
    except ReportError:  # a head alone
        return
    write(Draft(found, "any", (), ()), folder, keep_text=True)
    again = load.report(folder / "drafts" / "texts" / "any.txt")
    assert again.paragraphs == found.paragraphs
    assert again.title == found.title


def test_what_was_proposed_is_counted_by_column(tmp_path):
    assert told(DRAFT, tmp_path) == [
        f"harbour: 2 proposals from 2 paragraphs of 1 sentence, in {tmp_path}/drafts",
        "  column    sure  to choose",
        "  title        1          0",
        "  measure      1          0",
        "  place_id     0          1",
        "Next: open notebooks/code_a_report.ipynb and accept, correct or reject them.",
    ]
    empty = Draft(ReportText("", "", "", "", "", "", "", (Paragraph("p1", "Why?"),)), "any", (), ())
    assert told(empty, tmp_path)[0].startswith("any: 0 proposals from 1 paragraph of 0 sentences,")
