"""Pictures held as base64 text: in outputs, in attachments, in addresses that hold the picture itself."""

import base64
import binascii
import re

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

EMBEDDED = re.compile(rf"data:({'|'.join(TYPES)});base64,([A-Za-z0-9+/=\s]*)")
"""An address that holds a picture itself: its type and its base64 text."""


def picture(mime: str, encoded: str, alt: str, anchor: str) -> Picture | None:
    """A picture from base64 text, None where it is not a picture of the type it says."""
    try:
        content = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    if mime not in TYPES or not content.startswith(TYPES[mime]):
        return None
    return Picture(alt=alt, anchor=anchor, mime=mime, content=content)


def described(alt: str, where: str) -> str:
    """The alternative text, or a line saying that the picture has none, and where it stands.

    >>> described("A map", "cell 1"), described(" ", "cell 1")
    ('A map', 'Picture without a description, cell 1')
    """
    alt = clean(alt)
    return alt if alt.strip() else say("picture-undescribed", place=where)
