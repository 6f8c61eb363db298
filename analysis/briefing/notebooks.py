"""Notebooks: finding one by name, and listing them with what they take."""

import os
from dataclasses import replace
from pathlib import Path

from analysis.briefing.parameters import Parameter, declared
from analysis.errors import ParameterError, nearest


def found(name: str, folder: Path) -> Path:
    """The notebook called `name` in `folder`, or the file at that path; ParameterError names the nearest."""
    for path in (folder / f"{name.removesuffix('.ipynb')}.ipynb", Path(name)):
        if path.suffix == ".ipynb" and path.is_file():
            return path
    _require(folder)
    names = [path.stem for path in sorted(folder.glob("*.ipynb"))]
    hint = nearest(name, names) or "none"
    message = (
        f"notebook {name!r}: not found in {folder}/; nearest: {hint}; there: {', '.join(names) or 'none'}"
    )
    raise ParameterError(message)


def listed(folder: Path) -> dict[str, tuple[Parameter, ...]]:
    """Every notebook in `folder` by name, with its declared parameters; paths as one would type them here."""
    _require(folder)
    return {
        path.stem: tuple(_typed(one, folder) for one in declared(path))
        for path in sorted(folder.glob("*.ipynb"))
    }


def _typed(parameter: Parameter, folder: Path) -> Parameter:
    """The parameter with a path default relative to the working folder, not to the notebook."""
    if parameter.type != "path":
        return parameter
    return replace(parameter, default=os.path.relpath(folder / str(parameter.default)))


def _require(folder: Path) -> None:
    if not folder.is_dir():
        message = (
            f"no folder {folder}/ in {Path.cwd().name}/; expected to be run from the folder of the project"
        )
        raise ParameterError(message)
