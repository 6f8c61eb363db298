"""The Python side of the desk: what the screen asks for, what then stands in the tables and on the screen."""

import shutil

import pytest

from analysis import load
from analysis.errors import CorpusError, ParameterError, ReportError
from analysis.live.coder import Coder
from tests.live.conftest import REPORT

SOURCE = "halyard-market"
DEAD, SENTENCE = f"{SOURCE}-p1-116", f"{SOURCE}-p1-s0"
CELLS = {
    "locator": "p1",
    "speaker_id": "hospital-director",
    "measure": "fatalities",
    "wording": "at least 71 people",
    "event_id": "market-strike",
    "summary": "People killed at the market.",
}


@pytest.fixture
def coder(exercise):
    return Coder(REPORT, exercise.folder, SOURCE)


def wish(coder, **content):
    """What the screen asks for, and what it is told."""
    coder._handle_custom_msg(content, [])
    return coder.told


def item(coder, key):
    return next(one for one in coder.view["items"] if one["key"] == key)


def decided(folder, key):
    frame = load.drafts(folder).proposals.set_index("proposal_id").fillna("")
    return tuple(frame.loc[key, ["status", "row_key"]]) if key in frame.index else None


def test_the_screen_begins_with_the_text_and_its_proposals_in_order(coder):
    view = coder.view
    text = {one["locator"]: one["text"] for one in view["paragraphs"]}
    assert list(text) == [f"p{number}" for number in range(1, 10)]
    places = [(int(one["locator"][1:]), one["sentence"][0]) for one in view["items"]]
    assert places == sorted(places)
    for one in view["items"]:
        assert text[one["locator"]][one["start"] : one["end"]] == one["wording"]
    assert item(coder, DEAD)["status"] == "open"
    assert "hospital-director" in dict(view["known"]["values"]["speaker_id"])
    assert view["known"]["events"]["place"]["market-strike"] == "lower-quay"


def test_what_is_accepted_stands_in_the_tables_and_beside_them(coder, exercise):
    told = wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS)
    assert told["done"] == "accepted"
    key = told["cells"]["claim_id"]
    last = load.corpus(exercise.folder).claims.iloc[-1]
    assert (last["claim_id"], last["wording"], last["source_id"]) == (key, "at least 71 people", SOURCE)
    assert decided(exercise.folder, DEAD) == ("accepted", key)
    assert (item(coder, DEAD)["status"], item(coder, DEAD)["row"]) == ("accepted", key)
    assert key in dict(coder.view["known"]["values"]["about"])


def test_undo_takes_back_rows_and_decisions_one_by_one(coder, exercise):
    before = exercise.rows("claims")
    wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS)
    wish(coder, do="reject", key=f"{SOURCE}-p1-146")
    assert decided(exercise.folder, f"{SOURCE}-p1-146") == ("rejected", "")
    assert wish(coder, do="undo")["key"] == f"{SOURCE}-p1-146"
    assert len(exercise.rows("claims")) == len(before) + 1
    assert wish(coder, do="undo")["key"] == DEAD
    assert exercise.rows("claims") == before
    assert decided(exercise.folder, DEAD) == ("open", "")
    assert item(coder, DEAD)["status"] == "open"
    assert wish(coder, do="undo") == {"done": "undone", "key": "", "number": 5}


def test_a_refusal_names_the_cell_and_changes_nothing(coder, exercise):
    before = exercise.rows("claims")
    told = wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS | {"place_id": "lower-qay"})
    assert told["done"] == "refused"
    assert [one["column"] for one in told["faults"]] == ["place_id"]
    assert "nearest valid: lower-quay" in told["faults"][0]["text"]
    assert exercise.rows("claims") == before
    assert decided(exercise.folder, DEAD) == ("open", "")


def test_two_refusals_alike_are_told_both(coder):
    wrong = CELLS | {"place_id": "nowhere-at-all"}
    first = wish(coder, do="accept", key=DEAD, table="claims", cells=wrong)
    assert wish(coder, do="accept", key=DEAD, table="claims", cells=wrong)["number"] > first["number"]


def test_a_disk_that_fails_is_told_too(coder, exercise, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.save.steps.write", full)
    told = wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS)
    assert told["done"] == "refused"
    assert "No space left" in told["faults"][0]["text"]


def test_a_row_goes_again_where_its_decision_cannot_be_noted(coder, exercise):
    before = exercise.rows("claims")
    (exercise.folder / "drafts" / "reports.csv").unlink()
    told = wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS)
    assert told["done"] == "refused"
    assert exercise.rows("claims") == before


