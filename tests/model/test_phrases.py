"""The table of phrases: how each must be read in its unit, or that it must not be read."""

import csv
from pathlib import Path

import pytest

from analysis.model import Reading, quantity_of, reading_of, refusal_of
from analysis.model.wording_rules import AMOUNTS, SURROUNDINGS

PHRASES = list(csv.DictReader((Path(__file__).parent / "phrases.csv").read_text("utf-8").splitlines()))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row['wording']} [{row['unit']}]")
def test_a_phrase_is_read_as_the_table_says_or_not_at_all(row):
    reading = reading_of(row["wording"], row["unit"])
    if row["rule"] == "refused":
        assert reading is None, f"{reading}"
        return
    assert reading is not None, f"{refusal_of(row['wording'], row['unit'])}"
    quantity = reading.quantity
    expected = tuple(number(row[end]) for end in ("low", "best", "high"))
    assert (quantity.low, quantity.best, quantity.high) == expected
    assert (reading.rule, ";".join(reading.hints)) == (row["rule"], row["hints"])


def test_the_table_is_long_and_knows_every_rule_and_hint():
    assert len(PHRASES) >= 300
    assert len({(row["wording"], row["unit"]) for row in PHRASES}) == len(PHRASES)
    assert {row["rule"] for row in PHRASES} == {rule.name for rule in AMOUNTS} | {"refused"}
    hints = {hint for row in PHRASES for hint in row["hints"].split(";") if hint}
    assert {hint.split(" from ")[0] for hint in hints} == {rule.name for rule in SURROUNDINGS}


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009"], ids=lambda blank: f"U+{ord(blank):04X}")
def test_the_blanks_of_typesetters_are_blanks(blank):
    assert quantity_of(f"1{blank}600", "sorties").best == 1600
    assert quantity_of(f"some 20{blank}km", "km").best == 20
    assert quantity_of(f"51{blank}%", "percent").best == 51


@pytest.mark.parametrize("number", ["\u0663\u0664", "2\u00bd", "79\u00b9", "\u5341\u4e8c", "\uff11\uff12"])
def test_numerals_that_are_not_ours_are_left_to_the_coder(number):
    assert quantity_of(f"{number} people", "persons") is None


def test_families_are_persons_only_where_somebody_says_how_many():
    assert reading_of("3,240 families", "persons") is None
    reading = reading_of("3,240 families", "persons", {("families", "persons"): 5})
    assert reading == Reading(
        reading_of("16,200", "persons").quantity, "number", ("converted from families",)
    )
    more = reading_of("more than 100 households", "persons", {("families", "persons"): 5.5})
    assert (more.quantity.low, more.quantity.high) == (555.5, None)
    assert reading_of("12 tanks", "persons", {("families", "persons"): 5}) is None


@pytest.mark.parametrize(
    ("wording", "unit", "code", "words"),
    [
        ("3,240 families", "persons", "other unit", "families"),
        ("over six months", "years", "other measure", "months"),
        ("350 km", "km2", "other measure", "km"),
        ("210 tons", "tonnes", "ambiguous unit", "tons: metric, long or short tons"),
        ("20", "km", "no unit named", ""),
        ("40 gizmos", "persons", "unlisted noun", "gizmos"),
        ("40 a day", "persons", "other unit", "a rate per day"),
        ("40 trucks", "trucks per day", "other unit", "a total"),
        ("most of them", "persons", "no rule", ""),
    ],
)
def test_a_refusal_says_why(wording, unit, code, words):
    refusal = refusal_of(wording, unit)
    assert (refusal.code, refusal.words) == (code, words)
    assert refusal_of("79", "persons") is None
