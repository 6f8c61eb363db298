"""Parameters are refused before a kernel starts, all faults at once, with what would do."""

import ast
from pathlib import Path

import nbformat
import pytest

from analysis.briefing.manuscript import manuscript
from analysis.briefing.parameters import checked, declared, paths
from analysis.errors import ParameterError

CELL = """corpus: "path" = "corpus"  # folder of the corpus
region: str = "a#b"  # place or province
start: "date" = ""  # first day
factions: list[str] = []  # factions
most: int = 12
share: float = 0.5
final: bool = False  # whether it is final"""


def notebook(folder, source=CELL, tags=("parameters",)):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})])
    path = folder / "sample.ipynb"
    nbformat.write(made, path)
    return path


def values(folder, *given):
    path = notebook(folder)
    return checked(path, declared(path), given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("regoin=Aleppo", "regoin: unknown; nearest: region"),
        ("region", "expected name=value"),
        ("most=many", "most: found 'many'; expected a whole number"),
        ("most=1.5", "most: found '1.5'; expected a whole number"),
        ("share=nan", "share: found 'nan'; expected a finite number"),
        ("final=ture", "expected true or false; nearest: true"),
        ("start=10/11/2015", "start: found '10/11/2015'; expected a day, month or year"),
        ("start=20151110", "nearest: 2015-11-10"),
        ("start=2015-13-01", "expected a day, month or year"),
        ("start=2015-02-30", "expected a day, month or year"),
        ("corpus=nowhere", "corpus: found 'nowhere'; expected a file or folder that exists"),
    ],
)
def test_refuses(tmp_path, monkeypatch, given, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ParameterError) as refusal:
        values(tmp_path, given)
    assert message in str(refusal.value)


def test_a_path_that_does_not_exist_names_the_nearest(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aleppo-2015").mkdir()
    with pytest.raises(ParameterError, match="nearest: aleppo-2015"):
        values(tmp_path, "corpus=alepo-2015")


def test_every_fault_is_said_at_once(tmp_path):
    with pytest.raises(ParameterError) as refusal:
        values(tmp_path, "regoin=x", "most=y", "region=a", "region=b")
    assert len(str(refusal.value).splitlines()) == 4


def test_values_take_their_declared_type(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other").mkdir()
    given = (
        "region=a=b",
        "most=-3",
        "share=1",
        "final=yes",
        "factions=ISIS, Russia",
        "start=2015-10",
        "corpus=other",
    )
    assert values(tmp_path, *given) == {
        "region": "a=b",
        "most": -3,
        "share": 1.0,
        "final": True,
        "factions": ["ISIS", "Russia"],
        "start": "2015-10",
        "corpus": "other",
    }


def test_a_path_is_handed_on_relative_to_the_notebook(tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "seeds").mkdir()
    path = notebook(tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path)
    found = checked(path, declared(path), ["corpus=seeds"])
    assert found == {"corpus": "../seeds"}
    assert paths(declared(path), found, path.parent)["corpus"].resolve() == tmp_path / "seeds"


def test_reads_name_type_default_and_help(tmp_path):
    region = declared(notebook(tmp_path))[1]
    assert (region.name, region.type, region.default, region.help) == (
        "region",
        "str",
        "a#b",
        "place or province",
    )


def kinds(folder, source):
    return {one.name: (one.type, one.default) for one in declared(notebook(folder, source))}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("n = 3", {"n": ("int", 3)}),
        ("share = 0.5; flag = True", {"share": ("float", 0.5), "flag": ("bool", True)}),
        ("name = 'a' 'b'", {"name": ("str", "ab")}),
        ("names = ['a']\nnumbers = [1]", {"names": ("list[str]", ["a"]), "numbers": ("list", [1])}),
        ("pair = (1, 2)\ntable = {'a': [1]}", {"pair": ("tuple", (1, 2)), "table": ("dict", {"a": [1]})}),
        ("x = None\nnone = []", {"x": ("any", None), "none": ("list", [])}),
        ("x: Optional[int] = None\ny: int | None = 2", {"x": ("any", None), "y": ("any", 2)}),
        ("x: Path = 'a'\ny: List[str] = []", {"x": ("str", "a"), "y": ("list[str]", [])}),
        ("b = [\n  'Hello',  # first\n]  # type: List[str] nice list", {"b": ("list[str]", ["Hello"])}),
        ("a = b = 1\nc, d = 2, 'e'", {"a": ("int", 1), "b": ("int", 1), "c": ("int", 2), "d": ("str", "e")}),
        ("%matplotlib inline\nfiles = !ls\nn = 3\nprint?", {"n": ("int", 3)}),
        ("text = '''\n%one\n'''", {"text": ("str", "\n%one\n")}),
        ("import os\nhere = os.getcwd()\nn = 3\nm = n * 2", {"n": ("int", 3)}),
        ("n = 3\nn += 1\nm = 1\nfor m in range(3): pass", {}),
        ("def f():\n    n = 2\nn = 3\nx: int", {"n": ("int", 3)}),
        ("def broken(", {}),
        ("big = 1e999\nbytes = b'a'\nset = {1}\nimaginary = 2j\nkeys = {1: 2}", {}),
    ],
)
def test_whatever_papermill_takes_for_a_parameter_is_one(tmp_path, source, expected):
    assert kinds(tmp_path, source) == expected


def test_a_comment_tells_type_and_help(tmp_path):
    (one,) = declared(notebook(tmp_path, "x = 3  # type: float  how much"))
    assert (one.type, one.default, one.help) == ("float", 3, "how much")


def test_without_a_parameters_cell_there_are_no_parameters(tmp_path):
    path = notebook(tmp_path, "x = 1", tags=())
    assert declared(path) == ()
    with pytest.raises(ParameterError, match="x: unknown; the notebook declares no parameters"):
        checked(path, (), ["x=2"])


