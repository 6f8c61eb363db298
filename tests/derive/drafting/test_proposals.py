"""What is proposed for sentences of reports: the amount, what it counts, when, by whom; and what never is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load
from analysis.derive.drafting import drafted
from analysis.model.reports import Paragraph, ReportText
from analysis.save.template import init
from tests.conftest import ROOT

EXERCISE = ROOT / "seeds" / "exercise"
DAY = "2024-05-17"
"""The Friday on which the reports of these tests are printed."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A corpus without a row: nobody is known, no place, no event."""
    return load.corpus(init(tmp_path_factory.mktemp("made") / "war", "War", EXERCISE), "restricted")


def report_of(*paragraphs: str) -> ReportText:
    """A report of these paragraphs."""
    parts = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(paragraphs, 1))
    return ReportText("r.txt", "a" * 64, "A title", "", "", "", DAY, parts)


def told(text: str, corpus) -> list:
    """The claims proposed for a text."""
    return [one for one in drafted(report_of(text), corpus, "r").proposals if one.table == "claims"]


COUNTED = {
    "At least 12 people were killed.": [("At least 12 people", "fatalities")],
    "The strike killed 12 and wounded 30 others.": [("12", "fatalities"), ("30 others", "injured")],
    "Killing 12 villagers, and injuring 1,410 others.": [
        ("12 villagers", "fatalities"), ("1,410 others", "injured"),
    ],
    "Three people, including two children, were killed.": [
        ("Three people", "fatalities"), ("two children", "fatalities"),
    ],
    "Five women \u2013 including a nurse \u2013 were killed in the raid.": [("Five women", "fatalities")],
    "They shot down 26 out of 28 attack drones.": [("26", "losses"), ("28 attack drones", "drones")],
    "It counted 31 drones, 23 of which were shot down.": [("31 drones", ""), ("23", "losses")],
    "It intercepted 5 missiles launched by the rebels.": [("5 missiles", "losses")],
    "More than 13,000 residents have fled their homes.": [("More than 13,000 residents", "displacements")],
    "Four children among the 400 refugees have died.": [
        ("Four children", "fatalities"), ("400 refugees", "refugees"),
    ],
    "The village has 1,600 residents.": [("1,600 residents", "population")],
    "Fighting has killed at least 2,000 people this year.": [("at least 2,000 people", "fatalities")],
    "The raids have displaced more than 5,000 people.": [("more than 5,000 people", "displacements")],
    "At least seven Panthers were killed.": [("At least seven Panthers", "fatalities")],
    "The destruction of 11 vehicles was claimed.": [("11 vehicles", "losses")],
    "They set fire to 50 houses.": [("50 houses", "facilities_hit")],
    "At least 38 security forces were killed.": [("At least 38 security forces", "fatalities")],
    "About 20 trucks of aid entered the town.": [("About 20 trucks", "aid_trucks")],
}  # fmt: skip
"""Sentences with the amounts in them and what each counts; empty where that is not sure."""


@pytest.mark.parametrize("text", COUNTED)
def test_an_amount_is_found_with_its_words_and_what_it_counts(empty, text) -> None:
    assert [(one.wording, one.filled("measure")) for one in told(text, empty)] == COUNTED[text]


@pytest.mark.parametrize(
    "text",
    [
        "The troops of the 55 Division advanced.",
        "One reporting from the town spoke of fear.",
        "On 12 May 2024, at 5 p.m., the guns fell silent.",
        "The siege began two weeks ago in 2023.",
        "Resolution 2254 calls for it.",
        "A 14-year-old boy told of it on the first day.",
        "Both sides met for the two rounds of talks.",
    ],
)
def test_days_ages_names_and_ordinals_are_no_amounts(empty, text) -> None:
    assert told(text, empty) == []


@pytest.mark.parametrize(
    "text",
    [
        "More than 2,500 people were killed or injured.",
        "More than 2,500 people were killed and wounded.",
        "Some 200 people are dead or missing.",
    ],
)
def test_of_two_measures_that_are_told_as_one_neither_is_sure(empty, text) -> None:
    (one,) = told(text, empty)
    assert one.filled("measure") == ""
    assert len(one.fields["measure"]) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Twelve were hurt while hundreds of people were waiting for bread.",
        "The court handed down death sentences to 54 soldiers.",
        "Troops killed many despite the presence of 900 peacekeepers.",
        "About 85% of the townspeople voted.",
    ],
)
def test_words_of_another_clause_or_sense_do_not_say_what_is_counted(empty, text) -> None:
    assert told(text, empty)[-1].filled("measure") == ""


def test_a_part_is_offered_as_a_part_and_keeps_what_the_whole_counts(empty) -> None:
    whole, part = told("They killed six villagers, including five girls, and held many others.", empty)
    assert [one.value for one in whole.fields.get("stance", ())] == []
    assert part.fields["stance"][0].value == "part_of"
    assert (part.filled("stance"), part.filled("measure"), part.filled("counts")) == (
        *("", "fatalities", "children"),
    )


