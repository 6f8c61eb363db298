"""Words that may not stand beside a counted noun, as they would change what the number says."""

from analysis.model.numerals import SCALES, TENS, UNITS
from analysis.model.phrases.amounts import PLURALS

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

_COUNTING = {*SCALES, *(f"{scale}s" for scale in SCALES), *PLURALS, *UNITS, *TENS} | set(
    "half halves third thirds quarter fourth fourths fifth fifths sixth sixths seventh sevenths "
    "eighth eighths ninth ninths tenth tenths hundredth hundredths second first score times fold "
    "twice odd k bn mn mln st nd rd th".split()
)
_COMPARING = set(
    "numerous multiple various countless than more less fewer least most majority minority any several "
    "few many some another additional further other others max maximum min minimum tops higher lower up "
    "down increase increased decrease decreased rise drop decline growth jump reduction ratio average "
    "number".split()
)
_DOUBTING = set(
    "not no none never without if even perhaps maybe possibly probably presumably roughly "
    "approximately est estimated about around almost nearly circa unless whether versus vs".split()
)
_JOINING = set("so and or nor to but plus minus except excluding besides respectively both all".split())
_PARTING = set("per each every apiece daily weekly monthly yearly hourly annually nightly".split())
_DATING = set("ago later earlier hence old aged age ages am pm a.m. p.m.".split()) | MONTHS | WEEKDAYS

BARRED = frozenset(_COUNTING | _COMPARING | _DOUBTING | _JOINING | _PARTING | _DATING)
"""With one of these beside the noun a phrase is left to the coder."""
