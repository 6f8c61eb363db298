"""Who says what a sentence tells: the words of the report for its speaker, and those through whom it came."""

import re
from dataclasses import dataclass

from analysis.derive.drafting.sentences import Span

_VERB = (
    r"(?:said|says|say|told|claim(?:ed|s)?(?! (?:[\w,]+ ){0,3}lives)|reported|reports|announced|stated|states"
    r"|estimated|estimates|estimate|confirmed|confirms|denied|denies|deny|admitted|admits|acknowledged|added|adds|insisted|insists"
    r"|wrote|writes|warned|warns|notes|noted|believes|believed|counted|recorded|documented|put|puts|called"
    r"|accused|accuses|alleged|alleges|asserted|declared|boasted|maintains|keeps to|speaks of|spoke of"
    r"|had spoken of|has recorded|has documented|has counted|has confirmed|has said|had said|have said"
    r"|have recorded|has called|described|describes|verified|has verified|listed|expects|projects)"
)
_TITLE = r"\b(?:Gen|Lt|Col|Maj|Capt|Brig|Sgt|Cmdr|Adm|Dr|Mr|Mrs|Ms|St|U\.[NS])\. ?"
_NP = rf"(?:{_TITLE}|[^,;:.!?\u201c\u201d\"()]){{2,110}}?"
_APPOSED = r"(?: \([^()]{2,30}\))?(?:, [^,;:\u201c\u201d\"]{2,80},)?"
_NAME_START = (
    r"(?:[A-Z\u00c0-\u024f\u0400-\u04ff\u10d0-\u10ff\u0600-\u06ff]"
    r"|al[- ]|(?:the|a|an|one|two|three|another|some|several)\b)"
)

_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>{_NP}{_APPOSED})(?=[.;:\u201d\"]|, |\s(?:said|who|which|and|that|in a|on)\b"
    rf"|$)"
)
_BEHIND = re.compile(
    rf"(?:,[\u201d\"]?|[\u201d\"])\s+(?P<who>{_NAME_START}?{_NP}{_APPOSED})\s+(?P<verb>{_VERB})\b"
)
_INVERTED = re.compile(
    rf"(?:,[\u201d\"]?|[\u201d\"])\s+(?P<verb>said|says|wrote|added)\s+(?P<who>{_NP})(?=[.,;]|$)"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[;:] )|(?<=\u201c)|(?<=, and )|(?<=, but )|(?<= while )"
    rf"|(?<= and ))(?P<who>{_NAME_START}{_NP}{_APPOSED})"
    rf"\s+(?:also |later |earlier |meanwhile |then |still |only |now |once )?(?P<verb>{_VERB})\b"
)
_MONTH_OR_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[0-9])"
_THROUGH = re.compile(
    rf"\b(?:through (?!{_MONTH_OR_DAY})|(?:citing|quoting|quoted by|cited by) )(?P<who>{_NP})(?=[,.;:]|$)"
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|(?:is|are|was|were) (?:said|believed|reported|thought|understood|alleged) to"
    r"|(?:it|there) (?:is|was) (?:said|reported)|reports (?:said|suggest)|rumou?rs?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:he|she|they|it|who|we|i|there|this|that|these|those|which|what|all|both|none|some|others)$", re.I
)
_NOBODY = re.compile(
    r"\b(?:toll|number|strike|attack|shelling|fighting|death|deaths|siege|offensive|day|week|month|year|people"
    r"|people|dead|it|that|war|figures?|total|bodies|information|data|statistics)$",
    re.IGNORECASE,
)
_STANCES = {
    "denies": re.compile(r"\b(?:den(?:y|ies|ied)|rejected|refuted|dismissed)\b"),
    "doubts": re.compile(
        r"\b(?:hard to believe|exaggerated|doubt\w*|questioned|could not be (?:verified|confirmed))\b"
    ),
    "confirms": re.compile(r"\b(?:confirm(?:s|ed)?)\b"),
    "revises": re.compile(r"\b(?:revis(?:es|ed|ing)|rose to|risen to|up from|down from|has reached)\b"),
}
_NO_NAME = re.compile(
    rf"^(?:[0-9]|{_VERB} |(?:with|by|in|of|but|at least|more than|over|about|around|nearly|almost|up to"
    r"|which|who|that|there)\b)"
    r"|\b(?:is|are|was|were|be|been|being|not|did|does|do|a|an|the)$",
    re.IGNORECASE,
)
"""What nobody is called: an amount, or words before a participle: `three people were reported`."""

