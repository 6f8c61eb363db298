"""Mutants of a corpus folder: what typing, spreadsheets, tools and malice do to its files.

Every change is drawn from one source of chance, so that the same seed makes the same mutant.
"""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from analysis.model.frames import FIELDS

NUMBERS = (
    *(
        "0",
        "1",
        "12",
        "1600",
        "0.5",
        "999999999999999",
        "99999999999999999999",
        "1e400",
        "1e-400",
        "-0",
        "+5",
    ),
    *(
        "1_000",
        "1,000",
        "1.",
        ".5",
        "0x10",
        "inf",
        "nan",
        "٣٥",
        "۳۵",
        "\uff11\uff12",
        " 5",
        "5\u00a0",
        "-1",
        "90",
        "180",
    ),
    *("9" * 5_000, "0." + "0" * 400 + "1", "½", "1e3", "00012", "2000", "7", "8"),
)
DATES = (
    *("2015-11-10", "2015", "2015-10~", "201X", "20XX", "2015-24", "1950S2", "2015-21", "2015-10-XX", "/.."),
    *("[2015-10-12..2015-10-18]", "{2015-10-09,2015-10-17}", "2015?-09-30/..", "../2015-10", "/2015-10"),
    *("1700-01-01", "2260-12-31", "1699-12-31", "2261-01-01", "0000", "9999", "-0050", "Y17E7", "2015-W40"),
    *(
        "2013/2015-11-10?",
        "2015-11-10/2013",
        "2015/",
        "[..2015]",
        "[2015..]",
        "1700/2260",
        "1700/..",
        "2260/",
    ),
    *("yesterday", "past 48 hours", "two years ago", "200 years ago", "overnight Friday", "late October"),
    *("XXXX", "15XX", "{1960,1961-12}", "{1700..2260}", "2015-11-10T12:00", "42318", "10/11/2015", "../.."),
)
WORDS = (
    *("dozens", "over 1,600", "about 2,000", "none", "a few hundred", "twenty to thirty", "several years"),
    *("over " + "9" * 400, "9" * 30 + " people", "1e308", "half", "50 %", "no one", "10-20", "20-10"),
)
TEXTS = (
    *(
        "",
        " ",
        "x",
        "حلب",
        "‏",
        "\x00",
        "\u202eabc",
        "a\u0301" * 30,
        "🏳️‍🌈",
        "\ufffd",
        "\u2800",
        "\u00ad",
        "\ue000",
    ),
    *(
        "\u0378",
        "\U0001fae8",
        "$x$",
        "a\nb",
        "a\tb",
        "a\r\nb",
        "=1+1",
        "<b>x</b>",
        "&amp;",
        "'; --",
        '"',
        "a,b",
    ),
    *(
        "x" * 300,
        "word " * 400 + "end",
        "x" * 40_000,
        "#rrggbb",
        "#000000",
        "http://a.b",
        "*a*",
        "[a](b)",
        "`a`",
    ),
    *("a; b; ; c", ";", "; ", "{0}", "%s", "\\", "-", "--", "__proto__", "None", "nan", "NA", "null", "True"),
)
ANY = (*NUMBERS, *DATES, *WORDS, *TEXTS)
JSONS: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        float("nan"),
        float("inf"),
        "",
        "x",
        "\ud800",
        [],
        {},
        [[]],
        [None],
        {"": 1},
    ),
    *(36.5, 181, -91, 4_000_000, [36, 36], [[36, 36], [37, 36], [37, 37], [36, 36]], "\u202e", "x" * 40_000),
)
BYTES = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"', b'""', b",", b";", b"\n", b"\r"),
    *(b"\r\n", b"\xc3", b"\xe2\x80\xae", b"\\", b"{", b"}", b"[" * 5_000, b"9" * 5_000, b"\x1a", b"\xc2\x85"),
)

Table = list[list[str]]


