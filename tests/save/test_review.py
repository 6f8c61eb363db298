"""Proposals go through a workbook: a person decides there; all that was accepted enters, or nothing."""

import openpyxl
import pytest
from typer.testing import CliRunner

from analysis import load
from analysis.cli import app
from analysis.derive.drafting import drafted
from analysis.errors import CorpusError, SitrepError
from analysis.load import check
from analysis.save.accept import accept
from analysis.save.drafts import decide, write
from analysis.save.review import write_review
from analysis.save.workbook import convert
from tests.conftest import ROOT

TEXT = """Title: Harbour shelled
Source: Halyard
Date: 12 November 2015

At least 12 people were killed in Aleppo on Tuesday, the army said. Activists said 30 people were wounded.

About 2,000 people fled.
"""


@pytest.fixture
def drafts(copy, tmp_path):
    """The corpus of Aleppo with a report drafted beside it, and its text kept."""
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    report = load.report(tmp_path / "harbour.txt")
    draft = drafted(report, load.corpus(copy.folder, "restricted"), "harbour")
    write(draft, copy.folder, keep_text=True)
    return draft


class Review:
    """A workbook of proposals, edited as in a spreadsheet."""

    def __init__(self, folder, path):
        self.folder, self.path = folder, path
        self.count = write_review(folder, path)
        self.book = openpyxl.load_workbook(path)

    def cell(self, sheet, row, column):
        heads = [cell.value for cell in self.book[sheet][1]]
        return self.book[sheet].cell(row, heads.index(column) + 1)

    def fill(self, sheet, row, **cells):
        for column, value in cells.items():
            self.cell(sheet, row, column).value = value

    def row_of(self, wording):
        return next(n for n in range(2, 50) if self.cell("claims", n, "wording").value == wording)

    def accept(self):
        self.book.save(self.path)
        return accept(self.path, self.folder)

    def refused(self):
        """The faults for which nothing was taken, as plain tuples; and nothing was."""
        before = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        with pytest.raises(CorpusError) as refusal:
            self.accept()
        assert {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()} == before
        return [(f.file, f.row, f.column, f.found, f.nearest) for f in refusal.value.faults]


@pytest.fixture
def review(copy, drafts, tmp_path):
    return Review(copy.folder, tmp_path / "proposals.xlsx")


SOURCE = {"decision": "accepted", "kind": "news_report", "reliability": "C", "title": "Harbour shelled"}
CLAIM = {"speaker_id": "antiwar-desk", "credibility": "3", "summary": "Dead in Aleppo."}


def speaker(folder):
    return load.corpus(folder, "restricted").speakers["speaker_id"].iloc[0]


def test_a_row_says_what_it_rests_on_and_is_filled_where_it_is_sure(review, drafts):
    row = review.row_of("At least 12 people")
    assert review.cell("claims", row, "decision").value == "open"
    assert review.cell("claims", row, "source_id").value == "harbour"
    assert review.cell("claims", row, "sentence").value.startswith("At least 12 people were killed in Aleppo")
    assert review.cell("claims", row, "reading").value
    proposal = next(one for one in drafts.proposals if one.wording == "At least 12 people")
    assert review.cell("claims", row, "measure").value == proposal.filled("measure") == "fatalities"
    for name, candidates in proposal.fields.items():
        if name in [cell.value for cell in review.book["claims"][1]]:
            assert (review.cell("claims", row, name).value or "") == (
                candidates[0].value if candidates[0].sure else ""
            )
    assert review.count == len(drafts.proposals)
    assert review.book["claims"].freeze_panes == "B2"


def offered(review, sheet, row, column):
    """What the drop-down of one cell offers."""
    at = review.cell(sheet, row, column).coordinate
    (rule,) = [one for one in review.book[sheet].data_validations.dataValidation if at in one.sqref]
    if rule.formula1.startswith('"'):
        return rule.formula1.strip('"').split(",")
    place, _, span = rule.formula1.rpartition("!")
    return [cell.value for (cell,) in review.book[place.strip("'")][span.replace("$", "")]]


def test_what_is_not_sure_offers_ranked_choices_and_what_is_sure_all_keys(review, drafts, copy):
    coded = load.corpus(copy.folder, "restricted")
    keys = {"event_id": coded.events["event_id"].tolist(), "place_id": coded.places["place_id"].tolist()}
    ranked = 0
    for proposal in (one for one in drafts.proposals if one.table == "claims"):
        row = review.row_of(proposal.wording)
        assert offered(review, "claims", row, "decision") == ["open", "accepted", "rejected"]
        for name, every in keys.items():
            own = [one.value for one in proposal.fields.get(name, ())]
            unsure = bool(own) and not proposal.fields[name][0].sure
            ranked += unsure
            assert offered(review, "claims", row, name) == (own if unsure else every)
    assert ranked


