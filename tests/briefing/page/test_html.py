import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from analysis import palette, typefaces
from analysis.briefing.document.data import csv_files
from analysis.briefing.document.drawings import drawing
from analysis.briefing.page import colours
from analysis.briefing.page.contents import contents, parted
from analysis.briefing.page.html import page, policy, register_script
from analysis.briefing.page.pictures import pictures
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import cell, exhibit, markdown, notebook, output

SQUARE = '<svg viewBox="0 0 300 300"><rect width="4" height="4"/></svg>'
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
    assert {"#claim-a-dead-tv", "#source-report-a", "#ledger", "#cite-2", "#data-ledger", "#making"} <= set(
        local
    )


def test_the_page_loads_nothing(sample):
    for tag, attrs in Elements(sample).found:
        assert tag not in ("link", "iframe", "object", "embed", "form", "base")
        assert not [name for name in attrs if name.startswith("on")]
        assert attrs.get("src", "data:").startswith("data:")
        if attrs.get("href", "#").startswith("http"):
            assert (tag, attrs["rel"]) == ("a", "noreferrer")
    assert all(address.startswith(("data:", "#")) for address in re.findall(r"url\(([^)]*)\)", sample))
    assert f'content="{policy(register_script())}"' in sample
    assert sample.count("<script>") == 1


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
    assert 'aria-labelledby="kweires-dead-1.name kweires-dead-1.alt"' in sample
    assert '<desc id="kweires-dead-1.alt">Two intervals: state TV 12 to 99' in sample


def test_house_colours_of_drawings_follow_day_and_night(sample):
    body = sample[sample.index("<body") :]
    assert "#" + palette.INK[1:].lower() not in body.lower()
    assert "stroke: var(--c-0072b2)" in sample
    assert "--c-0072b2:#0072b2;" in sample


def test_tables_have_captions_and_scopes(sample):
    assert '<th scope="row">Kweires <' not in sample
    assert '<th scope="row">Kweires (<bdi lang="ar" dir="rtl">كويرس</bdi>)</th>' in sample
    assert '<th scope="col" class="right">Interval</th>' in sample
    assert '<table class="rows" aria-labelledby="ledger.title">' in sample
    assert '#ledger tbody>tr>td:nth-child(2)::before{content:"Interval"}' in sample


def test_citations_and_back_links(sample):
    assert '<a class="cite" id="cite-2" href="#claim-a-dead-tv">[1 p3a]</a>' in sample
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
    data = {"columns": [{"name": "n", "type": "integer"}], "rows": [str(n) for n in range(30)]}
    record = notebooks.figure(data=data)
    html = page(document(notebook(exhibit(record, **{"image/svg+xml": notebooks.drawn("x")}))))
    assert "20 more rows are in" in html


def test_two_drawings_alike_do_not_share_ids_or_styles():
    svg = (
        '<svg viewBox="0 0 9 9"><style>.a, #b > rect {fill: #123456; clip-path: url(#b)} @import "x"; i{fill:url(http://x)}'
        '</style><clipPath id="b"><rect/></clipPath>'
        '<g class="a" clip-path="url(#b)"><use href="#b"/></g></svg>'
    )
    cells = [exhibit(notebooks.figure(f"f{n}", n), **{"image/svg+xml": svg}) for n in (1, 2)]
    html = page(document(notebook(*cells)))
    assert len(ids(html)) == len(set(ids(html)))
    assert "#f1 svg .D1-a,#f1 svg #D1-b > rect{" in html
    assert "clip-path: url(#D2-b)" in html
    assert 'clip-path="url(#D2-b)"' in html
    assert "@import" not in html


def test_a_drawing_is_well_formed_xml_for_other_printers():
    root = ElementTree.fromstring(drawing(notebooks.drawn("x", text="a < b & c"), "cell 1").xml())  # noqa: S314
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "a < b & c" in "".join(root.itertext())


def test_contents_name_exhibits_and_headings_in_one_line():
    front, rest = parted(document(notebooks.briefing()))
    assert [block.kind for block in front] == ["story", "key_figures", "trust"]
    assert [(entry.number, entry.title) for entry in contents(rest)] == [
        (0, "Situation"),
        (1, "Part 1"),
        (2, "Claims"),
        (3, "Sources"),
    ]


def test_without_a_story_there_is_no_first_screen():
    front, rest = parted(document(notebook(markdown("# T\n\ntext"))))
    assert (front, len(rest)) == ([], 1)


def test_a_group_of_citations_has_one_button_and_each_claim_one_card(sample):
    buttons = [attrs["popovertarget"] for _, attrs in Elements(sample).found if "popovertarget" in attrs]
    cards = [attrs["id"] for _, attrs in Elements(sample).found if "popover" in attrs]
    assert sorted(cards) == sorted(set(buttons))
    assert {"card-claim-a-dead-tv", "card-claim-a-dead-soldier", "cards-1"} <= set(cards)
    story = sample[sample.index('<section class="story"') : sample.index('<section class="key-figures"')]
    assert (story.count('<a class="cite"'), story.count("<button")) == (3, 2)


def test_a_citation_stays_on_the_line_of_its_word_and_the_button_on_that_of_its_citation(sample):
    story = sample[sample.index('<section class="story"') : sample.index('<section class="key-figures"')]
    assert not re.findall(r"[^\s>] (?:<span class=\"last\">)?<a class=\"cite\"", story)
    assert all("</a><button" in each for each in re.findall(r'<span class="last">.*?</span>', story))


def test_a_report_in_the_register_has_a_permanent_link_and_does_not_show_its_key(sample):
    head = BeautifulSoup(sample, "html.parser").select_one("tr.report")
    assert head.select_one(f"a[href='#{head['id']}']").text == "[1]"
    assert head["id"].removeprefix("source-") not in head.get_text()


