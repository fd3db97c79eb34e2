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
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: help setup setup-dev

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.runtime ## make .venv and install what the generator needs
setup-dev: .venv/.dev ## the same, and what the checks and the tests need

.venv/bin/python:
	@bash tools/make-venv.sh .venv

# A stamp is newer than its lock once the lock is installed, so that a second run does nothing.
.venv/.runtime: requirements.txt | .venv/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/.runtime
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
