"""Text made safe to print: no control characters, no hidden reordering."""

import re
import unicodedata
from hashlib import sha256

RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi")
"""Languages written from right to left, by the first part of their tag."""

_RIGHT_TO_LEFT_SCRIPTS = ("arab", "hebr", "nkoo", "syrc", "thaa")

WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
"""The only addresses that become links; other schemes act, or lead into the reader's machine."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069\u206a-\u206f]")
_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")
_UNSAFE_IN_ANCHOR = re.compile(r"[^A-Za-z0-9_.-]+")


def clean(text: str) -> str:
    """The text without control characters and without marks that reorder what follows.

    Line ends become a single line feed. Marks that settle the direction of one place (LRM, RLM) stay.

    >>> clean("a\\x00b\\u202ec")
    'abc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REORDERING.sub("", _CONTROL.sub("", text))


def shown(text: str) -> str:
    """The text of code or of a program's output, with what would be invisible written out.

    Terminal colours go; control characters and reordering marks appear as escapes, for in code they are news.

    >>> shown("\\x1b[31mred\\x1b[0m \\u202e")
    'red \\\\u202e'
    """
    text = _TERMINAL.sub("", text.replace("\r\n", "\n"))
    return _REORDERING.sub(_escape, _CONTROL.sub(_escape, text.replace("\r", "\n")))


def settled(text: str) -> str:
    """What a terminal shows of a program's output in the end: lines as they were last written over.

    A carriage return goes back to the start of the line and a backspace one character, so that a bar of
    progress is one line and not a hundred.

    >>> settled("10 %\\r20 %\\r\\n3\\b4")
    '20 %\\n4'
    """
    lines = _TERMINAL.sub("", text).replace("\r\n", "\n").split("\n")
    return "\n".join(_rubbed_out(line.rstrip("\r").rpartition("\r")[2]) for line in lines)


def _rubbed_out(line: str) -> str:
    if "\b" not in line:
        return line
    kept: list[str] = []
    for mark in line:
        if mark != "\b":
            kept.append(mark)
        elif kept:
            kept.pop()
    return "".join(kept)


def direction(lang: str) -> str:
    """The direction a language is written in: rtl or ltr; a script in its tag decides before the language.

    >>> direction("ar"), direction("ku-Arab"), direction("ug-Latn")
    ('rtl', 'rtl', 'ltr')
    """
    first, *rest = lang.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in _RIGHT_TO_LEFT_SCRIPTS if script else first in RIGHT_TO_LEFT) else "ltr"


def slug(text: str) -> str:
    """The text as part of an anchor: ASCII letters, digits, dot, dash and underscore, at most 60 of them.

    >>> slug("Forces & air power")
    'forces-air-power'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _UNSAFE_IN_ANCHOR.sub("-", plain).strip("-.").lower()[:60].strip("-.") or "part"


def key(identifier: str) -> str:
    """The identifier as part of an anchor: itself where it is fit for one, else a slug with a digest.

    >>> key("kweires-dead-1"), key("a b")
    ('kweires-dead-1', 'a-b-c8687a08')
    """
    if re.fullmatch(r"[A-Za-z0-9_.-]{1,120}", identifier):
        return identifier
    return f"{slug(identifier)}-{sha256(identifier.encode()).hexdigest()[:8]}"


def shortened(text: str, length: int = 160) -> str:
    """The text on one line, cut with an ellipsis where it is longer than `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
