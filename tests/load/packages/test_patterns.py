"""Patterns come from the package under check: none of them keeps the checker waiting."""

import time

import pytest

from analysis.load.packages.patterns import LONGEST_TEXT, Patience, Pattern

EVIL = [
    r"^(a+)+$",
    r"^(a|a)*$",
    r"^(a|aa)+$",
    r"(x+x+)+y",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"(.*a){25}",
    r"(.*)*b",
]
LONG = "a" * 60 + "!"


@pytest.mark.parametrize("pattern", EVIL)
def test_a_pattern_that_backtracks_without_end(copy, pattern) -> None:
    row = copy.plant("claims", "a-p7-sorties", summary=LONG)
    copy.describe("claims", "summary", constraints={"required": True, "pattern": pattern})
    begun = time.process_time()
    faults = copy.faults()
    assert time.process_time() - begun < 5
    found = ("claims.csv", row, "summary", f"'{LONG}'", f"text that matches {pattern}")
    assert found in [fault[:5] for fault in faults]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "unclosed group"),
        ("a)(b", "unopened group"),
        ("(?=a)b", "look-around"),
        (r"(a)\1", "backreferences"),
        ("(a{1,1000}){1,1000}", "too large"),
        ("a" * 2_000, "longer than 1000 characters"),
    ],
)
def test_a_pattern_that_is_not_read_is_a_fault_of_the_package(copy, pattern, reason) -> None:
    copy.describe("claims", "wording", constraints={"pattern": pattern})
    file, _, place, found, _, _ = copy.only()
    assert (file, place) == ("datapackage.json", "resources.claims.schema.fields.wording.constraints.pattern")
    assert reason in found


def test_a_pattern_holds_for_the_whole_text() -> None:
    either = Pattern("a|b")
    assert [text for text in ("a", "b", "ab", "a\n", "xb") if either.matches(text)] == ["a", "b"]


def test_a_text_without_end_matches_nothing() -> None:
    assert Pattern("a*").matches("a" * LONGEST_TEXT)
    assert not Pattern("a*").matches("a" * (LONGEST_TEXT + 1))


def test_the_patience_of_a_check_is_for_all_patterns_together() -> None:
    patience = Patience(0.05)
    slow = Pattern(r"(?:.*a.{0,90}){0,50}")
    texts = ["ab" * 2_000 + "!" * n for n in range(1_000)]
    begun = time.process_time()
    patience.unmatched(slow, texts)
    assert patience.over
    assert patience.unmatched(Pattern("a"), ["b"]) == []
    assert time.process_time() - begun < 2


def test_a_pattern_that_takes_too_long_is_named(copy, monkeypatch) -> None:
    monkeypatch.setattr("analysis.load.corpora.constraints.Patience", lambda: Patience(1e-9))
    copy.describe("sources", "title", constraints={"required": True, "pattern": ".*"})
    assert copy.faults()[0][2].endswith(".constraints.pattern")


def test_keys_have_their_form_whatever_the_package_says(copy) -> None:
    copy.describe("places", "place_id", constraints={"required": True, "unique": True})
    row = copy.append("places", place_id="two words", name="Somewhere", kind="city")
    place, expected = copy.only()[:4], copy.only()[4]
    assert place == ("places.csv", row, "place_id", "'two words'")
    assert expected == "text that matches [a-z0-9]+(-[a-z0-9]+)*"


def test_a_link_leads_to_the_web_whatever_the_package_says(copy) -> None:
    copy.describe("sources", "url", constraints={})
    row = copy.plant("sources", 2, url="javascript:alert(1)")
    assert copy.only()[:4] == ("sources.csv", row, "url", "'javascript:alert(1)'")
