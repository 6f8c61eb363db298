"""What a PDF holds: its structure, its text as it reads, and every byte of it decompressed."""

import io
import os
import re
import shutil
import subprocess
from html import unescape
from itertools import islice

import pikepdf
import pytest

PAINTING = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}


def elements(node, kind=""):
    """The structure elements below a node in reading order, or those of one kind."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if kind in ("", kid.S):
                yield kid
            yield from elements(kid, kind)


def page_of(element):
    """The object number of the page where an element's first content stands."""
    if "/Pg" in element:
        return element.Pg.objgen
    return next(page_of(kid) for kid in elements(element) if "/Pg" in kid)


def untagged(page):
    """The painting operators of a page outside tagged content and artifacts."""
    marks, found = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            artifact = operands[0] == "/Artifact"
            marks.append(artifact or (len(operands) > 1 and "/MCID" in operands[1]))
        elif str(operator) == "EMC":
            marks.pop()
        elif str(operator) in PAINTING and not any(marks):
            found.append(str(operator))
    return found


def text_of(content):
    """The text in reading order, without places to break and marks of isolation; skips without poppler."""
    return re.sub("[\u200b\u2066-\u2069]", "", _from_poppler(content, "-raw"))


def words_of(content):
    """Each word with its page, left, top, right and bottom, in points; skips where poppler is missing."""
    found = []
    for page, part in enumerate(_from_poppler(content, "-bbox").split("<page ")[1:], 1):
        for match in re.finditer(
            r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', part
        ):
            found.append((unescape(match[5]), page, *map(float, match.groups()[:4])))
    return found


def filled(content):
    """How far down each page is printed, as a share of the height between its head and its foot."""
    top, bottom = 56.7, 792.3
    words = [word for word in words_of(content) if top - 2 < word[3] < bottom]
    pages = range(1, max(word[1] for word in words) + 1)
    return [
        (max((word[5] for word in words if word[1] == page), default=top) - top) / (bottom - top)
        for page in pages
    ]


def overprints(words):
    """Pairs of words that stand over each other by more than a hair."""
    ordered = sorted(words, key=lambda word: (word[1], word[3]))
    found = []
    for n, one in enumerate(ordered):
        for other in islice(ordered, n + 1, None):
            if other[1] != one[1] or one[5] - other[3] <= 4:
                break
            if min(one[4], other[4]) - max(one[2], other[2]) > 1 and other[5] - other[3] > 4:
                found.append((one[0], other[0]))
    return found


def squeezed(text):
    """The text without blanks and hyphens, which depend on where lines end."""
    return re.sub(r"[\s\u00ad-]", "", text)


def everything(content):
    """Every string and stream of a PDF, decompressed: page content, metadata, attachments, all else."""
    with pikepdf.open(io.BytesIO(content)) as file:
        held = [text.encode() for text in strings(file.trailer)]
        for each in file.objects:
            held += [text.encode() for text in strings(each)]
            if isinstance(each, pikepdf.Stream):
                held.append(each.read_bytes())
    return b"\n".join(held)


def strings(node):
    """The names and strings that stand in an object itself, not behind a reference."""
    if isinstance(node, pikepdf.String | pikepdf.Name):
        yield str(node)
    elif isinstance(node, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        parts = node if isinstance(node, pikepdf.Array) else (each for pair in node.items() for each in pair)
        for part in parts:
            if isinstance(part, str):
                yield part
            elif not getattr(part, "is_indirect", False):
                yield from strings(part)


def _from_poppler(content, *options):
    if not shutil.which("pdftotext"):
        reason = "pdftotext of poppler is not installed; no other tool here reads text from a PDF"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode()
