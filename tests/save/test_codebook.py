"""The codebook is printed from the data package, and the one in the corpus folder is up to date."""

import json
import re
from itertools import groupby

import pytest

from analysis.errors import CorpusError
from analysis.model import PHRASE_RULES, WORDING_RULES
from analysis.model.counts import TAGS
from analysis.model.frames import FIELDS
from analysis.model.measures import MEASURES
from analysis.save.codebook import codebook


def test_every_corpus_has_the_codebook_of_its_data_package(seeds) -> None:
    for path in seeds.glob("*/datapackage.json"):
        assert (path.parent / "README.md").read_text("utf-8") == codebook(path.parent)


def test_every_field_and_allowed_value_is_told(seeds) -> None:
    path = seeds / "aleppo-2015" / "datapackage.json"
    text = codebook(path.parent)
    for resource in json.loads(path.read_text("utf-8"))["resources"]:
        section = text.split(f"\n## {resource['name']}\n")[1].split("\n## ")[0]
        for field in resource["schema"]["fields"]:
            assert f"| `{field['name']}` |" in section
            assert field["description"] in section
            assert all(f"`{value}`" in section for value in field.get("constraints", {}).get("enum", ()))


def test_every_value_is_told_with_its_meaning_and_every_default(seeds) -> None:
    path = seeds / "aleppo-2015" / "datapackage.json"
    text = codebook(path.parent)
    for resource in json.loads(path.read_text("utf-8"))["resources"]:
        section = text.split(f"\n## {resource['name']}\n")[1].split("\n## ")[0]
        for field in resource["schema"]["fields"]:
            for value, meaning in field.get("values", {}).items():
                assert f"| `{value}` | {meaning} |" in section
    for table, columns in FIELDS.items():
        for column in columns:
            assert table == "measures" or column.default in ("", *_told_defaults(text, table, column.name))


def _told_defaults(text: str, table: str, column: str) -> list[str]:
    section = text.split(f"\n## {table}\n")[1].split("\n## ")[0]
    row = next(line for line in section.splitlines() if line.startswith(f"| `{column}` |"))
    return re.findall(r"An empty cell is `(\w+)`\.", row)


def test_tags_stand_by_facet_and_measures_by_family(seeds) -> None:
    text = codebook(seeds / "aleppo-2015")
    for facet, tags in TAGS.items():
        for tag, meaning in tags.items():
            assert f"| {facet.replace('_', ' and ')} | `{tag}` | {meaning} |" in text
    told = [
        line.split(" | ")[0][2:] for line in text.split("## Measures")[1].split("\n## ")[0].splitlines()[9:]
    ]
    families = [family for family in told if family]
    assert len(families) == len(MEASURES)
    assert [family for family, _ in groupby(families)] == list(dict.fromkeys(families))
    assert "| flow | subject | UCDP GED: best, low, high; ACLED: fatalities |" in text
    assert "`animals`, to be stated | flow |" in text


def test_a_measure_of_the_corpus_stands_with_its_family(copy) -> None:
    columns = ["measure", "noun", "unit", "kind", "family", "proves_event"]
    copy.add_table("measures", columns)
    own = {"noun": "roads cut", "unit": "roads", "kind": "flow", "family": "territory"}
    copy.append("measures", measure="roads_cut", proves_event="yes", **own)
    assert "| territory | `roads_cut` | `roads` | flow |" in codebook(copy.folder)


def test_wording_and_phrase_rules_are_told(seeds) -> None:
    text = codebook(seeds / "aleppo-2015")
    assert all(rule.reason in text for rule in WORDING_RULES)
    for rule in PHRASE_RULES:
        row = next(row for row in text.splitlines() if row.startswith(f"| {rule.example} | {rule.meaning}"))
        assert row.endswith(f"` | {rule.source} |")
    weekend = "Saturday and Sunday"
    assert f"| over the weekend | The last {weekend}" in text
    assert "`[2015-11-07?..2015-11-08?]`" in text


def test_bar_within_a_cell_does_not_end_it(copy) -> None:
    copy.edit(
        "datapackage.json", lambda content: content.replace(b"Headline as printed.", b"Headline | title.")
    )
    assert "Headline \\| title." in codebook(copy.folder)


def test_a_resource_that_is_no_table_is_left_out(copy) -> None:
    resources = json.loads((copy.folder / "datapackage.json").read_text("utf-8"))["resources"]
    copy.describe(resources=[*resources, {"name": "letters", "path": "letters.pdf"}])
    assert "letters" not in codebook(copy.folder)


def test_unusable_data_package_is_refused(copy) -> None:
    copy.edit("datapackage.json", lambda content: content[:-20])
    with pytest.raises(CorpusError, match="no JSON"):
        codebook(copy.folder)
