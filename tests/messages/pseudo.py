"""A language that nobody speaks: English with every letter accented, and dates and lists of another land.

Drawn or printed in it, whatever is left in plain ASCII letters did not come from the catalogue.
"""

import re
from functools import cache
from importlib.resources import files

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from analysis.messages import Catalogue

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽẃẋýźÁɃĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼẂẊÝŹ"

LANGUAGE = "el"
"""Greek: its months and its word for "and" have no ASCII letter, its plurals are those of English."""


def accented(text: str) -> str:
    """The text with an accent on every ASCII letter.

    >>> accented("3 claims")
    '3 ćĺáíḿś'
    """
    return text.translate(str.maketrans(PLAIN, ACCENTED))


class _Accents(Transformer):
    """Accents the text of every message; values, selectors and references stay."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - Fluent's name
        node.value = accented(node.value)
        return node


@cache
def pseudo_catalogue() -> Catalogue:
    """The English catalogue with every letter accented, dates and lists being Greek."""
    sources = {}
    for file in (files("analysis.messages") / "en").iterdir():
        resource = FluentParser().parse(file.read_text("utf-8"))
        sources[file.name] = FluentSerializer().serialize(_Accents().visit(resource))
    return Catalogue(LANGUAGE, sources)


def plain_words(text: str) -> list[str]:
    """The words in the text with a plain ASCII letter, which no catalogue has said.

    >>> plain_words("3 ćĺáíḿś of Íŕáń")
    ['of']
    """
    return re.findall(r"\S*[A-Za-z]\S*", text)
