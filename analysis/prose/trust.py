"""How far to trust a briefing: its reports, voices, dates and grades; and how it was made."""

import pandas as pd

from analysis.messages import code_words, joined, listed, paragraph, say, spelled
from analysis.model import Passage
from analysis.model.frames import COVERAGE, SOURCES, STATEMENTS, TIMELINE, VOICES, takes
from analysis.model.frames.tables import GRADES
from analysis.prose.names import named
from analysis.prose.sentences import Row, capital, chained, cite, in_scope, passage, plain_rows

MOST_SIDES, MOST_SILENT, MOST_STATED = 3, 4, 3
"""How many sides that speak, sides that do not, and dates that are stated are told one by one."""

Item = tuple[str, Passage]


@takes(sources=SOURCES, statements=STATEMENTS, timeline=TIMELINE, voices=VOICES, needs=COVERAGE)
def trust(
    sources: pd.DataFrame,
    statements: pd.DataFrame,
    timeline: pd.DataFrame,
    voices: pd.DataFrame,
    needs: pd.DataFrame,
    *,
    narrowed: str = "",
    withheld: str = "",
) -> list[Item]:
    """What a reader has to know before trusting a briefing, as heads with a sentence or two each.

    Of the reports those count that hold a statement in scope. `narrowed` and `withheld` are sentences of
    `prose.coverage`, told where there are any.
    """
    told = in_scope(statements)
    reports = sources[sources["source_id"].isin(told["source_id"])]
    if reports.empty:
        return []
    items = [
        ("reports", _of(paragraph(_reports(reports), _copies(reports, sources)))),
        ("voices", _of(_voices(voices, needs, scoped="in_scope" in statements))),
        ("dates", _dates(told, in_scope(timeline))),
        ("grades", _of(_grades(reports))),
        ("narrowed", _of(narrowed)),
        ("withheld", _of(withheld)),
    ]
    return [(say(f"trust-{head}"), words) for head, words in items if words.runs]


def method() -> list[Passage]:
    """How words are read, what a verdict is, how dates are inferred, and what the grades mean: a paragraph
    each, said once for the whole briefing."""
    reports = [_meaning(grade, code_words("reliability", grade)) for grade in GRADES]
    statements = [_meaning(grade, code_words("credibility", grade)) for grade in "123456"]
    grades = say(
        "method-grades", reports=joined("join-comma", reports), statements=joined("join-comma", statements)
    )
    return [_of(say(f"method-{name}")) for name in ("words", "verdicts", "dates")] + [_of(grades)]


def _of(words: str) -> Passage:
    return Passage((words,) if words else ())


def _meaning(grade: str, means: str) -> str:
    return say("grade-means", grade=grade, means=means)


def _reports(reports: pd.DataFrame) -> str:
    """How many reports there are, whose they are, and whether outlets and years are stated."""
    number, unsigned = len(reports), int(reports["author"].isna().sum())
    authors = reports["author"].value_counts()
    many = capital(say("trust-how-many", number=number, words=spelled(number)))
    outlets = say("sentence", text=joined("join-further", [_outlets(reports), _years(reports)]))
    if unsigned in (0, number) and len(authors) != 2:
        name = named(str(authors.index[0])) if len(authors) == 1 else _authors(len(authors))
        told = (
            say("trust-reports-by", reports=many, author=name)
            if len(authors)
            else say("trust-reports-unsigned", reports=many)
        )
        return paragraph(told, outlets)
    whose = [say("trust-unsigned", number=unsigned, words=spelled(unsigned))] if unsigned else []
    if 0 < len(authors) <= MOST_SIDES:
        whose += [
            say("trust-by", words=spelled(times), author=named(str(name))) for name, times in authors.items()
        ]
    elif len(authors):
        whose.append(say("trust-by", words=spelled(number - unsigned), author=_authors(len(authors))))
    return paragraph(say("trust-reports-told", reports=many, whose=listed(whose)), outlets)


def _authors(number: int) -> str:
    return say("trust-authors", number=number, words=spelled(number))


def _copies(reports: pd.DataFrame, sources: pd.DataFrame) -> str:
    """How many reports beyond those counted are copies of one of them."""
    number = int(
        (
            sources["copy_of"].isin(reports["source_id"]) & ~sources["source_id"].isin(reports["source_id"])
        ).sum()
    )
    return say("trust-copies", number=number, words=capital(spelled(number))) if number else ""


def _outlets(reports: pd.DataFrame) -> str:
    outlets = reports["publisher"].nunique()
    if not outlets:
        return say("trust-no-outlet", number=len(reports))
    return capital(say("trust-outlets", number=outlets, words=spelled(outlets)))


