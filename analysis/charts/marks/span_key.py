"""The key to what is drawn of spans, and the same in the words of an alternative text."""

import numpy as np
import pandas as pd

from analysis.charts.marks.spans import FADE, Span, possible
from analysis.charts.style import INK, legend
from analysis.messages import say


def span_key(spans: list[Span]) -> list[legend.Item]:
    """Explain only what is drawn: brackets, possible days, fading ends, circles and arrows."""
    shapes = {span.known.shape for span in spans}
    bars = [span.known for span in spans if not span.lost and span.known.named]
    lasting = [known for known in bars if known.shape in ("lasts", "under_way")]
    unreported = any(np.isnan(known.start) or np.isnan(known.end) for known in lasting)
    drawn: list[tuple[bool, list, str]] = [
        ("within" in shapes, legend.bracket(INK), say("key-within")),
        (any(map(possible, lasting)), legend.bar(INK, 0.2), say("key-possible")),
        (any(any(span.fades) for span in spans), legend.fading(INK, 0.6), say("key-fades", days=FADE)),
        ("under_way" in shapes, legend.mark(INK, "o"), say("key-under-way")),
        (unreported, legend.fading(INK, 0.45), say("key-unreported")),
        (any(known.goes_on for known in lasting), legend.head(INK), say("key-open")),
    ]
    return [(picture, words) for met, picture, words in drawn if met]


def span_words(rows: pd.DataFrame) -> list[str]:
    """What is uncertain or not reported, in counts: a sentence for each that occurs."""
    kinds = rows["span"].value_counts()
    counts = {
        "alt-within": int(kinds.get("within", 0)),
        "alt-open": int(kinds.get("goes_on", 0)),
        "alt-no-end": int(kinds.get("began", 0)),
        "alt-no-start": int((rows["start"].isna() & rows["span"].isin(["goes_on", "ended"])).sum()),
    }
    return [say(key, rows=number) for key, number in counts.items() if number]
