PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

.PHONY: help briefing test check lab bench clean

help: ## Show these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

briefing: .venv/run ## Build the two published briefings into reports/
	$(BIN)/sitrep build briefing
	$(BIN)/sitrep build briefing -p corpus=seeds/exercise

test: .venv/dev ## Run every test
	$(BIN)/python -m pytest --numprocesses logical --dist loadfile

check: .venv/dev ## Check format, lint, types and the corpus
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/sitrep check seeds/aleppo-2015
	$(BIN)/sitrep check seeds/exercise

lab: .venv/lab ## Open the notebooks in JupyterLab
	PATH="$(CURDIR)/$(BIN):$$PATH" jupyter lab notebooks/explore.ipynb

bench: .venv/bench ## Measure speed against peers, as ratios
	$(BIN)/python -m benchmarks

clean: ## Remove the environment and what was built, but not the published samples
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	git clean -fdXq reports

.venv/pip: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sitrep needs Python 3.11 or newer, found " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	touch $@

.venv/run: .venv/pip
	$(INSTALL) .
	touch $@

.venv/dev: .venv/pip
	$(INSTALL) '.[dev,lab]'
	touch $@ .venv/run .venv/lab

.venv/bench: .venv/dev
	$(INSTALL) '.[dev,lab,bench]'
	touch $@

.venv/lab: .venv/pip
	$(INSTALL) '.[lab]'
	touch $@ .venv/run
