"""Publish: the folder a briefing is kept in, named for what it holds and replaced whole."""

import contextlib
import fcntl
import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.exchange import exchanged
from analysis.briefing.manifest import FILE
from analysis.briefing.parameters import Parameter, Value
from analysis.briefing.stops import settle
from analysis.briefing.workroom import HIDDEN, dead_rooms, remove
from analysis.errors import ParameterError, SitrepError

SLUG_LENGTH = 120
"""Letters of a folder's name; file systems allow 255 bytes."""

NAME_LENGTH = 200
"""Bytes of a name that a user gives; what is added to it for a failed notebook must fit too."""

CHECKSUM = 8
"""Digits of a checksum in a name."""

_WORD = re.compile(r"[a-z0-9]+")
_WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a folder's name tells without loss; hyphens part the words of a name, so most values may have none."""

_KINDS = {"str": str, "date": str, "path": str, "int": int, "float": float, "bool": bool, "list[str]": list}
"""What a value of each declared type is; of any other type only a text is told by its words."""

SHIPPED = (Path(__file__).parents[1] / "notebooks").resolve()
"""Where the notebooks lie that came with Sitrep: in a checkout this is a link."""

_ASIDE = "aside"
"""Where in a workroom the earlier edition stands while the new one takes its place in two steps."""


@dataclass(frozen=True)
class Name:
    """What a briefing is called: `folder` among the published, and `briefing`, which tells it from any other.

    `chosen` says that a user chose the folder's name.
    """

    folder: str
    briefing: str
    chosen: bool = False


def named(name: str, briefing: Name) -> Name:
    """The briefing under a name that a user gives; ParameterError where that is none for a folder."""
    wrong = (
        name in ("", ".", "..")
        or name.startswith((".", "_"))
        or name != name.strip()
        or re.search(r"[/\\\x00-\x1f\x7f\ud800-\udfff]", name)
    )
    if wrong or len(name.encode()) > NAME_LENGTH:
        expected = f"one name of a folder, at most {NAME_LENGTH} bytes, that begins with no dot or underscore"
        raise ParameterError(f"name: found {name!r}; expected {expected}")
    return Name(name, briefing.briefing, chosen=True)


def check_place(name: Name, reports: Path) -> None:
    """Refuse, before anything is run, a place where something stands that a build would not replace."""
    _place(name, reports)


def published(edition: Path, name: Name, reports: Path) -> Path:
    """Put the finished folder `edition` into `reports` in place of an earlier one; returns where it stands.

    One build at a time. The two change places in one step where the system can; what stood there goes with
    the workroom that `edition` comes from. SitrepError where something else stands there.
    """
    with _alone_in(reports):
        place = _place(name, reports)
        settle()
        _put(edition, place)
    return place


def sweep_reports(reports: Path) -> None:
    """Remove what builds left in `reports` that were killed, and give back an edition they had set aside."""
    with _alone_in(reports):
        for room in dead_rooms(reports, HIDDEN):
            for old in sorted(room.glob(f"{_ASIDE}/*")):
                if not os.path.lexists(reports / old.name):
                    old.rename(reports / old.name)
            remove(room)


def _put(edition: Path, place: Path) -> None:
    """Where folders cannot change places in one step, nothing stands at `place` for a moment.

    A build that is killed in that moment leaves the earlier edition in its workroom, under its name, from
    where the next build gives it back.
    """
    if not os.path.lexists(place):
        edition.rename(place)
    elif not exchanged(edition, place):
        old = edition.parent / _ASIDE / place.name
        old.parent.mkdir()
        place.rename(old)
        try:
            edition.rename(place)
        except BaseException:
            old.rename(place)
            raise


