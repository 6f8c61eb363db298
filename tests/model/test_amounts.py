"""Amounts in running text: their words, and what these are read as."""

import pytest

from analysis.model.amounts import amounts_in


@pytest.mark.parametrize(("text", "found"), [
    ("At least 71 died, including 22 children.", [("at least 71", 71, None), ("22 children", 22, 22)]),
    ("Several dozen relatives protested.", [("several dozen relatives", 36, 99)]),
    ("It took place on 19 June 2033.", []),
    ("The 3rd Marine Brigade left in 2031.", []),
    ("Ahmed, 34, said that one of them fled.", []),
    ("Between 2,500 and 3,000 fighters remain.", [("between 2,500 and 3,000 fighters", 2500, 3000)]),
])  # fmt: skip
def test_an_amount_is_its_words_and_what_they_are_read_as(text, found):
    told = [
        (one.wording.lower(), one.reading.quantity.low, one.reading.quantity.high) for one in amounts_in(text)
    ]
    assert told == found
