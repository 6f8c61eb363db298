"""Run: one notebook with parameters, executed by papermill in a kernel of its own."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.translators import translate_parameters

from analysis.briefing.kernels import kernels
from analysis.briefing.parameters import Value
from analysis.briefing.snapshot import Snapshot
from analysis.errors import NotebookError

CELL_SECONDS = 600
"""A cell that runs longer than this is taken to hang."""


def executed(
    taken: Snapshot, folder: Path, values: Mapping[str, Value], shown: Mapping[str, Value], output: Path
) -> Any:
    """The notebook as executed, also written to `output`; the kernel works in `folder`, the notebook's own.

    It runs with `values`, and reads the copies that were `taken` of what they point to; what comes back says
    them as `shown`, and names no folder of a copy. Progress is shown on a terminal and nowhere else. Raises
    NotebookError naming the cell and the cause; `output` then holds the notebook as far as it came.
    """
    notebook = taken.notebook
    copies = {name: str(place) for name, place in taken.places.items()}
    given = {name: copies.get(name, value) for name, value in values.items()}
    defaults = "".join(f"\n{name} = {copy!r}" for name, copy in copies.items() if name not in values)
    try:
        with kernels() as kernel:
            ran = papermill.execute_notebook(
                _redirected(notebook, defaults),
                output,
                parameters=given,
                progress_bar=sys.stderr.isatty(),
                kernel_name="python3",
                language="python",
                kernel_manager_class=kernel,
                resources={"metadata": {"path": str(folder.resolve())}},
                execution_timeout=CELL_SECONDS,
                store_widget_state=False,
                shutdown_kernel="immediate",  # nothing in it outlives the notebook; asking takes longer
            )
        ran = _without_places(ran, taken, shown, defaults)
        nbformat.write(ran, output)
        return ran
    except papermill.PapermillExecutionError as failure:
        where = f"cell {failure.cell_index + 1} (In [{failure.exec_count}])"
        raise NotebookError(f"{notebook.name}, {where}: {failure.ename}: {failure.evalue}") from failure
    except (RuntimeError, TimeoutError) as failure:  # a kernel that does not start, dies or hangs
        raise NotebookError(f"{notebook.name}: {_running_cell(output)}: {failure}") from failure


def _redirected(notebook: Path, defaults: str) -> Any:
    """The notebook with lines added to its parameters cell, which point to copies in place of defaults."""
    node = papermill.iorw.load_notebook_node(str(notebook))
    if defaults:
        _parameters_cell(node).source += defaults
    return node


def _without_places(ran: Any, taken: Snapshot, shown: Mapping[str, Value], defaults: str) -> Any:
    """The notebook without clock and chance, and without what papermill noted of a machine."""
    if defaults:
        cell = _parameters_cell(ran)
        cell.source = cell.source.removesuffix(defaults)
    own = {cell.get("id") for cell in nbformat.read(taken.notebook, nbformat.NO_CONVERT).get("cells", ())}
    for number, cell in enumerate(ran.cells, 1):
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.source = translate_parameters("python3", "python", dict(shown), "Parameters")
        if cell.get("id") not in own:
            cell.id = f"sitrep-{number}"  # what is made up on the way is another one in each run
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = _renamed(cell.outputs, taken)
    ran.metadata.pop("papermill", None)
    return ran


def _parameters_cell(node: Any) -> Any:
    return next(cell for cell in node.cells if "parameters" in cell.metadata.get("tags", ()))


def _renamed(node: Any, taken: Snapshot) -> Any:
    """Outputs in which each copy that was read bears the name of what was copied."""
    if isinstance(node, str):
        return taken.published(node)
    if isinstance(node, list):
        return [_renamed(part, taken) for part in node]
    if isinstance(node, dict):
        return type(node)((name, _renamed(part, taken)) for name, part in node.items())
    return node


def _running_cell(output: Path) -> str:
    """Which cell was running when the kernel was lost: the last that papermill saved as begun."""
    cells = papermill.iorw.load_notebook_node(str(output)).cells if output.exists() else []
    begun = [number for number, cell in enumerate(cells, 1) if cell.metadata.papermill.start_time]
    return f"cell {begun[-1]}" if begun else "no cell was running"
