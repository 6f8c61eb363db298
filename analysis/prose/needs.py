"""Needs in prose: what a decision needs, what the reports hold of it, and what to look for next."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.messages import code_words, joined, listed, paragraph, say, spelled
from analysis.model import Passage
from analysis.model.frames import COVERAGE, SOURCES, STATEMENTS, takes
from analysis.prose.names import named
from analysis.prose.sentences import (
    Looked,
    Row,
    amount,
    capital,
    chained,
    cited,
    in_scope,
    passage,
    plain_rows,
    when,
)

COLUMNS = ("need", "holds", "next")

MOST_NAMES, MOST_QUOTES, MOST_TITLED = 4, 3, 3
"""How many names, quoted statements, and needs of a title are told; of more it is said how many."""

IN_STORY = ("civilians", "displaced", "cut_off")
"""Needs whose want is told on the first page, beside the losses and the strength of the sides."""

SIDES = ("losses", "strength")
"""Needs that are known of one side and not of another."""

IN_PART = ("not_told_apart", "some_only", "words_only", "past_only")
"""States of a need of which something is known, if not what is needed; whose voice is heard is told apart."""


def headings() -> dict[str, str]:
    """The columns of the table and their headings."""
    return {column: say(f"needs-{column}") for column in COLUMNS}


@takes(rows=COVERAGE, statements=STATEMENTS)
def table(rows: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.needs` in words: `need`, `holds` with citations, and `next`, the desk's advice.

    What is met is one last row.
    """
    by_id, scoped = Looked(statements, "claim_id"), _scoped(statements)
    told = plain_rows(rows)
    wanting = [need for need in told if need["state"] != "held"]
    met = [need for need in told if need["state"] == "held"]
    lines = [
        {
            "need": code_words("need", need["need"]),
            "holds": _holds(need, by_id, scoped),
            "next": code_words("look", need["need"]),
            "source_ids": need["source_ids"],
        }
        for need in wanting
    ]
    if met:
        holds = chained("join-further", [_met(need, by_id) for need in met])
        keys = dict.fromkeys(" ".join(need["source_ids"] or "" for need in met).split())
        head = say("hold-met-head")
        lines.append({"need": head, "holds": holds, "next": "", "source_ids": " ".join(keys) or None})
    return pd.DataFrame(lines, columns=[*COLUMNS, "source_ids"])


@takes(rows=COVERAGE, statements=STATEMENTS, sources=SOURCES)
def words(rows: pd.DataFrame, statements: pd.DataFrame, sources: pd.DataFrame) -> dict[str, Any]:
    """All words around the table, as `Exhibits.table` takes them: title, subtitle and notes."""
    scoped = _scoped(statements)
    return {
        "title": title(rows, scoped),
        "subtitle": say("coverage-subtitle", scoped=scoped),
        "notes": notes(statements, sources),
    }


@takes(rows=COVERAGE)
def title(rows: pd.DataFrame, scoped: str = "no") -> str:
    """What is missing first: needs without any figure, then the sides of which nobody speaks.

    `scoped` is "yes" of a narrowed frame: outside its scope reports may hold what is missing in it.
    """
    found = _missing(plain_rows(rows)) or say("coverage-title-met")
    return capital(say("coverage-title-scoped", title=found) if scoped == "yes" else found)


def _missing(told: Sequence[Row]) -> str:
    """What is missing or known in part, as it stands within a sentence; empty where nothing is."""
    none = [say(f"missing-{need['need']}") for need in told if need["state"] == "no_figure"]
    more = max(len(none) - MOST_TITLED, 0)
    unheard = [need for need in told if need["need"] == "voices" and need["lacking"]]
    voices = [say("missing-voices", names=_names(need, 2)) for need in unheard]
    if none:
        kept = none[:MOST_TITLED] if more > 1 or voices else none
        return say("coverage-title", needs=listed([*kept, *voices]))
    partly = [
        say(f"missing-{need['need']}")
        for need in told
        if need["state"] in IN_PART and need["need"] != "voices"
    ]
    partly = partly[: MOST_TITLED + 1]
    known = say("coverage-title-partly", needs=listed(partly)) if partly else ""
    silent = [say("hold-no-voice-of", names=_names(need, 2)) for need in unheard]
    return joined("join-further", [known, *silent])


def _scoped(statements: pd.DataFrame) -> str:
    """Whether the statements are those of a scope: what they lack reports may hold outside it."""
    return "yes" if "in_scope" in statements else "no"


@takes(statements=STATEMENTS, sources=SOURCES)
def notes(statements: pd.DataFrame, sources: pd.DataFrame) -> list[Passage]:
    """How reports and numbers were coded: outlets that are not named, numbers by rule or by hand."""
    told = in_scope(statements)
    reports = sources[sources["source_id"].isin(told["source_id"])]
    if reports.empty:
        return []
    whence = told["numbers_from"]
    silent = told["unit"].notna() & told["low"].isna() & told["high"].isna()
    words = [
        _outlets(len(reports), int(reports["publisher"].isna().sum())),
        _read(int(whence.eq("words").sum()), int(whence.eq("coder").sum())),
        _unread(int(silent.sum())),
    ]
    return [Passage((paragraph(*words),))]


def _read(by_rule: int, coded: int) -> str:
    if not by_rule and not coded:
        return ""
    return say("coverage-read", number=by_rule, words=capital(spelled(by_rule)), coded=coded)


def _unread(number: int) -> str:
    return say("coverage-unread", number=number, words=capital(spelled(number))) if number else ""


