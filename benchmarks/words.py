"""Words: how many of those that nbconvert prints of a notebook stand in Sitrep's page and PDF of it.

`python -m benchmarks.words FOLDER [--missing]` takes every notebook below the folder as it is and runs none.
nbconvert's `basic` HTML is the measure: its words of three letters and more, once each, without the prompts.
"""

import argparse
import io
import itertools
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter

from analysis.briefing.exporters import SitrepHtmlExporter, SitrepPdfExporter

WANTED = 0.97
"""Share of the words that each notebook's page and PDF are to have."""

PLACEHOLDER = "No description has been provided for this image"
"""What nbconvert writes as the alternative text of a picture that has none."""

_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup
    tspan tt u var
    """.split()
)
_UNSEEN = "head, script, style, template, .prompt, .anchor-link, audio, video, iframe, object"
_SPOKEN = ("alt", "aria-label", "title")
_WORD = re.compile(r"[^\W\d_]{3,}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True)
class Found:
    """What of a notebook's words its page and its PDF lack; or why there is none of the two."""

    notebook: str
    words: int
    missing: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def share(self, printing: str) -> float:
        """Share of the words that the printing has, 0 to 1."""
        if printing in self.failed:
            return 0.0
        return 1 - len(self.missing[printing]) / self.words if self.words else 1.0


def main() -> None:
    """Target: at least 97 % in each printing of each notebook; print the worst first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--missing", action="store_true", help="list the words that are missing")
    asked = parser.parse_args()
    if shutil.which("pdftotext") is None:
        parser.error("pdftotext is not found: it comes with Poppler")
    paths = sorted(asked.folder.rglob("*.ipynb"))
    found = [found for path in paths if (found := compared(path, asked.folder))]
    found.sort(key=lambda one: (min(one.share("page"), one.share("pdf")), one.notebook))
    print(f"{'words':>6} {'page':>7} {'PDF':>7}  notebook")
    for one in found:
        print(f"{one.words:6} {one.share('page'):7.1%} {one.share('pdf'):7.1%}  {one.notebook}")
        for printing, cause in one.failed.items():
            print(f"{'':23} no {printing}: {cause}")
        for printing, words in one.missing.items():
            if words and asked.missing:
                print(f"{'':23} {printing} lacks {', '.join(words)}")
    short = sum(min(one.share("page"), one.share("pdf")) < WANTED for one in found)
    print(
        f"{len(found)} notebooks, {short} below {WANTED:.0%}; {len(paths) - len(found)} not read by nbconvert"
    )


def compared(path: Path, folder: Path) -> Found | None:
    """What the two printings of a notebook lack; None where nbconvert itself cannot print it."""
    name = path.relative_to(folder).as_posix()
    try:
        wanted = page_words(HTMLExporter(template_name="basic").from_filename(str(path))[0])
    except Exception as cause:  # noqa: BLE001 - whatever stops a printing, the others are measured
        print(f"{name}: nbconvert: {_first_line(cause)}")
        return None
    made = Found(name, len(wanted))
    for printing, words in (("page", _page), ("pdf", _pdf)):
        try:
            made.missing[printing] = sorted(wanted - words(path))
        except Exception as cause:  # noqa: BLE001 - as above
            made.failed[printing] = _first_line(cause)
    return made


def page_words(html: str) -> set[str]:
    """Words of a page: its text, alternative texts, labels and titles.

    Left out are prompts, the signs of links, and what a recording or frame holds for browsers that show none.
    """
    tree = BeautifulSoup(html, "html.parser")
    for needless in tree.select(_UNSEEN):
        needless.decompose()
    spoken = [str(tag[name]) for tag in tree.find_all(True) for name in _SPOKEN if tag.get(name)]
    for tag in tree.find_all(True):
        if tag.name not in _INLINE:
            tag.insert_before(" ")
            tag.insert_after(" ")
    return words(" ".join([tree.get_text(), *(text for text in spoken if text != PLACEHOLDER)]))


def pdf_words(content: bytes) -> set[str]:
    """Words of a PDF: its text, words broken at the ends of lines put together, and its alternative texts."""
    command = shutil.which("pdftotext") or "pdftotext"
    texts = []
    for order in ([], ["-raw"]):
        run = subprocess.run([command, *order, "-", "-"], input=content, check=True, capture_output=True)
        texts.append(run.stdout.decode())
    with pikepdf.open(io.BytesIO(content)) as file:
        texts += list(_spoken(file))
    return set().union(*map(words, texts), *(words(_mended(text)) for text in texts))


def words(text: str) -> set[str]:
    """Distinct words of three letters and more, in small letters."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return {word.casefold() for word in _WORD.findall(plain)}


def _mended(text: str) -> str:
    """The last word of each line with the first of the next, as it was before the line was broken."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    pairs = itertools.pairwise(lines)
    return "\n".join(
        re.split(r"\s", one)[-1].rstrip(_HYPHENS) + re.split(r"\s", other)[0] for one, other in pairs
    )


def _spoken(file: pikepdf.Pdf) -> Iterator[str]:
    """What a PDF says instead of its drawings and pictures."""
    for held in file.objects:
        if isinstance(held, pikepdf.Dictionary):
            yield from (str(held[name]) for name in ("/Alt", "/ActualText") if name in held)


def _page(path: Path) -> set[str]:
    return page_words(SitrepHtmlExporter().from_filename(str(path))[0])


def _pdf(path: Path) -> set[str]:
    return pdf_words(SitrepPdfExporter().from_filename(str(path))[0])


def _first_line(cause: Exception) -> str:
    return f"{type(cause).__name__}: {cause}".splitlines()[0][:200]


if __name__ == "__main__":
    main()