def test_a_sentence_gives_as_many_claims_as_it_has(coder, exercise):
    cells = CELLS | {"measure": "occurrence", "wording": "hit the market"}
    wish(coder, do="accept", key=SENTENCE, table="claims", cells=cells)
    told = wish(
        coder, do="accept", key=f"{SENTENCE}-2", table="claims", cells=cells | {"measure": "assessment"}
    )
    assert decided(exercise.folder, f"{SENTENCE}-2") == ("accepted", told["cells"]["claim_id"])
    again = Coder(REPORT, exercise.folder, SOURCE)
    keys = [one["key"] for one in again.view["items"]]
    assert keys.index(f"{SENTENCE}-2") == keys.index(SENTENCE) + 1
    assert item(again, f"{SENTENCE}-2")["row"] == told["cells"]["claim_id"]
    assert wish(coder, do="undo")["key"] == f"{SENTENCE}-2"
    assert decided(exercise.folder, f"{SENTENCE}-2") is None


def test_reopened_it_shows_what_was_decided_and_undoes_none_of_it(coder, exercise):
    key = wish(coder, do="accept", key=DEAD, table="claims", cells=CELLS)["cells"]["claim_id"]
    wish(coder, do="reject", key=f"{SOURCE}-p1-146")
    again = Coder(REPORT, exercise.folder, SOURCE)
    assert (item(again, DEAD)["status"], item(again, DEAD)["row"]) == ("accepted", key)
    assert item(again, f"{SOURCE}-p1-146")["status"] == "rejected"
    assert wish(again, do="undo")["key"] == ""
    assert key in set(load.corpus(exercise.folder).claims["claim_id"])


def test_a_report_that_is_new_is_coded_before_its_claims(exercise, tmp_path):
    report = tmp_path / "harbour.txt"
    report.write_text(
        "Title: Harbour shelled\n\nThree people were killed in Dōlmaçe, the army said.\n", "utf-8"
    )
    coder = Coder(report, exercise.folder, "harbour-shelled")
    head = coder.view["items"][0]
    assert (head["table"], head["fields"]["title"][0][0]) == ("sources", "Harbour shelled")
    cells = {"source_id": "harbour-shelled", "title": "Harbour shelled", "kind": "news_report"}
    early = wish(coder, do="accept", key="harbour-shelled-p1-0", table="claims", cells=CELLS)
    assert [one["column"] for one in early["faults"]] == ["source_id"]
    assert wish(coder, do="accept", key=head["key"], table="sources", cells=cells)["done"] == "accepted"
    told = wish(coder, do="accept", key="harbour-shelled-p1-0", table="claims", cells=CELLS)
    assert told["cells"]["claim_id"].startswith("harbour-shelled-p1-fatalities")


def test_another_text_under_the_same_key_is_refused_once_somebody_has_decided(coder, exercise, tmp_path):
    wish(coder, do="reject", key=DEAD)
    other = tmp_path / "other.txt"
    other.write_text(REPORT.read_text("utf-8").replace("71", "72"), "utf-8")
    with pytest.raises(ReportError, match="another text than that of halyard-market, with 1 decision"):
        Coder(other, exercise.folder, SOURCE)


def test_a_workbook_and_a_broken_corpus_are_refused_at_once(exercise, tmp_path):
    (tmp_path / "war.xlsx").write_bytes(b"")
    with pytest.raises(ParameterError, match=r"corpus: found the file .*war\.xlsx; expected the folder"):
        Coder(REPORT, tmp_path / "war.xlsx", SOURCE)
    exercise.plant("claims", "a-p1-killed", place_id="lower-qay")
    with pytest.raises(CorpusError, match="nearest valid: lower-quay"):
        Coder(REPORT, exercise.folder, SOURCE)
    assert not (exercise.folder / "drafts").exists()


def test_a_step_that_was_cut_off_is_finished_when_the_desk_opens(exercise, tmp_path):
    step = exercise.folder / ".coding"
    step.mkdir()
    shutil.copyfile(exercise.folder / "claims.csv", step / "claims.csv")
    rows = exercise.rows("claims")
    exercise.write("claims", rows[:-1])
    Coder(REPORT, exercise.folder, SOURCE)
    assert exercise.rows("claims") == rows


def test_columns_that_the_tables_lack_are_not_offered(copy, tmp_path):
    report = tmp_path / "x.txt"
    report.write_text("Title: X\n\nIt was quiet in Aleppo.\n", "utf-8")
    tables = Coder(report, copy.folder, "x").view["known"]["tables"]
    assert "stance" not in tables["claims"]["columns"]
    assert "place_id" in tables["claims"]["columns"]
