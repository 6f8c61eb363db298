"""What claims of one thing come to, in sentences: who puts it at what, what ties them, why they are apart."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.messages import interval_words, joined, listed, number_words, say, spelled
from analysis.model import Passage
from analysis.model.agreement import LAXER
from analysis.prose.measures import headed, stated
from analysis.prose.names import named
from analysis.prose.sentences import (
    Row,
    amount,
    capital,
    chained,
    cited,
    in_scope,
    number_of,
    passage,
    plain_rows,
    where_of,
)

MOST_TOLD = 4
"""How many voices a sentence names; of more it says how many there are."""

LONG, SHORT = 120, 34
"""So many letters a title may have with its speakers, and the words of one claim in it."""

TIES = ("voice", "party", "chain", "copy", "author", "source")
"""What may tie claims, the closest first."""


def matter(claim: Row, number: float = 2) -> str:
    """What a claim counts, at the head of a finding: `fatalities of ISIS, Siege of Kweires`."""
    return joined("join-comma", [headed(claim | {"place": None}, number), where_of(claim)])


def matter_told(claim: Row) -> str:
    """What a claim counts, within a sentence: `the number of dead of ISIS, Siege of Kweires`."""
    return joined("join-comma", [stated(claim), where_of(claim)])


def contradiction(group: Row, claims: Sequence[Row], about: str = "") -> Passage:
    """One sentence of what each voice of a group puts a thing at, and what ties them.

    `group` is a row of `frames.GROUPS`, `claims` those of its claims as rows of `frames.STATEMENTS`; `about`
    says what is counted, where more narrows it than a claim tells.
    """
    by_voice: dict[str, list[Row]] = {}
    for claim in claims:
        by_voice.setdefault(claim["speaker"], []).append(claim)
    (speaker, own), *others = [*by_voice.items()][:MOST_TOLD]
    what = about or matter_told(own[0])
    # A list of what narrows it is closed by a comma.
    listed_matter = "yes" if ", " in what else "no"
    told = [
        passage(
            "put-at", speaker=capital(named(speaker)), matter=what, list=listed_matter, words=_figures(own)
        )
    ]
    told += [passage("put-next", speaker=named(name), words=_figures(said)) for name, said in others]
    more = len(by_voice) - len(told)
    many = (
        passage("put-more", told=chained("join-comma", told), number=more, words=spelled(more))
        if more
        else None
    )
    sentence = many or anded(told)
    tie = tie_words(group, len(claims)) if others else ""
    return passage("sentence", text=passage("put-tied", told=sentence, tie=tie) if tie else sentence)


def _figures(claims: Sequence[Row]) -> Passage:
    """The words of one voice, each with its citations."""
    by_words: dict[str, list[Row]] = {}
    for claim in claims:
        by_words.setdefault(words_of(claim), []).append(claim)
    return anded([passage("put-words", words=words, cites=cited(said)) for words, said in by_words.items()])


def finding(groups: pd.DataFrame, rows: Sequence[Row]) -> str:
    """The weightiest of the claims drawn that are told apart, as a title; empty where none is.

    `groups` are of `frames.GROUPS`, `rows` of `frames.FIGURES` in the order in which they are drawn.
    """
    by_id = {row["claim_id"]: row for row in rows}
    order = {key: place for place, key in enumerate(by_id)}
    apart = in_scope(groups)
    apart = apart[apart["verdict"].eq("apart") & apart["because"].ne("later")]
    keys = apart["claim_ids"].str.split()
    apart = apart[keys.map(lambda each: all(key in order for key in each)).astype(bool)]
    if apart.empty:
        return ""
    first = min(range(len(apart)), key=lambda place: order[apart["claim_ids"].iloc[place].split()[0]])
    group = plain_rows(apart.iloc[[first]])[0]
    return _finding(group, sorted((by_id[key] for key in group["claim_ids"].split()), key=_smallest))


def _finding(group: Row, claims: Sequence[Row]) -> str:
    """What the claims of a group put a thing at, the smallest first, and whose they are."""
    words = list(dict.fromkeys(map(short_words_of, claims)))
    first = claims[0] | {"place": None} if claims[0]["event"] else claims[0]
    what = capital(matter(first, number_of(claims)))
    voices = int(group["voices"] + group["unnamed"])
    if len(words) > 2:
        least, most = _least_and_most(claims)
        values = {"matter": what, "least": least, "most": most, "voices": voices}
        return say("finding-many", number=spelled(voices), **values)
    told = _or_words(words)
    if group["shared_party"]:
        return say("finding-tied", matter=what, words=told, party=named(group["shared_party"]))
    speakers = listed(dict.fromkeys(named(claim["speaker"]) for claim in claims))
    if len(what) + len(told) + len(speakers) > LONG:
        return say("finding", matter=what, words=told)
    return say("finding-by", matter=what, words=told, speakers=speakers)


def _or_words(words: Sequence[str]) -> str:
    """One or the other; the unit of two bare amounts is said once."""
    if len(words) == 2 and not any("“" in each for each in words):
        first, last = (each.split(" ") for each in words)
        if len(first) > 1 and first[-1] == last[-1]:
            words = [" ".join(first[:-1]), words[1]]
    return joined("join-or", words)


def _smallest(claim: Row) -> float:
    """The lowest number of a claim, by which claims are put in order; without a lower end it is the first."""
    return (
        -1.0 if claim["low"] is None and claim["best"] is None else float(claim["low"] or claim["best"] or 0)
    )


def _least_and_most(claims: Sequence[Row]) -> tuple[str, str]:
    """What the first and the last of claims in order say: of those with the same number one in its words."""
    ends = []
    for end in (claims[0], claims[-1]):
        same = [claim for claim in claims if _smallest(claim) == _smallest(end)]
        ends.append(short_words_of(next((claim for claim in same if claim["wording"]), end)))
    return ends[0], ends[1]


def short_words_of(claim: Row) -> str:
    """The words of a claim in quotation marks; where they are many, its numbers."""
    words = words_of(claim)
    return words if len(words) <= SHORT or claim["low"] is claim["high"] is None else amount(claim)


def words_of(claim: Row) -> str:
    """The words of a claim in quotation marks, or its numbers where it has none."""
    return say("quoted", words=claim["wording"]) if claim["wording"] else amount(claim)


def tie_words(group: Row, number: int) -> str:
    """The closest of what ties the claims of a group; empty for one claim, and where nothing does."""
    if number < 2:
        return ""
    for tie in TIES:
        if (name := group.get(f"shared_{tie}")) is not None:
            return say(f"tied-{tie}", name=named(str(name)), number=number)
    return ""


def verdict(group: Row, claims: Sequence[Row]) -> str:
    """What the numbers of a group come to and why, as a sentence; empty for a single claim that nothing
    changes."""
    found, because = group["verdict"], group["because"]
    if found == "apart":
        return _apart(group, claims)
    if found == "overlap":
        return say("judged-overlap", numbers=interval_words(group["common_low"], group["common_high"]))
    if found == "agree":
        return say("judged-repeated" if group["shared_voice"] else "judged-agree")
    if found == "indeterminate":
        return say(f"judged-undecided-{because}")
    return say("judged-lower") if because == "later" else ""


def _apart(group: Row, claims: Sequence[Row]) -> str:
    """Why no number fits all."""
    if group["because"] == "later":
        return say("judged-later")
    ends = [claim for claim in claims if claim["high"] is not None and claim["method"] != "documented"]
    starts = [claim for claim in claims if claim["low"] is not None]
    if not ends or not starts:
        return say("judged-apart")
    lower = min(ends, key=lambda claim: claim["high"])
    upper = max(starts, key=lambda claim: claim["low"])
    end, start = lower["high"], upper["low"]
    numbers = {"end": number_words(end), "start": number_words(start)}
    if group["because"] == "reading":
        near = "yes" if start - end <= 1 else "no"
        return say("judged-reading", **numbers, near=near, words=_lax(lower, upper))
    compatible = int(group["compatible"]) if group["compared"] > 2 and group["compatible"] > 1 else 0
    return say(
        "judged-count",
        **numbers,
        all=spelled(int(group["compared"])),
        compatible=compatible,
        words=spelled(compatible),
    )


def _lax(lower: Row, upper: Row) -> str:
    """The words of which a laxer reading closes the gap between two claims: of one where that is enough."""
    end, start = lower["high"], upper["low"]
    if lower["wording"] and lower["low"] != end and end * (1 + LAXER) >= start:
        return words_of(lower)
    if upper["wording"] and upper["high"] != start and start * (1 - LAXER) <= end:
        return words_of(upper)
    return listed(words_of(claim) for claim in (lower, upper))


def counted(claims: Sequence[Row]) -> Passage | None:
    """What each claim counts, as it was coded: two that are apart need not count the same.

    None where fewer than two may be told.
    """
    known = [claim for claim in claims if claim["summary"] != say("withheld")][:MOST_TOLD]
    if len(known) < 2:
        return None
    told = [
        passage(
            "counted-claim",
            speaker=capital(named(claim["speaker"])),
            summary=claim["summary"].rstrip("."),
            cites=cited([claim]),
        )
        for claim in known
    ]
    return passage("counted", claims=chained("join-sentences", told))


def beside(group: Row, standing: str, by_id: Mapping[str, Row], most: int = 6) -> list[Passage]:
    """What stands beside a group as a sentence: what it replaces, or who denies or doubts it."""
    claims = [by_id[key] for key in (group[f"{standing}_ids"] or "").split() if key in by_id][:most]
    if not claims:
        return []
    if standing in ("revised", "earlier"):
        told = [passage("beside-words", words=words_of(claim), cites=cited([claim])) for claim in claims]
        return [passage(f"beside-{standing}", claims=anded(told))]
    told = [passage("cited-voice", speaker=named(claim["speaker"]), cites=cited([claim])) for claim in claims]
    first = capital(named(claims[0]["speaker"]))
    told[0] = passage("cited-voice", speaker=first, cites=cited(claims[:1]))
    return [passage(f"beside-{standing}", claims=anded(told))]


def anded(told: list[Passage]) -> Passage:
    """The passages as a list in a sentence."""
    if len(told) == 1:
        return told[0]
    return passage("join-and", first=chained("join-comma", told[:-1]), next=told[-1])
