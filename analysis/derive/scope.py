"""Scope: which rows lie in a region and period and concern chosen factions, and which are kept beside them.

A filter narrows what is told and never changes what is true: everything is derived from the whole corpus, and
what was derived is narrowed afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.derive import context
from analysis.derive.narrowed import Scope, Standing
from analysis.derive.wish import Wish, wish_of
from analysis.model import Corpus
from analysis.model.frames import GROUPS, takes
from analysis.model.measures import vocabulary

COMPARED = GROUPS.only("group_id", "part_of", *context.BESIDE)

LASTING = ("lasts", "goes_on", "began", "ended")
"""Spans that say how long something lasted; in any other the days are those on which it may have been."""


@takes(groups=COMPARED)
def scope(
    corpus: Corpus,
    groups: pd.DataFrame,
    *,
    region: str = "",
    start: str = "",
    end: str = "",
    factions: Sequence[str] = (),
) -> Scope:
    """What of the corpus is in scope, what is kept as context and why, and what is left out.

    `region` is a place or province by id, name or alias; `start` and `end` are EDTF dates; `factions` are
    actors by id, name or alias. In a region is what its place, or the place of its event, puts there: not
    what is said of a wider place, nor what names none. In a period is what may have been in it, an open end
    being known only until the report was published; what has no day is in the period in which it was
    reported. Of an event in the period is not what speaks of a later day, nor a number or an answer that
    names no day and was told later. Nor is what names no faction of those asked for, be it
    none at all, unless one of them took part in its event. `groups` are those of the whole corpus. Raises
    FrameError for a region or faction that the corpus does not know, naming the nearest.
    """
    wish = wish_of(corpus, region, start, end, factions)
    drawn = _Draft.of(corpus, wish)
    if wish.asked:
        drawn.bring_along(groups)
    return drawn.scope()


@dataclass
class _Draft:
    """The rows of a corpus as they are sorted: for each table why a row is out and why it is kept anyway."""

    corpus: Corpus
    wish: Wish
    tables: dict[str, Standing]
    own: frozenset[str]
    """The factions of what is in scope."""
    shown: frozenset[str]
    """These, with those they have ties with and all of their sides."""

    @classmethod
    def of(cls, corpus: Corpus, wish: Wish) -> "_Draft":
        """Each row by what was asked for."""
        published = _published(corpus)
        events = _events(corpus, wish, published)
        tables = {
            "events": events,
            "claims": _claims(corpus, wish, published, events),
            "control": _control(corpus, wish, published),
        }
        met = _met(corpus, tables) if wish.asked else frozenset(corpus.actors["actor_id"])
        own = met if wish.actors is None else wish.actors
        relations, shown = _relations(corpus, wish, published, own, met)
        return cls(corpus, wish, tables | {"relations": relations}, own, shown)

    def bring_along(self, groups: pd.DataFrame) -> None:
        """Note why rows that are out are kept as context; the first reason found counts."""
        corpus, tables = self.corpus, self.tables
        claims, events, control = tables["claims"], tables["events"], tables["control"]
        in_time = control.by["time"].isna()
        control.keep(context.later_control(corpus.control, control.inside, in_time, self.wish))
        held, in_time = corpus.control[control.inside], events.by["time"].isna()
        events.keep(context.later_events(corpus.events, events.inside, held, in_time, self.wish))
        on_context = corpus.events.set_index("event_id").index[events.kept.notna()]
        why = corpus.claims["event_id"].map(dict(zip(on_context, events.kept.dropna(), strict=True)))
        claims.keep(why.astype("object"))
        told = corpus.events["event_id"].isin(corpus.claims.loc[claims.inside, "event_id"])
        events.keep(_because(told, "whole"))
        relations = tables["relations"]
        relations.keep(context.among(corpus.relations, relations.inside, self.shown))
        claims.keep(context.answers(corpus.claims, claims.inside))
        claims.keep(context.later_states(corpus, self.wish, claims.inside))
        claims.keep(_because(self._told_after(), "told_after"))
        ours = frozenset(corpus.claims.loc[claims.inside, "claim_id"])
        claims.keep(corpus.claims["claim_id"].map(context.beside(groups, ours)).astype("object"))
        claims.keep(_because(self._carrying(), "carries"))

    def _carrying(self) -> pd.Series:
        """Which claims carry a hold, a tie or a part in an event that is shown, or tell that it happened.

        An event is shown with all who tell of it, so that their number can be looked up; a projection does
        not.
        """
        corpus, tables = self.corpus, self.tables
        events = corpus.events.loc[tables["events"].shown, "event_id"]
        present = corpus.participants["event_id"].isin(events)
        carried = {
            *corpus.control.loc[tables["control"].shown, "claim_id"],
            *corpus.relations.loc[tables["relations"].shown, "claim_id"],
            *corpus.participants.loc[present, "claim_id"],
        }
        measures = vocabulary(corpus.measures)
        tells = corpus.claims["measure"].map(lambda name: measures[name].proves_event).astype(bool)
        tells &= corpus.claims["method"] != "projected"
        return corpus.claims["claim_id"].isin(carried) | (tells & corpus.claims["event_id"].isin(events))

    def _told_after(self) -> pd.Series:
        """Which claims on an event in scope were told after the period; a projection tells of no event."""
        claims = self.corpus.claims
        ours = self.corpus.events.loc[self.tables["events"].inside, "event_id"]
        late = _speaks_later(self.corpus, self.wish, _published(self.corpus))
        first = _published(self.corpus)["first"].set_axis(claims.index)
        told = claims["event_id"].isin(ours) & (claims["method"] != "projected")
        return late & told & self.wish.is_after(first)

    def scope(self) -> Scope:
        """What came of it."""
        return Scope(self.corpus, self.wish, self.tables, self.own, self.shown)


def _published(corpus: Corpus) -> pd.DataFrame:
    """For each claim the first and last day of its report, by `claim_id`."""
    days = corpus.sources.set_index("source_id")[["published_start", "published_end"]]
    told = days.reindex(corpus.claims["source_id"]).set_axis(corpus.claims["claim_id"])
    return told.set_axis(["first", "last"], axis=1)


def _events(corpus: Corpus, wish: Wish, published: pd.DataFrame) -> Standing:
    """Events by place, time and who took part; one faction that is wanted keeps it."""
    events, met = corpus.events, corpus.participants
    reports = published.groupby(corpus.claims["event_id"].to_numpy()).agg({"first": "min", "last": "max"})
    told = reports.reindex(events["event_id"]).set_axis(events.index)
    wanted = set(met.loc[wish.of_actors(met["actor_id"]), "event_id"])
    named, ours = events["event_id"].isin(met["event_id"]), events["event_id"].isin(wanted)
    return Standing.first_of(
        wish.by_place(events["place_id"]),
        wish.by_time(events["start"], events["end"], told),
        _by_factions(wish, ours, named),
    )


def _claims(corpus: Corpus, wish: Wish, published: pd.DataFrame, events: Standing) -> Standing:
    """Claims by their own place, time and factions or by those of their event.

    What adds up over a time longer than the period (all sorties since September) says nothing of the period
    alone: it is kept as the whole of which the period is a part.
    """
    claims = corpus.claims
    of_event = corpus.events.set_index("event_id")["place_id"]
    told = published.set_axis(claims.index)
    own = wish.by_time(claims["as_of_start"], claims["as_of_end"], told)
    in_time = corpus.events["event_id"][events.by["time"].isna()]
    when = own.mask(claims["event_id"].isin(in_time))
    when = when.mask(_speaks_later(corpus, wish, published), "period")
    on_wanted = corpus.events["event_id"][events.by["factions"].isna()]
    met = claims["event_id"].isin(corpus.participants["event_id"])
    named = claims["actor_id"].notna() | claims["by_id"].notna() | met
    wanted = wish.of_actors(claims["actor_id"], claims["by_id"]) | claims["event_id"].isin(on_wanted)
    standing = Standing.first_of(
        wish.by_place(claims["place_id"], claims["event_id"].map(of_event)),
        when,
        _by_factions(wish, wanted, named),
    )
    kinds = {name: measure.kind for name, measure in vocabulary(corpus.measures).items()}
    lasting = claims["as_of_span"].isin(LASTING) & (claims["measure"].map(kinds) == "flow")
    reaches_out = ~wish.holds(claims["as_of_start"]) | ~wish.holds(claims["as_of_end"])
    wide = standing.inside & lasting & reaches_out & (wish.first is not None or wish.last is not None)
    standing.out = standing.out.mask(wide, "period")
    standing.keep(_because(wide, "whole"))
    return standing


def _speaks_later(corpus: Corpus, wish: Wish, published: pd.DataFrame) -> pd.Series:
    """Which claims speak of a day after the period: their own, else that of the report of what changes.

    A number without a day is the one known when it was reported, and an answer is given then; that
    something happened, and who took part, is said of the day of the event however late it is told.
    """
    claims = corpus.claims
    dated = claims["as_of_from"] == "claim"
    changing = claims[["low", "best", "high", "about"]].notna().any(axis=1)
    told = published["first"].set_axis(claims.index)
    return wish.is_after(claims["as_of_start"]) & dated | wish.is_after(told) & ~dated & changing


def _control(corpus: Corpus, wish: Wish, published: pd.DataFrame) -> Standing:
    control = corpus.control
    told = published.reindex(control["claim_id"]).set_axis(control.index)
    return Standing.first_of(
        wish.by_place(control["place_id"]),
        wish.by_time(control["start"], control["end"], told),
        _because(~wish.of_actors(control["actor_id"]), "factions"),
    )


def _met(corpus: Corpus, tables: dict[str, Standing]) -> frozenset[str]:
    """The factions of events, claims and control in scope."""
    inside = corpus.events.loc[tables["events"].inside, "event_id"]
    present = corpus.participants[corpus.participants["event_id"].isin(inside)]
    claims = corpus.claims[tables["claims"].inside]
    held = corpus.control.loc[tables["control"].inside, "actor_id"]
    named = pd.concat([present["actor_id"], present["for_id"], claims["actor_id"], claims["by_id"], held])
    return frozenset(named.dropna())


def _relations(
    corpus: Corpus, wish: Wish, published: pd.DataFrame, own: frozenset[str], met: frozenset[str]
) -> tuple[Standing, frozenset[str]]:
    """Ties of the factions in scope by time, and the factions shown: these, those met and those tied to them.

    Factions asked for bring their partners; a region or period shows the ties between those met in it.
    """
    ties = corpus.relations
    told = published.reindex(ties["claim_id"]).set_axis(ties.index)
    one, other = ties["actor_id"].isin(own), ties["other_id"].isin(own)
    touched = one | other if wish.actors is not None else one & other
    partners = ties[touched]
    shown = context.whole_sides(ties, {*own, *met, *partners["actor_id"], *partners["other_id"]})
    standing = Standing.first_of(
        _because(~(ties["actor_id"].isin(shown) & ties["other_id"].isin(shown)), "not_shown"),
        wish.by_time(ties["start"], ties["end"], told),
        _because(~touched, "factions"),
    )
    return standing, shown


def _by_factions(wish: Wish, wanted: pd.Series, named: pd.Series) -> pd.Series:
    """Why a row is not of the factions asked for: it names others, or none."""
    if wish.actors is None:
        return _because(wanted & False, "factions")
    return _because(~wanted & named, "factions").fillna(_because(~wanted, "faction_not_stated"))


def _because(rows: pd.Series, reason: str) -> pd.Series:
    """The reason for the rows that are true, missing for the others."""
    return pd.Series(None, index=rows.index, dtype="object").mask(rows.fillna(False).astype(bool), reason)
