"""No byte of any file brings the checker down, and what it accepts can be built.

Mutants are drawn from chance that Hypothesis holds, so a failure shrinks. What once failed stands below as
the smallest change that shows it.
"""

import json
import shutil
import tempfile
import time
from pathlib import Path
from random import Random

import matplotlib.pyplot as plt
import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import exhibits
from analysis.briefing.document.data import csv_files
from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from analysis.load import boundaries, corpus, review
from tests.load.mutants import mutate

ROOT = Path(__file__).parents[2]
ALEPPO = ROOT / "seeds/aleppo-2015"
NOTEBOOK = ROOT / "notebooks/briefing.ipynb"
TABLES = sorted(path.name for path in ALEPPO.glob("*.csv"))
FILES = [*TABLES, "boundaries.geojson", "datapackage.json"]
LONGEST = 5.0
"""Seconds of work that a review may take at most."""


def reviewed(folder: Path) -> bool:
    """Whether the checker accepts the folder; it says why not, in words that can be written, and in time."""
    started = time.process_time()
    told = review(folder)
    words = [*map(str, told.faults), *map(str, told.questions), *map(str, told.readings.words)]
    assert time.process_time() - started < LONGEST
    "\n".join(words).encode()
    return not told.faults


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_a_mutant_has_faults_or_loads(chance) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(ALEPPO, Path(place) / "aleppo-2015"))
        mutate(folder, chance, FILES)
        if reviewed(folder):
            assert len(corpus(folder, "restricted").claims)
            assert len(boundaries(folder))


def built(folder: Path, monkeypatch) -> str:
    """The page of the corpus' briefing, printed as a PDF too, all in this process."""
    notebook, names = nbformat.read(NOTEBOOK, as_version=4), {}
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            shown: list[dict] = []
            monkeypatch.setattr(exhibits, "display", lambda record, raw, kept=shown: kept.append(record))
            exec(compile(cell.source, str(number), "exec"), names)  # noqa: S102 - the cells of our notebook
            if "parameters" in cell.metadata.get("tags", ()):
                names["corpus"] = folder
            records = json.loads(json.dumps(shown))
            cell.outputs = [nbformat.v4.new_output("display_data", record) for record in records]
            cell.execution_count = number
    plt.close("all")
    bound = document(notebook)
    assert pdf(bound, csv_files(bound.data)).startswith(b"%PDF")
    return page(bound)


def wander(folder: Path, chance: Random, steps: int) -> list[str]:
    """Change the folder step by step, taking back what the checker refuses; the steps that it accepted."""
    accepted = []
    for _ in range(steps):
        before = Path(shutil.copytree(folder, folder.with_name("before")))
        what = mutate(folder, chance, TABLES)
        if reviewed(folder):
            accepted.append(what)
            shutil.rmtree(before)
        else:
            shutil.rmtree(folder)
            before.rename(folder)
    return accepted


OLD_DATES = ["1700-01-01", "2260-12-31", "1700/2260", "{1700,2260}", "/..", "../1700", "2260/..", "1700/"]

KEPT = {
    "digits of another script": ("claims", "a-p7-sorties", {"low": "\u0661\u0662"}),
    "a number without end": ("claims", "a-p7-sorties", {"low": "1e400"}),
    "five thousand digits": ("claims", "a-p7-sorties", {"low": "9" * 5_000}),
    "a thousand by an underscore": ("places", "kweires", {"radius_km": "1_000"}),
    "a number before a hard blank": ("places", "kweires", {"where_prec": "5\u00a0"}),
}
"""Cells that were accepted and then could not be loaded."""


@pytest.mark.parametrize("name", KEPT)
def test_what_once_passed_and_could_not_be_loaded_is_a_fault(copy, name) -> None:
    table, key, cells = KEPT[name]
    copy.plant(table, key, **cells)
    assert not reviewed(copy.folder)


def test_the_oldest_and_the_latest_days_that_are_read_can_be_built(copy, monkeypatch) -> None:
    rows = copy.rows("events")
    for number in range(2, len(rows) + 1):
        copy.plant("events", number, date=OLD_DATES[number % len(OLD_DATES)], date_note="")
    assert reviewed(copy.folder)
    assert "</html>" in built(copy.folder, monkeypatch)


@pytest.mark.parametrize("seed", range(3))
def test_what_the_checker_accepts_can_be_built(copy, seed, monkeypatch) -> None:
    chance = Random(seed)  # noqa: S311 - nothing secret
    accepted = wander(copy.folder, chance, 12)
    note = "\n".join(["Accepted, and yet it cannot be built:", *accepted])
    try:
        assert "</html>" in built(copy.folder, monkeypatch)
    except Exception as cause:
        cause.add_note(note)
        raise
