"""Forces in prose: every figure with its words, speaker and place in a report."""

import pandas as pd

from analysis.messages import code_words, joined, say
from analysis.model import Passage
from analysis.model.frames import AGAINST, CLAIMED, takes
from analysis.prose.sentences import (
    Row,
    capital,
    chained,
    cited,
    in_scope,
    marked,
    number_of,
    outside_words,
    passage,
    plain_rows,
    said,
    subject,
    through,
    when,
)


@takes(rows=CLAIMED)
def figures(rows: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per claim of `frames.CLAIMED`, at most `most`; then how many more the data holds."""
    passages = [_figure(claim) for claim in plain_rows(rows.head(most))]
    if len(rows) > most:
        passages.append(passage("figures-further", number=len(rows) - most))
    return passages


@takes(front=CLAIMED)
def movement(front: pd.DataFrame) -> list[Passage]:
    """One passage per front of which claims give different figures on different days, day by day."""
    passages = []
    for _, one in front.groupby(["measure", "actor_id", "place_id", "unit"], dropna=False, sort=False):
        if in_scope(one).empty:
            continue
        by_day = one.groupby(["as_of_start", "as_of"], dropna=False, sort=True)
        days = [plain_rows(claims) for _, claims in by_day]
        if len(days) > 1:
            told = chained("join-then-further", map(_on_one_day, days))
            passages.append(passage("movement", subject=capital(subject(days[0][0])), days=told))
    return passages


def _on_one_day(claims: list[Row]) -> Passage:
    day = when(claims[0]["as_of"])
    told = [
        passage("said-by", said=said(claim), speaker=claim["speaker"], cites=cited([claim]))
        for claim in claims
    ]
    reason = next((claim["context"] for claim in claims if claim.get("context")), None)
    if reason:
        day = say("day-outside", day=day, reason=outside_words(reason))
    return passage("said-as-of", told=chained("join-or", told), day=day)


def _figure(claim: Row) -> Passage:
    speaker = through(claim)
    about = capital(subject(claim, number_of([claim])))
    against = claim["stance"] in AGAINST
    head = say(
        f"figure-{claim['stance']}" if against else "figure", subject=about, said=said(claim), speaker=speaker
    )
    if claim["as_of"]:
        head = say("figure-as-of", figure=head, day=when(claim["as_of"]))
    notes = [
        code_words("method", claim["method"]) if claim["method"] != "reported" else "",
        say("note-numbers-coded") if claim["numbers_from"] == "coder" else "",
        say("note-graded", grade=claim["grade"]),
    ]
    if claim["speaker_reliability"]:
        notes.append(say("note-speaker-graded", grade=claim["speaker_reliability"]))
    told = passage("figure-noted", figure=head, notes=joined("join-comma", notes), cites=cited([claim]))
    return marked(claim, told)
