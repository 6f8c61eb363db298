"""Cells and outputs: read once, and whatever has a wrong type or is too large refused by cell and output."""

import copy
from dataclasses import FrozenInstanceError

import nbformat
import pytest

from analysis.briefing.reading import cells
from analysis.briefing.reading.cells import Display, Failure, Stream, notebook_of
from analysis.errors import RenderError
from tests.briefing.notebooks import MIME, PIXEL, cell, markdown, notebook, output


def outputs(*found, **metadata):
    """The outputs of one cell."""
    (read,) = notebook_of(notebook(cell("", list(found), **metadata))).cells
    return read.outputs


# what must be refused


@pytest.mark.parametrize("broken", [{"nbformat": 9}, {"nbformat": None}, [], "notebook", None])
def test_what_is_no_notebook_is_refused(broken):
    with pytest.raises(RenderError, match="not a notebook of format 3 or 4"):
        notebook_of(broken)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"cells": {}}, r"notebook, field cells: found {}; expected a list"),
        ({"metadata": []}, r"notebook, field metadata: found \[\]; expected an object"),
        ({"metadata": {"title": []}}, r"notebook, field metadata.title: found \[\]; expected a text"),
        ({"cells": [1]}, r"cell 1: found 1; expected an object"),
        ({"cells": [{}]}, r"cell 1, field cell_type: found nothing; expected one of code, markdown, raw$"),
        ({"cells": [{"cell_type": "markdwon"}]}, r"found 'markdwon'.*nearest: markdown"),
        ({"cells": [markdown(5)]}, r"cell 1, field source: found 5; expected a text or a list of texts"),
        ({"cells": [markdown(["a", 1])]}, r"cell 1, field source: "),
        ({"cells": [cell(tags="hide-output")]}, r"field metadata.tags: found 'hide-output'; expected a list"),
        ({"cells": [markdown("", attachments={"a.png": 1})]}, r"cell 1, field attachments.a.png: found 1"),
        ({"cells": [{**cell(), "outputs": {}}]}, r"cell 1, field outputs: found {}; expected a list"),
    ],
)
def test_a_wrong_type_is_refused_where_it_stands(broken, said):
    with pytest.raises(RenderError, match=said):
        notebook_of({"nbformat": 4, **broken})


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("printed", "cell 1, output 2: found 'printed'; expected an object"),
        ({}, "cell 1, output 2, field output_type: found nothing; expected a text"),
        (output({"text/plain": 3}), "cell 1, output 2, field data.text/plain: found 3"),
        (output({"image/svg+xml": {}}), r"cell 1, output 2, field data.image/svg\+xml: found {}"),
        (output([]), r"cell 1, output 2, field data: found \[\]; expected an object"),
        ({"output_type": "stream", "text": 1}, "cell 1, output 2, field text: found 1"),
        ({"output_type": "error", "traceback": [None]}, "cell 1, output 2, field traceback: "),
    ],
)
def test_an_output_of_a_wrong_type_is_refused_where_it_stands(broken, said):
    with pytest.raises(RenderError, match=said):
        outputs(output({"text/plain": "fine"}), broken)


def test_an_output_of_fifty_megabytes_is_refused_by_cell_and_size():
    huge = cell("", [output({"text/plain": "x" * 50_000_000})])
    with pytest.raises(RenderError, match=r"cell 2: 50\.0 MB of text/plain; the limit is 8 MB"):
        notebook_of(notebook(markdown("before"), huge))
    for tag in ("hide-output", "remove-cell"):
        unread = copy.deepcopy(huge)
        unread["metadata"]["tags"] = [tag]
        assert not [each for each in notebook_of(notebook(unread)).cells if each.outputs]


@pytest.mark.parametrize(
    ("printed", "what"),
    [
        ({"output_type": "stream", "name": "stdout", "text": ["xx"] * 60}, "text"),
        ({"output_type": "error", "ename": "E", "evalue": "", "traceback": ["xx"] * 60}, "traceback"),
        ({"output_type": "error", "ename": "E", "evalue": "xx" * 60, "traceback": []}, "message"),
        (output({"application/json": {"a": ["xx"] * 60}}), "application/json"),
    ],
)
def test_every_kind_of_output_has_the_limit(printed, what, monkeypatch):
    monkeypatch.setattr(cells, "LIMIT", 100)
    with pytest.raises(RenderError, match=f"cell 1: 0.0 MB of {what}; the limit is 0 MB"):
        outputs(printed)


def test_a_record_may_be_larger_for_its_data_stand_beside_the_page(monkeypatch):
    monkeypatch.setattr(cells, "LIMIT", 100)
    assert outputs(output({MIME: {"rows": ["xx"] * 60}}))


def test_all_that_is_wrong_is_named_at_once():
    with pytest.raises(RenderError) as caught:
        notebook_of(notebook(markdown(1), cell("", [output({"text/html": 1}), 2]), cell(tags=3)))
    said = str(caught.value).splitlines()
    assert [line[:6] for line in said] == ["cell 1", "cell 2", "cell 2", "cell 3"]


# what is read


