"""What a thing is: bounds, spans of time, quantities, measures, frames, passages of prose, the corpus.

Reads no files. Contracts of frames stand in `model.frames`, the vocabulary of measures in `model.measures`.
"""

from analysis.model.bounds import Bounds
from analysis.model.corpus import Corpus
from analysis.model.passages import Citation, KeyFigure, Passage
from analysis.model.quantities import Quantity
from analysis.model.time.certainty import Certainty, containment, overlap
from analysis.model.time.edtf import span_of
from analysis.model.time.phrases.reading import PHRASE_RULES, DateReading, dated
from analysis.model.time.spans import Span
from analysis.model.time.suggestions import suggestions
from analysis.model.wording import Reading, Refusal, quantity_of, reading_of, refusal_of
from analysis.model.wording_rules import WORDING_RULES

__all__ = [
    "PHRASE_RULES",
    "WORDING_RULES",
    "Bounds",
    "Certainty",
    "Citation",
    "Corpus",
    "DateReading",
    "KeyFigure",
    "Passage",
    "Quantity",
    "Reading",
    "Refusal",
    "Span",
    "containment",
    "dated",
    "overlap",
    "quantity_of",
    "reading_of",
    "refusal_of",
    "span_of",
    "suggestions",
]
