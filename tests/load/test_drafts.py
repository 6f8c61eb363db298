"""What the check of a corpus tells of the drafts beside it: how many wait, and what is odd."""

import shutil

from analysis import load
from analysis.save.drafts import decide, write
from tests.drafted import DEAD, DRAFT, HEAD


def test_a_corpus_without_drafts_has_none_unreviewed(copy):
    found = load.review(copy.folder).drafts
    assert (found.proposals, found.reports, found.questions) == (0, 0, ())


def test_proposals_that_wait_are_counted_and_are_no_fault(copy):
    before = load.review(copy.folder).questions
    write(DRAFT, copy.folder)
    found = load.review(copy.folder)
    assert (found.faults, found.questions) == ((), before)
    assert (found.drafts.proposals, found.drafts.reports) == (2, 1)
    assert str(found.drafts) == "2 proposals of 1 report unreviewed"
    decide(DRAFT, copy.folder, HEAD.proposal_id, "rejected")
    decide(DRAFT, copy.folder, DEAD.proposal_id, "accepted", "a-p7-sorties")
    found = load.review(copy.folder)
    assert (found.drafts.proposals, found.questions) == (0, before)


def test_a_row_that_was_accepted_and_is_gone_is_asked_about(copy):
    write(DRAFT, copy.folder)
    decide(DRAFT, copy.folder, DEAD.proposal_id, "accepted", "a-p1-gone")
    (asked,) = load.review(copy.folder).drafts.questions
    assert str(asked) == (
        "drafts/proposals.csv, row 3, row_key: found 'a-p1-gone'. "
        "It was accepted, and claims has no such row: was it renamed or deleted by hand?"
    )
    decide(DRAFT, copy.folder, HEAD.proposal_id, "accepted", "harbour")
    assert [one.found for one in load.review(copy.folder).drafts.questions] == ["'harbour'", "'a-p1-gone'"]


def test_broken_drafts_are_asked_about_and_the_corpus_loads(copy):
    write(DRAFT, copy.folder)
    (copy.folder / "drafts" / "proposals.csv").write_text("proposal_id\nx\n", "utf-8")
    found = load.review(copy.folder)
    assert found.faults == ()
    assert all(one.file.startswith("drafts/") for one in found.drafts.questions)
    assert any(one.column == "status" for one in found.drafts.questions)
    assert load.corpus(copy.folder).title


def test_drafts_change_no_checksum_of_a_corpus(copy):
    before = load.corpus(copy.folder).checksum
    write(DRAFT, copy.folder, keep_text=True)
    assert load.corpus(copy.folder).checksum == before
    shutil.rmtree(copy.folder / "drafts")
    assert load.corpus(copy.folder).checksum == before
