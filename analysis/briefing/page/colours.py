"""House colours by day and by night: what contrasts on white paper contrasts as much on dark."""

import re
from functools import lru_cache

from analysis import palette

HOUSE = {
    "ink": palette.INK,
    "muted": palette.MUTED,
    "rule": palette.RULE,
    "paper": palette.PAPER,
    "accent": palette.ACCENT,
}
"""The colours of the page by the name of their custom property."""

_DARK_PAPER = 0.0095
"""Relative luminance of paper by night: not black, which smears light text on many screens."""

_HEX = re.compile(r"(?<![(\"'\w&])#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_NAMED = re.compile(r"\b(black|white)\b")


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour, 0 to 1, as WCAG 2 defines it."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=1024)
def night(colour: str) -> str:
    """The colour for dark paper: the same hue, with the contrast to dark paper that it has to white.

    Contrasts between two colours are kept as well, so what is legible by day is legible by night.

    >>> night("#ffffff"), contrast(night("#55626f"), night("#ffffff")) > 6
    ('#181818', True)
    """
    wanted = min(1.0, 1.05 * (_DARK_PAPER + 0.05) / (luminance(colour) + 0.05) - 0.05)
    lightness, chroma_a, chroma_b = _oklab(colour)
    low, high = 0.0, 1.0
    found = "#ffffff"
    for _ in range(18):
        lightness = (low + high) / 2
        found = _nearest_in_gamut(lightness, chroma_a, chroma_b)
        if luminance(found) < wanted:
            low = lightness
        else:
            high = lightness
    return found


def as_variables(style: str, used: dict[str, str]) -> str:
    """A style with each hex colour replaced by a custom property; `used` gains property name -> day colour.

    >>> used = {}
    >>> as_variables("fill: #1b2733; stroke: #abc", used), used
    ('fill: var(--ink); stroke: var(--c-aabbcc)', {'ink': '#1b2733', 'c-aabbcc': '#aabbcc'})
    """
    names = {colour.lower(): name for name, colour in HOUSE.items()}

    def variable(match: re.Match[str]) -> str:
        digits = match.group(1).lower()
        colour = "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
        name = names.get(colour, f"c-{colour[1:]}")
        used[name] = colour
        return f"var(--{name})"

    named = _NAMED.sub(lambda match: "#000000" if match.group() == "black" else "#ffffff", style)
    return _HEX.sub(variable, named)


def properties(used: dict[str, str], *, dark: bool) -> str:
    """CSS declarations of the house colours and of those used in drawings, by day or by night."""
    colours = {name: colour.lower() for name, colour in HOUSE.items()} | dict(sorted(used.items()))
    shown = {name: night(colour) if dark else colour for name, colour in colours.items()}
    return "".join(f"--{name}:{colour};" for name, colour in shown.items())


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _oklab(colour: str) -> tuple[float, float, float]:
    """Lightness and the two colour axes of Oklab (Björn Ottosson, 2020)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _nearest_in_gamut(lightness: float, a: float, b: float) -> str:
    """The hex colour of this lightness and hue with as much of the chroma as a screen can show."""
    for tenths in range(10, -1, -1):
        channels = _rgb(lightness, a * tenths / 10, b * tenths / 10)
        if all(-0.001 <= channel <= 1.001 for channel in channels):
            break
    eighth = (round(_gamma(min(max(channel, 0.0), 1.0)) * 255) for channel in channels)
    return "#" + "".join(f"{channel:02x}" for channel in eighth)
