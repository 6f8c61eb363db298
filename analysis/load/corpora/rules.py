"""What Sitrep asks of a corpus beyond types and keys: reasons, ordered intervals, units, evidence for all."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quoting import quoted
from analysis.model import refusal_of

Tables = Mapping[str, TextTable]


def rule_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault by our own rules, one function each; a rule whose columns are not there rests."""
    for table in tables.values():
        yield from _reasons(table)
    yield from _intervals(tables["claims"])
    yield from _quantities(tables["claims"])
    yield from _relays(tables["claims"])
    yield from _coordinates(tables["places"])
    yield from _selves(tables["relations"])
    yield from _evidence(tables["events"], tables["claims"])
    yield from _cited(tables["relations"], tables["claims"], ("actor_id", "other_id"))
    yield from _cited(tables["control"], tables["claims"], ("actor_id", "place_id"))


def _fault(table: TextTable, line: object, column: str, found: str, expected: str, hint: str = "") -> Fault:
    return Fault(table.spec.file, int(str(line)), column, found, expected, hint)


def _reasons(table: TextTable) -> Iterator[Fault]:
    """A date of which any part is inferred says why, where the table has a column for it."""
    for column in table.spec.dates:
        note = f"{column}_note"
        if not table.has(column, note):
            continue
        silent = table.frame[column].str.contains("[?%]", na=False) & table.frame[note].isna()
        for line in table.frame.index[silent]:
            yield _fault(table, line, note, "an empty cell", f"the reason, as {column} is inferred")


def _intervals(claims: TextTable) -> Iterator[Fault]:
    """low <= best <= high, as far as they are there."""
    cells = claims.frame.reindex(columns=["low", "best", "high"])
    numbers = cells.apply(pd.to_numeric, errors="coerce")
    for line in cells.index[numbers["low"] > numbers["high"]]:
        low, _, high = cells.loc[line]
        yield _fault(
            claims, line, "low", f"low {low} above high {high}", "low <= high", f"low {high}, high {low}"
        )
    ordered = ~(numbers["low"] > numbers["high"])
    for line in cells.index[ordered & (numbers["best"] < numbers["low"])]:
        low, best, _ = cells.loc[line]
        yield _fault(claims, line, "best", f"best {best} below low {low}", "low <= best", low)
    for line in cells.index[ordered & (numbers["best"] > numbers["high"])]:
        _, best, high = cells.loc[line]
        yield _fault(claims, line, "best", f"best {best} above high {high}", "best <= high", high)


def _quantities(claims: TextTable) -> Iterator[Fault]:
    """What is counted has a unit of its measure and words or numbers; what is not has no unit or numbers."""
    if not claims.has("measure"):
        return
    cells = claims.frame.reindex(columns=["measure", "unit", "low", "best", "high", "wording"])
    units = claims.spec.fields["measure"].get("units", {})
    for line, row in zip(cells.index, cells.to_dict("records"), strict=True):
        measure, unit = row["measure"], row["unit"]
        if measure not in units:
            continue
        allowed = units[measure]
        numbers = [column for column in ("low", "best", "high") if pd.notna(row[column])]
        if not allowed:
            for column in [*numbers, *(["unit"] if pd.notna(unit) else [])]:
                yield _fault(
                    claims, line, column, quoted(row[column]), f"an empty cell, as {measure} counts nothing"
                )
            continue
        unit = allowed[0] if pd.isna(unit) else unit
        if unit not in allowed:
            found, near = quoted(unit), nearest(unit, allowed) or allowed[0]
            yield _fault(claims, line, "unit", found, f"{' or '.join(allowed)}, the unit of {measure}", near)
        refusal = None if numbers else refusal_of(str(row["wording"]), str(unit))
        if refusal is not None and refusal.code == "other measure":
            found = f"{quoted(row['wording'])}, which counts {refusal.words}"
            yield _fault(claims, line, "wording", found, f"low, best and high coded in {unit}")
        if numbers == ["best"]:
            best = row["best"]
            hint = f"low {best}, high {best}"
            yield _fault(claims, line, "best", f"best {best} alone", "low, high or both beside it", hint)
        if not numbers and pd.isna(row["wording"]):
            yield _fault(
                claims, line, "wording", "neither words nor numbers", f"the words that say the {measure}"
            )


def _relays(claims: TextTable) -> Iterator[Fault]:
    """Nobody relays himself."""
    if claims.has("speaker_id", "via_id"):
        for line in claims.frame.index[claims.frame["speaker_id"] == claims.frame["via_id"]]:
            found = f"{quoted(str(claims.frame.at[line, 'via_id']))}, who is the speaker"
            yield _fault(claims, line, "via_id", found, "another speaker, or an empty cell")


def _coordinates(places: TextTable) -> Iterator[Fault]:
    """Latitude and longitude come together."""
    if not places.has("latitude", "longitude"):
        return
    for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
        alone = places.frame[column].isna() & places.frame[other].notna()
        for line in places.frame.index[alone]:
            expected = f"a {column} beside {other} {places.frame.at[line, other]!s}, or neither"
            yield _fault(places, line, column, "an empty cell", expected)


def _selves(relations: TextTable) -> Iterator[Fault]:
    """No faction has a tie to itself."""
    if relations.has("actor_id", "other_id"):
        for line in relations.frame.index[relations.frame["actor_id"] == relations.frame["other_id"]]:
            found = f"{quoted(str(relations.frame.at[line, 'other_id']))}, a tie to itself"
            yield _fault(relations, line, "other_id", found, "another faction than actor_id")


def _evidence(events: TextTable, claims: TextTable) -> Iterator[Fault]:
    """No claim, no load: each event has one. (Ties and control name theirs, which is a required key.)"""
    if claims.complete and claims.frame.empty:
        yield Fault(claims.spec.file, 0, "", "a table without rows", "at least one claim")
    if not (events.has("event_id") and claims.has("event_id") and claims.complete) or claims.frame.empty:
        return
    keys = events.frame["event_id"].dropna()
    told = set(claims.frame["event_id"].dropna())
    misspelt = {nearest(key, keys) for key in told - set(keys)}
    for line, key in keys[~keys.isin(told | misspelt)].items():
        expected = f"at least one row of {claims.spec.file} with this event_id"
        yield _fault(events, line, "event_id", f"{quoted(key)}, an event without a claim", expected)


def _cited(table: TextTable, claims: TextTable, columns: tuple[str, ...]) -> Iterator[Fault]:
    """A claim cited as evidence speaks of at least one of those it is cited for, where it names anyone."""
    shared = [column for column in ("actor_id", "place_id") if claims.has(column)]
    if not table.has("claim_id", *columns) or not claims.has("claim_id") or not shared:
        return
    spoken = claims.frame.dropna(subset="claim_id").drop_duplicates("claim_id").set_index("claim_id")[shared]
    for line, row in zip(table.frame.index, table.frame.to_dict("records"), strict=True):
        if row["claim_id"] not in spoken.index:
            continue
        named = set(spoken.loc[row["claim_id"]].dropna())
        meant = {row[column] for column in columns if pd.notna(row[column])}
        if named and not named & meant:
            found = f"{quoted(row['claim_id'])}, a claim about {' and '.join(sorted(named))}"
            near = _other_claim(row["claim_id"], spoken, meant)
            expected = f"a claim about {' or '.join(sorted(meant))}"
            yield _fault(table, line, "claim_id", found, expected, near)


def _other_claim(key: str, spoken: pd.DataFrame, meant: set[str]) -> str:
    """The claim most like `key` that is about one of those meant."""
    about = spoken.isin(meant).any(axis=1)
    return nearest(key, spoken.index[about])
