"""What HTML hides stays hidden, and what it shows instead is shown."""

import pytest

from analysis.briefing.document.citations import References, plain
from analysis.briefing.reading.html import Origin, html_blocks


def words(html):
    """All text that is read."""
    blocks = html_blocks(html, Origin("cell 1", "Output of cell 1", References()))
    return " ".join(plain(block.runs) for block in blocks)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>",
        '<p style="display:none">no</p>',
        '<p style="color:red; display : NONE !important">no</p>',
        '<p style="visibility:hidden">no</p>',
        '<style>.a{display:none}</style><p class="b a">no</p>',
        '<style>#i p.a, q {color:red; display:none}</style><div id="i"><p class="a">no</p></div>',
        '<style>/* x */ p{display:block} .a{display:none}</style><p class="a">no</p>',
        '<style>.a{display:none!important}</style><p class="a" style="display:block">no</p>',
        '<input type="hidden" value="no">',
        "<dialog>no</dialog>",
        "<template>no</template><noscript>no</noscript>",
    ],
)
def test_what_is_hidden_is_not_read(hidden):
    assert words(f"<p>yes</p>{hidden}and") == "yes and"


@pytest.mark.parametrize(
    "shown",
    [
        '<style>.a{display:none}</style><p class="b">too</p>',
        '<style>#i .a{display:none}</style><p class="a">too</p>',
        '<style>@media print{.a{display:none}}</style><p class="a">too</p>',
        '<style>.a:hover{display:none}</style><p class="a">too</p>',
        '<style>.a{display:none}</style><p class="a" style="display:block">too</p>',
        '<style>.a{display:block !important}</style><p class="a" hidden>too</p>',
        '<style>.a{-webkit-display:none}</style><p class="a">too</p>',
    ],
)
def test_what_is_shown_is_read(shown):
    assert words(f"<p>yes</p>{shown}") == "yes too"


def test_a_model_is_told_once():
    html = "<style>#m div.text{display:none}#m div.box{display:inline-block !important}</style>"
    html += '<div id="m"><div class="text"><pre>Model()</pre><b>Please trust this notebook</b></div>'
    html += '<div class="box" hidden>Model</div></div>'
    assert words(html) == "Model"