@contextlib.contextmanager
def _alone_in(reports: Path) -> Iterator[None]:
    """One build at a time publishes into a folder, and sweeps it."""
    folder = os.open(reports, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _place(name: Name, reports: Path) -> Path:
    """Where a briefing goes: a place that is free, or where an earlier edition of the same stands.

    Words can be the same by chance (of the corpus `aleppo`, the notebook `forces`; the corpus
    `aleppo-forces`): whoever comes second gets a checksum. SitrepError where something else stands.
    """
    plain = reports / name.folder
    if name.chosen:
        found = _briefing_at(plain)
        if found not in (None, name.briefing):
            expected = "expected a free name, or an earlier edition of the same notebook and parameters"
            raise SitrepError(f"{plain}: found another briefing; {expected}")
        return plain
    other = reports / f"{name.folder}-{name.briefing[:CHECKSUM]}"
    standing = {place: _briefing_at(place) for place in (other, plain)}
    for place, found in standing.items():
        if found == name.briefing:
            return place
    for place in (plain, other):
        if standing[place] is None:
            return place
    raise SitrepError(f"{other}: found another briefing; expected none; choose a name with --name")


def _briefing_at(place: Path) -> str | None:
    """Which briefing stands at a place, nothing where it is free; SitrepError where it is no briefing."""
    if not os.path.lexists(place):
        return None
    try:
        if place.is_symlink() or (place / FILE).is_symlink():
            raise ValueError
        told = json.loads((place / FILE).read_bytes())
        if not isinstance(found := told["environment"]["briefing"], str):
            raise ValueError
        return found
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        found = f"found something that sitrep build did not make (no {FILE} of a briefing in it)"
        raise SitrepError(f"{place}: {found}; move it away, or choose another name with --name") from None


def name_of(
    notebook: Path, declared: Sequence[Parameter], values: Mapping[str, Value], reports: Path
) -> Name:
    """What a briefing is called in `reports`, and what tells it from all others."""
    folder = slug(notebook, declared, values, reports)
    return Name(folder, _checksum(notebook, declared, values, reports))


def slug(notebook: Path, declared: Sequence[Parameter], values: Mapping[str, Value], reports: Path) -> str:
    """The name of a briefing's folder in `reports`: what it reads, which notebook it is, what was changed.

    `aleppo-2015` for the briefing of that corpus; `aleppo-2015-forces-end-2015-10` for another notebook and a
    value other than its default. Where these words do not tell all (a capital, a comma, where a folder lies),
    a checksum of what was given follows, so that no two briefings of one notebook have the same name.
    """
    told = {one.name: _told(one, values.get(one.name, one.default), notebook, reports) for one in declared}
    read = _read(declared, values)
    changed = _changed(declared, values, notebook, reports)
    kind = [notebook.stem] if notebook.stem != "briefing" or not read else []
    pairs = [word for one in changed for word in (one.name, told[one.name].words)]
    name = "-".join(filter(None, map(_slugged, [*(told[name].words for name in read), *kind, *pairs])))
    tells_all = (
        all(map(_WORDS.fullmatch, kind))
        and all(told[name].whole for name in read)
        and all(_WORD.fullmatch(one.name) and told[one.name].whole for one in changed)
        and not any(one.type == "path" for one in changed)
    )
    if tells_all and len(name) <= SLUG_LENGTH:
        return name
    checksum = _checksum(notebook, declared, values, reports)[:CHECKSUM]
    return f"{name[:SLUG_LENGTH]}-{checksum}".lstrip("-")


def _checksum(
    notebook: Path, declared: Sequence[Parameter], values: Mapping[str, Value], reports: Path
) -> str:
    """SHA-256 of what tells a briefing from all others: which notebook, what it reads, what was changed."""
    chosen = {one.name: _told(one, values.get(one.name, one.default), notebook, reports) for one in declared}
    names = [*_read(declared, values), *(one.name for one in _changed(declared, values, notebook, reports))]
    exact = [_where(notebook, reports), *(f"{name}={chosen[name].exact}" for name in sorted(names))]
    return hashlib.sha256(json.dumps(exact).encode()).hexdigest()


def _read(declared: Sequence[Parameter], values: Mapping[str, Value]) -> list[str]:
    """The parameter by which a briefing is named first: the first that points to a file or folder, if any."""
    first = [one for one in declared if one.type == "path"][:1]
    return [one.name for one in first if values.get(one.name, one.default)]


def _changed(
    declared: Sequence[Parameter], values: Mapping[str, Value], notebook: Path, reports: Path
) -> list[Parameter]:
    """The other parameters whose values are not their defaults: `True` is not 1, nor the text "1"."""
    read = _read(declared, values)
    return [
        one
        for one in declared
        if one.name in values
        and one.name not in read
        and _told(one, values[one.name], notebook, reports).exact
        != _told(one, one.default, notebook, reports).exact
    ]


def _where(notebook: Path, reports: Path) -> str:
    """Where a notebook lies as seen from `reports`; one that came with Sitrep is known by its name.

    So it is the same briefing after a move of the whole folder of work, and after Sitrep is installed anew.
    """
    place = notebook.resolve()
    return place.name if place.parent == SHIPPED else _seen_from(reports, place)


def _seen_from(reports: Path, place: Path) -> str:
    return Path(os.path.relpath(place, reports.resolve())).as_posix()


@dataclass(frozen=True)
class _Told:
    """What a folder's name says of one value, what the value is, and whether the words tell all of it."""

    words: str
    exact: str
    whole: bool


def _told(one: Parameter, value: Value, notebook: Path, reports: Path) -> _Told:
    if one.type == "path" and value:
        place = (notebook.parent / str(value)).resolve()
        shipped = notebook.resolve().parent == SHIPPED and place.parent == _own(one, notebook)
        exact = place.name if shipped else _seen_from(reports, place)
        known = _is_where_corpora_are(place, one, notebook, reports)
        return _Told(place.name, exact, known and bool(_WORDS.fullmatch(place.name)))
    words = "-".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    words = words.lower() if isinstance(value, bool) else words
    told = (_WORDS if one.type == "date" else _WORD).fullmatch(words)
    return _Told(words, repr(value), bool(told) and type(value) is _KINDS.get(one.type, str))


def _is_where_corpora_are(place: Path, one: Parameter, notebook: Path, reports: Path) -> bool:
    """Whether the name of a folder is enough to find it: beside the notebook's own, or in `seeds/`.

    A folder in the `seeds/` beside `reports` is not meant where one of its name lies beside the notebook's
    own: there the name alone would mean either.
    """
    own = _own(one, notebook)
    if place.parent == own:
        return True
    return place.parent == reports.resolve().parent / "seeds" and not (own and (own / place.name).exists())


def _own(one: Parameter, notebook: Path) -> Path | None:
    """The folder beside whose entries a notebook's default lies."""
    return (notebook.parent / str(one.default)).resolve().parent if one.default else None


def _slugged(text: str) -> str:
    """Text as part of a file name: in small Latin letters and digits, with hyphens for all else."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")
