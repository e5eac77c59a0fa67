# The same commands for people and for CI. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
DATA ?= labeldesk-data
PORT ?= 8000
TEST ?= tests

.PHONY: help run test check bench soak web generate lock clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.created:
	@sh scripts/make_venv.sh $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.created requirements.txt requirements-build.txt pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.txt -r requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: $(VENV)/.run web ## Start Labeldesk with a ready sample workspace and print one link
	$(VENV)/bin/labeldesk demo --data $(DATA) --port $(PORT)

web: $(VENV)/.run ## Build the pages into the package, if they are stale
	@$(PY) build_ui.py

test: $(VENV)/.dev web ## Install what the tests need and run all of them, on SQLite and on PostgreSQL
	@sh scripts/test_needs.sh
	$(PY) build_ui.py test
	$(PY) -m pytest $(TEST)

check: $(VENV)/.dev ## Format, lint, types, import rules, generated files
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) scripts/write_openapi.py --check
	$(PY) scripts/write_reference.py --check
	$(PY) build_ui.py check

bench: $(VENV)/.dev web ## Measure the figures, each as a ratio to a raw limit of the same run
	$(PY) benchmarks/run.py $(BENCH)

soak: $(VENV)/.dev web ## Long campaigns: kills, races, many steps (LABELDESK_TEST_KILLS sets how many)
	@sh scripts/test_needs.sh
	$(PY) -m pytest -m soak --timeout=36000 tests

generate: $(VENV)/.dev ## Write the API description, the typed client of the pages and the reference
	$(PY) scripts/write_openapi.py
	$(PY) scripts/write_reference.py
	$(PY) build_ui.py generate

lock: $(VENV)/.dev ## Resolve the dependencies anew; the files name no index
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header requirements-build.in -o requirements-build.txt
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --extra test --extra check pyproject.toml -o requirements-dev.txt

clean: ## Remove what was built and installed; workspaces stay
	rm -rf $(VENV) web/node_modules src/labeldesk/static .cache
