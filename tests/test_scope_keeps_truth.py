"""A filter narrows what is told, never what is true: random scopes of the corpora that come with Sitrep."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import derive, load, prose

SEEDS = Path(__file__).parent.parent / "seeds"
CORPORA = sorted(path.parent.name for path in SEEDS.glob("*/datapackage.json"))
ADDED = ["in_scope", "context"]
DAYS = [f"{year}-{month:02}" for year in range(2013, 2027) for month in (1, 4, 10, 11, 12)] + [
    "2015-10-10",
    "",
]


class Told:
    """All that a briefing derives from a corpus, and what it says of it."""

    def __init__(self, name: str) -> None:
        self.corpus = load.corpus(SEEDS / name)
        self.statements = derive.statements(self.corpus)
        self.groups = derive.compared(self.statements, self.corpus.places, self.corpus.events)
        self.timeline = derive.timeline(self.corpus, self.statements)
        self.held = derive.holdings(self.corpus, self.statements)
        self.ties = derive.ties(self.corpus, self.statements)
        self.sides = derive.sides(self.ties, self.corpus.actors)
        self.figures = derive.key_figures(self.statements, self.groups)
        self.forces = derive.claimed_forces(self.statements)
        self.names = [*self.corpus.actors["name"]]
        self.regions = ["", *self.corpus.places["name"]]
        self.said = set(sentences(self.statements, self.groups))
        self.stories = {key: self.story_of(key) for key in self.timeline["event_id"]}

    def story_of(self, event, timeline=None, statements=None, groups=None):
        """What is told of one event, from frames that may be narrowed, else from the whole."""
        timeline, statements, groups = (
            whole if narrow is None else narrow
            for whole, narrow in zip(
                (self.timeline, self.statements, self.groups), (timeline, statements, groups), strict=True
            )
        )
        alone = timeline[timeline["event_id"] == event]
        rows = derive.story(self.corpus, alone, statements, groups)
        front = derive.claimed_front(self.statements).head(0)
        return {str(one) for told in prose.story(rows, statements, groups, front) for one in told}

    def frames(self, within):
        """Each frame with the narrowed one."""
        return [
            (self.statements, within.claims(self.statements)),
            (self.groups, within.groups(self.groups)),
            (self.timeline, within.events(self.timeline)),
            (self.held, within.holdings(self.held)),
            (self.ties, within.ties(self.ties)),
            (self.sides, within.sides(self.sides)),
            (self.figures, within.figures(self.figures)),
            (self.forces, within.figures(self.forces)),
        ]


def rows_of(frame):
    return set(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


told_of = cache(Told)


@st.composite
def scopes(draw):
    told = told_of(draw(st.sampled_from(CORPORA)))
    start, end = draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))
    start, end = sorted((start, end)) if start and end else (start, end)
    factions = draw(st.lists(st.sampled_from(told.names), max_size=2, unique=True))
    asked = {"region": draw(st.sampled_from(told.regions)), "start": start, "end": end, "factions": factions}
    return told, derive.scope(told.corpus, told.groups, **asked)


def sentences(statements, groups):
    """What is said of groups, one text each."""
    return [str(one) for one in prose.claims.contradictions(statements, groups, most=10_000)]


@given(scopes())
def test_what_is_narrowed_says_of_each_row_what_the_whole_says(asked):
    told, within = asked
    for whole, narrow in told.frames(within):
        columns = list(whole.columns)
        assert rows_of(narrow[columns]) <= rows_of(whole)


@given(scopes())
def test_every_sentence_of_a_narrowed_briefing_is_one_of_the_whole(asked):
    told, within = asked
    narrow = sentences(within.claims(told.statements), within.groups(told.groups))
    unmarked = {said.split(": ", 1)[1] if said.startswith("Outside the scope") else said for said in narrow}
    assert unmarked <= told.said


@settings(max_examples=30)
@given(scopes())
def test_an_event_is_told_in_a_narrowed_briefing_as_in_the_whole(asked):
    told, within = asked
    timeline = within.events(told.timeline)
    shown = timeline, within.claims(told.statements), within.groups(told.groups)
    for event in timeline.loc[timeline["in_scope"], "event_id"].head(4):
        assert told.story_of(event, *shown) <= told.stories[event]


@given(scopes())
def test_whoever_is_on_no_side_is_on_none_in_the_whole(asked):
    told, within = asked
    whole = told.sides.set_index("actor_id")["side"]
    narrow = within.sides(told.sides).set_index("actor_id")["side"]
    alone = set(narrow.index[narrow.isna()])
    assert whole[list(alone)].isna().all()
    assert narrow.groupby(narrow).size().to_dict().items() <= whole.groupby(whole).size().to_dict().items()


@given(scopes())
def test_every_claim_that_a_narrowed_frame_names_is_shown(asked):
    """Whatever is told cites claims that the register of the briefing holds."""
    told, within = asked
    shown = set(within.claims(told.statements)["claim_id"])
    narrow = (within.groups(told.groups), within.holdings(told.held), within.ties(told.ties))
    cited = [keys for frame in narrow for keys in frame["claim_ids"].dropna().str.split()]
    assert {key for keys in cited for key in keys} <= shown


@pytest.mark.parametrize("name", CORPORA)
def test_a_region_holds_nothing_of_another_place(name):
    told = told_of(name)
    places = told.corpus.places.set_index("place_id")["name"]
    events = told.corpus.events.set_index("event_id")["place_id"]
    for place, region in places.items():
        within = derive.scope(told.corpus, told.groups, region=region)
        rows = within.figures(told.statements)
        rows = rows[rows["in_scope"]]
        of_event = rows["event_id"].map(events)
        inside = within.wish.places
        assert place in inside
        assert (rows["place_id"].isin(inside) | of_event.isin(inside)).all(), region
        assert pd.concat([rows["place_id"], of_event]).notna().any() or rows.empty
