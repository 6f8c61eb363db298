"""TeX within text: where a formula begins and ends in Markdown, and in outputs that are LaTeX."""

import re
from html import escape
from re import Match
from typing import Any

from analysis.briefing.document.characters import shown
from analysis.briefing.document.citations import prose
from analysis.briefing.document.formulas import formula
from analysis.briefing.document.runs import Break, Run, Runs, Text

_ENVIRONMENTS = "equation|align|alignat|gather|multline|eqnarray|math|displaymath|cases|[bpvVB]?matrix|array"
_WHOLE = (
    r"(?P<{0}_whole>\\begin\{{(?P<{0}_name>(?:" + _ENVIRONMENTS + r")\*?)\}}[\s\S]+?\\end\{{(?P={0}_name)\}})"
)
_DOLLARS = r"\$\$(?P<{0}_dollars>(?:[^$\\]|\\[\s\S])+?)\$\$"
_DOUBLED = r"\\\\\[(?P<{0}_brackets>[\s\S]+?)\\\\\]"

_BLOCK = rf"^ {{{{0,3}}}}(?:{_DOLLARS}|{_DOUBLED}|{_WHOLE})[ \t]*(?:\n|$)".format("block")
_INLINE = (
    rf"{_DOLLARS}|{_DOUBLED}|{_WHOLE}".format("line")
    + r"|\\\\\((?P<line_parens>.+?)\\\\\)|\$(?![\s$])(?P<line_dollar>(?:[^$\\]|\\[\s\S])+?)(?<!\s)\$(?![\d$])"
)
"""A formula within a line is found by pandoc's rule: no blank just inside the dollar signs and no digit
behind the second, so that two prices in one line are no formula."""

_OUTPUT = re.compile(
    rf"{_DOLLARS}|{_WHOLE}".format("shown")
    + r"|\\\[(?P<shown_brackets>[\s\S]+?)\\\]|\\\((?P<shown_parens>.+?)\\\)"
    + r"|\$(?P<shown_dollar>(?:[^$\\]|\\[\s\S])+?)\$"
)


def formula_runs(tex: str, *, display: bool) -> Runs:
    """The formula in TeX, without the signs around it; as code, with them, where it cannot be typeset."""
    tex = " ".join(tex.split())
    if found := formula(tex, display=display):
        return (found,)
    sign = "" if tex.startswith("\\begin") else "$$" if display else "$"
    code = Text(shown(f"{sign}{tex}{sign}"), styles=("code",))
    return (Break(), code, Break()) if display else (code,)


def formulas(markdown: Any) -> None:
    """The plugin for mistune that lets formulas through as written, as `tex-inline` and `tex-display`."""
    block, inline = markdown.block, markdown.inline
    block.register(
        "tex_block", _BLOCK, lambda block, match, state: _token(match, state), before="fenced_code"
    )
    block.insert_rule(block.block_quote_rules, "tex_block", before="list")
    block.insert_rule(block.list_rules, "tex_block", before="list")
    inline.register("tex_line", _INLINE, lambda inline, match, state: _token(match, state), before="escape")
    markdown.renderer.register("tex-display", lambda renderer, text: _element("tex-display", text))
    markdown.renderer.register("tex-inline", lambda renderer, text: _element("tex-inline", text))


def latex_runs(latex: str) -> Runs:
    """The text of an output that is LaTeX with the formulas in it found; none where it holds no formula.

    A formula that is all there is stands on a line of its own.
    """
    found: list[Run] = []
    end = 0
    for match in _OUTPUT.finditer(latex):
        found.extend(prose(latex[end : match.start()]))
        alone = match.span() == _inner(latex)
        found.extend(formula_runs(_tex(match), display=alone or _is_display(match)))
        end = match.end()
    return (*found, *prose(latex[end:])) if found else ()


def _token(match: Match[str], state: Any) -> int:
    state.append_token({"type": "tex-display" if _is_display(match) else "tex-inline", "raw": _tex(match)})
    return match.end()


def _tex(match: Match[str]) -> str:
    kinds = ("_dollars", "_brackets", "_whole", "_parens", "_dollar")
    return next(tex for name, tex in match.groupdict().items() if tex and name.endswith(kinds))


def _is_display(match: Match[str]) -> bool:
    groups = match.groupdict()
    return any(tex for name, tex in groups.items() if name.endswith(("_dollars", "_brackets", "_whole")))


def _inner(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _element(name: str, tex: str) -> str:
    return f"<{name}>{escape(tex)}</{name}>"
