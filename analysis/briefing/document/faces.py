"""The typefaces that both printings letter a briefing in, and the files they come from."""

import importlib.util
from dataclasses import dataclass
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
