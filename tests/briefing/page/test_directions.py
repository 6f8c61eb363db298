"""The order in which a reader sees Arabic, Hebrew and Persian with numbers, measured in a browser."""

import re

import pytest
from markupsafe import Markup

from analysis.briefing.document.passages import written
from analysis.briefing.document.runs import Cite, Link, Text
from analysis.briefing.page.html import page
from analysis.briefing.page.runs import inline
from analysis.briefing.reading.notebook import document
from tests.briefing.notebooks import markdown, notebook

PLACES = """
words => {
  const all = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
  const nodes = []
  while (all.nextNode()) nodes.push(all.currentNode)
  return words.map(word => {
    const node = nodes.find(each => each.data.includes(word))
    const range = document.createRange()
    range.setStart(node, node.data.indexOf(word))
    range.setEnd(node, node.data.indexOf(word) + word.length)
    return range.getBoundingClientRect().left
  })
}
"""

SEEN = {
    "قُتل 12 في حلب وجُرح 30 في إدلب.": ["قُتل", "12", "حلب", "وجُرح", "30", "إدلب", "."],
    "قُتل **12** في [حلب](https://e.org) وجُرح *30* في إدلب.": ["قُتل", "12", "حلب", "وجُرح", "30", "إدلب"],
    "נהרגו 12 בחאלב, 30 נפצעו.": ["נהרגו", "12", "בחאלב", "30", "נפצעו", "."],
    "قُتل ۱۲ نفر در تهران و ۳۰ نفر در شیراز.": ["قُتل", "۱۲", "تهران", "۳۰", "شیراز", "."],
    "انسحب داعش (ISIS) من 12 قرية.": ["انسحب", "ISIS", "12", "قرية", "."],
    "- أ، ب، 12": ["أ", "ب", "12"],
}
"""Markdown, and its words as they are read, which is from right to left."""


@pytest.fixture(scope="module")
def places(browser):
    tab = browser.new_page()

    def of(text, words, lang="en"):
        made = notebook(markdown(text), title="Title")
        made["metadata"]["language"] = lang
        tab.set_content(page(document(made)))
        return tab.evaluate(PLACES, words)

    return of


@pytest.mark.parametrize("text", SEEN)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_sentence_is_seen_from_right_to_left(places, text, lang):
    lefts = places(text, SEEN[text], lang)
    assert lefts == sorted(lefts, reverse=True)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_english_sentence_with_arabic_names_is_seen_from_left_to_right(places, lang):
    words = ["Base", "كويرس", "12", "km", "حلب", "30"]
    lefts = places("Base كويرس 12 km from Aleppo (حلب), 30 km from here.", words, lang)
    assert lefts == sorted(lefts)


def test_passages_are_isolated_with_bold_words_and_links_inside():
    runs = (
        Text("قُتل "),
        Text("12", styles=("strong",)),
        Text(" في "),
        Link((Text("حلب"),), "https://e.org"),
        Text(" أمس."),
    )
    assert inline(runs) == Markup(
        '<bdi lang="ar" dir="rtl">قُتل <strong>12</strong> في '
        '<a href="https://e.org" rel="noreferrer">حلب</a> أمس.</bdi>'
    )


def test_in_an_arabic_page_english_code_and_citations_are_isolated():
    runs = (Text("قال Reuters إن "), Text("[0](1)", styles=("code",)), Text(" حسب"), Cite("1 p3", "a", "b"))
    with written("rtl"):
        html = inline(runs)
    assert '<bdi lang="und-Latn" dir="ltr">Reuters</bdi> إن ' in html
    assert '<code dir="ltr">[0](1)</code>' in html
    assert '<bdi lang="und-Latn" dir="ltr">[1 p3]</bdi></a>' in html
    assert "<bdi" not in re.sub("<bdi.*?</bdi>", "", html)


def test_an_arabic_name_within_an_english_sentence_of_an_arabic_page_is_isolated_again():
    with written("rtl"):
        assert inline("Base كويرس 12 km") == Markup(
            '<bdi lang="und-Latn" dir="ltr">Base <bdi lang="ar" dir="rtl">كويرس</bdi> 12 km</bdi>'
        )
