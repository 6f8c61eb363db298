"""The gold coding of the exercise: what the comparison must say of each case, found in its groups."""

import csv
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from analysis import load
from analysis.derive import compared, ledger, statements, timeline, uncompared

SEED = Path(__file__).parents[2] / "seeds" / "exercise"
CASES = list(csv.DictReader((SEED / "expected.csv").read_text("utf-8").splitlines()))


@cache
def coded():
    """The statements of the exercise with their groups, the ledger and the pairs not compared."""
    corpus = load.corpus(SEED, "restricted")
    told = statements(corpus)
    groups = compared(told, corpus.places, corpus.events)
    pairs = uncompared(told, groups, corpus.places, corpus.events)
    return corpus, told, groups.set_index("group_id"), ledger(told, groups).set_index("claim_id"), pairs


def judged(keys):
    """What these claims of one group come to by themselves."""
    corpus, told, *_ = coded()
    alone = compared(told[told["claim_id"].isin(keys)], corpus.places, corpus.events)
    (group,) = alone.to_dict("records")
    verdict = "later" if group["because"] == "later" else group["verdict"]
    return {verdict, "one_origin" if group["origin"] == "one" else "several"}


def found(keys):
    """What the comparison says of the claims: a word for each thing that `expected.csv` may ask for."""
    _, _, groups, rows, pairs = coded()
    rows = rows.loc[keys]
    met = groups.loc[list(dict.fromkeys(rows["group_id"].dropna()))]
    said = {"denial_not_counted"} if rows["stance"].isin(["denies", "doubts"]).any() else set()
    stated = rows[~rows["stance"].isin(["denies", "doubts"])]
    if len(met) == 1 and stated["standing"].eq("compared").any() and stated["group_id"].notna().all():
        said |= judged(stated[stated["standing"] == "compared"].index)
        later = met["because"].eq("later").any() or stated["standing"].eq("earlier").any()
        said |= {"later"} if later else set()
    said |= {"revised"} if rows["standing"].eq("revised").any() and len(met) == 1 else set()
    for group_id, group in met.iterrows():
        wholes, breached = str(group["part_of"]).split(), str(group["breach"]).split()
        said |= {"breach"} if set(breached) & set(met.index) else set()
        said |= {"part"} if (set(wholes) - set(breached)) & set(met.index) else set()
        among = pairs[(pairs["group_id"] == group_id) & pairs["other_id"].isin(met.index)]
        said |= {f"not_comparable:{reason}" for reason in among["reason"] if reason not in ("part", "breach")}
    if len(met) > 1 and met[["measure", "unit"]].drop_duplicates().shape[0] > 1:
        said.add("not_comparable:measure")
    return said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_comparison_says_what_the_gold_coding_expects(case):
    assert case["expect"] in found(case["claim_ids"].split()), case["why"]


def test_every_stated_contradiction_is_expected():
    """No group is apart, and no part exceeds its whole, but where the gold coding says so."""
    _, _, groups, rows, _ = coded()
    said = [case for case in CASES if case["expect"] in ("apart", "breach")]
    expected = {key for case in said for key in case["claim_ids"].split()}
    apart = groups["verdict"].eq("apart") & groups["because"].ne("later")
    told = groups[apart | groups["breach"].notna()]
    claims = told["claim_ids"] + " " + told["earlier_ids"].fillna("")
    assert [group for group, keys in claims.items() if not set(keys.split()) & expected] == []
    assert rows["standing"].notna().sum() > 100


def test_no_denial_tells_of_an_event():
    corpus, told, _, _, _ = coded()
    against = set(told.loc[told["stance"].isin(["denies", "doubts"]), "claim_id"])
    telling = timeline(corpus, told)["told_by"].dropna().str.split().explode()
    assert not against & set(telling)
    assert pd.notna(telling).any()
