"""What holds for any wording: units, hedges, order, unknown words, and that nothing ever breaks."""

import csv
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import quantity_of, reading_of
from analysis.model.phrases.nouns import NOUNS
from analysis.model.units import UNITS, factor_between, is_a

ROWS = list(csv.DictReader((Path(__file__).parent / "phrases.csv").read_text("utf-8").splitlines()))
READ = [(row["wording"], row["unit"]) for row in ROWS if row["rule"] != "refused"]
WORDS = sorted({word for row in ROWS for word in row["wording"].split()})
COUNTS = [unit for unit in UNITS.values() if unit.dimension == "count"]
MEASURES = [unit for unit in UNITS.values() if not unit.counted and unit.dimension != "ambiguous"]
PLURALS = [(word, noun.unit) for word, noun in NOUNS.items() if noun.many]

counts = st.sampled_from(COUNTS)
measures = st.sampled_from(MEASURES)
numbers = st.integers(2, 999_999).filter(lambda number: not 1_900 <= number < 2_100)


@given(numbers, st.sampled_from(PLURALS), st.sampled_from([*COUNTS, *MEASURES]))
def test_a_noun_is_read_only_as_the_unit_that_it_counts(number, noun, unit):
    word, counted = noun
    reading = reading_of(f"{number} {word}", unit.name)
    assert (reading is not None) == is_a(counted, unit)
    assert reading is None or reading.quantity.best == number


@given(
    numbers, st.sampled_from([spelt for unit in MEASURES for spelt in (unit.name, *unit.spellings)]), counts
)
def test_a_number_of_a_measure_counts_nothing(number, spelt, unit):
    assert quantity_of(f"{number:,} {spelt}", unit.name) is None


@given(numbers, measures, measures)
def test_a_measure_is_read_only_as_itself_or_converted(number, named, unit):
    reading = reading_of(f"{number:,} {named.name}", unit.name)
    factor = factor_between(named, unit)
    assert (reading is not None) == (named is unit or factor is not None)
    if named is unit:
        assert reading.quantity.best == number
        assert reading.hints == ()
    elif factor is not None:
        assert reading.quantity.best == pytest.approx(number * factor, rel=0.006)
        assert reading.hints == (f"converted from {named.name}",)


@given(numbers, counts, measures)
def test_a_bare_number_is_of_counted_things_alone(number, unit, measure):
    for wording in (f"{number:,}", f"about {number:,}", "dozens", "several", "between 20 and 30"):
        assert quantity_of(wording, unit.name) is not None
        assert quantity_of(wording, measure.name) is None


@given(numbers, counts)
def test_a_hedge_moves_only_the_end_that_it_speaks_of(number, unit):
    def ends(wording):
        quantity = quantity_of(wording, unit.name)
        return quantity.low, quantity.high

    assert ends(f"over {number}") == ends(f"{number} or more") == (number, None)
    assert ends(f"up to {number}") == ends(f"{number} at most") == (None, number)
    assert ends(f"more than {number}") == (number + 1, None)
    assert ends(f"fewer than {number}") == (None, number - 1)
    low, high = ends(f"about {number}")
    assert 10 * low <= 9 * number
    assert 11 * number <= 10 * high
    assert low % 1 == high % 1 == 0
    assert ends(f"nearly {number}") == (low, number)
    assert ends("at least several dozen") == (36, None)
    assert ends("up to a few hundred") == (None, 999)


@given(numbers, st.integers(1, 9_999), st.sampled_from(["", " people", " km", " miles"]))
def test_a_greater_number_never_reads_lower(number, step, noun):
    unit = "km" if noun in (" km", " miles") else "persons"
    for hedge in ("more than", "over", "about", "at least", "nearly", "up to", "fewer than"):
        lower = quantity_of(f"{hedge} {number:,}{noun}", unit)
        higher = quantity_of(f"{hedge} {number + step:,}{noun}", unit)
        assert (lower.low or 0) <= (higher.low or 0)
        assert (lower.high or 0) <= (higher.high or 0)


@pytest.mark.parametrize("word", ["zorbak", "zorbaks", "Zorbakis", "zorbaking"])
def test_an_unknown_word_more_keeps_the_interval_or_refuses(word):
    for wording, unit in READ:
        words = wording.split(" ")
        quantity = quantity_of(wording, unit)
        for place in range(len(words) + 1):
            longer = " ".join([*words[:place], word, *words[place:]])
            assert quantity_of(longer, unit) in (quantity, None), longer


@given(st.text(max_size=60), st.sampled_from([*UNITS, "", " ", "_", "/", " per day", "things per day"]))
def test_no_text_breaks_the_reading(text, unit):
    reading_of(text, unit)


@given(
    st.lists(st.sampled_from([*WORDS, ",", "(", ")", "and", "to", "-"]), max_size=9),
    st.sampled_from(list(UNITS)),
)
def test_no_order_of_words_breaks_the_reading(words, unit):
    reading = reading_of(" ".join(words), unit)
    assert reading is None or reading.quantity.low is not None or reading.quantity.high is not None


def test_sixty_five_thousand_wordings_are_read_in_ten_times_what_strptime_takes():
    forms = (
        "about {} people",
        "over {} in 24 hours",
        "{}, including 43 children",
        "between {} and 999,999",
        "{} tanks",
    )
    wordings = [form.format(f"{number:,}") for number in range(5_000, 18_000) for form in forms]
    assert len(wordings) == 65_000
    durations = []
    for _ in range(3):
        start = time.process_time()
        for wording in wordings:
            reading_of(wording, "persons")
        durations.append(time.process_time() - start)
    start = time.process_time()
    for _ in wordings:
        datetime.strptime("2015-11-10", "%Y-%m-%d")  # noqa: DTZ007
    assert min(durations) < 10 * (time.process_time() - start)