def test_a_card_tells_what_is_known_of_a_claim(sample):
    card = BeautifulSoup(sample, "html.parser").find(id="card-claim-a-dead-tv")
    said = " ".join(card.get_text(" ").split())
    for part in (
        *("Statement 1 p3a", "“dozens”", "Syrian state TV", "12 to 99 persons", "apart from 1 p3b"),
        "C3: report, fairly reliable; statement, possibly true",
        "[1] “Army ends siege at Kweires”, paragraph 3",
        "counter-offensive”, Sitrep 1, inputs cf0db1c4; report “Army ends siege at Kweires”, paragraph 3",
    ):
        assert part in said, part
    assert card.find("a", href="#claim-a-dead-tv")


def linked(target, **fields):
    svg = (
        '<svg viewBox="0 0 9 9" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<a xlink:href="{target}"><text style="fill: #9b2335">[1 p3a]</text></a></svg>'
    )
    cells = [exhibit(notebooks.figure(**fields), **{"image/svg+xml": svg}), exhibit(notebooks.register(2))]
    return document(notebook(*cells))


def test_a_link_in_a_drawing_leads_to_a_claim_and_is_no_tab_stop():
    html = page(linked("#claim-a-dead-tv"))
    assert '<a href="#claim-a-dead-tv" tabindex="-1"><text class="S1">[1 p3a]</text></a>' in html
    assert ".S1{fill: var(--accent)}" in html
    assert 'role="group" aria-labelledby="kweires-dead.name' in html


@pytest.mark.parametrize("target", ["#claim-unknown", "#content", "https://e.org/x", "javascript:alert(1)"])
def test_a_link_in_a_drawing_that_leads_nowhere_known_is_none(target):
    html = page(linked(target))
    assert '<a><text class="S1">' in html
    assert 'role="img" aria-labelledby="kweires-dead.name' in html


def test_a_style_that_could_reach_beyond_its_rule_stays_where_it_is():
    svg = '<svg viewBox="0 0 9 9"><text style="font-family: \'x; fill: red">t</text></svg>'
    cells = [exhibit(notebooks.figure(), **{"image/svg+xml": svg})]
    assert "<text style=" in page(document(notebook(*cells)))


TALL = '<svg viewBox="0 0 100 400"><rect width="100" height="400"/></svg>'


def test_a_drawing_too_tall_for_a_page_is_sliced_for_print_where_rows_end():
    record = notebooks.figure(breaks=[0.1, 0.2, 0.3, 0.45, 0.7])
    html = page(document(notebook(exhibit(record, **{"image/svg+xml": TALL}))))
    boxes = re.findall(r'<svg viewBox="([^"]*)"><use href="#D1-"/>', html)
    assert boxes == [
        "0 0 100 40",
        "0 40 100 40",
        "0 80 100 40",
        "0 120 100 60",
        "0 180 100 100",
        "0 280 100 120",
    ]
    assert html.count('<g id="D1-">') == 1


@pytest.mark.parametrize(("svg", "breaks"), [(TALL, []), (SQUARE, [0.5])])
def test_a_drawing_that_fits_or_has_no_cuts_is_not_sliced(svg, breaks):
    html = page(document(notebook(exhibit(notebooks.figure(breaks=breaks), **{"image/svg+xml": svg}))))
    assert "<use" not in html


def test_pictures_say_what_they_show():
    bound = linked("#claim-a-dead-tv", subtitle="persons", shown="2 of 2 shown.")
    made = pictures(bound)
    assert list(made) == ["pictures/kweires-dead.svg"]
    root = ElementTree.fromstring(made["pictures/kweires-dead.svg"])  # noqa: S314
    said = " ".join(" ".join(root.itertext()).split())
    for part in ("Exhibit 1", "Two voices of one party", "persons", "2 of 2 shown.", "[1] Army ends siege"):
        assert part in said, part
    assert "../briefing.html#claim-a-dead-tv" in made["pictures/kweires-dead.svg"].decode()
    assert pictures(bound) == made
    assert 'href="pictures/kweires-dead.svg"' in page(bound, ["kweires-dead"])
    assert "pictures/" not in page(bound)


def test_no_line_of_a_picture_is_longer_than_its_drawing():
    bound = document(notebook(exhibit(notebooks.figure(title="word " * 60), **{"image/svg+xml": SQUARE})))
    root = ElementTree.fromstring(pictures(bound)["pictures/kweires-dead.svg"])  # noqa: S314
    titles = [each for each in root.iter("{http://www.w3.org/2000/svg}text") if each.get("font-size") == "17"]
    assert len(titles) > 5
    assert all(typefaces.width(each.text, typefaces.FACES[4], 17) <= 300 for each in titles)


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
    assert 'class="drawing own"' in html
    assert 'style="width:40px"' in html
    assert 'alt="p" style="width:30px"' in html


def test_fonts_are_cut_to_what_is_used():
    cut = TTFont(io.BytesIO(typefaces.cut(typefaces.FACES[0], typefaces.BASE)))
    assert set(cut.getBestCmap()) <= set(map(ord, typefaces.BASE))
    arabic = typefaces.style("كويرس")
    assert arabic.count("@font-face") == len(typefaces.FACES) + 1
    data = re.search(r'"DejaVu Sans".*?base64,([^)]*)\)', arabic).group(1)
    assert "GSUB" in TTFont(io.BytesIO(b64decode(data)))
    assert typefaces.style("abc") == typefaces.style("xyz")
    assert typefaces.style("ž").count("@font-face") == 2 * len(typefaces.FACES)


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
