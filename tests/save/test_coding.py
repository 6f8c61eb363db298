"""Rows put into the tables of a corpus and taken back: whole or nothing, and every other byte as it was."""

import csv
import io
import os
import shutil
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import load
from analysis.errors import CorpusError, SitrepError
from analysis.save import coding
from analysis.save.coding import Row, add, columns_of, finish, take_back
from tests.conftest import Copy

CLAIM = {
    "claim_id": "c-p1-new",
    "source_id": "isis-villages-retaken",
    "locator": "p1",
    "speaker_id": "jason-ditz",
    "measure": "assessment",
    "wording": "with some success",
    "summary": "The rebels had some success.",
}
EVENT = {"event_id": "new-fighting", "kind": "fighting", "title": "Fighting"}


def contents(folder) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_row_stands_at_the_end_of_its_table_and_nothing_else_changes(copy):
    before = contents(copy.folder)
    add(copy.folder, [Row("claims", CLAIM)])
    after = contents(copy.folder)
    assert [name for name in after if after[name] != before.get(name)] == ["claims.csv"]
    assert after["claims.csv"].startswith(before["claims.csv"])
    last = load.corpus(copy.folder).claims.iloc[-1]
    assert {name: last[name] for name in CLAIM} == CLAIM


def test_rows_of_several_tables_come_and_go_together(copy):
    before = contents(copy.folder)
    added = add(copy.folder, [Row("events", EVENT), Row("claims", {**CLAIM, "event_id": "new-fighting"})])
    assert "new-fighting" in set(load.corpus(copy.folder).events["event_id"])
    take_back(copy.folder, added)
    assert contents(copy.folder) == before


LETTERS = st.characters(exclude_categories=("C", "M", "Z"))
TEXTS = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=6).flatmap(
    lambda words: st.sampled_from([" ", ", ", "; ", '"', "\t"]).map(lambda between: between.join(words))
)


@settings(max_examples=20)
@given(
    rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.booleans(),
    delimiter=st.sampled_from([",", ";", "\t"]),
    closed=st.booleans(),
)
def test_what_is_taken_back_leaves_every_byte_as_it_was(
    aleppo, tmp_path_factory, rows, ends, mark, delimiter, closed
):
    folder = tmp_path_factory.mktemp("form") / "corpus"
    shutil.copytree(aleppo, folder)
    copy = Copy(folder)
    copy.describe("claims", dialect={"delimiter": delimiter})
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=ends).writerows(copy.rows("claims"))
    content = text.getvalue() if closed else text.getvalue().removesuffix(ends)
    (folder / "claims.csv").write_text(content, "utf-8-sig" if mark else "utf-8", newline="")
    before = contents(folder)
    added = add(
        folder,
        [
            Row("claims", CLAIM | {"claim_id": f"c-p1-new-{number}", "wording": wording, "summary": summary})
            for number, (wording, summary) in enumerate(rows)
        ],
    )
    written = (folder / "claims.csv").read_bytes()
    assert written.startswith(before["claims.csv"])
    assert written.endswith(ends.encode())
    lines = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    assert [(line["wording"], line["summary"]) for line in lines[-len(rows) :]] == rows
    take_back(folder, added)
    assert contents(folder) == before


def test_a_file_with_line_ends_of_its_own_keeps_them(copy):
    copy.edit("claims.csv", lambda content: content.replace(b"\n", b"\r\n"))
    add(copy.folder, [Row("claims", CLAIM)])
    assert b"\n" not in (copy.folder / "claims.csv").read_bytes().replace(b"\r\n", b"")


def test_a_row_with_faults_is_refused_with_all_of_them_and_nothing_changes(copy):
    before = contents(copy.folder)
    wrong = CLAIM | {"place_id": "alepo", "measure": "assessmnt", "as_of": "2015-13-01"}
    with pytest.raises(CorpusError) as refusal:
        add(copy.folder, [Row("events", EVENT), Row("claims", wrong)])
    told = {(one.file, one.column, one.nearest) for one in refusal.value.faults}
    assert {("claims.csv", "place_id", "aleppo"), ("claims.csv", "measure", "assessment")} <= told
    assert "as_of" in {column for _, column, _ in told}
    assert contents(copy.folder) == before


def test_a_column_that_the_file_lacks_is_named_with_the_nearest(copy):
    before = contents(copy.folder)
    with pytest.raises(CorpusError, match=r"claims\.csv, row 1, palce_id: .*nearest valid: place_id"):
        add(copy.folder, [Row("claims", CLAIM | {"palce_id": "aleppo"})])
    assert contents(copy.folder) == before


def test_two_rows_into_a_file_without_a_last_line_end_stand_on_lines_of_their_own(copy):
    copy.edit("claims.csv", lambda content: content.removesuffix(b"\n"))
    before = contents(copy.folder)
    added = add(copy.folder, [Row("claims", CLAIM), Row("claims", CLAIM | {"claim_id": "c-p1-newer"})])
    assert load.corpus(copy.folder).claims["claim_id"].tolist()[-2:] == ["c-p1-new", "c-p1-newer"]
    take_back(copy.folder, added)
    assert contents(copy.folder) == before


