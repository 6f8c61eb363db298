"""A corpus that is loaded again: kept while its files are the same, in frames of its own."""

import os
import sys

import pytest
from pandas.testing import assert_frame_equal

from analysis import load
from analysis.errors import CorpusError


@pytest.fixture
def examined(monkeypatch):
    """The folders that are examined from now on."""
    met, folders = [], sys.modules["analysis.load.corpus"]
    read = folders._read
    monkeypatch.setattr(folders, "_read", lambda folder: met.append(folder) or read(folder))
    return met


def test_the_same_files_are_examined_once(copy, examined):
    first, again = load.corpus(copy.folder), load.corpus(copy.folder)
    assert len(examined) == 1
    assert first.checksum == again.checksum
    for name in ("claims", "events", "sources"):
        assert_frame_equal(getattr(first, name), getattr(again, name))


def test_what_is_written_into_one_is_not_in_the_next(copy):
    first = load.corpus(copy.folder)
    title = first.events["title"].iloc[0]
    first.events.loc[0, "title"] = "Spoilt"
    first.events["mine"] = 1
    again = load.corpus(copy.folder)
    assert again.events["title"].iloc[0] == title
    assert "mine" not in again.events


def test_an_edit_of_the_same_length_and_time_is_seen(copy):
    load.corpus(copy.folder)
    path = copy.folder / "events.csv"
    before = path.stat()
    title = load.corpus(copy.folder).events["title"].iloc[0]
    copy.edit("events.csv", lambda text: text.replace(title.encode(), title[::-1].encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert title[::-1] in set(load.corpus(copy.folder).events["title"])


@pytest.mark.parametrize("file", ["events.csv", "datapackage.json"])
def test_a_file_that_is_gone_is_a_fault_again(copy, file):
    load.corpus(copy.folder)
    (copy.folder / file).unlink()
    with pytest.raises(CorpusError):
        load.corpus(copy.folder)


def test_a_link_that_leads_out_is_a_fault_whatever_it_leads_to(copy, tmp_path):
    load.corpus(copy.folder)
    (copy.folder / "events.csv").rename(tmp_path / "events.csv")
    (copy.folder / "events.csv").symlink_to(tmp_path / "events.csv")
    with pytest.raises(CorpusError):
        load.corpus(copy.folder)


def test_boundaries_that_are_spoilt_or_new_are_read(copy):
    load.corpus(copy.folder)
    path = copy.folder / "boundaries.geojson"
    whole = path.read_bytes()
    path.write_bytes(b"{")
    with pytest.raises(CorpusError):
        load.corpus(copy.folder)
    path.write_bytes(whole)
    load.corpus(copy.folder)
    outlines = load.boundaries(copy.folder)
    outlines["name"] = "Spoilt"
    assert "Spoilt" not in set(load.boundaries(copy.folder)["name"])


def test_the_public_corpus_is_not_the_restricted_one(copy):
    copy.add_columns("speakers", "handling")
    copy.plant("speakers", 2, handling="restricted")
    hidden = copy.rows("speakers")[1][0]
    for handling, known in (("public", False), ("restricted", True), ("public", False)):
        assert (hidden in set(load.corpus(copy.folder, handling).speakers["speaker_id"])) is known
