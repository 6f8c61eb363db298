"""The frames of a loaded corpus have the types and columns that `model.Corpus` promises."""

import json

import pandas as pd
import pytest

from analysis.load import corpus
from analysis.load.corpora.quantities import fits
from analysis.model import Corpus
from analysis.model.frames import DATES, FIELDS
from analysis.model.measures import vocabulary


@pytest.fixture(scope="module")
def aleppo(seeds) -> Corpus:
    return corpus(seeds / "aleppo-2015")


def test_names_of_the_corpus(aleppo) -> None:
    assert (aleppo.name, aleppo.licence) == ("aleppo-2015", "CC-BY-4.0")
    assert aleppo.title.startswith("Aleppo")


@pytest.mark.parametrize(
    ("table", "date", "prefix"),
    [(table, date, prefix) for table, dates in DATES.items() for date, prefix in dates.items()],
)
def test_dates_gain_their_span(aleppo, table, date, prefix) -> None:
    frame = getattr(aleppo, table)
    assert pd.api.types.is_datetime64_dtype(frame[f"{prefix}start"])
    assert pd.api.types.is_datetime64_dtype(frame[f"{prefix}end"])
    assert frame[f"{prefix}approximate"].dtype == bool
    dated = frame[date].notna()
    assert dated.any()
    assert frame.loc[dated, f"{prefix}precision"].isin(["day", "month", "year", "span"]).all()
    assert frame.loc[~dated, f"{prefix}precision"].isna().all()


def test_open_and_unknown_ends_are_missing(aleppo) -> None:
    events = aleppo.events.set_index("event_id")
    assert pd.isna(events.loc["russian-air-campaign", "end"])
    assert pd.isna(events.loc["families-protests", "start"])
    assert events.loc["russian-air-campaign", "start"] == pd.Timestamp("2015-09-30")


def test_numbers_are_floats_and_codes_stay_text(aleppo) -> None:
    for table, columns in {
        "claims": ["low", "best", "high"],
        "places": ["latitude", "longitude", "where_prec", "radius_km"],
    }.items():
        assert (getattr(aleppo, table)[columns].dtypes == "float64").all()
    assert aleppo.claims["credibility"].dtype == "str"
    assert aleppo.actors["ucdp_id"].dtype == "str"


def test_empty_cells_are_missing_and_never_zero(aleppo) -> None:
    places = aleppo.places.set_index("place_id")
    assert places.loc["highway-villages", ["latitude", "longitude", "radius_km"]].isna().all()
    assert places.loc["kweires", "radius_km"] == 0
    assert aleppo.sources["publisher"].isna().all()


def test_words_fill_quantities_only(aleppo) -> None:
    claims = aleppo.claims
    counted = claims["unit"].notna()
    assert claims.loc[~counted, ["low", "best", "high", "numbers_from"]].isna().all(axis=None)
    assert set(claims.loc[counted, "numbers_from"].dropna()) == {"words"}


def test_coded_numbers_are_not_overwritten_by_words(copy) -> None:
    copy.plant("claims", "a-p7-sorties", low="1700")
    row = corpus(copy.folder).claims.set_index("claim_id").loc["a-p7-sorties"]
    assert (row["low"], row["numbers_from"]) == (1700, "coder")
    assert pd.isna(row["high"])


def test_rows_keep_the_order_of_the_file(copy) -> None:
    keys = [cells[0] for cells in copy.rows("claims")[1:]]
    assert list(corpus(copy.folder).claims["claim_id"]) == keys


def test_the_path_may_be_text(copy) -> None:
    assert corpus(str(copy.folder)).name == "aleppo-2015"


def packages(seeds) -> list[dict]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(seeds.glob("*/datapackage.json"))]


def test_every_package_has_the_fields_and_needs_of_the_contracts(seeds) -> None:
    kinds = {"string": "str", "number": "float64", "integer": "float64", "boolean": "bool"}
    assert packages(seeds)
    for package in packages(seeds):
        for table in package["resources"]:
            fields = {field["name"]: field for field in table["schema"]["fields"]}
            for column in FIELDS[table["name"]]:
                field = fields[column.name]
                assert kinds[field["type"]] == column.kind, column.name
                allowed = field.get("constraints", {})
                assert not column.required or allowed.get("required"), column.name
                assert not column.values or set(allowed["enum"]) <= set(column.values), column.name


def test_every_claim_is_of_a_measure_in_the_vocabulary_and_in_a_unit_of_it(seeds) -> None:
    for path in sorted(seeds.glob("*/datapackage.json")):
        coded = corpus(path.parent)
        measures = vocabulary(coded.measures)
        for claim in coded.claims.itertuples():
            units = measures[claim.measure].units
            assert any(fits(claim.unit, unit) for unit in units) if units else pd.isna(claim.unit)
