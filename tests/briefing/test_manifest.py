"""The manifest: what went in is known before the run, what came out after it."""

import hashlib
import json
import shutil
import tomllib
from pathlib import Path

import nbformat
import pikepdf
import pytest
from packaging.utils import canonicalize_name

from analysis.briefing import manifest
from analysis.briefing.build import build
from analysis.errors import SitrepError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(tmp_path):
    """The manifest, and the recipe in the PDF, of a notebook that spoils the file it reads."""
    (tmp_path / "seeds" / "corpus").mkdir(parents=True)
    (tmp_path / "seeds" / "corpus" / "claims.csv").write_text("before")
    parameters = 'corpus: "path" = "seeds/corpus"  # folder'
    cells = [
        nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell("open(f'{corpus}/claims.csv', 'w').write('after')"),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "sample.ipynb")
    folder = build(tmp_path / "sample.ipynb", [], tmp_path / "reports")
    with pikepdf.open(folder / "briefing.pdf") as pdf:
        recipe = json.loads(pdf.attachments["manifest.json"].get_file().read_bytes())
    return json.loads((folder / "manifest.json").read_text("utf-8")), recipe


def test_inputs_are_taken_before_the_run(made):
    checksums = {entry["path"]: entry["sha256"] for entry in made[0]["inputs"]}
    assert checksums["corpus/claims.csv"] == hashlib.sha256(b"before").hexdigest()


def test_the_pdf_carries_the_recipe_without_clock_machine_and_state_of_the_code(made):
    whole, recipe = made
    assert whole["environment"]["code"] == manifest.own_code(ROOT / "analysis")
    assert recipe == {
        name: value for name, value in whole.items() if name not in {"environment", "times", "outputs"}
    }


def test_every_package_that_can_change_a_byte_is_listed_with_its_version():
    made = manifest.ingredients(ROOT / "notebooks" / "briefing.ipynb", [], {})
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonicalize_name(one.split(">=")[0]) for one in project["dependencies"]}
    assert set(made["packages"]) == declared
    assert {"numpy", "typst", "mistune", "nh3", "shapely", "geopandas", "fonttools"} <= declared
    behind = made["environment"]["packages"]
    assert {"pyogrio", "pyproj", "pillow"} <= set(behind)
    assert not {"pytest", "jupyterlab", "sitrep-press"} & set(behind)
    assert all(version[0].isdigit() for version in (made["packages"] | behind).values())


def test_the_checksum_of_our_code_follows_code_and_templates_alone(tmp_path):
    house = tmp_path / "analysis"
    shutil.copytree(ROOT / "analysis", house, ignore=shutil.ignore_patterns("__pycache__"))
    first = manifest.own_code(house)
    assert first == manifest.own_code(ROOT / "analysis")
    (house / "__pycache__").mkdir()
    (house / "__pycache__" / "cli.pyc").write_bytes(b"1")
    (house / "seeds" / "aleppo-2015" / "claims.csv").write_text("")
    assert manifest.own_code(house) == first
    template = house / "briefing" / "page" / "templates" / "style.css"
    template.write_text(template.read_text("utf-8") + "\n")
    assert manifest.own_code(house) != first


def test_without_an_installed_sitrep_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setattr(manifest, "DISTRIBUTION", "no-such-press")
    manifest._packages.cache_clear()
    with pytest.raises(SitrepError, match="found no installed no-such-press"):
        manifest.ingredients(ROOT / "notebooks" / "briefing.ipynb", [], {})
    manifest._packages.cache_clear()
