"""The shape of a data package: which of its properties are text, numbers, lists or objects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.errors import Fault
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.quoting import odd_kinds, quoted


@dataclass(frozen=True)
class Leaf:
    """A plain value of one of these types, in words."""

    types: tuple[type, ...]
    words: str


@dataclass(frozen=True)
class Record:
    """An object: the shapes of the properties that are read, and the names of those that it cannot lack.

    `others` is the shape of every property that is not named; where it is None they are not looked at.
    """

    properties: Mapping[str, Any]
    needed: tuple[str, ...] = ()
    others: Any = None
    words: str = "an object"


@dataclass(frozen=True)
class Series:
    """A list of things of one shape, at most so many; where they need a name, each has its own."""

    of: Any
    most: int = 1_000
    words: str = field(default="a list")


@dataclass(frozen=True)
class Either:
    """One of two shapes."""

    one: Any
    other: Any

    @property
    def words(self) -> str:
        """Both, in words."""
        return f"{self.one.words} or {self.other.words}"


TEXT = Leaf((str,), "text")
NUMBER = Leaf((int, float), "a number")
COUNT = Leaf((int,), "a whole number")
TRUTH = Leaf((bool,), "true or false")
NAMES = Either(TEXT, Series(TEXT, words="a list of names"))

KEY = Record(
    {"fields": NAMES, "reference": Record({"resource": TEXT, "fields": NAMES}, ("fields",))},
    ("fields", "reference"),
)
CONSTRAINTS = Record(
    {
        **dict.fromkeys(("required", "unique"), TRUTH),
        "pattern": TEXT,
        "enum": Series(Either(TEXT, NUMBER)),
        **dict.fromkeys(("minimum", "maximum"), NUMBER),
        **dict.fromkeys(("minLength", "maxLength"), COUNT),
    }
)
FIELD = Record(
    {
        **dict.fromkeys(("name", "type", "format", "title", "description", "rdfType", "unit"), TEXT),
        "constraints": CONSTRAINTS,
        "values": Record({}, others=TEXT),
    },
    ("name",),
)
SCHEMA = Record(
    {
        "fields": Series(FIELD, 200, "a list of fields, written here"),
        "primaryKey": NAMES,
        "foreignKeys": Series(KEY),
        "missingValues": Series(TEXT),
    },
    words="a Table Schema, written here",
)
RESOURCE = Record(
    {
        **dict.fromkeys(("name", "title", "description", "format", "mediatype", "encoding"), TEXT),
        "path": Leaf((str,), "the name of one file within the folder"),
        "schema": SCHEMA,
        "dialect": Record({}, words="the properties of a dialect, written here"),
    },
    ("name",),
    words="a table, written here",
)
PACKAGE = Record(
    {
        **dict.fromkeys(("name", "title", "description", "version"), TEXT),
        "licenses": Series(Record(dict.fromkeys(("name", "title", "path"), TEXT))),
        "resources": Series(RESOURCE, 50, "a list of tables, written here"),
    }
)
"""What stands where; a property that is not named is not read."""


def shape_faults(descriptor: Mapping[str, Any]) -> list[Fault]:
    """Every property that is not of the shape in which it is read, is lacking, or has the name of another."""
    return list(_faults(descriptor, PACKAGE, ""))


def _faults(value: Any, shape: Any, where: str) -> Iterator[Fault]:
    if isinstance(shape, Either):
        shape = shape.one if _fits(value, shape.one) else shape.other if _fits(value, shape.other) else shape
    if not _fits(value, shape):
        yield Fault(DESCRIPTOR, 0, where, shown(value), shape.words)
    elif isinstance(shape, Record):
        yield from _record_faults(value, shape, where)
    elif isinstance(shape, Series):
        yield from _series_faults(value, shape, where)
    elif isinstance(value, str) and odd_kinds(value):
        found = f"a character that cannot be seen or means nothing: {quoted(value)}"
        yield Fault(DESCRIPTOR, 0, where, found, "letters, marks, digits and signs")


def _fits(value: Any, shape: Any) -> bool:
    """Whether the value is of this shape, without what lies in it. JSON's true is no number."""
    if isinstance(shape, Leaf):
        return isinstance(value, shape.types) and (isinstance(value, bool) == (shape is TRUTH))
    if isinstance(shape, Either):
        return _fits(value, shape.one) or _fits(value, shape.other)
    return isinstance(value, dict if isinstance(shape, Record) else list)


def _record_faults(value: dict[str, Any], shape: Record, where: str) -> Iterator[Fault]:
    for key in shape.needed:
        if key not in value:
            yield Fault(DESCRIPTOR, 0, under(where, key), "nothing", shape.properties[key].words)
    for key, inner in value.items():
        expected = shape.properties.get(key, shape.others)
        if expected is not None:
            yield from _faults(inner, expected, under(where, key))


def _series_faults(values: list[Any], shape: Series, where: str) -> Iterator[Fault]:
    if len(values) > shape.most:
        yield Fault(DESCRIPTOR, 0, where, f"{len(values)} of them", f"at most {shape.most}")
        return
    named = isinstance(shape.of, Record) and "name" in shape.of.needed
    seen = set()
    for number, value in enumerate(values):
        name = value.get("name") if named and isinstance(value, dict) else None
        known = isinstance(name, str) and name != ""
        if known and name in seen:
            place = f"{where}[{number}].name"
            yield Fault(DESCRIPTOR, 0, place, f"{quoted(str(name))} again", "a name of its own")
        elif known:
            seen.add(name)
        elif isinstance(name, str):
            yield Fault(DESCRIPTOR, 0, f"{where}[{number}].name", "an empty text", "a name")
        yield from _faults(value, shape.of, under(where, str(name)) if known else f"{where}[{number}]")


def under(where: str, key: str) -> str:
    """The place of a property within the place of its object."""
    return ".".join(part for part in (where, quoted(key)[1:-1]) if part)


def shown(value: Any) -> str:
    """A value of JSON in words, cut where it is long."""
    kinds = {dict: "an object", list: "a list", bool: str(value).lower(), type(None): "null"}
    return kinds.get(type(value)) or quoted(str(value))


def reduced(value: Any, shape: Any = PACKAGE) -> Any:
    """The value with only what has a shape, to be handed to others: they may read what we do not."""
    if isinstance(shape, Record) and isinstance(value, dict):
        known = {key: shape.properties.get(key, shape.others) for key in value}
        return {key: reduced(value[key], inner) for key, inner in known.items() if inner is not None}
    if isinstance(shape, Series) and isinstance(value, list):
        return [reduced(item, shape.of) for item in value]
    return value
