"""HTML and Markdown in one reading: every element is what it means, or is named as left out."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.document.blocks import (
    CodeBlock,
    Details,
    Divider,
    Grid,
    Heading,
    Listing,
    Omission,
    Paragraph,
    Preformatted,
    Quote,
    Terms,
)
from analysis.briefing.document.citations import References, plain
from analysis.briefing.document.runs import Break, Link, Text
from analysis.briefing.page.html import page
from analysis.briefing.reading.html import Origin, html_blocks
from analysis.briefing.reading.markdown import markdown_blocks
from analysis.briefing.reading.notebook import document
from tests.briefing.notebooks import markdown, notebook


def read(html, *, author=False):
    """The blocks of HTML in an output, or in the author's own text."""
    return html_blocks(html, Origin("cell 1", "Output of cell 1", References(), author=author))


def of_markdown(source):
    """The blocks of a Markdown cell."""
    return markdown_blocks(source, References(), "cell 1")


def styled(runs):
    """Each stretch of text with its styles."""
    return [(run.text, *run.styles) for run in runs if isinstance(run, Text)]


# nothing acts, nothing is left of what shows nothing


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<script>alert(1)</script>",
        "<style>p{color:red}</style>",
        "<p> </p>",
        "<!-- said -->",
        "<table></table>",
    ],
)
def test_what_shows_nothing_is_nothing(html):
    assert read(html) == ()


def test_what_acts_is_gone_and_the_words_stay():
    html = (
        '<p onclick="x()">a<script>alert(1)</script></p><a href="javascript:x">b</a><a href="data:,x">c</a>'
    )
    assert [block.runs for block in read(html)] == [(Text("a"),), (Text("b"), Text("c"), Text(" (data:)"))]


@pytest.mark.parametrize(
    "inside", ["<div>" * 3000 + "x", "<b>" * 3000 + "x", "<ul><li>" * 2000 + "x", "<table><td>" * 500 + "x"]
)
def test_depth_is_no_trap(inside):
    assert "x" in repr(read(inside))


# within a line


@pytest.mark.parametrize("reading", [read, of_markdown])
@pytest.mark.parametrize(
    ("element", "style"),
    [
        *(
            ("sup", "sup"),
            ("sub", "sub"),
            ("mark", "mark"),
            ("small", "small"),
            ("kbd", "key"),
            ("ins", "insert"),
        ),
        *(
            ("u", "insert"),
            ("del", "strike"),
            ("s", "strike"),
            ("b", "strong"),
            ("strong", "strong"),
            ("i", "em"),
        ),
        *(("em", "em"), ("var", "em"), ("cite", "em"), ("code", "code"), ("samp", "code"), ("tt", "code")),
    ],
)
def test_inline_elements_are_what_they_mean(reading, element, style):
    (paragraph,) = reading(f"10<{element}>5</{element}> people")
    assert styled(paragraph.runs) == [("10",), ("5", style), (" people",)]


def test_styles_nest_and_a_power_of_a_power_stays_one():
    (paragraph,) = read("2<sup>2<sup>3</sup></sup> <b><i>a</i></b><b><b>b</b></b>")
    assert styled(paragraph.runs) == [
        ("2",),
        ("2", "sup"),
        ("3", "sup", "sup"),
        (" ",),
        ("a", "strong", "em"),
        ("b", "strong"),
    ]


def test_styles_declared_by_attribute_count():
    html = '<span style="font-weight:700">a</span><span style="text-decoration:line-through">b</span>'
    assert styled(read(html)[0].runs) == [("a", "strong"), ("b", "strike")]


@pytest.mark.parametrize("reading", [read, of_markdown])
def test_entities_are_read_everywhere(reading):
    (paragraph,) = reading("AT&amp;T &mdash; 5&nbsp;km &#x2192; &lt;b&gt;")
    assert plain(paragraph.runs) == "AT&T — 5\u00a0km → <b>"


def test_entities_are_read_in_headings_and_alternative_texts():
    heading, omission = of_markdown('# R&amp;D\n\n![a &lt; b](x.png "t")')
    assert plain(heading.runs) == "R&D"
    assert "(a < b)" in omission.text


