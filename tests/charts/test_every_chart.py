"""What holds for every chart: refusals, no side effects, layout, description, SVG, size."""

import re
from collections.abc import Callable
from itertools import pairwise

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import charts
from analysis.charts import style
from analysis.errors import FrameError
from analysis.messages import Catalogue, spoken
from tests.charts.drawn import outside, overlapping, words_of
from tests.messages.pseudo import accented, plain_words, pseudo_catalogue

Draw = Callable[[pd.DataFrame], Axes]

NAMES = tuple(charts.__all__)

FRAMES = {
    "control_timeline": "lanes",
    "event_map": "spots",
    "event_timeline": "timeline",
    "faction_network": "bonds",
    "force_intervals": "forces",
    "harm_claims": "dead",
    "tie_timeline": "changed",
    "voice_chains": "voices",
}

KEYS = {
    "harm_claims": "claim_id",
    "event_map": "place_id",
    "faction_network": "other_id",
    "tie_timeline": "other_id",
}

TABLES = ("force_intervals", "harm_claims")
"""Charts that read like a table: as wide as a column, without a footer, and cut between rows where long."""

CODES = {"relation", "status", "basis", "span", "inferred", "verdict", "measure", "unit", "level", "colour"}
CODES |= {"because", "origin", "counts", "date", "as_of", "standing", "month", "whom", "measures"}
CODES |= {"party_colour", "shape", "outlines", "claim_ids"}
"""Columns that hold codes, which a chart reads and puts into words, and colours and dates."""


GATHERED = {"voice_chains": 60}
"""Charts whose rows `derive` gathers, with the most that it hands on; they may be cut between two rows."""


