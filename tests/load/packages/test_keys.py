"""The keys by which the code joins tables stand in every data package."""

import json

import pytest


@pytest.fixture
def schema(copy):
    """Change the schema of a table: its keys are given anew, and taken away where they are None."""

    def change(table: str, **keys: object) -> None:
        package = json.loads((copy.folder / "datapackage.json").read_text("utf-8"))
        found = next(one for one in package["resources"] if one["name"] == table)["schema"]
        found = {key: value for key, value in (found | keys).items() if value is not None}
        copy.describe(table, schema=found)

    return change


@pytest.mark.parametrize("key", [None, [], "name", ["place_id", "name"]])
def test_a_table_without_the_key_of_the_model(copy, schema, key) -> None:
    schema("places", primaryKey=key)
    found = f"a key of {', '.join(map(repr, [key] if isinstance(key, str) else key))}" if key else "no key"
    where = "resources.places.schema.primaryKey"
    assert copy.only()[2:5] == (where, found, "the key of the table, place_id")


def test_a_narrower_key_is_one_too(copy, schema) -> None:
    schema("relations", primaryKey=["other_id", "actor_id", "claim_id"])
    assert copy.faults() == []


def test_a_pointer_that_is_not_declared(copy, schema) -> None:
    schema("control", foreignKeys=None)
    assert [fault[2:5] for fault in copy.faults()] == [
        ("resources.control.schema.foreignKeys", f"none of {field}", f"a key of {field} to {target}")
        for field, target in (
            ("actor_id", "actors.actor_id"),
            ("claim_id", "claims.claim_id"),
            ("place_id", "places.place_id"),
        )
    ]


def test_a_pointer_to_another_table(copy, schema) -> None:
    wrong = {"fields": "place_id", "reference": {"resource": "events", "fields": "event_id"}}
    schema("events", foreignKeys=[wrong])
    where = "resources.events.schema.foreignKeys"
    expected = "a key of place_id to places.place_id"
    assert copy.only()[2:5] == (where, "a key of place_id to events.event_id", expected)


def test_a_pointer_into_its_own_table_need_not_name_it(copy, schema) -> None:
    schema("places", foreignKeys=[{"fields": ["parent_id"], "reference": {"fields": ["place_id"]}}])
    row = copy.plant("places", "kweires", parent_id="nowhere")
    assert copy.only()[:4] == ("places.csv", row, "parent_id", "unknown key 'nowhere'")


@pytest.mark.parametrize("reference", [{"fields": []}, {"fields": ["place_id", "name"]}])
def test_a_pointer_of_more_fields_than_it_points_to(copy, schema, reference) -> None:
    own = {"fields": ["parent_id"], "reference": {"resource": "places", "fields": ["place_id"]}}
    schema("places", foreignKeys=[own, {"fields": ["name"], "reference": reference}])
    found = f"1 and {len(reference['fields'])} fields"
    assert copy.only()[2:4] == ("resources.places.schema.foreignKeys", found)
