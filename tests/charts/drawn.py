"""What is drawn on a figure: its texts with their boxes, and artists by label."""

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox


def drawn_texts(ax: Axes) -> list[tuple[str, Bbox]]:
    """Every text that can be seen on the figure, with its box in points from the lower left."""
    figure = ax.get_figure(root=True)
    renderer = FigureCanvasAgg(figure).get_renderer()
    to_points = Affine2D().scale(72 / figure.dpi)
    shown = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), to_points.transform_bbox(text.get_window_extent(renderer))) for text in shown]


def words_of(ax: Axes) -> str:
    """All texts of the figure, joined."""
    return " | ".join(text for text, _ in drawn_texts(ax))


def overlapping(ax: Axes) -> list[tuple[str, str]]:
    """Pairs of texts of which one lies on the other."""
    texts = drawn_texts(ax)
    pairs = [(one, other) for place, one in enumerate(texts) for other in texts[place + 1 :]]
    return [(one[0], other[0]) for one, other in pairs if _inner(one[1]).overlaps(_inner(other[1]))]


def outside(ax: Axes) -> list[str]:
    """Texts that reach beyond the edge of the figure."""
    wide, high = (72 * inches for inches in ax.get_figure(root=True).get_size_inches())
    return [
        text
        for text, box in drawn_texts(ax)
        if box.x0 < -1 or box.y0 < -1 or box.x1 > wide + 1 or box.y1 > high + 1
    ]


def _inner(box: Bbox) -> Bbox:
    """The box without the space that a line of text keeps above and below its letters."""
    return Bbox.from_extents(box.x0 + 1, box.y0 + 1.6, box.x1 - 1, box.y1 - 1.6)


def labelled(ax: Axes, label: str) -> list[Artist]:
    """The artists of the axes and their insets that carry the label."""
    return [
        artist
        for part in (ax, *ax.child_axes)
        for artist in part.get_children()
        if artist.get_label() == label
    ]
