"""A corpus is its folder: nothing outside of it is read, whatever its data package or its links say."""

import json
import os
import socket
import sys
from pathlib import Path

import pytest

from analysis.errors import CorpusError
from analysis.load import boundaries, check

REMOTE = "http://127.0.0.1:9/x.json"

OPENED: list[str] = []


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes):
        OPENED.append(os.path.abspath(os.fsdecode(arguments[0])))
    elif event.startswith(("socket.connect", "socket.getaddrinfo")):
        OPENED.append(event)


sys.addaudithook(_listen)  # cannot be taken away again: it listens to all tests, and only these look


def reached(folder: Path) -> set[str]:
    """What was opened beside the corpus and what is installed, and every attempt to reach a network."""
    root = Path(__file__).parents[3]
    own = (folder.resolve(), root, root.resolve(), Path(sys.prefix).resolve(), Path(sys.base_prefix))
    return {place for place in OPENED if not place.startswith((*map(str, own), "/usr/lib", "/usr/share"))}


@pytest.fixture
def watched(copy, monkeypatch):
    """The copy, once everything that a check imports is there, and without a network."""
    check(copy.folder)
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a connection"))
    OPENED.clear()
    return copy


ELSEWHERE = {
    "profile": REMOTE,
    "profile name": "fiscal-data-package",
    "profile file": "profile.json",
    "$schema": REMOTE,
    "profiles": [REMOTE],
}


@pytest.mark.parametrize(("key", "value"), ELSEWHERE.items())
@pytest.mark.parametrize("table", ["", "events"])
def test_a_profile_that_is_not_known_by_name_is_not_fetched(watched, table, key, value) -> None:
    key = key.split()[0]
    watched.describe(table, **{key: value})
    place = f"resources.events.{key}" if table else key
    assert watched.only()[:3] == ("datapackage.json", 0, place)
    assert reached(watched.folder) == set()


OUTSIDE = [REMOTE, "file:///etc/passwd", "/etc/passwd", "../events.csv", "zip:a.zip", "a\\b.csv", "//host/a"]


@pytest.mark.parametrize("path", [*OUTSIDE, "s3://bucket/a.csv", "a/../../b.csv", " events.csv", "."])
def test_a_path_that_leads_out_is_refused(watched, path) -> None:
    watched.describe("events", path=path)
    file, _, place, found, expected, near = watched.only()
    assert (file, place, found) == (
        "datapackage.json",
        "resources.events.path",
        f"'{path}'".replace("\\", "\\"),
    )
    assert (expected, near) == ("the name of one file within the folder", "events.csv")
    assert reached(watched.folder) == set()


@pytest.mark.parametrize(
    ("properties", "place"),
    [
        ({"path": ["events.csv", REMOTE]}, "path"),
        ({"schema": REMOTE}, "schema"),
        ({"schema": {"fields": REMOTE}}, "schema.fields"),
        ({"schema": {"fields": [REMOTE]}}, "schema.fields[0]"),
        ({"dialect": REMOTE}, "dialect"),
        ({"data": [["a"], ["b"]]}, "data"),
        ({"url": REMOTE}, "url"),
        ({"extrapaths": [REMOTE]}, "extrapaths"),
        ({"compression": "zip", "innerpath": "x.csv"}, "innerpath"),
        ({"scheme": "http"}, "scheme"),
        ({"jsonschema": {"$ref": REMOTE}}, "jsonschema"),
    ],
)
def test_what_stands_elsewhere_is_refused_by_place(watched, properties, place) -> None:
    watched.describe("events", **properties)
    assert f"resources.events.{place}" in [fault[2] for fault in watched.faults()]
    assert len(watched.faults()) == len(properties)
    assert reached(watched.folder) == set()


@pytest.mark.parametrize("resources", [REMOTE, [REMOTE], [{"$ref": REMOTE}]])
def test_tables_given_as_addresses(watched, resources) -> None:
    watched.describe(resources=resources)
    assert watched.only()[2] in ("resources", "resources[0]", "resources[0].name")
    assert reached(watched.folder) == set()


