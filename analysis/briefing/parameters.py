"""Parameters: what a notebook declares in its `parameters` cell, and values checked against it before a
kernel starts.

A declaration is `name: type = literal  # help`. Types are str, int, float, bool, list[str], and, in quotes
because they travel as text, "date" (EDTF day, month or year) and "path" (relative to the working folder when
given on the command line).
"""

import ast
import io
import math
import os
import re
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import nbformat

from analysis.errors import ParameterError, nearest

Value = str | int | float | bool | list[str]

TYPES = ("str", "int", "float", "bool", "list[str]", "date", "path")


@dataclass(frozen=True)
class Parameter:
    """One declared parameter: its name, type, default and help."""

    name: str
    type: str
    default: Value
    help: str


def declared(notebook: Path) -> tuple[Parameter, ...]:
    """The parameters of a notebook, in the order of its `parameters` cell.

    Raises ParameterError where there is not exactly one such cell, or a line in it is no plain declaration.
    """
    try:
        read = nbformat.read(notebook, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError) as cause:
        raise ParameterError(
            f"{notebook.name}: no notebook ({type(cause).__name__}); expected an .ipynb file"
        ) from cause
    cells = [cell["source"] for cell in read["cells"] if "parameters" in cell["metadata"].get("tags", ())]
    if len(cells) != 1:
        message = f"{notebook.name}: found {len(cells)} cells tagged 'parameters'; expected exactly one"
        raise ParameterError(message)
    try:
        lines = ast.parse(cells[0]).body
    except SyntaxError as cause:
        where = f"{notebook.name}, parameters cell, line {cause.lineno}"
        message = f"{where}: found {str(cause.text).strip()!r}; expected Python"
        raise ParameterError(message) from cause
    comments = _comments(cells[0])
    return tuple(_parameter(notebook.name, node, comments.get(node.lineno, "")) for node in lines)


def checked(notebook: Path, parameters: Sequence[Parameter], given: Iterable[str]) -> dict[str, Value]:
    """Values for a run, from `name=value` texts: each known, of its declared type, and given once.

    A path is resolved against the working folder and handed on relative to the notebook, where the kernel
    runs. Raises ParameterError with every fault at once and the nearest name or form that would do.
    """
    by_name = {parameter.name: parameter for parameter in parameters}
    values: dict[str, Value] = {}
    faults: list[str] = []
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            faults.append(f"{text!r}: expected name=value")
        elif name not in by_name:
            hint = nearest(name, by_name) or "none"
            faults.append(f"{name}: unknown; nearest: {hint}; declared: {', '.join(by_name)}")
        elif name in values:
            faults.append(f"{name}: given twice; expected once")
        else:
            try:
                values[name] = _value(by_name[name], value, notebook.parent)
            except ValueError as fault:
                faults.append(f"{name}: found {value!r}; expected {fault}")
    if faults:
        raise ParameterError(
            "\n".join([f"parameters of {notebook.name}:", *(f"  {fault}" for fault in faults)])
        )
    return values


def paths(parameters: Iterable[Parameter], values: Mapping[str, Value], folder: Path) -> dict[str, Path]:
    """The file or folder that each parameter of type "path" points to, empty ones left out."""
    chosen = {one.name: values.get(one.name, one.default) for one in parameters if one.type == "path"}
    return {name: folder / str(value) for name, value in chosen.items() if value}


def shown(parameters: Iterable[Parameter], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values as they are published: of a file or folder its name, not where on a machine it lies."""
    places = {parameter.name for parameter in parameters if parameter.type == "path"}
    return {name: Path(str(value)).name if name in places else value for name, value in values.items()}


def _parameter(file: str, node: ast.stmt, help_text: str) -> Parameter:
    line = ast.unparse(node)
    expected = 'expected name: type = literal  # help, such as region: str = ""  # place or province'
    if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None):
        raise ParameterError(f"{file}, parameters cell, line {node.lineno}: found {line!r}; {expected}")
    kind = ast.unparse(node.annotation).strip("'\"")
    if kind not in TYPES:
        hint = nearest(kind, TYPES) or "str"
        message = (
            f"{file}, parameters cell, line {node.lineno}: found {kind}; expected one of {', '.join(TYPES)}"
        )
        raise ParameterError(f"{message}; nearest: {hint}")
    try:
        default = ast.literal_eval(node.value)
    except ValueError as cause:
        message = f"{file}, parameters cell, line {node.lineno}: found {line!r}; {expected}"
        raise ParameterError(message) from cause
    return Parameter(node.target.id, kind, default, help_text)


def _comments(source: str) -> dict[int, str]:
    """The comment on each line, by line number; a `#` within quotes is no comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def _value(parameter: Parameter, text: str, folder: Path) -> Value:
    """The text as a value of the declared type; ValueError says what was expected."""
    readers: dict[str, Any] = {
        "str": str,
        "int": _integer,
        "float": _number,
        "bool": _flag,
        "list[str]": lambda text: [part.strip() for part in text.split(",") if part.strip()],
        "date": _date,
        "path": lambda text: _path(text, folder),
    }
    value: Value = readers[parameter.type](text)
    return value


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError("a whole number, such as 12") from None


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError("a number, such as 0.5") from None
    if not math.isfinite(value):
        raise ValueError("a finite number, such as 0.5")
    return value


def _flag(text: str) -> bool:
    flags = {"true": True, "yes": True, "false": False, "no": False}
    if text.casefold() not in flags:
        raise ValueError(f"true or false; nearest: {nearest(text, flags) or 'true'}")
    return flags[text.casefold()]


def _date(text: str) -> str:
    if text and not _is_date(text):
        digits = re.sub(r"\D", "", text)
        guess = "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)
        hint = f"; nearest: {guess}" if _is_date(guess) else ""
        message = f"a day, month or year, such as 2015-11-10, 2015-11 or 2015{hint}"
        raise ValueError(message)
    return text


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def _path(text: str, folder: Path) -> str:
    path = Path(text)
    if not text or not path.exists():
        siblings = [str(path.parent / entry.name) for entry in _entries(path.parent)]
        raise ValueError(f"a file or folder that exists; nearest: {nearest(text, siblings) or 'none'}")
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
