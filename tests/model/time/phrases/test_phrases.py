"""Phrases of time against the publication of their report: a table, and what holds for every phrase."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import PHRASE_RULES, dated, span_of, suggestions

with Path(__file__).with_name("phrases.csv").open(encoding="utf-8", newline="") as table:
    ROWS = [tuple(row.values()) for row in csv.DictReader(table)]

PHRASES = sorted({phrase for phrase, _, edtf in ROWS if edtf != "refused"})
DAYS = st.dates(date(2012, 1, 1), date(2020, 12, 31))
EARLIEST, LATEST = date.min, date.max


@pytest.mark.parametrize(("phrase", "published", "edtf"), ROWS)
def test_a_phrase_is_read_whole_or_refused(phrase, published, edtf):
    reading = dated(phrase, span_of(published))
    assert (reading.edtf if reading else "refused") == edtf


@pytest.mark.parametrize("rule", PHRASE_RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example_and_says_whose_it_is(rule):
    reading = dated(rule.example, span_of("2015-11-12"))
    assert reading.rule == rule.name
    assert rule.meaning.endswith(".")
    assert "UCDP GED codebook" in rule.source or rule.source == "House convention"


def test_names_of_rules_are_their_own():
    assert len({rule.name for rule in PHRASE_RULES}) == len(PHRASE_RULES)


def test_the_codebook_of_ucdp_is_followed_where_it_has_a_rule():
    report = span_of("2015-11-12")
    rules = [rule for rule in PHRASE_RULES if rule.source.startswith("UCDP")]
    followed = {rule.example: dated(rule.example, report).edtf for rule in rules}
    assert followed == {
        "the past few days": "[2015-11-09?..2015-11-11?]",
        "over the weekend": "[2015-11-07?..2015-11-08?]",
        "this week": "[2015-11-09?..2015-11-12?]",
        "early March": "[2015?-03-?01..2015?-03-?10]",
    }


@given(st.sampled_from(PHRASES), DAYS)
def test_a_year_that_the_phrase_does_not_say_is_inferred(phrase, day):
    reading = dated(phrase, span_of(day.isoformat()))
    if reading and not re.search("[0-9]{4}", phrase):
        span = span_of(reading.edtf)
        assert span.edtf == reading.edtf
        assert all("year" in marks.inferred for marks in (span.first, span.last) if any(marks))
        assert span.first.inferred or span.last.inferred


@given(st.sampled_from(PHRASES), DAYS)
def test_no_report_tells_of_days_after_it(phrase, day):
    reading = dated(phrase, span_of(day.isoformat()))
    if reading and not re.search("[0-9]{4}|the end of", phrase):
        told = re.findall("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.sub("[?~%]", "", reading.edtf))
        assert all(one <= day.isoformat() for one in told)


@given(st.sampled_from(PHRASES), DAYS, st.integers(0, 45))
def test_a_window_of_publication_gives_what_holds_all_its_answers(phrase, day, length):
    whole = dated(phrase, span_of(f"[{day}..{day + timedelta(length)}]"))
    if whole is None:
        return
    span = span_of(whole.edtf)
    for number in range(length + 1):
        one = dated(phrase, span_of(f"{day + timedelta(number)}"))
        if one is None:
            continue
        told = span_of(one.edtf)
        assert (span.low or EARLIEST) <= (told.low or EARLIEST)
        assert (told.high or LATEST) <= (span.high or LATEST)
        assert (told.latest_start or LATEST) <= (span.latest_start or LATEST)
        assert (span.earliest_end or EARLIEST) <= (told.earliest_end or EARLIEST)


@given(st.text(max_size=40), DAYS)
def test_any_text_is_read_or_refused(text, day):
    reading = dated(text, span_of(day.isoformat()))
    assert reading is None or span_of(reading.edtf)


WORDS = "in on the past last this few 3 days week year ago since until from to october friday night 9 2015"


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=6).map(" ".join), DAYS)
def test_what_is_a_date_already_or_has_a_suggestion_is_no_phrase(text, day):
    if suggestions(text):
        assert dated(text, span_of(day.isoformat())) is None


@given(st.sampled_from(PHRASES), st.sampled_from(["destroyed", "not", "almost", "some time"]), DAYS)
def test_a_word_more_is_never_read_over(phrase, word, day):
    assert dated(f"{word} {phrase}", span_of(day.isoformat())) is None
