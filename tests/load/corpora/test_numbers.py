"""Numbers are written in one form; whatever else software takes for one is a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load import corpus
from analysis.load.corpora.numbers import number_of

OTHER_FORMS = [
    ("\u0661\u0662", "12"),
    ("\u06f1\u06f2", "12"),
    ("\uff11\uff12", "12"),
    ("1_000", "1000"),
    ("1e3", "1000"),
    ("+5", "5"),
    (" 5", "5"),
    ("5\u00a0", "5"),
    ("1.", "1"),
    (".5", "0.5"),
    ("-0", "0"),
    ("012", "12"),
    ("1e400", ""),
    ("1e-400", ""),
    ("1E15", ""),
    ("0x10", ""),
    ("\u00bd", ""),
    ("1,600", "1600"),
    ("about 50%", "50"),
    ("9" * 16, ""),
    ("9" * 5_000, ""),
    (f"0.{'0' * 400}1", ""),
    ("inf", ""),
    ("nan", ""),
]
NUMBERS = [
    ("claims", "a-p7-sorties", "low"),
    ("places", "kweires", "latitude"),
    ("places", "kweires", "radius_km"),
]


@pytest.mark.parametrize(("text", "near"), OTHER_FORMS, ids=[text[:12] for text, _ in OTHER_FORMS])
def test_a_number_in_another_form_is_one_fault(copy, text, near) -> None:
    table, key, column = NUMBERS[len(text) % 3]
    row = copy.plant(table, key, **{column: text})
    file, at, where, _, expected, nearest = copy.only()
    assert (file, at, where, nearest) == (f"{table}.csv", row, column, near)
    assert "number" in expected or "digits" in expected


@pytest.mark.parametrize("text", ["0", "0.5", "12", "35.1", "36.187222222222221"])
def test_a_plain_number_is_read_as_it_stands(copy, text) -> None:
    copy.plant("places", "kweires", latitude=text)
    assert copy.faults() == []
    places = corpus(copy.folder).places.set_index("place_id")
    assert places.at["kweires", "latitude"] == float(text)


def test_the_highest_number_is_kept_exactly(copy) -> None:
    copy.plant("claims", "a-p7-sorties", low="999999999999999")
    assert copy.faults() == []
    assert (
        int(corpus(copy.folder).claims.set_index("claim_id").at["a-p7-sorties", "low"]) == 999_999_999_999_999
    )


@pytest.mark.parametrize(
    ("table", "key", "column", "text", "expected"),
    [
        ("claims", "a-p7-sorties", "low", "-5", "0 or more"),
        ("places", "kweires", "latitude", "-90.5", "-90 to 90"),
        ("places", "kweires", "longitude", "180.5", "-180 to 180"),
        ("places", "kweires", "where_prec", "8", "1 to 7"),
        ("places", "kweires", "radius_km", "20001", "0 to 20000"),
    ],
)
def test_limits_hold_whatever_the_data_package_says(copy, table, key, column, text, expected) -> None:
    limits = (b'"minimum": 0', b'"minimum": -90', b'"minimum": -180', b'"minimum": 1')
    limits += (b'"maximum": 7', b'"maximum": 90', b'"maximum": 180', b'"maximum": 2000')
    for limit in limits:
        number = limit.split()[1]
        loose = limit.replace(number, b"-99999" if b"min" in limit else b"99999")
        copy.edit("datapackage.json", lambda content, old=limit, new=loose: content.replace(old, new))
    copy.plant(table, key, **{column: text})
    assert copy.only()[2:5] == (column, f"'{text}'", expected)


@given(st.text(st.sampled_from("0123456789.-+eE_, \u0661\uff11xnaif"), max_size=24) | st.text(max_size=8))
def test_whatever_is_a_number_reads_as_python_reads_it(text) -> None:
    number = number_of(text)
    if number is not None:
        assert number == float(text)
        assert text.isascii()
        assert text == text.strip()
        assert abs(number) < 1e15
