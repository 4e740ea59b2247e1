# `make demo` and `make test` need only Python 3.11 or later and the package index.
PYTHON ?= python3
VENV ?= .venv
# Further requirements of the environment: WITH='django~=4.2.0'
WITH ?=
ifeq ($(OS),Windows_NT)
BIN = $(VENV)/Scripts
else
BIN = $(VENV)/bin
endif

# One process per core; starting more than eight takes longer than they save.
PYTEST = $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist worksteal

# uv installs in a tenth of pip's time, but does not read pip's configuration: where that names
# another index, and where uv fails, pip installs. Like pip, uv trusts the system's certificates.
PIP = $(BIN)/python -m pip --disable-pip-version-check
install = ! $(PIP) config list | grep -q '\.index-url=' && $(PIP) install --quiet uv && \
	$(BIN)/python -m uv pip install --quiet --compile-bytecode --system-certs --python $(BIN)/python $(WHAT) || \
	$(PIP) install --quiet $(WHAT)
WHAT = -e '.[$(EXTRAS)]' $(WITH)

# With it, every process of the tests compiles the modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test large test-all fuzz soak bench bench-guard bench-guard-keep compat compat-suites docs stubs lint format clean

demo: $(VENV)/.data
	$(BIN)/esi-data demo

test: $(VENV)/.dev
	$(PYTEST) -m 'not large'

# The tests that `make test` leaves out: servers, browsers, clusters, kills, fuzzing, long runs. Most
# wait more than they compute, so they get four workers even on two cores.
test-all: test large

large: $(VENV)/.dev
	$(PYTEST) -n 4 -m large

# Test every parser of foreign data with new examples, for SECONDS each.
SECONDS ?= 120
SEED ?= $(shell date +%s)
fuzz: $(VENV)/.dev
	ESI_TEST_FUZZ_SECONDS=$(SECONDS) ESI_TEST_FUZZ_SEED=$(SEED) $(PYTEST) tests/fuzz

# Pull from an API that fails in every way; watch memory, threads, rows and refusals.
MINUTES ?= 15
soak: $(VENV)/.dev
	$(BIN)/python -m tests.soak --minutes $(MINUTES)

# BENCH='--quick' and other options: docs/benchmarks.md
bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks $(BENCH)

# Compare the work of hot paths, counted without a clock, with kept.json: docs/benchmarks.md
bench-guard: $(VENV)/.dev
	$(BIN)/python -m tests.bench_guard

# Store the counts after a change that is meant to alter them, for this release of Python.
bench-guard-keep: $(VENV)/.dev
	$(BIN)/python -m tests.bench_guard --keep

# Alliance Auth with eight apps, on a site of its own: docs/compatibility.md
compat: $(VENV)/.dev
	$(BIN)/python -m compat.live_site

# Test suites of the apps in compat/apps.toml, with django-esi and with esi-toolkit; takes an hour.
compat-suites: $(VENV)/.dev
	$(BIN)/python -m compat.app_tests $(VENV)-suites

# Warnings are errors. NO_MKDOCS_2_WARNING hides the notice about MkDocs 2; we require MkDocs 1.
docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

# Types of the newest tested date, from the API's document: make stubs DOCUMENT=... DATE=2026-08-18
stubs: $(VENV)/.dev
	$(BIN)/python -m esi.core.stubs $(DOCUMENT) $(DATE)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) demo-output site

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and f"esi-toolkit needs Python 3.11 or later; {sys.executable} is {v[0]}.{v[1]}. Name another: make PYTHON=python3.12 ...")'
	@echo "Creating a virtual environment in $(VENV)."
	$(PYTHON) -m venv $(VENV)

$(VENV)/.data: $(BIN)/python pyproject.toml
	@echo "Installing esi-toolkit[data,sandbox] from this folder into $(VENV): 59 packages, 425 MB, most"
	@echo "of it pandas, NumPy and pyarrow. It takes about a minute, once."
	$(BIN)/python -m pip install --disable-pip-version-check -e '.[data,sandbox]'
	touch $@

$(VENV)/.dev: EXTRAS = dev
$(VENV)/.docs: EXTRAS = data,docs,sandbox
$(VENV)/.dev $(VENV)/.docs: $(BIN)/python pyproject.toml
	@echo "Installing esi-toolkit[$(EXTRAS)] into $(VENV)."
	@$(install)
	touch $@