VOICES = {
    "The army says it killed 20 rebels, AFP reports.": ("The army", "AFP"),
    "Dozens of people were hurt, a spokesman, Idris Bello, said on Friday.": ("a spokesman, Idris Bello", ""),
    "The Relief Council (RC), an aid group, said 90 people had fled.": (
        "The Relief Council (RC), an aid group",
        "",
    ),
    "According to the Office for Aid (OA), 90 people have fled.": ("the Office for Aid (OA)", ""),
    "The mayor, a former judge, said the raid took place at dawn, killing 12 people.": (
        "The mayor, a former judge", "",
    ),
    "Two were killed, according to Gen. Omar Saleh.": ("Gen. Omar Saleh", ""),
    "The army put the dead at 15; al Nour said 21 were killed.": ("al Nour", ""),
    "The officer said the violence has claimed the lives of 80 people.": ("The officer", ""),
    "While the Doctors Network reported 31 dead.": ("the Doctors Network", ""),
    "Three people were reported killed.": ("", ""),
    "There have been reports of 145 people killed.": ("", ""),
    "The town, which has an estimated population of 3,000, is quiet.": ("", ""),
    "The army did not say when the attack injured four soldiers.": ("", ""),
    "More than 2,500 people were killed from January through March.": ("", ""),
}  # fmt: skip
"""Sentences with who tells their last amount, and through whom it came."""


@pytest.mark.parametrize("text", VOICES)
def test_who_speaks_is_named_in_the_words_of_the_report(empty, text) -> None:
    last = told(text, empty)[-1]
    assert (last.filled("speaker"), last.filled("via")) == VOICES[text]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 12 May, 20 people were killed.", "2024?-05-12"),
        ("Since 12 May, 20 people have been killed.", "2024?-05-12/.."),
        ("Overnight Wednesday 20 people were killed.", "[2024-05-15?..2024-05-16?]"),
        ("20 people were killed in April 2014.", "2014-04"),
        ("Officials said on Thursday that 20 people were killed.", ""),
        ("Officials told the agency on Thursday that 20 people were killed.", ""),
        ("20 people were killed on Monday and wounded on Tuesday.", ""),
        ("20 people were killed.", ""),
    ],
)
def test_a_day_is_filled_where_one_alone_dates_what_is_told_and_not_the_saying(empty, text, day) -> None:
    assert told(text, empty)[0].filled("as_of") == day


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("More than 70 people were killed.", "71 or more"),
        ("Up to 70 people were killed.", "up to 70"),
        ("Between 60 and 70 people were killed.", "60 to 70"),
        ("Almost 200 000 people have fled.", "180,000 to 200,000"),
        ("Dozens of people were killed.", "12 to 99"),
        ("As many as 1,000 people died.", "up to 1,000"),
    ],
)
def test_the_words_are_read_as_the_codebook_reads_them(empty, text, reading) -> None:
    assert told(text, empty)[0].reading == reading


def test_a_place_that_a_sentence_names_at_is_filled_and_two_are_a_choice() -> None:
    war = load.corpus(EXERCISE, "restricted")
    names = dict(zip(war.places["name"], war.places["place_id"], strict=True))
    (one,) = told("Twelve people were killed in Dōlmaçe.", war)
    assert one.filled("place_id") == names["Dōlmaçe"]
    other = next(name for name in names if name not in ("Dōlmaçe",) and name.isalpha())
    (one,) = told(f"Twelve people were killed in Dōlmaçe and in {other}.", war)
    assert one.filled("place_id") == ""
    assert {names["Dōlmaçe"], names[other]} <= {choice.value for choice in one.fields["place_id"]}


WORDS = st.sampled_from(
    (
        *"at least 12 about 1,600 2 000 twelve dozens of people soldiers were killed wounded and or".split(),
        *"in Dōlmaçe حلب on 12 May said the army, (RC) “no” one half 85% $5".split(),
        *"million km from 60\u201370".split(),
        *"including others while ; . ... \u2013 \u2014 U.N. Gen. 's m23".split(),
        *"\u2116 \u0664\u0665 🙂 \u200f \u00a0 of which".split(),
    )
)
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=120))


@given(TEXTS)
def test_any_text_is_drafted_alike_each_time_and_every_span_is_of_its_words(text) -> None:
    draft = drafted(report_of(text), WAR, "r")
    assert draft == drafted(report_of(text), WAR, "r")
    for one in (*draft.proposals, *draft.sentences):
        if one.table == "claims":
            assert text[one.start : one.end] == one.wording
            assert 0 <= one.sentence[0] <= one.start <= one.end <= one.sentence[1] <= len(text)
            for candidates in one.fields.values():
                assert all(0 <= each.start <= each.end <= len(text) for each in candidates)
                assert sum(each.sure for each in candidates) <= 1
    starts = [one.start for one in draft.proposals if one.table == "claims"]
    assert starts == sorted(set(starts))


WAR = load.corpus(EXERCISE, "restricted")


def test_a_report_is_drafted_for_a_corpus_without_a_row(empty) -> None:
    text = Path(EXERCISE / "reports" / "halyard-market.txt")
    draft = drafted(load.report(text), empty, "new")
    claims = [one for one in draft.proposals if one.table == "claims"]
    assert len(claims) > 10
    assert {one.filled("place_id") for one in claims} == {""}
