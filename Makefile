# Everything a newcomer needs; the README opens with `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-slow soak screenshots check score bench setup notebook lock clean help
.DEFAULT_GOAL := help

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/'

demo: .venv/run ## Set up, load the two sample documents, serve the explorer at http://127.0.0.1:8000
	@$(BIN)/trama demo

setup: .venv/run ## Set up the program only: then .venv/bin/trama --help

test: .venv/test ## Set up what the tests need and run them (real Neo4j, real browser)
	@$(BIN)/python tests/browser.py
	$(BIN)/python -m pytest -m "not slow and not soak" --durations=15

test-slow: .venv/test ## Kill and restart processes, run the notebooks, use the whole explorer, read exports back with the tools that own them
	$(BIN)/python -m pytest -m "slow and not soak" --durations=15

soak: .venv/test ## The long tables of docs/reliability.md, for a night: 32 loads killed, and more
	$(BIN)/python -m pytest -m soak --durations=0 -rA

notebook: .venv/run ## Open the notebooks (installs JupyterLab)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/notebook.txt
	@$(BIN)/jupyter lab notebooks

screenshots: .venv/test ## Make the README's pictures anew
	@$(BIN)/python tests/browser.py
	@$(BIN)/python tests/screenshots.py

check: .venv/test ## Lint, types, room walls
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The stamp files hold no content: they are newer than the lock they were made from.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Trama needs Python 3.11 or newer, and $(PYTHON) is %d.%d: try  make PYTHON=python3.12" % sys.version_info[:2])'
	@echo "Setting up .venv (once, a minute or two) ..."
	@$(PYTHON) -m venv .venv

.venv/run: requirements/run.txt pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/test: requirements/test.txt .venv/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

score: .venv/run ## How well the two samples are read, against annotations made by hand
	@$(BIN)/trama evaluate tests/gold/seeds --sources samples

bench: .venv/test ## Measure on TRAMA_CORPORA where it is set, beside the goals: benchmarks/RESULTS.md
	$(BIN)/python benchmarks/bench.py

lock: .venv/bin/python ## Resolve the dependencies anew into requirements/*.txt, with hashes
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(BIN)/uv lock --quiet --upgrade
	$(BIN)/uv export --quiet --frozen --no-emit-project --format requirements-txt --group build --no-group test --no-group check -o requirements/run.txt
	$(BIN)/uv export --quiet --frozen --no-emit-project --format requirements-txt --group build --group test --group check -o requirements/test.txt
	$(BIN)/uv export --quiet --frozen --no-emit-project --format requirements-txt --group build --extra notebook -o requirements/notebook.txt
	for each in followthemoney:ftm igraph:igraph; do \
	  echo $${each%:*} | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url - -o requirements/$${each#*:}.txt; done

clean: ## Remove the virtual environment (the data of your stores stays)
	rm -rf .venv .venv-* *.egg-info
