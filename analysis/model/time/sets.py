"""Sets of dates in EDTF (level 2, Set representation): one of several in `[]`, all of several in `{}`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from analysis.model.time.dates import EdtfDate, Precision, error_of, merged, read_date, reversed_error
from analysis.model.time.spans import Kind, Span, moment

CLOSING = {"[": "]", "{": "}"}
EXPECTED = "such as [2015-10-09..2015-10-17] or {2015-10-09,2015-10-17}"


@dataclass(frozen=True)
class _Range:
    """One member of a set: `first..last`, either of which may be missing; a single date is both."""

    first: EdtfDate | None
    last: EdtfDate | None

    def __str__(self) -> str:
        return str(self.first) if self.first is self.last else f"{self.first or ''}..{self.last or ''}"


def set_of(text: str) -> Span:
    """The span of a set: `within` for one of several, `each` for all of them; one alone is that member.

    Raises DateError where the text is no set, is endless, or where a range runs backwards.
    """
    if text[-1:] != CLOSING[text[0]] or text[1:-1] in ("", ".."):
        raise error_of(text, "no list of dates", EXPECTED)
    ranges = [_range(text, piece) for piece in text[1:-1].split(",")]
    if text[0] == "[":
        span = _one_of([_window(one) for one in ranges])
    else:
        span = _all_of([part for one in ranges for part in _members(text, one)])
    said = f"{text[0]}{','.join(map(str, ranges))}{text[-1]}"
    marks = [end.marks for one in ranges for end in (one.first, one.last) if end]
    precision: Precision = "day" if span.kind == "day" else "span"
    return replace(span, precision=precision, edtf=said, first=marks[0], last=marks[-1])


def _range(text: str, piece: str) -> _Range:
    first, dots, last = piece.partition("..")
    if not dots:
        single = read_date(piece)
        return _Range(single, single)
    one = _Range(read_date(first) if first else None, read_date(last) if last else None)
    if not (one.first or one.last):
        raise error_of(text, "a range without a day", EXPECTED)
    if one.first and one.last and one.first.low > one.last.high:
        raise reversed_error(text, text.replace(piece, f"{last}..{first}"))
    return one


def _window(one: _Range) -> Span:
    """One day from first to last; an open side is on or before, or on or after."""
    if one.first and one.first is one.last:
        return moment(one.first)
    low, high = one.first.low if one.first else None, one.last.high if one.last else None
    return Span(low, high, "span", "day" if low == high else "within", high, low, str(one))


def _one_of(windows: list[Span]) -> Span:
    if len(windows) == 1:
        return windows[0]
    lows, highs = [span.low for span in windows], [span.high for span in windows]
    low = None if None in lows else min(day for day in lows if day)
    high = None if None in highs else max(day for day in highs if day)
    kind: Kind = "day" if low and low == high else "within"
    return Span(low, high, "span", kind, high, low, parts=tuple(windows) if kind == "within" else ())


def _members(text: str, one: _Range) -> Iterator[Span]:
    """Every member of a range at its precision: its days as one stretch, its months or years one by one.

    The standard's "all earlier years" have no first, and frames no room for them: endless lists are refused.
    """
    first, last = one.first, one.last
    if first is None or last is None:
        raise error_of(text, "an endless list", "its first and its last member, or a state such as ../2015")
    if first is last:
        yield moment(first)
    elif first.precision != last.precision or first.precision not in ("day", "month", "year"):
        raise error_of(text, "a range of unlike members", "two days, two months or two years")
    elif first.precision == "day":
        yield _stretch(first.low, last.high, str(one))
    else:
        day = first.low
        while day <= last.high:
            member = EdtfDate(f"{day.year}", f"{day.month:02}" if first.precision == "month" else "")
            yield moment(member)
            day = member.high + timedelta(1)


def _all_of(members: list[Span]) -> Span:
    """All of several; known days that touch are one stretch, for together they hold what lasts over both."""
    known = sorted(_ends(span) for span in members if span.kind in ("day", "lasts"))
    parts = [_stretch(low, high) for low, high in merged(known)]
    parts = sorted([*parts, *(span for span in members if span.kind == "within")], key=_ends)
    if len(parts) == 1 and (parts[0].low == parts[0].high or parts[0].kind == "within"):
        return members[0]
    low, high = min(low for low, _ in map(_ends, parts)), max(high for _, high in map(_ends, parts))
    start = min(span.latest_start for span in parts if span.latest_start)
    end = max(span.earliest_end for span in parts if span.earliest_end)
    return Span(low, high, "span", "each", start, end, parts=tuple(parts))


def _ends(span: Span) -> tuple[date, date]:
    """First and last day of a member that has both, as all of a list have."""
    return span.low or date.min, span.high or date.max


def _stretch(low: date, high: date, said: str = "") -> Span:
    return Span(low, high, "span", "day" if low == high else "lasts", low, high, said)
