"""Codes of the corpus in words."""

from analysis.messages.catalogue import current, say
from analysis.messages.lists import joined


def code_words(kind: str, code: str) -> str:
    """A code in words, `kind` naming the list it is of; empty is said to be missing.

    >>> code_words("status", "held"), code_words("status", "")
    ('held', 'status not given')

    A code that the catalogue lacks, such as one of a corpus's own, stays as it stands, with blanks for
    underscores: `code_words("status", "half_lost")` is `half lost`.
    """
    key = f"{kind}-{code or 'none'}"
    return say(key) if current().has(key) else code.replace("_", " ")


def measure_words(measure: str, noun: str = "", number: float = 2) -> str:
    """A measure as a noun that agrees with the number; empty is said to be missing.

    One that the catalogue lacks reads as its `noun` in the corpus, "singular/plural" or one form for both,
    and without one as its name with blanks for underscores.

    >>> measure_words("places_taken"), measure_words("wells_dug", "well dug/wells dug", 1)
    ('places taken', 'well dug')
    """
    key = f"measure-{measure or 'none'}"
    if current().has(key):
        return say(key, number=number)
    one, _, many = (noun or measure.replace("_", " ")).partition("/")
    return one.strip() if number == 1 or not many else many.strip()


def tag_words(counts: str) -> str:
    """Tags of what is counted, parted by semicolons, in words.

    >>> tag_words("children; aid_workers"), tag_words("")
    ('children, aid workers', '')
    """
    tags = [tag.strip() for tag in counts.split(";") if tag.strip()]
    return joined("join-comma", [code_words("counts", tag) for tag in tags])