_LEAD = re.compile(
    r"^(?:meanwhile|however|elsewhere|additionally|separately|while|(?:last|this) (?:week|month|year)"
    r"|also|earlier|later|still|then|but|and|on \w+day|yesterday|today"
    r"|in a statement|that|as)\b,?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Voice:
    """Who says something: the words of the report and their span; the span over which it speaks; through whom
    it came, origin first, as words with spans; the rule. Words are empty where nobody is named: hearsay."""

    words: str
    start: int
    end: int
    over: Span
    through: tuple[tuple[str, int, int], ...]
    rule: str


def voices_in(text: str, sentences: tuple[Span, ...]) -> tuple[Voice, ...]:
    """Who speaks in each sentence of a paragraph, from left to right; of a sentence without a voice none, but
    where a quotation goes on, or where `he said` has one speaker only to stand for."""
    found: list[Voice] = []
    for sentence in sentences:
        named = _named_in(text, sentence)
        resolved = [one for one in (_resolved(voice, found) for voice in named) if one is not None]
        found += resolved or _going_on(text, sentence, found)
    return tuple(found)


def voice_of(place: Span, sentence: Span, voices: tuple[Voice, ...]) -> Voice | None:
    """Who says what stands at `place`: the voice over the narrowest span around it; None is the report."""
    around = [one for one in voices if one.over[0] <= place[0] and place[1] <= one.over[1]]
    within = [one for one in around if sentence[0] <= one.over[0] and one.over[1] <= sentence[1] + 1]
    return min(within, key=lambda one: one.over[1] - one.over[0], default=None)


def stances_in(text: str, span: Span) -> tuple[tuple[str, int, int], ...]:
    """What a sentence may do with another claim, each with the words that say so."""
    hits = ((stance, words.search(text, *span)) for stance, words in _STANCES.items())
    return tuple((stance, hit.start(), hit.end()) for stance, hit in hits if hit is not None)


def _named_in(text: str, sentence: Span) -> list[Voice]:
    """The voices that a sentence names, each over the part of it that it says."""
    start, end = sentence
    part = text[start:end]
    hits = []
    for rule, pattern in (
        ("according to", _ACCORDING),
        ("said behind", _BEHIND),
        ("said behind", _INVERTED),
        ("said before", _BEFORE),
    ):
        for hit in pattern.finditer(part):
            who, shift = _trimmed(hit["who"])
            if who and not _NOBODY.search(who) and len(who.split()) <= 16:
                at = start + hit.start("who") + shift
                hits.append((at, at + len(who), who, rule, start + hit.start(), start + hit.end()))
    hits, carried = _carried(part, start, _apart(hits))
    through = tuple(
        (hit["who"].strip(), start + hit.start("who"), start + hit.end("who"))
        for hit in _THROUGH.finditer(part)
    )
    voices = [
        Voice(who, at, stop, _over(text, sentence, number, hits), carried.get(number, through), rule)
        for number, (at, stop, who, rule, _, _) in enumerate(hits)
    ]
    if not voices:
        hearsay = _HEARSAY.search(part)
        if hearsay:
            voices = [Voice("", start + hearsay.start(), start + hearsay.end(), sentence, (), "hearsay")]
    return voices


def _trimmed(who: str) -> tuple[str, int]:
    """The words for a speaker without what leads to them, and how many letters were taken off in front."""
    lead = _LEAD.match(who)
    rest = who[lead.end() :] if lead else who
    if " that " in rest or rest.endswith(" that"):
        at = rest.index(" that") + 6
        behind = rest[at:].rstrip(" ,")
        return ("" if _NO_NAME.search(behind) else behind), len(who) - len(rest) + at
    rest = re.sub(r"\s(?:has|had|have|also|who|which)$", "", rest.rstrip(" ,"))
    if _NO_NAME.search(rest):
        return "", 0
    return ("" if rest.lower() in ("has", "had", "have") else rest), lead.end() if lead else 0


_Hit = tuple[int, int, str, str, int, int]


def _apart(hits: list[_Hit]) -> list[_Hit]:
    """Those that share neither words nor verb, the earliest and shortest first."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda one: (one[1], -one[0])):
        if not kept or (hit[0] >= kept[-1][1] and hit[4] >= kept[-1][5]):
            kept.append(hit)
    return kept


LAST_WORDS = 4
"""So many words may follow on who carries a statement: `, AFP said on Friday.`"""

_Carried = dict[int, tuple[tuple[str, int, int], ...]]


def _carried(part: str, start: int, hits: list[_Hit]) -> tuple[list[_Hit], _Carried]:
    """The voices without those that only carry the one before: in `the army says it killed 20, AFP reports`
    the army speaks, and AFP is how it came. `part` is the text of the sentence, which begins at `start`."""
    kept: list[_Hit] = []
    carried: _Carried = {}
    for hit in hits:
        before = kept[-1] if kept else None
        last = len(part[hit[5] - start :].split()) <= LAST_WORDS
        if before and last and (before[3], hit[3]) == ("said before", "said behind"):
            carried[len(kept) - 1] = ((hit[2], hit[0], hit[1]),)
        else:
            kept.append(hit)
    return kept, carried


def _over(text: str, sentence: Span, number: int, hits: list[_Hit]) -> Span:
    """What of a sentence a voice says: all of it where it is alone; else up to the next semicolon or
    voice."""
    start, end = sentence
    if len(hits) == 1:
        return sentence
    before = hits[number - 1][5] if number else start
    behind = hits[number + 1][4] if number + 1 < len(hits) else end
    rule = hits[number][3]
    if rule == "said before":
        return hits[number][4], behind
    cut = max(
        (found.end() for found in re.finditer(r"[;:] |, (?:and|but|while) ", text[before : hits[number][0]])),
        default=0,
    )
    return (before if number else start) + (cut if number else 0), hits[number][5] if number + 1 < len(
        hits
    ) else end


def _resolved(voice: Voice, before: list[Voice]) -> Voice | None:
    """The voice itself; for a pronoun that of the paragraph, where it has had one only; else none."""
    if not voice.words or not _PRONOUN.match(voice.words):
        return voice
    known = list(dict.fromkeys(one.words for one in before if one.words))
    if len(known) != 1:
        return None
    return Voice(known[0], voice.start, voice.end, voice.over, voice.through, "he said")


def _going_on(text: str, sentence: Span, before: list[Voice]) -> list[Voice]:
    """The last voice, where its quotation is open still when the sentence begins."""
    quoted = text[: sentence[0]]
    open_now = quoted.count("\u201c") > quoted.count("\u201d") or quoted.count('"') % 2 == 1
    if not (before and before[-1].words and open_now):
        return []
    last = before[-1]
    return [Voice(last.words, last.start, last.end, sentence, last.through, "quotation goes on")]
