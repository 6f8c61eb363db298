"""The one way out of a chart: a figure as SVG, the same bytes for the same figure."""

import io
import re
import warnings

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis.charts.style.lettering import GLYPH, register_fonts
from analysis.charts.style.theme import THEME

STROKES = 'style="stroke-linejoin: round; stroke-linecap: butt"'
"""How lines meet and end, which matplotlib says in the style sheet that is left out."""


def svg(figure: Figure, name: str) -> str:
    """The figure as SVG with selectable text; the same figure and name give the same bytes.

    Every id begins with `name`, so that several figures can stand in one page; there is no prolog, no date,
    no style sheet that reaches beyond the picture, and no character that XML forbids.
    """
    out = io.StringIO()
    register_fonts()
    with mpl.rc_context({**THEME, "svg.hashsalt": name}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", GLYPH)
        figure.savefig(
            out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    picture = out.getvalue()
    picture = picture[picture.index("<svg") :]
    picture = re.sub(
        r"\s*<metadata>.*?</metadata>|\s*<defs>\s*<style.*?</style>\s*</defs>", "", picture, flags=re.S
    )
    picture = picture.replace("<svg ", f"<svg {STROKES} ", 1)
    picture = re.sub(r"<[^>]*>", lambda tag: _tidied(tag[0], name), picture)
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", picture)


def _tidied(tag: str, name: str) -> str:
    """One tag, its ids prefixed unless a link leads to them, coordinates rounded to hundredths of a point."""
    tag = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), tag)
    tag = re.sub(r' transform="rotate\(-?0 [^"]*"', "", tag)
    inside = r'(\bid="|url\(#)' if tag.startswith("<a ") else r'(\bid="|href="#|url\(#)'
    return re.sub(inside, rf"\g<1>{name}-", tag)
