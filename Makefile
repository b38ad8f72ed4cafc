# Corridor: every command a newcomer needs. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(VENV)/tools/bin/uv
UV_VERSION := 0.13.9
export PATH := $(CURDIR)/$(BIN):$(PATH)
$(shell mkdir -p var)
export OPENBLAS_NUM_THREADS ?= 1

help:  ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Corridor needs Python 3.11 or newer; $$($(PYTHON) --version) is first on the PATH. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)/tools
	@$(VENV)/tools/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

# One stamp per set: a changed lock file installs again, an unchanged one costs nothing.
define install
	@echo "Installing $(1) (about a minute the first time)"
	@test -x $(BIN)/python || $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --compile-bytecode --require-hashes -r $(1)
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps --editable .
	@touch $@
endef

$(VENV)/.run: requirements.lock pyproject.toml | $(UV)
	$(call install,requirements.lock)

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(UV)
	$(call install,requirements-dev.lock)
	@touch $(VENV)/.run

$(VENV)/.all: requirements-all.lock pyproject.toml | $(UV)
	$(call install,requirements-all.lock)
	@touch $(VENV)/.run $(VENV)/.dev

setup: $(VENV)/.run  ## Install what the platform needs to run
setup-dev: $(VENV)/.dev  ## Install what development and the tests need
setup-all: $(VENV)/.all  ## Install everything: Spark, benchmark peers

system:  ## Install the system packages that browser tests and PDFs want (Debian, as root)
	@bash tools/system-packages

lock: | $(UV)  ## Resolve the dependencies again and write the lock files
	@bash tools/lock $(UV)

PYTEST := $(BIN)/python -m pytest

check: $(VENV)/.dev  ## Lint, types, contracts, tidy, matrix (under a minute)
	@$(BIN)/ruff format --check --quiet . || { echo "Unformatted: run make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-cache >var/check-imports.txt 2>&1 || { cat var/check-imports.txt; exit 1; }
	@$(BIN)/python tools/tidy.py
	@$(BIN)/python tools/matrix.py --check
	@$(BIN)/python tools/reference.py --check
	@$(BIN)/djlint --check --lint --quiet src || { echo "Templates: run make format, then see what is left"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/corridor manage makemigrations --check --dry-run >/dev/null || { echo "A model changed without its migration"; exit 1; }
	@echo "check: all good"

format: $(VENV)/.dev  ## Put code and templates in our shape
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/djlint --reformat --quiet src || true

messages: $(VENV)/.dev  ## Gather what the apps say into their catalogues; says what waits for a translation
	@$(BIN)/python tools/messages.py

test: $(VENV)/.dev  ## Everything this machine can run; says what it skipped and why
	@$(PYTEST) -n auto -rs --nothing-unvisited

docs: $(VENV)/.dev  ## Build the documentation into var/docs, warnings are errors
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs var/docs && echo "docs: var/docs/index.html"

bench: $(VENV)/.all  ## Measure the engines against named peers in the same run; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.contract_rules --write

bench-web: $(VENV)/.dev  ## Measure the pages under 1, 8 and 32 users; SIZE=1000000x100000 DATABASE_URL=… for more
	@CORRIDOR_HOME=$(or $(BENCH_HOME),var/bench-web) $(BIN)/python -m benchmarks.web --size $(or $(SIZE),100000x10000)

shell: $(VENV)/.run  ## A Python prompt with the models loaded
	@$(BIN)/corridor manage shell

demo: $(VENV)/.run  ## A demonstration in one command: invented people matched to vacancies, served
	@$(BIN)/corridor demo

demo-data: $(VENV)/.run  ## The same without serving
	@$(BIN)/corridor demo --no-serve

serve: $(VENV)/.run  ## Serve the site on http://127.0.0.1:8000
	@$(BIN)/corridor serve

.PHONY: check format messages test docs bench bench-web shell demo demo-data serve
.PHONY: help setup setup-dev setup-all system lock
