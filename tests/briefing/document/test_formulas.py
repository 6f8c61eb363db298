r"""Formulas: what is drawn says what was written; whatever would not is refused, so that its TeX is shown."""

import random
import re

import pytest

from analysis.briefing.document.formulas import EM, formula
from analysis.briefing.document.tex import LONGEST, STRUCTURES

DRAWN = r"""
\frac{n(n+1)}{2} \tfrac12 \cfrac{1}{1+\cfrac{1}{x}} {n \over k}
\sqrt{x} + \sqrt[3]{x+1} + \sqrt2
\sum_{i=1}^{n} i^2, \prod_p \frac{1}{1-p^{-s}}, \int_0^\infty e^{-x^2}\,dx, \lim_{x\to 0} \frac{\sin x}{x}
A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}
\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right]
f(x) = \begin{cases} x & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases}
\begin{aligned} a &= b + c \\[2pt] &= d \\ \end{aligned}
\begin{align} a &= b \label{eq:1} \\ c &= d \nonumber \end{align}
\begin{equation}\begin{split} a &= b \\ &+ c \end{split}\end{equation}
\begin{gather} a=b \\ c=d \end{gather} \begin{eqnarray} a &=& b \end{eqnarray}
\alpha\beta\gamma \Gamma\Omega \varepsilon\varphi \hbar \ell \nabla \partial \infty
\hat{\mathbf{y}} = \bar X_n + \tilde x + \vec{v} + \dot\theta + \widehat{\mathrm{Var}}(X) + \overline{x+y}
\mathbb{R}^n \mathbb{RC} \mathbb 1 \mathbf{AB} \mathcal{L} \mathscr{L} \mathfrak{g} \mathrm{abc}
\mathsf T \mathtt{ab} \mathit{ab}
{\bf x} {\rm d}x \boldsymbol{\beta} \bm{x}
\text{for $|q|<1$} \text{$x_{1}$ und $y$} \LaTeX
\begin{array}{c} y_1 \cr y_2 \end{array}
\text{für alle } x \textbf{bold} \text{50\% of} \texttt{code}
f'(x) f''(x) x_i'^2 x'
\binom{n}{k} \binom{n_{1}}{k_{2}} x^{\binom{n}{k}} {n \choose k}
\operatorname*{arg\,min}_\theta L(\theta), \arg\max_x f, \mathop{\mathrm{argmin}}_x, \operatorname{rank} A
\left( \frac{a}{b} \right) \left\{ x \right\} \left. y \right|_{x=0}
\Bigl\{ x \Bigr\} \Big\langle \psi \Big\rangle \bigl( \bigr)
a \equiv b \pmod{n}, a \bmod b, a \neq b, a \not= b, x \not\in X, x \notin X
\mathrm{SO_4^{2-}} + {}^{14}_{6}\mathrm{C} \rightarrow \mathrm{Fe(OH)_3}
\textcolor{blue}{x} + y, E = mc^2 \tag{1}
\stackrel{iid}{\sim} \overset{d}{\to} \underset{x}{\min} \underbrace{a+b}_{n} \xrightarrow{n\to\infty}
\sum_{\substack{i<n \\ j<m}} a_{ij} \boxed{x} \cancel{y} \phantom{xx} 1{,}000
|x||y| = \|z\| \lVert w \rVert_2^2 \{1, 2, \dots, n\} 5\,\% \$3 \backslash
\displaystyle \frac{d^{2}}{d x^{2}} f{\left(x \right)} + 9 f{\left(x \right)} = 1
2mu - 3cm < 4 > 1 ≤ 3 → ∞
""".strip().splitlines()

REFUSED = [
    *("", "  ", "{}", r"\quad", r"\foo{x} + 1", r"x \; \foo", r"\ce{H2O}", r"\unicode{x41}", r"\verb|abc|"),
    *(r"\newcommand{\R}{\mathbb{R}} \R", r"\def\a{1}\a", r"\require{cancel} \cancel{x}", r"\href{x}{y}"),
    *(
        r"\frac{1}{2",
        r"\frac{1}2}",
        r"\left( x",
        r"x^",
        "x^2^3",
        r"\frac",
        r"a & b",
        r"\begin{foo} x \end{foo}",
    ),
    *(r"\begin{array}{l|c} a & b \end{array}", r"\begin{array}{c} a \\ \hline b \end{array}"),
    *(r"\begin{pmatrix} a", r"\begin{multline} a \\ b \end{multline}", r"\mathop{x+y}", r"\not\alpha"),
    *(
        r"\text{if $x}",
        r"\text{a {b} c}",
        r"\text{<b>}",
        r"\text{عدد} x",
        r"\text{数}",
        "x % comment",
        "50%",
    ),
    *(r"\mathbb{x_i}", r"\sum\nolimits_i", r"\rule{1cm}{1cm}", r"\includegraphics{a}", "x" * (LONGEST + 1)),
    *("{" * 500 + "x" + "}" * 500, r"\left(" * 12 + "x" + r"\right)" * 12),
]


