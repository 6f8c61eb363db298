"""A data package that cannot be used is a fault that says where, whatever its shape."""

import json
from dataclasses import fields

import pytest

from analysis.load import check, corpus
from analysis.model import Corpus
from analysis.model.frames import FIELDS


def descriptor(copy) -> dict:
    return json.loads((copy.folder / "datapackage.json").read_text("utf-8"))


def write(copy, content) -> None:
    (copy.folder / "datapackage.json").write_text(json.dumps(content), "utf-8")


def resource(content: dict, name: str) -> dict:
    return next(entry for entry in content["resources"] if entry["name"] == name)


def test_missing_descriptor(copy) -> None:
    (copy.folder / "datapackage.json").rename(copy.folder / "data-package.json")
    assert copy.only()[3:] == ("no such file", "the data package of the corpus", "data-package.json")


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        (b"", 1, "no JSON: Expecting value"),
        (b'{\n "name": "x",\n}', 3, "no JSON"),
        (b"[]", 1, "a JSON list"),
        (b'{\n"name": "\xe9"}', 2, "byte 0xE9"),
        (b"[" * 100_000, 0, "no JSON: nested too deeply"),
    ],
)
def test_text_that_is_no_json_object(copy, text, row, found) -> None:
    (copy.folder / "datapackage.json").write_bytes(text)
    file, at, _, what, _, _ = copy.only()
    assert (file, at) == ("datapackage.json", row)
    assert found in what


def test_table_left_out_names_the_one_most_like_it(copy) -> None:
    content = descriptor(copy)
    resource(content, "relations")["name"] = "relation"
    write(copy, content)
    assert copy.only() == ("datapackage.json", 0, "resources", "no table relations", "relations", "relation")


@pytest.mark.parametrize("path", ["../claims.csv", "/etc/passwd", "a/../../claims.csv"])
def test_path_that_leads_out_of_the_folder(copy, path) -> None:
    content = descriptor(copy)
    resource(content, "claims")["path"] = path
    write(copy, content)
    faults = copy.faults()
    assert faults
    assert {fault[0] for fault in faults} == {"datapackage.json"}


def test_foreign_key_to_a_field_that_is_not_there(copy) -> None:
    content = descriptor(copy)
    resource(content, "control")["schema"]["foreignKeys"][0]["reference"]["fields"] = "place_key"
    write(copy, content)
    where = "resources.control.schema.foreignKeys"
    assert copy.only()[2:] == (where, "'place_key'", "a field of its table", "place_id")


@pytest.mark.parametrize("key", ["name", "title", "licenses", "resources"])
@pytest.mark.parametrize("value", [None, 5, [], [5], {}, [{}]])
def test_descriptor_of_any_shape_is_a_fault_and_no_traceback(copy, key, value) -> None:
    content = descriptor(copy)
    write(copy, {**content, key: value})
    faults = check(copy.folder)
    assert {fault.file for fault in faults} == {"datapackage.json"}


@pytest.mark.parametrize("part", ["fields", "primaryKey", "foreignKeys", "missingValues"])
@pytest.mark.parametrize("value", [5, "x", [5], [{}], {}, [{"name": "x", "type": "blob"}], [{"fields": 5}]])
def test_schema_of_any_shape_gives_no_traceback(copy, part, value) -> None:
    content = descriptor(copy)
    resource(content, "control")["schema"][part] = value
    write(copy, content)
    assert isinstance(check(copy.folder), tuple)


@pytest.mark.parametrize(
    ("version", "found"),
    [
        (None, "no version of the tables"),
        ("1", "version 1 of the tables"),
        ("2.1", "version 2.1 of the tables"),
        (3, "version 3 of the tables"),
        ([], "version [] of the tables"),
    ],
)
def test_another_version_is_one_fault_and_nothing_else_is_checked(copy, version, found) -> None:
    copy.plant("claims", "a-p7-sorties", measure="sortie", as_of="42318")
    content = descriptor(copy)
    content["sitrep_schema"] = version
    if version is None:
        del content["sitrep_schema"]
    resource(content, "claims")["schema"]["fields"].pop()
    write(copy, content)
    supported = "version 2, the one that is read here"
    assert copy.only() == ("datapackage.json", 0, "sitrep_schema", found, supported, "2")


