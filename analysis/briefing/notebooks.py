"""Notebooks: finding one by name, and listing them with what they take."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.briefing.parameters import Parameter, declared
from analysis.errors import ParameterError, nearest


@dataclass(frozen=True)
class Listing:
    """A notebook: its name, where it lies, and what it takes or, as `refusal`, why it cannot be built."""

    name: str
    place: str
    parameters: tuple[Parameter, ...]
    refusal: str = ""


def found(name: str, folders: Sequence[Path]) -> Path:
    """The notebook file at the path `name`, or the one of that name in the first of `folders` that has it.

    Raises ParameterError, which names the nearest.
    """
    check_name(name)
    file, given = f"{name.removesuffix('.ipynb')}.ipynb", Path(name)
    for path in (given, *(folder / file for folder in folders)):
        if path.suffix == ".ipynb" and path.is_file():
            return path
    if given.is_dir():
        inside = ", ".join(str(path) for path in _notebooks([given])) or "none"
        raise ParameterError(f"{name}: found a folder; expected a notebook; in it: {inside}")
    if given.exists():
        raise ParameterError(f"{name}: found another file; expected a notebook, a file .ipynb")
    if given.suffix == ".ipynb" or given.parent != Path():
        by_stem = {path.stem: path.name for path in _notebooks(folders)}
        by_stem |= {path.stem: str(path) for path in _notebooks([given.parent])}
        near = by_stem.get(nearest(given.stem, by_stem), "none")
        raise ParameterError(f"{name}: not found; nearest: {near}")
    names = [path.stem for path in _notebooks(folders)]
    hint = nearest(name, names) or "none"
    looked = " or ".join(f"{_as_typed(folder)}/" for folder in folders)
    message = (
        f"notebook {name!r}: not found in {looked}; nearest: {hint}; there: {', '.join(names) or 'none'}"
    )
    raise ParameterError(message)


def check_name(name: str) -> None:
    """Raise ParameterError where a name in the file system is no text, which nothing published could say."""
    if re.search("[\ud800-\udfff]", name):
        raise ParameterError(f"{name!a}: expected a name in UTF-8; rename the file or its folder")


def listed(folders: Sequence[Path]) -> Iterator[Listing]:
    """Every notebook in `folders` with its declared parameters, paths as one would type them here.

    A notebook that lies in an earlier folder too is left out, as it is not the one that is built.
    """
    for path in _notebooks(folders):
        place = _as_typed(path)
        try:
            yield Listing(path.stem, place, tuple(_typed(one, path.parent) for one in declared(path)))
        except (ParameterError, OSError) as refusal:
            yield Listing(path.stem, place, (), str(refusal))


def _notebooks(folders: Sequence[Path]) -> list[Path]:
    """The notebooks in the folders, those of the first before those of the next, each name once."""
    by_name: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.ipynb")):
            by_name.setdefault(path.stem, path)
    return list(by_name.values())


def _typed(parameter: Parameter, folder: Path) -> Parameter:
    """The parameter with a path default as seen from the working folder, not from the notebook."""
    if parameter.type != "path" or not parameter.default:
        return parameter
    return replace(parameter, default=_as_typed((folder / str(parameter.default)).resolve()))


def _as_typed(path: Path) -> str:
    """A path as one would type it here: from the working folder if it lies within, else whole."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
