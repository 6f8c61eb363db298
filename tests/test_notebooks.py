"""What a notebook of ours may hold, and which parameters it takes."""

import ast
import re

import nbformat
import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

COMMAND = re.compile(r"^!.*$", re.MULTILINE)
"""A line of a notebook that runs a command."""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_thin_and_stripped(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    tagged = [cell for cell in code if "parameters" in cell.metadata.get("tags", [])]
    assert tagged == code[:1], "the first code cell, and no other, holds the parameters"
    for cell in code:
        assert not cell.outputs
        assert cell.execution_count is None
        assert len(cell.source.splitlines()) <= 8, cell.source
        forbidden = (
            ast.FunctionDef,
            ast.ClassDef,
            ast.For,
            ast.While,
            ast.Lambda,
            ast.ListComp,
            ast.DictComp,
        )
        assert not any(
            isinstance(node, forbidden) for node in ast.walk(ast.parse(COMMAND.sub("", cell.source)))
        ), cell.source


DESK = {
    "code_a_report": ["corpus", "report", "source_id"],
    "explore": ["corpus", "reports"],
    "tutorial": ["folder", "report", "reports"],
}
"""The notebooks that nobody prints, with their parameters."""


def test_all_notebooks_take_the_same_parameters():
    from analysis.briefing.parameters import declared

    printed = ["corpus", "region", "start", "end", "factions", "handling", "title"]
    assert set(DESK) < {path.stem for path in NOTEBOOKS}
    for path in NOTEBOOKS:
        assert [one.name for one in declared(path)] == DESK.get(path.stem, printed), path.stem
        assert all(one.help for one in declared(path)), path.stem
