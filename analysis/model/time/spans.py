"""Spans of time of every kind that a report can mean: what is known of the day, or of start and end."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from analysis.model.bounds import Bounds
from analysis.model.time.dates import PLAIN, EdtfDate, Marks, Precision

Kind = Literal["day", "within", "lasts", "goes_on", "began", "ended", "until", "each"]
"""What a span says:

- `day`: one day (2015-11-10);
- `within`: one day, somewhere within ([a..b], [a,b], [a..], a month or a year): this is uncertainty, not
  duration;
- `lasts`: from a to b (a/b), each end known to a day or within a window;
- `goes_on`: from a, and still so (a/..); `began`: from a, and the end is not known (a/);
- `ended`: to b, and the start is not known (/b); `until`: to b from an open start (../b);
- `each`: all of several days or windows ({a,b}).
"""

OPEN_ENDED = ("goes_on", "began")


@dataclass(frozen=True)
class Span(Bounds[date]):
    """The days from `low`, the earliest, to `high`, the latest; a missing one is open or unknown.

    What lasts begins between `low` and `latest_start` and ends between `earliest_end` and `high`:
    2013/2015-11-10 starts on some day of 2013. For `day` and `within` these are the same two days crosswise.
    `precision` is that of the date as written, "span" for whatever has two ends or is a list.

    `first` and `last` are the marks of the first and the last date written: which of their components are
    inferred or approximate. `parts` holds, where days between `low` and `high` are left out, the spans that
    are meant: for `within` the one day lies in one of them, for `each` in all. `edtf` is the text.
    """

    precision: Precision = "span"
    kind: Kind = "within"
    latest_start: date | None = None
    earliest_end: date | None = None
    edtf: str = ""
    first: Marks = PLAIN
    last: Marks = PLAIN
    parts: tuple["Span", ...] = ()

    @property
    def approximate(self) -> bool:
        """Whether EDTF marks any component of any date in the span as inferred, approximate or both."""
        return any(mark in self.edtf for mark in "?~%")

    @property
    def start(self) -> Bounds[date]:
        """The days on which it may have begun."""
        return Bounds(self.low, self.latest_start)

    @property
    def end(self) -> Bounds[date]:
        """The days on which it may have ended; open upwards where no end is known."""
        return Bounds(self.earliest_end, None if self.kind in OPEN_ENDED else self.high)

    @property
    def certain(self) -> Bounds[date] | None:
        """The days that it surely holds from end to end, None where there are none: what may be drawn solid.

        A list (`each`) has none of its own: ask its parts.
        """
        if self.latest_start is None or self.earliest_end is None or self.kind == "each":
            return None
        if self.latest_start > self.earliest_end:
            return None
        return Bounds(self.latest_start, self.earliest_end)

    def attested(self, day: date) -> "Span":
        """The span as known from reports up to `day`: a missing last day becomes `day`, for none told more.

        What goes on held on `day`; of what began nothing more is certain than its start. The kind stays and
        says that `high` is no end. Reports before the first day attest that day alone. Stated ends stay as
        they are.

        >>> from analysis.model import span_of
        >>> seen = span_of("2015-09-30/..").attested(date(2015, 11, 10))
        >>> seen.kind, str(seen.high), str(seen.certain.high)
        ('goes_on', '2015-11-10', '2015-11-10')
        """
        if self.high is not None:
            return self
        parts = tuple(part.attested(day) for part in self.parts)
        seen = max([day, *(end for end in (self.low, *(part.high for part in parts)) if end)])
        started = seen if self.latest_start is None else min(self.latest_start, seen)
        held = seen if self.kind == "goes_on" else self.earliest_end
        return replace(self, high=seen, latest_start=started, earliest_end=held, parts=parts)


def moment(written: EdtfDate) -> Span:
    """A single date as a span: one day, or one day somewhere within it (level 0, Date)."""
    windows = written.windows
    low, high = windows[0][0], windows[-1][1]
    kind: Kind = "day" if low == high else "within"
    apart = windows if len(windows) > 1 else []
    parts = tuple(Span(a, b, "span", "day" if a == b else "within", b, a) for a, b in apart)
    marks = written.marks
    return Span(low, high, written.precision, kind, high, low, str(written), marks, marks, parts)
