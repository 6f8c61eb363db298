"""A hint is given only where a valid value is near."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from analysis.errors import Question, nearest


@pytest.mark.parametrize(
    ("value", "valid", "near"),
    [
        ("fatalitys", ["strength", "fatalities"], "fatalities"),
        ("ceasefire", ["seizure", "siege", "fighting"], ""),
        ("Air strikes", ["air_strikes"], "air_strikes"),
        ("regoin", ["region", "reports"], "region"),
        ("kweirs", ["kweires", "aleppo"], "kweires"),
        ("hold", ["held", "lost"], "held"),
        ("G", list("ABCDEF"), ""),
        ("zzz", ["strength"], ""),
        ("bb", ["c", "b"], "b"),
        ("", ["a"], ""),
        ("name_ar", ["name", "name_arabic"], "name_arabic"),
        ("state", ["status", "date"], "status"),
        ("isis", [], ""),
    ],
)
def test_nearest_is_near_in_spelling_or_nothing(value, valid, near) -> None:
    assert nearest(value, valid) == near


def test_the_nearest_of_several_is_given_whatever_their_order() -> None:
    valid = ["relief-2", "relief-1", "relief"]
    assert {nearest("relif", order) for order in (valid, valid[::-1])} == {"relief"}


def test_a_question_says_where_what_and_what_is_asked() -> None:
    question = Question("claims.csv", 12, "high", "0 without words", "Was there none?")
    assert str(question) == "claims.csv, row 12, high: found 0 without words. Was there none?"


def test_in_a_notebook_a_refusal_is_said_in_the_words_of_the_command_line(capsys):
    shell = InteractiveShell()
    shell.run_cell("from analysis import load\nload.corpus('nowhere')")
    said = capsys.readouterr().out
    assert said.startswith("nowhere: 1 fault\n")
    assert "Traceback" not in said
    assert "load.corpus" not in said
