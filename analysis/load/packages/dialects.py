"""The dialects of CSV that a data package declares: which are read, and which are said not to be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from analysis.errors import Fault
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.shapes import shown, under

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""What may part cells, in words."""

REMEDY = "save as CSV, comma, UTF-8, and leave the property out"


class CsvSettings(TypedDict):
    """What the standard library's reader is told."""

    delimiter: str
    quotechar: str
    doublequote: bool
    escapechar: str | None
    skipinitialspace: bool


@dataclass(frozen=True)
class Dialect:
    """How the cells of a file are parted and quoted; by default as RFC 4180 has it."""

    delimiter: str = ","
    quote: str = '"'
    doubled: bool = True
    escape: str | None = None
    skip_blanks: bool = False

    @property
    def parted(self) -> str:
        """What parts the cells, in words."""
        return DELIMITERS[self.delimiter]

    @property
    def settings(self) -> CsvSettings:
        """The dialect as `csv.reader` takes it."""
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote,
            "doublequote": self.doubled,
            "escapechar": self.escape,
            "skipinitialspace": self.skip_blanks,
        }

    def holds(self, text: str) -> bool:
        """Whether a cell can be written at all: without a way to mark them quotes cannot stand in one."""
        return self.doubled or self.escape is not None or self.quote not in text

    def line(self, cells: Sequence[str]) -> str:
        """The cells as a line of a file, without its end, quoted where they have to be.

        `csv.writer` leaves a carriage return bare, and blanks that the reader skips.

        >>> Dialect(delimiter=";").line(["a;b", "c", "d,e"])
        '"a;b";c;d,e'
        """
        whole = "".join(cells)
        if self.skip_blanks or any(mark in whole for mark in self._marks):
            cells = [self._cell(cell) for cell in cells]
        return self.delimiter.join(cells) or self.quote * 2

    @property
    def _marks(self) -> tuple[str, ...]:
        return self.delimiter, self.quote, self.escape or self.quote, "\n", "\r"

    def _cell(self, text: str) -> str:
        if not any(mark in text for mark in self._marks) and not (self.skip_blanks and text[:1] == " "):
            return text
        if self.escape is not None:
            text = text.replace(self.escape, self.escape * 2)
        lead = self.quote if self.doubled else (self.escape or "")
        return self.quote + text.replace(self.quote, lead + self.quote) + self.quote


def dialect_of(resource: Mapping[str, Any]) -> Dialect:
    """The dialect that a table declares; its `dialect_faults` are none."""
    declared = _declared(resource)
    return Dialect(
        declared.get("delimiter", ","),
        declared.get("quoteChar", '"'),
        declared.get("doubleQuote", True),
        declared.get("escapeChar"),
        declared.get("skipInitialSpace", False),
    )


def dialect_faults(resource: Mapping[str, Any]) -> Iterator[Fault]:
    """What a table declares of its file that is not read: one fault for the dialect, one for each other."""
    where = under("resources", resource["name"])
    for key, (known, words) in _FILES.items():
        value = resource.get(key)
        if value is not None and value.replace(" ", "").casefold() not in known:
            yield Fault(DESCRIPTOR, 0, f"{where}.{key}", shown(value), words, REMEDY)
    declared = _declared(resource)
    unread = [key for key, value in declared.items() if not _is_read(key, value)]
    marks = [declared.get(key) for key in ("delimiter", "quoteChar", "escapeChar") if declared.get(key)]
    if unread:
        found = ", ".join(f"{key} {shown(declared[key])}" for key in unread)
        yield Fault(DESCRIPTOR, 0, f"{where}.dialect", f"{found}, which is not read", _expected(), REMEDY)
    elif len(set(marks)) < len(marks):
        found = "one mark for two things"
        yield Fault(
            DESCRIPTOR, 0, f"{where}.dialect", found, "delimiter, quoteChar and escapeChar that differ"
        )


_UTF8 = ("utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii")
_FILES = {
    "encoding": (_UTF8, "utf-8"),
    "format": (("csv",), "csv"),
    "mediatype": (("text/csv", *(f"text/csv;charset={name}" for name in _UTF8)), "text/csv"),
}

_READ: dict[str, tuple[Any, ...]] = {
    "delimiter": tuple(DELIMITERS),
    "quoteChar": ('"', "'"),
    "doubleQuote": (True, False),
    "escapeChar": ("\\",),
    "skipInitialSpace": (True, False),
    "header": (True,),
    "headerRows": ([1],),
    "commentChar": ("",),
    "commentRows": ([],),
    "nullSequence": ("",),
    "lineTerminator": ("\n", "\r\n", "\r"),
    "skipBlankRows": (True, False),
    "caseSensitiveHeader": (True, False),
    "headerCase": (True, False),
    "csvddfVersion": ("1.0", "1.2", 1.0, 1.2),
}
"""The properties of a dialect with the values that are read, the first being what goes without saying."""


def _declared(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that are declared, whether within `csv`, as older packages have it, or not."""
    dialect = dict(resource.get("dialect", {}))
    inner = dialect.pop("csv", {})
    found = dialect | (inner if isinstance(inner, dict) else {"csv": inner})
    return {key: value for key, value in found.items() if value is not None and key not in _NAMING}


_NAMING = ("name", "title", "description", "type", "$schema")


def _is_read(key: str, value: Any) -> bool:
    return any(type(value) is type(known) and value == known for known in _READ.get(key, ()))


def _expected() -> str:
    marks = ", ".join(DELIMITERS.values())
    return f"cells parted by {marks}, a header in the first row, no comments"