def test_quotations_are_quoted_and_abbreviations_spelt_out():
    (paragraph,) = read('<q>no <q>way</q></q>, <abbr title="internally displaced person">IDP</abbr>')
    assert plain(paragraph.runs) == "“no “way””, IDP (internally displaced person)"


def test_what_an_element_tells_whoever_points_at_it_is_told():
    (paragraph,) = read('<span title="as of May">12</span>, <b title="12">12</b>')
    assert plain(paragraph.runs) == "12 (as of May), 12"


def test_ruby_and_breaks_keep_words_apart():
    (paragraph,) = read("a<br>b<wbr>c")
    assert paragraph.runs == (Text("a"), Break(), Text("b"), Text("c"))


@pytest.mark.parametrize("reading", [read, of_markdown])
def test_links_lead_to_the_web_and_to_letter_boxes(reading):
    (paragraph,) = reading(
        '<a href="https://e.org/a?b=1&amp;c">a <b>b</b></a> <a href="mailto:x@e.org">mail</a>'
    )
    web, _, mail = paragraph.runs
    assert web == Link((Text("a "), Text("b", styles=("strong",))), "https://e.org/a?b=1&c")
    assert mail == Link((Text("mail"),), "mailto:x@e.org")


def test_links_that_lead_nowhere_from_here_name_their_address():
    (paragraph,) = of_markdown('[the table](data/a.csv) and [its top](#top) [t](https://e.org "More on it")')
    assert plain(paragraph.runs) == "the table (data/a.csv) and its top t (More on it)"


def test_a_link_around_a_picture_keeps_its_address():
    paragraph, omission = of_markdown("[![build](https://e.org/b.svg)](https://e.org)")
    assert paragraph.runs == (Link((Text("https://e.org"),), "https://e.org"),)
    assert "https://e.org/b.svg (build)" in omission.text


def test_bare_addresses_in_markdown_are_links():
    (paragraph,) = of_markdown("see https://e.org/x and <y@e.org>")
    assert [run.href for run in paragraph.runs if isinstance(run, Link)] == [
        "https://e.org/x",
        "mailto:y@e.org",
    ]


def test_blanks_are_one_and_kept_where_they_are_to_be():
    assert read("<p> a \n  <b> b</b> c </p>")[0].runs == (
        Text("a "),
        Text("b", styles=("strong",)),
        Text(" c"),
    )
    kept = read('<div style="white-space: pre">a\n  b</div>')[0].runs
    assert kept == (Text("a"), Break(), Text("\u00a0 b"))


# apart


def test_blocks_come_in_their_order():
    html = "x<h2>Dead</h2><ul><li>one<li>two</ul><hr><pre>a  b\n</pre><blockquote>q</blockquote>y"
    kinds = [Paragraph, Paragraph, Listing, Divider, Preformatted, Quote, Paragraph]
    blocks = read(html)
    assert [type(block) for block in blocks] == kinds
    assert blocks[1].runs == (Text("Dead", styles=("strong",)),)
    assert blocks[4] == Preformatted("a  b", "Output of cell 1")


def test_headings_belong_to_the_outline_of_the_authors_text_only():
    assert isinstance(read("<h2>a</h2>", author=True)[0], Heading)
    assert isinstance(of_markdown("<h2>a</h2>")[0], Heading)
    assert isinstance(of_markdown("> ## a")[0].blocks[0], Paragraph)
    assert isinstance(read("<h2>a</h2>")[0], Paragraph)


def test_lists_nest_and_count_as_they_say():
    html = '<ol start="3" type="a"><li>x<ul><li>y</ul><li>z</ol>'
    html += '<ol reversed><li>b<li>a</ol><ol><li value="7">g</ol>'
    letters, down, seven = read(html)
    assert (letters.start, letters.numbering, len(letters.items)) == (3, "a", 2)
    assert isinstance(letters.items[0][1], Listing)
    assert (down.start, down.reversed) == (2, True)
    assert seven.start == 7


def test_a_number_in_the_middle_of_a_list_and_an_empty_item_count():
    five, nine, second = read(
        '<ol start="5"><li>five<li value="9">nine<li>ten</ol><ol><li></li><li>second</li></ol>'
    )
    assert [(part.start, len(part.items)) for part in (five, nine, second)] == [(5, 1), (9, 2), (1, 2)]


