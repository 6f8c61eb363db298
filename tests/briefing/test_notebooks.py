"""Finding a notebook: by path, by name, and what is said where there is none."""

import pytest

from analysis.briefing.notebooks import found
from analysis.errors import ParameterError


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").mkdir()
    for name in ("notebooks/briefing.ipynb", "mine.ipynb", "notes.txt"):
        (tmp_path / name).touch()
    return [tmp_path / "notebooks"]


@pytest.mark.parametrize("name", ["briefing", "briefing.ipynb", "notebooks/briefing.ipynb"])
def test_is_found_by_name_or_path(desk, name):
    assert found(name, desk).resolve() == desk[0] / "briefing.ipynb"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.ipynb", "gone.ipynb: not found; nearest: none"),
        ("mina.ipynb", "mina.ipynb: not found; nearest: mine.ipynb"),
        ("breifing.ipynb", "breifing.ipynb: not found; nearest: briefing.ipynb"),
        ("no/such/case.ipynb", "no/such/case.ipynb: not found"),
        ("notebooks/mine", "notebooks/mine: not found"),
        ("notebooks", "notebooks: found a folder; expected a notebook; in it: notebooks/briefing.ipynb"),
        ("notes.txt", "notes.txt: found another file; expected a notebook"),
        ("breifing", "notebook 'breifing': not found in notebooks/; nearest: briefing"),
        ("\udcff.ipynb", "expected a name in UTF-8"),
    ],
)
def test_says_what_is_not_there_and_what_is_near(desk, name, message):
    with pytest.raises(ParameterError) as refusal:
        found(name, desk)
    assert message in str(refusal.value)
    str(refusal.value).encode()