def test_what_is_read_stays_as_it_is():
    (read,) = outputs(output({"text/plain": "a"}))
    with pytest.raises(FrozenInstanceError):
        read.place = "cell 2"


def test_missing_parts_are_empty():
    bare = {"cells": [{"cell_type": "code"}, {"cell_type": "markdown"}, {"cell_type": "raw", "source": "r"}]}
    read = notebook_of(bare)
    assert [(each.number, each.kind, each.source) for each in read.cells] == [
        (1, "code", ""),
        (2, "markdown", ""),
        (3, "raw", "r"),
    ]
    assert (read.title, read.lang) == ("", "en")
    assert outputs({"output_type": "stream"}) == (Stream("cell 1", "stdout", ""),)
    assert outputs({"output_type": "error"}) == (Failure("cell 1", "", "", ""),)
    assert outputs({"output_type": "display_data"}) == (Display("cell 1", {}, {}, {}),)
    assert outputs(output({"text/plain": None}))[0].texts == {"text/plain": ""}


def test_removed_cells_count_but_are_not_read():
    read = notebook_of(notebook(cell(5, tags=["remove-cell"]), cell("x")))
    assert [each.number for each in read.cells] == [2]


def test_lists_of_lines_are_put_together_and_json_is_left_alone():
    failed = {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["a", "b"]}
    data = {"text/plain": ["a\n", "b"], "application/json": ["a", "b"], "application/x-new": {"a": 1}}
    printed, failure, shown = outputs({"output_type": "stream", "text": ["a\n", "b"]}, failed, output(data))
    assert printed == Stream("cell 1, output 1", "stdout", "a\nb")
    assert failure == Failure("cell 1, output 2", "E", "no", "a\nb")
    assert shown.texts == {"text/plain": "a\nb"}
    assert shown.values == {"application/json": ["a", "b"], "application/x-new": {"a": 1}}


def test_an_output_of_a_kind_to_come_is_shown_as_far_as_possible():
    (read,) = outputs({"output_type": "hologram", "data": {"text/plain": "a"}})
    assert read.texts == {"text/plain": "a"}


def test_the_nearest_alternative_text_is_taken():
    data = {"image/png": PIXEL, "image/gif": PIXEL}
    near = output(data, **{"image/png": {"alt": "of type"}, "alt": "of output"})
    far = output(data, **{"image/png": {"alt": " "}, "alt": 3})
    assert outputs(near, alt="of cell")[0].alts == {"image/png": "of type", "image/gif": "of output"}
    assert outputs(far, alt="of cell")[0].alts == {"image/png": "of cell", "image/gif": "of cell"}
    assert outputs(far, alt=["no text"])[0].alts == {"image/png": "", "image/gif": ""}


def test_attachments_may_be_lists_of_lines():
    (read,) = notebook_of(notebook(markdown("", attachments={"m.png": {"image/png": [PIXEL, "\n"]}}))).cells
    assert read.attachments == {"m.png": {"image/png": PIXEL + "\n"}}


@pytest.mark.parametrize(
    ("metadata", "lang"),
    [({"lang": "ar"}, "ar"), ({"language": "ar-SY"}, "ar-SY"), ({"language": "x y"}, "en")],
)
def test_a_notebook_says_its_title_and_language(metadata, lang):
    read = notebook_of(notebook(title=" Two\n words\u202e", **metadata))
    assert (read.title, read.lang) == ("Two words", lang)


def test_a_node_is_read_like_its_json():
    plain = notebook(cell("a", [output({"text/plain": ["a", "b"], MIME: {"kind": "cover"}})]), markdown("b"))
    assert notebook_of(nbformat.from_dict(plain)) == notebook_of(plain)


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def test_what_was_printed_in_a_row_is_one_output_with_one_limit(monkeypatch):
    found = outputs(stream("a\n"), stream("b\n"), stream("!", "stderr"), stream("c\n"))
    assert [(one.name, one.text) for one in found] == [
        ("stdout", "a\nb\n"),
        ("stderr", "!"),
        ("stdout", "c\n"),
    ]
    monkeypatch.setattr(cells, "LIMIT", 100)
    with pytest.raises(RenderError, match=r"cell 1, output 1: 0\.0 MB of text; the limit is 0 MB"):
        outputs(*[stream("x\n")] * 51)


def test_all_outputs_together_have_a_limit_and_the_largest_cell_is_named(monkeypatch):
    monkeypatch.setattr(cells, "TOTAL_LIMIT", 2_000_000)
    with pytest.raises(RenderError, match=r"cell 1, output 1: 5\.0 MB of text; the limit is 4 MB per output"):
        outputs(*[stream("x" * 50)] * 100_000)
    made = [cell("", [stream("x" * size)]) for size in (400_000, 900_000, 600_000)]
    assert len(notebook_of(notebook(*made)).cells) == 3
    record = cell("", [output({MIME: {"data": "x" * 900_000}})])
    assert len(notebook_of(notebook(*made, record)).cells) == 4
    told = r"cell 2: 2\.3 MB of outputs in all, 0\.9 MB of it here; the limit is 2 MB per notebook"
    with pytest.raises(RenderError, match=told):
        notebook_of(notebook(*made, made[0]))