def mutate(folder: Path, chance: Random, files: list[str]) -> str:
    """Change one or a few things in the folder; what was done comes back in words."""
    done = []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        file = chance.choice(files)
        path = folder / file
        kinds = {".csv": (_bytes, _table, _table, _table), ".geojson": (_bytes, _json, _json)}
        change = chance.choice(kinds.get(path.suffix, (_bytes, _json, _json, _json)))
        if path.is_file():
            content = path.read_bytes()
            new, words = change(content, chance, path.stem)
            path.write_bytes(new)
            done.append(f"{file}: {words}")
    return "; ".join(done)


def mutant(seed: int, original: Path, folder: Path, files: list[str]) -> str:
    """The mutant of this number in `folder`, a copy of `original`; what was done comes back in words."""
    shutil.copytree(original, folder)
    return mutate(folder, Random(seed), files)  # noqa: S311 - nothing secret


def _bytes(content: bytes, chance: Random, _: str) -> tuple[bytes, str]:
    """A byte flipped, put in or left out, a piece cut, doubled or exchanged with another."""
    size = len(content)
    one, other = sorted(chance.randrange(size + 1) for _ in range(2))
    other = min(other, one + chance.choice((1, 3, 20, 400, size)))
    piece = content[one:other]
    kind = chance.randrange(6)
    if kind == 0:
        return content[:one] + bytes([chance.randrange(256)]) + content[one + 1 :], f"byte {one} changed"
    if kind == 1:
        put = chance.choice(BYTES)
        return content[:one] + put + content[one:], f"{put[:8]!r} at {one}"
    if kind == 2:
        return content[:one] + content[other:], f"{one} to {other} cut"
    if kind == 3:
        return content[:other] + piece + content[other:], f"{one} to {other} doubled"
    if kind == 4:
        coding = chance.choice(("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-8-sig"))
        return content.decode("utf-8", "replace").encode(coding, "replace"), f"in {coding}"
    return content[:one], f"ends at {one}"


def _table(content: bytes, chance: Random, name: str) -> tuple[bytes, str]:
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return _bytes(content, chance, name)
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return _bytes(content, chance, name)
    change = chance.choice((_cell, _cell, _cell, _cell, _typed_cell, _typed_cell, _typed_cell, _row, _column))
    words = change(rows, chance, name)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=chance.choice(("\n", "\n", "\r\n"))).writerows(rows)
    return out.getvalue().encode("utf-8", "replace"), words


def _cell(rows: Table, chance: Random, _: str) -> str:
    """A cell gets the text of another, of its column or any, or one that is odd, or none."""
    row, column = chance.randrange(1, len(rows)), chance.randrange(len(rows[0]))
    other = rows[chance.randrange(1, len(rows))]
    text = chance.choice((other[column], other[column], chance.choice(other), chance.choice(ANY), ""))
    rows[row][column] = text
    return f"row {row + 1} {rows[0][column]} = {text[:30]!r}"


def _typed_cell(rows: Table, chance: Random, name: str) -> str:
    """A cell gets what its column is for, in an odd form."""
    kinds = {column.name: column.kind for column in FIELDS.get(name, ())}
    row, column = chance.randrange(1, len(rows)), chance.randrange(len(rows[0]))
    label = rows[0][column]
    if kinds.get(label) == "float64":
        pool: tuple[str, ...] = NUMBERS
    elif label in ("date", "as_of", "published", "accessed"):
        pool = DATES
    else:
        pool = WORDS if label == "wording" else TEXTS
    rows[row][column] = text = chance.choice(pool)
    return f"row {row + 1} {label} = {text[:30]!r}"


def _row(rows: Table, chance: Random, _: str) -> str:
    """Rows left out, doubled, exchanged, of another length, one alone, or none."""
    one, other = chance.randrange(1, len(rows)), chance.randrange(1, len(rows))
    kind = chance.choice(("left out", "left out", "doubled", "exchanged", "cut", "alone", "none", "many"))
    if kind == "left out":
        del rows[one]
    elif kind == "doubled":
        rows.append(list(rows[one]))
    elif kind == "exchanged":
        rows[one], rows[other] = rows[other], rows[one]
    elif kind == "cut":
        rows[one] = rows[one][: chance.randrange(len(rows[one]))]
    elif kind == "alone":
        rows[1:] = [rows[one]]
    elif kind == "none":
        del rows[1:]
    else:
        rows.extend([f"{rows[one][0]}-{n}", *rows[one][1:]] for n in range(chance.choice((3, 50))))
    return f"row {one + 1} {kind}"


