"""Blocks in print: lists, terms, folded parts, code, errors, pictures; nothing is dropped without a word."""

from base64 import b64decode

import pytest

from analysis.briefing.document.blocks import (
    CodeBlock,
    Details,
    ErrorOutput,
    Exhibit,
    Figure,
    Heading,
    Listing,
    Picture,
    Preformatted,
    Quote,
    Recording,
    Terms,
)
from analysis.briefing.document.runs import Text
from tests.briefing.notebooks import PIXEL
from tests.briefing.pdf.inside import elements, text_of, untagged, words_of
from tests.briefing.pdf.papers import DOT, opened, printed, said

PIXEL_BYTES = b64decode(PIXEL)


def items(*texts):
    """Items of a list, each a paragraph."""
    return tuple((said(text),) for text in texts)


def lines(*blocks):
    """The lines of the printed text."""
    return text_of(printed(*blocks)).splitlines()


def boxes(content):
    """Width and height of each picture, in points."""
    with opened(content) as file:
        found = [
            [float(side) for side in each.A[0].BBox] for each in elements(file.Root.StructTreeRoot, "/Figure")
        ]
    return [(round(right - left), round(top - bottom)) for left, bottom, right, top in found]


# lists


@pytest.mark.parametrize(
    ("listing", "signs"),
    [
        (Listing(items("x", "y"), 1, "1"), ["1.", "2."]),
        (Listing(items("x", "y"), 26, "a"), ["z.", "aa."]),
        (Listing(items("x", "y"), 3, "A"), ["C.", "D."]),
        (Listing(items("x", "y"), 4, "i"), ["iv.", "v."]),
        (Listing(items("x", "y"), 9, "I"), ["IX.", "X."]),
        (Listing(items("x", "y", "z"), 5, "1", reversed=True), ["5.", "4.", "3."]),
        (Listing(items("x", "y"), 1, "i", reversed=True), ["i.", "0."]),
        (Listing(items("x", "y"), -1, "1"), ["\u22121.", "0."]),
        (Listing(items("x"), 4000, "I"), ["4000."]),
    ],
)
def test_a_list_is_numbered_as_it_says(listing, signs):
    found = [line.split()[0] for line in lines(listing) if line[-1:] in "xyz" and " " in line]
    assert found == signs


def test_a_list_holds_lists_tables_and_code():
    inner = Listing(((said("inner"), Listing(items("innermost"), 1)),))
    content = printed(
        Listing(((said("outer"), inner, CodeBlock("a = 1", "", folded=False)), (said("next"),)), 1)
    )
    text = text_of(content)
    assert [text.index(word) for word in ("outer", "inner", "innermost", "a = 1", "next")] == sorted(
        text.index(word) for word in ("outer", "inner", "innermost", "a = 1", "next")
    )
    lefts = {word[0]: word[2] for word in words_of(content)}
    assert lefts["outer"] < lefts["inner"] < lefts["innermost"]
    with opened(content) as file:
        assert len(list(elements(file.Root.StructTreeRoot, "/L"))) == 3
        assert "/Code" in [each.S for each in elements(file.Root.StructTreeRoot)]


def test_terms_are_printed_with_what_is_said_of_them():
    content = printed(
        Terms(
            (
                ((Text("IED"),), items("a device")[0]),
                ((Text("bare"),), ()),
                ((Text("many"),), (said("a"), said("b"))),
            )
        )
    )
    assert [line.strip() for line in text_of(content).splitlines()][1:7] == [
        "IED",
        "a device",
        "bare",
        "many",
        "a",
        "b",
    ]
    with opened(content) as file:
        assert len(list(elements(file.Root.StructTreeRoot, "/LI"))) == 3


def test_what_a_page_folds_is_printed_in_full():
    assert lines(Details((Text("More on method"),), (said("All of it"),)))[1:3] == [
        "More on method",
        "All of it",
    ]


@pytest.mark.parametrize(
    "nest",
    [
        lambda inner: Quote((inner,)),
        lambda inner: Listing(((said("x"), inner),)),
        lambda inner: Listing(((inner,),), 1),
        lambda inner: Details((Text("s"),), (inner,)),
        lambda inner: Terms((((Text("t"),), (inner,)),)),
        lambda inner: Quote((Listing(((Details((), (inner,)),),)),)),
    ],
)
def test_what_lies_hundreds_deep_is_printed(nest):
    block = said("the bottom")
    for _ in range(500):
        block = nest(block)
    assert "the bottom" in text_of(printed(block))


# code and errors


def test_code_of_a_foreign_notebook_is_printed_small_under_its_name():
    content = printed(
        said("before"), CodeBlock("total = 12 + 30", "Code of cell 2", folded=False), said("after")
    )
    text = text_of(content)
    assert (
        text.index("before")
        < text.index("Code of cell 2")
        < text.index("total = 12 + 30")
        < text.index("after")
    )
    heights = {word[0]: word[5] - word[3] for word in words_of(content)}
    assert heights["total"] < heights["before"]


def test_code_runs_from_left_to_right_in_an_arabic_briefing():
    code = CodeBlock("say = 1", "", folded=False)
    words = {
        word[0]: word
        for word in words_of(printed(code, Preformatted("out put", ""), lang="ar", direction="rtl"))
    }
    assert words["say"][2] < words["1"][2] < 120
    assert words["out"][2] < words["put"][2] < 120


