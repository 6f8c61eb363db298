"""A date cell may hold a phrase, read by the report it stands in; what cannot be read so is refused."""

import pytest

from analysis.load import corpus

PUBLISHED = "2015-11-10"
"""A Tuesday."""


@pytest.fixture
def dated(copy):
    """A copy whose first report was published on a known day."""
    copy.plant("sources", "kweires-siege-lifted", published=PUBLISHED)
    copy.plant("sources", "isis-villages-retaken", published="2015-10-12")
    return copy


def row(copy, table: str, key: str):
    frame = getattr(corpus(copy.folder), table)
    return frame.set_index(frame.columns[0]).loc[key]


@pytest.mark.parametrize(
    ("phrase", "edtf", "start", "end"),
    [
        ("overnight Friday", "[2015-11-06?..2015-11-07?]", "2015-11-06", "2015-11-07"),
        ("past 48 hours", "[2015-11-08?..2015-11-10?]", "2015-11-08", "2015-11-10"),
        ("recently", "[2015-11-07?..2015-11-09?]", "2015-11-07", "2015-11-09"),
    ],
)
def test_a_phrase_of_a_claim_is_read_by_its_report(dated, phrase, edtf, start, end) -> None:
    dated.plant("claims", "a-p7-sorties", as_of=phrase)
    assert dated.faults() == []
    claim = row(dated, "claims", "a-p7-sorties")
    assert (claim["as_of"], claim["as_of_from"]) == (edtf, "claim")
    assert (str(claim["as_of_start"].date()), str(claim["as_of_end"].date())) == (start, end)


def test_a_phrase_of_control_and_of_a_tie_is_read_by_the_report_of_their_claim(dated) -> None:
    dated.plant("control", 3, date="since Friday")
    dated.plant("relations", 5, date="since Friday")
    coded = corpus(dated.folder)
    assert coded.control.loc[1, "date"] == "2015-11-06?/.."
    assert coded.relations.loc[3, "date"] == "2015-11-06?/.."


def test_the_words_of_a_phrase_stay_as_the_reason_where_none_is_given(dated) -> None:
    dated.plant("control", 3, date="since Friday", date_note="")
    dated.plant("events", "kweires-siege-ended", date="on Tuesday")
    coded = corpus(dated.folder)
    assert coded.control.loc[1, "date_note"] == "In the words of the report: since Friday."
    assert coded.events.loc[1, "date"] == "2015-11-10?"
    assert coded.events.loc[1, "date_note"].startswith("A Tuesday, read as")


def test_an_event_told_by_one_report_is_dated_by_its_words(dated) -> None:
    dated.plant("events", "weekend-fighting", date="over the weekend")
    assert row(dated, "events", "weekend-fighting")["date"] == "[2015-10-10?..2015-10-11?]"


def test_reports_of_different_days_do_not_date_an_event_by_a_phrase(dated) -> None:
    dated.plant("sources", "aleppo-offensive-launched", published="2015-10-20")
    number = dated.plant("events", "ahrar-takes-village", date="over the weekend")
    file, at, column, found, expected, near = dated.only()
    assert (file, at, column, expected) == ("events.csv", number, "date", "an EDTF date")
    assert found.startswith("'over the weekend', which reports of different days read as [2015-10-1")
    assert set(near.split(" or ")) == {"[2015-10-10?..2015-10-11?]", "[2015-10-17?..2015-10-18?]"}


def test_two_reports_of_one_day_date_an_event_by_a_phrase(dated) -> None:
    dated.plant("sources", "aleppo-offensive-launched", published="2015-10-12")
    dated.plant("events", "ahrar-takes-village", date="over the weekend")
    assert row(dated, "events", "ahrar-takes-village")["date"] == "[2015-10-10?..2015-10-11?]"


def test_a_phrase_in_a_report_of_no_day_is_refused(dated) -> None:
    dated.plant("sources", "kweires-siege-lifted", published="", published_note="")
    number = dated.plant("claims", "a-p7-sorties", as_of="on Friday")
    found = "'on Friday', and no day of the report to read it by"
    expected = "an EDTF date, as no phrase can be read"
    assert dated.only() == ("claims.csv", number, "as_of", found, expected, "")


@pytest.mark.parametrize("column", ["published", "accessed"])
def test_the_days_of_a_report_are_no_phrases(dated, column) -> None:
    dated.add_columns("sources", "accessed")
    number = dated.plant("sources", "kweires-siege-lifted", **{column: "yesterday"})
    file, at, where, found, expected, near = dated.only()
    assert (file, at, where, found, near) == ("sources.csv", number, column, "'yesterday'", "")
    assert expected.startswith("an EDTF date such as 2015-11-10")


@pytest.mark.parametrize(
    ("mangled", "near"),
    [
        ("5-Oct", "5 October"),
        ("10/11/2015", "2015-11-10 or 2015-10-11"),
        ("42287", "2015-10-10 or 2019-10-11"),
        ("Nov-15", "2015-11 or 15 November"),
        ("10-Nov-15", "2015-11-10"),
        ("2015-11-10 00:00:00", "2015-11-10"),
    ],
)
@pytest.mark.parametrize(
    ("table", "key", "column"),
    [("claims", "a-p7-sorties", "as_of"), ("sources", 2, "published"), ("control", 3, "date")],
)
def test_what_a_spreadsheet_made_of_a_date_is_a_fault(dated, table, key, column, mangled, near) -> None:
    number = dated.plant(table, key, **{column: mangled})
    file, at, where, found, _, hint = dated.only()
    assert (file, at, where, hint) == (f"{table}.csv", number, column, near)
    assert found.startswith(f"'{mangled}'")


def test_a_phrase_beside_an_unknown_report_is_not_a_second_fault(dated) -> None:
    number = dated.plant("claims", "a-p7-sorties", as_of="on Friday", source_id="kweires-siege")
    assert dated.only()[:3] == ("claims.csv", number, "source_id")


def test_what_the_spreadsheet_offers_as_a_phrase_can_be_typed(dated) -> None:
    dated.plant("claims", "a-p7-sorties", as_of="5 October")
    assert row(dated, "claims", "a-p7-sorties")["as_of"] == "2015?-10-05"
