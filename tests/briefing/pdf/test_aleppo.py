"""The PDF of the real briefing: tagged whole, its data attached, read in order."""

import json
import re

import pikepdf
import pytest

from tests.briefing.notebooks import MIME
from tests.briefing.pdf.inside import elements, filled, text_of, untagged, words_of


@pytest.fixture
def aleppo(briefing):
    """The PDF of the Aleppo briefing."""
    with pikepdf.open(briefing / "briefing.pdf") as file:
        yield file


def records(folder, kind):
    """The records of that kind in the notebook that a briefing was printed from."""
    notebook = json.loads((folder / "briefing.ipynb").read_text("utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    found = [output.get("data", {}).get(MIME, {}) for output in outputs]
    return [record for record in found if record.get("kind") == kind]


def test_the_aleppo_briefing_is_tagged_whole_with_its_data_attached(aleppo, briefing):
    root = aleppo.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert [untagged(page) for page in aleppo.pages] == [[] for _ in aleppo.pages]
    figures = list(elements(root.StructTreeRoot, "/Figure"))
    assert len(figures) == len(records(briefing, "figure")) > 0
    assert all(len(str(figure.Alt)) > 80 for figure in figures)
    with aleppo.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("Aleppo, autumn 2015")
    files = {path.relative_to(briefing).as_posix() for path in (briefing / "data").iterdir()}
    assert set(aleppo.attachments) == files | {"manifest.json"}


def test_the_aleppo_briefing_reads_in_order(briefing):
    text = text_of((briefing / "briefing.pdf").read_bytes())
    shown = [record for kind in ("figure", "table", "register") for record in records(briefing, kind)]
    numbers = sorted(record["number"] for record in shown)
    heads = [re.search(rf"^Exhibit {number}( ·|$)", text, re.MULTILINE) for number in numbers]
    places = [*(head.start() for head in heads), text.index("Attached to")]
    assert places == sorted(places)


def test_page_one_of_aleppo_is_read_in_three_minutes(briefing):
    words = words_of((briefing / "briefing.pdf").read_bytes())
    first = [word for word in words if word[1] == 1]
    assert len(first) <= 520, "header, footer and citations counted; 350 is the aim"
    assert not [word for word in first if word[0] == "Exhibit"]


def test_aleppo_has_at_most_eight_pages_and_none_half_empty(briefing):
    content = (briefing / "briefing.pdf").read_bytes()
    shares = filled(content)
    annex = min((word[1] for word in words_of(content) if word[0] == "Annex"), default=len(shares))
    assert len(shares) <= 8
    full = [share for page, share in enumerate(shares, 1) if page not in (annex - 1, len(shares))]
    assert min(full) > 2 / 3


def test_every_heading_of_aleppo_stands_with_what_it_heads(briefing):
    words = words_of((briefing / "briefing.pdf").read_bytes())
    heads = [word for word in words if word[0] == "Exhibit" and word[2] < 60]
    assert heads
    assert all(word[5] < 680 for word in heads)


def test_the_aleppo_briefing_is_a_small_file(briefing):
    assert (briefing / "briefing.pdf").stat().st_size < 600_000
