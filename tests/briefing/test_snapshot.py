"""What is hashed is what is read: inputs are copied whole before the run, or refused by name."""

import hashlib
import json
import os
from collections import namedtuple
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing import snapshot as module
from analysis.briefing.build import build
from analysis.briefing.snapshot import entries_of, snapshot
from analysis.errors import NotebookError, SitrepError


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "seeds" / "corpus"
    (folder / "reports").mkdir(parents=True)
    (folder / "claims.csv").write_text("before")
    (folder / "reports" / "one.txt").write_text("one")
    (tmp_path / "sample.ipynb").write_text("{}")
    return folder


@pytest.fixture
def taken(corpus, tmp_path):
    """Take a snapshot of the corpus, or of another folder or file."""
    numbers = iter(range(100))

    def made(place=corpus):
        room = tmp_path / "reports" / f".room-{next(numbers)}"
        room.mkdir(parents=True)
        return snapshot(tmp_path / "sample.ipynb", {"corpus": place}, room, tmp_path / "reports")

    return made


@pytest.fixture
def notebook(corpus, tmp_path):
    """A notebook that reads the corpus, with these cells."""

    def made(*cells, default='"seeds/corpus"'):
        parameters = f'corpus: "path" = {default}  # folder\nn: int = 1  # number'
        first = nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})
        book = nbformat.v4.new_notebook(cells=[first, *map(nbformat.v4.new_code_cell, cells)])
        nbformat.write(book, tmp_path / "sample.ipynb")
        return tmp_path / "sample.ipynb"

    return made


def listed(folder):
    return {
        one["path"]: one["sha256"] for one in json.loads((folder / "manifest.json").read_text())["inputs"]
    }


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


READ = "from pathlib import Path\nprint(Path(corpus, 'claims.csv').read_text())"


@pytest.mark.parametrize("default", ['"seeds/corpus"', '""'])
def test_a_table_that_is_edited_during_the_run_is_neither_read_nor_hashed(
    notebook, corpus, tmp_path, default
):
    edit = f"from pathlib import Path\nPath({str(corpus / 'claims.csv')!r}).write_text('after')"
    asked = [] if default != '""' else [f"corpus={corpus}"]
    folder = build(notebook(edit, READ, default=default), asked, tmp_path / "reports")
    ran = nbformat.read(folder / "briefing.ipynb", as_version=4)
    assert ran.cells[-1].outputs[0].text == "before\n"
    assert listed(folder)["corpus/claims.csv"] == sha256("before")
    assert (corpus / "claims.csv").read_text() == "after"


def test_where_the_copies_lie_is_published_nowhere(notebook, tmp_path):
    told = (
        "import os\nprint(corpus, os.path.abspath(corpus), os.path.relpath(corpus) + '/claims.csv')\ncorpus"
    )
    path = notebook(told)
    folders = [build(path, [], tmp_path / name) for name in ("reports", "others")]
    book = nbformat.read(folders[0] / "briefing.ipynb", as_version=4)
    assert book.cells[0].source.startswith('corpus: "path" = "seeds/corpus"')
    assert book.cells[0].source.endswith("# number")
    assert book.cells[1].outputs[0].text == "corpus corpus corpus/claims.csv\n"
    assert book.cells[1].outputs[1].data["text/plain"] == "'corpus'"
    for name in ("briefing.ipynb", "briefing.html", "briefing.pdf"):
        contents = [(folder / name).read_bytes() for folder in folders]
        assert contents[0] == contents[1]
        assert b".sitrep-" not in contents[0]


def test_an_error_calls_inputs_by_where_they_lie_and_so_does_the_evidence(notebook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotebookError) as failure:
        build(notebook("open(f'{corpus}/gone.csv')"), [], Path("reports"))
    assert "No such file or directory: 'seeds/corpus/gone.csv'" in str(failure.value)
    assert "/inputs/" not in Path("reports/_failed/corpus-sample.ipynb").read_text("utf-8")


def test_all_is_found_from_another_working_folder_than_the_notebook_s(notebook, tmp_path, monkeypatch):
    (tmp_path / "beside.py").write_text("WORD = 'found'")
    path = notebook("import beside\nopen('left.txt', 'w').write(beside.WORD)", READ)
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    folder = build(path, [], Path("reports"))
    assert folder == Path("reports/corpus-sample")
    assert nbformat.read(folder / "briefing.ipynb", as_version=4).cells[-1].outputs[0].text == "before\n"
    assert (tmp_path / "left.txt").read_text() == "found"


def test_a_snapshot_is_the_folder_as_it_was_with_its_times(taken, corpus):
    os.utime(corpus / "claims.csv", ns=(1, 10**18))
    copy = taken().places["corpus"]
    (corpus / "claims.csv").write_text("after")
    assert copy.name == "corpus"
    assert (copy / "claims.csv").read_text() == "before"
    assert (copy / "claims.csv").stat().st_mtime_ns == 10**18
    assert (copy / "reports" / "one.txt").read_text() == "one"


