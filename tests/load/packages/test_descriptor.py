"""The text of a data package has one meaning, whoever reads it, and none raises."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.load.packages.descriptor import DESCRIPTOR, descriptor_of
from analysis.load.packages.package import read_package


def read(folder: Path, content: bytes) -> tuple[dict | None, list[str]]:
    (folder / DESCRIPTOR).write_bytes(content)
    found, faults = descriptor_of(folder)
    return found, [fault.found for fault in faults]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b'{"a": 1, "a": 2}', "no JSON: the key 'a' twice in one object"),
        (b'{"a": [{"b": 1, "b": 1}]}', "no JSON: the key 'b' twice in one object"),
        (b'{"a": NaN}', "no JSON: NaN, which is no number of JSON"),
        (b'{"a": -Infinity}', "no JSON: -Infinity, which is no number of JSON"),
        (b'{"a": 1e999}', "no JSON: '1e999', a number beyond what is read"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "no JSON: a number of 5000 digits"),
        (b'{"a": ["\\ud800"]}', "no JSON: half of a character, written with \\u"),
        (b'{"\\udc00": 1}', "no JSON: half of a character, written with \\u"),
        (b'{"a": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "no JSON: nested too deeply"),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", "JSON nested too deeply"),
        ('{"a": 1}'.encode("utf-16"), "byte 0xFF, which is no UTF-8"),
        (b'{"a": "\0"}', "no JSON: Invalid control character at"),
        (b'"x"', "a JSON str"),
        (b" " * 1_000_001, "1000001 bytes"),
    ],
)
def test_text_that_readers_read_differently_or_not_at_all(tmp_path, content, found) -> None:
    assert read(tmp_path, content) == (None, [found])


def test_a_byte_order_mark_and_characters_in_two_halves_are_fine(tmp_path) -> None:
    assert read(tmp_path, b'\xef\xbb\xbf{"a": "\\ud83d\\ude00"}') == ({"a": "\U0001f600"}, [])


def test_a_key_that_is_there_twice_among_many_is_found_at_once(tmp_path) -> None:
    keys = ", ".join(f'"{number}": 1' for number in (*range(60_000), 1))
    assert read(tmp_path, f"{{{keys}}}".encode()) == (None, ["no JSON: the key '1' twice in one object"])


VALUES = [None, True, 5, 1e300, "", "x", "a\u202eb", [], ["x"], [None], {}, {"x": 1}, [{"name": "x"}] * 2]


@pytest.mark.parametrize("turn", [0, 5])
def test_any_value_in_any_place_gives_no_traceback(copy, turn) -> None:
    """The properties that the seeds have and some of the standard, in package, table, schema and field."""
    package = json.loads((copy.folder / DESCRIPTOR).read_text("utf-8"))
    table = next(one for one in package["resources"] if one["name"] == "places")
    field = next(one for one in table["schema"]["fields"] if one["name"] == "where_prec")
    more = ("dialect", "data", "example", "enum", "pattern", "minLength", "trueValues", "format", "profile")
    values = itertools.cycle(VALUES[turn:] + VALUES[:turn])
    for holder in (package, table, table["schema"], field, field["constraints"]):
        for key in (*holder, *more):
            before = dict(holder)
            holder[key] = next(values)
            (copy.folder / DESCRIPTOR).write_text(json.dumps(package), "utf-8")
            assert isinstance(read_package(copy.folder)[1], list), key
            holder.clear()
            holder.update(before)


@settings(max_examples=40)
@given(at=st.integers(0, 45_000), noise=st.binary(min_size=1, max_size=6), gone=st.integers(0, 3))
def test_any_bytes_in_any_place_give_no_traceback(aleppo, tmp_path_factory, at, noise, gone) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    content = (aleppo / DESCRIPTOR).read_bytes()
    (folder / DESCRIPTOR).write_bytes(content[:at] + noise + content[at + gone :])
    assert isinstance(read_package(folder)[1], list)
