"""The tutorial, run from top to bottom, makes what it says."""

import os
import sys
from pathlib import Path

import nbformat
import papermill
import pytest

from analysis import load
from tests.conftest import ROOT

REPORT = ROOT / "seeds" / "exercise" / "reports" / "halyard-market.txt"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """The folder in which the tutorial has been run, its commands those of the environment of the tests."""
    folder = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
        papermill.execute_notebook(
            ROOT / "notebooks" / "tutorial.ipynb", "done.ipynb", {"report": str(REPORT)}, progress_bar=False
        )
    return folder


def printed(room):
    cells = nbformat.read(room / "done.ipynb", as_version=4).cells
    outputs = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]
    return "".join(output.get("text", "") for output in outputs)


def test_the_corpus_is_sound_and_holds_the_two_claims(room):
    claims = load.corpus(room / "market-strike").claims
    assert claims["claim_id"].tolist() == ["a-p1-dead", "a-p1-children"]
    assert claims["low"].tolist() == [71, 22]


def test_the_draft_waits_beside_it(room):
    proposals = load.drafts(room / "market-strike").proposals
    assert "at least 71 people" in proposals["wording"].tolist()
    assert set(proposals["status"]) == {"open"}
    assert f"{len(proposals)} proposals of 1 report unreviewed" in printed(room)


def test_the_briefing_is_published(room):
    (page,) = room.glob("briefings/*/briefing.html")
    assert "at least 71 people" in page.read_text("utf-8")
    assert page.with_name("briefing.pdf").is_file()
    assert "no faults" in printed(room)
    assert "Traceback" not in printed(room)
