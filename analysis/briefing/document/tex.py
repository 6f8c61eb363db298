r"""TeX as a typesetter of formulas understands it: written in fewer commands, refused where one is not known.

The lists were made by looking at what ziamath prints. A command that is on none of them is refused, however
well it may be known elsewhere: its formula is then shown as TeX.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 2_000
"""Characters of a formula that is typeset."""

DEEPEST = 20
"""Braces and pairs of left and right within each other that are typeset."""

STRUCTURES = frozenset(
    r"""
    \frac \dfrac \tfrac \cfrac \sqrt \over \atop \choose \dbinom \left \right \middle
    \big \Big \bigg \Bigg \bigl \bigr \bigm \Bigl \Bigr \Bigm \biggl \biggr \Biggl \Biggr
    \limits \overset \underset \stackrel \substack \xrightarrow \xleftarrow \boxed \cancel \phantom
    \acute \bar \breve \check \dot \ddot \grave \hat \mathring \tilde \vec \widehat \widetilde
    \overline \underline \overbrace \underbrace \overrightarrow \overleftarrow
    \mathbf \mathcal \mathit \mathrm \boldsymbol \bm \displaystyle \textstyle \scriptstyle \not
    \quad \qquad \enspace \thinspace \, \: \; \! \> \\
    """.split()
) | {"\\ "}
"""Commands that build something out of what follows, or leave a space."""

FUNCTIONS = {f"\\{name}": name for name in """
    arccos arcsin arctan cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min Pr
    sec sin sinh sup tan tanh argmax argmin liminf limsup
    """.split()} | {r"\pmod": "mod"}  # fmt: skip
"""Commands that print as letters, with these letters."""

ENVIRONMENTS = frozenset("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases align*".split())
"""Environments laid out as TeX does it, as arrays without rules are; some others are written as these."""

_ALPHABETS = "bb|bf|cal|frak|scr|sf|tt"
_REWRITTEN = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"\\(?:begin|end)\{equation\*?\}", ""),
        (r"\\(begin|end)\{(?:align|aligned|split)\}", r"\\\1{align*}"),
        (r"\\(begin|end)\{gather(?:\*|ed)?\}", r"\\\1{matrix}"),
        (r"\\begin\{eqnarray\*?\}", r"\\begin{array}{rcl}"),
        (r"\\end\{eqnarray\*?\}", r"\\end{array}"),
        (r"\\\\\*?\s*\[\s*-?[\d.]+\s*[a-z]{2}\s*\]", r"\\\\"),
        (r"\\cr(?![a-zA-Z])", r"\\\\"),
        (r"\\((?:La)?TeX)(?![a-zA-Z])", r"\\text{\1}"),
        (r"\\label\s*\{[^{}]*\}|\\(?:nonumber|notag)\b", ""),
        (r"\\tag\*\s*\{([^{}]*)\}", r"\\qquad \\text{\1}"),
        (r"\\tag\s*\{([^{}]*)\}", r"\\qquad \\text{(\1)}"),
        (r"\\text(?:sf|tt|up|md)\b", r"\\text"),
        (r"\\mathop\s*\{\s*\\(?:mathrm|text|rm)\s*\{?([a-zA-Z ]+)\}?\s*\}", r"\\operatorname*{\1}"),
        (r"\\operatorname(\*?)\s*\{([a-zA-Z]+)(?:\\,|\\ |~|\s)+([a-zA-Z]+)\}", r"\\operatorname\1{\2 \3}"),
        (r"\\arg(?![a-zA-Z])", r"\\operatorname{arg}"),
        (r"\{\s*\\(bf|it|rm|cal)\s+([^{}]*)\}", r"{\\math\1{\2}}"),
        (rf"\\math({_ALPHABETS}|rm|it)(?:\s+|(?=[0-9]))([a-zA-Z0-9])", r"\\math\1{\2}"),
        (r"\\not\s*=", r"\\neq "),
        (r"\\left\s*<", r"\\left\\langle "),
        (r"\\right\s*>", r"\\right\\rangle "),
        (r"\\t?binom(?![a-zA-Z])", r"\\dbinom"),
        (r"\\mathscr(?![a-zA-Z])", r"\\mathcal"),
        (r"\\bmod(?![a-zA-Z])", r"\\;\\text{mod}\\;"),
        (r"\\[lr]Vert(?![a-zA-Z])", r"\\|"),
        (r"\\[lr]vert(?![a-zA-Z])", "|"),
        (r"(\\operatorname\*?\{[a-zA-Z ]+\})\s*(?=[a-zA-Z\\])", r"\1\\,"),
        (r"(?s)(\\begin\{([pbBvV]matrix)\}(?:(?!\\begin).)*?\\end\{\2\})", r"{\1}"),
        (r"\|\|", "| |"),
        (r"\A(?:\s|\\\\)+|(?<!\\)(?:\s|\\\\)+\Z", ""),
    )
)
_MIXED = re.compile(
    r"(\\(?:text(?:bf|it|rm|normal)?|mbox)\s*\{)((?:[^{}]|\{[^{}]*\})*\$(?:[^{}]|\{[^{}]*\})*)\}"
)
_STYLED = re.compile(rf"(\\math(?:{_ALPHABETS}))\s*\{{([a-zA-Z0-9\s]+)\}}")
_SIZED = re.compile(r"(\\(?:big|Big|bigg|Bigg)[lrm]?)\s*(\\(?:[a-zA-Z]+|[{}|]))")
_TEXT = re.compile(r"(\\(?:text(?:bf|it|rm|normal)?|mbox)\s*\{)((?:\\[%_&#$ ]|[^{}\\$])*)\}")
_ARGUMENTS = re.compile(
    r"\\begin\{array\}\s*\{[lcr\s]*\}|\\end\{array\}|\\(?:hspace|textcolor|color)\s*\{[\w.#\s]*\}"
    rf"|\\(?:begin|end)\{{(?:{'|'.join(map(re.escape, sorted(ENVIRONMENTS)))})\}}"
)
_OPERATOR = re.compile(r"\\operatorname\*?\s*\{([a-zA-Z ]+)\}")
_COMMAND = re.compile(r"\\(?:[a-zA-Z]+|.)", re.DOTALL)
_NEGATED = re.compile(r"\\not(?![a-zA-Z])\s*(\\[a-zA-Z]+)?")
_LETTERS = re.compile(r"[0-9A-Za-z%+=<>/\\]")


@dataclass(frozen=True)
class Understood:
    """A formula in commands that are known, and how often each letter, digit and common sign has to print."""

    tex: str
    letters: Counter[str]


def understood(tex: str, symbols: Mapping[str, str]) -> Understood | None:
    """The formula in commands that print well; None where one does not, or where braces do not pair.

    `symbols` has the character of each command that prints as one.
    """
    if not tex.strip() or len(tex) > LONGEST or re.search(r"(?<!\\)%", tex) or not _paired(tex):
        return None
    for pattern, by in _REWRITTEN:
        tex = pattern.sub(by, tex)
    tex = _MIXED.sub(_parted, tex)
    tex = _STYLED.sub(lambda match: _styled(match, symbols), tex)
    tex = _SIZED.sub(lambda match: f"{match.group(1)} {symbols.get(match.group(2), match.group(2))}", tex)
    tex = _TEXT.sub(_worded, tex)
    words = "".join(match.group(2) for match in _TEXT.finditer(tex))
    rest = _ARGUMENTS.sub(" ", _TEXT.sub(" ", tex))
    words += "".join(_OPERATOR.findall(rest))
    rest = _OPERATOR.sub(" ", rest)
    known = [_printed(command, symbols) for command in _COMMAND.findall(rest)]
    if not _negated(rest, symbols) or None in known:
        return None
    printed = _COMMAND.sub(" ", rest) + words + "".join(filter(None, known))
    return Understood(tex, letters(printed))


def letters(text: str) -> Counter[str]:
    """How often each letter, digit and common sign of ASCII stands in it, those of any alphabet of formulas.

    >>> letters("\N{DOUBLE-STRUCK CAPITAL R} = 2")
    Counter({'R': 1, '=': 1, '2': 1})
    """
    return Counter(_LETTERS.findall("".join(unicodedata.normalize("NFKC", mark) for mark in text)))


def _styled(match: re.Match[str], symbols: Mapping[str, str]) -> str:
    """Letters of an alphabet as the characters they have in Unicode; as written where one has none."""
    command, marks = match.groups()
    found = [symbols.get(f"{command}{{{mark}}}", "") for mark in marks if not mark.isspace()]
    return f"{{{''.join(found)}}}" if all(found) else match.group()


def _parted(match: re.Match[str]) -> str:
    """Words with formulas between dollar signs as words, formula, words."""
    parts = re.split(r"(?<!\\)\$", match.group(2))
    if len(parts) % 2 == 0:
        return match.group()
    parts[::2] = [f"{match.group(1)}{words}}}" if words else "" for words in parts[::2]]
    parts[1::2] = [f"{{{tex}}}" for tex in parts[1::2]]
    return "".join(parts)


def _worded(match: re.Match[str]) -> str:
    """Words between formulas, without what guards marks in them and on one line."""
    return match.group(1) + re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", match.group(2))) + "}"


def _printed(command: str, symbols: Mapping[str, str]) -> str | None:
    """What a command prints by itself; None where it is not known."""
    if command in STRUCTURES:
        return ""
    return FUNCTIONS.get(command, symbols.get(command))


def _negated(tex: str, symbols: Mapping[str, str]) -> bool:
    """Whether each relation that is struck out has a sign of its own; else the stroke stands beside it."""
    return all(match.group(1) and rf"\n{match.group(1)[1:]}" in symbols for match in _NEGATED.finditer(tex))


def _paired(tex: str) -> bool:
    """Whether braces open and close in turn, and not too deep."""
    depth = 0
    for mark in re.findall(r"\\left(?![a-zA-Z])|\\right(?![a-zA-Z])|(?<!\\)[{}]", tex.replace(r"\\", "")):
        depth += 1 if mark in ("{", r"\left") else -1
        if not 0 <= depth <= DEEPEST:
            return False
    return depth == 0
