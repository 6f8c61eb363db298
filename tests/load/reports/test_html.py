"""A page as a browser saved it: article, head, and what is no article."""

import pytest

from analysis.errors import ReportError

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Shells fall on Veshmara harbour - Halyard Dispatch</title>
<meta property="og:title" content="Shells fall on Veshmara harbour">
<meta property="og:site_name" content="Halyard Dispatch"><meta name="author" content="Ilsa Marwent">
<meta content="2033-07-04T05:10:00+12:00" property="article:published_time">
<link rel="canonical" href="https://halyard.example/2033/07/04/harbour">
<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2033-07-05"}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header><form><input type="password" name="p"></form></header>
<article><h1>Shells fall on Veshmara harbour</h1>
<p>VESHMARA, Teluv&#257;re &mdash; At least 12 people were <b>killed</b> when shells fell on the harbour on
Sunday, the port&#8217;s surgeon said.</p>
<p>The army denied that it had fired. Its spokesman said the rounds came from the sea, and that 2,400 families
had left the quarter since Friday.</p>
<p>The committee listed what it needs:</p>
<ul><li>water for 11,000 people</li><li>400 tents</li></ul>
<p>Nobody has counted the missing, the surgeon said by telephone late on Sunday evening, and the road to the
north remains closed.</p>
</article><aside><h3>Most read</h3><ul><li><a href="x">Another story</a></li></ul></aside>
<footer><p>Halyard 2033. All rights reserved.</p></footer></body></html>
"""
LOGIN = """<html><head><title>Log in</title></head><body><form><p>Please log in to read on.</p>
<input name="user"><input type="password" name="word"><button>Log in</button></form></body></html>"""


def test_a_saved_page_is_its_article_with_its_head(read):
    found = read(PAGE, "page.html")
    told = (found.title, found.author, found.publisher, found.dateline, found.published, found.page_url)
    assert told == (
        *("Shells fall on Veshmara harbour", "Ilsa Marwent", "Halyard Dispatch", "VESHMARA, Teluvāre"),
        *("2033-07-04", "https://halyard.example/2033/07/04/harbour"),
    )
    texts = [one.text for one in found.paragraphs]
    assert texts[0].startswith("VESHMARA, Teluvāre \u2014 At least 12 people were killed when shells fell")
    assert texts[2:5] == ["The committee listed what it needs:", "water for 11,000 people", "400 tents"]
    assert [one.locator for one in found.paragraphs] == [f"p{number}" for number in range(1, 7)]
    assert texts[5].endswith("the road to the north remains closed.")


def test_a_page_is_known_by_its_content_and_not_by_its_name(read):
    assert read(PAGE, "page.txt").paragraphs == read(PAGE, "page.html").paragraphs


@pytest.mark.parametrize("codec", ["windows-1251", "utf-16"])
def test_a_page_comes_in_the_letters_that_it_declares(read, codec):
    page = (
        "<html><head><meta charset='{}'><title>Сводка</title></head><body><article>{}</article></body></html>"
    )
    text = "<p>В порту погибли не менее 12 человек, сообщил хирург больницы по телефону.</p>"  # noqa: RUF001
    found = read(page.format(codec, text * 3).encode(codec), "page.html")
    assert found.paragraphs[0].text == text[3:-4]


def test_a_day_that_no_head_states_is_none(read):
    page = PAGE.replace("article:published_time", "other").replace("datePublished", "dateModified")
    assert read(page, "page.html").published == ""
    page = page.replace(
        "<h1>", '<time itemprop="datePublished" datetime="2033-07-03T10:00">3 July</time><h1>'
    )
    assert read(page, "page.html").published == "2033-07-03"
    linked = PAGE.replace("article:published_time", "other")
    assert read(linked, "page.html").published == "2033-07-05"


def test_a_fragment_without_a_head_is_read(read):
    found = read("<p>At least 12 people were killed.<p>The army denied it.", "piece.html")
    assert [one.text for one in found.paragraphs] == [
        "At least 12 people were killed.",
        "The army denied it.",
    ]
    assert found.title == ""


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (LOGIN, "page.html: found a login; expected the page of a report: open it, then save it again"),
        ("<html><body><div id='app'></div><script>go()</script></body></html>", "best printed as PDF"),
        ("<html><body></body></html>", "found no paragraphs; expected an article"),
    ],
)
def test_what_is_no_article_is_refused(read, page, words):
    with pytest.raises(ReportError) as refusal:
        read(page, "page.html")
    assert words in str(refusal.value)
