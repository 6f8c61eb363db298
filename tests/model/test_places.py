"""Places in places: chains of parents, their ends and their circles."""

import pandas as pd

from analysis.model.places import places_above


def above(**parents: str | None) -> dict[str, tuple[str, ...]]:
    pairs = pd.DataFrame(list(parents.items()), columns=["place_id", "parent_id"], dtype="str")
    return dict(places_above(pairs))


def test_a_place_lies_in_its_parent_and_in_what_that_lies_in():
    found = above(country=None, province="country", town="province")
    assert found["town"] == ("town", "province", "country")
    assert found["country"] == ("country",)


def test_a_circle_ends_where_it_closes():
    assert above(a="b", b="a") == {"a": ("a", "b"), "b": ("b", "a")}


def test_a_parent_that_is_not_coded_is_left_out():
    assert above(town="nowhere") == {"town": ("town",)}