def test_of_several_cells_the_first_counts_and_an_earlier_run_s_values_are_defaults(tmp_path):
    sources = {"n = 1\nm = 1": "parameters", "n = 5": "parameters", "m = 2\nk = 'x'": "injected-parameters"}
    cells = [nbformat.v4.new_code_cell(source, metadata={"tags": [tag]}) for source, tag in sources.items()]
    path = tmp_path / "sample.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert {one.name: one.default for one in declared(path)} == {"n": 1, "m": 2, "k": "x"}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('n: int = "three"', "n: int: found the default 'three'; expected a whole number"),
        ("n: int = True", "found the default True; expected a whole number"),
        ("n: int = 2.5", "expected a whole number"),
        ("share: float = 'x'", "expected a finite number"),
        ("flag: bool = 'no'", "found the default 'no'; expected True or False"),
        ("flag = 1  # type: bool", "expected True or False"),
        ("region: str = None", "region: str: found the default None; expected a text"),
        ("names: list[str] = 'a'", "expected a list of texts"),
        ("names: list[str] = [1]", "expected a list of texts"),
        ('when: "date" = "yesterday"', "expected a day, month or year"),
        ('when: "date" = 2015', "expected a day, month or year"),
        ('where: "path" = 3', "expected a file or folder"),
    ],
)
def test_a_default_of_another_type_than_declared_is_refused(tmp_path, source, message):
    with pytest.raises(ParameterError) as refusal:
        declared(notebook(tmp_path, source))
    assert message in str(refusal.value)


def test_every_wrong_default_is_said_at_once(tmp_path):
    with pytest.raises(ParameterError) as refusal:
        declared(notebook(tmp_path, 'n: int = "three"\nwhen: "date" = "yesterday"\nregion: str = None'))
    assert [line.split(":")[0] for line in str(refusal.value).splitlines()[1:]] == [
        "  n",
        "  when",
        "  region",
    ]


def given(folder, source, text):
    path = notebook(folder, source)
    return checked(path, declared(path), [f"{source.split(':')[0].split()[0]}={text}"])


@pytest.mark.parametrize(
    ("source", "text", "value"),
    [
        ("names: list[str] = []", '["a, b", "c"]', ["a, b", "c"]),
        ("names: list[str] = []", "['a, b', 'c']", ["a, b", "c"]),
        ("names: list[str] = []", '"a, b", c', ["a, b", "c"]),
        ("names: list[str] = []", "a b,c", ["a b", "c"]),
        ("names: list[str] = []", "", []),
        ("numbers = [1]", "[2, 3.5]", [2, 3.5]),
        ("numbers = [1]", "2, 3", [2, 3]),
        ("pair = (1, 2)", "[3, 4]", (3, 4)),
        ("table = {}", '{"a": true, "b": null}', {"a": True, "b": None}),
        ("table = {}", "{'a': True}", {"a": True}),
        ("x = None", "5", 5),
        ("x = None", "[1, 2]", [1, 2]),
        ("x = None", "None", None),
        ("x = None", "Aleppo", "Aleppo"),
        ("x = None", "2015-11-10", "2015-11-10"),
        ("n = 3", "4", 4),
        ("share = 0.5", "1", 1.0),
    ],
)
def test_values_are_read_by_the_type_of_their_default(tmp_path, source, text, value):
    (found,) = given(tmp_path, source, text).values()
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("names: list[str] = []", '"a, b" c', "a list of texts"),
        ("names: list[str] = []", "[1, 2]", "a list of texts"),
        ("numbers = [1]", "two", "a list, such as"),
        ("table = {}", "[1]", "a table, such as"),
        ("table = {}", "{1: 2}", "a table, such as"),
        ("n = 3", "four", "a whole number"),
        ("flag = True", "1", "true or false"),
        ("name = 'a'", "\udcff", "expected text in UTF-8"),
    ],
)
def test_values_of_another_type_are_refused(tmp_path, source, text, expected):
    with pytest.raises(ParameterError, match=expected):
        given(tmp_path, source, text)


def test_our_own_notebooks_declare_every_parameter_with_type_and_help():
    paths = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
    assert paths
    for path in paths:
        lines = ast.parse(manuscript(path).source("parameters")).body
        assert all(isinstance(line, ast.AnnAssign) for line in lines), path.name
        kinds = {ast.unparse(line.annotation).strip("'") for line in lines}
        assert kinds <= {"str", "int", "float", "bool", "list[str]", "date", "path"}, path.name
        assert [one.name for one in declared(path)] == [line.target.id for line in lines], path.name
        assert all(one.help for one in declared(path)), path.name


def test_a_file_that_is_no_notebook_is_said_to_be_none(tmp_path):
    path = tmp_path / "sample.ipynb"
    path.write_text("<<<<<<< HEAD")
    with pytest.raises(ParameterError, match=r"sample\.ipynb: no notebook"):
        declared(path)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        *(("2015/11/10", "2015-11-10"), ("20151110", "2015-11-10"), ("2015.11", "2015-11")),
        *(("2015-W40", ""), ("2015-W40-1", ""), ("2015-24", ""), ("10/11/2015", ""), ("2015-1-1", "")),
        *(("9999", ""), ("1650-01-01", ""), ("2261", ""), ("٢٠١٥", "")),
    ],
)
def test_what_is_no_day_that_can_be_read_is_refused_and_no_other_day_offered(tmp_path, text, nearest):
    path = notebook(tmp_path, 'when: "date" = ""')
    with pytest.raises(ParameterError) as refusal:
        checked(path, declared(path), [f"when={text}"])
    assert ("nearest" in str(refusal.value)) == bool(nearest)
    assert nearest in str(refusal.value)
