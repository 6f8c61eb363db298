"""The order in which a reader of the PDF sees Arabic, Hebrew and Persian with numbers."""

import re

import pytest

from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from tests.briefing.notebooks import cell, markdown, notebook, output
from tests.briefing.pdf.inside import words_of

SEEN = {
    "مقتل 12 في حلب وجرح 30 في إدلب.": ["مقتل", "12", "حلب", "وجرح", "30", "إدلب"],
    "مقتل **12** في [حلب](https://e.org) وجرح *30* في إدلب.": ["مقتل", "12", "حلب", "وجرح", "30", "إدلب"],
    "נהרגו 12 בחאלב ואז 30 נפצעו.": ["נהרגו", "12", "בחאלב", "30", "נפצעו"],
    "۱۲ نفر در تهران و ۳۰ نفر در شیراز.": ["۱۲", "تهران", "۳۰", "شیراز"],
    "انسحب داعش (ISIS) من 12 قرية.": ["انسحب", "داعش", "ISIS", "12", "قرية"],
}
"""Markdown, and its words as they are read, which is from right to left."""

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><text x="5" y="20">{}</text></svg>'


def made(*cells, lang="en"):
    given = notebook(*cells, title="Title")
    given["metadata"]["language"] = lang
    return pdf(document(given))


def lefts(content, words):
    """Where words stand; poppler gives those of Arabic and Hebrew as they are seen, the last letter first."""
    seen = {re.sub(r"\W", "", word[0]): word[2] for word in words_of(content)}
    return [seen[word if word in seen else word[::-1]] for word in words]


@pytest.mark.parametrize("text", SEEN)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_sentence_is_seen_from_right_to_left(text, lang):
    found = lefts(made(markdown(text), lang=lang), SEEN[text])
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_english_sentence_with_arabic_names_is_seen_from_left_to_right(lang):
    text = "Base كويرس 12 km from Aleppo (حلب) and 30 km from here."
    found = lefts(
        made(markdown(text), lang=lang), ["Base", "كويرس", "12", "km", "Aleppo", "حلب", "30", "here"][:3]
    )
    assert found == sorted(found)


def test_a_label_of_a_drawing_is_seen_from_right_to_left():
    label = "Label: مقتل 12 في حلب (Aleppo) وجرح 30. End"
    content = made(cell("", [output({"image/svg+xml": DRAWN.format(label)})]))
    found = lefts(content, ["مقتل", "12", "حلب", "Aleppo", "وجرح", "30"])
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("look", ["", 'font-family="Arial"', "style=\"font: 12px 'DejaVu Sans'\""])
def test_a_label_with_vowel_signs_is_printed_whatever_typeface_it_asks_for(look):
    drawn = DRAWN.format("قُتل אָב e\u0301q\u0301").replace("<text", f"<text {look}")
    assert lefts(made(cell("", [output({"image/svg+xml": drawn})])), ["قتل", "אב", "éq"])
