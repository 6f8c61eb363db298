"""What a figure is of, in words: within a sentence, and at the head of a figure."""

from analysis.messages import joined, measure_words, say, tag_words
from analysis.messages.catalogue import current
from analysis.prose.names import named
from analysis.prose.sentences import Row


def stated(claim: Row) -> str:
    """What a figure is of, within a sentence: `the number of dead of ISIS at the Kweires air base`."""
    if claim["family"] == "front" and claim["actor"] and claim["place"]:
        return say("stated-distance-from", actor=named(claim["actor"]), place=named(claim["place"]))
    return _whose(claim, measure_stated(claim))


def measure_stated(claim: Row) -> str:
    """The measure of a claim within a sentence, without whom it counts: `the number of dead`."""
    key = f"stated-{claim['measure']}"
    noun = measure_words(claim["measure"], claim["noun"] or "")
    return say(key) if current().has(key) else say("stated-other", noun=noun)


def headed(claim: Row, number: float = 2) -> str:
    """What a figure is of, as its head: `troops besieged of the Syrian army, Kweires air base`.

    The measure agrees with the number; the place stands where the claim or its event has one.
    """
    if claim["family"] == "front" and claim["actor"] and claim["place"]:
        return stated(claim).removeprefix(say("stated-the"))
    what = _whose(claim, measure_words(claim["measure"], claim["noun"] or "", number))
    return say("headed-at", what=what, place=claim["place"]) if claim["place"] else what


def labelled(claim: Row, number: float = 2) -> str:
    """What a figure is of, as a label: `fatalities: ISIS, Kweires air base`, `sorties by Russia`."""
    if claim["family"] == "front" and claim["actor"] and claim["place"]:
        return headed(claim)
    if claim["actor_is"] == "doer" or not (claim["actor"] or claim["by"]):
        return headed(claim, number)
    what = measure_words(claim["measure"], claim["noun"] or "", number)
    if claim["counts"]:
        what = say("stated-tags", measure=what, tags=tag_words(claim["counts"]))
    by = say("done-by", name=named(claim["by"])) if claim["by"] and claim["by"] != claim["actor"] else ""
    whose = joined("join-comma", [claim["actor"] or "", by, claim["place"] or ""])
    return say("label-whose", what=what, whose=whose)


def _whose(claim: Row, what: str) -> str:
    """A measure with whom it counts, of whom or by whom, and who is said to have done it."""
    if claim["counts"]:
        what = say("stated-tags", measure=what, tags=tag_words(claim["counts"]))
    if claim["actor"]:
        doer = "by" if claim["actor_is"] == "doer" else "of"
        what = say(f"stated-{doer}", measure=what, actor=named(claim["actor"]))
    if claim["by"] and claim["by"] != claim["actor"]:
        what = say("stated-by", measure=what, actor=named(claim["by"]))
    return what
