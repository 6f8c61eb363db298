"""The style elements that HTML brings along, as rules."""

import re
from collections.abc import Iterator

_SHEET = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_CONDITIONAL = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


def sheet_rules(html: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule, but for rules under a condition, such as those for print."""
    for sheet in _SHEET.findall(html):
        yield from _RULE.findall(_CONDITIONAL.sub("", _COMMENT.sub("", sheet)))
