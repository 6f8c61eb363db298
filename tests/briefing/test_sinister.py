"""Hostile text in every field: nothing becomes markup, nothing acts, nothing breaks the page."""

import copy
import csv
import io

import pytest

from analysis.briefing.page.html import page, policy, register_script
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import MIME, cell, markdown, notebook, output
from tests.briefing.page.test_html import Elements

SCRIPT = "<script>alert(1)</script>"
FIXED = {
    "kind",
    "name",
    "type",
    "align",
    "id",
    "claim",
    "claim_id",
    "source",
    "version",
    "basis",
}
PLANTS = {
    "script": SCRIPT,
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "comment": "--><!--]]><style>*{display:none}</style></svg></title></desc>",
    "address": "javascript:alert(1)",
    "null": "a\x00b\x1b[31m\x07c\ud800",
    "bidi": "a\u202eb\u2066c\u200f",
    "long": "n" * 10_000,
}
RECORDS = {
    "cover": notebooks.cover(),
    "story": notebooks.story(),
    "trust": notebooks.trust(),
    "prose": notebooks.prose("text"),
    "key-figures": notebooks.key_figures(),
    "figure": notebooks.figure(),
    "table": notebooks.table(),
    "register": notebooks.register(),
}
SAFE = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "h1",
    "p",
    "dl",
    "div",
    "dt",
    "dd",
    "nav",
    "h2",
}


def planted(value, plant, key=""):
    """The record with the plant put into every text that is not a key or a choice."""
    if key == "rows" and isinstance(value, list) and all(isinstance(line, str) for line in value):
        return [planted_line(line, plant) for line in value]
    if isinstance(value, dict):
        return {name: planted(part, plant, name) for name, part in value.items()}
    if isinstance(value, list):
        return [planted(part, plant, key) for part in value]
    return plant + value if isinstance(value, str) and value.strip() and key not in FIXED else value


def planted_line(line, plant):
    """A line of CSV with the plant in its first cell."""
    first, *others = next(csv.reader([line]))
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([plant + first, *others])
    return written.getvalue()


def structure(html):
    """Tags with the names of their attributes, drawings left out."""
    return [(tag, tuple(attrs)) for tag, attrs in Elements(html).found if tag != "bdi"]


def check_inert(html):
    check_script(html)
    for tag, attrs in Elements(html).found:
        assert tag not in ("iframe", "object", "embed", "form", "link", "base", "foreignobject", "animate")
        assert not [name for name in attrs if name.startswith("on")]
        for name in ("href", "src", "xlink:href", "action"):
            assert attrs.get(name, "#").startswith(
                ("#", "data:image/", "data:text/csv", "http://", "https://")
            )
    for forbidden in "\x00\x1b\x07\u202e\u2066\ud800":
        assert forbidden not in html


def check_script(html):
    """Nothing of a notebook is in script or policy: there is none, or the one of ours and its hash."""
    tags = [tag for tag, _ in Elements(html).found if tag == "script"]
    script = register_script() if tags else ""
    assert html.count(f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}">') == 1
    assert len(tags) <= 1
    assert not tags or html.count(f"<script>{script}</script>") == 1


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("kind", RECORDS)
def test_records_stay_text(kind, plant):
    svg = {"image/svg+xml": notebooks.drawn("x")} if kind == "figure" else {}

    def printed(record):
        cells = [cell("", [output({MIME: {"version": 1, **record}, **svg})])]
        if kind != "register":
            cells.append(notebooks.exhibit(notebooks.register(9)))
        return page(document(notebook(*cells)))

    html = printed(planted(copy.deepcopy(RECORDS[kind]), PLANTS[plant]))
    check_inert(html)
    clean = printed(RECORDS[kind])
    if kind != "register":  # its address is a link or not by what it says
        assert structure(html) == structure(clean)