def _outlets(reports: int, silent: int) -> str:
    """How many of so many reports name no outlet."""
    if silent in (0, reports):
        key = "coverage-outlet-none" if silent else "coverage-outlet-each"
        return say(key, number=reports, words=spelled(reports))
    words = {"words": capital(spelled(silent)), "all": spelled(reports)}
    return say("coverage-outlet-some", number=silent, **words)


@takes(rows=COVERAGE, statements=STATEMENTS)
def absent(rows: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """What no report says, for the first page: figures of harm and flight, of the sides, and places.

    Empty where each is there.
    """
    told = {need["need"]: need for need in plain_rows(rows)}
    things = [
        code_words("missing", need) for need in IN_STORY if told[need]["state"] in ("no_figure", "words_only")
    ]
    if told["losses"]["state"] == "no_figure":
        things.append(say("absent-losses"))
    silent = told["strength"]
    worded = statements[statements["claim_id"].isin((silent["word_ids"] or "").split())]["actor"].dropna()
    names = "; ".join([*dict.fromkeys(worded), *filter(None, [silent["lacking"]])])
    if names:
        things.append(say("absent-strength", names=_names(silent | {"lacking": names}, 2)))
    found = [passage("absent-figure", things=_or(things), scoped=_scoped(statements))] if things else []
    where = told["where"]
    if where["state"] == "no_place":
        found.append(
            passage(
                "absent-places",
                number=capital(spelled(where["rows"])),
                all=where["of_rows"],
                events=spelled(where["of_rows"]),
            )
        )
    return found


def _or(things: Sequence[str]) -> str:
    """Things of which none is there: the last after "or"."""
    return joined("join-or", [joined("join-comma", things[:-1]), things[-1]])


def _holds(need: Row, by_id: Mapping[str, Row], scoped: str) -> Passage:
    """What the reports hold of a need that is not met."""
    state = need["state"]
    if need["need"] == "voices":
        return _unheard(need)
    if need["need"] in SIDES and (need["figure_ids"] or need["word_ids"]):
        return _by_side(need, by_id)
    if state == "no_place":
        names = _titles(need, 2)
        counts = {"number": spelled(need["rows"]), "all": need["of_rows"], "events": spelled(need["of_rows"])}
        return passage("hold-no_place", names=names, **counts)
    if state == "no_report":
        return _unreported(need)
    if state == "no_figure":
        return passage("hold-no_figure", scoped=scoped)
    return passage(f"hold-{state}", quotes=_quotes(need["word_ids"], need["rows"], by_id))


def _unheard(need: Row) -> Passage:
    """Whose voice no report has."""
    parts = [say("hold-no-voice-of", names=_names(need, MOST_NAMES))] if need["lacking"] else []
    kinds = (need["kinds"] or "").split("; ") if need["kinds"] else []
    parts += [code_words("hold-silent", kind) for kind in kinds]
    return Passage((joined("join-further", parts),))


def _by_side(need: Row, by_id: Mapping[str, Row]) -> Passage:
    """Of which sides there is a figure, of which words, and of which nothing."""
    parts = []
    for name, keys in (("figures", need["figure_ids"]), ("words", need["word_ids"])):
        if keys:
            parts.append(
                passage(f"hold-{name}", quotes=_quotes(keys, len(keys.split()), by_id, of_whom=True))
            )
    if need["lacking"]:
        parts.append(passage("hold-none", names=_names(need, MOST_NAMES)))
    return chained("join-further", parts)


def _unreported(need: Row) -> Passage:
    """The days of which no report was published, and which reports look back on them."""
    days = when(f"{need['start']:%Y-%m-%d}/{need['end']:%Y-%m-%d}")
    numbers = (need["numbers"] or "").split()
    back = say("hold-looking-back", number=len(numbers), numbers=listed(numbers)) if numbers else ""
    return Passage((joined("join-further", [say("hold-no_report", days=days), back]),))


def _met(need: Row, by_id: Mapping[str, Row]) -> Passage:
    keys = (need["figure_ids"] or "").split()[:2]
    return passage("hold-met", need=code_words("met", need["need"]), cites=cited(by_id[key] for key in keys))


def _quotes(keys: str, number: int, by_id: Mapping[str, Row], *, of_whom: bool = False) -> Passage:
    """Statements in their words with whom they are of, and how many there are beyond those told."""
    claims = [by_id[key] for key in keys.split()][:MOST_QUOTES]
    told = chained("join-comma", [_quote(claim, of_whom) for claim in claims])
    more = number - len(claims)
    return passage("hold-further", quotes=told, number=more) if more > 0 else told


def _quote(claim: Row, of_whom: bool) -> Passage:
    kind = "quote" if claim["wording"] else "number"
    parts = {"words": claim["wording"] or amount(claim), "cites": cited([claim])}
    if of_whom and claim["actor"]:
        return passage(f"hold-{kind}-of", name=named(claim["actor"]), **parts)
    return passage(f"hold-{kind}", **parts)


def _names(need: Row, most: int) -> str:
    """The first names of who is lacking, as they stand in a sentence, and how many more there are."""
    return _first([named(name) for name in (need["lacking"] or "").split("; ")], need, most)


def _titles(need: Row, most: int) -> str:
    """The first titles of what is lacking, and how many more there are."""
    return _first((need["lacking"] or "").split("; "), need, most)


def _first(names: list[str], need: Row, most: int) -> str:
    more = len(names) - most + need["more"]
    if more <= 0:
        return listed(names)
    return say("list-more", names=joined("join-comma", names[:most]), more=more)
