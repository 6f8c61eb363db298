"""Patterns of a data package, run by an engine that never goes back: anybody may have written them.

With an engine that does, `^(a+)+$` needs longer than anybody waits for thirty letters.
"""

import time
from collections.abc import Iterable

from pydantic_core import SchemaError, SchemaValidator, core_schema

LONGEST_PATTERN = 1_000
LONGEST_TEXT = 10_000
"""Letters of the longest pattern, and of the longest text that one is asked to match; longer ones do not."""

PATIENCE = 1.0
"""Seconds of work that all patterns of a package may take together; the house's own need 0.1 for a million
cells. Few patterns of those that the engine takes can reach it, with `.*` in counted groups."""


class Pattern:
    """A regular expression that has to match a whole text; ValueError says why it is not one.

    Look-around and back-references are not read, as no engine can promise to finish with them.
    """

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST_PATTERN:
            raise ValueError(f"longer than {LONGEST_PATTERN} characters")
        try:
            # Twice, so that a bracket too many cannot close the group that holds the pattern.
            SchemaValidator(core_schema.str_schema(pattern=text))
            self._engine = SchemaValidator(core_schema.str_schema(pattern=rf"\A(?:{text})\z", strict=True))
        except SchemaError as cause:
            raise ValueError(_reason(str(cause))) from cause

    def matches(self, text: str) -> bool:
        """Whether the whole text is as the pattern says."""
        return len(text) <= LONGEST_TEXT and self._engine.isinstance_python(text)


class Patience:
    """The time that patterns have left; it is that of this process' work, whatever else the machine does."""

    def __init__(self, seconds: float = PATIENCE) -> None:
        self._left = seconds

    @property
    def over(self) -> bool:
        """Whether no time is left; what was asked last may then be answered in part."""
        return self._left <= 0

    def unmatched(self, pattern: Pattern, texts: Iterable[str]) -> list[str]:
        """Those of the texts that the pattern does not match, in order, as far as the time allows."""
        found: list[str] = []
        letters, last = 0, time.process_time()
        for text in texts:
            if self.over:
                break
            if not pattern.matches(text):
                found.append(text)
            letters += len(text) + 1
            if letters > LONGEST_TEXT:  # to look at the clock takes longer than most matches
                now = time.process_time()
                self._left -= now - last
                letters, last = 0, now
        self._left -= time.process_time() - last
        return found


def _reason(message: str) -> str:
    """What the engine says is wrong, without the picture of the pattern."""
    if "size limit" in message:
        return "too large when its repetitions are written out"
    return message.rpartition("error: ")[2].strip().splitlines()[0]
