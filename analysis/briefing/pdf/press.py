"""A document printed as a tagged PDF (PDF/UA-1) by Typst, in this process, with its data attached."""

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any

from analysis.briefing.document.blocks import Document
from analysis.briefing.pdf.sizes import Node
from analysis.briefing.pdf.typeset import Manuscript, manuscript_of
from analysis.errors import RenderError
from analysis.messages import say
from analysis.typefaces import ARABIC_FACE, BASE, FACES, SANS, Face

PRINT_FACES = (
    *FACES,
    ARABIC_FACE,
    Face(SANS, 400, True, "font_source_sans_pro", "files/SourceSansPro-It.ttf"),
    Face(SANS, 700, False, "font_source_sans_pro", "files/SourceSansPro-Bold.ttf"),
    Face("DejaVu Sans Mono", 400, False, "matplotlib", "mpl-data/fonts/ttf/DejaVuSansMono.ttf"),
)
"""The styles the PDF may use: those of the page, the bold that charts are lettered in, one for code."""

MAIN = "main.typ"
"""The template that takes in the others, by the name under which Typst looks for it."""

ISOLATING = "\u2066\u2067\u2069"
"""Marks around passages: the typesetter reads them and draws nothing, so no typeface need hold them."""

MISSING = "\u25a1"
"""Stands for a character that no typeface of ours holds."""


