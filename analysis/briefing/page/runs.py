"""Runs of text as HTML: the only place where text becomes markup, and all of it escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from analysis.briefing.document.blocks import Cite, Link, Run, Text
from analysis.briefing.document.characters import direction
from analysis.briefing.document.citations import prose


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
    if isinstance(run, Text):
        return _text(run)
    if isinstance(run, Cite):
        if not run.target:
            return Markup('<span class="cite">{}</span>').format(run.label)
        return Markup('<a class="cite" id="{}" href="#{}">{}</a>').format(run.anchor, run.target, run.label)
    if isinstance(run, Link):
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(run.href, inline(run.text))
    return Markup("<br>")


def _text(run: Text) -> Markup:
    markup = escape(run.text)
    if run.lang:
        markup = Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(run.lang, direction(run.lang), markup)
    styles = (("code", run.code), ("s", run.strike), ("em", run.em), ("strong", run.strong))
    for tag in (tag for tag, on in styles if on):
        markup = Markup("<{0}>{1}</{0}>").format(Markup(tag), markup)  # noqa: S704
    return markup
