"""Runs in print: each style is what it means, links lead somewhere, formulas have their TeX."""

import pytest

from analysis.briefing.document.blocks import Heading
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import STYLES, Break, Link, Text
from tests.briefing.pdf.inside import elements, text_of, words_of
from tests.briefing.pdf.papers import DOT, opened, printed, said


def formula(**more):
    """A formula as wide as two letters."""
    return Formula(
        **{"tex": r"\frac{a}{b}", "drawing": DOT, "width": 2.0, "height": 1.0, "depth": 0.4} | more
    )


def layouts(content):
    """What the structure says of the letters of each span: baseline, decoration, background."""
    with opened(content) as file:
        return [
            {str(name): str(value) for name, value in attributes.items()}
            for span in elements(file.Root.StructTreeRoot, "/Span")
            for attributes in span.get("/A", [])
        ]


def test_ten_to_the_fifth_is_raised_and_its_digits_hold_together():
    content = printed(said("10", Text("5", styles=("sup",)), " H", Text("2", styles=("sub",)), "O"))
    assert text_of(content).split()[1:3] == ["105", "H2O"]
    shifts = [float(each["/BaselineShift"]) for each in layouts(content) if "/BaselineShift" in each]
    assert len(shifts) == 2
    assert shifts[0] > 1 > -0.1 > shifts[1]


@pytest.mark.parametrize(
    ("style", "told"), [("strike", "LineThrough"), ("insert", "Underline"), ("mark", "BackgroundColor")]
)
def test_what_is_struck_out_inserted_or_marked_says_so(style, told):
    content = printed(said("before ", Text("word", styles=(style,)), " after"))
    assert "before word after" in text_of(content)
    assert any(told in str(each) for each in layouts(content))


def test_every_style_changes_how_a_word_looks():
    plain = printed(said("word"))
    looks = {style: printed(said(Text("word", styles=(style,)))) for style in STYLES}
    assert len({plain, *looks.values()}) == len(STYLES) + 1
    assert all("word" in text_of(content) for content in looks.values())


def test_styles_within_styles_print_in_any_order():
    backwards = tuple(reversed(STYLES))
    content = printed(said(Text("one", styles=STYLES), " ", Text("two", styles=backwards * 50)))
    assert text_of(content).split()[1:3] == ["one", "two"]


def test_what_is_struck_out_may_be_inserted_or_lead_somewhere_too():
    both = Text("both", styles=("insert", "strike"))
    hebrew = Text("\u05e9\u05dc\u05d5\u05dd 5", styles=("strike", "insert"))
    gone = Text("gone", styles=("em", "strike"))
    content = printed(said(both, hebrew, Link((Text("kept "), gone, both, hebrew), "https://example.org/")))
    assert "both" in text_of(content)
    assert "kept gone" in text_of(content)


@pytest.mark.parametrize("title", ["", " ", "\u0301", "\u200b\u200e", "\u00ad"])
def test_a_heading_without_a_letter_does_no_harm(title):
    assert "after" in text_of(printed(Heading(2, (Text(title),), "section-x"), said("after")))


def test_levels_of_headings_do_not_skip_one_without_letters():
    levels = ((2, "a"), (3, ""), (4, "b"), (2, ""), (4, "c"))
    blocks = [Heading(level, (Text(title),), f"section-{title}") for level, title in levels]
    making = (Heading(4, (Text("d"),), "section-d"),)
    with opened(printed(*blocks, making=making)) as file:
        kinds = [str(each.S) for each in elements(file.Root.StructTreeRoot) if str(each.S)[:2] == "/H"]
    assert kinds == ["/H1", "/H2", "/H3", "/H1", "/H2"]


def test_a_soft_hyphen_in_a_link_does_no_harm():
    link = Link((Text("\u00adso\u00adft x y\u00ad"),), "https://example.org/")
    assert "soft x y" in text_of(printed(said(link)))


def test_links_hold_runs_and_lead_to_mail_too():
    web = Link((Text("a "), Text("strong", styles=("strong",)), formula()), "https://example.org/a?b=c")
    content = printed(said(web, " ", Link((Text("write"),), "mailto:desk@example.org")))
    with opened(content) as file:
        leads = [str(link.A.URI) for page in file.pages for link in page.Annots]
    assert leads == ["https://example.org/a?b=c", "mailto:desk@example.org"]
    assert "a strong" in text_of(content)


def test_a_link_without_words_shows_its_address():
    assert "https://example.org/" in text_of(printed(said(Link((), "https://example.org/"))))


def test_a_formula_is_a_picture_with_its_tex():
    content = printed(said("so ", formula(), " holds"), Heading(2, (formula(tex="x^2"),), "section-x"))
    with opened(content) as file:
        alts = [str(each.Alt) for each in elements(file.Root.StructTreeRoot, "/Figure")]
    assert alts == [r"\frac{a}{b}"]
    assert "x^2" in text_of(content), "a heading of nothing but a formula is named in the outline"


def test_a_formula_for_display_has_a_line_of_its_own():
    content = printed(said("before ", formula(display=True), " after"))
    tops = {word[0]: word[3] for word in words_of(content)}
    assert tops["after"] - tops["before"] > 20
    inline = {word[0]: word[3] for word in words_of(printed(said("before ", formula(), " after")))}
    assert inline["after"] == inline["before"]


def test_a_formula_wider_than_the_page_is_made_smaller():
    content = printed(said(formula(width=400.0, height=20.0, display=True)))
    with opened(content) as file:
        figure = next(elements(file.Root.StructTreeRoot, "/Figure"))
        left, _, right, _ = (float(side) for side in figure.A[0].BBox)
    assert 500 < right - left < 505


@pytest.mark.parametrize("tex", ["", " ", "\u0301"])
def test_a_formula_of_no_letters_is_called_one(tex):
    with opened(printed(said("so ", formula(tex=tex)))) as file:
        assert [str(each.Alt) for each in elements(file.Root.StructTreeRoot, "/Figure")] == ["a formula"]


def test_a_formula_that_cannot_be_drawn_is_printed_as_tex():
    broken = formula(drawing=type(DOT)("<g", "0 0 1 1", 1.0, 1.0))
    assert r"so \frac{a}{b} holds" in text_of(printed(said("so ", broken, " holds")))


def test_a_line_breaks_where_it_is_to():
    assert "one\ntwo" in text_of(printed(said("one", Break(), "two")))
