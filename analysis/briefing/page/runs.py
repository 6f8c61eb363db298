"""Runs of text as HTML: the only place where text becomes markup, and all of it escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from analysis.briefing.document.characters import direction
from analysis.briefing.document.citations import prose
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Cite, Link, Run, Text

_ELEMENTS = {"strike": "del", "insert": "ins", "key": "kbd"}
"""The elements of HTML whose styles have other names here."""


def inline(runs: Iterable[Run] | str) -> Markup:
    """The runs, or a text, as HTML; passages in another language are marked and isolated.

    >>> inline("<b> كويرس")
    Markup('&lt;b&gt; <bdi lang="ar" dir="rtl">كويرس</bdi>')
    """
    markup: list[Markup] = []
    last: Run | None = None
    for run in prose(runs) if isinstance(runs, str) else runs:
        if isinstance(run, Cite) and isinstance(last, Cite):
            markup.append(Markup(" "))
        markup.append(_run(run))
        last = run
    return Markup("").join(markup)


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
    if not run.target:
        return Markup('<span class="cite">{}</span>').format(run.label)
    return Markup('<a class="cite" id="{}" href="#{}">{}</a>').format(run.anchor, run.target, run.label)


def _formula(run: Formula) -> Markup:
    """A formula as its drawing, in the size and colour of the text around it."""
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
    return head + Markup(run.drawing.body + "</svg>")  # noqa: S704


def _text(run: Text) -> Markup:
    markup = escape(run.text)
    if run.lang:
        markup = Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(run.lang, direction(run.lang), markup)
    for style in reversed(run.styles):
        markup = Markup("<{0}>{1}</{0}>").format(Markup(_ELEMENTS.get(style, style)), markup)  # noqa: S704
    return markup
