"""What a grammarian would mark in sentences that were put together, whatever the corpus."""

import re

from analysis.model import Citation, Passage

QUOTED = re.compile(r"“[^”]*”")
DOUBLED = re.compile(r"\b([A-Za-z]+) \1\b")
SLIPS = {
    "two blanks": re.compile(r"\S  +\S"),
    "a blank before a stop": re.compile(r" [,.;:](?=\s|$)"),
    "stops in a row": re.compile(r"[,;:.]\s?[,;:.](?=\s|$)"),
    "an empty bracket": re.compile(r"\(\s*\)|“\s*”"),
    "a missing value": re.compile(r"\b(nan|NaT)\b|<NA>|(?<=[\w,(] )None\b"),
    "one of several": re.compile(
        r"(?<![\d.,-])\b1 (claims|reports|sources|events|figures|places|voices|days|parties|rows)\b"
    ),
    "several of one": re.compile(
        r"(?<![.,])\b(0|[2-9]|\d{2,}) (claim|report|source|event|figure|voice|row|party)\b(?! of )"
    ),
    "an article twice": re.compile(r"\b(the|a|an) (the|a|an)\b", re.IGNORECASE),
}


def slips(passages: list[Passage]) -> list[str]:
    """What is wrong with each sentence, and with all of them as a paragraph; empty where nothing is."""
    found = []
    for one in passages:
        text = plain(one)
        bare = QUOTED.sub("“”x", text).replace("“”x", "“x”")
        found += [f"{name}: {text}" for name, slip in SLIPS.items() if slip.search(bare)]
        if DOUBLED.search(bare):
            found.append(f"a word twice: {text}")
        if text.count("“") != text.count("”"):
            found.append(f"quotation marks: {text}")
        if text.count("(") != text.count(")"):
            found.append(f"brackets: {text}")
        if not text.rstrip().endswith((".", "?", "!", "”", "…")):
            found.append(f"no end: {text}")
        if text[:1].isalpha() and text[:1] != text[:1].upper():
            found.append(f"no capital: {text}")
    if sum(plain(one).count("(inferred)") for one in passages) > 1:
        found.append("(inferred) more than once")
    return found


def plain(passage: Passage) -> str:
    """The sentence without its citations and the blanks that set them off."""
    text = ""
    for run in passage.runs:
        if isinstance(run, Citation):
            text = text.rstrip()
        else:
            text += run
    return text
