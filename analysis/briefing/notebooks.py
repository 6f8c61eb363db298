"""Notebooks: finding one by name, and listing them with what they take."""

from pathlib import Path

from analysis.briefing.parameters import Parameter, declared
from analysis.errors import ParameterError, nearest


def found(name: str, folder: Path) -> Path:
    """The notebook called `name` in `folder`, or the file at that path; ParameterError names the nearest."""
    for path in (folder / f"{name}.ipynb", Path(name)):
        if path.suffix == ".ipynb" and path.is_file():
            return path
    names = [path.stem for path in sorted(folder.glob("*.ipynb"))]
    hint = nearest(name, names) or "none"
    message = (
        f"notebook {name!r}: not found in {folder}/; nearest: {hint}; there: {', '.join(names) or 'none'}"
    )
    raise ParameterError(message)


def listed(folder: Path) -> dict[str, tuple[Parameter, ...]]:
    """Every notebook in `folder` by name, with its declared parameters."""
    return {path.stem: declared(path) for path in sorted(folder.glob("*.ipynb"))}
