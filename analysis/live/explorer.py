"""The desk on which a corpus is explored: choices, the views that they narrow, and the claims behind them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets
import pandas as pd
import traitlets
from IPython.display import FileLink

from analysis import screen, typefaces
from analysis.briefing.build import build
from analysis.briefing.notebooks import found
from analysis.errors import SitrepError
from analysis.live.views import NAMES, Choice, Picture, Views, Whole
from analysis.messages import measure_words, say

NOTEBOOKS = (Path(), Path(__file__).parents[1] / "notebooks")
"""Where the notebook that is printed is looked for: beside the open one, then among those of Sitrep."""

WIDE = widgets.Layout(width="26rem")
"""The width of choices with long names."""


class Drawing(anywidget.AnyWidget):
    """A drawing of ours as markup; a click on a claim in it is sent as `{"claim": key}`."""

    _esm = Path(__file__).with_name("drawing.js")
    markup = traitlets.Unicode().tag(sync=True)


class Explorer(widgets.VBox):  # type: ignore[misc]
    """A corpus under choices of region, days, factions and measure; only the view in front is drawn.

    `corpus` is a folder or workbook; `reports` is where a printed view is published. What is wrong with a
    choice is said where the views stand.
    """

    def __init__(self, corpus: str, reports: str = "../reports") -> None:
        self._reports = Path(reports)
        self._views: Views | None = None
        self.corpus = widgets.Text(corpus, description=say("explore-corpus"), continuous_update=False)
        self.region = widgets.Combobox(description=say("explore-region"), continuous_update=False)
        self.start = widgets.Text(
            description=say("explore-start"), placeholder="2015-10", continuous_update=False
        )
        self.end = widgets.Text(
            description=say("explore-end"), placeholder="2015-11", continuous_update=False
        )
        self.factions = widgets.SelectMultiple(description=say("explore-factions"), rows=6, layout=WIDE)
        self.measure = widgets.Dropdown(
            options=[_everything()], description=say("explore-measure"), layout=WIDE
        )
        self.event = widgets.Dropdown(options=[_everything()], description=say("explore-event"), layout=WIDE)
        self.printed = widgets.Button(description=say("explore-print"), icon="print")
        self.links = widgets.Output()
        self.told = widgets.HTML()
        self.claims = widgets.HTML(layout=widgets.Layout(max_height="32rem", overflow="auto"))
        self.drawings = {name: Drawing() for name in NAMES}
        self.tabs = widgets.Tab(
            list(self.drawings.values()), titles=[say(f"explore-{name}") for name in NAMES]
        )
        super().__init__([widgets.HTML(_dress()), *self._laid_out()])
        self._listen()
        self.opened()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        span = self.start.value.strip(), self.end.value.strip()
        return Choice(self.region.value.strip(), *span, tuple(self.factions.value), self.measure.value or "")

    def opened(self, *_: Any) -> None:
        """Load the corpus that is named, and offer what it has; nothing is drawn before all of it stands."""
        with self._refusals():
            self._views = None
            whole = Whole(self.corpus.value.strip())
            coded = whole.corpus
            self.region.options = [name for name, _ in _options(coded.places, "place_id", "name")]
            counted = sorted(whole.statements["measure"].unique())
            self.factions.options = _options(coded.actors, "actor_id", "name")
            self.measure.options = [_everything(), *((measure_words(one), one) for one in counted)]
            self.event.options = [_everything(), *_options(coded.events, "event_id", "title")]
            self._views = Views(whole)
            self.shown()

    def shown(self, *_: Any) -> None:
        """Draw the view in front, and list the claims in scope."""
        with self._refusals():
            if self._views is None:
                return
            name = NAMES[self.tabs.selected_index or 0]
            drawn = _figure(self._views.picture(name, self.choice))
            if self.drawings[name].markup != drawn:
                self.drawings[name].markup = drawn
            self._list()

    def listed(self, *_: Any) -> None:
        """List the claims on what is chosen."""
        with self._refusals():
            self._list()

    def chosen(self, _widget: Any, content: dict[str, str], _buffers: Any) -> None:
        """What was clicked in a drawing: the claims on its event are listed, without one that claim."""
        with self._refusals():
            if self._views is None:
                return
            claim = content.get("claim", "")
            event = self._views.whole.event_of.get(claim)
            known = isinstance(event, str)
            self.event.value = event if known else ""
            self._list("" if known else claim)

    def print(self, *_: Any) -> None:
        """Publish the briefing of this view, and link page and PDF."""
        asked = self.choice
        parameters = {"corpus": self.corpus.value.strip(), "region": asked.region, "start": asked.start}
        parameters |= {"end": asked.end, "factions": ", ".join(asked.factions)}
        given = [f"{name}={value}" for name, value in parameters.items() if value]
        self.links.clear_output()
        self.printed.disabled = True
        # A kernel runs one loop of events, and a build needs its own.
        with self._refusals(), ThreadPoolExecutor(1) as aside:
            folder = aside.submit(build, found("briefing", NOTEBOOKS), given, self._reports).result()
            for name in ("briefing.html", "briefing.pdf"):
                self.links.append_display_data(FileLink(folder / name))  # type: ignore[no-untyped-call]
        self.printed.disabled = False

    def _laid_out(self) -> list[Any]:
        span = widgets.VBox([self.start, self.end, self.region])
        choices = widgets.HBox([span, self.factions, widgets.VBox([self.measure, self.event, self.printed])])
        choices.layout.flex_flow = "row wrap"
        return [self.corpus, choices, self.links, self.told, self.tabs, self.claims]

    def _listen(self) -> None:
        self.corpus.observe(self.opened, "value")
        for one in (self.region, self.start, self.end, self.factions):
            one.observe(self.shown, "value")
        self.tabs.observe(self.shown, "selected_index")
        self.measure.observe(self.listed, "value")
        self.event.observe(self.listed, "value")
        self.printed.on_click(self.print)
        for drawing in self.drawings.values():
            drawing.on_msg(self.chosen)

    def _list(self, claim: str = "") -> None:
        """List the claims on what is chosen, or one of them; the next choice lists by itself again."""
        if self._views is not None:
            rows, total = self._views.claims(self.choice, self.event.value or "", claim)
            told = rows.astype("object").where(rows.notna(), "").to_dict("records")
            self.claims.value = screen.claim_table(told, say("explore-claims", shown=len(rows), total=total))

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """What is refused is told where the views stand, in the words of the command line."""
        self.told.value = ""
        try:
            yield
        except (SitrepError, OSError) as refusal:
            self.told.value = screen.refusal(str(refusal))


def _everything() -> tuple[str, str]:
    """The choice that narrows nothing."""
    return say("explore-all"), ""


def _dress() -> str:
    """The house's type and style, for all that the desk shows."""
    return f"<style>{typefaces.style('')}</style>{screen.style()}"


def _figure(picture: Picture) -> str:
    """Title, subtitle and drawing, as an exhibit has them."""
    head = f'<p class="title">{escape(picture.title)}</p><p class="quiet">{escape(picture.subtitle)}</p>'
    return f'{head}<div class="pair"><div class="drawing">{picture.svg}</div></div>'


def _options(frame: pd.DataFrame, key: str, name: str) -> list[tuple[str, str]]:
    """The rows of a table as choices: name and key, by name."""
    pairs = frame[[name, key]].dropna().astype("str").itertuples(index=False, name=None)
    return sorted(pairs, key=lambda pair: pair[0].casefold())