def _years(reports: pd.DataFrame) -> str:
    number = len(reports)
    undated = reports["published"].isna() | reports["published_inferred"].str.contains("year", na=False)
    silent = int(undated.sum())
    if silent in (0, number):
        return say("trust-no-year" if silent else "trust-all-years", number=number)
    return say("trust-some-years", silent=silent, words=spelled(silent), number=spelled(number))


def _voices(voices: pd.DataFrame, needs: pd.DataFrame, *, scoped: bool) -> str:
    """Which parties speak by how many voices, and which of those who fight, and which others, do not; of a
    narrowed frame within its scope alone, for elsewhere they may."""
    quoted = voices[~voices["own"] & ~voices["unnamed"]]
    sides = quoted[quoted["party_id"].notna()].groupby("party")["speaker_id"].nunique()
    sides = sides.sort_values(ascending=False, kind="stable")
    alone = quoted.loc[quoted["party_id"].isna(), "speaker_id"].nunique()
    parts = [
        say("trust-side", words=spelled(many), party=named(str(party)))
        for party, many in sides.head(MOST_SIDES).items()
    ]
    further = int(sides.iloc[MOST_SIDES:].sum())
    if further:
        others = len(sides) - MOST_SIDES
        parts.append(
            say("trust-further-sides", words=spelled(further), number=others, parties=spelled(others))
        )
    if alone:
        parts.append(say("trust-unaligned", words=spelled(alone)))
    number = int(sides.sum()) + alone
    said = say("trust-quoted", voices=listed(parts), number=number) if parts else say("trust-quoted-none")
    told = joined("join-further", [said, _unheard(needs)])
    return capital(
        say("sentence", text=say("trust-scoped", told=told[:1].lower() + told[1:]) if scoped else told)
    )


def _unheard(needs: pd.DataFrame) -> str:
    """Of those who fight, and of residents and organisations, who is quoted nowhere."""
    (need,) = plain_rows(needs[needs["need"].eq("voices")])
    names = need["lacking"].split("; ") if need["lacking"] else []
    kinds = need["kinds"].split("; ") if need["kinds"] else []
    kept = [named(name) for name in names[: max(MOST_SILENT - len(kinds), 1)]]
    more = len(names) - len(kept) + need["more"]
    if more:
        kept.append(say("trust-further-names", number=more, words=spelled(more)))
    silent = [*kept, *(code_words("trust-no", kind) for kind in kinds)]
    return say("trust-unheard", names=listed(silent)) if silent else ""


def _dates(told: pd.DataFrame, timeline: pd.DataFrame) -> Passage:
    """Which dates reports state, in their words, where these are few; else how many are inferred."""
    if timeline.empty:
        return _of(say("trust-no-events"))
    number, undated = len(timeline), int((timeline["start"].isna() & timeline["end"].isna()).sum())
    inferred = int(timeline["inferred"].notna().sum())
    if not inferred and not undated:
        return _of(say("trust-all-stated", number=number))
    # A day with an inferred year is stated as far as it goes; one that is inferred itself is not.
    own = told["as_of_from"].eq("claim") & ~told["as_of_inferred"].str.contains("month|day", na=False)
    stated = told[own & told["event_id"].notna() & told["wording"].notna()]
    if inferred + undated <= number / 2 or len(stated) > MOST_STATED:
        counts = {"all": spelled(number), "words": capital(spelled(inferred)), "without": spelled(undated)}
        return _of(say("trust-some-stated", inferred=inferred, undated=undated, **counts))
    if stated.empty:
        return _of(say("trust-none-stated"))
    return passage("trust-stated", words=_quoted(plain_rows(stated)))


def _quoted(claims: list[Row]) -> Passage:
    """The words of a few statements with their citations, as a list."""
    told = [passage("hold-quote", words=claim["wording"], cites=[cite(claim)]) for claim in claims]
    return chained("join-comma", told)


def _grades(reports: pd.DataFrame) -> str:
    """What letters and digits mean, and what these reports are graded, the best first."""
    counts = reports["reliability"].value_counts().sort_index()
    whole = len(counts) == 1
    told = [
        say(
            "trust-graded-all" if whole else "trust-graded",
            number=int(number),
            words=spelled(int(number)),
            grade=grade,
            means=code_words("reliability", str(grade)),
        )
        for grade, number in counts.items()
    ]
    return paragraph(say("trust-scale"), say("sentence", text=capital(joined("join-further", told))))
