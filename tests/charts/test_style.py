"""The house style: fonts, title block, alternative text and the way out."""

import re
import subprocess
import sys
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from analysis.charts import control_timeline, event_timeline, style
from analysis.charts.style import lettering
from tests.charts.drawn import words_of


def test_fonts_are_registered_once_and_found():
    lettering.register_fonts()
    known = len(font_manager.fontManager.ttflist)
    lettering.register_fonts()
    assert len(font_manager.fontManager.ttflist) == known
    assert "SourceSansPro-Regular" in font_manager.findfont("Source Sans Pro")


def test_importing_charts_leaves_matplotlib_alone():
    code = (
        "import sys, matplotlib as m, matplotlib.font_manager as f\n"
        "settings = lambda: {key: m.rcParams[key] for key in m.rcParams if key != 'backend'}\n"
        "before = settings(), len(f.fontManager.ttflist)\n"
        "import analysis.charts\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert (settings(), len(f.fontManager.ttflist)) == before\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_description_is_kept_on_the_axes():
    ax = Figure().add_axes((0, 0, 1, 1))
    style.describe(ax, "Timeline\nof events")
    assert style.description(ax) == "Timeline of events"


def test_svg_ids_are_unique_to_the_figure_and_data_stays_text():
    odd = 'id="x" <script>alert(1)</script> $x_1$ كويرس'
    figure = Figure()
    style.themed(figure.text)(0.1, 0.5, odd)
    one, two = style.svg(figure, "one"), style.svg(figure, "two")
    ids = [set(re.findall(r'\bid="([^"]+)"', re.sub(r">[^<]*<", "><", text))) for text in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert all(key.startswith("one-") for key in ids[0])
    assert 'id="x" &lt;script&gt;' in one
    assert "<script" not in one
    assert "كويرس" in one
    assert "$x_1$" in one


def test_control_characters_are_left_out_and_joiners_kept():
    assert lettering.one_line("a\x00b\u202ec \u200d") == "abc \u200d"


def test_a_script_that_no_house_face_has_is_no_warning(timeline):
    figure = event_timeline(timeline.assign(title="阿勒颇")).figure
    assert "阿勒颇" in style.svg(figure, "chinese")


def test_a_hatch_is_not_thinned_by_the_opacity_of_the_fill(lanes):
    picture = style.svg(control_timeline(lanes).figure, "control")
    hatches = re.findall(r'style="fill: url\([^"]*"', picture)
    assert hatches
    assert not any("opacity" in hatch for hatch in hatches)


@given(st.text("aVTij.,“ (1)كويرسАж中", max_size=60), st.sampled_from([8.6, 12.0]), st.booleans())
def test_a_text_is_as_wide_as_matplotlib_lays_it_out(text, size, bold):
    lettering.register_fonts()
    face = FontProperties(family=list(lettering.FAMILY), size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", lettering.GLYPH)
        laid_out, _, _ = text_to_path.get_text_width_height_descent(text or " ", face, ismath=False)
    assert lettering.width(text, size, bold) == pytest.approx(laid_out if text else 0, rel=0.01, abs=0.5)


def test_texts_are_shortened_and_wrapped_to_fit():
    text = "Fighting between ISIS and rival rebels over the weekend"
    assert lettering.width(lettering.shortened(text, 80)) <= 80
    lines = lettering.wrapped(text, 90, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(lettering.width(line) <= 90 for line in lines)


def test_a_missing_colour_is_the_house_colour():
    assert style.colour_of(None) == style.colour_of(float("nan")) == style.NO_FACTION
    assert style.colour_of("#5B3A8C") == "#5b3a8c"


def test_a_price_in_data_is_no_formula(timeline):
    odd = timeline.assign(title="costs $5 or $6 \\frac")
    assert "$5 or $6" in words_of(event_timeline(odd))


def test_drawing_leaves_the_figure_as_it_was_and_says_nothing_of_axes_without_ticks():
    figure = Figure(figsize=(2, 1), dpi=150, facecolor="white")
    _, bare = figure.subplots(1, 2)
    style.bare(bare)
    bare.text(0, 0, "Kweires")
    drawn = style.svg(figure, "two")
    assert drawn == style.svg(figure, "two")
    assert (figure.dpi, figure.patch.get_visible()) == (150, True)
    assert drawn.count('id="two-matplotlib.axis') == 2
    assert 'width="144pt"' in drawn
    assert "Kweires" in drawn
