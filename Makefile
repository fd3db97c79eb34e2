# The same targets for people and for CI. `make` alone lists them.
# Needs only Python 3.11+, make and git: everything else is installed into .venv from hashed locks.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.NOTPARALLEL:

PY := .venv/bin/python
SEEDS ?= seeds
SITE ?= site
# What a user gives reaches the shell letter for letter, by the environment: a path may hold spaces, quotes and dollar signs.
GIVEN := SEEDS SITE OUT URL SEED BASE EVAL BENCH SIZES
$(foreach name,$(GIVEN),$(eval override $(name) := $$(value $(name))))
export $(GIVEN)
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

# make site SEEDS=dir SITE=dir URL=https://example.org/path/ STRICT=1 ALLOW_EMPTY=1
OWN = $(if $(subst seeds,,$(SEEDS)),,--docs docs)
SITE_FLAGS = --seeds "$$SEEDS" --site "$$SITE" --url "$$URL" $(OWN) $(if $(STRICT),--strict) $(if $(ALLOW_EMPTY),--allow-empty)
UV := .venv/lock/bin/uv

.PHONY: help site offline serve quick test full hostile check fix golden explain quality calibrate bench bench-search audit summary setup setup-dev browser lock clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: setup ## build the site from seeds/ into site/ (SEEDS=, SITE=, URL=, STRICT=1, ALLOW_EMPTY=1)
	@$(PY) -m generator site $(SITE_FLAGS)

offline: setup ## build the site as one zip that opens without a server or a network (SEEDS=, OUT=offline.zip)
	@$(PY) -m generator offline --seeds "$$SEEDS" --out "$${OUT:-offline.zip}"

serve: setup ## build, show at http://127.0.0.1:8000/ and rebuild on every change
	@$(PY) -m generator serve --seeds "$$SEEDS" --site "$$SITE"

# Every test belongs to one of three parts, told apart by its markers (pyproject.toml says what each means).
# LEAVE=lexicon leaves out of test what check has run already.
QUICK := not (dear or process or browser or slow or hostile)
TEST := not (slow or hostile)
FULL := slow or hostile
CHECK := lexicon and not (slow or hostile)
# Files that hold a test so marked, unless ARGS names some: to collect only these takes seconds, all of tests/ many more.
MARKED = $(if $(findstring tests/,$(ARGS)),,$(shell grep -rlE 'pytest[.]mark[.]($(1))' tests --include='test_*.py'))
# One worker a processor, each with files of its own, in the order of tests/conftest.py; ARGS=-n0 runs them in this process.
PYTEST = $(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

quick: setup-dev ## run in a minute what is broken most often: no whole site, no browser (ARGS= is handed to pytest)
	@$(PYTEST) -m "$(QUICK)" $(ARGS)

test: setup-dev browser ## run what a site must pass before it is published: quick, whole sites, a real browser
	@$(PYTEST) -m "$(TEST)$(if $(LEAVE), and not ($(LEAVE)))" $(ARGS)

full: setup-dev browser .venv/.zensical ## run what test leaves out: all that is slow, and texts made to break the generator
	@$(PYTEST) -m "$(FULL)" $(call MARKED,slow|hostile) $(ARGS)

hostile: setup-dev ## time texts made to break the generator: cost must grow as their size does (a part of full)
	@$(PYTEST) -m hostile tests/test_hostile.py $(ARGS)

check: setup-dev ## lint, types, and the tests of every lexicon
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PYTEST) --quiet -m "$(CHECK)" $(call MARKED,lexicon) $(ARGS)

fix: setup-dev ## sort imports, mend what lint can mend, format, and write the golden files anew
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format --quiet
	@$(MAKE) --no-print-directory golden

golden: setup-dev ## write the expected pages and data files of the five seeds anew: read the difference before you commit it
	@$(PY) -m tests.test_golden
	@$(PY) -m tests.vectors
	@$(PY) -m tests.lexicon.test_schemas

explain: setup ## show one text with its verdicts and facts: make explain SEED=seeds/NAME.txt
	@test -n "$$SEED" || { echo "Say which text: make explain SEED=seeds/NAME.txt" >&2; exit 2; }
	@$(PY) -m generator explain "$$SEED"

