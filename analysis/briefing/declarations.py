"""Declarations: the parameters that the code of a cell declares, by papermill's convention."""

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from analysis.briefing.values import TYPES, Value, is_plain, type_of

_MAGIC = re.compile(r"^(\s*)(?:[%!?].*|[\w, ]+=\s*[%!].*|[\w.]+\?{1,2}\s*)$", re.MULTILINE)
"""Lines that only IPython reads: magics, commands of the shell, questions for help."""

_TYPE = re.compile(r"type:\s*(\S+)\s*")
_OPEN = re.compile(r"\b(?:None|NoneType|Optional|Union|Any)\b")


@dataclass(frozen=True)
class Parameter:
    """One declared parameter: its name, type, default and help."""

    name: str
    type: str
    default: Value
    help: str


def parameters_in(source: str) -> dict[str, Parameter]:
    """The parameters by name, in the order in which they are declared.

    A declaration is `name = literal`, with a type after the name or in a comment `# type: int` or with none,
    when it is that of the literal; the rest of the comment is the help. What is not a literal is the
    notebook's own business and no parameter, and so is a cell that is no Python.
    """
    text, statements = next(_readings(source), ("", []))
    comments = _comments(text)
    found: dict[str, Parameter] = {}
    for statement in statements:
        for name in _bound(statement):
            found.pop(name, None)  # the last value is the one that counts
        comment = comments.get(statement.end_lineno or statement.lineno, "")
        found |= {one.name: one for one in _declared(statement, comment)}
    return found


def _readings(source: str) -> Iterator[tuple[str, list[ast.stmt]]]:
    """The source with its statements, as it stands and without what only IPython reads, if that is Python."""
    for text in (source, _MAGIC.sub(r"\1pass", source)):
        # What Python thinks of a text like "\d" is for the author of the notebook.
        with warnings.catch_warnings(action="ignore"), suppress(SyntaxError, ValueError, RecursionError):
            yield text, ast.parse(text).body


def _declared(statement: ast.stmt, comment: str) -> Iterator[Parameter]:
    typed = _TYPE.match(comment)
    written, help_text = (typed[1], comment[typed.end() :]) if typed else ("", comment)
    if isinstance(statement, ast.AnnAssign):
        written = ast.unparse(statement.annotation).strip("'\"")
    for name, node in _assigned(statement):
        try:
            default = ast.literal_eval(node)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            continue
        if default is None and isinstance(statement, ast.Assign):
            written = ""  # as papermill has it: what is None without an annotation takes anything
        if is_plain(default):
            yield Parameter(name, _type(written, default), default, help_text)


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The names that a statement gives a value, each with its own."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    if isinstance(statement, ast.AnnAssign) and statement.value:
        pairs = [(statement.target, statement.value)]
    elif isinstance(statement, ast.Assign):
        pairs = [(target, statement.value) for target in statement.targets]
    for target, value in pairs:
        if isinstance(target, ast.Name):
            yield target.id, value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            both = zip(target.elts, value.elts, strict=False)  # a star among them is no literal
            yield from ((one.id, part) for one, part in both if isinstance(one, ast.Name))


def _bound(statement: ast.stmt) -> set[str]:
    """The names that a statement of whatever kind gives a value or takes it from."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.AnnAssign) and not statement.value:
        return set()
    names = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
    return {node.id for node in names if not isinstance(node.ctx, ast.Load)}


def _type(written: str, default: Value) -> str:
    """The type that is meant: one of ours by name, or else that of the default."""
    name = written.replace("typing.", "").replace(" ", "")
    name = re.sub("^(List|Dict|Tuple)", lambda word: word[0].lower(), name)
    if name in TYPES:
        return name
    if _OPEN.search(name):
        return "any"
    generic = name.partition("[")[0]
    return generic if generic in ("list", "dict", "tuple") else type_of(default)


def _comments(source: str) -> dict[int, str]:
    """The comment on each line, by line number; a `#` within quotes is no comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}
