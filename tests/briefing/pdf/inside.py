"""What a PDF holds: its structure, its text as it reads, and every byte of it decompressed."""

import io
import os
import re
import shutil
import subprocess

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


def words_of(content):
    """The words of a PDF, each with the place of its left end."""
    boxes = re.findall(r'<word xMin="([\d.]+)"[^>]*>(.*?)</word>', _from_poppler(content, "-bbox"))
    return [(word, float(left)) for left, word in boxes]


def _from_poppler(content, *options):
    if not shutil.which("pdftotext"):
        reason = "pdftotext of poppler is not installed; no other tool here reads text from a PDF"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode()
