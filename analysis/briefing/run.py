"""Run: one notebook with parameters, executed by papermill in a kernel of its own."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.translators import translate_parameters

from analysis.briefing.kernels import LocalKernelManager
from analysis.briefing.parameters import Value
from analysis.errors import NotebookError

CELL_SECONDS = 600
"""A cell that runs longer than this is taken to hang."""


def executed(notebook: Path, values: Mapping[str, Value], shown: Mapping[str, Value], output: Path) -> Any:
    """The notebook as executed, also written to `output`; the kernel works in the notebook's folder.

    It runs with `values`; what comes back says them as `shown`. Progress is shown on a terminal and nowhere
    else. Raises NotebookError naming the cell and the cause; `output` then holds the notebook as far as it
    came.
    """
    try:
        ran = papermill.execute_notebook(
            notebook,
            output,
            parameters=dict(values),
            progress_bar=sys.stderr.isatty(),
            kernel_name="python3",
            language="python",
            kernel_manager_class=LocalKernelManager,
            resources={"metadata": {"path": str(notebook.parent.resolve())}},
            execution_timeout=CELL_SECONDS,
            store_widget_state=False,
            shutdown_kernel="immediate",  # nothing in it outlives the notebook; asking takes longer
        )
        nbformat.write(_without_places(ran, notebook, shown, output), output)
        return ran
    except papermill.PapermillExecutionError as failure:
        where = f"cell {failure.cell_index + 1} (In [{failure.exec_count}])"
        raise NotebookError(f"{notebook.name}, {where}: {failure.ename}: {failure.evalue}") from failure
    except (RuntimeError, TimeoutError) as failure:  # a kernel that does not start, dies or hangs
        raise NotebookError(f"{notebook.name}: {_running_cell(output)}: {failure}") from failure


def _without_places(ran: Any, notebook: Path, shown: Mapping[str, Value], output: Path) -> Any:
    """The notebook without what papermill noted of a machine's folders: it is to be published."""
    told = {"input_path": notebook.name, "output_path": output.name, "parameters": dict(shown)}
    ran.metadata.papermill.update(told)
    for cell in ran.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.source = translate_parameters("python3", "python", dict(shown), "Parameters")
    return ran


def _running_cell(output: Path) -> str:
    """Which cell was running when the kernel was lost: the last that papermill saved as begun."""
    cells = papermill.iorw.load_notebook_node(str(output)).cells if output.exists() else []
    begun = [number for number, cell in enumerate(cells, 1) if cell.metadata.papermill.start_time]
    return f"cell {begun[-1]}" if begun else "no cell was running"
