"""The tables of units and nouns agree with themselves."""

import pytest

from analysis.model.phrases.nouns import NOUNS, names_people, noun_of, singular
from analysis.model.units import UNITS, converted, factor_between, is_a, measured_at, unit_named


def test_a_unit_within_another_names_a_unit_of_the_table_that_counts():
    for unit in UNITS.values():
        assert not unit.within or UNITS[unit.within].dimension == "count"
        assert unit.whole == (unit.dimension == "count")
        assert not (unit.counted and unit.factor is not None)


def test_no_spelling_names_two_units():
    spellings = [spelt for unit in UNITS.values() for spelt in {unit.name.lower(), *unit.spellings}]
    assert len(spellings) == len(set(spellings))
    assert not set(spellings) & {word for word, noun in NOUNS.items() if noun.unit.name != word}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("persons", "persons"),
        ("People", "persons"),
        ("households", "families"),
        ("sq_km", "km2"),
        ("square kilometres", "km2"),
        ("%", "percent"),
        ("warehouses", "warehouses"),
        ("aid flights", "aid flights"),
    ],
)
def test_a_claims_unit_is_known_by_its_spellings_and_any_other_is_itself(name, known):
    assert unit_named(name).name == known


def test_a_rate_knows_what_is_counted_and_in_which_time():
    for name in ("trucks per day", "trucks/day", "trucks_per_day"):
        assert (unit_named(name).of, unit_named(name).per) == ("trucks", "day")
    assert unit_named("trucks per head").dimension == "other"


@pytest.mark.parametrize(
    ("one", "other", "value", "result"),
    [
        ("miles", "km", 12, 19.3),
        ("m", "km", 12_345, 12.345),
        ("nautical miles", "km", 60, 111.1),
        ("hectares", "km2", 600, 6),
        ("dunams", "hectares", 6_000, 600),
        ("acres", "km2", 500, 2.02),
        ("kg", "tonnes", 500, 0.5),
        ("hours", "days", 48, 2),
        ("weeks", "days", 2, 14),
    ],
)
def test_units_of_one_dimension_convert(one, other, value, result):
    assert converted(value, factor_between(UNITS[one], UNITS[other])) == result


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("months", "years"),
        ("weeks", "months"),
        ("km", "km2"),
        ("USD", "EUR"),
        ("persons", "families"),
        ("kg", "litres"),
    ],
)
def test_what_no_fixed_number_relates_does_not_convert(one, other):
    assert factor_between(UNITS[one], UNITS[other]) is None
    assert factor_between(UNITS[other], UNITS[one]) is None


def test_every_tank_is_a_vehicle_and_not_the_other_way_round():
    assert is_a(UNITS["tanks"], UNITS["vehicles"])
    assert not is_a(UNITS["vehicles"], UNITS["tanks"])


def test_the_longest_spelling_is_the_unit():
    assert measured_at("350 square miles of land".split(), 1) == (UNITS["square miles"], 3)
    assert measured_at("12 nautical miles".split(), 1) == (UNITS["nautical miles"], 3)
    assert measured_at(["12"], 1) == (None, 1)


def test_every_plural_has_a_singular_of_the_same_unit():
    for word, noun in NOUNS.items():
        if noun.many and not noun.one and " " not in word:
            assert NOUNS[singular(word)].unit is noun.unit
            assert singular(word) != word


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("armed men", "persons"),
        ("suicide bombers", "persons"),
        ("tank crew", "persons"),
        ("armoured personnel carriers", "vehicles"),
        ("water tanks", "containers"),
        ("air raids", "strikes"),
        ("combat missions", "sorties"),
        ("roadblocks", "checkpoints"),
    ],
)
def test_the_last_words_of_a_noun_phrase_say_what_is_counted(phrase, unit):
    assert noun_of(phrase.split()).unit.name == unit


@pytest.mark.parametrize("word", ["mortars", "bombers", "rounds", "missions", "losses", "carriers"])
def test_a_noun_that_counts_two_things_is_not_in_the_table(word):
    noun = NOUNS.get(word)
    assert noun is None or noun.unit.name == word


@pytest.mark.parametrize(
    ("word", "wording", "people"),
    [
        ("shopkeepers", "35 shopkeepers", True),
        ("boatmen", "35 boatmen", True),
        ("lebanese", "35 Lebanese", True),
        ("kashmiris", "35 Kashmiris", True),
        ("launchers", "35 launchers", False),
        ("caravans", "35 Caravans", False),
        ("plans", "35 plans", False),
        ("specimen", "35 specimen", False),
    ],
)
def test_an_unlisted_noun_is_people_only_where_its_form_says_so(word, wording, people):
    assert names_people(word, wording) is people
