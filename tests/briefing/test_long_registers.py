"""A register of more reports than a reader would turn the pages of: both printings say how many are left."""

import re

from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.pdf.registers import REPORTS, STATEMENTS
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


def test_paper_prints_cited_claims_first_and_says_how_many_it_leaves_out():
    record = register()
    first = record["entries"][0]
    told = first["statements"][0]
    many = [
        {**first, "id": f"r{n}", "number": n, "title": f"Title{n}", "more": 0}
        | {"statements": [told | {"claim_id": f"c{n}-{k}", "cite": f"{n} p{k}x"} for k in range(10)]}
        for n in range(1, REPORTS + 51)
    ]
    last = many[-1]["id"]
    cited = {"cite": {"source": last, "label": "150 p9x", "claim": f"c{len(many)}-9"}}
    prose = {"kind": "prose", "blocks": [{"type": "paragraph", "runs": [{"text": "Told "}, cited]}]}
    bound = document(notebook(exhibit(prose), exhibit(record | {"entries": many})))
    text = " ".join(text_of(pdf(bound)).split())
    assert text.count("150 p9x") == 2, "in the sentence and in the register"
    assert text.count("Title") == REPORTS
    assert len(set(re.findall(r"\d+ p\dx", text))) == STATEMENTS
    assert "50 more reports are not listed here" in text
    assert "10 more statements of this report are not listed." in text


def test_the_day_of_most_claims_of_a_report_is_said_once_on_paper():
    record = register()
    first = record["entries"][0]
    told = first["statements"][0]
    days = ["10 November 2015"] * 4 + ["9 November 2015"]
    claims = [
        told | {"claim_id": f"c{n}", "cite": f"1 p{n}", "day": day, "place": ""} for n, day in enumerate(days)
    ]

    def printed(claims):
        record["entries"] = [first | {"statements": claims}]
        return " ".join(text_of(pdf(document(notebook(exhibit(record))))).split())

    text = printed(claims)
    assert text.count("10 November 2015") == 1
    assert "Day where none is given 10 November 2015" in text
    assert text.count("9 November 2015") == 1
    undated = printed([*claims, told | {"claim_id": "c9", "cite": "1 p9", "day": "", "place": ""}])
    assert "Day where none is given" not in undated, "else this claim would be read as of that day"
    assert undated.count("10 November 2015") == 4
