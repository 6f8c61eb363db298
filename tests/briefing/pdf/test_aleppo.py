"""The PDF of the real briefing: tagged whole, its data attached, read in order."""

import pikepdf
import pytest

from tests.briefing.pdf.inside import elements, text_of, untagged


@pytest.fixture
def aleppo(briefing):
    """The PDF of the Aleppo briefing."""
    with pikepdf.open(briefing / "briefing.pdf") as file:
        yield file


def test_the_aleppo_briefing_is_tagged_whole_with_its_data_attached(aleppo, briefing):
    root = aleppo.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert [untagged(page) for page in aleppo.pages] == [[] for _ in aleppo.pages]
    figures = list(elements(root.StructTreeRoot, "/Figure"))
    assert len(figures) == 10
    assert all(len(str(figure.Alt)) > 80 for figure in figures)
    with aleppo.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("Aleppo, autumn 2015")
    files = {path.relative_to(briefing).as_posix() for path in (briefing / "data").iterdir()}
    assert set(aleppo.attachments) == files | {"manifest.json"}


def test_the_aleppo_briefing_reads_in_order(briefing):
    text = text_of((briefing / "briefing.pdf").read_bytes())
    body = text[text.index("Page 1 of") :]
    places = [
        body.index(words) for words in ("Situation", "Exhibit 1", "Exhibit 5", "Exhibit 12", "Attached to")
    ]
    assert places == sorted(places)
    assert "2 sources, 1 party, of one origin" in " ".join(text.split())
