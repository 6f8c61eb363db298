"""What HTML embeds: pictures, drawings, sound, film and frames; shown where the data is there, else named."""

import base64
import binascii
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from analysis.briefing.document.blocks import Block, Omission, Picture, Recording
from analysis.briefing.document.characters import clean, shortened
from analysis.briefing.document.citations import References
from analysis.briefing.document.drawings import drawing
from analysis.briefing.reading.cells import Attachments
from analysis.briefing.reading.pictures import described, picture
from analysis.briefing.reading.tree import DRAWING
from analysis.errors import RenderError
from analysis.messages import say

TAGS = ("img", DRAWING, "audio", "video", "iframe", "frame", "embed", "object", "canvas")

_DATA = re.compile(
    r"data:(?P<mime>[\w.+-]+/[\w.+-]+)?(?P<rest>(?:;[^,;]*)*?)(?P<base>;base64)?,", re.IGNORECASE
)
_PLAYED = re.compile(r"(audio|video)/(wav|x-wav|wave|mpeg|mp3|mp4|ogg|webm|flac|x-m4a|aac)")
_PIXELS = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]+)?)\s*(?:px)?\s*")
_WIDTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]+)px", re.IGNORECASE)
_LOST = re.compile(
    r"<foreignObject\b(?!\s*/>)|<image\b[^<>]*\bhref\s*=\s*[\"']?\s*(?!data:|#)[^\s\"'>]", re.IGNORECASE
)
_TITLE = re.compile(r"<title[^>]*>([^<]+)</title>")


def blocks_of(
    element: Element, label: str, references: References, attachments: Attachments
) -> Iterator[Block]:
    """The blocks of an embedding element of TAGS; never what it says to programs that cannot show it.

    `label` says where it stands; `attachments` are pictures by name and type, as base64.
    """
    if element.tag == DRAWING:
        yield from _drawn(element.text or "", label, references, "", (0.0, 0.0))
    elif element.tag == "img" or _holds_a_picture(element):
        yield from _image(element, label, references, attachments)
    elif element.tag in ("audio", "video"):
        yield from _recorded(element)
    else:
        address = element.get("src") or element.get("data") or ""
        kind = element.tag if element.tag == "canvas" else "frame"
        yield Omission(left_out(f"left-out-{kind}", address, element.get("title", "")))


def left_out(kind: str, address: str, alt: str = "") -> str:
    """What is left out, in a sentence: its kind, where it was to come from, what it shows."""
    address = address.partition(",")[0] if address.startswith("data:") else address
    name = shortened(" ".join(filter(None, (clean(address), f"({clean(alt)})" if alt else ""))), 300)
    what = say(kind)
    return say("left-out-named", what=what, name=name) if name else say("left-out-nameless", what=what)


def _image(element: Element, label: str, references: References, attachments: Attachments) -> Iterator[Block]:
    address = (element.get("src") or element.get("data") or "").strip()
    alt = shortened(clean(element.get("alt", "")), 2000)
    title = clean(element.get("title", ""))
    alt = alt or title
    mime, content = _held(address, attachments)
    size = _asked(element)
    if mime == "image/svg+xml":
        yield from _drawn(content.decode("utf-8", "replace"), label, references, alt, size)
        return
    encoded = base64.b64encode(content).decode() if content else ""
    anchor = references.anchor("picture", alt or label)
    found = picture(mime, encoded, described(alt, label), anchor, size)
    yield found or Omission(_picture_left_out(address, alt))


def _holds_a_picture(element: Element) -> bool:
    address = element.get("src") or element.get("data") or ""
    return element.tag in ("object", "embed") and address.startswith("data:image/")


def _picture_left_out(address: str, alt: str) -> str:
    address = shortened(address.partition(",")[0], 300)
    name = " ".join(filter(None, (address, f"({alt})" if alt else "")))
    if not name:
        return say("left-out-nameless", what=say("left-out-picture"))
    return say("picture-left-out", name=name)


def _drawn(
    svg: str, label: str, references: References, alt: str, size: tuple[float, float]
) -> Iterator[Block]:
    said = described(alt or title_of(svg), label)
    try:
        found = drawing(svg, label)
    except RenderError as refusal:
        # A drawing without a size shows nothing in a browser either; one that is refused is named.
        if "no size" not in str(refusal):
            yield Omission(left_out("left-out-drawing", "", alt))
        return
    yield Picture(said, references.anchor("picture", label), drawing=found, width=size[0], height=size[1])


def lost_in(svg: str) -> list[Block]:
    """What is said of a drawing, or of HTML with drawings, that loses HTML or a picture from elsewhere."""
    return [Omission(say("left-out-nameless", what=say("left-out-part")))] if _LOST.search(svg) else []


def title_of(svg: str) -> str:
    """The title of a drawing, empty where it has none."""
    title = _TITLE.search(svg)
    return unescape(title.group(1)).strip() if title else ""


def _recorded(element: Element) -> Iterator[Block]:
    addresses = [element.get("src", ""), *(each.get("src", "") for each in element.iter("source"))]
    address = next(filter(None, addresses), "")
    kind = say(f"left-out-{element.tag}")
    mime, content = _held(address, {})
    if content and _PLAYED.fullmatch(mime):
        alt = say("left-out-named", what=kind, name=mime)
        yield Recording(element.tag, mime, content, alt)
    else:
        yield Omission(left_out(f"left-out-{element.tag}", address, element.get("title", "")))


def _held(address: str, attachments: Attachments) -> tuple[str, bytes]:
    """Type and content of what an address holds itself or leads to among the attachments; else nothing."""
    if address.startswith("attachment:"):
        attached = attachments.get(address.removeprefix("attachment:"), {})
        mime, encoded = next(iter(sorted(attached.items())), ("", ""))
        return mime, encoded.encode() if mime == "image/svg+xml" else _decoded(encoded)
    match = _DATA.match(address)
    if match is None:
        return "", b""
    rest = address[match.end() :]
    content = (
        _decoded(unquote_to_bytes(rest).decode("ascii", "replace"))
        if match["base"]
        else unquote_to_bytes(rest)
    )
    return (match["mime"] or "text/plain").lower(), content


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _asked(element: Element) -> tuple[float, float]:
    """Width and height that an element asks for, in CSS pixels, 0 where it asks for none."""
    asked = {"width": element.get("width", ""), "height": element.get("height", "")}
    asked |= {name.lower(): size for name, size in _WIDTH.findall(element.get("style", ""))}
    found = {name: _PIXELS.fullmatch(size) for name, size in asked.items()}
    width, height = (float(match.group(1)) if (match := found[side]) else 0.0 for side in ("width", "height"))
    return width, height
