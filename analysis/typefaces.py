"""The typefaces in which page, PDF and exhibits in a notebook are lettered, cut down to the letters used and
packed as WOFF2 to be embedded.

The Latin letters come as one cut that is the same everywhere, so it is made once per process; what a page
needs beyond it (Arabic, rarer Latin) is cut for that page.
"""

import importlib.util
import io
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.errors import RenderError

SERIF, SANS, ARABIC = "Source Serif Pro", "Source Sans Pro", "DejaVu Sans"

BASE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(
    "\u00a0\u00a7\u00a9\u00ab\u00b0\u00b1\u00b7\u00bb\u00d7\u00e9\u00fc\u00f6\u00e4\u2013\u2014\u2018\u2019\u201c"
    "\u201d\u2022\u2026\u2190\u2191\u2192\u2212\u2248\u2264\u2265"
)
"""Letters and signs that every page carries."""


@dataclass(frozen=True)
class Face:
    """One style of a typeface and the file it comes from."""

    family: str
    weight: int
    italic: bool
    package: str
    path: str

    def file(self) -> Path:
        """The font file; RenderError where the package that holds it is not installed."""
        found = importlib.util.find_spec(self.package)
        places = list(found.submodule_search_locations or ()) if found else []
        if not places or not (file := Path(places[0]) / self.path).is_file():
            raise RenderError(f"the typeface {self.family} is missing: {self.path} of package {self.package}")
        return file


FACES = (
    Face(SERIF, 400, False, "font_source_serif_pro", "files/SourceSerifPro-Regular.ttf"),
    Face(SERIF, 400, True, "font_source_serif_pro", "files/SourceSerifPro-It.ttf"),
    Face(SERIF, 600, False, "font_source_serif_pro", "files/SourceSerifPro-Semibold.ttf"),
    Face(SANS, 400, False, "font_source_sans_pro", "files/SourceSansPro-Regular.ttf"),
    Face(SANS, 600, False, "font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"),
)
"""The styles of the page; Arabic follows where a page has it."""

ARABIC_FACE = Face(ARABIC, 400, False, "matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf")
"""The typeface for Arabic script and for signs that Source lacks; found without importing matplotlib."""

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
