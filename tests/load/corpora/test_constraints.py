"""However many cells are wrong, the checker is soon done: hints are for the first of them."""

from analysis.errors import nearest
from analysis.load.corpora.constraints import HINTED


def more_places(copy, count: int, kind: str = "city") -> list[list[str]]:
    """The rows of places with so many more."""
    rows = copy.rows("places")
    names = {"place_id": "place-{}", "name": "Place {}", "kind": kind}
    return [*rows, *([names.get(column, "").format(n) for column in rows[0]] for n in range(count))]


def test_hints_for_unknown_values_are_few(copy) -> None:
    copy.write("places", more_places(copy, HINTED + 50, kind="villag{}"))
    faults = copy.faults()
    assert len(faults) == HINTED + 50
    assert sum(fault[5] != "" for fault in faults) == HINTED


def test_hints_for_unknown_keys_are_fewer_the_more_keys_there_are(copy) -> None:
    copy.write("places", more_places(copy, 2_000))
    control = copy.rows("control")
    copy.write("control", [*control, *([f"plaxe-{n}", *control[1][1:]] for n in range(60))])
    unknown = [fault for fault in copy.faults() if fault[3].startswith("unknown key")]
    assert len(unknown) == 60
    assert 0 < sum(fault[5] != "" for fault in unknown) < 60


def test_the_spelling_of_endless_values_is_not_compared() -> None:
    assert nearest("a" * 101, ["a" * 100, "a" * 102]) == ""
    assert nearest("a" * 100, ["a" * 99, "a" * 20_000]) == "a" * 99