quality: setup-dev ## measure the reading on sites left out: our own layouts, and with EVAL=DIR those of DIR/extraction too
	@test -z "$$EVAL" || test -f "$$EVAL/extraction/compose.py" || { echo "No composer there: EVAL=DIR needs DIR/extraction/compose.py" >&2; exit 2; }
	@$(PY) -m tests.quality $${EVAL:+"$$EVAL"}

calibrate: setup-dev ## fit the model of lines anew and write its weights (EVAL=DIR adds composed pages to what it is fitted on)
	@$(PY) -m tests.calibrate $${EVAL:+"$$EVAL"}

bench: setup-dev .venv/.bench ## measure what a site costs as it grows, beside MkDocs and Hugo (SIZES=100,1000, BENCH=DIR of real texts, OUT=bench.json)
	@$(PY) -m tests.bench --sizes "$${SIZES:-100,1000}" $${BENCH:+--texts "$$BENCH"} --json "$${OUT:-bench.json}" $(ARGS)

bench-search: setup-dev ## measure the search on documents and queries with right answers: make bench-search EVAL=DIR (WRITE=1 records)
	@test -f "$$EVAL/search/queries.jsonl" || { echo "Say where they lie: make bench-search EVAL=DIR, with DIR/search/docs.jsonl and queries.jsonl" >&2; exit 2; }
	@$(PY) -m tests.bench_search "$$EVAL" $(if $(WRITE),--write)

audit: setup-dev browser .venv/.audit ## measure a built site by Nu, Lighthouse and lychee (SITE=; Java is installed where it is missing)
	@$(PY) -m tests.audit "$$SITE"

summary: setup ## Markdown of what each new or changed seed gives: make summary BASE=COMMIT
	@tools/seed-summary.sh "$$BASE"

setup: .venv/.runtime ## make .venv and install what the generator needs
setup-dev: .venv/.dev .venv/.node ## the same, and what the checks and the tests need, Node and TypeScript too

# An environment that was left half made, or whose Python has gone, is made anew.
BROKEN := $(shell $(PY) -c 'import pip' >/dev/null 2>&1 || echo broken)
PIP_INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

.venv/pyvenv.cfg: $(if $(BROKEN),FORCE)
	@tools/make-venv.sh .venv

# A stamp is newer than its lock once the lock is installed, so that a second run does nothing.
.venv/.runtime: requirements.txt .venv/pyvenv.cfg
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@

# Node comes with requirements-dev.txt, so no Node of the machine is asked; what npm brings lies in .venv too.
.venv/.node: package-lock.json .venv/.dev
	@$(PY) -m tests.node install node
	@touch $@

.venv/.audit: requirements-audit.txt tools/audit/package-lock.json .venv/.dev
	@$(PIP_INSTALL) -r requirements-audit.txt
	@$(PY) -m tests.node install audit
	@touch $@

.venv/.zensical: requirements-zensical.txt .venv/.dev
	@$(PIP_INSTALL) -r requirements-zensical.txt
	@touch $@

.venv/.bench: requirements-bench.txt .venv/.dev
	@$(PIP_INSTALL) -r requirements-bench.txt
	@touch $@

FORCE:

browser: setup-dev ## find or install the Chromium of the tests
	@$(PY) -m tests.browser.chromium

# Releases younger than two weeks are left out: a bad or stolen release is mostly found out by then.
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --upgrade --exclude-newer '14 days'

lock: setup-dev ## choose the exact versions anew and write their hashes to requirements*.txt and the locks of npm
	@test -x $(UV) || { $(PY) -m venv .venv/lock && .venv/lock/bin/pip install --quiet --disable-pip-version-check 'uv>=0.9.17'; }
	@$(LOCK) pyproject.toml --extra pdf --extra pictures --output-file requirements.txt
	@$(LOCK) pyproject.toml --extra pdf --extra pictures --extra scheduler --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(LOCK) --group build --constraint requirements-dev.txt --output-file requirements-build.txt
	@$(LOCK) --group audit --output-file requirements-audit.txt
	@$(LOCK) --group bench --output-file requirements-bench.txt
	@$(LOCK) --group zensical --constraint requirements-dev.txt --output-file requirements-zensical.txt
	@$(PY) -m tests.node lock node
	@$(PY) -m tests.node lock audit

clean: ## remove all that was built; .venv stays
	@rm -rf site bench.json .mujaz-* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
	@git clean -fdXq -- docs
