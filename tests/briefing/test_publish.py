"""A briefing's folder is named for what it holds, no two briefings share one, and it is replaced whole."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing import publish
from analysis.briefing.exchange import exchanged
from analysis.briefing.parameters import Parameter
from analysis.briefing.publish import (
    SLUG_LENGTH,
    Name,
    check_place,
    name_of,
    named,
    published,
    slug,
    sweep_reports,
)
from analysis.briefing.workroom import HIDDEN, workroom
from analysis.errors import ParameterError, SitrepError

DECLARED = (
    Parameter("corpus", "path", "../seeds/aleppo-2015", ""),
    Parameter("title", "str", "A title", ""),
    Parameter("start", "date", "", ""),
    Parameter("most", "int", 3, ""),
    Parameter("share", "float", 0.5, ""),
    Parameter("final", "bool", True, ""),
    Parameter("factions", "list[str]", [], ""),
)
ROOT = Path(__file__).parents[2]
PROJECT = Path("/project")
CHECKSUM = "-[0-9a-f]{8}"


def folder(values, stem="briefing", reports=PROJECT / "reports"):
    return slug(PROJECT / "notebooks" / f"{stem}.ipynb", DECLARED, values, reports)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "aleppo-2015"),
        ({"title": "A title", "most": 3, "final": True}, "aleppo-2015"),
        ({"most": 0}, "aleppo-2015-most-0"),
        ({"final": False}, "aleppo-2015-final-false"),
        ({"most": 2, "start": "2015-10"}, "aleppo-2015-start-2015-10-most-2"),
        ({"factions": ["isis"]}, "aleppo-2015-factions-isis"),
    ],
)
def test_a_name_tells_what_is_not_the_default(values, expected):
    assert folder(values) == expected


def test_another_notebook_is_named_too():
    assert folder({}, "forces") == "aleppo-2015-forces"
    assert re.fullmatch(f"aleppo-2015-forces{CHECKSUM}", folder({}, "Forces"))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": ""}, "aleppo-2015-title"),
        ({"title": "Kweires, 2015"}, "aleppo-2015-title-kweires-2015"),
        ({"title": "kweires"}, "aleppo-2015-title-kweires"),
        ({"title": "../../etc"}, "aleppo-2015-title-etc"),
        ({"title": "حلب"}, "aleppo-2015-title"),
        ({"most": -3}, "aleppo-2015-most-3"),
        ({"share": 0.25}, "aleppo-2015-share-0-25"),
        ({"factions": ["isis", "russia"]}, "aleppo-2015-factions-isis-russia"),
    ],
)
def test_a_checksum_stands_for_what_the_words_lose(values, expected):
    lost = "" if expected.endswith("title-kweires") else CHECKSUM
    assert re.fullmatch(f"{expected}{lost}", folder(values))


@given(
    *[
        st.fixed_dictionaries(
            {},
            optional={
                "title": st.sampled_from(["", "a", "A", "á", "a-b", "most", "most-3", "x" * 300, "x" * 301]),
                "start": st.sampled_from(["", "2015", "2015-10", "2015-10-03"]),
                "most": st.integers(-3, 3),
                "share": st.sampled_from([0.5, 5.0, 0.05, 1e-7]),
                "final": st.booleans(),
                "factions": st.lists(st.sampled_from(["a", "b", "a-b", "final-true", ""]), max_size=2),
            },
        )
    ]
    * 2
)
def test_different_values_never_share_a_name(one, other):
    defaults = {parameter.name: parameter.default for parameter in DECLARED}
    same = {**defaults, **one} == {**defaults, **other}
    assert (folder(one) == folder(other)) == same
    assert len(folder(one)) <= SLUG_LENGTH + len("-12345678")
    assert re.fullmatch("[a-z0-9][a-z0-9-]*", folder(one))


UNTYPED = (Parameter("x", "None", None, ""),)


def test_a_value_of_another_type_is_another_value():
    values = [None, 1, True, 1.0, "1", "true", "none", ["1"], [1], ("1",), {"1": 1}, [], "", 0, False, -1]
    notebook = PROJECT / "notebooks" / "sample.ipynb"
    names = [slug(notebook, UNTYPED, {"x": value}, PROJECT / "reports") for value in values]
    assert names[0] == "sample"
    assert len(set(names)) == len(values)


def test_corpora_of_one_name_in_two_folders_are_told_apart(tmp_path):
    notebook, reports = tmp_path / "notebooks" / "briefing.ipynb", tmp_path / "reports"
    corpora = ["../seeds/aleppo-2015", "../seeds/sahel", "../other/aleppo-2015", "../other/sahel"]
    names = [slug(notebook, DECLARED, {"corpus": corpus}, reports) for corpus in corpora]
    assert names[:2] == ["aleppo-2015", "sahel"]
    assert re.fullmatch(f"aleppo-2015{CHECKSUM}", names[2])
    assert re.fullmatch(f"sahel{CHECKSUM}", names[3])
    elsewhere = slug(notebook, DECLARED, {"corpus": corpora[2]}, tmp_path / "more" / "reports")
    assert elsewhere not in names


def test_a_corpus_of_one_s_own_is_named_plainly_also_with_a_notebook_that_came_installed(tmp_path):
    shipped, reports = tmp_path / "installed" / "notebooks" / "briefing.ipynb", tmp_path / "reports"
    (tmp_path / "installed" / "seeds" / "aleppo-2015").mkdir(parents=True)
    own = {name: {"corpus": f"../../seeds/{name}"} for name in ("sahel", "aleppo-2015")}
    assert slug(shipped, DECLARED, {}, reports) == "aleppo-2015"
    assert slug(shipped, DECLARED, own["sahel"], reports) == "sahel"
    assert re.fullmatch(f"aleppo-2015{CHECKSUM}", slug(shipped, DECLARED, own["aleppo-2015"], reports))


def test_notebooks_of_one_name_in_two_folders_are_two_briefings_also_after_a_move(tmp_path):
    def briefing(work, folder, name="sample"):
        notebook = tmp_path / work / folder / f"{name}.ipynb"
        notebook.parent.mkdir(parents=True, exist_ok=True)
        notebook.touch()
        return name_of(notebook, (), {}, tmp_path / work / "reports").briefing

    folders = ["notebooks", ".", "drafts", "drafts/old"]
    there, moved = ([briefing(work, folder) for folder in folders] for work in ("work", "moved"))
    assert there == moved
    assert len(set(there)) == len(folders)
    shipped = name_of(publish.SHIPPED / "briefing.ipynb", (), {}, tmp_path / "elsewhere" / "reports")
    assert shipped == name_of(publish.SHIPPED / "briefing.ipynb", (), {}, tmp_path / "reports")
    assert shipped.briefing != briefing("own", "notebooks", "briefing")


SAMPLE = Name("sample", "a" * 64)


@pytest.fixture
def publishing(tmp_path):
    """Publish an edition of a briefing that is one file and a manifest; the name of its folder comes back."""

    def made(name, text):
        with workroom(tmp_path, HIDDEN) as room:
            edition = room / "edition"
            edition.mkdir()
            (edition / "briefing.html").write_text(text)
            (edition / "manifest.json").write_text(json.dumps({"environment": {"briefing": name.briefing}}))
            return published(edition, name, tmp_path).name

    return made


def texts(reports):
    return {place.name: (place / "briefing.html").read_text() for place in reports.iterdir()}


@pytest.fixture(params=["at once", "in two steps"])
def way(request, monkeypatch):
    """Both ways in which an edition takes the place of an earlier one."""
    if request.param == "in two steps":
        monkeypatch.setattr(publish, "exchanged", lambda *_: False)


@pytest.mark.usefixtures("way")
def test_a_new_edition_takes_the_place_of_the_earlier_one(publishing, tmp_path):
    assert [publishing(SAMPLE, text) for text in ("one", "two", "three")] == ["sample"] * 3
    assert texts(tmp_path) == {"sample": "three"}


def test_two_briefings_of_one_name_are_kept_apart_and_keep_their_places(publishing, tmp_path):
    other = Name("sample", "b" * 64)
    assert publishing(SAMPLE, "one") == "sample"
    assert publishing(other, "two") == "sample-bbbbbbbb"
    assert publishing(SAMPLE, "three") == "sample"
    assert publishing(other, "four") == "sample-bbbbbbbb"
    assert texts(tmp_path) == {"sample": "three", "sample-bbbbbbbb": "four"}


def test_a_name_that_a_user_gave_holds_one_briefing(publishing, tmp_path):
    assert publishing(named("weekly", SAMPLE), "one") == "weekly"
    assert publishing(named("weekly", SAMPLE), "two") == "weekly"
    with pytest.raises(SitrepError, match="weekly: found another briefing; expected a free name"):
        publishing(named("weekly", Name("sample", "b" * 64)), "three")
    assert texts(tmp_path) == {"weekly": "two"}


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".x", "_failed", "a/b", "a\\b", "/x", " x", "x\n", "x\x00", "\udcff", "ح" * 101]
)
def test_a_name_that_is_none_for_a_folder_is_refused(name):
    with pytest.raises(ParameterError, match=r"name: found .*; expected one name of a folder"):
        named(name, SAMPLE)


@pytest.mark.parametrize("name", ["a", "March 2026", "حلب", "-p", "x" * 200])
def test_any_other_name_will_do(name):
    assert named(name, SAMPLE) == Name(name, SAMPLE.briefing, chosen=True)


FOREIGN = {
    "a file": lambda place: place.write_text("mine"),
    "an empty folder": lambda place: place.mkdir(),
    "a folder of somebody's": lambda place: (place / "letters").mkdir(parents=True),
    "a link": lambda place: place.symlink_to("elsewhere"),
    "a manifest of something else": lambda place: place.mkdir() or (place / "manifest.json").write_text("{}"),
    "no JSON": lambda place: place.mkdir() or (place / "manifest.json").write_text("[" * 99_999),
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", [SAMPLE, named("sample", SAMPLE)], ids=["told", "given"])
def test_what_is_no_briefing_is_not_replaced(publishing, tmp_path, kind, name):
    FOREIGN[kind](tmp_path / "sample")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SitrepError, match="sample: found something that sitrep build did not make"):
        check_place(name, tmp_path)
    with pytest.raises(SitrepError, match="sample: found something that sitrep build did not make"):
        publishing(name, "one")
    assert sorted(tmp_path.rglob("*")) == before


def test_an_edition_set_aside_by_a_killed_build_is_given_back(tmp_path):
    for room, text in (("sitrep-killed00", "old"), ("sitrep-killed11", "older")):
        aside = tmp_path / f".{room}" / "aside" / "sample"
        aside.mkdir(parents=True)
        (aside / "briefing.html").write_text(text)
        (tmp_path / f".{room}" / ".in-use").touch()
    sweep_reports(tmp_path)
    assert texts(tmp_path) == {"sample": "old"}


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no such call there")
def test_two_folders_change_places(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if not exchanged(tmp_path / "one", tmp_path / "two"):
        pytest.skip("this file system does not offer it")
    assert [sorted(place.name for place in (tmp_path / name).iterdir()) for name in ("one", "two")] == [
        ["two"],
        ["one"],
    ]
    with pytest.raises(FileNotFoundError, match="gone"):
        exchanged(tmp_path / "one", tmp_path / "gone")


def test_a_publication_that_is_killed_or_stopped_anywhere_is_whole():
    """Before every call of the system, once, in a process of its own; what was found otherwise is printed."""
    run = [sys.executable, "-c", "from benchmarks import kills; raise SystemExit(kills.once())"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
