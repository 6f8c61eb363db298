"""What an amount counts: the measure, by the words around it. Filled only where these are near and alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.derive.drafting.sentences import Span
from analysis.model.amounts import FoundAmount
from analysis.model.measures import Measure
from analysis.model.triggers import (
    BODIES,
    DEATHS,
    FRONT,
    OF_TROOPS,
    OWN_NOUNS,
    TAG_OF,
    TRIGGERS,
    TROOPS,
    Trigger,
)
from analysis.model.units import UNITS, is_a, unit_named

NEAR = 9
"""So far from an amount, in words, a trigger makes its measure sure; each mark between adds to it."""

FAR = 30
"""Beyond this a trigger is none."""

_COSTS = (
    (re.compile(r"[;:]|\s[\u2013\u2014]\s|[()]"), 7),
    (re.compile(r","), 3),
    (re.compile(r"\b(?:while|whereas|although|despite)\b"), 8),
    (re.compile(r"\b(?:and|but)\b"), 2),
)
_WORD = re.compile(r"[\w'\u2019-]+")
_PART = re.compile(
    r"(?:including|among (?:them|whom)|of (?:whom|which|them|these|the)|[0-9] of the)\W*$", re.IGNORECASE
)
_FATE = re.compile(
    r"\s+(?:of them\s+)?(?:were\s+|was\s+|have been\s+)?(destroyed|damaged|captured|abandoned)\b", re.I
)
_BEHIND = re.compile(r"^(?:\s+of (?:them|whom|which|the|these)\b)")
_OUT_OF = re.compile(r"\s+(?:out )?of\s+(?:the |its |their |some |about )?")
_ASIDE = re.compile(
    r"\s?[,(\u2013\u2014-]\s?(?:including|among them|mostly|most of them)\b[^,()\u2013\u2014;]*"
    r"(?:[,)\u2013\u2014]|$)",
    re.IGNORECASE,
)
"""What is said by the way between an amount and its verb: `five people, including a child, were hurt`."""

_NEW_CLAUSE = re.compile(r"[;.]\s|\b(?:while|whereas|although)\b")
_BY = re.compile(r"\s+by\b")
_VERB_NEAR = 2.5
"""How far from such a noun the verb may be that says so."""


@dataclass(frozen=True)
class Counted:
    """What an amount counts: `measure` and its `unit`, the tag of `counts` said with it, the span of the
    words that say so, whether that is `sure`, whether it was taken over from the amount before (`listed`),
    and whether the amount is a `part` of that one."""

    measure: str
    unit: str
    counts: str
    evidence: Span
    sure: bool
    listed: bool = False
    part: bool = False


def counted(
    text: str, sentence: Span, amounts: Sequence[FoundAmount], measures: Mapping[str, Measure]
) -> list[tuple[Counted, ...]]:
    """For each amount of a sentence what it may count, the likeliest first; nothing where no word says so."""
    triggers = _triggers(text, sentence)
    found: list[tuple[Counted, ...]] = []
    amounts = _of_the_same(text, amounts)
    for place, amount in enumerate(amounts):
        others = [(other.start, other.end) for other in amounts if other is not amount]
        ranked = _ranked(text, amount, triggers, others, measures)
        before = next((told[0] for told in reversed(found) if told and told[0].sure), None)
        found.append(_taken_over(text, amounts, place, ranked, before))
    return found


def _of_the_same(text: str, amounts: Sequence[FoundAmount]) -> list[FoundAmount]:
    """The amounts; a bare one that is of the things of its neighbour has that one's unit: `26 of 28 drones`,
    `31 drones, 23 of which`."""
    known = list(amounts)
    for place, one in enumerate(known):
        if one.unit or one.noun:
            continue
        behind = known[place + 1] if place + 1 < len(known) else None
        before = known[place - 1] if place else None
        if behind is not None and _OUT_OF.fullmatch(text[one.end : behind.start]):
            known[place] = replace(one, unit=behind.unit, noun=behind.noun)
        elif before is not None and _BEHIND.match(text[one.end :]):
            known[place] = replace(one, unit=before.unit, noun=before.noun)
    return known


def _triggers(text: str, sentence: Span) -> list[tuple[Trigger, Span]]:
    return [(trigger, hit.span()) for trigger in TRIGGERS for hit in trigger.words.finditer(text, *sentence)]


def _ranked(
    text: str,
    amount: FoundAmount,
    triggers: Sequence[tuple[Trigger, Span]],
    others: Sequence[Span],
    measures: Mapping[str, Measure],
) -> tuple[Counted, ...]:
    """The measures of the triggers that fit the unit, the nearest first, each once."""
    own = _own_measure(amount, measures)
    costs: dict[str, tuple[float, int, Counted]] = {}
    for order, (trigger, span) in enumerate(triggers):
        unit = _unit_for(amount, trigger)
        if not unit or trigger.measure not in measures:
            continue
        cost = _distance(text, amount, span, others)
        if trigger.measure in OWN_NOUNS and not amount.definite and amount.start <= span[0] < amount.end:
            cost += _VERB_NEAR
        if trigger.measure == "front_distance" and not FRONT.search(
            text[max(0, amount.start - 60) : amount.end + 60]
        ):
            cost += FAR
        measure = _for_troops(trigger.measure, amount)
        tags = _tags(amount, measure, trigger)
        one = Counted(measure, unit, tags, span, cost <= NEAR)
        if cost <= FAR and cost < costs.get(measure, (FAR + 1.0,))[0]:
            costs[measure] = (cost, order, one)
    ranked = [one for _, _, one in sorted(costs.values(), key=lambda told: told[:2])]
    if len(ranked) > 1 and _either(text, ranked[0].evidence, ranked[1].evidence):
        ranked = [replace(one, sure=False) for one in ranked]
    return (own, *ranked) if own else tuple(ranked)


def _own_measure(amount: FoundAmount, measures: Mapping[str, Measure]) -> Counted | None:
    """The measure of a corpus whose own noun or unit the amount names."""
    for measure in measures.values():
        nouns = [noun.strip().lower() for noun in measure.noun.split("/")]
        own = amount.noun in measure.units and amount.noun not in UNITS
        if measure.noun and amount.noun and (amount.noun in nouns or own):
            return Counted(
                measure.name, measure.units[0] if measure.units else "", "", (amount.start, amount.end), True
            )
    return None


def _unit_for(amount: FoundAmount, trigger: Trigger) -> str:
    """The unit of the claim: that of the noun, or the first of the measure for a bare number of people."""
    name = amount.unit.partition(" per ")[0]
    if not name:
        named = amount.wording.rpartition(" ")[2][:1].isupper()
        bare = (named or not amount.noun) and trigger.units[0] == "persons"
        return "persons" if bare else ""
    unit = unit_named(name)
    known = any(unit.name == wanted or is_a(unit, unit_named(wanted)) for wanted in trigger.units)
    return amount.unit if known else ""


def _distance(text: str, amount: FoundAmount, span: Span, others: Sequence[Span]) -> float:
    """How far a trigger is from an amount: words between, and what parts them. Words that stand within the
    amount are nearest, and of two as far the one behind is nearer."""
    if span[0] < amount.end and amount.start < span[1]:
        return 0.0
    if any(start <= span[0] and span[1] <= end for start, end in others):
        return FAR + 1.0
    behind = span[0] >= amount.end
    first, last = (amount.end, span[0]) if behind else (span[1], amount.start)
    aside = _ASIDE.match(text, first, last) if behind else None
    first = aside.end() if aside else first
    between = text[first:last]
    cost = len(_WORD.findall(between)) + (bool(_BY.match(text, span[1])) if behind else 0.5)
    cost += sum(price * len(pattern.findall(between)) for pattern, price in _COSTS)
    return cost + 3 * sum(1 for start, end in others if first <= start and end <= last)


def _either(text: str, one: Span, other: Span) -> bool:
    """Whether two words are told as one: `killed or injured`."""
    first, last = sorted((one, other))
    return bool(re.fullmatch(r"\s(?:or|and|and/or)\s", text[first[1] : last[0]]))


def _for_troops(measure: str, amount: FoundAmount) -> str:
    """Soldiers are counted by a measure of their own where there is one."""
    return OF_TROOPS.get(measure, measure) if amount.noun in TROOPS else measure


def _tags(amount: FoundAmount, measure: str, trigger: Trigger) -> str:
    tag = TAG_OF.get(amount.noun, "")
    if tag == BODIES and measure != DEATHS:
        tag = ""
    return trigger.counts or tag


def _taken_over(
    text: str,
    amounts: Sequence[FoundAmount],
    place: int,
    ranked: tuple[Counted, ...],
    before: Counted | None,
) -> tuple[Counted, ...]:
    """What the amount before counts, where this one is a part of it or the next of its list."""
    if not place or before is None:
        return ranked
    amount, last = amounts[place], amounts[place - 1]
    fate = _FATE.match(text[amount.end :])
    if fate and before.measure == "losses" and not (amount.unit or amount.noun):
        span = (amount.end + fate.start(1), amount.end + fate.end(1))
        return (Counted("losses", before.unit, fate[1].lower(), span, True, listed=True),)
    between = text[last.end : amount.start]
    bare = not amount.unit and not amount.noun
    same = bare or amount.unit == before.unit or amount.unit.partition(" per ")[0] == before.unit
    part = same and bool(_PART.search(between) or _BEHIND.search(text[amount.end :]))
    listed = same and not _NEW_CLAUSE.search(between) and len(_WORD.findall(between)) <= 6
    if not (part or listed) or (ranked and ranked[0].sure and not part):
        return ranked
    own = ranked[0] if ranked and ranked[0].sure and ranked[0].measure != before.measure else None
    if own is not None and not (part and _apart_from(text, amount, own.evidence)):
        return ranked
    tag = TAG_OF.get(amount.noun, "") if amount.noun or part else before.counts
    unit = amount.unit or before.unit
    taken = Counted(before.measure, unit, tag, before.evidence, True, listed=True, part=part)
    return (taken, *(one for one in ranked if one.measure != taken.measure))


def _apart_from(text: str, amount: FoundAmount, evidence: Span) -> bool:
    """Whether a mark parts an amount from the words: these are then of the rest of the sentence."""
    first, last = sorted(((amount.start, amount.end), evidence))
    return bool(re.search(r"[,;:()\u2013\u2014]", text[first[1] : last[0]]))
