"""Pictures held as base64 text, and what is said of those that are not described."""

import base64
import binascii

from analysis.briefing.document.blocks import Picture
from analysis.briefing.document.characters import clean
from analysis.messages import say

TYPES = {
    "image/png": b"\x89PNG",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}
"""The picture types a page can hold, with the bytes each begins with."""


def picture(
    mime: str, encoded: str, alt: str, anchor: str, size: tuple[float, float] = (0.0, 0.0)
) -> Picture | None:
    """A picture from base64 text, None where it is not a picture of the type it says.

    `size` is the width and height it asks for, in CSS pixels, 0 where it asks for none.
    """
    try:
        content = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    if mime not in TYPES or not content.startswith(TYPES[mime]):
        return None
    return Picture(alt, anchor, mime, content, width=size[0], height=size[1])


def described(alt: str, where: str) -> str:
    """The alternative text, or a line saying that the picture has none, and where it stands.

    >>> described("A map", "cell 1"), described(" ", "cell 1")
    ('A map', 'Picture without a description, cell 1')
    """
    alt = clean(alt)
    return alt if alt.strip() else say("picture-undescribed", place=where)
