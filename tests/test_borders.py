"""Any corpus has a map with borders: one without outlines of its own is built, from folder to page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis.briefing.build import build

EVENTS = Path(__file__).parent.parent / "notebooks" / "events.ipynb"


@pytest.fixture
def page(copy, tmp_path):
    (copy.folder / "boundaries.geojson").unlink()
    made = build(EVENTS, [f"corpus={copy.folder}"], tmp_path / "reports") / "briefing.html"
    return BeautifulSoup(made.read_text("utf-8"), "html.parser")


def test_a_corpus_without_outlines_has_a_map_with_borders_and_a_notice(page):
    exhibit = page.find("section", id="map")
    words = " ".join(exhibit.get_text(" ").split())
    assert "Boundaries: Natural Earth, 1:50 million." in words
    assert "imply no judgement on the status of any territory" in words
    assert {"TURKEY", "SYRIA"} <= {text.get_text() for text in exhibit.svg.find_all("text")}
