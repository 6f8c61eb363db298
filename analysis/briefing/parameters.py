"""Parameters: what a notebook declares, and values checked against it before a kernel starts.

A declaration is a plain assignment in the cell tagged `parameters`, as papermill has it. Types are those of
the literals, and, in quotes because they travel as text, "date" (day, month or year) and "path" (relative to
the working folder when given on the command line).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from analysis.briefing.declarations import Parameter, parameters_in
from analysis.briefing.manuscript import INJECTED, Manuscript, manuscript
from analysis.briefing.values import Value, misfit, read
from analysis.errors import ParameterError, nearest

__all__ = ["Parameter", "Value", "checked", "declared", "injected", "paths", "shown"]


def declared(notebook: Path) -> tuple[Parameter, ...]:
    """The parameters of a notebook, in the order of its `parameters` cell; none where it has no such cell.

    Values that an earlier run of papermill left in the notebook are its defaults. Raises ParameterError where
    the file is no Python notebook, and with every default that is not of its declared type.
    """
    written = manuscript(notebook)
    found = parameters_in(written.source("parameters")) | parameters_in(written.source(INJECTED))
    faults = [
        f"{one.name}: {one.type}: found the default {one.default!r}; expected {expected}"
        for one in found.values()
        if (expected := misfit(one.type, one.default))
    ]
    _refuse(notebook.name, faults)
    return tuple(found.values())


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
        elif re.search("[\ud800-\udfff]", text):
            faults.append(f"{text!r}: expected text in UTF-8")
        elif name not in by_name:
            faults.append(f"{name}: unknown; {_choices(name, by_name)}")
        elif name in values:
            faults.append(f"{name}: given twice; expected once")
        else:
            try:
                values[name] = read(by_name[name].type, value, notebook.parent)
            except ValueError as fault:
                faults.append(f"{name}: found {value!r}; expected {fault}")
    _refuse(notebook.name, faults)
    return values


def injected(written: Manuscript, values: Mapping[str, Value]) -> dict[str, Value]:
    """What the cell with the values of a run has to say: new ones, and else those of an earlier run."""
    return {one.name: one.default for one in parameters_in(written.source(INJECTED)).values()} | dict(values)


def paths(parameters: Iterable[Parameter], values: Mapping[str, Value], folder: Path) -> dict[str, Path]:
    """The file or folder that each parameter of type "path" points to, empty ones left out."""
    chosen = {one.name: values.get(one.name, one.default) for one in parameters if one.type == "path"}
    return {name: folder / str(value) for name, value in chosen.items() if value}


def shown(parameters: Iterable[Parameter], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values as they are published: of a file or folder its name, not where on a machine it lies."""
    places = {parameter.name for parameter in parameters if parameter.type == "path"}
    return {name: Path(str(value)).name if name in places else value for name, value in values.items()}


def _choices(name: str, by_name: Mapping[str, Parameter]) -> str:
    if not by_name:
        return "the notebook declares no parameters"
    return f"nearest: {nearest(name, by_name) or 'none'}; declared: {', '.join(by_name)}"


def _refuse(file: str, faults: Sequence[str]) -> None:
    if faults:
        raise ParameterError("\n".join([f"parameters of {file}:", *(f"  {fault}" for fault in faults)]))
