"""What blocks say of themselves, for both printings alike."""

import pytest

from analysis.briefing.document.reports import Report
from analysis.briefing.document.runs import Cite
from analysis.briefing.page.runs import inline
from analysis.briefing.pdf.text import runs


@pytest.mark.parametrize(
    "address", ["", "ftp://example.org/a", "javascript:alert(1)", "https://", "see https://example.org/a"]
)
def test_what_is_no_web_address_is_not_followed(address):
    assert not report(address).is_on_the_web
    assert not report(f"{address} on paper").is_on_the_web


@pytest.mark.parametrize("address", ["https://example.org/a?b#c", "HTTP://example.org"])
def test_web_addresses_are_followed(address):
    assert report(address).is_on_the_web


@pytest.mark.parametrize("label", ["1 p3a", "1", "1 near the end"])
def test_page_and_pdf_print_the_same_citation(label):
    cite = Cite(label, target="", anchor="cite-1")
    assert f"[{label}]" in inline([cite])
    assert runs([cite])[0]["cite"].replace("\u00a0", " ") == f"[{label}]"


def report(address):
    """A report with this address."""
    blank = dict.fromkeys(("author", "publisher", "published", "basis", "note", "reliability", "licence"), "")
    return Report(id="a", anchor="source-a", number=1, title="A", url=address, statements=(), **blank)
