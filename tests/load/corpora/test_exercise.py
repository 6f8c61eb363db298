"""The exercise is coded as its texts say, and what the comparison must say of it is well formed."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from shapely.geometry import Point

from analysis.load import boundaries

VERDICTS = {"apart", "agree", "overlap", "indeterminate", "single", "later", "part", "breach", "revised"}
REASONS = {f"not_comparable:{reason}" for reason in ("place", "window", "tags", "method", "measure")}
OTHERS = {"denial_not_counted", "one_origin", "several"}


@pytest.fixture(scope="module")
def exercise(seeds: Path) -> Path:
    return seeds / "exercise"


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def paragraphs(folder: Path, source: str) -> list[str]:
    """The paragraphs of a report, without its heading."""
    return (folder / "reports" / f"{source}.txt").read_text("utf-8").split("\n\n")[1:]


def test_every_wording_stands_in_its_paragraph(exercise) -> None:
    for claim in rows(exercise, "claims"):
        said = paragraphs(exercise, claim["source_id"])[int(claim["locator"][1:]) - 1]
        wording = claim["wording"].replace("\u201c", '"').replace("\u201d", '"')
        assert wording in said, claim["claim_id"]


def test_every_paragraph_that_is_no_frame_is_coded(exercise) -> None:
    coded = {(claim["source_id"], claim["locator"]) for claim in rows(exercise, "claims")}
    copies = {source["source_id"] for source in rows(exercise, "sources") if source["copy_of"]}
    assert copies == {"radio-bulletin"}
    silent = {
        (source["source_id"], f"p{number}")
        for source in rows(exercise, "sources")
        for number, _ in enumerate(paragraphs(exercise, source["source_id"]), 1)
        if source["source_id"] not in copies
    } - coded
    assert silent == {("army-communique", "p12")}, "a clock time alone"
    assert not any(source in copies for source, _ in coded)


def test_what_is_expected_names_claims_and_verdicts(exercise) -> None:
    claims = {claim["claim_id"] for claim in rows(exercise, "claims")}
    expected = rows(exercise, "expected")
    assert len({row["case"] for row in expected}) == len(expected)
    for row in expected:
        keys = row["claim_ids"].split(" ")
        assert set(keys) <= claims, row["case"]
        assert len(set(keys)) == len(keys), row["case"]
        assert (len(keys) == 1) == (row["expect"] == "single"), row["case"]
        assert row["expect"] in VERDICTS | REASONS | OTHERS, row["case"]
        assert row["why"], row["case"]


def test_enough_of_each_kind_is_expected(exercise) -> None:
    said = [row["expect"] for row in rows(exercise, "expected")]
    assert sum(word in ("apart", "breach") for word in said) >= 5
    assert sum(word == "part" or word in REASONS for word in said) >= 8
    assert said.count("agree") >= 3
    assert set(said) >= REASONS


def test_places_lie_in_the_outline_of_their_province(exercise) -> None:
    outlines = boundaries(exercise).set_index("name")["geometry"]
    provinces = {place["place_id"]: place for place in rows(exercise, "places")}
    placed = [
        place
        for place in provinces.values()
        if place["latitude"] and place["admin1"] and place["kind"] != "province"
    ]
    assert {float(place["longitude"]) > 0 for place in placed} == {True, False}
    for place in placed:
        above = place
        while above["kind"] != "province":
            above = provinces[above["parent_id"]]
        point = Point(float(place["longitude"]), float(place["latitude"]))
        assert outlines[above["name"]].contains(point), place["place_id"]


def test_no_outline_crosses_the_antimeridian(exercise) -> None:
    outlines = boundaries(exercise)
    for name, shape in zip(outlines["name"], outlines["geometry"], strict=True):
        for part in getattr(shape, "geoms", [shape]):
            ring = list(part.exterior.coords)
            assert all(abs(one[0] - other[0]) < 180 for one, other in pairwise(ring)), name
            assert all(-180 <= longitude <= 180 for longitude, *_ in ring), name
            assert part.exterior.is_ccw, name
    torn = outlines[[bounds[0] == -180 for bounds in outlines.bounds.to_numpy()]]
    assert {"Teluvāre", "Orañel Province"} <= set(torn["name"])