def test_one_file_is_an_input_too(taken, corpus):
    made = taken(corpus / "claims.csv")
    assert made.places["corpus"].read_text() == "before"
    assert [one["path"] for one in made.entries] == ["sample.ipynb", "claims.csv"]


def test_equal_inputs_have_one_identity_and_any_change_another(taken, corpus):
    first = taken().identity
    assert taken().identity == first
    (corpus / "claims.csv").rename(corpus / "renamed.csv")
    renamed = taken().identity
    (corpus / "renamed.csv").write_text("after")
    assert len({first, renamed, taken().identity}) == 3


@given(content=st.binary(max_size=300))
def test_what_is_listed_is_what_was_copied(content):
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "corpus"
        folder.mkdir()
        (folder / "a.csv").write_bytes(content)
        (Path(place) / "sample.ipynb").write_text("{}")
        room = Path(place) / "room"
        room.mkdir()
        made = snapshot(Path(place) / "sample.ipynb", {"corpus": folder}, room, Path(place))
        copy = (made.places["corpus"] / "a.csv").read_bytes()
        assert copy == content
        assert made.entries[1]["sha256"] == hashlib.sha256(copy).hexdigest()
        assert list(made.entries[1:]) == entries_of(folder, Path(place))


def test_links_within_a_folder_stay_and_lead_to_the_copies(taken, corpus):
    (corpus / "latest.csv").symlink_to(corpus / "claims.csv")
    (corpus / "texts").symlink_to("reports")
    made = taken()
    (corpus / "claims.csv").write_text("after")
    copy = made.places["corpus"]
    assert (copy / "latest.csv").read_text() == "before"
    assert (copy / "texts" / "one.txt").read_text() == "one"
    paths = [one["path"] for one in made.entries]
    assert paths == ["sample.ipynb", "corpus/claims.csv", "corpus/latest.csv", "corpus/reports/one.txt"]


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (
            lambda folder: (folder / "out.csv").symlink_to("/etc/passwd"),
            "out.csv: found a link that leads out",
        ),
        (lambda folder: (folder / "up").symlink_to(".."), "up: found a link that leads out of corpus"),
        (
            lambda folder: (folder / "gone").symlink_to("nowhere"),
            "gone: found a link to nowhere, which is not",
        ),
        (lambda folder: os.mkfifo(folder / "pipe"), "pipe: found something that is no file"),
        (lambda folder: os.mknod(folder / "plug", 0o140600), "plug: found something that is no file"),
        (
            lambda folder: Path(os.fsdecode(bytes(folder) + b"/a\xff")).touch(),
            r"a\\xff: found a name that is not",
        ),
    ],
    ids=["link to a file", "link to a folder", "link to nothing", "pipe", "socket", "name"],
)
def test_what_cannot_be_copied_is_refused_by_name(taken, corpus, spoilt, message):
    spoilt(corpus)
    with pytest.raises(SitrepError, match=message):
        taken()


def test_a_folder_that_cannot_be_read_is_named(taken, corpus, monkeypatch):
    def closed(_):
        raise PermissionError(13, "Permission denied", str(corpus / "reports"))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(PermissionError, match="corpus/reports"):
        taken()


def test_inputs_that_change_while_they_are_copied_are_copied_again(taken, corpus, monkeypatch):
    copy, times = module._copy, iter("ab")

    def changing(source, *rest):
        copy(source, *rest)
        if source.name == "one.txt":
            (corpus / "claims.csv").write_text("changed " + next(times, "b"))

    monkeypatch.setattr(module, "_copy", changing)
    with pytest.raises(SitrepError, match=r"claims\.csv: changed while it was being read"):
        taken()
    monkeypatch.setattr(module, "_copy", copy)
    assert (taken().places["corpus"] / "claims.csv").read_text() == "changed b"


def test_more_than_there_is_room_for_is_refused_before_it_is_copied(taken, corpus, monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(5))
    with pytest.raises(SitrepError, match=r"found 2 files of 9 bytes.*room for 5"):
        taken()


def test_published_briefings_are_no_input_where_they_lie_within_it(taken, tmp_path):
    taken()
    (tmp_path / "reports" / "old.html").touch()
    names = [Path(one["path"]).name for one in taken(tmp_path).entries]
    assert names == ["sample.ipynb", "sample.ipynb", "claims.csv", "one.txt"]


def test_a_full_disk_is_named_with_what_to_do(notebook, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_copy", full)
    with pytest.raises(SitrepError, match=r"a disk is full: .*/reports; nothing was published; free"):
        build(notebook(READ), [], tmp_path / "reports")
    assert os.listdir(tmp_path / "reports") == []
