"""Codes of the corpus in words."""

from analysis.messages.catalogue import current, say


def code_words(kind: str, code: str) -> str:
    """A code in words, `kind` naming the list it is of; empty is said to be missing.

    >>> code_words("status", "held"), code_words("status", "")
    ('held', 'status not given')

    A code that the catalogue lacks, such as one of a corpus's own, stays as it stands, with blanks for
    underscores: `code_words("status", "half_lost")` is `half lost`.
    """
    key = f"{kind}-{code or 'none'}"
    return say(key) if current().has(key) else code.replace("_", " ")
