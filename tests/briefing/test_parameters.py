"""Parameters are refused before a kernel starts, all faults at once, with what would do."""

import nbformat
import pytest

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
    assert [place.resolve() for place in paths(declared(path), found, path.parent)] == [tmp_path / "seeds"]


def test_reads_name_type_default_and_help(tmp_path):
    region = declared(notebook(tmp_path))[1]
    assert (region.name, region.type, region.default, region.help) == (
        "region",
        "str",
        "a#b",
        "place or province",
    )


@pytest.mark.parametrize(
    ("source", "tags", "message"),
    [
        (CELL, (), "found 0 cells tagged 'parameters'"),
        ("x = 1", ("parameters",), "line 1: found 'x = 1'; expected name: type"),
        ("x: strr = ''", ("parameters",), "nearest: str"),
        ("x: str = print()", ("parameters",), "expected name: type = literal"),
        ("x: str = (", ("parameters",), "line 1: found 'x: str = ('; expected Python"),
    ],
)
def test_refuses_a_cell_that_declares_badly(tmp_path, source, tags, message):
    with pytest.raises(ParameterError) as refusal:
        declared(notebook(tmp_path, source, tags))
    assert message in str(refusal.value)


def test_a_file_that_is_no_notebook_is_said_to_be_none(tmp_path):
    path = tmp_path / "sample.ipynb"
    path.write_text("<<<<<<< HEAD")
    with pytest.raises(ParameterError, match=r"sample\.ipynb: no notebook"):
        declared(path)
