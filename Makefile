# Two commands do all the set-up: `make demo` and `make test`. Everything lives in .venv; nothing is installed system-wide.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared/gold
REAL ?= ../shared/real
DATA := $(shell find src/transmittal/catalogue/data -name '*.yml' 2>/dev/null)
PACK := src/transmittal/catalogue/packed.msgpack

.PHONY: help demo test test-quick lint score bench fuzz pack clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Transmittal needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "no venv module: on Debian, apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[office]'
	@touch $@

$(VENV)/.dev: pyproject.toml requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

$(PACK): $(VENV)/.installed $(DATA)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pyyaml babel
	$(BIN)/python -m transmittal.catalogue.pack

pack: $(PACK) ## check and pack the reference data

DEMO := build/demo.db
demo: $(VENV)/.installed ## install, keep the documents of examples/ in a casebook, and show Japan's Tomahawk purchase from it
	@rm -rf $(DEMO)* && mkdir -p build
	@echo "Reading seventeen documents into a casebook:"
	@$(BIN)/transmittal add --book $(DEMO) --manifest examples/manifest.jsonl
	@echo; echo "The cases in it:"
	@$(BIN)/transmittal cases --book $(DEMO) --on 2026-06-30
	@echo; echo "The timeline of one of them:"
	@$(BIN)/transmittal timeline $(DEMO_CASE) --book $(DEMO) --on 2026-06-30
	@echo; echo "What is true on 30 June 2026, where sources differ and why, and the words it all stands on:"
	@$(BIN)/transmittal show $(DEMO_CASE) --book $(DEMO) --on 2026-06-30
	@echo; echo "What was believed on 1 December 2023:"
	@$(BIN)/transmittal show $(DEMO_CASE) --book $(DEMO) --on 2023-12-01 --known-at 2023-12-01 --no-evidence
	@echo; echo "The casebook is $(DEMO). Ask it more: $(BIN)/transmittal --help"
DEMO_CASE := jp-tomahawk-2022

test: $(VENV)/.dev $(PACK) ## lint and every test
	$(MAKE) lint
	$(BIN)/python -m pytest

test-quick: $(VENV)/.dev $(PACK) ## the tests that take seconds
	$(BIN)/python -m pytest -m 'not slow'

lint: $(VENV)/.dev ## ruff, mypy --strict, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

score: $(VENV)/.dev $(PACK) ## accuracy on quality/, and on the labelled and real documents where they are present
	$(BIN)/python quality/score.py
	$(BIN)/python quality/link_score.py
	$(BIN)/python quality/docket_score.py --linked
	@if [ -f $(GOLD)/score.py ]; then PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python $(GOLD)/score.py $(GOLD)/dev --manifest "transmittal read --manifest {manifest} --format jsonl"; else echo "$(GOLD) is not here: its documents were not scored"; fi
	@if [ -d $(REAL) ]; then $(BIN)/python quality/real_notices.py $(REAL); else echo "$(REAL) is not here: the real notices were not read"; fi

bench: $(VENV)/.dev $(PACK) ## speed and memory, as ratios in one run on one core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check spacy
	$(BIN)/python bench/official.py $(REAL)
	$(BIN)/python bench/pages.py $(REAL)/pages
	$(BIN)/python bench/main_text.py $(REAL)/pages
	$(BIN)/python bench/memory.py
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/ledger.py
	$(BIN)/python bench/casebook.py

fuzz: $(VENV)/.dev $(PACK) ## coverage-guided fuzzing of readers and finders (FUZZ_SECONDS=60 each)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python bench/fuzz.py

clean: ## remove what was built
	rm -rf $(VENV) $(PACK) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
