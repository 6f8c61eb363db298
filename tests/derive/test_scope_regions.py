"""What a region leaves in: places within it, by any of their names, and nothing that names no place in it."""

import pytest

from tests.derive.conftest import claim
from tests.derive.test_scope import CLAIMS, EVENTS, events, narrowed, shown, within


def test_a_region_leaks_nothing_that_names_no_place_in_it(make):
    narrow = narrowed(make, region="Aleppo")
    assert events(narrow) == ["relief"]
    assert shown(narrow) == (["a"], {})
    assert narrow.left_out.values.tolist() == [
        ["events", "region", 1],
        ["events", "region_not_stated", 1],
        ["claims", "region", 2],
        ["claims", "region_not_stated", 1],
    ]


def test_a_claim_of_a_wider_place_is_no_content_and_the_whole_of_what_is_shown(make):
    places = [
        {"place_id": "province", "name": "Province", "kind": "province"},
        {"place_id": "base", "name": "The base", "parent_id": "province"},
    ]
    claims = [
        claim("part", "tv", "dozens", event_id=None, place_id="base", as_of="2015-10"),
        claim("whole", "wire", "hundreds", event_id=None, place_id="province", as_of="2015-10"),
        claim("other", "tv", "one", event_id=None, place_id="province", measure="strength"),
    ]
    narrow = within(make(*claims, events=[], places=places), region="The base")
    assert shown(narrow) == (["part"], {"whole": "whole"})
    assert narrow.left_out.values.tolist() == [["claims", "wider_place", 1]]


def test_a_place_on_a_border_lies_in_both_provinces(make):
    border = {"place_id": "hama", "name": "Border", "kind": "area", "admin1": "Hama; Idlib"}
    corpus = make(*CLAIMS, events=EVENTS, places=[border])
    for province in ("Hama", "idlib"):
        assert "hama" in events(within(corpus, region=province))


def test_a_region_takes_in_all_that_lies_in_it(make):
    places = [
        {"place_id": "land", "name": "Land"},
        {"place_id": "base", "name": "The base", "parent_id": "province"},
        {"place_id": "province", "name": "Province", "parent_id": "land"},
        {"place_id": "hama", "name": "Hama"},
    ]
    assert events(within(make(*CLAIMS, events=EVENTS, places=places), region="Land")) == ["relief"]


@pytest.mark.parametrize("asked", ["base", "the BASE", "The base"])
def test_a_region_that_is_one_place_has_its_name(make, asked):
    assert narrowed(make, region=asked).region == "The base"


def test_a_province_with_a_place_of_its_name_is_called_as_asked_for(make):
    places = [
        {"place_id": "hama", "name": "Hama", "admin1": "Hama"},
        {"place_id": "base", "name": "The base", "admin1": "Hama"},
    ]
    narrow = within(make(places=places, events=[]), region="hama")
    assert (narrow.region, narrow.wish.places) == ("hama", {"hama", "base"})
