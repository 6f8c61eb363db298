"""Passages that run the other way: whole, apart from what stands around them, and said in their language."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.document.characters import direction
from analysis.briefing.document.lines import NUMBER
from analysis.briefing.document.passages import language_of, marked, passages, stretches, written
from analysis.briefing.document.runs import Break, Cite, Link, Text

ALPHABET = "aZ é1٣\u06f5 كس هةپی שלם ߊߋ .,:;!?؟،-/()[]«»“”\"'%+\n\u200f\u200d\u064f"


def found(text, base="ltr"):
    return [passage for passage, lang in passages(text, base) if lang]


WHOLE = [
    "قُتل 12 في حلب وجُرح 30 في إدلب.",
    "قُتل 12 في حلب، وجُرح 30 في إدلب (بحسب AFP).",
    "انسحب داعش (ISIS) من Kweires.",
    "12 كم",
    "12 (كويرس)",
    "أ، ب، 12",
    "(قُتل 12 في 10/11/2015)",
    "«قُتل 12، وجُرح 30»",
    "نسبة 5-10% من 1,600.50",
    "هاتف: +963 21 555-12.",
    "هل قُتل 12؟",
    "قُتل ١٢ في حلب و٣٠ في إدلب.",
    "قُتل ۱۲ نفر در ۳۰ روز گذشته (تسنیم).",
    "נהרגו 12 ב-2015 (בחאלב).",
    "قُتل 12. وجُرح 30. 45.",
    "انسحب من Kweires. قُتل 12.",
    "قال: «انسحب Ahmed أمس» في بيان.",
    "ܩܛܠ 12 ܒܚܠܒ.",
    "ߞߊ߲ 12 ߞߊ߲.",
    "ދިވެހި 12 ރާއްޖެ.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_is_one_passage_with_its_numbers_brackets_and_names(text):
    assert found(text) == [text]


NAMES = {
    "Kweires (كويرس) base": ["كويرس"],
    "Base كويرس 12 km away": ["كويرس"],
    "12 killed in كويرس, 30 in حلب.": ["كويرس", "حلب"],
    "Kweires (كويرس), Aleppo (حلب) and Idlib (إدلب) fell": ["كويرس", "حلب", "إدلب"],
    "Free Army (الجيش الحر), Nusra (جبهة النصرة)": ["الجيش الحر", "جبهة النصرة"],
    "كويرس (Kweires) fell to the army": ["كويرس"],
    "كويرس fell to the army, and حلب did not": ["كويرس", "حلب"],
    "كويرس (the air base east of Aleppo)": ["كويرس"],
    "Name كويرس, place حلب": ["كويرس", "حلب"],
    "the block حي-12.5 burnt down, it said": ["حي-12.5"],
    "He said كُ on Friday": ["كُ"],
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_in_an_english_sentence_is_a_passage_by_itself(text):
    assert found(text) == NAMES[text]


QUOTED = {
    "He said: “قُتل 12 في حلب، وجُرح 30.” on Friday": ["قُتل 12 في حلب، وجُرح 30."],
    "The paper wrote «قُتل 12 (بحسب AFP)» in 2015": ["قُتل 12 (بحسب AFP)"],
    "Reuters: قُتل 12 (ISIS) في حلب.": ["قُتل 12 (ISIS) في حلب."],
    "He fled. قُتل 12 في حلب. She stayed.": ["قُتل 12 في حلب."],
    "Reuters قالت إن ISIS انسحب من حلب": ["قالت إن ISIS انسحب من حلب"],
}


@pytest.mark.parametrize("text", QUOTED)
def test_a_quotation_or_sentence_among_english_ones_is_whole(text):
    assert found(text) == QUOTED[text]


def test_in_an_arabic_page_it_is_the_english_that_is_set_apart():
    assert found("قُتل 12 في حلب.", "rtl") == []
    assert found("قال ناطق باسم Reuters (UK) إن 12 قتلوا", "rtl") == ["Reuters (UK)"]
    assert found("سقطت T-90 في حلب", "rtl") == ["T-90"]
    assert found("He said كويرس fell (so). قُتل 12.", "rtl") == ["He said كويرس fell (so)."]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("كويرس", "ar"),
        ("الجيش الحر ١٢", "ar"),
        ("ﻛﻮﻳﺮﺱ", "ar"),
        ("پس از جنگ", "fa"),
        ("کابل", "und-Arab"),
        ("کوئٹہ میں ہلاک", "und-Arab"),
        ("שלום", "he"),
        ("ܫܠܡܐ", "syr"),
        ("ދިވެހި", "dv"),
        ("ߒߞߏ", "nqo"),
    ],
)
def test_a_language_is_said_only_where_the_letters_tell_it(text, lang):
    assert language_of(text, "rtl") == lang
    assert direction(lang) == "rtl"


def test_bold_words_and_links_do_not_cut_a_passage():
    runs = (
        Text("Base. قُتل "),
        Text("12", styles=("strong",)),
        Text(" في "),
        Link((Text("حلب"),), "https://example.org"),
        Text(" وجُرح 30. "),
        Cite("1 p3", "", "cite-1"),
        Text(" It fell."),
    )
    before, passage, after = stretches(runs)
    assert before.runs == (Text("Base. "),)
    assert passage.runs == (Text("قُتل "), *runs[1:4], Text(" وجُرح 30."))
    assert (passage.lang, passage.direction) == ("ar", "rtl")
    assert after.runs == (Text(" "), runs[5], runs[6])


def test_a_line_break_ends_a_passage():
    lines = stretches((Text("قُتل 12."), Break(), Text("وجُرح 30.")))
    assert [(line.lang, line.runs) for line in lines] == [
        ("ar", (Text("قُتل 12."),)),
        ("", (Break(),)),
        ("ar", (Text("وجُرح 30."),)),
    ]


def test_a_link_is_taken_in_whole():
    link = Link((Text("(Reuters) 12"),), "https://example.org")
    assert [each.runs for each in stretches((Text("قال "), link, Text(" إنه انسحب")))] == [
        (Text("قال "), link, Text(" إنه انسحب"))
    ]
    mixed = Link((Text("the كويرس base"),), "https://example.org")
    assert [each.lang for each in stretches((Text("See "), mixed, Text(" now")))] == [""]


def test_marks_keep_a_passage_apart_where_there_is_no_markup():
    assert marked("Kweires (كويرس) 12") == "Kweires (\u2067كويرس\u2069) 12"
    with written("rtl"):
        assert marked("[1 p3]") == "\u2066[1 p3]\u2069"
    assert marked("[1 p3]") == "[1 p3]"


@given(st.text(ALPHABET, max_size=60), st.sampled_from(["ltr", "rtl"]))
def test_passages_give_back_the_text_and_never_cut_a_number(text, base):
    cut = passages(text, base)
    assert "".join(passage for passage, _ in cut) == text
    assert all(passage for passage, _ in cut)
    places, at = set(), 0
    for passage, _ in cut:
        places.add(at)
        at += len(passage)
    for number in re.finditer(NUMBER, text):
        assert not places & set(range(number.start() + 1, number.end()))


@given(st.lists(st.text(ALPHABET, max_size=12), max_size=6), st.sampled_from(["ltr", "rtl"]))
def test_how_a_line_is_styled_does_not_change_its_passages(texts, base):
    joined = "".join(texts).replace("\n", " ")
    with written(base):
        by_runs = stretches(
            tuple(Text(text, styles=("strong",) * (n % 2)) for n, text in enumerate(texts) if text)
        )
    assert [("".join(run.text for run in each.runs).replace("\n", " "), each.lang) for each in by_runs] == (
        passages(joined, base)
    )


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000 + "كويرس",
        "!" * 50_000 + "ك",
        "ك. a. " * 10_000,
        "ك(a" * 15_000,
        "«»كa" * 12_000,
        "ك-" * 25_000,
    ],
    ids=["opened", "stops", "sentences", "brackets", "quotes", "words"],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    assert "".join(passage for passage, _ in passages(text)) == text
    assert time.process_time() - start < 2
