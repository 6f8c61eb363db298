"""Corpora to code into, and a browser to do it with."""

import shutil

import pytest

from tests.briefing.page.conftest import browser  # noqa: F401 - the same browser, by the same rules
from tests.conftest import ROOT, Copy

REPORT = ROOT / "seeds" / "exercise" / "reports" / "halyard-market.txt"


@pytest.fixture
def exercise(tmp_path) -> Copy:
    """A copy of the corpus of the made-up war."""
    shutil.copytree(ROOT / "seeds" / "exercise", tmp_path / "exercise")
    return Copy(tmp_path / "exercise")
