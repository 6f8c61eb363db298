"""What a decision needs, found in the claims or found missing: never a made-up figure, never a false want."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import load
from analysis.derive import compared, needs, scope, statements, timeline
from analysis.model.frames.coverage import NEEDS, STATES
from tests.derive.conftest import claim, corpus_of

FIGHT = [
    {"event_id": "relief", "actor_id": "government", "role": "attacker"},
    {"event_id": "relief", "actor_id": "isis", "role": "defender"},
]


@pytest.fixture
def found(make):
    """The needs of a corpus by their name."""

    def rows(*claims, **tables):
        corpus = make(*claims, **{"participants": FIGHT} | tables)
        told = statements(corpus)
        return needs(corpus, told, timeline(corpus, told)).set_index("need")

    return rows


def test_each_need_stands_once_and_the_worst_met_first(found):
    rows = found(claim("a", "tv", "dozens"))
    assert sorted(rows.index) == sorted(NEEDS)
    places = [STATES.index(state) for state in rows["state"]]
    assert places == sorted(places)
    assert rows.index[0] == "civilians"


@pytest.mark.parametrize(
    ("other", "state"),
    [
        ({"counts": "civilians"}, "held"),
        ({"counts": "children"}, "held"),
        ({"counts": "civilians", "actor_id": None}, "held"),
        ({"actor_id": None}, "not_told_apart"),
        ({"counts": "combatants", "actor_id": None}, "no_figure"),
        ({"counts": None}, "no_figure"),
        ({"counts": "civilians", "stance": "denies"}, "no_figure"),
        ({"counts": "civilians", "method": "projected"}, "no_figure"),
        ({"counts": "civilians", "measure": "displaced"}, "no_figure"),
    ],
)
def test_civilians_harmed_are_known_by_a_number_that_counts_them(found, other, state):
    assert found(claim("a", "wire", "dozens", **other)).loc["civilians", "state"] == state


def test_words_without_a_number_are_no_figure(found):
    rows = found(claim("a", "wire", "significant", counts="civilians"))
    assert rows.loc["civilians", ["state", "word_ids"]].tolist() == ["words_only", "a"]


def test_zero_is_a_figure(found):
    rows = found(claim("a", "wire", "0", counts="civilians", low=0, best=0, high=0))
    assert rows.loc["civilians", "state"] == "held"


def test_losses_are_known_of_one_side_and_not_of_the_other(found):
    rows = found(claim("a", "tv", "dozens"))
    assert rows.loc["losses", ["state", "figure_ids", "lacking"]].tolist() == ["some_only", "a", "Government"]
    both = found(claim("a", "tv", "dozens"), claim("b", "tv", "one", actor_id="government"))
    assert both.loc["losses", "state"] == "held"
    assert pd.isna(both.loc["losses", "lacking"])


@pytest.mark.parametrize(("measure", "state"), [("strength", "some_only"), ("surrendered", "no_figure")])
def test_who_surrendered_is_no_strength(found, measure, state):
    assert found(claim("a", "wire", "dozens", measure=measure)).loc["strength", "state"] == state


def test_strength_in_words_is_no_figure_and_keeps_its_words(found):
    rows = found(claim("a", "wire", "significant", measure="strength"))
    assert rows.loc["strength", ["state", "word_ids", "lacking"]].tolist() == [
        "words_only",
        "a",
        "Government",
    ]


def test_a_faction_is_told_by_its_member_unless_that_has_left(found):
    member = {"actor_id": "isis", "relation": "member_of", "other_id": "government", "claim_id": "a"}
    assert found(claim("a", "wire"), relations=[member]).loc["losses", "lacking"] == "ISIS"
    left = [member | {"date": "2012/2013"}]
    assert found(claim("a", "wire"), relations=left).loc["losses", "lacking"] == "Government; ISIS"


def test_a_side_is_heard_through_the_party_above_it(found):
    member = {"actor_id": "isis", "relation": "member_of", "other_id": "government", "claim_id": "a"}
    assert found(claim("a", "tv")).loc["voices", "lacking"] == "ISIS"
    assert pd.isna(found(claim("a", "tv"), relations=[member]).loc["voices", "lacking"])
    assert found(claim("a", "wire")).loc["voices", "state"] == "no_voice"


def test_who_only_denies_is_heard(found):
    rows = found(claim("a", "wire", "dozens"), claim("b", "tv", stance="denies", about="a"))
    assert rows.loc["voices", "lacking"] == "ISIS"


def test_residents_and_organisations_of_no_party_are_asked_for(found):
    assert found(claim("a", "tv")).loc["voices", "kinds"] == "residents; organisations"
    speakers = [
        {"speaker_id": "tv", "name": "A shopkeeper", "kind": "witness"},
        {"speaker_id": "wire", "name": "A monitor", "kind": "organisation"},
    ]
    rows = found(claim("a", "tv"), claim("b", "wire"), speakers=speakers)
    assert pd.isna(rows.loc["voices", "kinds"])


def test_people_of_long_ago_are_not_people_now(found):
    people = {"measure": "population", "event_id": None, "actor_id": None, "place_id": "hama"}
    past = claim("past", "wire", "300", as_of="2012", **people)
    assert found(past).loc["people_now", ["state", "word_ids"]].tolist() == ["past_only", "past"]
    now = claim("now", "wire", "200", as_of="2015-10", **people)
    assert found(past, now).loc["people_now", ["state", "figure_ids"]].tolist() == ["held", "now"]


def test_damage_and_passage_are_found_in_the_words_of_reports(found):
    rows = found(
        claim("wreck", "wire", measure="status", unit=None, wording="surrounded by wreckage"),
        claim("road", "wire", measure="status", unit=None, wording="the highway is shut"),
        claim("none", "wire", measure="status", unit=None, wording="paid in full"),
    )
    assert rows.loc["damage", ["state", "word_ids"]].tolist() == ["words_only", "wreck"]
    assert rows.loc["access", ["state", "word_ids"]].tolist() == ["words_only", "road"]


def test_events_without_a_place_on_the_map_are_counted(found):
    events = [
        {"event_id": "relief", "title": "Siege ended", "place_id": "base", "kind": "siege_ended"},
        {"event_id": "far", "title": "Villages taken", "place_id": "villages", "kind": "seizure"},
        {"event_id": "lost", "title": "Protest", "kind": "protest"},
    ]
    rows = found(claim("a", "tv"), events=events)
    where = rows.loc["where"]
    assert where[["state", "rows", "of_rows"]].tolist() == ["no_place", 2, 3]
    assert sorted(where["lacking"].split("; ")) == ["Protest", "Villages taken"]


def test_the_longest_time_without_a_report_is_told_with_who_looks_back(found):
    days = ("2015-10-01", "2015-10-05", "[2015-11-02..2015-11-04]")
    sources = [{"source_id": f"r{n}", "title": "T", "published": day} for n, day in enumerate(days, 1)]
    claims = [claim(f"c{n}", "tv", source_id=f"r{n}", as_of="2015-10-20") for n in (1, 2, 3)]
    time = found(*claims, sources=sources).loc["time"]
    assert time["state"] == "no_report"
    assert [f"{time[end]:%Y-%m-%d}" for end in ("start", "end")] == ["2015-10-06", "2015-11-01"]
    assert time["numbers"] == "3"
    assert found(*claims[:2], sources=sources[:2]).loc["time", "state"] == "held"


def test_a_report_ends_a_silence_though_it_tells_nothing_in_scope(found):
    days = ("2015-10-01", "2015-10-20", "2015-11-04")
    sources = [{"source_id": f"r{n}", "title": "T", "published": day} for n, day in enumerate(days, 1)]
    claims = [claim(f"c{n}", "tv", source_id=f"r{n}", as_of="2015-10-02") for n in (1, 3)]
    time = found(*claims, sources=sources).loc["time"]
    assert [f"{time[end]:%Y-%m-%d}" for end in ("start", "end")] == ["2015-10-02", "2015-10-19"]


def test_twelve_names_are_given_and_the_others_counted(found):
    people = [{"event_id": "relief", "actor_id": f"a{n}", "role": "target"} for n in range(15)]
    actors = [{"actor_id": f"a{n}", "name": f"Faction {n}", "kind": "armed_group"} for n in range(15)]
    rows = found(participants=people, actors=actors)
    assert rows.loc["losses", "lacking"].split("; ") == [f"Faction {n}" for n in range(12)]
    assert rows.loc["losses", "more"] == 3


def test_what_is_outside_the_scope_holds_nothing(make):
    far = claim("far", "wire", "dozens", counts="civilians", event_id=None, place_id="hama", actor_id=None)
    corpus = make(claim("near", "tv", "dozens"), far, participants=FIGHT)
    told = statements(corpus)
    within = scope(corpus, compared(told, corpus.places, corpus.events), region="Aleppo")
    rows = needs(corpus, within.claims(told), within.events(timeline(corpus, told))).set_index("need")
    assert rows.loc["civilians", "state"] == "no_figure"


def test_aleppo_lacks_civilians_first_and_the_exercise_holds_them(aleppo, seeds):
    for folder, state in ((aleppo, "no_figure"), (seeds / "exercise", "held")):
        corpus = load.corpus(folder)
        told = statements(corpus)
        rows = needs(corpus, told, timeline(corpus, told)).set_index("need")
        assert {rows.loc[need, "state"] for need in ("civilians", "displaced", "cut_off")} == {state}


SAID = st.tuples(
    st.sampled_from(["fatalities", "displaced", "strength", "population", "status", "facilities_hit"]),
    st.sampled_from(["", "civilians", "combatants"]),
    st.sampled_from(["isis", "government", ""]),
    st.sampled_from([None, 0, 7]),
)


@settings(max_examples=20)
@given(st.lists(SAID, max_size=8))
def test_nothing_is_said_to_be_held_without_a_claim_that_holds_it(pairs):
    claims = [
        claim(f"c{n}", "tv", measure=measure, counts=tags or None, actor_id=actor or None, wording="words",
              unit=None if measure == "status" else "persons", low=low, high=low)
        for n, (measure, tags, actor, low) in enumerate(pairs)
    ]  # fmt: skip
    corpus = corpus_of(
        {"claims": claims, "sources": [{"source_id": "r1", "title": "T"}],
         "speakers": [{"speaker_id": "tv", "name": "TV", "kind": "medium"}],
         "actors": [{"actor_id": key, "name": key, "kind": "state"} for key in ("isis", "government")],
         "events": [{"event_id": "relief", "title": "E", "kind": "other"}], "participants": FIGHT}
    )  # fmt: skip
    told = statements(corpus)
    rows = needs(corpus, told, timeline(corpus, told)).set_index("need")
    counted = told[told["low"].notna()]
    for need, families in {"civilians": "harm", "displaced": "displacement", "strength": "force"}.items():
        of = counted[counted["family"].eq(families)]
        held = rows.loc[need, "figure_ids"]
        assert set((held if isinstance(held, str) else "").split()) <= set(of["claim_id"])
        assert (rows.loc[need, "state"] == "no_figure") <= (
            need == "civilians" or of.empty or need == "strength"
        )
