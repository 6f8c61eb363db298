"""A briefing's folder is named for what it holds, and no two briefings of one notebook share a name."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.parameters import Parameter
from analysis.briefing.publish import SLUG_LENGTH, slug

DECLARED = (
    Parameter("corpus", "path", "../seeds/aleppo-2015", ""),
    Parameter("title", "str", "A title", ""),
    Parameter("start", "date", "", ""),
    Parameter("most", "int", 3, ""),
    Parameter("share", "float", 0.5, ""),
    Parameter("final", "bool", True, ""),
    Parameter("factions", "list[str]", [], ""),
)
PROJECT = Path("/project")
CHECKSUM = "-[0-9a-f]{8}"


def named(values, stem="briefing", reports=PROJECT / "reports"):
    return slug(PROJECT / "notebooks" / f"{stem}.ipynb", DECLARED, values, reports)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "aleppo-2015"),
        ({"title": "A title", "most": 3, "final": True}, "aleppo-2015"),
        ({"most": 0}, "aleppo-2015-most-0"),
        ({"final": False}, "aleppo-2015-final-false"),
        ({"most": 2, "start": "2015-10"}, "aleppo-2015-start-2015-10-most-2"),
        ({"factions": ["isis"]}, "aleppo-2015-factions-isis"),
    ],
)
def test_a_name_tells_what_is_not_the_default(values, expected):
    assert named(values) == expected


def test_another_notebook_is_named_too():
    assert named({}, "forces") == "aleppo-2015-forces"
    assert re.fullmatch(f"aleppo-2015-forces{CHECKSUM}", named({}, "Forces"))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": ""}, "aleppo-2015-title"),
        ({"title": "Kweires, 2015"}, "aleppo-2015-title-kweires-2015"),
        ({"title": "kweires"}, "aleppo-2015-title-kweires"),
        ({"title": "../../etc"}, "aleppo-2015-title-etc"),
        ({"title": "حلب"}, "aleppo-2015-title"),
        ({"most": -3}, "aleppo-2015-most-3"),
        ({"share": 0.25}, "aleppo-2015-share-0-25"),
        ({"factions": ["isis", "russia"]}, "aleppo-2015-factions-isis-russia"),
    ],
)
def test_a_checksum_stands_for_what_the_words_lose(values, expected):
    lost = "" if expected.endswith("title-kweires") else CHECKSUM
    assert re.fullmatch(f"{expected}{lost}", named(values))


@given(
    *[
        st.fixed_dictionaries(
            {},
            optional={
                "title": st.sampled_from(["", "a", "A", "á", "a-b", "most", "most-3", "x" * 300, "x" * 301]),
                "start": st.sampled_from(["", "2015", "2015-10", "2015-10-03"]),
                "most": st.integers(-3, 3),
                "share": st.sampled_from([0.5, 5.0, 0.05, 1e-7]),
                "final": st.booleans(),
                "factions": st.lists(st.sampled_from(["a", "b", "a-b", "final-true", ""]), max_size=2),
            },
        )
    ]
    * 2
)
def test_different_values_never_share_a_name(one, other):
    defaults = {parameter.name: parameter.default for parameter in DECLARED}
    same = {**defaults, **one} == {**defaults, **other}
    assert (named(one) == named(other)) == same
    assert len(named(one)) <= SLUG_LENGTH + len("-12345678")
    assert re.fullmatch("[a-z0-9][a-z0-9-]*", named(one))


def test_corpora_of_one_name_in_two_folders_are_told_apart(tmp_path):
    notebook, reports = tmp_path / "notebooks" / "briefing.ipynb", tmp_path / "reports"
    corpora = ["../seeds/aleppo-2015", "../seeds/sahel", "../other/aleppo-2015", "../other/sahel"]
    names = [slug(notebook, DECLARED, {"corpus": corpus}, reports) for corpus in corpora]
    assert names[:2] == ["aleppo-2015", "sahel"]
    assert re.fullmatch(f"aleppo-2015{CHECKSUM}", names[2])
    assert re.fullmatch(f"sahel{CHECKSUM}", names[3])
    elsewhere = slug(notebook, DECLARED, {"corpus": corpora[2]}, tmp_path / "more" / "reports")
    assert elsewhere not in names


def test_a_corpus_of_one_s_own_is_named_plainly_also_with_a_notebook_that_came_installed(tmp_path):
    shipped, reports = tmp_path / "installed" / "notebooks" / "briefing.ipynb", tmp_path / "reports"
    (tmp_path / "installed" / "seeds" / "aleppo-2015").mkdir(parents=True)
    own = {name: {"corpus": f"../../seeds/{name}"} for name in ("sahel", "aleppo-2015")}
    assert slug(shipped, DECLARED, {}, reports) == "aleppo-2015"
    assert slug(shipped, DECLARED, own["sahel"], reports) == "sahel"
    assert re.fullmatch(f"aleppo-2015{CHECKSUM}", slug(shipped, DECLARED, own["aleppo-2015"], reports))
