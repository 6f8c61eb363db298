"""What is asked of claims about claims, of copies, and of whatever points within its own table."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quantities import fits
from analysis.load.corpora.words import with_units
from analysis.load.packages.quoting import quoted
from analysis.model import Span
from analysis.model.counts import tags_of
from analysis.model.measures import Measure
from analysis.model.units import unit_named

SUBJECT = ("event_id", "actor_id", "place_id", "counts")

Tables = Mapping[str, TextTable]

NEEDS_ABOUT = {"denies": "denies", "confirms": "confirms", "revises": "revises", "part_of": "is a part of"}
"""The stances that are about a claim, as they read in a sentence. A doubt may be of the whole report."""

WITHIN = (
    ("claims", "claim_id", "about", "is about"),
    ("sources", "source_id", "copy_of", "is a copy of"),
    ("places", "place_id", "parent_id", "lies in"),
)
"""Columns that point into their own table, and how that reads."""


def stance_faults(
    tables: Tables, spans: Mapping[str, Span], measures: Mapping[str, Measure]
) -> Iterator[Fault]:
    """Every fault of `about`, `copy_of` and `parent_id`."""
    yield from _without_about(tables["claims"])
    for name, key, pointer, words in WITHIN:
        yield from _circles(tables[name], key, pointer, words)
    yield from _pairs(tables, spans, measures)
    yield from _copies(tables["sources"], tables["claims"])


def _without_about(claims: TextTable) -> Iterator[Fault]:
    cells = claims.cells("stance", "about")
    for line, stance in cells.loc[cells["about"].isna(), "stance"].dropna().items():
        if stance in NEEDS_ABOUT:
            expected = f"the claim_id of the claim that it {NEEDS_ABOUT[stance]}"
            yield claims.fault(line, "about", "an empty cell", expected)


def _circles(table: TextTable, key: str, pointer: str, words: str) -> Iterator[Fault]:
    """Rows that lead back to themselves; a circle is told once, where it begins in the file."""
    cells = table.cells(key, pointer).dropna().drop_duplicates(key)
    to = dict(zip(cells[key], cells[pointer], strict=True))
    lines = dict(zip(cells[key], cells.index, strict=True))
    done: set[str] = set()
    for start in to:
        path: dict[str, None] = {}
        at = start
        while at in to and at not in done and at not in path:
            path[at] = None
            at = to[at]
        done |= path.keys()
        if at not in path:
            continue
        ring = list(path)[list(path).index(at) :]
        first = min(ring, key=lambda name: lines[name])
        turned = [*ring[ring.index(first) :], *ring[: ring.index(first)]]
        found = (
            f"{quoted(first)}, the row itself"
            if len(ring) == 1
            else f"a circle: {f' {words} '.join(quoted(name) for name in [*turned, first])}"
        )
        expected = f"another {key}, of which the chain ends, or an empty cell"
        yield table.fault(lines[first], pointer, found, expected)


def _pairs(tables: Tables, spans: Mapping[str, Span], measures: Mapping[str, Measure]) -> Iterator[Fault]:
    """A revision replaces an earlier figure of the same speaker for the same; a part counts what the whole
    counts."""
    claims = tables["claims"]
    cells = with_units(claims, measures)
    for column in ("claim_id", "source_id", "speaker_id", "stance", "about", *SUBJECT):
        cells[column] = claims.cells(column)[column]
    where = tables["events"].cells("event_id", "place_id").dropna().drop_duplicates("event_id")
    at = cells["event_id"].map(where.set_index("event_id")["place_id"]).astype("str")
    cells["where"] = cells["place_id"].fillna(at)
    known = cells.dropna(subset="claim_id").drop_duplicates("claim_id").set_index("claim_id", drop=False)
    paired = cells["stance"].isin(["revises", "part_of"]) & cells["about"].isin(known.index)
    told = tables["sources"].cells("source_id", "published").dropna().drop_duplicates("source_id")
    published = {key: spans.get(text) for key, text in zip(told["source_id"], told["published"], strict=True)}
    for line, own in cells[paired & (cells["about"] != cells["claim_id"])].iterrows():
        other = known.loc[own["about"]]
        check = _revision if own["stance"] == "revises" else _part
        problem = check(own, other, published)
        if problem:
            found, expected = problem
            yield claims.fault(line, "about", f"{quoted(own['about'])}, {found}", expected)


def _revision(
    own: pd.Series, other: pd.Series, published: Mapping[str, Span | None]
) -> tuple[str, str] | None:
    if own["speaker_id"] != other["speaker_id"]:
        return f"a claim by {other['speaker_id']}", f"an earlier claim by {own['speaker_id']}, who revises it"
    if own["measure"] != other["measure"]:
        return f"a claim of {other['measure']}", f"a claim of {own['measure']}, which is revised"
    problem = _elsewhere(own, other) or _another_unit(own["unit"], other["unit"])
    if problem:
        return problem
    new, old = published.get(own["source_id"]), published.get(other["source_id"])
    if new and old and new.high and old.low and new.high < old.low:
        return f"in a report of {old.edtf}", f"a claim in a report of {new.edtf} or earlier"
    return None


def _part(own: pd.Series, other: pd.Series, _: Mapping[str, Span | None]) -> tuple[str, str] | None:
    if own["measure"] != other["measure"]:
        return f"a claim of {other['measure']}", f"a claim of {own['measure']}, of which this is a part"
    events = own["event_id"], other["event_id"]
    # What an event cost may be part of a figure on none: the dead of a raid, of those of the province.
    if pd.notna(events[0]) and pd.notna(events[1]) and events[0] != events[1]:
        return _differs("event", other["event_id"], own["event_id"])
    unit, whole = own["unit"], other["unit"]
    if pd.notna(unit) and pd.notna(whole) and not (fits(unit, whole) or fits(whole, unit)):
        return f"which counts {whole}", f"a claim in {unit}, or in a unit that it can be turned into"
    return None


def _elsewhere(own: pd.Series, other: pd.Series) -> tuple[str, str] | None:
    """Where a revision is of something else than what it revises; who did it may be what it mends."""
    for column, name in (("event_id", "event"), ("actor_id", "faction"), ("where", "place")):
        one, revised = ("" if pd.isna(each[column]) else each[column] for each in (own, other))
        if one != revised:
            return _differs(name, revised, one)
    one, revised = (
        set() if pd.isna(each["counts"]) else set(tags_of(each["counts"])) for each in (own, other)
    )
    if one != revised:
        return _differs("part", "; ".join(sorted(revised)), "; ".join(sorted(one)))
    return None


def _another_unit(unit: str, revised: str) -> tuple[str, str] | None:
    if pd.isna(unit) or pd.isna(revised) or unit_named(unit).dimension == unit_named(revised).dimension:
        return None
    return f"which counts {revised}", f"a claim in {unit}, or in a unit that it can be turned into"


def _differs(name: str, found: str, expected: str) -> tuple[str, str]:
    """A claim about another thing of a kind than the row that points to it; empty where it names none."""
    of = [f"{name} {quoted(each)}" if each else f"no {name}" for each in (found, expected)]
    return f"a claim of {of[0]}", f"a claim of {of[1]}"


def _copies(sources: TextTable, claims: TextTable) -> Iterator[Fault]:
    """A copy says nothing of its own: its claims are coded once, from the original."""
    copies = sources.cells("source_id", "copy_of").dropna().drop_duplicates("source_id")
    of = dict(zip(copies["source_id"], copies["copy_of"], strict=True))
    cells = claims.cells("source_id")["source_id"]
    for line, key in cells[cells.isin(of.keys())].items():
        found = f"{quoted(key)}, a copy of {of[key]}, which carries the claims"
        yield claims.fault(line, "source_id", found, "the original, or no row", of[key])
