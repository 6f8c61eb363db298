"""The catalogues: what a message needs, what is refused, and that languages say the same things."""

import ast as python
import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import analysis
from analysis.errors import MessageError
from analysis.messages import (
    Catalogue,
    catalogue,
    code_words,
    date_words,
    day_of_month_words,
    listed,
    month_words,
    say,
    spoken,
    year_words,
)
from analysis.messages.catalogue import current

ROOT = Path(analysis.__file__).parent


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan, pd.NaT, pd.NA, float("inf"), [], True])
def test_a_missing_value_is_refused(missing):
    with pytest.raises(MessageError, match="'quoted': words is"):
        say("quoted", words=missing)


def test_a_value_not_given_is_refused_by_name():
    with pytest.raises(MessageError, match=r"message 'interval' in 'en': Unknown external: high; given: low"):
        say("interval", low="1")


def test_an_unknown_message_names_the_nearest():
    with pytest.raises(MessageError, match="no message 'voice' in the catalogue 'en'; nearest: voices"):
        say("voice", number=1)


@pytest.mark.parametrize("number", [1, 1.0, np.int64(1), np.float64(1)])
def test_any_kind_of_number_agrees(number):
    assert say("voices", number=number) == "1 voice"


def test_values_are_never_read_as_messages():
    assert say("quoted", words="{ $words } { voices }") == "“{ $words } { voices }”"


def test_a_value_may_be_as_long_as_it_likes():
    assert say("date-span", start="a" * 3000, end="b" * 3000) == f"{'a' * 3000} to {'b' * 3000}"


def test_no_mark_of_isolation_reaches_the_text():
    assert say("quoted", words="كويرس") == "“كويرس”"


def test_a_catalogue_that_cannot_be_parsed_is_refused_with_its_file():
    with pytest.raises(MessageError, match=r"'en', a\.ftl: cannot be read from 'two = { \$a'"):
        Catalogue("en", {"a.ftl": "one = 1\ntwo = { $a\n"})


def test_a_key_twice_is_refused():
    with pytest.raises(MessageError, match=r"b\.ftl: found the message 'one' again; expected each key once"):
        Catalogue("en", {"a.ftl": "one = 1\n", "b.ftl": "one = 2\n"})


def test_a_language_without_a_catalogue_is_refused_by_name():
    with pytest.raises(MessageError, match="no catalogue for the language 'xx'; there are: ar, en"):
        catalogue("xx")


def test_a_region_falls_back_to_its_language():
    assert catalogue("ar-SY").language == "ar"


def test_the_language_is_spoken_within_and_english_after():
    with spoken("ar"):
        assert current().language == "ar"
    assert current().language == "en"


def test_a_catalogue_that_no_file_holds_can_be_spoken():
    with spoken(Catalogue("en", {"a.ftl": "voices = so many\n"})):
        assert say("voices", number=3) == "so many"
    assert say("voices", number=3) == "3 voices"


def test_arabic_knows_its_six_plurals():
    with spoken("ar"):
        said = [say("voices", number=number) for number in (0, 1, 2, 3, 11, 100)]
    assert said == ["لا صوت", "صوت واحد", "صوتان", "3 أصوات", "11 صوتًا", "100 صوت"]


def test_arabic_lists_and_spans_are_its_own():
    with spoken("ar"):
        assert listed(["حلب", "حماة", "إدلب"]) == "حلب وحماة وإدلب"
        assert date_words("2015-10-10/2015-11-10") == "من 10 أكتوبر إلى 10 نوفمبر 2015"
    assert date_words("2015-10-10/2015-11-10") == "10 October to 10 November 2015"


def test_parts_of_a_date_are_those_of_the_language():
    day = date(2015, 10, 9)
    assert [day_of_month_words(day), month_words(day), year_words(day)] == ["9 Oct", "Oct", "2015"]
    with spoken("ar"):
        assert [day_of_month_words(day), month_words(day)] == ["9 أكتوبر", "أكتوبر"]


@pytest.mark.parametrize(("code", "words"), [
    ("front_distance", "front distance"), ("tunnels_dug", "tunnels dug"), ("odd code", "odd code"),
    ("", "no measure"),
])  # fmt: skip
def test_a_code_that_the_catalogue_lacks_stays_as_it_stands(code, words):
    assert code_words("measure", code) == words


def test_a_code_of_a_list_that_has_no_word_for_none_may_be_empty():
    assert code_words("nothing-of-the-kind", "") == ""


class Message(Visitor):
    """What one message is given: `values` by name, and the other messages that it is made of."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's name
        self.others.add(node.id.name)


def messages_of(language: str, files_named: str = "") -> dict[str, Message]:
    """The messages by key, of all files or of those whose names begin so."""
    found = {}
    folder = (files("analysis.messages") / language).iterdir()
    for file in [file for file in folder if file.name.startswith(files_named)]:
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = Message()
                found[entry.id.name].visit(entry)
    return found


def values_by_key(language: str) -> dict[str, set[str]]:
    """The values that each message asks for, those of the messages it is made of among them."""
    found = messages_of(language)

    def values(key: str) -> set[str]:
        return found[key].values.union(*map(values, found[key].others))

    return {key: values(key) for key in found}


def said_in_code() -> tuple[set[str], tuple[str, ...]]:
    """The texts in code that may be keys, and the beginnings of keys that code completes."""
    texts, heads = set(), set()
    for path in ROOT.rglob("*.py"):
        for node in python.walk(python.parse(path.read_text("utf-8"))):
            if isinstance(node, python.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            if isinstance(node, python.JoinedStr) and isinstance(node.values[0], python.Constant):
                heads.add(node.values[0].value)
            if isinstance(node, python.Call) and getattr(node.func, "id", "") == "code_words":
                heads.add(f"{node.args[0].value}-")
    return texts, tuple(head for head in heads if head.endswith("-"))


def test_no_message_stays_unsaid():
    texts, heads = said_in_code()
    for path in [*ROOT.rglob("*.j2"), *ROOT.rglob("*.typ")]:
        texts |= set(re.findall(r'say\("([\w-]+)"', path.read_text("utf-8")))
    messages = messages_of("en")
    met = set().union(*(message.others for message in messages.values()))
    unsaid = [key for key in messages if key not in texts | met and not key.startswith(heads)]
    assert unsaid == []


@pytest.mark.parametrize("language", ["ar"])
def test_another_language_asks_for_no_value_that_english_is_not_given(language):
    english, other = values_by_key("en"), values_by_key(language)
    assert len(other) >= 10
    for key, values in other.items():
        assert key in english, f"{key} is no message of the English catalogue"
        assert values <= english[key], key
