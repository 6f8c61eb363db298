"""What a timeline is lettered with, how many events are counted by month, and the lanes of control."""

import pandas as pd
import pytest

from analysis.derive import event_counts, holdings, lanes, statements, timeline
from tests.derive.conftest import claim

STATED = {"measure": "start", "unit": None}
HAPPENED = {"measure": "occurrence", "unit": None}


def only(make, *claims, **event):
    corpus = make(
        *claims, events=[{"event_id": "relief", "title": "Siege", "date": "2013/2015-11-10"} | event]
    )
    return timeline(corpus, statements(corpus)).iloc[0]


def test_an_event_is_dated_in_the_words_of_those_who_date_it(make):
    row = only(
        make,
        claim("length", "tv", "over a year") | {"measure": "duration", "unit": "years"},
        claim("told", "author", source_id="r2") | HAPPENED,
        claim("began", "wire", "since 2013") | STATED | {"as_of": "2013"},
        claim("again", "author", "since 2013") | STATED | {"source_id": "r3", "as_of": "2013"},
    )
    assert row["dated_as"] == "since 2013; over a year"


def test_a_denied_start_dates_nothing_and_carries_nothing(make):
    row = only(
        make,
        claim("told", "author") | HAPPENED,
        claim("denied", "tv", "never began") | STATED | {"stance": "denies", "about": "told"},
    )
    assert pd.isna(row["dated_as"])
    assert row["cite_ids"] == "told"


def test_the_claims_cited_date_it_first_and_are_of_different_reports(make):
    row = only(
        make,
        claim("one", "author") | HAPPENED,
        claim("two", "tv") | HAPPENED,
        claim("view", "wire") | {"measure": "assessment", "unit": None, "source_id": "r3"},
        claim("began", "wire", "since 2013", source_id="r2") | STATED,
    )
    assert row["cite_ids"] == "began one"
    assert row["cites"].split("; ")[0].startswith("2 p1")
    assert len(row["cites"].split("; ")) == 2


def test_an_event_that_is_only_spoken_of_cites_who_speaks(make):
    row = only(make, claim("view", "wire") | {"measure": "assessment", "unit": None})
    assert row["cite_ids"] == "view"


def many(dates: list[tuple[str, str | None, str | None]]) -> pd.DataFrame:
    """Events by kind, first and last day, each of one day or none."""
    frame = pd.DataFrame(dates, columns=["kind", "start", "end"])
    days = frame.assign(start=pd.to_datetime(frame["start"]), end=pd.to_datetime(frame["end"]))
    return days.assign(start_latest=days["start"], attested=days["end"])


def test_sixty_events_are_shown_each_and_sixty_one_are_counted():
    assert event_counts(many([("fighting", "2031-03-01", "2031-03-01")] * 60)).empty
    (row,) = event_counts(many([("fighting", "2031-03-01", "2031-03-01")] * 61)).itertuples()
    assert (row.kind, row.start, row.end, row.events, row.sure) == (
        "fighting", pd.Timestamp("2031-03-01"), pd.Timestamp("2031-03-31"), 61, 61,
    )  # fmt: skip


def test_events_are_counted_by_kind_and_month_none_lost(make):
    rows = many(
        [("fighting", "2031-03-09", "2031-04-02")] * 50
        + [("shelling", None, "2031-04-30")] * 9
        + [("shelling", None, None)] * 3
        + [("fighting", "2031-05-01", None)] * 2
    )
    rows.loc[:4, "start_latest"] = pd.Timestamp("2031-04-01")
    counts = event_counts(rows)
    assert counts["events"].sum() == len(rows)
    told = {
        (row.kind, f"{row.start:%m}" if row.start == row.start else None): row for row in counts.itertuples()
    }
    assert (told["fighting", "03"].events, told["fighting", "03"].sure) == (50, 45)
    assert (told["shelling", "04"].events, told["shelling", "04"].sure) == (9, 0)
    assert told["shelling", None].events == 3
    assert list(dict.fromkeys(counts["kind"])) == ["fighting", "shelling"]


