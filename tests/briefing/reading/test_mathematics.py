"""Formulas are found where they stand, and prices are none."""

import pytest

from analysis.briefing.document.citations import References, plain
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Text
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.briefing.reading.mathematics import latex_runs


def tex(runs):
    """The formulas, typeset or as TeX with the signs around them."""
    return [
        run.tex if isinstance(run, Formula) else run.text.strip("$")
        for run in runs
        if isinstance(run, Formula) or (isinstance(run, Text) and "code" in run.styles)
    ]


def runs_of(blocks):
    """All runs in blocks and in the blocks within them."""
    for block in blocks:
        yield from getattr(block, "runs", ())
        yield from runs_of(getattr(block, "blocks", ()))
        yield from runs_of(inner for item in getattr(block, "items", ()) for inner in item)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"The set $\{x\}$ here", [r"\{x\}"]),
        (r"rows $$a \\ b$$ and $a*b$ and $c*d$", [r"a \\ b", "a*b", "c*d"]),
        ("$$\na_1\n\n+ b_2\n$$", ["a_1 + b_2"]),
        (r"$$x<y$$ and $a & b$", ["x<y", "a & b"]),
        ("\\begin{equation}\nx\n\\end{equation}", [r"\begin{equation} x \end{equation}"]),
        (r"\\(x_1\\) and \\[y_2\\]", ["x_1", "y_2"]),
        ("- item $x$\n- $$y$$", ["x", "y"]),
        ("> $x$", ["x"]),
        (r"\$5 and \$6", []),
        ("from $5m to $10m", []),
        ("$5 or $6", []),
        ("US$ 5 and US$ 6", []),
        ("```\n$$y$$\n```", []),
    ],
)
def test_formulas_in_markdown(source, found):
    assert tex(runs_of(markdown_blocks(source, References(), "cell 1"))) == found


def test_prices_stay_as_they_are():
    (paragraph,) = markdown_blocks("cost $5m, then $10m; a*b*c", References(), "cell 1")
    assert plain(paragraph.runs) == "cost $5m, then $10m; abc"


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"$\displaystyle \frac{a}{b}$", [r"\displaystyle \frac{a}{b}"]),
        (r"\begin{align}a&=b\end{align}", [r"\begin{align}a&=b\end{align}"]),
        (r"text \(x\) and \[y\]", ["x", "y"]),
        (r"\begin{tabular}{l} a \end{tabular}", []),
    ],
)
def test_formulas_in_outputs(latex, found):
    assert tex(latex_runs(latex)) == found
