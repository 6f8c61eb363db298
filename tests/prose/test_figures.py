"""What charts of figures are told to find: titles made of the rows, notes, verdicts, and what is shown."""

import pytest

from analysis import derive, load, prose
from analysis.model import Citation
from tests.derive.conftest import claim

STRENGTH = {"measure": "strength", "event_id": None}


@pytest.fixture
def forces(make):
    def told(*claims):
        statements = derive.statements(corpus := make(*claims))
        groups = derive.compared(statements, corpus.places, corpus.events)
        claimed = derive.claimed_forces(statements)
        return derive.force_figures(claimed), groups, claimed

    return told


@pytest.fixture
def harm(make):
    def told(*claims):
        statements = derive.statements(corpus := make(*claims))
        groups = derive.compared(statements, corpus.places, corpus.events)
        return derive.harm_figures(derive.claimed_casualties(statements), groups), groups, statements

    return told


def test_without_a_finding_the_title_counts_and_names_the_exception(forces):
    figures, groups, claimed = forces(
        claim("a", "tv", "about 2,000", actor_id="front", **STRENGTH),
        claim("b", "wire", "over 1,600", measure="sorties", unit="sorties"),
        claim("c", "author", "significant", **STRENGTH),
    )
    assert prose.forces.title(figures, groups) == (
        "One figure each for sorties and strength, each by one voice; "
        "strength of ISIS: only \u201csignificant\u201d"
    )
    assert prose.forces.shown(figures, claimed) == "All three statements are shown. One gives no number."


def test_several_figures_of_a_measure_are_counted(forces):
    rows = [
        claim(f"s{n}", "tv", "50", actor_id=actor, **STRENGTH) for n, actor in enumerate(["isis", "front"])
    ]
    figures, groups, _ = forces(*rows, claim("b", "wire", "30", measure="sorties", unit="sorties"))
    assert prose.forces.title(figures, groups).startswith("Two figures for strength and one for sorties")


def test_only_round_numbers_that_the_house_reads_are_said_to_be_read(forces):
    figures, _, _ = forces(
        claim("a", "tv", "about 2,000", actor_id="front", **STRENGTH), claim("b", "tv", "50", **STRENGTH)
    )
    (note,) = prose.forces.notes(figures.assign(numbers_from="words"))
    assert str(note).startswith("\u201cabout 2,000\u201d [1 p1a] is read as a tenth either way")
    assert [run.claim_id for run in note.runs if isinstance(run, Citation)] == ["a"]


def test_claims_that_share_rows_are_said_to(forces):
    claims = [
        claim(f"c{n}", "tv", str(n + 2), actor_id=("isis", "front")[n % 2], **STRENGTH) for n in range(90)
    ]
    figures, _, claimed = forces(*claims)
    assert "90 claims share" in " ".join(map(str, prose.forces.notes(figures)))
    assert prose.forces.shown(figures, claimed) == "All 90 statements are shown."


def test_what_is_apart_is_the_finding_with_both_words(harm):
    figures, groups, statements = harm(claim("a", "tv", "dozens"), claim("b", "wire", "400"))
    assert prose.harm.title(figures, groups) == (
        "Fatalities of ISIS, Siege ended: \u201cdozens\u201d or \u201c400\u201d, by State TV and a wire"
    )
    verdict, counted = prose.harm.notes(figures, groups, statements)
    assert str(verdict) == "Apart, for one ends at 99 and another starts at 400."
    assert str(counted) == "As coded, each counts the following. State TV: a [1 p1a]. A wire: b [1 p1b]."


def test_two_of_one_side_are_said_to_be(harm):
    figures, groups, _ = harm(claim("a", "tv", "dozens"), claim("b", "soldier", "hundreds"))
    title = prose.harm.title(figures, groups)
    assert title.endswith("\u201cdozens\u201d or \u201chundreds\u201d, from one side, Government")


def test_of_three_the_least_and_the_most_are_named(harm):
    figures, groups, _ = harm(
        claim("a", "tv", "dozens"), claim("b", "wire", "400"), claim("c", "author", "3,000", source_id="r2")
    )
    assert "\u201cdozens\u201d or \u201c3,000\u201d, by three voices" in prose.harm.title(figures, groups)


def test_the_unit_of_two_bare_numbers_is_said_once(harm):
    claims = [
        claim(key, speaker, None, low=number, high=number)
        for key, speaker, number in (("a", "tv", 118), ("b", "wire", 131))
    ]
    figures, groups, _ = harm(*claims)
    assert ": 118 or 131 persons, by State TV" in prose.harm.title(figures, groups)


def test_a_revision_is_the_finding_where_nothing_is_apart(harm):
    old = claim("old", "wire", "8")
    figures, groups, _ = harm(old, claim("new", "wire", "79", stance="revises", about="old"))
    assert prose.harm.title(figures, groups).endswith(": first \u201c8\u201d, then \u201c79\u201d")


def test_one_figure_alone_is_told_with_its_voice(harm):
    figures, groups, _ = harm(claim("a", "wire", "dozens"))
    assert (
        prose.harm.title(figures, groups) == "Fatalities of ISIS, Siege ended: \u201cdozens\u201d, by a wire"
    )


@pytest.mark.parametrize("seed", ["aleppo-2015", "exercise"])
def test_both_corpora_have_titles_of_two_lines_and_no_code_in_them(seed, aleppo):
    corpus = load.corpus(aleppo.parent / seed)
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    forces = derive.force_figures(derive.claimed_forces(statements))
    others = derive.force_figures(derive.claimed_others(statements))
    harm = derive.harm_figures(derive.claimed_casualties(statements), groups)
    titles = [prose.forces.title(rows, groups) for rows in (forces, others)] + [
        prose.harm.title(harm, groups)
    ]
    assert all(10 < len(title) <= 160 and "_" not in title and title[0].isupper() for title in titles), titles
    notes = [*prose.forces.notes(forces), *prose.harm.notes(harm, groups, statements)]
    assert all(str(note).rstrip().endswith(".") for note in notes)
    subtitle = prose.forces.subtitle(others, "others")
    assert subtitle.startswith("What is said of ")