def test_many_kinds_are_counted_together_and_decades_by_year():
    rows = many([(f"kind-{n % 20:02}", f"{1990 + n % 30}-06-01", None) for n in range(200)])
    counts = event_counts(rows)
    assert counts["kind"].nunique() == 13
    assert counts["kind"].isna().any()
    assert counts["events"].sum() == 200
    assert (counts["end"] - counts["start"]).dt.days.min() >= 364


def test_what_is_outside_the_scope_is_not_counted():
    rows = many([("fighting", "2031-03-01", "2031-03-01")] * 70)
    assert event_counts(rows.assign(in_scope=[True] * 65 + [False] * 5))["events"].sum() == 65


def held(make, *rows: tuple[str, str, str, str]):
    """Lanes of holds as (place, actor, status, date), carried by a claim of the report of 10 November."""
    control = [
        {"place_id": place, "actor_id": actor, "status": status, "date": date, "basis": "claimed"}
        | {"claim_id": "told"}
        for place, actor, status, date in rows
    ]
    told = claim("told", "tv") | {"measure": "control", "unit": None, "event_id": "relief"}
    people = [{"event_id": "relief", "actor_id": "isis", "role": "attacker", "claim_id": "told"}]
    corpus = make(told, control=control, participants=people)
    return lanes(holdings(corpus, statements(corpus)))


def test_each_place_has_one_lane_and_those_that_change_hands_come_first(make):
    rows = held(
        make,
        ("hama", "isis", "contested", "2015-11-01/.."),
        ("base", "government", "held", "2015-10-12/.."),
        ("villages", "isis", "lost", "2015-10-10"),
        ("villages", "ahrar", "held", "2015-10-10/.."),
    )
    places = rows.drop_duplicates("lane").set_index("lane")["place_id"]
    assert places[0] == "villages"
    assert set(places) == {"villages", "hama", "base"}
    assert rows.set_index("place_id")["changes"].groupby(level=0).first().to_dict() == {
        "base": False, "hama": False, "villages": True,
    }  # fmt: skip


def test_holds_that_follow_one_another_share_a_strip_and_those_that_overlap_do_not(make):
    rows = held(
        make,
        ("base", "government", "held", "2015-10-01/2015-10-10"),
        ("base", "isis", "held", "2015-10-10/2015-10-20"),
        ("base", "ahrar", "contested", "2015-10-15/2015-10-25"),
        ("base", "isis", "lost", "2015-10-20"),
    ).set_index(["actor_id", "status"])
    assert rows.loc[("government", "held"), "level"].item() == 0
    assert rows.loc[("isis", "held"), "level"].item() == rows.loc[("isis", "lost"), "level"].item() == 0
    assert rows.loc[("ahrar", "contested"), "level"].item() == 1


def test_claimants_of_the_same_days_are_stacked(make):
    rows = held(make, ("base", "isis", "contested", "/.."), ("base", "ahrar", "contested", "/.."))
    assert sorted(rows["level"]) == [0, 1]


def test_who_besieges_is_who_attacks_in_the_event_of_the_claim(make):
    rows = held(make, ("base", "government", "besieged", "2013/2015-11-10"),
                ("base", "government", "held", "2015-11-10/.."))  # fmt: skip
    assert list(rows["by"].fillna("")) == ["ISIS", ""]
    assert rows["changes"].all()


def test_beyond_the_most_places_rows_stay_without_a_lane(make):
    rows = held(
        make, ("base", "government", "held", "2015-10-12/.."), ("hama", "isis", "held", "2015-10-13/..")
    )
    few = lanes(rows.drop(columns=["lane", "level", "changes"]), most=1)
    assert len(few) == 2
    assert few["lane"].isna().sum() == few["level"].isna().sum() == 1


def test_what_a_scope_says_of_a_row_stays_beside_it(make):
    rows = held(make, ("base", "government", "held", "2015-10-12/.."))
    marked = rows.drop(columns=["lane", "level", "changes"]).assign(in_scope=False, context="reversal")
    assert list(lanes(marked)["context"]) == ["reversal"]
    assert lanes(marked.head(0)).empty


@pytest.mark.parametrize("most", [0, 1])
def test_without_holds_there_are_no_lanes(make, most):
    corpus = make(claim("told", "tv"))
    assert lanes(holdings(corpus, statements(corpus)), most=most).empty
