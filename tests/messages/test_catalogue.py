"""The catalogues: what a message needs, what is refused, and that languages say the same things."""

from importlib.resources import files

import numpy as np
import pandas as pd
import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from analysis.errors import MessageError
from analysis.messages import Catalogue, catalogue, date_words, listed, say, spoken
from analysis.messages.catalogue import current


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


def test_arabic_knows_its_six_plurals():
    with spoken("ar"):
        said = [say("voices", number=number) for number in (0, 1, 2, 3, 11, 100)]
    assert said == ["لا صوت", "صوت واحد", "صوتان", "3 أصوات", "11 صوتًا", "100 صوت"]


def test_arabic_lists_and_spans_are_its_own():
    with spoken("ar"):
        assert listed(["حلب", "حماة", "إدلب"]) == "حلب وحماة وإدلب"
        assert date_words("2015-10-10/2015-11-10") == "من 10 أكتوبر إلى 10 نوفمبر 2015"
    assert date_words("2015-10-10/2015-11-10") == "10 October to 10 November 2015"


class Values(Visitor):
    """The values that one message asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.names.add(node.id.name)


def values_by_key(language: str) -> dict[str, set[str]]:
    found = {}
    for file in (files("analysis.messages") / language).iterdir():
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                visitor = Values()
                visitor.visit(entry)
                found[entry.id.name] = visitor.names
    return found


@pytest.mark.parametrize("language", ["ar"])
def test_another_language_asks_for_no_value_that_english_is_not_given(language):
    english, other = values_by_key("en"), values_by_key(language)
    assert len(other) >= 10
    for key, values in other.items():
        assert key in english, f"{key} is no message of the English catalogue"
        assert values <= english[key], key
