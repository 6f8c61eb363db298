"""Runs of text as HTML: the only place where text becomes markup, and all of it escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from analysis.briefing.document.citations import prose
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.passages import Stretch, direction_written, stretches, written
from analysis.briefing.document.runs import Cite, Link, Run, Text
from analysis.briefing.page.cards import Cards

_ELEMENTS = {"strike": "del", "insert": "ins", "key": "kbd"}
"""The elements of HTML whose styles have other names here."""


_WIDE = 18
"""Em that a line of the narrowest screens holds; a wider formula would be too small to read if it shrank."""


def inline(runs: Iterable[Run] | str, cards: Cards | None = None) -> Markup:
    """The runs, or a text, as HTML; passages that run the other way are isolated, and their language is said.

    With `cards` a group of citations is followed by a button that opens what is known of its claims.

    >>> inline("<b> كويرس")
    Markup('&lt;b&gt; <bdi lang="ar" dir="rtl">كويرس</bdi>')
    """
    found = stretches(prose(runs) if isinstance(runs, str) else runs)
    return Markup("").join(_passage(each, cards) if each.lang else _line(each.runs, cards) for each in found)


def _passage(passage: Stretch, cards: Cards | None) -> Markup:
    with written(passage.direction):
        # A name written from right to left is kept to itself again; Latin ones order themselves.
        ltr = passage.direction == "ltr"
        inside = inline(passage.runs, cards) if ltr else _line(passage.runs, cards)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(passage.lang, passage.direction, inside)


def _line(runs: Sequence[Run], cards: Cards | None) -> Markup:
    markup: list[Markup] = []
    group: list[Cite] = []
    last: Run | None = None
    for place, run in enumerate(runs):
        if isinstance(run, Cite) and isinstance(last, Cite):
            markup.append(Markup(" "))
        last = run
        if not isinstance(run, Cite):
            markup.append(_run(_held(run) if isinstance(_next(runs, place), Cite) else run))
            continue
        group.append(run)
        if _goes_on(runs, place + 1):
            markup.append(_run(run))
            continue
        button = cards.button(group) if cards else Markup()
        last_with = Markup('<span class="last">{}{}</span>')
        markup.append(last_with.format(_run(run), button) if button else _run(run))
        group = []
    return Markup("").join(markup)


def _next(runs: Sequence[Run], place: int) -> Run | None:
    return runs[place + 1] if place + 1 < len(runs) else None


def _held(run: Run) -> Run:
    """A run before a citation, with a blank at its end that keeps the citation on the line of its word."""
    if isinstance(run, Text) and run.text.endswith(" ") and run.text.strip():
        return replace(run, text=run.text[:-1] + "\u00a0")
    return run


def _goes_on(runs: Sequence[Run], place: int) -> bool:
    """Whether another citation of the same group stands at a place, or after a blank or comma there."""
    following = runs[place : place + 2]
    if following and isinstance(following[0], Text) and not following[0].text.strip(" ,;\u00a0"):
        following = following[1:]
    return bool(following) and isinstance(following[0], Cite)


def _run(run: Run) -> Markup:
    match run:
        case Text():
            return _text(run)
        case Cite():
            return _cite(run)
        case Link():
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(run.href, inline(run.runs))
        case Formula():
            return _formula(run)
    return Markup("<br>")


def _cite(run: Cite) -> Markup:
    label = inline(run.label)
    if not run.target:
        return Markup('<span class="cite">{}</span>').format(label)
    return Markup('<a class="cite" id="{}" href="#{}">{}</a>').format(run.anchor, run.target, label)


def _formula(run: Formula) -> Markup:
    """A formula as its drawing, in size and colour of the text around it; a wide one scrolls by itself."""
    head = Markup(
        '<svg class="formula{}" role="img" aria-label="{}" viewBox="{}" '
        'style="width:{:.3f}em;height:{:.3f}em;vertical-align:{:.3f}em">'
    ).format(
        " apart" if run.display else "",
        run.tex,
        run.drawing.view_box,
        run.width,
        run.height + run.depth,
        -run.depth,
    )
    drawn = head + Markup(run.drawing.body + "</svg>")  # noqa: S704
    if not run.display or run.width < _WIDE:
        return drawn
    frame = '<span class="scroll apart" role="group" tabindex="0" aria-label="{}">{}</span>'
    return Markup(frame).format(run.tex, drawn)  # noqa: S704


def _text(run: Text) -> Markup:
    markup = escape(run.text)
    # Code runs left to right in every language, its signs with it.
    apart = Markup(' dir="ltr"') if "code" in run.styles and direction_written() == "rtl" else ""
    for style in reversed(run.styles):
        element = Markup(_ELEMENTS.get(style, style))  # noqa: S704
        markup = Markup("<{0}{1}>{2}</{0}>").format(element, apart if style == "code" else "", markup)
    return markup
