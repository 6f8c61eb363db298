"""Every sentence and label, one catalogue per language, behind `say(key, **values)`.

Dates, numbers and lists in words stand here once, for charts, prose, page and PDF alike. Knows nothing of
frames, claims or notebooks, and decides nothing: what is said, and whether, is decided by who calls.
"""

from analysis.messages.catalogue import Catalogue, catalogue, say, spoken
from analysis.messages.codes import code_words, measure_words, tag_words
from analysis.messages.dates import (
    date_words,
    dated_words,
    day_of_month_words,
    day_words,
    month_words,
    standing_words,
    year_words,
)
from analysis.messages.edtf import edtf_ends
from analysis.messages.lists import joined, listed, paragraph
from analysis.messages.numbers import amount_words, interval_words, number_words, spelled, unit_words

__all__ = [
    "Catalogue",
    "amount_words",
    "catalogue",
    "code_words",
    "date_words",
    "dated_words",
    "day_of_month_words",
    "day_words",
    "edtf_ends",
    "interval_words",
    "joined",
    "listed",
    "measure_words",
    "month_words",
    "number_words",
    "paragraph",
    "say",
    "spelled",
    "spoken",
    "standing_words",
    "tag_words",
    "unit_words",
    "year_words",
]