def pdf(document: Document, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """The document as one PDF, tagged, with outline, contents and page numbers, fonts embedded.

    `attachments` are files to be attached, by name: `data/<exhibit>.csv` is pointed to under its exhibit.
    The same document and attachments give the same bytes. RenderError where a figure cannot be drawn, naming
    the exhibit.
    """
    press = _press()
    refusals = []
    # Typst 0.15 fails where a table within a table breaks over pages inside a cell that spans rows.
    for flat in (False, True):
        try:
            return _printed(press, manuscript_of(document, attachments or {}, flat=flat))
        except _Refusal as refusal:
            refusals.append(refusal)
    raise RenderError(f"the PDF could not be made: {refusals[0]}") from refusals[0]


def _printed(press: "_Press", manuscript: Manuscript) -> bytes:
    """The PDF, without the foreign pictures that cannot be drawn."""
    try:
        return press.printed(manuscript)
    except _Refusal:
        parts = [manuscript.data[name] for name in ("front", "blocks")]
        if not _unprintable(press, parts, manuscript.files):
            raise
    return press.printed(manuscript)


class _Refusal(Exception):  # noqa: N818
    """What the typesetter says when it refuses a document."""


@dataclass(frozen=True)
class _Press:
    """A typesetter with our fonts and template loaded; it prints one document at a time."""

    compiler: Any
    templates: Mapping[str, bytes]
    lock: Lock

    def printed(self, manuscript: Manuscript) -> bytes:
        """The PDF; _Refusal with the typesetter's message where it refuses."""
        text = json.dumps(manuscript.data, ensure_ascii=False)
        if lacking := sum(sign == MISSING for sign in _replaced(text).values()):
            said = say("letters-lacking", number=lacking, sign=MISSING)
            text = legible(json.dumps(manuscript.data | {"lacking": said}, ensure_ascii=False))
        return self.compiled({**self.templates, **manuscript.files, "document.json": text.encode()})

    def compiled(self, files: Mapping[str, bytes]) -> bytes:
        """The PDF of Typst source, `main.typ`, and what it takes in; only pictures are written to a disk."""
        import typst

        try:
            with self.lock, _given(files) as (texts, folder):
                made: bytes = self.compiler.compile(
                    input=texts, root=folder, format="pdf", pdf_standards=["ua-1"], timestamp=0
                )
        except typst.TypstError as error:
            raise _Refusal("; ".join([error.message, *error.hints])) from error
        return made


@contextmanager
def _given(files: Mapping[str, bytes]) -> Iterator[tuple[dict[str, bytes], Path | None]]:
    """The files as the typesetter takes them: text as it is, and the folder that holds all else, if any."""
    texts = {name: content for name, content in files.items() if _is_text(content)}
    if len(texts) == len(files):
        yield texts, None
        return
    with tempfile.TemporaryDirectory(prefix="sitrep-print-") as folder:
        for name in files.keys() - texts.keys():
            (Path(folder) / name).write_bytes(files[name])
        yield texts, Path(folder)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _press() -> _Press:
    import typst  # here, because the wheel is large and most commands print nothing

    files = resources.files("analysis.briefing.pdf").iterdir()
    templates = {file.name: file.read_bytes() for file in files if file.name.endswith(".typ")}
    # Typst takes folders of fonts, in the order of the file system, and reads a font when it first needs it.
    # A folder with just our files makes the choice the same everywhere; one page in all of them reads them.
    with tempfile.TemporaryDirectory(prefix="sitrep-fonts-") as folder:
        for face in PRINT_FACES:
            shutil.copy(face.file(), folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        press = _Press(typst.Compiler(font_paths=fonts, ignore_system_fonts=True), templates, Lock())
        specimens = ['#set document(title: "Faces")', *map(_specimen, PRINT_FACES)]
        press.compiled({MAIN: "\n".join(specimens).encode()})
    return press


def _specimen(face: Face) -> str:
    style = "italic" if face.italic else "normal"
    return f'#text(font: "{face.family}", weight: {face.weight}, style: "{style}")[a]'


def legible(text: str) -> str:
    """The text with each character that no typeface of ours holds replaced by a sign for it.

    >>> legible("a \u4e2d \u0643")
    'a □ ك'
    """
    replaced = _replaced(text)
    return text.translate(replaced) if replaced else text


def _replaced(text: str) -> dict[int, str]:
    """What stands for each character of the text that no typeface of ours holds; nothing for unseen ones."""
    rare = {character for character in set(text) - BASE if not _held(character)}
    return {ord(c): "" if unicodedata.category(c) in ("Mn", "Cf", "Cc") else MISSING for c in rare}


def _held(character: str) -> bool:
    if unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc"):
        return character in "\n\t"
    if character in ISOLATING:
        return True
    return ord(character) in _letters()


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """The characters that can be printed in any of our styles, by themselves or by way of DejaVu Sans."""
    from fontTools.ttLib import TTFont

    with TTFont(ARABIC_FACE.file(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _unprintable(press: _Press, node: Any, files: Mapping[str, bytes]) -> bool:
    """Take out each foreign picture and formula that cannot be drawn; RenderError for a drawing of ours."""
    if not isinstance(node, list | dict):
        return False
    if isinstance(node, dict) and node.get("kind") == "figure":
        for part in node["parts"]:
            if refusal := _refused(press, part, files):
                raise RenderError(f"exhibit {node['number']}: the drawing cannot be printed: {refusal}")
        return False
    if isinstance(node, list) or not ("svg" in node or "file" in node):
        within = node if isinstance(node, list) else node.values()
        found = [_unprintable(press, each, files) for each in within]
        return any(found)
    refusal = _refused(press, node, files)
    if refusal and "tex" in node:
        del node["svg"]
    elif refusal:
        alt = node["alt"]
        node.clear()
        node |= {"kind": "omission", "body": [say("picture-unreadable", alt=alt)]}
    return bool(refusal)


def _refused(press: _Press, block: Node, files: Mapping[str, bytes]) -> str:
    """Why the typesetter cannot draw a picture, empty where it can."""
    source = b'#set document(title: "Picture")\n#let d = json("picture.json")\n' + (
        b'#image(read(d.file, encoding: none), alt: "Picture")'
        if "file" in block
        else b'#image(bytes(d.svg), format: "svg", alt: "Picture")'
    )
    text = legible(json.dumps(block, ensure_ascii=False))
    held = {block["file"]: files[block["file"]]} if "file" in block else {}
    try:
        press.compiled({MAIN: source, "picture.json": text.encode(), **held})
    except _Refusal as refusal:
        return str(refusal)
    return ""
