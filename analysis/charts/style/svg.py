"""The one way out of a chart: a figure as SVG, the same bytes for the same figure."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from analysis.charts.style.lettering import GLYPH, register_fonts
from analysis.charts.style.theme import THEME

NOTHING = ("Date", "Creator", "Format", "Type")
"""What matplotlib would say of a file."""

STROKES = 'style="stroke-linejoin: round; stroke-linecap: butt"'
"""How lines meet and end, which matplotlib says in the style sheet that is left out."""


def svg(figure: Figure, name: str) -> str:
    """The figure as SVG with selectable text; the same figure and name give the same bytes.

    Every id begins with `name`, so that several figures can stand in one page; there is no prolog, no date,
    no style sheet that reaches beyond the picture, and no character that XML forbids.
    """
    register_fonts()
    with mpl.rc_context({**THEME, "svg.hashsalt": name}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", GLYPH)
        picture = _drawn(figure)
    picture = picture[picture.index("<svg") :]
    picture = re.sub(
        r"\s*<metadata>.*?</metadata>|\s*<defs>\s*<style.*?</style>\s*</defs>", "", picture, flags=re.S
    )
    picture = picture.replace("<svg ", f"<svg {STROKES} ", 1)
    picture = re.sub(r"<[^>]*>", lambda tag: _tidied(tag[0], name), picture)
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", picture)


class _Renderer(RendererSVG):  # type: ignore[misc]
    """matplotlib's own, which measures no text a second time."""

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool
    ) -> tuple[float, float, float]:
        return _extent(s, prop, ismath)


@lru_cache(maxsize=20_000)
def _extent(text: str, face: FontProperties, ismath: bool) -> tuple[float, float, float]:
    """Width, height and descent of a text; `face` is a copy that matplotlib made for its own store."""
    width, height, descent = text_to_path.get_text_width_height_descent(text, face, ismath)
    return width, height, descent


def _drawn(figure: Figure) -> str:
    """What `savefig` writes, without a ground and without axes that show nothing.

    matplotlib forgets with each figure how wide its words are, and draws an axis without ticks at length.
    """
    out = io.StringIO()
    for axis in _axes_of(figure.axes):
        axis.set_visible(bool(len(axis.get_ticklocs()) or axis.get_label_text()) and axis.get_visible())
    inches, dpi, ground = figure.get_size_inches(), figure.dpi, figure.patch.get_visible()
    width, height = inches * 72
    figure.set_dpi(72)
    figure.patch.set_visible(False)
    try:
        vector = _Renderer(width, height, out, image_dpi=dpi, metadata=dict.fromkeys(NOTHING))
        renderer = MixedModeRenderer(figure, *inches, dpi, vector)
        figure.draw(renderer)
        renderer.finalize()
    finally:
        figure.set_dpi(dpi)
        figure.patch.set_visible(ground)
    return out.getvalue()


def _axes_of(drawn: Iterable[Axes]) -> Iterator[Axis]:
    """Both axes of each, and of those inside it; to look among all artists makes ticks that nobody draws."""
    for ax in drawn:
        yield from (ax.xaxis, ax.yaxis)
        yield from _axes_of(ax.child_axes)


def _tidied(tag: str, name: str) -> str:
    """One tag, its ids prefixed unless a link leads to them, coordinates rounded to hundredths of a point."""
    tag = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), tag)
    tag = re.sub(r' transform="rotate\(-?0 [^"]*"', "", tag)
    inside = r'(\bid="|url\(#)' if tag.startswith("<a ") else r'(\bid="|href="#|url\(#)'
    return re.sub(inside, rf"\g<1>{name}-", tag)
