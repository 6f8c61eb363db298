"""Typefaces cut down to the letters a page uses, packed as WOFF2 to be embedded.

The Latin letters of a page come as one cut that is the same for every page, so it is made once per process;
what a page needs beyond it (Arabic, rarer Latin) is cut for that page.
"""

import io
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import lru_cache

from analysis.briefing.document.faces import ARABIC_FACE, BASE, FACES, Face

_LATIN_FEATURES = ("kern", "liga", "locl")
_FEATURES = (*_LATIN_FEATURES, "mark", "mkmk", "ccmp", "init", "medi", "fina", "isol", "rlig", "calt")


def style(characters: Iterable[str], faces: Sequence[Face] = FACES) -> str:
    """The @font-face rules, fonts embedded, for what uses these characters in these styles of type."""
    more = frozenset(characters) - BASE
    rules = [_rule(face, BASE) for face in faces]
    latin = frozenset(character for character in more if _in_source(character))
    rules += [_rule(face, latin) for face in faces if latin]
    if other := frozenset(character for character in more - latin if character > "\u00a0"):
        rules.append(_rule(ARABIC_FACE, other))
    return "".join(rules)


def width(text: str, face: Face, size: float) -> float:
    """How long a line of text is in this style of type, in the unit of its size."""
    advances = _advances(face)
    return sum(advances.get(ord(sign), advances[ord("n")]) for sign in text) * size


def warm() -> None:
    """Cut the Latin letters of every style ahead of need, for instance while a notebook runs."""
    for face in FACES:
        cut(face, BASE)


@lru_cache(maxsize=64)
def cut(face: Face, characters: frozenset[str]) -> bytes:
    """The face with these characters only, as WOFF2, always the same bytes; empty if it has none."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(face.file().read_bytes()), recalcTimestamp=False, lazy=True)
    wanted = {ord(character) for character in characters} & set(font.getBestCmap())
    if not wanted:
        return b""
    options = subset.Options()
    options.layout_features = list(_LATIN_FEATURES if characters == BASE else _FEATURES)
    options.hinting = False
    options.drop_tables += ["DSIG", "FFTM", "gasp"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    # fontTools would search every layout table for names in use, a third of the time; none are: put them by
    names = font["name"]
    del font["name"]
    subsetter.subset(font)
    names.names = [record for record in names.names if record.nameID in (0, 1, 2, 13)]
    font["name"] = names
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed, reorderTables=False)
    return packed.getvalue()


@lru_cache(maxsize=64)
def _rule(face: Face, characters: frozenset[str]) -> str:
    packed = cut(face, characters)
    if not packed:
        return ""
    data = b64encode(packed).decode("ascii")
    slope = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{slope};'
        f"unicode-range:{_ranges(characters)};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
    )


def _ranges(characters: frozenset[str]) -> str:
    """The characters as a CSS unicode-range, neighbours joined."""
    spans: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{low:x}" if low == high else f"U+{low:x}-{high:x}" for low, high in spans)


@lru_cache(maxsize=8)
def _advances(face: Face) -> dict[int, float]:
    """How far each character of a face moves on, in type sizes."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(face.file().read_bytes()), lazy=True)
    units, widths = font["head"].unitsPerEm, font["hmtx"]
    return {code: widths[name][0] / units for code, name in font.getBestCmap().items()}


def _in_source(character: str) -> bool:
    return ord(character) in _source_letters()


@lru_cache(maxsize=1)
def _source_letters() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    cmaps = (
        TTFont(io.BytesIO(face.file().read_bytes()), lazy=True).getBestCmap() for face in (FACES[0], FACES[3])
    )
    return frozenset.intersection(*(frozenset(cmap) for cmap in cmaps))