def foreign(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every letter of its names, titles, wordings and ids accented."""
    texts = [name for name in frame if name not in CODES and frame[name].map(type).eq(str).any()]
    told = {
        name: [accented(cell) if isinstance(cell, str) else cell for cell in frame[name]] for name in texts
    }
    return frame.assign(**told)


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Callable[[str], tuple[Draw, pd.DataFrame]]:
    """The chart of that name as a function of its main frame, and its small frame."""

    def prepared(name: str, change: Callable = lambda frame: frame) -> tuple[Draw, pd.DataFrame]:
        second = {
            "event_map": lambda: {key: request.getfixturevalue(key) for key in ("boundaries", "fronts")},
            "faction_network": lambda: {"sides": request.getfixturevalue("sides")},
            "harm_claims": lambda: {
                "groups": request.getfixturevalue("compared"),
                "uncounted": request.getfixturevalue("uncounted"),
            },
        }.get(name, dict)()
        chart = getattr(charts, name)
        second = {key: change(frame) for key, frame in second.items()}
        return lambda frame, **more: chart(frame, **second, **more), change(
            request.getfixturevalue(FRAMES[name])
        )

    return prepared


def many(name: str, frame: pd.DataFrame, rows: int) -> pd.DataFrame:
    """The frame repeated to that many rows; keys are numbered so that rows stay apart."""
    rows = min(rows, GATHERED.get(name, rows))
    big = pd.concat([frame] * (rows // len(frame) + 1), ignore_index=True).head(rows)
    if name in KEYS:
        number = pd.Series(range(rows)) % 900
        big[KEYS[name]] = big[KEYS[name]].astype(str) + number.astype(str)
    if "lane" in big:
        lane = pd.Series(range(rows), dtype="Int64") // 2
        big = big.assign(lane=lane.where(lane < 40), level=0)
    if "row" in big:
        big["row"] = range(1, rows + 1)
    return big


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_frame_is_refused(name, draw):
    chart, frame = draw(name)
    with pytest.raises(FrameError, match=f"{name}: no rows"):
        chart(frame.head(0))


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_column_is_named_with_the_nearest(name, draw):
    chart, frame = draw(name)
    with pytest.raises(FrameError, match=r"missing column source_ids \(nearest here: sources?_id\)"):
        chart(frame.rename(columns={"source_ids": "sources_id"}))


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_and_the_settings_stay_as_they_were(name, draw):
    chart, frame = draw(name)
    before, settings = frame.copy(deep=True), dict(mpl.rcParams)
    style.svg(chart(frame).figure, "figure")
    pd.testing.assert_frame_equal(frame, before)
    assert dict(mpl.rcParams) == settings


@pytest.mark.parametrize("name", NAMES)
def test_no_text_lies_on_another_or_outside(name, draw):
    chart, frame = draw(name)
    ax = chart(frame)
    assert overlapping(ax) == []
    assert outside(ax) == []


@pytest.mark.parametrize("name", NAMES)
def test_one_row_is_enough(name, draw):
    chart, frame = draw(name)
    ax = chart(frame.head(1))
    assert overlapping(ax) == []
    assert outside(ax) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_description_is_there_and_never_drawn(name, draw):
    chart, frame = draw(name)
    ax = chart(frame)
    assert len(style.description(ax)) > 100
    assert style.description(ax) not in words_of(ax)
    assert style.description(ax) not in style.svg(ax.figure, name)


@pytest.mark.parametrize("name", NAMES)
def test_svg_has_the_same_bytes_each_time_and_text_that_can_be_selected(name, draw):
    chart, frame = draw(name)
    figure = chart(frame).figure
    first = style.svg(figure, name)
    assert first == style.svg(figure, name) == style.svg(chart(frame).figure, name)
    assert "<text" in first
    assert "Source Sans Pro" in first
    assert not re.search(r"<!DOCTYPE|<\?xml|<metadata|<style|<image|dc:date", first)
    assert style.INK in first


@pytest.mark.parametrize("name", NAMES)
def test_text_is_never_in_the_colour_of_a_faction(name, draw):
    chart, frame = draw(name)
    fills = set(re.findall(r"<text style=\"[^\"]*fill: (#[0-9a-f]{6})", style.svg(chart(frame).figure, name)))
    assert fills <= {style.INK, style.MUTED, style.ACCENT}


@pytest.mark.parametrize("name", NAMES)
def test_it_draws_on_axes_that_are_handed_in(name, draw):
    chart, frame = draw(name)
    figure = Figure(figsize=(8, 6))
    mine, other = figure.add_axes((0, 0, 1, 0.9)), figure.add_axes((0, 0.95, 1, 0.05))
    assert chart(frame, ax=mine) is mine
    assert not other.texts
    assert not other.patches


@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_rows_fit_a_page_and_only_what_is_lettered_is_worded(name, draw, monkeypatch):
    keys, say = [], Catalogue.say

    def counting(words: Catalogue, key: str, /, **values: object) -> str:
        keys.append(key)
        return say(words, key, **values)

    monkeypatch.setattr(Catalogue, "say", counting)
    chart, frame = draw(name)
    ax = chart(many(name, frame, 10_000))
    assert 10 < len(keys) < 1000
    cuts = [0.0, *style.breaks(ax), 1.0]
    pieces = [after - before for before, after in pairwise(cuts)]
    assert ax.figure.get_size_inches()[1] * max(pieces) < 11
    assert outside(ax) == []


@pytest.mark.parametrize("name", NAMES)
def test_counts_of_one_are_singular(name, draw):
    chart, frame = draw(name)
    ax = chart(frame.head(1))
    for text in (words_of(ax), style.description(ax)):
        assert not re.search(r"(?<![\d.,])1 (further )?(\w*[^s\W]s)\b(?<!persons)", text), text
        assert not re.search(r"\b0 (claim|part)", text), text


@pytest.mark.parametrize("rows", [1, 0, 2000], ids=["one row", "few rows", "many rows"])
@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_from_the_catalogue_or_the_frame(name, rows, draw):
    chart, frame = draw(name, foreign)
    with spoken(pseudo_catalogue()):
        ax = chart(many(name, frame, rows) if rows else frame)
    assert plain_words(words_of(ax)) == []
    assert plain_words(style.description(ax)) == []
