"""What a filled form becomes: a row of `claims` or `sources`, and the rows of other tables that come with
it."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from analysis.errors import SitrepError
from analysis.messages import code_words, say
from analysis.model import Corpus
from analysis.save.coding import Row


class New(NamedTuple):
    """Something that a corpus lacks: the cell that names it, its kind, and the table and key that it gets."""

    names: tuple[str, ...]
    field: str
    kind: str
    table: str
    key: str
    column: str


NEW = (
    New(("place_id",), "place", "place_kind", "places", "place_id", "name"),
    New(("actor_id", "by_id", "other_id"), "actor", "actor_kind", "actors", "actor_id", "name"),
    New(("speaker_id",), "speaker", "speaker_kind", "speakers", "speaker_id", "name"),
    New(("via_id",), "via", "via_kind", "speakers", "speaker_id", "name"),
    New(("event_id",), "event", "event_kind", "events", "event_id", "title"),
)
"""What is made by a form whose field is empty while its name and kind are given, in the order of the
tables."""

EXTRA = ("role", "relation", "other_id", "status", "other_role", "other_status")
"""What a form has beside the columns of claims, for the rows that rest on the claim."""


def rows_for(table: str, cells: Mapping[str, str], corpus: Corpus, taken: Collection[str] = ()) -> list[Row]:
    """The rows that the filled cells of a form make, those that others point to first.

    Beside the columns of the table there may be the name and kind of what is new (`NEW`; a new event needs
    no name and takes the time of the claim), `role` (the actor takes part in the event by this claim),
    `status` (it holds the place), `relation` (it has this tie to `other_id`), `other_role` and `other_status`
    (the same for `other_id`). `taken` are keys of claims that the corpus is to have besides. Raises
    SitrepError where one of these lacks what it is of.
    """
    filled = dict(cells)
    if table != "claims":
        return [Row(table, filled)]
    made: list[Row] = []
    for new in NEW:
        name, kind = filled.pop(new.field, ""), filled.pop(new.kind, "")
        if new.table == "events" and kind and not name:
            name = _title(kind, filled.get("place_id", ""), corpus, made)
        if name and kind and not filled.get(new.names[0]):
            key = free_key(slug(name), set(getattr(corpus, new.table)[new.key]))
            filled[new.names[0]] = key
            made.append(Row(new.table, _of_new(new, key, name, kind, filled)))
            if new.table == "events":
                filled.pop("as_of", None)
    extra = {name: filled.pop(name) for name in EXTRA if name in filled}
    filled["claim_id"] = claim_key(corpus, filled, taken)
    return [*made, Row("claims", filled), *_by_its_word(filled, extra, cells.get("as_of", ""))]


def _title(kind: str, place: str, corpus: Corpus, made: Sequence[Row]) -> str:
    """What a new event is called until somebody calls it better: its kind and place."""
    names = dict(zip(corpus.places["place_id"], corpus.places["name"], strict=True))
    names |= {row.cells["place_id"]: row.cells["name"] for row in made if row.table == "places"}
    words = code_words("event", kind)
    words = words[:1].upper() + words[1:]
    return say("coder-event", kind=words, place=names[place]) if place in names else words


def _of_new(new: New, key: str, name: str, kind: str, cells: Mapping[str, str]) -> dict[str, str]:
    row = {new.key: key, new.column: name, "kind": kind}
    if new.table == "events":
        row |= {"date": cells.get("as_of", ""), "place_id": cells.get("place_id", "")}
        if re.search("[?%]", row["date"]):
            row["date_note"] = say("coder-date-told", locator=cells["locator"], source=cells["source_id"])
    return {column: cell for column, cell in row.items() if cell}


def _by_its_word(claim: Mapping[str, str], extra: Mapping[str, str], date: str) -> list[Row]:
    """The rows of participants, relations and control that rest on a claim of this date."""
    rows, key, other = [], {"claim_id": claim["claim_id"]}, extra.get("other_id", "")
    both = {**claim, **extra}
    for role, actor in (("role", "actor_id"), ("other_role", "other_id")):
        if role in extra:
            _need(both, role, "event_id", actor)
            taking = {"event_id": claim["event_id"], "actor_id": both[actor], "role": extra[role]}
            rows.append(Row("participants", taking | key))
    if "relation" in extra:
        _need(both, "relation", "actor_id", "other_id")
        tie = {"actor_id": claim["actor_id"], "relation": extra["relation"], "other_id": other}
        rows.append(Row("relations", tie | {"date": date} | key))
    note = {"date_note": say("coder-date-resolved")} if re.search("[?%]", date) else {}
    for status, actor in (("status", "actor_id"), ("other_status", "other_id")):
        if status in extra:
            _need(both, status, "place_id", actor)
            held = {"place_id": claim["place_id"], "actor_id": both[actor], "status": extra[status]}
            rows.append(Row("control", held | {"basis": "claimed", "date": date} | note | key))
    return rows


def _need(cells: Mapping[str, str], what: str, *names: str) -> None:
    for name in names:
        if not cells.get(name):
            raise SitrepError(f"{what}: found no {name} beside it; expected both, or neither")


def claim_key(corpus: Corpus, cells: Mapping[str, str], taken: Collection[str] = ()) -> str:
    """A key for a claim that no other has: the beginning that the claims of its report have, the paragraph,
    and the matter: the measure and whom it counts, for what is not counted the event.

    `cells` has at least source_id, locator and measure; `taken` are keys that it may not be either.
    """
    own = corpus.claims.loc[corpus.claims["source_id"] == cells["source_id"], ["claim_id", "locator"]]
    begun = [
        key.partition(f"-{locator}-")[0]
        for key, locator in own.itertuples(index=False)
        if f"-{locator}-" in key
    ]
    lead = begun[0] if begun else cells["source_id"]
    tag = cells.get("counts", "").split(";")[0] if cells.get("wording") else cells.get("event_id", "")
    matter = "-".join(part for part in (cells.get("measure", ""), tag) if part)
    stem = "-".join(slug(part) for part in (lead, cells["locator"], matter))
    return free_key(stem, {*corpus.claims["claim_id"], *taken})


def slug(words: str) -> str:
    """Words as a key: small Latin letters, digits and hyphens, at most 60; `row` where none is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = [part for part in re.split("[^a-z0-9]+", plain) if part]
    return "-".join(parts[parts[0] in ("the", "an") if parts else 0 :])[:60].strip("-") or "row"


def free_key(stem: str, taken: Collection[str]) -> str:
    """The key itself where it is free, else with the first number from 2 that makes it so.

    >>> free_key("a-p1-fatalities", {"a-p1-fatalities"})
    'a-p1-fatalities-2'
    """
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
