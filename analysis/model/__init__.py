"""What a thing is: bounds, spans of time, quantities, passages of prose and the corpus. Reads no files."""

from analysis.model.bounds import Bounds
from analysis.model.corpus import Corpus
from analysis.model.passages import Citation, KeyFigure, Passage
from analysis.model.quantities import Quantity, written
from analysis.model.spans import Span, span_of
from analysis.model.tables import require
from analysis.model.wording import Reading, Refusal, quantity_of, reading_of, refusal_of
from analysis.model.wording_rules import WORDING_RULES

__all__ = [
    "WORDING_RULES",
    "Bounds",
    "Citation",
    "Corpus",
    "KeyFigure",
    "Passage",
    "Quantity",
    "Reading",
    "Refusal",
    "Span",
    "quantity_of",
    "reading_of",
    "refusal_of",
    "require",
    "span_of",
    "written",
]
