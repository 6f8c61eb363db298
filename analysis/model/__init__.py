"""What a thing is: bounds, spans of time, quantities, passages of prose and the corpus. Reads no files."""

from analysis.model.bounds import Bounds
from analysis.model.corpus import Corpus
from analysis.model.passages import Citation, KeyFigure, Passage
from analysis.model.quantities import Quantity, written
from analysis.model.tables import require
from analysis.model.time.certainty import Certainty, containment, overlap
from analysis.model.time.edtf import span_of
from analysis.model.time.phrases.reading import PHRASE_RULES, DateReading, dated
from analysis.model.time.spans import Span
from analysis.model.time.suggestions import suggestions
from analysis.model.wording import WORDING_RULES, quantity_of

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
    "Span",
    "containment",
    "dated",
    "overlap",
    "quantity_of",
    "require",
    "span_of",
    "suggestions",
    "written",
]
