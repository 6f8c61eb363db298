"""Words that both printings use."""

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The source grades of the NATO Admiralty code in words."""


def in_quotes(words: str) -> str:
    """The words somebody used in quotation marks, unless they bring their own; nothing stays nothing.

    >>> in_quotes("dozens"), in_quotes("“dozens” or more"), in_quotes("")
    ('“dozens”', '“dozens” or more', '')
    """
    return f"“{words}”" if words and "“" not in words else words
