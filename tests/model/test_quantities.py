"""Words as intervals: the rules a reader relies on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import WORDING_RULES, quantity_of, reading_of


@pytest.mark.parametrize(
    ("wording", "low", "best", "high"),
    [
        ("dozens", 12, None, 99),
        ("Dozens of fighters", 12, None, 99),
        ("hundreds", 100, None, 999),
        ("tens of thousands", 10_000, None, 99_999),
        ("over 1,600", 1600, None, None),
        ("over two million", 2_000_000, None, None),
        ("at least 12", 12, None, None),
        ("up to 500", None, None, 500),
        ("about 2,000", 1800, 2000, 2200),
        ("around 1000", 900, 1000, 1100),
        ("some 20 km", 18, 20, 22),
        ("nearly 300", 270, None, 300),
        ("just a few hundred meters", 200, None, 999),
        ("several years", 3, None, 9),
        ("a number of", 2, None, None),
        ("some of", 1, None, None),
        ("one", 1, 1, 1),
        ("another", 1, 1, 1),
        ("none", 0, 0, 0),
        ("between 30 and 40", 30, None, 40),
        ("two or three", 2, None, 3),
        ("half a dozen", 6, 6, 6),
        ("half a million", 500_000, 500_000, 500_000),
        ("twenty-five", 25, 25, 25),
        ("two hundred and fifty thousand", 250_000, 250_000, 250_000),
        ("two to three hundred", 200, None, 300),
        ("10 to 15 thousand", 10_000, None, 15_000),
        ("between two and three dozen", 24, None, 36),
        ("tens of millions", 10_000_000, None, 99_999_999),
        ("a few dozen", 24, None, 99),
        ("12 or more", 12, None, None),
        ("100+", 100, None, None),
        ("dozens at most", None, None, 99),
        ("up to a few hundred", None, None, 999),
        ("thirteen", 13, 13, 13),
        ("as many as 40", None, None, 40),
        ("~50", 45, 50, 55),
        ("1,600", 1600, 1600, 1600),
    ],
)
def test_reads_words(wording, low, best, high):
    quantity = quantity_of(wording)
    assert (quantity.low, quantity.best, quantity.high) == (low, best, high)


UNREAD = """
significant | a stone's throw | since 2013 | less substantial | years | no comment | 2015 | half an hour
one and a half million | two and a half thousand | 2-3,000 | hundreds to thousands | dozens to hundreds
hundreds or even thousands | dozens of thousands | thousands upon thousands | many thousand | 20 km or less
some 200 or more | two thirds | one third | three quarters | three score | one in three | 1.600 | 1,6
12 October | none or few | no one knows | 12 a day | at least 23 soldiers and dozens of rebels | up to
12 soldiers and two civilians | a hundred-odd | over 1,1,1,1 | dozens (perhaps hundreds) | 20 (or so)
twenty dead/thirty wounded | about a fifth | one fifth | two-fifths | three eighths | half | nearly a decade
about a battalion | 12 Oct | 9 Sept | 5 pm | two years ago | 2 bn | 20 approximately | 300 tops | 20 max
from 10 | some time | over a year
"""


@pytest.mark.parametrize("wording", ["", *re.split(r"\s*[|\n]\s*", UNREAD.strip())])
def test_words_without_a_rule_never_become_a_guess(wording):
    assert quantity_of(wording) is None


@pytest.mark.parametrize(
    ("wording", "unit", "expected"),
    [
        ("around half", "percent", (45, 50, 55)),
        ("half of the country", "percent", (50, 50, 50)),
        ("half of them", "persons", None),
        ("over a year", "years", (1, None, None)),
        ("over a decade", "years", None),
        ("nearly a year", "persons", None),
    ],
)
def test_a_share_and_a_single_one_are_read_only_of_their_unit(wording, unit, expected):
    quantity = quantity_of(wording, unit)
    assert (quantity and (quantity.low, quantity.best, quantity.high)) == expected


@pytest.mark.parametrize("rule", WORDING_RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example_and_gives_a_reason(rule):
    reading = reading_of(rule.example, rule.unit)
    named = (reading.rule, *reading.hints)
    assert any(name.startswith(rule.name) for name in named)
    assert not rule.words or any(words in rule.example for words in rule.words)
    assert rule.reason.endswith(".")


@given(st.integers(1, 10**9))
def test_a_plain_number_is_itself_and_a_hedged_one_holds_it(number):
    assert quantity_of(f"{number:,}").best == number
    for hedge in ("about", "over", "up to", "nearly", "at least"):
        assert quantity_of(f"{hedge} {number:,}").contains(number)