def test_what_is_accepted_enters_and_what_is_rejected_does_not(review, copy):
    row, other = review.row_of("At least 12 people"), review.row_of("30 people")
    review.fill("sources", 2, **SOURCE)
    review.fill("claims", row, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)})
    review.fill("claims", other, decision="rejected")
    before = load.corpus(copy.folder, "restricted")
    done = review.accept()
    assert (done.accepted[0], done.rejected, done.open) == ("harbour", 1, review.count - 3)
    after = load.corpus(copy.folder, "restricted")
    assert len(after.sources) == len(before.sources) + 1
    (new,) = after.claims[~after.claims["claim_id"].isin(before.claims["claim_id"])].to_dict("records")
    assert (new["claim_id"], new["source_id"], new["wording"]) == (
        done.accepted[1],
        "harbour",
        "At least 12 people",
    )
    assert (new["low"], new["summary"]) == (12, "Dead in Aleppo.")
    noted = load.drafts(copy.folder).proposals.set_index("wording")
    assert noted.loc["At least 12 people", ["status", "row_key"]].tolist() == ["accepted", new["claim_id"]]
    assert noted.loc["30 people", "status"] == "rejected"
    assert check(copy.folder) == ()


def test_accepting_the_same_workbook_again_adds_nothing(review, copy):
    review.fill("sources", 2, **SOURCE)
    review.accept()
    files = {path: path.read_bytes() for path in copy.folder.glob("*.csv")}
    assert review.accept().accepted == ()
    assert {path: path.read_bytes() for path in copy.folder.glob("*.csv")} == files


def test_a_row_that_entered_and_was_not_noted_is_noted_and_not_put_in_twice(review, copy, drafts):
    """As after a crash between the two."""
    review.fill("sources", 2, **SOURCE)
    row = review.row_of("At least 12 people")
    review.fill("claims", row, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)})
    done = review.accept()
    files = {path: path.read_bytes() for path in copy.folder.glob("*.csv")}
    for key in load.drafts(copy.folder).proposals.query("status == 'accepted'")["proposal_id"]:
        decide(drafts, copy.folder, key, "open")
    assert review.accept() == done
    assert {path: path.read_bytes() for path in copy.folder.glob("*.csv")} == files


def test_two_claims_alike_get_keys_of_their_own(review, copy):
    review.fill("sources", 2, **SOURCE)
    rows = [review.row_of("At least 12 people"), review.row_of("30 people")]
    for number, row in enumerate(rows):
        review.fill("claims", row, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)})
        review.fill(
            "claims", row, measure="fatalities", counts=None, summary=f"Dead, told {number}.", locator="p1"
        )
    done = review.accept()
    assert len(set(done.accepted)) == 3
    assert done.accepted[2] == f"{done.accepted[1]}-2"


def test_a_row_that_cannot_be_accepted_is_told_by_its_cell_and_nothing_enters(review, copy):
    review.fill("sources", 2, **SOURCE)
    row, other = review.row_of("At least 12 people"), review.row_of("30 people")
    review.fill("claims", row, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)})
    review.fill("claims", other, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)[:-1]})
    review.fill("claims", other, summary="Two lines,\nand more.", measure="injurd")
    told = review.refused()
    places = {column: review.cell("claims", other, column).coordinate for column in ("speaker_id", "measure")}
    assert {(file, row_, column, near) for file, row_, column, _, near in told} >= {
        (
            f"proposals.xlsx, sheet claims, cell {places['speaker_id']}",
            other,
            "speaker_id",
            speaker(copy.folder),
        ),
        (f"proposals.xlsx, sheet claims, cell {places['measure']}", other, "measure", "injured"),
    }
    assert {row_ for _, row_, *_ in told} == {other}


def test_a_claim_of_a_report_that_is_not_accepted_is_refused(review, copy):
    row = review.row_of("At least 12 people")
    review.fill("claims", row, decision="accepted", **CLAIM | {"speaker_id": speaker(copy.folder)})
    at = review.cell("claims", row, "source_id").coordinate
    assert [one[:4] for one in review.refused()] == [
        (f"proposals.xlsx, sheet claims, cell {at}", row, "source_id", "unknown key 'harbour'")
    ]


@pytest.mark.parametrize(
    ("column", "value", "found", "near"),
    [
        ("decision", "acepted", "'acepted'", "accepted"),
        ("decision", '="acc"&"epted"', """a formula '="acc"&"epted"'""", ""),
        ("proposal_id", "nothing-such", "'nothing-such'", ""),
        ("proposal_id", None, "nothing", ""),
        ("as_of", "=TODAY()", "a formula '=TODAY()'", ""),
        ("locator", None, "an empty cell", ""),
        ("measure", None, "an empty cell", ""),
    ],
)
def test_a_cell_that_is_wrong_in_itself_is_told(review, column, value, found, near):
    row = review.row_of("At least 12 people")
    review.fill("claims", row, decision="accepted")
    review.fill("claims", row, **{column: value})
    at = review.cell("claims", row, column).coordinate
    assert review.refused() == [(f"proposals.xlsx, sheet claims, cell {at}", row, column, found, near)]


