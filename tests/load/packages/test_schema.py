"""A data package that promises less than the code relies on is refused, by table, field and property."""

import json

import pytest

FIELD = "resources.{}.schema.fields.{}.{}"


@pytest.mark.parametrize(
    ("table", "field", "properties", "found", "near"),
    [
        ("claims", "low", {"type": "string", "constraints": {}}, "'string'", "number"),
        ("claims", "low", {"type": "boolean", "constraints": {}}, "'boolean'", "number"),
        ("places", "where_prec", {"type": "number"}, "'number'", "integer"),
        ("actors", "ucdp_id", {"type": "integer", "constraints": {}}, "'integer'", "string"),
        ("actors", "name", {"type": "any"}, "'any'", "string"),
    ],
)
def test_another_type_than_that_of_the_model(copy, table, field, properties, found, near) -> None:
    copy.describe(table, field, **properties)
    where = FIELD.format(table, field, "type")
    assert (where, found, near) in [(fault[2], fault[3], fault[5]) for fault in copy.faults()]


def test_a_field_without_a_type_is_text(copy) -> None:
    copy.describe("actors", "name", type="string", format="default")
    assert copy.faults() == []
    copy.edit("datapackage.json", lambda content: content.replace(b'"type": "string", "format"', b'"format"'))
    assert copy.faults() == []


@pytest.mark.parametrize(
    ("table", "field", "properties", "place", "found", "expected"),
    [
        ("places", "radius_km", {"unit": "miles"}, "unit", "'miles'", "km, or no unit"),
        ("claims", "best", {"unit": "thousands"}, "unit", "'thousands'", "unit, or no unit"),
        ("claims", "low", {"decimalChar": ","}, "decimalChar", "','", "no such property: numbers with a"),
        ("claims", "low", {"bareNumber": False}, "bareNumber", "false", "no such property: numbers without"),
        ("claims", "low", {"format": "x"}, "format", "'x'", "default, or no format"),
        ("claims", "unit", {"missingValues": ["-"]}, "missingValues", "a list", "no such property: an empty"),
        (
            "events",
            "date",
            {"rdfType": "http://schema.org/Date"},
            "rdfType",
            "'http://schema.org/Date'",
            "http",
        ),
        (
            "claims",
            "low",
            {"rdfType": "http://id.loc.gov/datatypes/edtf"},
            "rdfType",
            "'http",
            "none of dates",
        ),
    ],
)
def test_properties_that_would_change_what_a_cell_means(
    copy, table, field, properties, place, found, expected
) -> None:
    copy.describe(table, field, **properties)
    fault = copy.only()
    assert fault[2] == FIELD.format(table, field, place)
    assert fault[3].startswith(found)
    assert fault[4].startswith(expected)


def test_a_unit_that_is_the_model_s_own_may_be_written(copy) -> None:
    copy.describe("places", "radius_km", unit="km")
    assert copy.faults() == []


@pytest.mark.parametrize(
    ("table", "field", "limits", "place", "found", "near"),
    [
        ("actors", "aliases", {"type": "x"}, "type", "a constraint that is not checked", ""),
        ("actors", "aliases", {"maxlength": 5}, "maxlength", "a constraint that is not checked", "maxLength"),
        ("claims", "stance", {"enum": ["asserts", 5]}, "enum", "'5'", '"5"'),
        ("actors", "aliases", {"enum": []}, "enum", "an empty list", ""),
        ("claims", "low", {"minimum": 0, "enum": [1, 2]}, "enum", "a list", ""),
        ("actors", "aliases", {"minimum": 5}, "minimum", "'5'", ""),
        ("places", "where_prec", {"minimum": 1.5, "maximum": 7}, "minimum", "'1.5'", ""),
    ],
)
def test_limits_that_cannot_be(copy, table, field, limits, place, found, near) -> None:
    copy.describe(table, field, constraints=limits)
    where = FIELD.format(table, field, f"constraints.{place}")
    assert (where, found, near) in [(fault[2], fault[3], fault[5]) for fault in copy.faults()]


def test_narrower_limits_are_the_corpus_own(copy) -> None:
    copy.describe("places", "latitude", constraints={"minimum": 30, "maximum": 40.5, "required": False})
    copy.describe("claims", "stance", constraints={"enum": ["asserts", "denies", "doubts"]})
    assert copy.faults() == []


@pytest.mark.parametrize("missing", [["", "NA"], ["-"], []])
def test_only_an_empty_cell_is_missing(copy, missing) -> None:
    schema = describe_schema(copy, "places", missingValues=missing)
    assert schema["missingValues"] == missing
    assert copy.only()[2:] == (
        "resources.places.schema.missingValues",
        "'" + str(missing).replace("'", '"') + "'",
        "only the empty text: a value is missing where a cell is empty",
        '[""]',
    )


@pytest.mark.parametrize("kind", ["geojson", "duration", "list", "blob", "object"])
def test_a_column_of_the_corpus_own_is_of_few_types(copy, kind) -> None:
    own_column(copy, {"name": "remarks", "type": kind})
    assert copy.only()[2:4] == ("resources.places.schema.fields.remarks.type", f"'{kind}'")


@pytest.mark.parametrize("kind", ["string", "number", "integer", "boolean", "date", "year"])
def test_a_column_of_the_corpus_own_is_checked_by_its_type(copy, kind) -> None:
    own_column(copy, {"name": "remarks", "type": kind}, "2015-11-10")
    found = [fault[2] for fault in copy.faults()]
    assert found == ([] if kind in ("string", "date") else ["remarks"])


def test_two_fields_of_one_name(copy) -> None:
    own_column(copy, {"name": "name", "type": "string"})
    assert copy.only()[2:4] == ("resources.places.schema.fields[11].name", "'name' again")


def describe_schema(copy, table: str, **properties: object) -> dict:
    """Give the schema of the table these properties; it comes back."""
    package = json.loads((copy.folder / "datapackage.json").read_text("utf-8"))
    schema = next(one for one in package["resources"] if one["name"] == table)["schema"]
    schema.update(properties)
    copy.describe(table, schema=schema)
    return schema


def own_column(copy, field: dict, cell: str = "") -> None:
    """Give the table of places a column that the model does not have, with this cell in its first row."""
    fields = describe_schema(copy, "places")["fields"]
    describe_schema(copy, "places", fields=[*fields, field])
    if field["name"] not in copy.rows("places")[0]:
        copy.add_columns("places", field["name"])
        copy.plant("places", 2, **{field["name"]: cell})
