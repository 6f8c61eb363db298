"""Words near in meaning lead to values that there are, each word to one of them."""

import json

import pytest

from analysis.model.counts import FACET_OF
from analysis.model.meanings import MEANINGS, meaning_of


def values(seeds) -> dict[str, set[str]]:
    package = json.loads((seeds / "aleppo-2015" / "datapackage.json").read_text("utf-8"))
    enums = {
        f"{table['name']}.{field['name']}": set(field.get("constraints", {}).get("enum", ()))
        for table in package["resources"]
        for field in table["schema"]["fields"]
    }
    return enums | {"claims.counts": set(FACET_OF)}


@pytest.mark.parametrize("field", sorted(set(MEANINGS) - {"claims.measure"}))
def test_every_meaning_is_a_value_and_no_word_for_it_is_another(field, seeds) -> None:
    allowed = values(seeds)[field]
    words = [word for meaning in MEANINGS[field] for word in meaning.words.split()]
    assert {meaning.value for meaning in MEANINGS[field]} <= allowed
    assert sorted(words) == sorted(set(words))
    assert not set(words) & allowed
    assert all(meaning.reason for meaning in MEANINGS[field])


@pytest.mark.parametrize(
    ("table", "column", "cell", "value"),
    [
        ("events", "kind", "Battle", "fighting"),
        ("events", "kind", "bombardment", "shelling"),
        ("events", "kind", "airstrike", "air_strikes"),
        ("events", "kind", "prisoner swap", "exchange_of_prisoners"),
        ("events", "kind", "IDP", "displacement"),
        ("claims", "measure", "killed", "fatalities"),
        ("claims", "measure", "IDPs", "displaced"),
        ("claims", "counts", "kids", "children"),
    ],
)
def test_a_word_near_in_meaning(table, column, cell, value) -> None:
    meant = meaning_of(table, column, cell, [value])
    assert meant is not None
    assert meant.value == value


def test_a_value_that_the_corpus_has_not_is_never_offered() -> None:
    assert meaning_of("events", "kind", "battle", ["siege"]) is None