def test_headings_and_sheets_that_mean_nothing_are_told(review):
    review.cell("claims", 1, "decision").value = "decisoin"
    review.book.create_sheet("notes")
    told = {(file, found, near) for file, _, _, found, near in review.refused()}
    assert ("proposals.xlsx, sheet claims", "no such column", "decisoin") in told
    assert ("proposals.xlsx, sheet notes", "a sheet that is none of proposals", "") in told


def test_what_was_decided_meanwhile_is_not_decided_again(review, copy, drafts):
    key = review.cell("claims", review.row_of("30 people"), "proposal_id").value
    decide(drafts, copy.folder, key, "rejected")
    review.fill("claims", review.row_of("30 people"), decision="accepted")
    (fault,) = review.refused()
    assert fault[2:4] == ("decision", "accepted")


def test_a_role_beside_a_claim_enters_with_it_and_without_its_actor_is_told(review, copy):
    coded = load.corpus(copy.folder, "restricted")
    review.fill("sources", 2, **SOURCE)
    row = review.row_of("At least 12 people")
    review.fill(
        "claims", row, decision="accepted", role="attacker", **CLAIM | {"speaker_id": speaker(copy.folder)}
    )
    review.fill("claims", row, event_id=None, actor_id=None)
    (fault,) = review.refused()
    assert fault[:3] == ("proposals.xlsx, sheet claims", row, "role")
    event, actor = coded.events["event_id"].iloc[0], coded.actors["actor_id"].iloc[0]
    review.fill("claims", row, event_id=event, actor_id=actor)
    done = review.accept()
    after = load.corpus(copy.folder, "restricted").participants
    assert after[after["claim_id"] == done.accepted[1]][["event_id", "actor_id", "role"]].values.tolist() == [
        [event, actor, "attacker"]
    ]


def test_proposals_are_no_part_of_the_corpus_as_a_workbook(copy, drafts, tmp_path):
    book = openpyxl.load_workbook(convert(copy.folder, tmp_path / "war.xlsx"))
    assert not [name for name in book.sheetnames if "proposal" in name or "draft" in name]


def test_where_there_is_nothing_to_decide_on_no_workbook_is_written(copy, tmp_path):
    with pytest.raises(SitrepError, match="found no open proposal"):
        write_review(copy.folder, tmp_path / "proposals.xlsx")
    assert not (tmp_path / "proposals.xlsx").exists()


def test_a_corpus_that_is_a_workbook_is_not_written_into(copy, tmp_path):
    book = convert(copy.folder, tmp_path / "war.xlsx")
    for refused in (lambda: write_review(book, tmp_path / "new.xlsx"), lambda: accept(book, book)):
        with pytest.raises(SitrepError, match="expected the folder of a corpus"):
            refused()


def test_the_commands_say_what_was_done_and_what_comes_next(copy, drafts, tmp_path):
    book = tmp_path / "proposals.xlsx"
    run = CliRunner().invoke
    result = run(app, ["review", str(copy.folder), str(book)])
    count = len(drafts.proposals)
    assert result.stdout == (
        f"{book}: {count} open; decide there, then: sitrep accept {book} --into {copy.folder}\n"
    )
    assert (
        run(app, ["review", str(copy.folder), str(book)]).stderr
        == f"{book}: exists already; expected a new name\n"
    )
    result = run(app, ["accept", str(book), "--into", str(copy.folder)])
    assert result.stdout == f"{copy.folder}: 0 accepted, 0 rejected, {count} open\n"


def test_the_exercise_goes_through_a_workbook_too(tmp_path, seeds):
    """A report that is coded already has no proposal for itself, and one sheet alone."""
    import shutil

    folder = shutil.copytree(seeds / "exercise", tmp_path / "exercise")
    report = load.report(ROOT / "seeds/exercise/reports/halyard-market.txt")
    draft = drafted(report, load.corpus(folder, "restricted"), "halyard-market")
    write(draft, folder)
    review = Review(folder, tmp_path / "proposals.xlsx")
    assert "sources" not in review.book.sheetnames
    assert review.cell("claims", 2, "sentence").value is None
    for row in range(2, review.count + 2):
        review.fill("claims", row, decision="rejected")
    assert review.accept().rejected == review.count
    assert set(load.drafts(folder).proposals["status"]) == {"rejected"}