def test_what_a_later_row_builds_on_is_not_taken_back(copy):
    copy.add_columns("claims", "stance", "about")
    first = add(copy.folder, [Row("claims", CLAIM)])
    later = CLAIM | {"claim_id": "c-p1-doubt", "speaker_id": "us-government", "stance": "doubts"}
    add(copy.folder, [Row("claims", later | {"about": "c-p1-new"})])
    before = contents(copy.folder)
    with pytest.raises(CorpusError, match="about"):
        take_back(copy.folder, first)
    assert contents(copy.folder) == before


def test_a_row_that_was_changed_by_hand_is_not_taken_back(copy):
    added = add(copy.folder, [Row("claims", CLAIM)])
    copy.edit("claims.csv", lambda content: content.replace(b"had some success.", b"had success."))
    before = contents(copy.folder)
    with pytest.raises(SitrepError, match=r"claims\.csv: found no row as it was added"):
        take_back(copy.folder, added)
    assert contents(copy.folder) == before


class Killed(BaseException):
    """The end of the process."""


@pytest.mark.parametrize("death", range(4))
def test_a_step_that_is_cut_off_is_whole_or_nothing(copy, monkeypatch, death):
    """The process ends at one renaming after the other: before the step is whole, before each table."""
    rows = [Row("events", EVENT), Row("claims", {**CLAIM, "event_id": "new-fighting"})]
    before, replacing, calls = contents(copy.folder), os.replace, []

    def dying(source, target):
        if len(calls) == death:
            raise Killed
        calls.append(target)
        replacing(source, target)

    monkeypatch.setattr(os, "replace", dying)
    if death < 3:  # the step, claims, events
        with pytest.raises(Killed):
            add(copy.folder, rows)
    else:
        add(copy.folder, rows)
    monkeypatch.setattr(os, "replace", replacing)
    finish(copy.folder)
    if death == 0:
        assert contents(copy.folder) == before
    else:
        coded = load.corpus(copy.folder)
        assert "new-fighting" in set(coded.events["event_id"])
        assert "c-p1-new" in set(coded.claims["claim_id"])
        assert set(contents(copy.folder)) == set(before)


def test_what_a_killed_process_left_half_written_is_swept_away(copy):
    before = contents(copy.folder)
    left = copy.folder / f"{coding.STEP}-left"
    left.mkdir()
    (left / "claims.csv").write_text("claim_id,so", "utf-8")
    finish(copy.folder)
    assert contents(copy.folder) == before
    assert not left.exists()


def test_an_editor_that_saves_meanwhile_loses_nothing(copy, monkeypatch):
    checking, seen = coding.check, []

    def saving(room):
        if not seen:
            copy.edit("claims.csv", lambda content: content.replace(b"an offensive", b"an attack"))
            seen.append(room)
        return checking(room)

    copy.plant("claims", "c-p1-isis-advance", summary="On Friday an offensive began.")
    monkeypatch.setattr(coding, "check", saving)
    add(copy.folder, [Row("claims", CLAIM)])
    claims = load.corpus(copy.folder).claims.set_index("claim_id")
    assert claims.loc["c-p1-isis-advance", "summary"] == "On Friday an attack began."
    assert "c-p1-new" in claims.index


def test_tables_that_change_all_the_while_are_left_alone(copy, monkeypatch):
    checking = coding.check

    def saving(room):
        copy.edit("claims.csv", lambda content: content.replace(b"next to", b"very next to"))
        return checking(room)

    monkeypatch.setattr(coding, "check", saving)
    with pytest.raises(SitrepError, match="changed while rows were added; expected nobody else"):
        add(copy.folder, [Row("claims", CLAIM)])
    monkeypatch.undo()
    assert "c-p1-new" not in set(load.corpus(copy.folder).claims["claim_id"])


def test_two_desks_at_once_both_are_heard(copy):
    rows = [Row("claims", CLAIM | {"claim_id": f"c-p1-new-{number}"}) for number in range(6)]
    threads = [threading.Thread(target=add, args=(copy.folder, [row])) for row in rows]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found = set(load.corpus(copy.folder).claims["claim_id"])
    assert {f"c-p1-new-{number}" for number in range(6)} <= found


def test_a_table_that_the_corpus_lacks_is_named(copy):
    before = contents(copy.folder)
    with pytest.raises(SitrepError, match=r"found no table claim; expected one of .*; nearest: claims"):
        add(copy.folder, [Row("claim", CLAIM)])
    assert contents(copy.folder) == before


def test_the_columns_are_those_of_the_file(copy):
    assert "stance" not in columns_of(copy.folder)["claims"]
    copy.add_columns("claims", "stance")
    assert columns_of(copy.folder)["claims"][-1] == "stance"
