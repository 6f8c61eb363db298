"""Words for the time of a figure: a window behind or before a number, and the times of a rate."""

from analysis.model.numerals import TENS, UNITS
from analysis.model.phrases.barred import MONTHS, WEEKDAYS

DAYS = frozenset("hour day night week month year".split())
_TIME_NOUNS = (
    DAYS
    | {f"{day}s" for day in DAYS}
    | MONTHS
    | WEEKDAYS
    | frozenset(
        "minutes weekend weekends morning afternoon evening midnight noon dawn dusk today yesterday "
        "overnight war conflict fighting uprising offensive operation outbreak campaign crisis truce "
        "ceasefire invasion battle siege ramadan eid decade decades century spring summer autumn "
        "winter".split()
    )
)
_TIME_WORDS = _TIME_NOUNS | frozenset(
    "the a an past last previous preceding first same single this that next recent few several couple "
    "of early mid late start beginning end its began begun started erupted full current span course "
    "space".split()
)
_WINDOWS = frozenset("in over during within since on between throughout by until till from for as".split())
_BARE_WINDOWS = frozenset("yesterday today overnight".split())
RATES = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
RATES["hourly"] = "hour"


def window_end(tokens: list[str], start: int) -> int | None:
    """The place behind the words for a time that begin at `start`; None where none does."""
    word, following = (*tokens[start : start + 2], "", "")[:2]
    if word in _BARE_WINDOWS or (word in WEEKDAYS and start and tokens[start - 1].isalpha()):
        return start + 1 + (following in _TIME_NOUNS)
    if word in ("this", "last") and following in _TIME_NOUNS:
        return start + 2
    if word not in _WINDOWS:
        return None
    place, dated = start + 1, False
    while place < len(tokens):
        token = tokens[place]
        ahead = tokens[place + 1] if place + 1 < len(tokens) else ""
        if token in ("and", "to"):
            if not (word in ("between", "from") or ahead in _TIME_NOUNS):
                break
        elif token[0].isdigit() or token in UNITS or token in TENS:
            if not (_is_year(token) or _dates(tokens, place, ahead)):
                break
            dated = dated or _is_year(token)
        elif token not in _TIME_WORDS:
            break
        dated = dated or token in _TIME_NOUNS
        place += 1
    return place if dated else None


def _is_year(token: str) -> bool:
    return len(token) == 4 and token[:2] in ("19", "20")


def _dates(tokens: list[str], place: int, ahead: str) -> bool:
    """Whether the number at `place` counts days or hours or is that of a day: `24 hours`, `3 and 5 March`."""
    if ahead in _TIME_NOUNS or ahead in UNITS:
        return True
    of_a_day = int(tokens[place]) <= 31 if tokens[place].isdigit() else tokens[place].isalpha()
    return of_a_day and (ahead == "and" or tokens[place - 1] in MONTHS)
