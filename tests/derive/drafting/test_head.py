"""What is proposed for the report itself: its row in `sources`, its key, its day."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import load
from analysis.derive.drafting import drafted, key_of
from analysis.derive.drafting.head import head_proposal
from analysis.model.frames import DRAFTED_REPORTS
from tests.conftest import ROOT
from tests.drafted import REPORT

EXERCISE = ROOT / "seeds" / "exercise"
NONE = DRAFTED_REPORTS.of([])


@pytest.fixture(scope="module")
def war():
    return load.corpus(EXERCISE, "restricted")


def drafted_reports(**row) -> pd.DataFrame:
    return DRAFTED_REPORTS.of([{"file": "x", "text_kept": False} | row])


def test_the_head_is_proposed_as_it_is_printed_and_the_kind_is_a_choice(war):
    report = load.report(EXERCISE / "reports" / "halyard-market.txt")
    head = head_proposal(report, "new", war)
    assert (head.table, head.proposal_id, head.locator) == ("sources", "new-head", "")
    assert head.filled("title") == "Toll in Dōlmaçe market rises to 71 as hospital is shelled"
    assert (head.filled("author"), head.filled("published")) == ("Ilsa Marwent", "2033-06-19")
    assert (head.filled("kind"), head.fields["kind"][0].value) == ("", "news_report")
    assert "published_note" not in head.fields


@pytest.mark.parametrize(
    ("printed", "days", "sure"),
    [
        ("Monday, 4 July 2033", ["2033-07-04"], True),
        ("Sept. 3, 2021", ["2021-09-03"], True),
        ("2033-07-04", ["2033-07-04"], True),
        ("11/10/2015", ["2015-10-11", "2015-11-10"], False),
    ],
)
def test_a_printed_day_is_sure_where_it_can_be_read_in_one_way_only(war, printed, days, sure):
    head = head_proposal(replace(REPORT, published=printed), "new", war)
    assert [one.value for one in head.fields["published"]] == days
    assert bool(head.filled("published")) == sure


@pytest.mark.parametrize("printed", ["Tuesday", "27 June", "Nov 10"])
def test_a_day_without_its_year_is_no_date_and_is_noted(war, printed):
    head = head_proposal(replace(REPORT, published=printed), "new", war)
    assert "published" not in head.fields
    assert head.filled("published_note") == printed


def test_a_report_that_is_coded_is_known_by_its_title_or_address(war):
    titled = replace(REPORT, title="toll in Dōlmaçe market rises to 71 as hospital is shelled", published="")
    assert key_of(titled, war.sources, NONE) == "halyard-market"
    addressed = replace(REPORT, page_url="https://bureau.example/sitrep-31", published="")
    assert key_of(addressed, war.sources, NONE) == "bureau-sitrep"


def test_the_same_title_of_another_day_is_another_report(war):
    weekly = replace(REPORT, title="Deaths documented in December 2032", published="9 February 2033")
    assert key_of(weekly, war.sources, NONE) == "deaths-documented-in-december-2032"
    assert key_of(replace(weekly, published="12 January 2033"), war.sources, NONE) == "tideline-count"


def test_a_report_that_was_drafted_is_known_by_its_bytes(war):
    before = drafted_reports(source_id="market", checksum=REPORT.checksum)
    assert key_of(replace(REPORT, title="Another title"), war.sources, before) == "market"


@pytest.mark.parametrize(
    ("title", "file", "key"),
    [
        ("Harbour shelled: Dōlmaçe's toll", "x.txt", "harbour-shelled-dolmaces-toll"),
        ("", "Daily Count 7.pdf", "daily-count-7"),
        ("قصف الميناء", "قصف.txt", "report"),
        ("word " * 40, "x", "-".join(["word"] * 9)),
    ],
)
def test_a_key_is_made_of_the_title_or_the_file(war, title, file, key):
    assert key_of(replace(REPORT, title=title, file=file), war.sources, NONE) == key


def test_a_key_that_is_made_is_of_no_other_report(war):
    before = drafted_reports(source_id="harbour-shelled", checksum="b" * 64)
    assert key_of(REPORT, war.sources, before) == "harbour-shelled-2"


def test_a_report_that_is_coded_is_not_proposed_for_sources_again(war):
    report = load.report(EXERCISE / "reports" / "halyard-market.txt")
    assert {one.table for one in drafted(report, war, "halyard-market").proposals} == {"claims"}
    assert drafted(report, war, "new").proposals[0].table == "sources"