def test_ids_and_keys_cannot_break_out():
    record = notebooks.register()
    record["entries"][0]["id"] = record["entries"][0]["statements"][0]["claim_id"] = (
        f'"><b onclick=x>{SCRIPT} \x00'
    )
    html = page(document(notebook(notebooks.exhibit(record))))
    check_inert(html)
    anchors = [attrs["id"] for _, attrs in Elements(html).found if attrs.get("id", "").startswith("source-")]
    assert len(anchors) == 2
    assert not [anchor for anchor in anchors if set(anchor) & set(' "<>')]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//x.org", "HTTPS:x"]
)
def test_addresses_that_are_not_of_the_web_are_no_links(address):
    record = notebooks.register()
    record["entries"][0]["url"] = address
    html = page(document(notebook(notebooks.exhibit(record), markdown(f"[x]({address.strip()})"))))
    check_inert(html)
    assert f'href="{address.strip()}' not in html


HOSTILE_DRAWINGS = [
    '<rect onload="alert(1)" onclick="x"/>',
    '<a xlink:href="javascript:alert(1)"><text>t</text></a>',
    "<script>alert(1)</script><script xlink:href='http://x/y.js'/>",
    "<foreignObject><body onload='x'><iframe src='http://x'/></body></foreignObject>",
    '<image href="http://x.org/i.png"/><image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<use href="http://x.org/a.svg#b"/>',
    '<rect style="fill:url(http://x.org/a);background:url(//x)"/><rect fill="url(http://x)"/>',
    '<style>@import url(http://x);*{fill:url("http://x")}rect{-moz-binding:url(x)}</style>',
    '<style>\\40import "x";rect{fill:u\\72l(http://x)}</style>',
    '<animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onclick" to="x"/>',
    "<![CDATA[<script>alert(1)</script>]]><!-- <script> --><title><script>x</script></title>",
    "</svg><script>alert(1)</script><svg><p><img src=x onerror=x>",
    '<rect fill="&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;" id=\'"&gt;&lt;script&gt;\'/>',
]


@pytest.mark.parametrize("inside", HOSTILE_DRAWINGS)
@pytest.mark.parametrize("own", [True, False])
def test_drawings_do_nothing(inside, own):
    svg = f'<svg viewBox="0 0 9 9" onload="alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}<g/></svg>'
    cells = [
        cell("", [output({"image/svg+xml": svg})]),
        cell("", [output({"text/html": f"<div>x{svg}</div>"})]),
    ]
    if own:
        cells = [notebooks.exhibit(notebooks.figure(), **{"image/svg+xml": svg})]
    html = page(document(notebook(*cells)))
    check_inert(html)
    body = html[html.index("<body") :]
    assert "http://x" not in html
    assert "@import" not in html
    assert "background" not in body


@pytest.mark.parametrize(
    "html",
    [
        f"<p>x{SCRIPT}</p><img src=x onerror=alert(1)><svg onload=x></svg>",
        '<a href="javascript:alert(1)">x</a><a href="&#106;avascript:x">y</a><a href="data:,x">z</a>',
        '<form action="http://x"><input><button formaction="javascript:x">b</button></form>t',
        "<style>*{display:none}</style><link rel=stylesheet href=http://x><base href=http://x>t",
        '<div style="position:fixed;background:url(http://x);text-align:right" class="skip">t</div>',
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>t",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>t",
        "</div></main><h1>taken over</h1><div>",
    ],
)
def test_foreign_html_is_sanitised(html):
    printed = page(document(notebook(cell("", [output({"text/html": html})]), markdown(f"text\n\n{html}\n"))))
    check_inert(printed)
    assert printed.count("<h1") == 1
    assert printed.count("</main>") == 1
    body = printed[printed.index("<main") :]
    assert "position" not in body
    assert 'class="skip"' not in body


def test_markdown_does_nothing():
    source = f"[a](javascript:alert(1)) ![b](javascript:x) <javascript:x> {SCRIPT}\n\n"
    source += f"    {SCRIPT}\n\n`{SCRIPT}`\n\n# {SCRIPT}"
    check_inert(page(document(notebook(markdown(source), title=SCRIPT, language='"><script>'))))


def test_code_shows_what_would_be_invisible():
    html = page(document(notebook(cell("if x: # \u202e } \x00"))))
    check_inert(html)
    assert "\\u202e" in html
    assert "\\x00" in html


@pytest.mark.parametrize(
    "source", ["> " * 500 + "x", "- " * 300 + "x", "[" * 3000, "*" * 5000 + "a", "|" * 3000]
)
def test_deep_markdown_is_no_trap(source):
    check_inert(page(document(notebook(markdown(source)))))
