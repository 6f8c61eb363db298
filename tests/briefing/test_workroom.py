"""A workroom is gone after its build, and known as dead where that build was killed."""

import os
import threading

import pytest

from analysis.briefing.workroom import HIDDEN, sweep, workroom


@pytest.fixture
def dead(tmp_path):
    """A room as a killed build leaves it, under any name."""

    def made(name=".sitrep-dead0000", *files):
        for file in ("edition/data/n.csv", ".in-use", *files):
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).touch()
        return tmp_path / name

    return made


def test_a_room_is_closed_to_others_and_gone_afterwards_also_after_a_failure(tmp_path):
    def failing():
        with workroom(tmp_path, HIDDEN) as room:
            assert room.stat().st_mode & 0o077 == 0
            (room / "edition").mkdir()
            (room / "edition" / "briefing.html").touch()
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert os.listdir(tmp_path) == []


def test_dead_rooms_are_swept_and_live_ones_left(tmp_path, dead):
    room = dead()
    (tmp_path / ".sitrep-empty000").mkdir()
    with workroom(tmp_path, HIDDEN) as live:
        sweep(tmp_path, HIDDEN)
        assert os.listdir(tmp_path) == [live.name]
    assert not room.exists()


def test_what_is_no_room_of_ours_is_left(tmp_path, dead):
    elsewhere = dead("elsewhere")
    (tmp_path / ".sitrep-linked00").symlink_to(elsewhere)
    (tmp_path / ".sitrep-backup00").mkdir()
    (tmp_path / ".sitrep-backup00" / "letter.txt").write_text("mine")
    dead(".sitrep-longer-name")
    (tmp_path / ".sitrep-afile000").touch()
    there = sorted(tmp_path.rglob("*"))
    sweep(tmp_path, HIDDEN)
    assert sorted(tmp_path.rglob("*")) == there


def test_a_link_in_a_dead_room_is_removed_and_what_it_leads_to_is_not(tmp_path, dead):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    (dead() / "linked").symlink_to(tmp_path / "mine")
    sweep(tmp_path, HIDDEN)
    assert os.listdir(tmp_path) == ["mine"]
    assert os.listdir(tmp_path / "mine") == ["letter.txt"]


def test_no_room_is_swept_while_it_is_opened(tmp_path):
    opened = threading.Event()

    def sweeping():
        while not opened.is_set():
            sweep(tmp_path, HIDDEN)

    sweeper = threading.Thread(target=sweeping)
    sweeper.start()
    try:
        for _ in range(100):
            with workroom(tmp_path, HIDDEN) as room:
                (room / "edition").mkdir()
    finally:
        opened.set()
        sweeper.join()
    assert os.listdir(tmp_path) == []
