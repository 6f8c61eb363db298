"""Drawings of exhibits as they are read: nothing that is drawn is lost."""

import re

from analysis.briefing.document.blocks import Figure
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import exhibit, notebook


def test_drawings_of_matplotlib_survive():
    svg = notebooks.drawn("survivor")
    book = notebook(exhibit(notebooks.figure(), **{"image/svg+xml": svg}))
    (drawing,) = (block.drawing for block in document(book).blocks if isinstance(block, Figure))
    for part in ("<path ", "<clipPath ", "<use ", "<pattern ", "<text ", "<g", "clip-path="):
        assert drawing.body.count(part) == svg.count(part)
    named = re.findall(r'<(\w+)\b[^>]*? id="([^"]+)"', svg)
    kept = [name for tag, name in named if tag != "g" or f"#{name}" in svg]
    assert len(kept) > 3
    assert sorted(re.findall(r'(?<= )id="([^"]+)"', drawing.body)) == sorted(kept)
    assert drawing.rules == (("*", "stroke-linejoin: round; stroke-linecap: butt"),)
    assert drawing.view_box == "0 0 518.4 201.6"
