"""What a thing is: bounds, spans of time, quantities, measures, frames, passages of prose, the corpus.

Reads no files. Contracts of frames stand in `model.frames`, the vocabulary of measures in `model.measures`.
"""

from analysis.model.bounds import Bounds
from analysis.model.corpus import Corpus
from analysis.model.passages import Citation, KeyFigure, Passage
from analysis.model.quantities import Quantity
from analysis.model.spans import Span, span_of
from analysis.model.wording import WORDING_RULES, quantity_of

__all__ = [
    "WORDING_RULES",
    "Bounds",
    "Citation",
    "Corpus",
    "KeyFigure",
    "Passage",
    "Quantity",
    "Span",
    "quantity_of",
    "span_of",
]
