"""Harm to people: in which rows its figures are drawn, claimant by claimant, and whom no report counts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.derive.parties import days, memberships, roots
from analysis.derive.together import MOST_ROWS, NUMBERS, alone, in_few_rows, numbered, shaped
from analysis.model import Corpus
from analysis.model.frames import AGAINST, CLAIMED, GROUPS, STATEMENTS, TIMELINE, UNCOUNTED, takes
from analysis.model.measures import MEASURES

COMPARED = GROUPS.only(
    *("group_id", "claim_ids", "earlier_ids", "revised_ids", "denied_ids", "doubted_ids", "part_of"),
    *("verdict", "because", "breach", "claims"),
)

BESIDE = {
    "earlier_ids": "earlier", "revised_ids": "revised", "denied_ids": "denies", "doubted_ids": "doubts",
}  # fmt: skip
"""What stands beside the claims of a group, and as what."""

CIVILIANS = "civilians"
"""The tag that says of a number that it counts people outside the fighting."""

FAMILIES = ("harm", "displacement", "need")
"""The dead and injured come before those who had to move, and these before those in need."""

ONE_BY_ONE, IN_FEW = 32, 20
"""Where claims are too many: the rows of those that are drawn one by one, and of those together."""

_APART = {"group_id": None, "standing": None, "replaces": None, "depth": 0}
"""What is not said of claims that share rows."""

DEEPEST = 2
"""So far parts are set in; parts of parts of parts stand under these."""


def _first_of(family: str, number: int) -> tuple[str, ...]:
    """The first shipped measures of a family, by rank."""
    mine = [one for one in MEASURES.values() if one.family == family and one.rank is not None]
    return tuple(one.name for one in sorted(mine, key=lambda one: one.rank or 0)[:number])


LOOKED_FOR = _first_of("harm", 3)
"""The harm that each side and civilians are expected to be counted by: what OCHA and OHCHR report first."""

MOVED = _first_of("displacement", 1)
"""By what those who had to flee are counted."""

IN_THE_WAR = ("attacker", "defender", "supporter", "target", "victim")
"""Roles of those who may have losses; who mediates, hosts or signs has none to count."""


@dataclass
class _Family:
    """A group with the groups that are parts of it, in the rows in which they are drawn."""

    root: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    contested: bool = False
    apart: bool = False


@takes(claimed=CLAIMED, groups=COMPARED)
def harm_figures(claimed: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The claims of `claimed_casualties` as a chart draws them: `frames.FIGURES`.

    One block per group of compared claims with its parts under it, each claim once, with what revises,
    denies or doubts it beside. The dead come first, then by rank of the measure; what is told apart comes
    before what is revised or told more than once, and that before what one voice says; then the larger. Above
    60 claims only the first of those that are told more than once keep a row each; the others share rows.
    """
    places = _placed(claimed, groups)
    rows = claimed.merge(places, on="claim_id", how="left", validate="one_to_one")
    of_none = rows["family_id"].isna()
    rows["family_id"] = rows["family_id"].fillna("claim " + rows["claim_id"])
    rows = rows.fillna({"place_in": 0, "depth": 0, "contested": False, "apart": False})
    rows = rows.assign(size=rows[NUMBERS].max(axis=1), group_id=rows["group_id"].mask(of_none))
    rows = _weighed(rows.assign(one=rows["claim_id"]))
    if len(rows) > MOST_ROWS:
        contested = rows["contested"].astype(bool)
        last = rows.groupby("family_id")["one"].transform("size").where(~rows.duplicated("family_id"), 0)
        first = contested & (last.where(contested, 0).cumsum() <= ONE_BY_ONE)
        several = in_few_rows(rows[~first], IN_FEW)
        kind = several["measure"] + " in " + several["unit"].fillna("")
        row = "row " + several["one"].astype("str")
        rows = pd.concat([alone(rows[first]), _by_size(several.assign(family_id=kind, one=row, **_APART))])
    else:
        rows = alone(rows)
    return shaped(numbered(numbered(rows, "row", rows["one"]), "block", rows["family_id"]))