def _column(rows: Table, chance: Random, _: str) -> str:
    """A column left out, doubled, renamed, emptied, filled, its cells turned, or all columns moved."""
    at = chance.randrange(len(rows[0]))
    name, kind = (
        rows[0][at],
        chance.choice(("left out", "doubled", "renamed", "empty", "one", "turned", "moved")),
    )
    if kind == "moved":
        order = list(range(len(rows[0])))
        chance.shuffle(order)
        rows[:] = [[row[n] for n in order] for row in rows]
    elif kind == "turned":
        cells = [row[at] for row in rows[1:]]
        for row, text in zip(rows[1:], cells[1:] + cells[:1], strict=True):
            row[at] = text
    elif kind in ("empty", "one"):
        text = "" if kind == "empty" else chance.choice((*ANY, *(row[at] for row in rows[1:])))
        for row in rows[1:]:
            row[at] = text
    elif kind == "renamed":
        rows[0][at] = chance.choice((name.upper(), f" {name}", "", "x", rows[0][0], "__class__"))
    else:
        for row in rows:
            row[at : at + 1] = [] if kind == "left out" else [row[at], row[at]]
    return f"column {name} {kind}"


def _json(content: bytes, chance: Random, name: str) -> tuple[bytes, str]:
    """A member changed, left out, doubled, or wrapped; of long lists of numbers the first are taken."""
    try:
        whole = json.loads(content)
    except ValueError:
        return _bytes(content, chance, name)
    at, key = whole, None
    path = []
    for _ in range(chance.randrange(1, 9)):
        keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        if not keys:
            break
        parent, key = at, chance.choice(keys)
        path.append(str(key))
        at = parent[key]
    if key is None:
        return _bytes(content, chance, name)
    kind = chance.choice(("left out", "changed", "changed", "changed", "wrapped", "scaled", "renamed"))
    _JSON_CHANGES[kind](parent, key, chance)
    return json.dumps(whole).encode(
        "utf-8", "replace"
    ), f"{'.'.join(path)} {kind} {str(_at(parent, key))[:30]}"


def _at(parent: Any, key: Any) -> Any:
    try:
        return parent[key]
    except (KeyError, IndexError):
        return ""


def _left_out(parent: Any, key: Any, _: Random) -> None:
    del parent[key]


def _changed(parent: Any, key: Any, chance: Random) -> None:
    parent[key] = chance.choice((*JSONS, chance.choice(TEXTS)))


def _wrapped(parent: Any, key: Any, chance: Random) -> None:
    for _ in range(chance.choice((1, 2, 300))):
        parent[key] = [parent[key]]


def _scaled(parent: Any, key: Any, chance: Random) -> None:
    parent[key] = _numbers_in(parent[key], chance.choice((0.0, -1.0, 2.0, 111_000.0, 1e300)))


def _numbers_in(value: Any, factor: float) -> Any:
    if isinstance(value, dict):
        return {key: _numbers_in(each, factor) for key, each in value.items()}
    if isinstance(value, list):
        return [_numbers_in(each, factor) for each in value]
    return value * factor if isinstance(value, float | int) and not isinstance(value, bool) else value


def _renamed(parent: Any, key: Any, chance: Random) -> None:
    if isinstance(parent, dict):
        parent[chance.choice(("x", "crs", "type", "bbox", ""))] = parent.pop(key)
    else:
        parent.append(parent[key])


_JSON_CHANGES: dict[str, Callable[[Any, Any, Random], None]] = {
    "left out": _left_out,
    "changed": _changed,
    "wrapped": _wrapped,
    "scaled": _scaled,
    "renamed": _renamed,
}
