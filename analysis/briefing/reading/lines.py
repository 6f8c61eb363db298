"""Lines of runs as they are read: blanks where they belong, and no more of them."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.briefing.document.runs import Break, Link, Run, Runs, Text


def trimmed(runs: Iterable[Run]) -> Runs:
    """The runs of a line without blanks and breaks at its ends, and with one blank between words."""
    kept: list[Run] = []
    for run in runs:
        if isinstance(run, Text) and run.text.startswith(" ") and _ends_blank(kept):
            run = replace(run, text=run.text.lstrip(" "))
        if not (isinstance(run, Text) and not run.text) and not (isinstance(run, Break) and not kept):
            kept.append(run)
    while kept and (
        isinstance(kept[-1], Break) or (isinstance(kept[-1], Text) and not kept[-1].text.strip())
    ):
        kept.pop()
    if kept and isinstance(kept[-1], Text):
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \n"))
    return tuple(kept)


def _ends_blank(runs: list[Run]) -> bool:
    if not runs or isinstance(runs[-1], Break):
        return True
    last = runs[-1].runs[-1] if isinstance(runs[-1], Link) else runs[-1]
    return isinstance(last, Text) and last.text.endswith((" ", "\n"))


def bold(runs: Runs) -> Runs:
    """The runs of a line, its text in bold."""
    strong = (replace(run, styles=("strong", *run.styles)) if isinstance(run, Text) else run for run in runs)
    return tuple(strong)