def _weighed(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims in the order in which they are drawn where each has a row."""
    of_family = rows.groupby("family_id", sort=False)
    kinds = {name: number for number, name in enumerate(FAMILIES)}
    rows = rows.assign(
        kind=of_family["family"].transform("first").map(kinds),
        first=of_family["rank"].transform("min"),
        largest=of_family["size"].transform("max"),
        outside=rows["context"].notna() if "context" in rows else False,
    )
    rows["outside"] = rows.groupby("family_id", sort=False)["outside"].transform("all")
    order = {"outside": True, "kind": True, "first": True, "apart": False, "contested": False}
    order |= {"largest": False, "family_id": True, "place_in": True, "claim_id": True}
    return rows.sort_values(list(order), ascending=list(order.values()), na_position="last")


def _by_size(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of several claims by measure, the weightier first, then by how many claims each stands for."""
    order = {"first": True, "family_id": True, "together": False, "one": True, "mark": True}
    rows = rows.assign(first=rows["family"].map({name: number for number, name in enumerate(FAMILIES)}))
    rows["first"] = rows["first"] * 1000 + rows["rank"]
    return rows.sort_values(list(order), ascending=list(order.values()))


def _placed(claimed: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """For each claim that is in a group or beside one where it is drawn: family, place in it, depth."""
    claims = {row["claim_id"]: row for row in _plain(claimed, _READ)}
    known = {
        row["group_id"]: row
        for row in _plain(groups, COMPARED.names)
        if any(key in claims for key in row["claim_ids"].split())
    }
    below: defaultdict[str, list[str]] = defaultdict(list)
    tops = []
    for key, group in known.items():
        wholes = [whole for whole in (group["part_of"] or "").split() if whole in known]
        if wholes:
            below[wholes[0]].append(key)
        else:
            tops.append(key)
    # A doubt of a whole report is beside many groups; it is drawn with those that are told more than once.
    families = [_family(top, known, below, claims) for top in tops]
    families.sort(key=lambda one: (not one.apart, not one.contested))
    rows = [
        row | {"family_id": one.root, "contested": one.contested, "apart": one.apart}
        for one in families
        for row in one.rows
    ]
    columns = ["claim_id", "family_id", "place_in", "depth", "group_id", "standing", "replaces"]
    frame = pd.DataFrame(rows, columns=[*columns, "contested", "apart"]).drop_duplicates("claim_id")
    return frame.astype(dict.fromkeys(("claim_id", "family_id", "group_id", "standing", "replaces"), "str"))


_READ = ("claim_id", "as_of_start", *NUMBERS, "voice_id", "stance", "about")


def _plain(frame: pd.DataFrame, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows as dictionaries of the columns named, None for what is missing."""
    columns = [[None if cell != cell or cell is pd.NaT else cell for cell in frame[name]] for name in names]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _family(
    top: str, known: Mapping[str, dict[str, Any]], below: Mapping[str, list[str]], claims: Mapping[str, Any]
) -> _Family:
    """The rows of a group and, under them, of its parts."""
    family = _Family(top)
    waiting = [(top, 0)]
    while waiting:
        key, depth = waiting.pop()
        group = known[key]
        apart = (group["verdict"] == "apart" and group["because"] != "later") or group["breach"] is not None
        family.apart |= apart
        family.contested |= group["claims"] > 1 or any(group[name] for name in BESIDE)
        for row in _rows_of(group, claims):
            family.rows.append(row | {"place_in": len(family.rows), "depth": min(depth, DEEPEST)})
        parts = sorted(below[key], key=lambda part: -_size(known[part], claims)) if key in below else []
        waiting += [(part, depth + 1) for part in reversed(parts)]
    family.contested |= len(below[top]) > 0 if top in below else False
    return family


def _size(group: Mapping[str, Any], claims: Mapping[str, Any]) -> float:
    found = [claims[key][end] for key in group["claim_ids"].split() if key in claims for end in NUMBERS]
    return max((number for number in found if number is not None), default=0.0)


def _rows_of(group: Mapping[str, Any], claims: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The claims of one group: figures in order of time, of one day the smaller first, then objections."""
    standing = dict.fromkeys(group["claim_ids"].split(), "compared")
    for column, name in BESIDE.items():
        standing |= {key: name for key in (group[column] or "").split() if key not in standing}
    figures = [key for key, what in standing.items() if what not in AGAINST and key in claims]
    moved = any(standing[key] in ("earlier", "revised") for key in figures)

    def order(key: str) -> tuple[Any, ...]:
        claim = claims[key]
        numbers = [claim[end] for end in NUMBERS if claim[end] is not None]
        day = claim["as_of_start"] if moved else None
        late = pd.Timestamp.max if day is None else day
        return (late, standing[key] == "compared", max(numbers, default=float("inf")), key)

    figures.sort(key=order)
    against = [key for key, what in standing.items() if what in AGAINST and key in claims]
    told = {"group_id": group["group_id"]}
    return [
        told
        | {"claim_id": key, "standing": standing[key], "replaces": _replaced(key, standing, figures, claims)}
        for key in [*figures, *against]
    ]


def _replaced(
    key: str, standing: Mapping[str, str], figures: list[str], claims: Mapping[str, Any]
) -> str | None:
    """The earlier figure that a claim replaces: what it revises, or the last of its own voice."""
    claim = claims[key]
    if claim["stance"] == "revises" and claim["about"] in figures:
        return str(claim["about"])
    if standing[key] != "compared":
        return None
    earlier = [one for one in figures if standing[one] == "earlier"]
    own = [one for one in earlier if claims[one]["voice_id"] == claim["voice_id"]]
    return own[-1] if own else None


@takes(statements=STATEMENTS, timeline=TIMELINE)
def uncounted(corpus: Corpus, statements: pd.DataFrame, timeline: pd.DataFrame) -> pd.DataFrame:
    """Of whom no report counts the dead, injured, missing or displaced: `frames.UNCOUNTED`.

    Civilians first, then the parties of the events given that may have losses, a member counted with the
    party it is of; parties that lack the same share a row. A claim without a number, a denial or a doubt
    counts nobody. Of narrowed frames only what is in scope counts.
    """
    statements, events = (
        rows[rows["in_scope"]] if "in_scope" in rows else rows for rows in (statements, timeline)
    )
    numbers = statements[NUMBERS].notna().any(axis=1) & ~statements["stance"].isin(AGAINST)
    told = statements[numbers & statements["family"].isin(FAMILIES)]
    rows = [row for row in [_civilians(told)] if row]
    met = corpus.participants[corpus.participants["event_id"].isin(events["event_id"])]
    present = dict.fromkeys(met.loc[met["role"].isin(IN_THE_WAR), "actor_id"])
    top_of = _tops(corpus, [*present, *told["actor_id"].dropna().unique()])
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for actor, measure in told[["actor_id", "measure"]].dropna().drop_duplicates().itertuples(index=False):
        counted[top_of[actor]].add(measure)
    names = corpus.actors.set_index("actor_id")["name"]
    lacking: defaultdict[str, list[str]] = defaultdict(list)
    for top in dict.fromkeys(top_of[actor] for actor in present):
        missing = "; ".join(name for name in LOOKED_FOR if name not in counted[top])
        if missing:
            lacking[missing].append(names[top])
    rows += [
        {"whom": "factions", "names": "; ".join(names), "measures": measures}
        for measures, names in lacking.items()
    ]
    return UNCOUNTED.of(rows)


def _tops(corpus: Corpus, actors: Iterable[str]) -> dict[str, str]:
    """The party at the top of each faction's memberships; itself where it was not under one throughout."""
    above, ever = memberships(corpus.relations), days(None, None)
    found = {actor: sorted(roots(actor, ever, above)) for actor in actors}
    return {actor: tops[0] if len(tops) == 1 else actor for actor, tops in found.items()}


def _civilians(told: pd.DataFrame) -> dict[str, object] | None:
    """What of civilians no claim counts; None where all is counted."""
    of_them = told["counts"].str.contains(rf"(?:^|; ){CIVILIANS}(?:;|$)", na=False)
    missing = [name for name in LOOKED_FOR if not (of_them & told["measure"].eq(name)).any()]
    if not told["family"].eq("displacement").any():
        missing += MOVED
    if not missing:
        return None
    anyone = told["actor_id"].isna() & told["family"].eq("harm")
    whom = "among" if anyone.any() else "civilians"
    return {"whom": whom, "names": None, "measures": "; ".join(missing)}
