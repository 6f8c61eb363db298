"""Drawings: what lays out their source goes, what is drawn stays."""

from analysis.briefing.document.drawings import drawing

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <g id="plain">
    <path d="M 0 0
L 1 1
"/>
  </g>
  <g id="used"><text>two <tspan>words</tspan> <tspan>here</tspan></text></g>
  <use href="#used"/>
</svg>"""


def test_line_ends_and_names_to_which_nothing_leads_go():
    body = drawing(SVG, "cell 1").body
    assert "\n" not in body
    assert 'id="plain"' not in body
    assert '<path d="M 0 0 L 1 1 ">' in body


def test_text_and_what_is_led_to_stay():
    body = drawing(SVG, "cell 1").body
    assert '<g id="used">' in body
    assert "two <tspan>words</tspan> <tspan>here</tspan>" in body


def test_links_to_an_anchor_stay_and_all_others_go():
    targets = ("#claim-x", "https://x.org", "javascript:x")
    marks = [f'<a xlink:href="{to}"><text>t</text></a>' for to in targets]
    body = drawing(SVG.replace('<use href="#used"/>', "".join(marks)), "cell 1").body
    assert body.count("<a>") == 2
    assert body.count('<a href="#claim-x">') == 1
    assert body.count("<text>t</text>") == 3
