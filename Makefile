# Two commands matter to a newcomer: `make run` and `make test`. `make` alone lists the rest.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Another interpreter: make run PYTHON=python3.12 (after make clean).
PYTHON ?=
FIND_PYTHON = for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then echo $$python; exit 0; fi; \
	done; echo "Tallywatch needs Python 3.11, 3.12 or 3.13 and found none of them." >&2; exit 1

export UV_COMPILE_BYTECODE := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.DEFAULT_GOAL := help
.PHONY: help run test check unit lock bench replay clean

help: ## list these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "  make %-8s %s\n", $$1, $$2}'

run: $(STAMP) ## install what is needed and run the offline demo: from feeds to a contradiction alert
	@echo "Running the demo: a small news web on this machine, no network needed. Archive and pages go to ./demo."
	@$(BIN)/tallywatch demo --directory demo

test: check unit ## everything that CI runs: rules of the house, types, tests

check: $(STAMP) ## style, types and who may import whom
	@echo "Checking style (ruff) ..."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Run '$(BIN)/ruff format .' to mend the layout."; exit 1; }
	@echo "Checking types (mypy --strict) ..."
	@$(BIN)/mypy
	@echo "Checking who imports whom (import-linter) ..."
	@$(BIN)/lint-imports

unit: $(STAMP) ## the tests alone
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lock: $(STAMP) ## renew requirements.lock and bootstrap.lock (names, versions and hashes; no addresses)
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	echo "uv>=0.9" | $(BIN)/uv pip compile - --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o bootstrap.lock

bench: $(STAMP) ## accuracy of judgement, figures, quotes and articles (needs the benchmark data)
	@for name in contradictions figures quotes articles; do echo "== $$name"; $(BIN)/python -m benchmarks.$$name --no-peers --pred /dev/null || exit 1; done

replay: $(STAMP) ## real news pages through the whole journey (needs the benchmark data)
	@$(BIN)/python -m benchmarks.replay

clean: ## remove the environment, the demo and all caches
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(STAMP): requirements.lock bootstrap.lock pyproject.toml
	@python=$$($(FIND_PYTHON)) || exit 1; \
	echo "Making the environment in $(VENV) with $$($$python --version) ..."; \
	$$python -m venv $(VENV)
	@echo "Installing the locked packages (about a minute the first time) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	@$(BIN)/uv pip sync --quiet --require-hashes requirements.lock bootstrap.lock
	@$(BIN)/uv pip install --quiet --no-deps --editable .
	@touch $@
