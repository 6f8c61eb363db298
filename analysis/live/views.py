"""What the desk shows of a corpus: the same frames, charts and sentences as the printed briefing, narrowed by
what is chosen, each drawn again only where something of it has changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from analysis import charts, derive, load, prose
from analysis.charts import style
from analysis.derive.narrowed import Scope
from analysis.messages import say
from analysis.model import Corpus


class Drawn(NamedTuple):
    """A chart, the rows that it draws, what it is given beside them, and the words that stand around it."""

    chart: Callable[..., Axes]
    rows: pd.DataFrame
    beside: Mapping[str, Any]
    words: Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """What is asked for: as the parameters of the printed briefing, and the `measure` whose claims are
    listed."""

    region: str = ""
    start: str = ""
    end: str = ""
    factions: tuple[str, ...] = ()
    measure: str = ""


@dataclass(frozen=True)
class Picture:
    """One view, ready to show: its title and drawing (SVG), empty where there is nothing to draw."""

    title: str
    subtitle: str
    svg: str


class Whole:
    """A corpus with what follows from all of it: derived once, whatever is chosen later.

    Raises CorpusError where the corpus at `path` has faults, FrameError where it has no claims.
    """

    def __init__(self, path: str, handling: str = "public") -> None:
        self.path = path
        self.corpus: Corpus = load.corpus(path, handling)
        self.statements = derive.statements(self.corpus)
        self.groups = derive.compared(self.statements, self.corpus.places, self.corpus.events)
        self.happened = derive.timeline(self.corpus, self.statements)
        self.register = derive.register(self.corpus, self.statements)

    @cached_property
    def outlines(self) -> Any:
        """The outlines for its map."""
        return load.boundaries(self.path)

    @cached_property
    def ties(self) -> pd.DataFrame:
        """Every tie, to the day of the last report."""
        return derive.ties(self.corpus, self.statements, derive.last_day(self.corpus.sources))

    @cached_property
    def sides(self) -> pd.DataFrame:
        """The sides that these ties make."""
        return derive.sides(self.ties, self.corpus.actors)

    @cached_property
    def forces(self) -> pd.DataFrame:
        """What is claimed of forces and losses."""
        return derive.claimed_forces(self.statements)

    @cached_property
    def harm(self) -> pd.DataFrame:
        """What is claimed of harm to people."""
        return derive.claimed_casualties(self.statements)

    @cached_property
    def front(self) -> pd.DataFrame:
        """What is claimed of the distance of a front."""
        return derive.claimed_front(self.statements)

    @cached_property
    def event_of(self) -> pd.Series:
        """The event of each claim, by key."""
        return self.statements.set_index("claim_id")["event_id"]

    @cached_property
    def ledger(self) -> pd.DataFrame:
        """Every claim, with its verdict."""
        return derive.ledger(self.statements, self.groups)

    def within(self, choice: Choice) -> Scope:
        """The scope of a choice. Raises FrameError and DateError for what the corpus does not know."""
        asked = {"region": choice.region, "start": choice.start, "end": choice.end}
        return derive.scope(self.corpus, self.groups, **asked, factions=choice.factions)


NAMES = ("timeline", "map", "factions", "forces", "harm")
"""The views, in the order of the briefing."""

LISTED = 100
"""So many claims are listed below the views; what is chosen says how many there are."""


class Narrowed:
    """What a choice leaves of a corpus, each frame narrowed once for all views."""

    def __init__(self, whole: Whole, choice: Choice) -> None:
        self.whole = whole
        self.scope = whole.within(choice)

    @cached_property
    def shown(self) -> pd.DataFrame:
        """The claims."""
        return self.scope.claims(self.whole.statements)

    @cached_property
    def ledger(self) -> pd.DataFrame:
        """The claims with their verdicts and the event of each."""
        rows = self.scope.claims(self.whole.ledger)
        return rows.assign(event_id=rows["claim_id"].map(self.whole.event_of))

    @cached_property
    def events(self) -> pd.DataFrame:
        """What happened."""
        return self.scope.events(self.whole.happened)

    @cached_property
    def told(self) -> pd.DataFrame:
        """The claims that are compared, by group."""
        return self.scope.groups(self.whole.groups)


@dataclass
class Views:
    """The views of a corpus under a choice; a view of which nothing has changed is not drawn again."""

    whole: Whole
    _known: dict[str, tuple[Drawn, Picture]] = field(default_factory=dict)
    _narrowed: dict[Choice, Narrowed] = field(default_factory=dict)

    def picture(self, name: str, choice: Choice) -> Picture:
        """One of the views of `NAMES`. Raises FrameError and DateError for what the corpus does not know."""
        drawn = getattr(self, f"_{name}")(self._within(choice))
        known = self._known.get(name)
        if known is None or not _alike(known[0], drawn):
            self._known[name] = known = drawn, _picture(name, drawn)
        return known[1]

    def claims(self, choice: Choice, event: str = "", claim: str = "") -> tuple[pd.DataFrame, int]:
        """The first claims in scope, of one event, measure or key where these are chosen, in words
        (`prose.claims.ledger`), and how many there are."""
        rows = self._within(choice).ledger
        for column, value in (("event_id", event), ("measure", choice.measure), ("claim_id", claim)):
            rows = rows[rows[column] == value] if value else rows
        shown = rows.head(LISTED).reset_index(drop=True)
        return prose.claims.ledger(shown), len(rows)

    def _within(self, choice: Choice) -> Narrowed:
        choice = replace(choice, measure="")
        if choice not in self._narrowed:
            self._narrowed = {choice: Narrowed(self.whole, choice)}
        return self._narrowed[choice]

    def _timeline(self, within: Narrowed) -> Drawn:
        whole = self.whole
        rows, counts = within.events, derive.event_counts(within.events)
        beside = {"counts": counts, "reports": whole.register, "period": within.scope.period}
        words = prose.timeline.words(rows, counts, whole.register, within.shown)
        return Drawn(charts.event_timeline, rows, beside, words)

    def _map(self, within: Narrowed) -> Drawn:
        whole = self.whole
        events = within.events
        spots, off = derive.spots(events, whole.corpus.places, whole.outlines)
        rings = derive.fronts(within.scope.figures(whole.front), whole.corpus.places)
        beside = {"boundaries": whole.outlines, "fronts": rings}
        origin = whole.outlines.attrs["attribution"]
        words = prose.places.words(spots, off, rings, events, whole.corpus.places, origin)
        return Drawn(charts.event_map, spots, beside, words)

    def _factions(self, within: Narrowed) -> Drawn:
        whole = self.whole
        ties, sides = within.scope.ties(whole.ties), within.scope.sides(whole.sides)
        bonds, changed = derive.bonds(ties, within.shown), derive.changed(ties)
        day = derive.last_day(whole.corpus.sources)
        words = prose.factions.words(bonds, sides, changed, day)
        return Drawn(charts.faction_network, bonds, {"sides": sides}, words)

    def _forces(self, within: Narrowed) -> Drawn:
        claimed = within.scope.figures(self.whole.forces)
        rows = derive.force_figures(claimed)
        return Drawn(charts.force_intervals, rows, {}, prose.forces.words(rows, within.told, claimed))

    def _harm(self, within: Narrowed) -> Drawn:
        whole = self.whole
        hurt = within.scope.figures(whole.harm)
        rows = derive.harm_figures(hurt, within.told)
        uncounted = derive.uncounted(whole.corpus, within.shown, within.events)
        words = prose.harm.words(rows, within.told, hurt, within.shown)
        return Drawn(charts.harm_claims, rows, {"groups": within.told, "uncounted": uncounted}, words)


def _picture(name: str, drawn: Drawn) -> Picture:
    title, subtitle = drawn.words["title"], drawn.words.get("subtitle", "")
    if drawn.rows.empty:
        return Picture(say("exhibit-empty", title=title), "", "")
    ax = drawn.chart(drawn.rows, **drawn.beside)
    return Picture(title, subtitle, style.svg(ax.get_figure(root=True), name))  # type: ignore[arg-type]  # charts have a figure


def _alike(one: object, other: object) -> bool:
    """Whether two views, or two parts of them, would be drawn and told the same."""
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return one is other or one.equals(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_alike(value, other[key]) for key, value in one.items())
    if isinstance(one, Drawn) and isinstance(other, Drawn):
        return all(map(_alike, one, other))
    return one == other