@pytest.mark.parametrize("display", [True, False])
@pytest.mark.parametrize("tex", DRAWN)
def test_common_tex_is_drawn(tex, display):
    found = formula(tex, display=display)
    assert found is not None
    assert found.tex == tex
    assert found.drawing.body.count("<path") > 2


@pytest.mark.parametrize("tex", REFUSED)
def test_what_would_print_otherwise_is_refused(tex):
    assert formula(tex, display=True) is None
    assert formula(tex, display=False) is None


def test_a_drawing_takes_the_colour_of_its_text_and_has_neither_words_nor_names():
    drawn = formula(r"\boxed{\frac{x}{2}} \textcolor{blue}{y}", display=True).drawing
    assert ("fill", "currentColor") in drawn.attributes
    assert not re.search(r"black|<title|<text|\bid=|href", drawn.xml())
    assert 'fill="blue"' in drawn.body


def test_sizes_are_in_em_of_the_text_around():
    letter, tall, low, high = (formula(tex, display=False) for tex in ("x", r"\sqrt{x}", "y", "-"))
    assert 0.3 < letter.width < 0.8
    assert letter.drawing.width == pytest.approx(letter.width * EM)
    assert letter.drawing.height == pytest.approx((letter.height + letter.depth) * EM, abs=0.01)
    assert 0.4 < letter.height < tall.height < 1.3
    assert abs(letter.depth) < 0.06 < low.depth < 0.4
    assert high.depth < 0


def test_a_sum_on_its_own_line_is_taller_than_in_one():
    tex = r"\sum_{i=1}^{n} i"
    own, within = formula(tex, display=True), formula(tex, display=False)
    assert own.height + own.depth > 1.5 * (within.height + within.depth)


def test_the_same_tex_is_drawn_the_same():
    formula.cache_clear()
    first = formula(r"\hat{\beta} = (X^T X)^{-1} X^T y", display=True)
    formula.cache_clear()
    assert formula(r"\hat{\beta} = (X^T X)^{-1} X^T y", display=True) == first


def test_a_sign_stands_closer_than_an_operation():
    widths = {tex: formula(tex, display=False).width for tex in ("a=-b", "a=b", "a-b", "ab")}
    assert widths["a=-b"] - widths["a=b"] < widths["a-b"] - widths["ab"] - 0.3


def test_a_formula_takes_few_characters():
    assert len(formula(r"\frac{n(n+1)(2n+1)}{6}", display=True).drawing.xml()) < 4_500


def test_what_only_lays_out_is_not_printed():
    plain = formula(r"\begin{matrix} a \\ b \end{matrix}", display=True).drawing
    assert formula(r"\begin{matrix} a \\[1ex] b \label{x} \end{matrix}\\", display=True).drawing == plain
    words = formula(r"\text{two words}", display=True).drawing
    assert formula("\\text{two\nwords}", display=True).drawing == words


def test_letters_of_an_alphabet_are_not_those_of_another():
    drawn = {formula(rf"\{name}{{R}}", display=True).drawing.body for name in ("mathbb", "mathbf", "mathrm")}
    assert len(drawn | {formula("R", display=True).drawing.body}) == 4


def test_whatever_is_put_together_is_drawn_or_refused():
    """Two hundred rows of random parts: none raises, whatever they mean."""
    parts = [
        *sorted(STRUCTURES),
        *r"{ } [ ] ^ _ & x 2 \\ ' | < ~ # \begin{matrix} \end{matrix} \text{a} \sum".split(),
    ]
    chance = random.Random(8)  # noqa: S311 - a fixed row
    for _ in range(200):
        formula(" ".join(chance.choices(parts, k=chance.randint(1, 8))), display=chance.random() < 0.5)
