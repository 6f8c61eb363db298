"""Contract of the story: the events that page one tells, in the order in which it tells them."""

from analysis.model.frames.contract import Column, count, flag, number, text
from analysis.model.frames.events import TIMELINE


def _named(role: str, who: str) -> Column:
    return text(role, f"Names of {who}, joined by semicolons, the first named first.", "nobody is named")


STORY = TIMELINE.extended(
    "story",
    "one row per event that page one tells, by thread and in the order of telling",
    ("event_id",),
    "derive.story",
    count("thread", "Number of the thread, from 1: what happened at one place at one time."),
    flag("leads", "Whether it is the event by which its thread is told; others only add to it."),
    flag("later", "Whether it came after its leader and undid or ended what that brought about."),
    number("weight", "What it weighs: deaths, change of control, change of side, contradiction.", "points"),
    text("place_kind", "What sort of place it is.", "no place is named"),
    _named("attackers", "those who acted"),
    _named("defenders", "those who were attacked and held the place"),
    _named("supporters", "those who supported those who acted"),
    _named("targets", "targets and victims"),
    _named("signatories", "those who signed or agreed"),
    flag("disputed", "Whether voices name different doers of it, and no voice names them together."),
    text("teller_ids", "Keys of the claims that carry the sentence, joined by spaces.", "nobody tells of it"),
    text("doer_ids", "Keys of the claims by which those who acted are named, joined by spaces.", "none is"),
    text("supporter_ids", "Keys of the claims by which supporters are named, joined by spaces.", "none is"),
)  # fmt: skip
