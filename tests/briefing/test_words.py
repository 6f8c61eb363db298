"""Page and PDF say nothing by themselves: in a language nobody speaks, only the notebook's words are left."""

import json
import re
from html import unescape

import pytest

from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from analysis.messages import spoken
from tests.briefing import notebooks
from tests.briefing.notebooks import cell, markdown, notebook, output
from tests.briefing.pdf.inside import text_of
from tests.messages.pseudo import plain_words, pseudo_catalogue

FOREIGN = notebook(
    markdown("![somewhere](https://example.org/a.png)\n\n<p>raw</p>"),
    cell("print(1)", [output({"application/x-unheard": "1"}), output({"text/html": "<p>raw</p>"})]),
    cell("print(2)", [output({"text/plain": "plain"})], tags=["parameters"]),
)


@pytest.fixture(scope="module", params=["briefing", "stranger"])
def book(request):
    return notebooks.briefing(2) if request.param == "briefing" else FOREIGN


def ours(text: str, book: dict) -> list[str]:
    """The words with an ASCII letter that do not stand in the notebook."""
    known = set(re.findall(r"[A-Za-z]+", json.dumps(book, ensure_ascii=False).replace("\\n", " ")))
    words = (part for word in plain_words(text) for part in re.findall(r"[A-Za-z]+", word))
    return [word for word in words if word not in known]


def test_the_page_says_only_what_the_catalogue_and_the_notebook_say(book):
    with spoken(pseudo_catalogue()):
        printed = page(document(book))
    body = re.sub(r"<style>.*?</style>|<script>.*?</script>|<head>.*?<title>", "", printed, flags=re.DOTALL)
    labels = re.findall(r'(?:aria-label|alt)="([^"]*)"', body)
    visible = unescape(" ".join([re.sub(r"<[^>]*>", " ", body), *labels]))
    assert ours(visible, book) == []
    assert len(visible) > 200


def test_the_pdf_says_only_what_the_catalogue_and_the_notebook_say(book):
    with spoken(pseudo_catalogue()):
        printed = pdf(document(book), {"manifest.json": b"{}"})
    assert [word for word in ours(text_of(printed), book) if word not in ("manifest", "json")] == []
