"""Drawings that would freeze a browser are refused, with what they have too much of; others are shown."""

import time

import pytest

from analysis.briefing.document.drawings import drawing
from analysis.errors import RenderError

SQUARE = '<rect width="1" height="1"/>'
TILED = '<pattern id="{}" width="{}" height="9" patternUnits="userSpaceOnUse">{}</pattern>'


def svg(body, box="0 0 1000 1000"):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'


def upon(levels, kind):
    """Each level uses the one before it ten times."""
    use = {"use": '<use href="#a{}"/>', "pattern": '<rect width="9" height="9" fill="url(#a{})"/>'}[kind]
    group = {
        "use": '<g id="a{}">{}</g>',
        "pattern": TILED.replace('"{}"', '"9"', 2).replace('id="9"', 'id="a{}"'),
    }[kind]
    levels = [group.format(0, SQUARE), *(group.format(n, use.format(n - 1) * 10) for n in range(1, levels))]
    return "".join(levels) + use.format(len(levels) - 1)


def styled_upon(levels):
    """As `upon`, but by rules of a style sheet."""
    rules = "".join(f".c{n}{{mask:url(#m{n})}}" for n in range(levels))
    masks = (
        f'<mask id="m{n}">' + f'<g class="c{n - 1}">{SQUARE}</g>' * 10 + "</mask>" for n in range(levels)
    )
    return f'<style>{rules}</style>{"".join(masks)}<rect class="c{levels - 1}" width="9" height="9"/>'


MARKED = f'<marker id="m">{SQUARE * 500}</marker><path style="marker-mid: url(#m)" d="{"M0 0 " * 500}"/>'
ATTACKS = {
    "use upon use": (svg(upon(9, "use")), "shapes"),
    "pattern of patterns": (svg(upon(9, "pattern")), "shapes"),
    "mask of masks by style": (svg(styled_upon(9)), "shapes"),
    "marker at each corner": (svg(MARKED), "shapes"),
    "a path used often": (
        svg(f'<path id="p" d="{"M0 0 " * 5000}"/>' + '<use href="#p"/>' * 1000),
        "letters of path data",
    ),
    "a text without end": (svg(f"<text>{'a' * 300_000}</text>"), "letters in labels"),
    "a text used often": (
        svg(f'<text id="t">{"a" * 1000}</text>' + '<use href="#t"/>' * 300),
        "letters in labels",
    ),
    "tiny tiles": (svg(TILED.format("p", "0.00001", SQUARE) + '<rect fill="url(#p)"/>'), "pattern repeated"),
    "shrunk tiles": (
        svg(TILED.format("p", "9", SQUARE).replace(" id", ' patternTransform="scale(0.001)" id')),
        "pattern repeated",
    ),
    "groups within groups": (svg("<g>" * 1000 + SQUARE + "</g>" * 1000), "deep"),
    "one reference after another": (
        svg('<g id="a0"/>' + "".join(f'<use id="a{n}" href="#a{n - 1}"/>' for n in range(1, 40))),
        "references",
    ),
    "one gradient after another": (
        svg(
            "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(40))
            + '<rect fill="url(#a0)"/>'
        ),
        "references",
    ),
    "attributes without end": (svg(f"<path {' '.join(f'a{n}' for n in range(50_000))}/>"), "attributes"),
    "a giant": (svg(SQUARE, "0 0 1e9 1e9"), "a side longer"),
    "without bounds": (svg(SQUARE, "0 0 1e999 1e999"), "a side longer"),
    "a thread": (svg(SQUARE, "0 0 1 100000"), "times as long"),
    "too long": (svg(" " * 12_000_000), "letters"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_drawing_made_to_freeze_a_browser_is_refused_with_the_reason(attack):
    markup, reason = ATTACKS[attack]
    start = time.process_time()
    with pytest.raises(RenderError, match=rf"^cell 1: image/svg\+xml is not shown: .*{reason}"):
        drawing(markup, "cell 1")
    assert time.process_time() - start < 3


HONEST = {
    "a scatter": svg(
        f'<defs><path id="m" d="{"C 0.1 0.2 0.3 0.4 0.5 0.6 " * 12}"/></defs><g clip-path="url(#c)">'
        + "".join(f'<use href="#m" x="{n % 1000}" y="{n // 1000}"/>' for n in range(20_000))
        + '</g><defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>'
    ),
    "a line": svg(f'<path d="M 0 0 {"L 12.345678 12.345678 " * 100_000}"/>'),
    "a hatch": svg(TILED.format("h", "9", SQUARE) + '<rect width="999" height="999" fill="url(#h)"/>'),
    "what leads to itself": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "classes of an illustrator": svg(
        "<style>"
        + "".join(f".c{n}{{fill:url(#g{n})}}" for n in range(60))
        + "</style>"
        + "".join(
            f'<linearGradient id="g{n}"><stop/></linearGradient><path class="c{n}" d="M0 0"/>'
            for n in range(60)
        )
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_a_large_but_honest_drawing_is_shown(name):
    assert drawing(HONEST[name], "cell 1").body


@pytest.mark.parametrize(
    "body",
    [
        "<style>" * 40_000,
        f"<style>{'a' * 200_000}</style>",
        f"<style>{'/*' * 100_000}</style>",
    ],
    ids=["styles", "rule", "comments"],
)
def test_no_style_sheet_takes_long_to_read(body):
    start = time.process_time()
    drawing(svg(body + SQUARE), "cell 1")
    drawing(svg(f'<path d="M{" " * 200_000}0"/>').replace("<svg", f'<svg width="{"1" * 100_000}x"'), "cell 1")
    assert time.process_time() - start < 2


def test_rules_of_a_style_sheet_are_kept_without_comments():
    made = drawing(
        svg("<style>/* a{} */ .a{fill:red} @media print{.b{fill:#00f}} .c{</style>" + SQUARE), "cell 1"
    )
    assert made.rules == ((".a", "fill: red"), (".b", "fill: #00f"))
