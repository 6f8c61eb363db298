"""Every measure has its place: one exhibit, the key figures and a sentence, those that a corpus adds too."""

from typing import get_args

import pytest

from analysis import charts, derive, prose
from analysis.charts import style
from analysis.messages import measure_words
from analysis.model import frames
from analysis.model.measures import MEASURES, Family
from tests.charts.drawn import words_of
from tests.derive.conftest import claim

EXHIBITS = {
    "forces": (derive.claimed_forces, {"force", "materiel", "operations"}),
    "people": (derive.claimed_casualties, {"harm", "displacement", "need"}),
    "front": (derive.claimed_front, {"front"}),
    "others": (derive.claimed_others, {"aid", "infrastructure", "population"}),
}
IN_THE_REGISTER = ("territory", "statement")
"""Families that no exhibit draws: their claims stand in the register, and may be key figures."""

ADDED = [
    {
        "measure": f"own_{family}", "noun": f"thing of {family}/things of {family}", "unit": "wells",
        "kind": "flow", "family": family, "proves_event": "no",
    }
    for family in get_args(Family)
]  # fmt: skip
COUNTED = {
    **{name: (measure.family, measure.units[0], "") for name, measure in MEASURES.items() if measure.units},
    **{row["measure"]: (row["family"], row["unit"], row["noun"]) for row in ADDED},
}


@pytest.fixture(scope="module")
def groups_of(make):
    """The groups of statements made by `make`."""
    corpus = make()
    return lambda statements: derive.compared(statements, corpus.places, corpus.events)


@pytest.fixture
def told(make):
    """The statement of one claim of a measure, with the numbers 3 to 5 unless told otherwise."""

    def told(name: str, unit: str | None, **other):
        one = claim("one", "tv", measure=name, unit=unit, **{"low": 3, "high": 5, "actor_id": "isis"} | other)
        return derive.statements(make(one, measures=ADDED))

    return told


@pytest.fixture(scope="module")
def all_told(make):
    """The statements of one claim of every measure that counts, by its name."""
    numbers = {"low": 3, "high": 5, "actor_id": "isis"}
    claims = [claim(name, "tv", measure=name, unit=unit, **numbers) for name, (_, unit, _) in COUNTED.items()]
    return derive.statements(make(*claims, measures=ADDED))


@pytest.fixture(scope="module")
def exhibited(all_told):
    """The frame of each exhibit, with the keys of its claims."""
    frames = {key: claimed(all_told) for key, (claimed, _) in EXHIBITS.items()}
    return {key: (frame, list(frame["claim_id"])) for key, frame in frames.items()}


def test_what_is_counted_stands_in_one_exhibit_by_its_family(exhibited):
    for name, (family, _, _) in COUNTED.items():
        found = [key for key, (_, claims) in exhibited.items() if name in claims]
        assert found == [key for key, (_, families) in EXHIBITS.items() if family in families], name
    elsewhere = [name for name, (family, _, _) in COUNTED.items() if family in IN_THE_REGISTER]
    assert sum(len(claims) for _, claims in exhibited.values()) == len(COUNTED) - len(elsewhere)


def test_what_is_counted_may_be_a_key_figure_in_words(all_told, groups_of):
    rows = derive.key_figures(all_told, groups_of(all_told))
    figures = dict(zip(rows["claim_id"], prose.key_figures(rows, most=len(rows)), strict=True))
    for name, (_, _, noun) in COUNTED.items():
        assert figures[name].label.lower().startswith(measure_words(name, noun).lower())
        assert figures[name].value == "3 to 5"


@pytest.mark.parametrize("name", [row["measure"] for row in ADDED if row["family"] not in IN_THE_REGISTER])
def test_an_added_measure_is_drawn_with_its_noun(told, name, groups_of):
    family, unit, noun = COUNTED[name]
    statements = told(name, unit)
    (key,) = [key for key, (_, families) in EXHIBITS.items() if family in families]
    rows = EXHIBITS[key][0](statements)
    groups = groups_of(statements)
    absent = frames.UNCOUNTED.of([])
    many = noun.split("/")[1]
    if key == "people":
        drawn = charts.harm_claims(derive.harm_figures(rows, groups), groups, absent)
    else:
        drawn = charts.force_intervals(derive.force_figures(rows))
    assert many in words_of(drawn).lower()
    assert many in style.description(drawn).lower()


@pytest.mark.parametrize("name", [row["measure"] for row in ADDED])
def test_an_added_measure_stands_in_the_register_with_its_noun(told, name, groups_of):
    statements = told(name, COUNTED[name][1])
    (row,) = prose.claims.ledger(derive.ledger(statements, groups_of(statements))).itertuples()
    assert COUNTED[name][2].split("/")[1] in row.counted.lower()


@pytest.mark.parametrize("name", [name for name, measure in MEASURES.items() if not measure.units])
def test_what_counts_nothing_is_no_figure(told, name, groups_of):
    statements = told(name, None, low=None, high=None)
    assert not any(len(claimed(statements)) for claimed, _ in EXHIBITS.values())
    assert derive.key_figures(statements, groups_of(statements)).empty


def test_a_quantity_without_a_unit_is_no_key_figure_but_does_not_vanish(told, groups_of):
    statements = told("losses", None)
    assert derive.key_figures(statements, groups_of(statements)).empty
    assert len(derive.claimed_forces(statements)) == 1


@pytest.mark.parametrize("stance", ["denies", "doubts", "confirms"])
def test_a_denial_is_no_key_figure(told, stance, groups_of):
    statements = told("fatalities", "persons", stance=stance, about="other")
    figures = derive.key_figures(statements, groups_of(statements))
    assert len(figures) == (stance == "confirms")


@pytest.mark.parametrize("other", [{"counts": "children"}, {"by_id": "government"}, {"method": "projected"}])
def test_of_other_people_or_by_another_doer_is_another_key_figure_and_a_projection_is_none(
    make, other, groups_of
):
    both = [claim("all", "tv", low=70, high=79), claim("some", "wire", low=43, high=43) | other]
    statements = derive.statements(make(*both))
    figures = prose.key_figures(derive.key_figures(statements, groups_of(statements)))
    wanted = {"70 to 79"} if "method" in other else {"70 to 79", "43"}
    assert {figure.value for figure in figures} == wanted
