"""The frames of a loaded corpus have the types and columns that `model.Corpus` promises."""

import pandas as pd
import pytest

from analysis.load import corpus
from analysis.model import Corpus


@pytest.fixture(scope="module")
def aleppo(seeds) -> Corpus:
    return corpus(seeds / "aleppo-2015")


def test_names_of_the_corpus(aleppo) -> None:
    assert (aleppo.name, aleppo.licence) == ("aleppo-2015", "CC-BY-4.0")
    assert aleppo.title.startswith("Aleppo")


@pytest.mark.parametrize(
    ("table", "prefix"),
    [("sources", "published_"), ("claims", "as_of_"), ("events", ""), ("relations", ""), ("control", "")],
)
def test_dates_gain_their_span(aleppo, table, prefix) -> None:
    frame = getattr(aleppo, table)
    assert pd.api.types.is_datetime64_dtype(frame[f"{prefix}start"])
    assert pd.api.types.is_datetime64_dtype(frame[f"{prefix}end"])
    assert frame[f"{prefix}approximate"].dtype == bool
    assert frame[f"{prefix}precision"].isin(["day", "month", "year", "span"]).all()


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
    assert set(claims.loc[counted, "numbers_from"].dropna()) == {"coder", "words"}


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
