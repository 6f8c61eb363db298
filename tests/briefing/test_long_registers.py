"""A register of more reports than a reader would turn the pages of: both printings say how many are left."""

from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from tests.briefing.notebooks import exhibit, notebook, register
from tests.briefing.pdf.inside import squeezed, text_of

SAID = "1 more report is not listed here; the manifest beside this briefing names every report."


def long_register():
    record = register()
    record["entries"][1] |= {"unlisted": True, "statements": [], "more": 5}
    told = {"cite": {"source": "report-b", "label": "2 p3", "claim": "b-aux"}}
    prose = {"kind": "prose", "blocks": [{"type": "paragraph", "runs": [{"text": "Strong"}, told]}]}
    return document(notebook(exhibit(prose), exhibit(record)))


def test_both_printings_say_how_many_reports_are_not_listed():
    bound = long_register()
    assert SAID in page(bound)
    assert squeezed(SAID) in squeezed(text_of(pdf(bound)))


def test_a_citation_of_a_report_that_is_not_listed_leads_nowhere_and_the_manifest_still_names_it():
    bound = long_register()
    assert 'href="#source-report-b"' not in page(bound)
    assert [report["id"] for report in bound.sources] == ["report-a", "report-b"]
