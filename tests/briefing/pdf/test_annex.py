"""What follows the register: small, in two columns, read in order, nothing lost."""

import pytest

from analysis.briefing.document.blocks import Heading, Listing, Preformatted
from analysis.briefing.document.reports import Statement
from analysis.briefing.document.runs import Text
from analysis.briefing.pdf.annex import annexed
from tests.briefing.pdf.inside import elements, text_of, words_of
from tests.briefing.pdf.papers import opened, printed, register, said

METHOD = tuple((said(f"Item{n} " + "of the method " * 12),) for n in range(6))


def test_a_list_after_the_register_stands_in_two_columns_and_is_read_in_order():
    heading = Heading(2, (Text("Method"),), "method")
    content = printed(register(), heading, Listing(METHOD), said("Closing words."))
    words = {word[0]: word for word in words_of(content)}
    assert words["Item0"][3] == pytest.approx(words["Item3"][3], abs=1)
    assert words["Item3"][2] > words["Item0"][2] + 200
    text = text_of(content)
    order = [text.index(f"Item{n}") for n in range(6)]
    assert order == sorted(order)
    assert text.index("Closing") > order[-1]
    with opened(content) as file:
        assert len(list(elements(file.Root.StructTreeRoot, "/LI"))) == 6


def test_what_is_short_or_before_the_register_keeps_the_whole_width():
    for blocks in ((Listing(METHOD), register()), (register(), Listing(METHOD[:2]))):
        lefts = {round(word[2]) for word in words_of(printed(*blocks)) if word[0].startswith("Item")}
        assert len(lefts) == 1


@pytest.mark.parametrize(("start", "step", "goes_on"), [(None, 1, None), (1, 1, 4), (6, -1, 3)])
def test_a_list_that_goes_on_in_the_other_column_counts_on(start, step, goes_on):
    items = [[{"kind": "paragraph", "body": ["word " * 40]}] for _ in range(6)]
    node = {"kind": "listing", "start": start, "step": step, "numbering": "1", "items": items}
    (halves,) = annexed([node])
    (left,), (right,) = halves["halves"]
    assert [*left["items"], *right["items"]] == items
    assert (left["start"], right["start"]) == (start, goes_on)


def test_what_is_no_text_parts_the_columns():
    told = [said("word " * 100), said("more " * 100)]
    content = printed(register(), *told, Preformatted("out", ""), *told)
    assert text_of(content).count("word") == 200
    assert len({round(word[2]) for word in words_of(content) if word[0] == "out"}) == 1


def test_a_verdict_ends_the_statement_that_it_is_on():
    told = Statement("c", "claim-c", "1 p1", "Reuters", "Dead.", words="dozens", verdict="apart")
    text = " ".join(text_of(printed(register(told))).split())
    assert "Dead. \u201cdozens\u201d \u00b7 apart" in text
