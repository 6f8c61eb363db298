"""Building: published whole or not at all, evidence kept, the same bytes twice."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from analysis.briefing.build import build
from analysis.errors import NotebookError, ParameterError, RenderError
from tests.briefing.pdf.inside import everything, squeezed, text_of

ROOT = Path(__file__).parents[2]

PARAMETERS = 'title: str = "A title"  # title\nmost: int = 3  # rows\nfail: bool = False  # stop half-way'
SHOW = """from IPython.display import display
mime = "application/vnd.sitrep.exhibit+json"
data = {"columns": [{"name": "n", "type": "integer"}], "rows": [str(n) for n in range(most)]}
columns = [{"label": "N", "align": "right", "header": True}]
rows = [[str(n)] for n in range(most)]
head = {"version": 1, "kind": "table", "name": "numbers", "number": 1, "title": title}
head |= {"caption": "Numbers.", "sources": [], "notes": []}
rest = {"columns": columns, "rows": rows, "total": most, "data": data}
display({mime: head | rest, "text/plain": "table"}, raw=True)"""


BRACED = SHOW.replace("{", "{{").replace("}", "}}")
"""The same, to be filled in."""


@pytest.fixture
def notebook(tmp_path):
    def made(*cells, name="sample", parameters=PARAMETERS):
        parameters = nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})
        code = [nbformat.v4.new_code_cell(cell) for cell in cells]
        book = nbformat.v4.new_notebook(cells=[parameters, *code])
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(book, path)
        return path

    return made


def digests(folder):
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_failing_notebook_keeps_its_evidence_and_publishes_nothing(notebook, tmp_path):
    path = notebook(SHOW, "if fail:\n    raise RuntimeError('no such front')", "done = True")
    reports = tmp_path / "reports"
    published = build(path, [], reports)
    before = digests(published)
    with pytest.raises(NotebookError) as failure:
        build(path, ["fail=yes", "most=2"], reports)
    message = str(failure.value)
    assert "sample.ipynb, cell 4 (In [4]): RuntimeError: no such front" in message
    evidence = reports / "_failed" / "sample-most-2-fail-true.ipynb"
    assert str(evidence) in message
    executed = nbformat.read(evidence, as_version=4)
    assert any(output.output_type == "error" for cell in executed.cells for output in cell.get("outputs", []))
    assert sorted(entry.name for entry in reports.iterdir()) == ["_failed", "sample"]
    assert digests(published) == before


def test_a_notebook_by_papermill_s_convention_runs_with_the_values_given(tmp_path):
    cells = [
        nbformat.v4.new_code_cell(source)
        for source in ("import json", "n = 3; names = []", "print(n, names)")
    ]
    cells[1].metadata["tags"] = ["parameters"]
    path = tmp_path / "theirs.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    folder = build(path, ["n=4", 'names=["a, b"]'], tmp_path / "reports")
    executed = nbformat.read(folder / "briefing.ipynb", as_version=4)
    assert [cell.source for cell in executed.cells][2] == "# Parameters\nn = 4\nnames = ['a, b']"
    assert executed.cells[3].outputs[0].text == "4 ['a, b']\n"
    del cells[1].metadata["tags"]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert "3 []" in (build(path, [], tmp_path / "reports") / "briefing.html").read_text("utf-8")


def test_a_kernel_that_dies_is_named_with_its_cell(notebook, tmp_path):
    path = notebook("x = 1", "import os\nos._exit(9)")
    with pytest.raises(NotebookError, match=r"sample\.ipynb: cell 3: Kernel died"):
        build(path, [], tmp_path / "reports")
    assert [entry.name for entry in (tmp_path / "reports").iterdir()] == ["_failed"]


def test_a_record_that_cannot_be_printed_publishes_nothing(notebook, tmp_path):
    path = notebook(SHOW.replace('"number": 1, ', ""))
    with pytest.raises(RenderError, match="number"):
        build(path, [], tmp_path / "reports")
    assert [entry.name for entry in (tmp_path / "reports").iterdir()] == ["_failed"]


@pytest.mark.parametrize(("given", "hint"), [("tilte=x", "nearest: title"), ("most=many", "a whole number")])
def test_wrong_parameters_are_refused_before_anything_is_made(notebook, tmp_path, given, hint):
    with pytest.raises(ParameterError, match=hint):
        build(notebook(SHOW), [given], tmp_path / "reports")
    assert not (tmp_path / "reports").exists()


def test_two_builds_give_the_same_bytes_but_for_the_clock(notebook, tmp_path):
    path = notebook(SHOW)
    first, second = (digests(build(path, [], tmp_path / name)) for name in ("one", "two"))
    apart = {name for name in first if first[name] != second[name]}
    assert set(first) == {
        "briefing.html",
        "briefing.pdf",
        "briefing.ipynb",
        "data/numbers.csv",
        "manifest.json",
    }
    assert apart <= {"manifest.json"}


def test_the_manifest_says_what_went_in_and_what_came_out(notebook, tmp_path):
    path = notebook(SHOW)
    folder = build(path, ["most=2"], tmp_path / "reports")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["parameters"] == {"title": "A title", "most": 2, "fail": False}
    (entry,) = manifest["inputs"]
    assert entry == {
        "path": "sample.ipynb",
        "bytes": path.stat().st_size,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    outputs = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
    assert outputs == {name: digest for name, digest in digests(folder).items() if name != "manifest.json"}
    assert manifest["times"]["started"] <= manifest["times"]["finished"]
    assert (folder / "data" / "numbers.csv").read_text("utf-8") == "n\n0\n1\n"


def naming(folder, place):
    """The files of a briefing that name a place on this machine, the PDF read decompressed and as text."""
    named = set()
    for file in folder.rglob("*.*"):
        content = file.read_bytes()
        if file.suffix == ".pdf":
            content = everything(content) + squeezed(text_of(content)).encode()
        if str(place).encode() in content or squeezed(str(place)).encode() in content:
            named.add(file.relative_to(folder).as_posix())
    return named


def test_what_is_published_names_no_folder_of_the_machine(notebook, tmp_path, briefing):
    (tmp_path / "of-the-machine" / "corpus").mkdir(parents=True)
    path = notebook(SHOW, parameters=f'corpus: "path" = ""  # folder\n{PARAMETERS}')
    folder = build(path, [f"corpus={tmp_path}/of-the-machine/corpus"], tmp_path / "reports")
    assert b'corpus = "corpus"' in (folder / "briefing.ipynb").read_bytes().replace(b"\\", b"")
    assert naming(folder, tmp_path) == naming(folder, "of-the-machine") == set()
    assert naming(briefing, ROOT) == set()
    assert naming(briefing, briefing.parent) == set()


@pytest.mark.parametrize(
    ("leak", "data"),
    [
        ("print({})", set()),
        ("title = {}\n" + BRACED, set()),
        ("most = 0\n" + BRACED.replace("for n in range(most)]}}", "for n in [{}]]}}"), {"data/numbers.csv"}),
    ],
    ids=["text", "title", "data"],
)
def test_a_folder_of_the_machine_is_published_nowhere_and_one_of_another_would_be_found(
    notebook, tmp_path, leak, data
):
    path = notebook("import os\n" + leak.format("os.getcwd()"))
    assert naming(build(path, [], tmp_path / "reports"), tmp_path) == set()
    path = notebook(leak.format("'/elsewhere/on/another'"))
    everywhere = data | {"briefing.html", "briefing.pdf", "briefing.ipynb"}
    assert naming(build(path, [], tmp_path / "reports"), "/elsewhere/on/another") == everywhere


def test_builds_at_the_same_time_leave_one_whole_folder_and_nothing_else(notebook, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    path, reports = notebook(SHOW), tmp_path / "reports"
    code = "import sys; from pathlib import Path; from analysis.briefing.build import build; "
    code += "build(Path(sys.argv[1]), [], Path(sys.argv[2]))"
    running = [subprocess.Popen([sys.executable, "-c", code, path, reports]) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert [entry.name for entry in reports.iterdir()] == ["sample"]
    assert "data/numbers.csv" in digests(reports / "sample")
    assert not [entry.name for entry in temporary.iterdir() if entry.name.startswith("sitrep-")]


def test_a_value_that_is_empty_or_nothing_does_not_publish_over_the_default(notebook, tmp_path):
    path, reports = notebook(SHOW), tmp_path / "reports"
    before = digests(build(path, [], reports))
    assert build(path, ["most=0"], reports).name == "sample-most-0"
    assert digests(reports / "sample") == before


def test_building_again_replaces_all_of_it(notebook, tmp_path):
    path = notebook(SHOW)
    folder = build(path, [], tmp_path / "reports")
    (folder / "stray.txt").write_text("left from before")
    assert not (build(path, [], tmp_path / "reports") / "stray.txt").exists()
    assert [entry.name for entry in (tmp_path / "reports").iterdir()] == ["sample"]
