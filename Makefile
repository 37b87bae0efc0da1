# Two commands matter: `make run` and `make test`. Both start from a bare checkout and may be repeated.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest --quiet -n 2 --dist worksteal
COVER := --cov --cov-report=
ROOMS := $(addprefix tests/,house base clock identifiers law identity records procedure counter exchange)
FAST := not slow and not browser and not postgres
SEED ?= $(shell date +%Y%m%d)
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: help run test check static lint types format fast sqlite postgresql browser coverage nightly bench lock clean setup dev

help: ## show what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: setup ## set up, load the demonstration city and serve it on http://127.0.0.1:8000
	@echo "Preparing the database and the demonstration city"
	@$(BIN)/casework demo
	@echo "Serving on http://$(HOST):$(PORT) (Ctrl-C stops)"
	@exec $(BIN)/casework serve --host $(HOST) --port $(PORT)

test: dev static sqlite postgresql browser coverage ## run everything: both databases and a browser

check: dev static fast ## format, lint, types, floor plan and the fast tests, in under a minute

static: lint types

lint: dev ## check format and style
	@echo "Checking format and style"
	@$(BIN)/ruff format --quiet --check . || { echo "Run 'make format' first." >&2; exit 1; }
	@$(BIN)/ruff check --quiet .

types: dev ## check types
	@echo "Checking types"
	@$(BIN)/mypy

format: dev ## put every file into the house's format
	@$(BIN)/ruff check --quiet --select I --fix .
	@$(BIN)/ruff format .

fast: dev
	@echo "Running the fast tests: the house, the ground rooms, the engine, the histories"
	@$(PYTEST) -m "$(FAST)" $(ROOMS)

sqlite: dev
	@echo "Running the tests on SQLite"
	@mkdir -p var/coverage && rm -rf var/reached
	@COVERAGE_FILE=var/coverage/sqlite $(PYTEST) $(COVER) --engine sqlite -m "not browser and not postgres"
	@$(BIN)/python -m tests.reached

postgresql: dev
	@echo "Running the tests on PostgreSQL"
	@mkdir -p var/coverage
	@COVERAGE_FILE=var/coverage/postgresql $(PYTEST) $(COVER) --engine postgresql -m "not browser and not walks"

browser: dev
	@echo "Running the tests in a browser"
	@mkdir -p var/coverage
	@COVERAGE_FILE=var/coverage/browser $(PYTEST) $(COVER) --engine sqlite -m browser

nightly: dev ## two thousand random walks
	@echo "Walking 2,000 times, by the seed $(SEED); the same seed walks the same ways"
	@CASEWORK_WALKS=2000 CASEWORK_WALK_SEED=$(SEED) $(PYTEST) tests/walks

coverage:
	@echo "Coverage of lines and branches, all runs together"
	@$(BIN)/coverage combine --quiet --keep --data-file=var/coverage/all var/coverage/sqlite var/coverage/postgresql var/coverage/browser
	@$(BIN)/coverage report --data-file=var/coverage/all

bench: dev ## measure speed
	@$(BIN)/python -m benchmarks.run
	@$(BIN)/python -m benchmarks.desk
	@$(BIN)/python -m benchmarks.paint
	@$(BIN)/python -m benchmarks.figures
	@$(BIN)/python -m benchmarks.journal
	@$(BIN)/python -m benchmarks.papers 500

lock: dev ## choose newest allowed versions and write the lock files
	@tools/lock.sh $(VENV)

clean: ## remove what was made, but not the data in var/
	@rm -rf $(VENV) var/assets var/coverage var/npm build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@echo "Removed the virtual environment, fetched files and caches; var/ keeps the database"

setup:
	@tools/make_venv.sh $(VENV)
	@tools/install_lock.sh $(VENV) requirements/run.lock $(VENV)/.run-installed
	@tools/setup_assets.sh $(VENV)

dev:
	@tools/make_venv.sh $(VENV)
	@tools/install_lock.sh $(VENV) requirements/dev.lock $(VENV)/.dev-installed
	@tools/setup_assets.sh $(VENV)
	@tools/setup_test_machine.sh

.PHONY: migration
migration: dev ## write a database revision: make migration m="What it is for"
	@mkdir -p var/migration && rm -f var/migration/*
	@CASEWORK_DATABASE_URL=sqlite:///$(CURDIR)/var/migration/scratch.db CASEWORK_INSTANCE=var/migration \
		$(BIN)/casework revision "$(m)"

.PHONY: shots
shots: dev ## keep pictures of every page of the journeys under out/shots, one of them for the README
	@echo "Taking pictures in a browser"
	@CASEWORK_SHOTS=1 $(BIN)/python -m pytest --quiet --engine sqlite -m browser tests/browser
	@cp out/shots/case-page.png docs/pictures/case-page.png

.PHONY: papers
papers: dev ## draw every kind of paper under out/papers, as PDF and as pictures
	@echo "Drawing every kind of paper"
	@$(BIN)/python -m tests.documents.gallery
