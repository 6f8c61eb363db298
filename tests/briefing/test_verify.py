"""Whoever receives a briefing can test it: against its manifest, and against a new build."""

import json
import os
import shutil
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from analysis.briefing.build import build
from analysis.briefing.verify import checked_folder
from analysis.cli import app
from analysis.errors import SitrepError

PARAMETERS = 'corpus: "path" = "corpus"  # folder\nmap: "path" = ""  # another\nn: int = 1  # number'
CELL = """from pathlib import Path
print(Path(corpus, 'claims.csv').read_text(), Path(map).name, n)"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with a notebook, what it reads, and two briefings: by default, and with what was given."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("corpus", "maps"):
        (desk / name).mkdir()
        (desk / name / "claims.csv").write_text("dozens")
    cells = [
        nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(CELL),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), desk / "sample.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        build(Path("sample.ipynb"), [], Path("reports"), "plain")
        build(Path("sample.ipynb"), ["n=2", "map=maps"], Path("reports"), "given")
    return desk


@pytest.fixture
def published(desk, tmp_path):
    """A copy of the briefing by default, to be spoilt."""
    shutil.copytree(desk / "reports" / "plain", tmp_path / "plain")
    return tmp_path / "plain"


@pytest.fixture
def sitrep(desk, monkeypatch):
    monkeypatch.chdir(desk)
    return lambda *words: CliRunner().invoke(app, ["verify", *map(str, words)])


def test_a_whole_folder_is_said_to_be_whole(sitrep):
    result = sitrep("reports/plain")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "reports/plain: 3 files, the same as in its manifest\n"


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        (lambda place: (place / "briefing.pdf").unlink(), "briefing.pdf: found none; expected a file"),
        (lambda place: (place / "notes.txt").touch(), "notes.txt: found; expected nothing of that name"),
        (
            lambda place: (place / "data" / "x.csv").touch(),
            "data/x.csv: found; expected nothing of that name",
        ),
        (lambda place: (place / "more").mkdir(), "more/: found; expected nothing of that name"),
        (lambda place: (place / "up").symlink_to(".."), "up: found; expected nothing of that name"),
        (lambda place: flip(place / "briefing.html"), "briefing.html: found SHA-256 "),
        (lambda place: (place / "briefing.html").write_text("x"), "briefing.html: found 1 bytes; expected "),
        (lambda place: linked(place / "briefing.html"), "briefing.html: found a link or something else"),
        (lambda place: (place / "a\x1b[2Jb").touch(), r"a\x1b[2Jb: found; expected nothing of that name"),
        (
            lambda place: Path(os.fsdecode(bytes(place) + b"/\xff")).touch(),
            r"\udcff: found; expected nothing",
        ),
    ],
)
def test_every_difference_is_named(sitrep, published, spoilt, fault):
    spoilt(published)
    result = sitrep(published)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first == f"{published}: 1 difference from its manifest"
    assert second.startswith(f"  {fault}")


def flip(file):
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(content)


def linked(file):
    file.rename(file.parent.parent / "elsewhere.html")
    file.symlink_to("../elsewhere.html")


ENTRY = {"path": "briefing.html", "bytes": 1, "sha256": "0"}


@pytest.mark.parametrize(
    ("manifest", "fault"),
    [
        (None, "manifest.json: not found"),
        (b"\xff", "no JSON"),
        (b"[" * 200_000, "no JSON"),
        (b'{"outputs": ' + b"9" * 5000 + b"}", "no JSON"),
        (b"[]", "found no object of JSON"),
        (b"{}", "outputs, entry 1: found None; expected path, bytes and sha256"),
        *[
            (json.dumps({"outputs": [entry]}).encode(), "outputs, entry 1: found")
            for entry in [
                *(7, None, [], {}, ENTRY | {"bytes": "1"}, ENTRY | {"path": 7}, ENTRY | {"sha256": None}),
                *(ENTRY | {"path": path} for path in ("../../etc/passwd", "/etc/passwd", "", ".", "a/../b")),
                *(ENTRY | {"path": path} for path in ("a//b", "a\x00b", "./a", "a/")),
            ]
        ],
        (json.dumps({"outputs": [ENTRY, ENTRY]}).encode(), "outputs, entry 2: found briefing.html"),
    ],
)
def test_a_hostile_manifest_is_refused_plainly(sitrep, published, manifest, fault):
    (published / "manifest.json").unlink()
    if manifest is not None:
        (published / "manifest.json").write_bytes(manifest)
    result = sitrep(published)
    assert result.exit_code == 1
    assert fault in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_manifest_that_is_a_link_a_pipe_or_without_end_is_refused(published, tmp_path):
    manifest = published / "manifest.json"
    manifest.rename(tmp_path / "manifest.json")
    for spoilt in (
        lambda: manifest.symlink_to(tmp_path / "manifest.json"),
        lambda: os.mkfifo(manifest),
        lambda: os.truncate(os.open(manifest, os.O_CREAT | os.O_WRONLY), 2**40),
    ):
        spoilt()
        with pytest.raises(SitrepError, match=r"manifest.json: found no file of at most 67,108,864 bytes"):
            checked_folder(published)
        manifest.unlink()


def test_what_is_no_folder_is_said_to_be_none(sitrep, desk):
    assert sitrep("gone").stderr == "gone: found no folder; expected one that sitrep build published\n"


def test_a_new_build_gives_the_same_bytes(sitrep):
    result = sitrep("reports/plain", "--rebuild")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "reports/plain: 3 files, the same as in a new build\n"
    result = sitrep("reports/given", "--rebuild", "-p", "map=maps")
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_is_published_within_an_input_is_none(sitrep, desk):
    build(Path("sample.ipynb"), ["map=."], Path("reports"), "all")
    result = sitrep("reports/all", "--rebuild", "-p", "map=.")
    assert (result.exit_code, result.stderr) == (0, "")


def test_folders_are_found_where_the_receiver_says(sitrep, desk, tmp_path, monkeypatch):
    shutil.copytree(desk / "corpus", tmp_path / "here" / "corpus")
    shutil.copy(desk / "sample.ipynb", tmp_path)
    monkeypatch.chdir(tmp_path)
    plain = desk / "reports" / "plain"
    assert CliRunner().invoke(app, ["verify", str(plain), "--rebuild"]).stderr.splitlines() == [
        "inputs are not those of the manifest:",
        "  corpus/claims.csv: found none; expected 6 bytes",
    ]
    result = CliRunner().invoke(app, ["verify", str(plain), "--rebuild", "-p", "corpus=here/corpus"])
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_has_to_be_said_is_asked_for(sitrep):
    result = sitrep("reports/given", "--rebuild")
    assert result.exit_code == 2
    assert (
        result.stderr == "map: the briefing read 'maps'; expected --parameter map=PATH to say where it is\n"
    )
    result = sitrep("reports/given", "--rebuild", "-p", "n=3", "-p", "map=maps")
    assert result.stderr == "n: comes from the manifest; expected only where folders lie: corpus, map\n"
    assert "spoon: comes from the manifest" in sitrep("reports/plain", "--rebuild", "-p", "spoon=x").stderr


def test_other_inputs_are_named_before_anything_is_run(sitrep, desk, tmp_path, monkeypatch):
    for name in ("sample.ipynb", "corpus"):
        (shutil.copytree if (desk / name).is_dir() else shutil.copy)(desk / name, tmp_path / name)
    (tmp_path / "corpus" / "claims.csv").write_text("hundreds")
    (tmp_path / "corpus" / "more.csv").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("analysis.briefing.verify.built", None)
    result = CliRunner().invoke(app, ["verify", str(desk / "reports" / "plain"), "--rebuild"])
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0] == "inputs are not those of the manifest:"
    assert lines[1].startswith("  corpus/claims.csv: found 8 bytes, SHA-256 ")
    assert "; expected 6 bytes, SHA-256 " in lines[1]
    assert lines[2:] == ["  corpus/more.csv: found; the manifest has none"]


def test_where_bytes_differ_it_is_said_what_else_differs(sitrep, desk, published):
    manifest = published / "manifest.json"
    (published / "briefing.html").write_text("x")
    told = json.loads(manifest.read_text())
    (entry,) = (one for one in told["outputs"] if one["path"] == "briefing.html")
    entry |= {"bytes": 1, "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}
    told["packages"]["jinja2"] = "2.0"
    told["environment"]["code"] = "other\x1b"
    manifest.write_text(json.dumps(told))
    result = sitrep(published, "--rebuild")
    assert result.exit_code == 1
    first, code, package, page = result.stderr.splitlines()
    assert first == f"{published}: 3 differences from a new build"
    assert code.startswith("  code: found ")
    assert code.endswith(r"; expected other\x1b")
    assert package.startswith("  package jinja2: found 3")
    assert package.endswith("; expected 2.0")
    assert page.startswith("  briefing.html: found ")


def test_nothing_is_left_by_a_new_build(sitrep, desk, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = sorted(desk.rglob("*"))
    assert sitrep("reports/plain", "--rebuild").exit_code == 0
    assert sorted(desk.rglob("*")) == before
    assert os.listdir(tmp_path) == []
