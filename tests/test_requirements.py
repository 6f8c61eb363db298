"""What Sitrep needs is declared once, with a reason, and pinned."""

import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.conftest import ROOT
from tests.test_structure import imported


def requirements() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {"run": project["dependencies"], **project["optional-dependencies"]}


def every_requirement() -> list[str]:
    return [requirement for group in requirements().values() for requirement in group]


@pytest.mark.parametrize("folder", ["analysis", "tests", "benchmarks"])
def test_every_library_that_is_imported_is_declared(folder):
    from packaging.utils import canonicalize_name

    groups = requirements()
    declared = groups["run"] if folder == "analysis" else every_requirement()
    names = {canonicalize_name(requirement.split(">=")[0]) for requirement in declared}
    providers = packages_distributions()
    own = {"analysis", "tests", "benchmarks", *sys.stdlib_module_names}
    for module in sorted((ROOT / folder).rglob("*.py")):
        live = (
            {canonicalize_name(one.split(">=")[0]) for one in groups["lab"]}
            if "live" in module.parts
            else set()
        )
        for library in {name.split(".")[0] for name in imported(module)} - own:
            provided = {canonicalize_name(name) for name in providers.get(library, [library])}
            assert provided & (names | live), (
                f"{module.name} imports {library}, which pyproject.toml does not declare"
            )


def test_every_dependency_has_a_reason():
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    for requirement in every_requirement():
        line = next(line for line in lines if line.strip().startswith(f'"{requirement}"'))
        assert "# " in line, requirement


def test_conda_environment_is_in_step():
    listed = (ROOT / "environment.yml").read_text("utf-8")
    for requirement in every_requirement():
        assert f"- {requirement}\n" in listed, f"environment.yml lacks {requirement}"
    wanted = {requirement for group in requirements().values() for requirement in group}
    found = {
        line.strip()[2:] for line in listed.splitlines() if line.strip().startswith("- ") and ">=" in line
    }
    assert found - wanted == {"python>=3.11"}


def test_constraints_pin_every_dependency_without_an_address():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert "//" not in "".join(lines)
    for requirement in every_requirement():
        assert requirement.split(">=")[0].lower() in pins
