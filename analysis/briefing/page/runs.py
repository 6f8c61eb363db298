"""Runs of text as HTML: the only place where text becomes markup, and all of it escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from analysis.briefing.document.blocks import Cite, Link, Run, Text
from analysis.briefing.document.citations import prose
from analysis.briefing.document.passages import Stretch, direction_written, stretches, written


def inline(runs: Iterable[Run] | str) -> Markup:
    """The runs, or a text, as HTML; passages that run the other way are isolated, and their language is said.

    >>> inline("<b> كويرس")
    Markup('&lt;b&gt; <bdi lang="ar" dir="rtl">كويرس</bdi>')
    """
    found = stretches(prose(runs) if isinstance(runs, str) else runs)
    return Markup("").join(_passage(each) if each.lang else _line(each.runs) for each in found)


def _passage(passage: Stretch) -> Markup:
    with written(passage.direction):
        # A name written from right to left is kept to itself again; Latin ones order themselves.
        inside = inline(passage.runs) if passage.direction == "ltr" else _line(passage.runs)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(passage.lang, passage.direction, inside)


def _line(runs: Iterable[Run]) -> Markup:
    markup: list[Markup] = []
    last: Run | None = None
    for run in runs:
        if isinstance(run, Cite) and isinstance(last, Cite):
            markup.append(Markup(" "))
        markup.append(_run(run))
        last = run
    return Markup("").join(markup)


def _run(run: Run) -> Markup:
    if isinstance(run, Text):
        return _text(run)
    if isinstance(run, Cite):
        label = inline(run.label)
        if not run.target:
            return Markup('<span class="cite">{}</span>').format(label)
        return Markup('<a class="cite" id="{}" href="#{}">{}</a>').format(run.anchor, run.target, label)
    if isinstance(run, Link):
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(run.href, inline(run.text))
    return Markup("<br>")


def _text(run: Text) -> Markup:
    markup = escape(run.text)
    if run.code:
        # Code runs left to right in every language, its signs with it.
        apart = Markup(' dir="ltr"') if direction_written() == "rtl" else ""
        markup = Markup("<code{}>{}</code>").format(apart, markup)
    for tag in (tag for tag, on in (("s", run.strike), ("em", run.em), ("strong", run.strong)) if on):
        markup = Markup("<{0}>{1}</{0}>").format(Markup(tag), markup)  # noqa: S704
    return markup
