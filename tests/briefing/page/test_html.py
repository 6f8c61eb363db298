import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from fontTools.ttLib import TTFont

from analysis import palette
from analysis.briefing.document import faces
from analysis.briefing.document.data import csv_files
from analysis.briefing.document.drawings import drawing
from analysis.briefing.page import colours, fonts
from analysis.briefing.page.html import contents, page
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import cell, exhibit, markdown, notebook, output

PICTURE = f"data:image/png;base64,{notebooks.PIXEL}"


@pytest.fixture(scope="module")
def sample():
    return page(document(notebooks.briefing(10)))


class Elements(HTMLParser):
    """Start tags with attributes, in order."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def ids(html):
    return [attrs["id"] for _, attrs in Elements(html).found if "id" in attrs]


def test_ids_are_unique_and_every_link_arrives(sample):
    assert len(ids(sample)) == len(set(ids(sample)))
    local = [attrs["href"] for tag, attrs in Elements(sample).found if attrs.get("href", "").startswith("#")]
    assert {href[1:] for href in local} <= set(ids(sample))
    assert {"#claim-a-dead-tv", "#source-report-a", "#exhibit-ledger", "#cite-1"} <= set(local)


def test_the_page_loads_nothing(sample):
    for tag, attrs in Elements(sample).found:
        assert tag not in ("script", "link", "iframe", "object", "embed", "form", "base")
        assert not [name for name in attrs if name.startswith("on")]
        assert attrs.get("src", "data:").startswith("data:")
        if attrs.get("href", "#").startswith("http"):
            assert (tag, attrs["rel"]) == ("a", "noreferrer")
    assert all(address.startswith(("data:", "#")) for address in re.findall(r"url\(([^)]*)\)", sample))
    assert "content=\"default-src 'none';" in sample


def test_the_sample_is_small_and_an_empty_page_smaller(sample):
    assert len(sample.encode()) < 600_000
    assert len(page(document(notebook())).encode()) < 90_000


def test_the_same_notebook_gives_the_same_bytes():
    program = (
        "import hashlib, json, sys; from analysis.briefing.reading.notebook import document; "
        "from analysis.briefing.page.html import page; "
        "print(hashlib.sha256(page(document(json.load(sys.stdin))).encode()).hexdigest())"
    )
    import json

    text = json.dumps(notebooks.briefing())
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=text,
            text=True,
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_the_page_is_printed_without_the_kernel_s_packages():
    program = "import sys, analysis.briefing.page.html; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], text=True, capture_output=True, check=True
    ).stdout.split()
    packages = ("pandas", "numpy", "matplotlib", "nbconvert", "nbformat", "papermill", "fontTools")
    assert not {name for name in loaded if name.startswith(packages)}
    assert not {
        name for name in loaded if re.match(r"analysis\.(model|load|derive|charts|prose|exhibits)", name)
    }


def test_figures_have_names_and_descriptions(sample):
    assert 'aria-labelledby="exhibit-kweires-dead-1-title exhibit-kweires-dead-1-desc"' in sample
    assert '<desc id="exhibit-kweires-dead-1-desc">Two intervals: state TV 12 to 99' in sample


def test_house_colours_of_drawings_follow_day_and_night(sample):
    body = sample[sample.index("<body") :]
    assert "#" + palette.INK[1:].lower() not in body.lower()
    assert "stroke: var(--c-0072b2)" in body
    assert "--c-0072b2:#0072b2;" in sample


def test_tables_have_captions_and_scopes(sample):
    assert '<th scope="row">Kweires <' not in sample
    assert '<th scope="row">Kweires (<bdi lang="ar" dir="rtl">كويرس</bdi>)</th>' in sample
    assert '<th scope="col" class="right">Interval</th>' in sample
    assert "<caption><span" in sample


def test_citations_and_back_links(sample):
    assert '<a class="cite" id="cite-2" href="#claim-a-dead-tv">[1 p3]</a>' in sample
    assert 'href="#cite-2" aria-label="Back to citation' in sample


def test_data_can_be_saved_as_the_csv_beside_the_page(sample):
    links = {a["download"]: a["href"] for _, a in Elements(sample).found if "download" in a}
    beside = csv_files(document(notebooks.briefing()).data)["data/ledger.csv"]
    assert unquote(links["ledger.csv"].partition(",")[2]).encode() == beside
    assert beside.startswith(b"place,low\nKweires,12\n")


def test_long_tables_are_capped_with_a_pointer():
    rows = [["place", [], None, "voice", "B2"]] * 1200
    data = {"columns": [{"name": "n", "type": "integer"}], "rows": [str(n) for n in range(120_000)]}
    html = page(document(notebook(exhibit(notebooks.table(rows=rows, total=120_000, data=data)))))
    assert "The first 200 of 120,000 rows are shown; all are in" in html
    assert html.count("<tr>") == 201
    assert "Too many rows to keep in this page" in html
    assert len(html) < 200_000


def test_figure_data_is_capped():
    data = {"columns": [{"name": "n", "type": "integer"}], "rows": [str(n) for n in range(60)]}
    record = notebooks.figure(data=data)
    html = page(document(notebook(exhibit(record, **{"image/svg+xml": notebooks.drawn("x")}))))
    assert "10 more rows are in" in html


def test_two_drawings_alike_do_not_share_ids_or_styles():
    svg = (
        '<svg viewBox="0 0 9 9"><style>.a, #b > rect {fill: #123456; clip-path: url(#b)} @import "x"; i{fill:url(http://x)}'
        '</style><clipPath id="b"><rect/></clipPath>'
        '<g class="a" clip-path="url(#b)"><use href="#b"/></g></svg>'
    )
    cells = [exhibit(notebooks.figure(f"f{n}", n), **{"image/svg+xml": svg}) for n in (1, 2)]
    html = page(document(notebook(*cells)))
    assert len(ids(html)) == len(set(ids(html)))
    assert "#exhibit-f1 svg .exhibit-f1-a,#exhibit-f1 svg #exhibit-f1-b > rect{" in html
    assert "clip-path: url(#exhibit-f2-b)" in html
    assert 'clip-path="url(#exhibit-f2-b)"' in html
    assert "@import" not in html


def test_a_drawing_is_well_formed_xml_for_other_printers():
    root = ElementTree.fromstring(drawing(notebooks.drawn("x", text="a < b & c"), "cell 1").xml())  # noqa: S314
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "a < b & c" in "".join(root.itertext())


def test_contents_list_headings_with_their_exhibits():
    listed = contents(document(notebooks.briefing()))
    assert [(section.title, [e.number for e in section.exhibits]) for section in listed] == [
        ("Situation", []),
        ("Part 1", [1]),
        ("Claims", [2]),
        ("Sources", [3]),
    ]


def test_a_stock_notebook_is_a_readable_page():
    html = page(
        document(
            notebook(
                markdown("# Stock\n\ntext"),
                cell(
                    "1/0",
                    [
                        {
                            "output_type": "error",
                            "ename": "ZeroDivisionError",
                            "evalue": "no",
                            "traceback": ["t"],
                        }
                    ],
                ),
                cell("df", [output({"text/html": "<table><tr><th></th><th>a</th></tr><tr><td>1</table>"})]),
            )
        )
    )
    assert "<h1>Stock</h1>" in html
    assert "Cell 2 ended with an error." in html
    assert '<td class="right"></td><th scope="col">a</th>' in html


def test_every_style_and_block_of_other_notebooks_is_html():
    source = "a<sup>1</sup> <del>b</del> <ins>c</ins> <mark>d</mark> <kbd>e</kbd> [*f*](mailto:x@e.org)\n\n"
    source += (
        "<dl><dt>t<dd>d</dl><details><summary>s</summary>i</details><ol type=a start=3 reversed><li>x</ol>"
    )
    source += "<table><tr><th colspan=2>h</th></tr><tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</table>"
    source += '<audio src="data:audio/wav;base64,AAAA"></audio>'
    html = page(document(notebook(markdown("# T"), markdown(source))))
    for part in (
        *("<sup>1</sup>", "<del>b</del>", "<ins>c</ins>", "<mark>d</mark>", "<kbd>e</kbd>"),
        '<a href="mailto:x@e.org" rel="noreferrer"><em>f</em></a>',
        '<ol start="3" type="a" reversed>',
        '<th scope="colgroup" colspan="2" class="right">h</th>',
        'rowspan="2"',
        "<dt>t</dt>",
        "<summary>s</summary>",
        '<audio controls src="data:audio/wav;base64,AAAA"',
    ):
        assert part in html, part


def test_pictures_have_the_size_they_ask_for_and_drawings_their_own():
    square = '<svg viewBox="0 0 4 4" width="40" height="40"><rect width="4" height="4"/></svg>'
    cells = [
        cell("", [output({"image/svg+xml": square})]),
        markdown(f'<img width=30 src="{PICTURE}" alt="p">'),
    ]
    html = page(document(notebook(*cells)))
    assert 'class="drawing own scroll" role="group" tabindex="0" aria-label="Picture' in html
    assert 'style="width:40px"' in html
    assert 'alt="p" style="width:30px"' in html


def test_fonts_are_cut_to_what_is_used():
    cut = TTFont(io.BytesIO(fonts.cut(faces.FACES[0], faces.BASE)))
    assert set(cut.getBestCmap()) <= set(map(ord, faces.BASE))
    arabic = fonts.style("كويرس")
    assert arabic.count("@font-face") == len(faces.FACES) + 1
    data = re.search(r'"DejaVu Sans".*?base64,([^)]*)\)', arabic).group(1)
    assert "GSUB" in TTFont(io.BytesIO(b64decode(data)))
    assert fonts.style("abc") == fonts.style("xyz")
    assert fonts.style("ž").count("@font-face") == 2 * len(faces.FACES)


@pytest.mark.parametrize(
    "colour", [palette.INK, palette.MUTED, palette.ACCENT, "#0072b2", "#e69f00", "#f2e3c6"]
)
def test_contrast_by_night_is_that_by_day(colour):
    by_day = colours.contrast(colour.lower(), "#ffffff")
    by_night = colours.contrast(colours.night(colour.lower()), colours.night("#ffffff"))
    assert by_night == pytest.approx(by_day, rel=0.04)


@pytest.mark.parametrize("colour", [palette.INK, palette.MUTED, palette.ACCENT])
def test_text_colours_are_legible(colour):
    assert colours.contrast(colour.lower(), "#ffffff") >= 4.5


def test_a_wide_formula_scrolls_and_a_short_one_stands_in_its_line():
    long = "+".join(f"a_{{{number}}}" for number in range(30))
    found = Elements(page(document(notebook(markdown(f"$x$ and $$y$$ and $${long}$$"))))).found
    drawn = [place for place, (tag, attrs) in enumerate(found) if tag == "svg" and "aria-label" in attrs]
    frames = [found[place - 1][1] for place in drawn]
    assert ["scroll" in attrs.get("class", "").split() for attrs in frames] == [False, False, True]
    assert (frames[-1]["tabindex"], frames[-1]["aria-label"]) == ("0", long)
