"""Voices: who says how much through which reports, and what of it weighs most."""

import re

import pandas as pd

from analysis.derive.statements import AUTHOR, UNATTRIBUTED
from analysis.model import Corpus
from analysis.model.frames import STATEMENTS, VOICES, takes

MOST = 60
"""How many rows are still read as single chains; beyond it they are gathered."""

MOST_NUMBERS = 12
"""How many reports of one author are told by their numbers."""

NO_NUMBER, NO_FIGURE, NO_WORDS = 1_000, 2_000, 3_000
"""What is added to the rank of a statement that names no number, counts nothing, or is not quoted: these say
less in few words than a figure does."""


@takes(statements=STATEMENTS)
def voices(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """Each chain of attribution by report, and what reports say in their own voice: `frames.VOICES`.

    The own voice of a report is the speaker of the name of its author or outlet, else the one of kind
    `author` with most statements in it. Where a narrowed frame is given, statements in scope alone count.
    """
    told = statements[statements["in_scope"]] if "in_scope" in statements else statements
    if told.empty:
        return VOICES.of([])
    own = _own(told, corpus)
    told = told.assign(
        own=own,
        unnamed=told["speaker_kind"].eq(UNATTRIBUTED),
        group_id=told["author"].fillna(told["source_id"]),
        via=_relays(told, own, corpus.speakers),
        weight=_weights(told),
        **_parties(told, corpus.actors),
    )
    told["chain_key"] = _chains(told)
    rows = _weightiest(told).assign(voices=1)
    rows = rows.merge(_groups(told), on="group_id", validate="many_to_one")
    return _ordered(rows)


@takes(voices=VOICES)
def gathered(voices: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are drawn: each by itself where there are few, else those of one author and party as
    one, and where these are many too those of one party; of parties those with most statements."""
    if len(voices) <= MOST:
        return voices
    by_author = _together(voices, ["group", "own", "unnamed", "party_id"])
    if len(by_author) <= MOST:
        return by_author
    one = voices.drop_duplicates("group")
    whole = {
        name: one[name].sum() for name in ("reports", "authors", "unsigned", "group_claims", "group_own")
    }
    everything = voices.assign(group=1, author=None, publisher=None, numbers=None, **whole)
    by_party = _together(everything, ["group", "own", "unnamed", "party_id"], every_report=False)
    kept = by_party["claims"].rank(method="first", ascending=False) <= MOST
    return VOICES.shaped(by_party[kept].assign(row=range(1, kept.sum() + 1)))


def _own(told: pd.DataFrame, corpus: Corpus) -> pd.Series:
    """Which statements are in the own voice of their report, as all that the report says shows it."""
    known = corpus.speakers[["speaker_id", "name", "kind"]].rename(columns={"name": "names"})
    reports = corpus.sources[["source_id", "author", "publisher"]]
    pairs = (
        corpus.claims.groupby(["source_id", "speaker_id"], sort=False)
        .agg(claims=("claim_id", "size"))
        .reset_index()
        .merge(known, on="speaker_id", how="left", validate="many_to_one")
        .merge(reports, on="source_id", how="left", validate="many_to_one")
        .set_index(["source_id", "speaker_id"])
    )
    columns = (pairs["names"], pairs["author"].fillna(""), pairs["publisher"].fillna(""))
    named = [
        _within(name, author) or _within(name, outlet) for name, author, outlet in zip(*columns, strict=True)
    ]
    found = pd.Series(named, index=pairs.index, dtype=bool) & pairs["kind"].ne(UNATTRIBUTED)
    writers = pairs[pairs["kind"].eq(AUTHOR)]
    signed = found[writers.index].groupby(level=0).transform("any")
    most = writers.loc[~signed, "claims"].groupby(level=0).idxmax()
    found.loc[list(most)] = True
    return pd.Series(
        found.reindex(pd.MultiIndex.from_frame(told[["source_id", "speaker_id"]])).to_numpy(),
        told.index,
        dtype=bool,
    )


def _within(name: str, whole: str) -> bool:
    """Whether a name stands, word for word, in that of an author or outlet."""
    one, other = (" ".join(re.findall(r"\w+", text.casefold())) for text in (name, whole))
    return bool(one) and f" {one} " in f" {other} "


def _relays(told: pd.DataFrame, own: pd.Series, speakers: pd.DataFrame) -> pd.Series:
    """The names of those through whom each statement came, without the own voice of the report."""
    names = speakers.set_index("speaker_id")["name"].to_dict()
    mine = set(
        told.loc[own, ["source_id", "speaker_id"]].drop_duplicates().itertuples(index=False, name=None)
    )
    # A report may hand on words of another and never speak itself.
    writers = set(speakers.loc[speakers["kind"].eq(AUTHOR), "speaker_id"])
    spoken = {source for source, _ in mine}
    chains = told.loc[told["via_id"].notna(), ["source_id", "via_id"]]

    def named(source: str, chain: str) -> str | None:
        kept = [
            names.get(key, key)
            for key in chain.split("; ")
            if (source, key) not in mine and not (source not in spoken and key in writers)
        ]
        return "; ".join(kept) or None

    relays = [named(source, chain) for source, chain in chains.itertuples(index=False, name=None)]
    return pd.Series(relays, index=chains.index, dtype="str").reindex(told.index)


def _weights(told: pd.DataFrame) -> pd.Series:
    """How much each statement weighs, the lowest first: figures by the rank of what they count."""
    number = told["low"].notna() | told["high"].notna()
    figure = told["rank"].astype("float64").fillna(NO_NUMBER)
    weights = figure.where(number, figure + NO_NUMBER).where(told["unit"].notna(), NO_FIGURE)
    return weights.mask(told["unit"].isna() & told["wording"].isna(), NO_WORDS)


def _parties(told: pd.DataFrame, actors: pd.DataFrame) -> dict[str, pd.Series]:
    """The party at the top of each voice, else its own where the memberships do not decide; by the first
    statement of a voice, so that it stands under one."""
    known = actors.set_index("actor_id")
    top = told["root_ids"].where(~told["root_ids"].str.contains(" ", na=False)).fillna(told["party_id"])
    top = top.groupby(told["voice_id"]).transform("first")
    return {
        "party_id": top,
        "party": top.map(known["name"]),
        "party_colour": top.map(known["colour"]),
    }


def _chains(told: pd.DataFrame) -> pd.Series:
    """What tells one chain of a report from another; the own voice is one for all reports of the group."""
    single = told["source_id"] + "\n" + told["speaker_id"] + "\n" + told["via"].fillna("")
    return single.mask(told["own"], told["group_id"] + "\n")


def _weightiest(told: pd.DataFrame) -> pd.DataFrame:
    """Of each chain the statement that weighs most, with how many there are and in which reports."""
    found = told.sort_values("weight", kind="stable").drop_duplicates("chain_key")
    chains = told.groupby("chain_key")
    counted = chains.agg(claims=("claim_id", "size"), source_ids=("source_id", _each_once))
    several = chains["source_number"].nunique() > 1
    found = found.merge(counted, left_on="chain_key", right_index=True, validate="one_to_one")
    number = found["source_number"].astype("Int64").mask(found["chain_key"].map(several))
    return found.assign(source_number=number)


def _groups(told: pd.DataFrame) -> pd.DataFrame:
    """The groups of reports in the order in which their first stands in the register."""
    found = told.groupby("group_id", sort=False).agg(
        first=("source_number", "min"),
        reports=("source_id", "nunique"),
        numbers=("source_number", _numbers),
        outlets=("publisher", lambda names: names.nunique(dropna=False)),
        group_claims=("claim_id", "size"),
        group_own=("own", "sum"),
        signed=("author", "count"),
    )
    found["group"] = found["first"].rank(method="first")
    signed = found["signed"] > 0
    return found.assign(authors=signed.astype(int), unsigned=found["reports"].where(~signed, 0)).reset_index()


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """By group: the own voice, those of a party by what weighs most of it, the others, nobody named last."""
    rows = rows.assign(publisher=rows["publisher"].where(rows["outlets"].eq(1)))
    sort = pd.Series(2, index=rows.index).mask(rows["party_id"].notna(), 1).mask(rows["unnamed"], 3)
    sort = sort.mask(rows["own"], 0)
    lightest = rows.groupby(["group", rows["party_id"].fillna("")])["weight"].transform("min")
    order = ["group", "sort", "lightest", "party_id", "weight", "source_number"]
    told = rows.assign(sort=sort, lightest=lightest.where(sort.eq(1), 0)).sort_values(order, kind="stable")
    return VOICES.shaped(told.assign(row=range(1, len(told) + 1)))


def _together(voices: pd.DataFrame, by: list[str], *, every_report: bool = True) -> pd.DataFrame:
    """Rows of one kind as one, with the statement that weighs most, those with most statements first."""
    told = voices.sort_values("weight", kind="stable").groupby(by, dropna=False, sort=False)
    first = told.head(1).set_index(by)
    counted = told.agg(
        claims=("claims", "sum"),
        named=("speaker_id", "nunique"),
        passages=("row", "size"),
    )
    first = first.drop(columns="claims").join(counted)
    if every_report:
        first["source_ids"] = told["source_ids"].agg(_each_word_once)
    first = first.reset_index()
    several = first["passages"] > 1
    first["voices"] = first["named"].where(~first["unnamed"], first["passages"])
    for column in ("speaker_id", "speaker", "via", "source_number"):
        first[column] = first[column].mask(several)
    kind = pd.Series(1, index=first.index).mask(first["unnamed"], 2).mask(first["own"], 0)
    order = first.assign(kind=kind).sort_values(
        ["group", "kind", "claims"], ascending=[True, True, False], kind="stable"
    )
    return VOICES.shaped(order.assign(row=range(1, len(order) + 1)))


def _numbers(numbers: pd.Series) -> str | None:
    """The numbers of a few reports as one text; None where there are more."""
    known = sorted(set(numbers))
    return " ".join(map(str, known)) if len(known) <= MOST_NUMBERS else None


def _each_once(keys: pd.Series) -> str:
    return " ".join(dict.fromkeys(keys))


def _each_word_once(texts: pd.Series) -> str:
    return " ".join(dict.fromkeys(" ".join(texts).split()))