def test_the_version_may_be_a_number(copy) -> None:
    content = descriptor(copy)
    write(copy, content | {"sitrep_schema": 2})
    assert copy.faults() == []


def test_a_field_that_the_code_relies_on_is_missed_by_name(copy) -> None:
    content = descriptor(copy)
    schema = resource(content, "events")["schema"]
    schema["fields"] = [f | {"name": "titel"} if f["name"] == "title" else f for f in schema["fields"]]
    write(copy, content)
    where = "resources.events.schema.fields.title"
    assert copy.only()[2:] == (where, "no such field", "a field title", "titel")


def test_a_field_that_may_be_empty_need_not_be_there(copy) -> None:
    content = descriptor(copy)
    schema = resource(content, "actors")["schema"]
    schema["fields"] = [field for field in schema["fields"] if field["name"] != "colour"]
    write(copy, content)
    copy.write("actors", [cells[:-1] for cells in copy.rows("actors")])
    assert copy.faults() == []


def slim(copy) -> None:
    """Leave of each table only what no corpus can do without, and EDTF without a mark for every date."""
    content = descriptor(copy)
    for table in content["resources"]:
        schema, needed = table["schema"], {c.name for c in FIELDS[table["name"]] if c.required}
        keep = needed | {"event_id", "actor_id", "place_id", "wording", "unit", "date", "published"}
        schema["fields"] = [field for field in schema["fields"] if field["name"] in keep]
        names = [field["name"] for field in schema["fields"]]
        schema["foreignKeys"] = [k for k in schema.get("foreignKeys", ()) if k["fields"] in names]
        rows = copy.rows(table["name"])
        at = [rows[0].index(name) for name in names]
        cells = [[row[n].replace("?", "").replace("%", "") for n in at] for row in rows]
        copy.write(table["name"], cells)
    write(copy, content)


def test_a_corpus_needs_few_columns(copy) -> None:
    slim(copy)
    assert copy.faults() == []
    coded = corpus(copy.folder)
    assert set(coded.claims["stance"]) == {"asserts"}
    assert set(coded.sources["reliability"]) == {"F"}
    dead = coded.claims["measure"] == "fatalities"
    assert set(coded.claims.loc[dead, "unit"]) == {"persons"}


def test_a_reason_is_asked_for_also_where_the_package_has_no_column_for_it(copy) -> None:
    slim(copy)
    row = copy.plant("events", "russian-air-campaign", date="2015?-09-30/..")
    assert copy.only()[:4] == ("events.csv", row, "date_note", "an empty cell")


def test_tables_are_those_of_the_model() -> None:
    names = "sources speakers claims measures events participants actors relations places control"
    assert tuple(FIELDS) == tuple(names.split())
    assert [field.name for field in fields(Corpus)][-len(FIELDS) :] == list(FIELDS)


@pytest.mark.parametrize(
    ("table", "field", "limits", "found", "near"),
    [
        (
            "control",
            "status",
            {"required": True, "enum": ["held", "contested", "besieged", "ruled"]},
            "'ruled'",
            "",
        ),
        ("relations", "relation", {"required": True, "enum": ["member_of", "fight"]}, "'fight'", "fights"),
        ("claims", "summary", {}, "None", "true"),
    ],
)
def test_what_the_code_does_not_know_is_not_let_in(copy, table, field, limits, found, near) -> None:
    content = descriptor(copy)
    fields = resource(content, table)["schema"]["fields"]
    next(one for one in fields if one["name"] == field)["constraints"] = limits
    write(copy, content)
    fault = next(fault for fault in copy.faults() if fault[3] == found)
    assert fault[2].startswith(f"resources.{table}.schema.fields.{field}.constraints.")
    assert fault[5] == near


@pytest.mark.parametrize("more", [{"name": "letters"}, {"name": "letters", "path": ""}])
def test_a_resource_without_a_file(copy, more) -> None:
    copy.describe(resources=[*descriptor(copy)["resources"], more])
    assert copy.only()[2] == "resources.letters.path"


@pytest.mark.parametrize("title", ["", "  ", None])
def test_a_package_without_a_title(copy, title) -> None:
    copy.describe(title=title)
    assert copy.faults()[0][2:4] == ("title", "nothing")


def test_a_licence_has_a_name_or_a_path(copy) -> None:
    copy.describe(licenses=[{"title": "Free"}])
    assert copy.only()[2:4] == ("licenses[0]", "neither name nor path")