def test_a_table_that_the_code_does_not_know_leads_nowhere_either(watched) -> None:
    package = json.loads((watched.folder / "datapackage.json").read_text("utf-8"))
    watched.describe(resources=[*package["resources"], {"name": "more", "path": REMOTE}])
    assert watched.only()[2] == "resources.more.path"
    assert reached(watched.folder) == set()


@pytest.mark.parametrize("path", ["javascript:alert(1)", "../LICENCE", "/etc/passwd"])
def test_a_licence_is_an_address_of_the_web_or_a_file_of_the_folder(watched, path) -> None:
    watched.describe(licenses=[{"name": "x", "path": path}])
    assert watched.only()[2] == "licenses[0].path"


def test_the_standard_profiles_are_known_by_their_address(watched) -> None:
    watched.describe(**{"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"})
    assert watched.faults() == []
    assert reached(watched.folder) == set()


@pytest.mark.parametrize("name", ["events.csv", "datapackage.json"])
def test_a_link_that_leads_out_is_not_followed(watched, name) -> None:
    outside = watched.folder.parent / "outside"
    (watched.folder / name).rename(outside)
    (watched.folder / name).symlink_to(outside)
    assert watched.only()[:4] == (name, 0, "", "a link that leads out of the folder")
    assert str(outside) not in reached(watched.folder)


def test_a_link_within_the_folder_is_a_file_like_any_other(watched) -> None:
    (watched.folder / "events.csv").rename(watched.folder / "happened.csv")
    (watched.folder / "events.csv").symlink_to("happened.csv")
    assert watched.faults() == []


def test_a_link_into_a_circle(watched) -> None:
    (watched.folder / "events.csv").unlink()
    (watched.folder / "events.csv").symlink_to("events.csv")
    assert watched.only()[:2] == ("events.csv", 0)


@pytest.mark.parametrize("name", ["events.csv", "datapackage.json"])
def test_a_pipe_is_not_waited_for(watched, name) -> None:
    (watched.folder / name).unlink()
    os.mkfifo(watched.folder / name)
    assert watched.only()[:4] == (name, 0, "", "a pipe")


def test_a_folder_in_place_of_a_file(watched) -> None:
    (watched.folder / "events.csv").unlink()
    (watched.folder / "events.csv").mkdir()
    assert watched.only()[:4] == ("events.csv", 0, "", "a folder")


def test_a_file_without_end_is_not_read(watched) -> None:
    with open(watched.folder / "events.csv", "r+b") as file:
        file.truncate(10**12)
    assert watched.only()[3:5] == ("1000000000000 bytes", "at most 100 million bytes")


def test_outlines_that_lie_elsewhere(watched) -> None:
    outside = watched.folder.parent / "outside"
    (watched.folder / "boundaries.geojson").rename(outside)
    (watched.folder / "boundaries.geojson").symlink_to(outside)
    assert watched.only()[:4] == ("boundaries.geojson", 0, "", "a link that leads out of the folder")
    assert str(outside) not in reached(watched.folder)
    with pytest.raises(CorpusError, match="leads out"):
        boundaries(watched.folder)


def test_outlines_that_are_a_pipe(watched) -> None:
    (watched.folder / "boundaries.geojson").unlink()
    os.mkfifo(watched.folder / "boundaries.geojson")
    assert watched.only()[:4] == ("boundaries.geojson", 0, "", "a pipe")


def test_a_file_that_may_not_be_read(copy, monkeypatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)  # root may read whatever the mode says
    found = "a file that cannot be read: 'Permission denied'"
    assert copy.faults()[0][:4] == ("boundaries.geojson", 0, "", found)
    assert ("datapackage.json", 0, "", found) in [fault[:4] for fault in copy.faults()]


def test_a_folder_whose_name_no_system_knows() -> None:
    (fault,) = check("a" * 5_000)
    assert fault.found.startswith("no folder that can be read: ")