def test_lists_of_tasks_show_what_is_done():
    (tasks,) = of_markdown("- [x] done\n- [ ] open")
    assert [plain(item[0].runs) for item in tasks.items] == ["☑ done", "☐ open"]


def test_a_list_right_within_a_list_belongs_to_the_item_before_it():
    (outer,) = read("<ul><li>a</li><ul><li>b</li></ul></ul>")
    assert len(outer.items) == 1
    assert isinstance(outer.items[0][1], Listing)


def test_what_is_raised_says_so_where_text_is_plain():
    (written,) = read("<pre>10<sup>5</sup> m<sup>2</sup> H<sub>2</sub>O x<sup>ab</sup></pre>")
    assert written.text == "10⁵ m² H₂O x^(ab)"
    bound = document(notebook(markdown("# Losses 10<sup>5</sup>\n\n![to 10<sup>5</sup>](p.png)")))
    assert bound.cover.title == "Losses 10⁵"


def test_tables_in_lists_and_quotes_are_tables():
    (quote,) = of_markdown("> | a | b |\n> |---|---|\n> | 1 | 2 |")
    assert isinstance(quote.blocks[0], Grid)


def test_terms_and_what_is_folded_are_kept():
    terms, details = read("<dl><dt>a<dd>b<dd>c</dl><details><summary>more</summary>x<p>y</details>")
    assert isinstance(terms, Terms)
    assert [(plain(term), len(said)) for term, said in terms.items] == [("a", 2)]
    assert isinstance(details, Details)
    assert plain(details.summary) == "more"
    assert [plain(block.runs) for block in details.blocks] == ["x", "y"]


def test_code_in_markdown_is_code_and_what_stands_in_it_is_as_written():
    (code,) = of_markdown("```python\nif a < b:  # \u202e <b>\n    $x$\n```")
    assert isinstance(code, CodeBlock)
    assert not code.folded
    assert code.text == "if a < b:  #  <b>\n    $x$"


def test_forms_show_what_is_chosen_in_them():
    html = '<select><option>a<option selected>b</select> <input value="v"> <input type="hidden" value="h"> '
    html += '<progress value="3" max="4">x</progress><input type="checkbox"><button>go</button>'
    assert plain(read(html)[0].runs) == "b v 3 / 4go"


def test_formulas_in_mathml_are_read_by_their_tex_or_named():
    note = '<annotation encoding="application/x-tex">x^2</annotation>'
    assert "x^2" in repr(read(f"<math><semantics><mi>x</mi>{note}</semantics></math>"))
    (omission,) = read("<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>")
    assert omission == Omission("Left out: a formula (a b).")


def test_page_after_table_is_outside_of_it():
    table, after = read("<table><tr><td><ul><li>one<li>two</ul></td></tr></table><p>After.</p>")
    assert isinstance(table, Grid)
    assert isinstance(after, Paragraph)


INLINE = "b i sup sub mark kbd q small span a ins del code font label abbr".split()
APART = (
    "p div ul ol li table caption thead tr td th dl dt dd blockquote details summary pre h2 figure".split()
)
texts = st.just("word")
trees = st.recursive(
    texts,
    lambda inner: st.tuples(st.sampled_from([*INLINE, *APART]), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=25,
)


def numbered(tree, count):
    """The tree as HTML, each of its words with a number of its own."""
    if tree == "word":
        return f" w{next(count)}w "
    tag, inner = tree
    return f"<{tag}>{''.join(numbered(each, count) for each in inner)}</{tag}>"


@given(trees)
def test_no_word_is_lost_or_told_twice(tree):
    count = itertools.count()
    html = numbered(tree, count)
    printed = page(document(notebook(markdown(f"<div>{html}</div>"), title="t")))
    told = re.sub(
        "<nav.*?</nav>", "", printed[printed.index("<main") :], flags=re.DOTALL
    )  # tells headings again
    words = re.findall(r"w\d+w", re.sub("<[^>]*>", "", told))
    assert sorted(words) == sorted(f"w{number}w" for number in range(next(count)))