def test_all_code_is_printed_that_a_hand_has_written():
    code = "\n".join(f"a{n} = {n}" for n in range(2500))
    text = text_of(printed(CodeBlock(code, "Code of cell 2", folded=False)))
    assert "a2499 = 2499" in text
    assert "not printed" not in text


def test_what_of_an_output_is_not_printed_is_said():
    text = text_of(printed(Preformatted("x" * 30_000 + "\ny" * 301, "")))
    assert "1 line is cut after 20,000 characters. 2 more lines are not printed." in " ".join(text.split())


def test_code_that_the_page_folds_is_named_once():
    exhibit = Exhibit("a", 1, "A figure", code="secret_draw()")
    text = text_of(
        printed(
            Figure(exhibit, DOT, "a dot"),
            said("between"),
            making=(
                CodeBlock("secret = 1", "Parameters of this run"),
                CodeBlock("x = 2", "Code outside the exhibits"),
            ),
        )
    )
    assert "secret" not in text
    named = "Parameters of this run, Code outside the exhibits and Code of 1 exhibit."
    assert f"the page of this briefing has it: {named}" in " ".join(text.split())


def test_how_it_was_made_is_printed_where_the_page_does_not_fold_it():
    text = text_of(
        printed(said("x"), making=(CodeBlock("a = 1", "Parameters", folded=False), said("by hand")))
    )
    assert [text.index(part) for part in ("How this was made", "Parameters", "a = 1", "by hand")] == sorted(
        text.index(part) for part in ("How this was made", "Parameters", "a = 1", "by hand")
    )
    assert "not printed" not in text


def test_an_error_is_printed_with_its_traceback():
    error = ErrorOutput(
        "ValueError", "no rows", "Traceback\n  \x1b[31mline 3\x1b[0m\n" + "x\n" * 400, "cell 7"
    )
    text = text_of(printed(error))
    assert "Cell 7 ended with an error. ValueError: no rows" in text
    assert "line 3" in text
    assert "more lines are not printed." in text
    assert "\x1b" not in text


def test_a_long_line_of_code_stays_on_the_page():
    long = Preformatted("x" * 500 + " " + "/".join(["part"] * 80), "")
    words = words_of(printed(long, Listing(((long,),)), Quote((Quote((long,)),))))
    assert max(word[4] for word in words) < 595.28 - 40


# pictures and recordings


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(400, 0, (300, 150)), (0, 80, (120, 60)), (400, 40, (60, 30)), (0, 0, (15, 8)), (4000, 0, (504, 252))],
)
def test_a_drawing_is_printed_in_the_size_it_asks_for(width, height, size):
    content = printed(Picture("a dot", "p", drawing=DOT, width=width, height=height))
    assert boxes(content) == [pytest.approx(size, abs=1)]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(400, 0, (300, 300)), (0, 80, (60, 60)), (400, 40, (300, 30)), (9000, 90, (504, 5))],
)
def test_a_picture_is_printed_in_the_size_it_asks_for(width, height, size):
    content = printed(Picture("a pixel", "p", "image/png", PIXEL_BYTES, width=width, height=height))
    assert boxes(content) == [pytest.approx(size, abs=1)]


@pytest.mark.parametrize("side", [0.0, -3.0, float("nan"), float("inf"), 1e-9, 1e300])
def test_a_size_that_makes_no_sense_is_none(side):
    pictures = (
        Picture("a pixel", "p", "image/png", PIXEL_BYTES, width=side, height=side),
        Picture("a dot", "q", drawing=DOT, width=side),
        Picture("flat", "r", drawing=type(DOT)("", "0 0 5 0", 5.0, 0.0), height=side),
    )
    assert "after" in text_of(printed(*pictures, said("after")))


@pytest.mark.parametrize("alt", ["", " ", "\u0301", "\u200b"])
def test_a_picture_always_has_an_alternative_text(alt):
    with opened(printed(Picture(alt, "p", drawing=DOT))) as file:
        assert [str(each.Alt) for each in elements(file.Root.StructTreeRoot, "/Figure")] == ["Picture"]


def test_a_picture_in_a_list_keeps_within_it():
    content = printed(Listing(((said("x"), Picture("a dot", "p", drawing=DOT, width=4000)),)))
    assert boxes(content)[0][0] <= 490


def test_sound_and_film_are_named():
    recording = Recording("audio", "audio/wav", b"RIFF", "Left out: a sound (shelling.wav).")
    assert "Left out: a sound (shelling.wav)." in text_of(printed(recording))


def test_a_picture_that_cannot_be_read_is_named_where_it_stands():
    broken = Picture("a chart", "p", "image/png", b"\x89PNG broken")
    text = text_of(printed(Listing(((Quote((Details((Text("s"),), (broken,)),)),),)), said("after")))
    assert text.index("Left out: a picture that cannot be read (a chart).") < text.index("after")


def test_all_of_it_is_tagged():
    content = printed(
        Heading(2, (Text("Section"),), "section-a"),
        Terms((((Text("a"),), (said("b"),)),)),
        Listing(((said("x"), Picture("a dot", "p", drawing=DOT)),), 3, "i"),
        CodeBlock("a = 1", "Code of cell 1", folded=False),
        ErrorOutput("E", "", "Traceback", "cell 2"),
    )
    with opened(content) as file:
        assert [untagged(page) for page in file.pages] == [[] for _ in file.pages]
