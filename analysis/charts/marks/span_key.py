"""The key to what is drawn of spans, and the same in the words of an alternative text."""

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd

from analysis.charts.marks.spans import BEYOND, Span, possible
from analysis.charts.style import INK, PAPER, RULE, legend
from analysis.messages import say

Picture = list[dict[str, Any]]

RING: Picture = [{"line": [(9, 4)], "colour": INK, "marker": "o", "face": PAPER}]
UPRIGHT: Picture = [{"line": [(9, -1), (9, 9)], "colour": INK, "thick": 1.7}]
ARROW: Picture = [
    {"shape": [(0, 2), (9, 2), (9, 6), (0, 6)], "colour": INK, "fill": 0.85, "edge": False},
    {"line": [(9, 4), (17, 4)], "colour": INK, "thick": 1.1},
    {"line": [(13, 1.4), (17, 4), (13, 6.6)], "colour": INK, "thick": 1.1},
]
LIGHT: Picture = [
    {"shape": [(0, 2), (18, 2), (18, 6), (0, 6)], "colour": INK, "fill": 0.85 * BEYOND, "edge": False}
]
FADE: Picture = [
    {
        "shape": [(3.6 * step, 2), (3.6 * step + 3.6, 2), (3.6 * step + 3.6, 6), (3.6 * step, 6)],
        "colour": INK,
        "fill": 0.14 * (step + 1),
        "edge": False,
    }
    for step in range(5)
]
BAND: Picture = [{"shape": [(5, -1), (13, -1), (13, 9), (5, 9)], "colour": RULE, "fill": 0.55, "edge": False}]


def span_key(spans: list[Span], *, banded: bool) -> list[legend.Item]:
    """Explain only what is drawn: ends, brackets, days not certain, arrows, fades and bands of reports."""
    dated = [span for span in spans if span.known.named]
    lasting = [span.known for span in dated if span.known.shape in ("lasts", "under_way")]
    capped = [span for span in dated if span.capped and span.known.shape in ("lasts", "day")]
    ends = [
        guess
        for span in capped
        for guess, day in zip(span.guessed, (span.known.start, span.known.end), strict=True)
        if not np.isnan(day)
    ]
    open_ended = any(known.goes_on for known in lasting)
    faded = any(np.isnan(known.start) or (np.isnan(known.end) and not known.goes_on) for known in lasting)
    drawn: list[tuple[bool, Picture, str]] = [
        (not all(ends), UPRIGHT, say("key-stated")),
        (any(ends), RING, say("key-inferred")),
        (any(span.known.shape == "within" for span in dated), legend.bracket(INK), say("key-within")),
        (open_ended, ARROW, say("key-open")),
        (any(map(possible, lasting)), LIGHT, say("key-possible")),
        (faded, FADE, say("key-unreported")),
        (any(not span.known.named for span in spans), _dotted(), say("key-undated")),
        (banded, BAND, say("key-band")),
    ]
    return [(picture, words) for met, picture, words in drawn if met]


def _dotted() -> Picture:
    return [{"line": [(x, 4), (x + 1.2, 4)], "colour": INK, "thick": 0.8} for x in (1, 5, 9, 13, 17)]


def span_words(rows: pd.DataFrame) -> list[str]:
    """What is uncertain or not reported, in counts: a sentence for each that occurs."""
    kinds = Counter(rows["span"])
    unopened = sum(
        kind in ("goes_on", "ended") and pd.isna(start)
        for kind, start in zip(rows["span"], rows["start"], strict=True)
    )
    counts = {
        "alt-within": kinds["within"],
        "alt-open": kinds["goes_on"],
        "alt-no-end": kinds["began"],
        "alt-no-start": unopened,
    }
    return [say(key, rows=number) for key, number in counts.items() if number]
