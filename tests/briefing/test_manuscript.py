"""Manuscripts: notebooks of all ages and states are read, or refused with the cause."""

import json

import nbformat
import pytest

from analysis.briefing.manuscript import manuscript
from analysis.errors import ParameterError

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


@pytest.fixture
def written(tmp_path):
    def write(book, encoding="utf-8"):
        path = tmp_path / "case.ipynb"
        path.write_bytes((book if isinstance(book, str) else json.dumps(book)).encode(encoding))
        return path

    return write


def book(*cells, **parts):
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": list(cells)} | parts


def code(source="x = 1", **parts):
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | parts


def test_a_byte_order_mark_is_no_part_of_the_notebook(written):
    assert manuscript(written(book(code("x = 'ä'")), "utf-8-sig")).cells[0]["source"] == "x = 'ä'"


def test_an_old_notebook_is_converted(written):
    cells = [{"cell_type": "code", "input": ["x = 1\n", "y = 2"], "language": "python", "outputs": []}]
    cells += [{"cell_type": "heading", "level": 2, "source": "Title"}]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}
    read = manuscript(written(old))
    assert [cell["source"] for cell in read.cells] == ["x = 1\ny = 2", "## Title"]
    nbformat.validate(nbformat.from_dict(read.book))


def test_what_is_missing_is_filled_in_and_what_the_format_does_not_know_left_out(written):
    cells = [code(outputs="broken", collapsed=True), {"cell_type": "markdown", "source": ["a\n", "b"]}]
    cells += [code(id="same"), code(id="same"), code(id="no id!"), {"cell_type": "code", "metadata": {}}]
    read = manuscript(written(book(*cells)))
    nbformat.validate(nbformat.from_dict(read.book))
    assert [cell["id"] for cell in read.cells] == ["cell-1", "cell-2", "same", "cell-4", "cell-5", "cell-6"]
    assert read.cells[1]["source"] == "a\nb"
    assert manuscript(written(book(*cells))) == read


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ("<<<<<<< HEAD", "no notebook (no JSON)"),
        ("[" * 100_000, "no notebook (no JSON)"),
        ("[]", "no notebook (no nbformat)"),
        ({"cells": []}, "no notebook (no nbformat)"),
        (book(nbformat=5), "found a notebook of format 5; expected format 3 or 4"),
        ({"nbformat": 4, "metadata": {}}, "no notebook (no list of cells)"),
        (
            {"nbformat": 3, "metadata": {}, "worksheets": 7},
            "found a notebook of format 3 that cannot be converted",
        ),
        (
            book("text", code(3), code(metadata=[])),
            "cell 1: expected an object\n  cell 2: source: expected text",
        ),
        (book(code(metadata={"tags": "parameters"})), "cell 1: metadata, tags: expected a list of texts"),
        (book({"cell_type": "heading", "source": ""}), "cell 1: cell_type: found 'heading'; expected code"),
        (book(metadata=[]), "metadata: expected an object"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_cause(written, found, message):
    with pytest.raises(ParameterError) as refusal:
        manuscript(written(found))
    assert str(refusal.value).startswith("case.ipynb: ")
    assert message in str(refusal.value)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "case.ipynb").write_bytes(b"\xff\xfe{\x00}\x00")
    with pytest.raises(ParameterError, match="no text in UTF-8"):
        manuscript(tmp_path / "case.ipynb")


@pytest.mark.parametrize(
    ("metadata", "called"),
    [
        ({"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}, r"kernel ir \(R\)"),
        ({"kernelspec": {"name": "ir", "display_name": "R"}}, r"kernel ir \(R\)"),
        ({"kernelspec": {"name": "julia-1.10", "display_name": "Julia"}}, r"kernel julia-1\.10 \(Julia\)"),
        (
            {"kernelspec": {"name": "x", "display_name": ""}, "language_info": {"name": "scala"}},
            r"kernel x \(scala\)",
        ),
        ({"language_info": {"name": "R"}}, "language R"),
    ],
)
def test_a_notebook_of_another_language_is_refused_by_name(written, metadata, called):
    with pytest.raises(ParameterError, match=rf"^case\.ipynb: {called}: Sitrep runs Python notebooks$"):
        manuscript(written(book(code("x <- 1"), metadata=metadata)))


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": KERNEL},
        {"kernelspec": {"name": "conda-env-x-py", "display_name": "X", "language": "python"}},
        {"kernelspec": {"name": ".venv", "display_name": ".venv"}},
        {"kernelspec": {"name": "irony", "display_name": "Irony"}},
        {"kernelspec": {"name": "python2", "display_name": "Python 2"}, "language_info": {"name": "python"}},
        {"kernelspec": None, "language_info": "python"},
    ],
)
def test_python_is_python_under_any_name(written, metadata):
    assert manuscript(written(book(code(), metadata=metadata))).cells


def test_old_notebooks_may_hold_their_text_line_by_line(tmp_path):
    cells = [
        {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Old", "title"]},
        {"cell_type": "code", "input": ["x = 1\n", "x"], "language": "python", "metadata": {}, "outputs": []},
    ]
    book = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps(book))
    assert [cell["source"] for cell in manuscript(path).cells] == ["# Old title", "x = 1\nx"]
