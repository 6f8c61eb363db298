"""Publish: the folder a briefing is kept in, named for what it holds and replaced whole."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.parameters import Parameter, Value

SLUG_LENGTH = 120
"""Letters of a folder's name; file systems allow 255 bytes."""

_WORD = re.compile(r"[a-z0-9]+")
_WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a folder's name tells without loss; hyphens part the words of a name, so most values may have none."""


def published(staging: Path, place: Path) -> Path:
    """Put the finished folder `staging` in place of an earlier one at `place`, one build at a time.

    The earlier one is set aside before and removed after, so what stands at `place` is always whole.
    """
    staging.chmod(0o755)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        aside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        if place.exists():
            place.rename(aside / place.name)
        staging.rename(place)
        shutil.rmtree(aside)
    finally:
        os.close(folder)
    return place


def slug(notebook: Path, declared: Sequence[Parameter], values: Mapping[str, Value], reports: Path) -> str:
    """The name of a briefing's folder in `reports`: what it reads, which notebook it is, what was changed.

    `aleppo-2015` for the briefing of that corpus; `aleppo-2015-forces-end-2015-10` for another notebook and a
    value other than its default. Where these words do not tell all (a capital, a comma, where a folder lies),
    a checksum of what was given follows, so that no two briefings of one notebook have the same name.
    """
    used = {one.name: values.get(one.name, one.default) for one in declared}
    told = {one.name: _told(one, used[one.name], notebook, reports) for one in declared}
    read = [one.name for one in declared if one.type == "path"][:1]
    read = [name for name in read if used[name]]
    changed = [one for one in declared if used[one.name] != one.default and one.name not in read]
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
    exact = {name: told[name].exact for name in [*read, *(one.name for one in changed)]}
    checksum = hashlib.sha256(json.dumps([notebook.stem, exact], sort_keys=True).encode()).hexdigest()[:8]
    return f"{name[:SLUG_LENGTH]}-{checksum}".lstrip("-")


@dataclass(frozen=True)
class _Told:
    """What a folder's name says of one value, what the value is, and whether the words tell all of it."""

    words: str
    exact: Value
    whole: bool


def _told(one: Parameter, value: Value, notebook: Path, reports: Path) -> _Told:
    if one.type == "path" and value:
        place = (notebook.parent / str(value)).resolve()
        exact = Path(os.path.relpath(place, reports.resolve())).as_posix()
        known = _is_where_corpora_are(place, one, notebook, reports)
        return _Told(place.name, exact, known and bool(_WORDS.fullmatch(place.name)))
    words = "-".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    words = words.lower() if isinstance(value, bool) else words
    return _Told(words, value, bool((_WORDS if one.type == "date" else _WORD).fullmatch(words)))


def _is_where_corpora_are(place: Path, one: Parameter, notebook: Path, reports: Path) -> bool:
    """Whether the name of a folder is enough to find it: beside the notebook's own, or in `seeds/`.

    A folder in the `seeds/` beside `reports` is not meant where one of its name lies beside the notebook's
    own: there the name alone would mean either.
    """
    own = (notebook.parent / str(one.default)).resolve().parent if one.default else None
    if place.parent == own:
        return True
    return place.parent == reports.resolve().parent / "seeds" and not (own and (own / place.name).exists())


def _slugged(text: str) -> str:
    """Text as part of a file name: in small Latin letters and digits, with hyphens for all else."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")
