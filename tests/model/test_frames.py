"""A function refuses a frame that is not what it asks for, by name; contracts are whole in themselves."""

import importlib

import pandas as pd
import pytest

from analysis.errors import FrameError
from analysis.model import Corpus, frames
from analysis.model.frames import ALL, FIELDS, TABLES, require, takes
from analysis.model.frames.contract import Contract, count, day, text
from tests.contracts import breaches

DEAD = Contract(
    "dead",
    "one row per claim",
    ("claim_id",),
    "derive.dead",
    (text("claim_id", "Key."), text("speaker", "Name.", "nobody"), count("voices", "How many.")),
)


def rows(*columns):
    return pd.DataFrame({column: ["x"] for column in columns})


def test_a_missing_column_is_refused_naming_function_frame_and_nearest():
    with pytest.raises(FrameError) as refusal:
        require(rows("claim_id", "speakr", "voices"), DEAD, "charts.chart")
    assert str(refusal.value) == (
        "charts.chart: dead: missing column speaker (nearest here: speakr); found claim_id, speakr, voices"
    )


def test_every_missing_column_is_named_at_once():
    with pytest.raises(FrameError, match=r"claim_id \(nearest here: none\), speaker \(.*\), voices"):
        require(rows(), DEAD, "f")


def test_raw_claims_do_not_pass_for_statements():
    with pytest.raises(FrameError) as refusal:
        require(rows(*frames.CLAIMS.names), frames.STATEMENTS, "derive.ties")
    said = str(refusal.value)
    assert said.startswith("derive.ties: statements: found claims (one row per statement")
    assert "derive.statements makes statements" in said
    assert "origin_id" in said


def test_one_column_lost_is_that_column_and_no_other_frame():
    lacking = rows(*frames.STATEMENTS.names).drop(columns="origin_id")
    with pytest.raises(FrameError, match="statements: missing column origin_id"):
        require(lacking, frames.STATEMENTS, "derive.ties")


def test_two_frames_in_one_are_not_taken_for_one():
    with pytest.raises(FrameError, match=r"timeline: found a tuple; expected a frame from derive\.timeline"):
        require((rows(), rows()), frames.TIMELINE, "derive.placed")


def test_more_columns_than_asked_for_are_welcome():
    require(rows(*DEAD.names, "more"), DEAD, "f")


def test_a_decorated_function_asks_by_position_and_name_and_leaves_none_alone():
    @takes(one=DEAD, other=DEAD)
    def chart(one, other=None):
        """Draw."""
        return "drawn"

    good, bad = rows(*DEAD.names), rows("claim_id")
    assert chart(good) == chart(one=good, other=good) == chart(good, None) == "drawn"
    assert chart.__doc__ == "Draw."
    for call in (lambda: chart(bad), lambda: chart(good, other=bad)):
        with pytest.raises(FrameError, match="chart: dead: missing column"):
            call()


def test_a_contract_cut_to_what_is_used_asks_for_no_more():
    require(rows("speaker"), DEAD.only("speaker"), "f")
    with pytest.raises(KeyError):
        DEAD.only("speakr")


def test_a_frame_is_shaped_as_promised_and_nothing_missing_is_made_up():
    shaped = DEAD.of([{"claim_id": "a", "voices": 2, "more": 1}])
    assert breaches(DEAD, shaped) == []
    assert pd.isna(shaped.loc[0, "speaker"])
    assert breaches(DEAD, DEAD.of([])) == []
    with pytest.raises(TypeError):
        DEAD.of([{"claim_id": "a", "voices": None}])


@pytest.mark.parametrize(
    ("frame", "breach"),
    [
        ({"claim_id": ["a", "a"], "speaker": ["x", "x"], "voices": [1, 1]}, "occurs twice"),
        ({"claim_id": ["a", None], "speaker": ["x", "x"], "voices": [1, 1]}, "claim_id: a missing value"),
        ({"claim_id": ["a", "b"], "speaker": ["x", ""], "voices": [1, 1]}, "speaker: an empty text"),
        ({"claim_id": ["a", "b"], "speaker": ["x", "x"], "voices": [1.0, 2.0]}, "float64, not int64"),
        ({"claim_id": ["a", "b"], "voices": [1, 2]}, "columns"),
    ],
)
def test_the_test_of_contracts_finds_what_is_wrong(frame, breach):
    (found,) = breaches(DEAD, pd.DataFrame(frame))
    assert breach in found


@pytest.mark.parametrize("contract", ALL, ids=lambda contract: contract.name)
def test_a_contract_is_whole(contract):
    assert len(set(contract.names)) == len(contract.names)
    assert set(contract.key) <= set(contract.names)
    assert contract.grain.startswith("one row per ")
    for column in contract.columns:
        assert column.meaning.endswith("."), column.name
        assert bool(column.unit) == (column.kind in ("float64", "geometry")), column.name
        assert column.kind != "bool" or not column.missing, column.name
    stage, name = contract.made_by.split(".")
    assert callable(getattr(importlib.import_module(f"analysis.{stage}"), name))
    assert contract.base is None or contract.names[: len(contract.base.names)] == contract.base.names


def test_names_of_contracts_are_their_own():
    assert len({contract.name for contract in ALL}) == len(ALL)


def test_a_corpus_asks_for_its_tables():
    tables = {name: rows(*contract.names) for name, contract in TABLES.items()}
    Corpus("name", "Title", "CC0", "sum", **tables)
    with pytest.raises(FrameError, match="Corpus: places: missing column latitude"):
        Corpus(
            "name", "Title", "CC0", "sum", **tables | {"places": tables["places"].drop(columns="latitude")}
        )


def test_the_columns_of_a_file_stand_first_in_its_table():
    for name, fields in FIELDS.items():
        assert TABLES[name].columns[: len(fields)] == fields


def test_an_extended_contract_keeps_its_base_first():
    later = DEAD.extended("later", DEAD.grain, DEAD.key, "derive.later", day("start", "First."))
    assert later.names == (*DEAD.names, "start")
    assert later.base is DEAD
