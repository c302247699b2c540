# make demo | test | lint | bench | smoke : each makes its environment (.venv) first, and needs only Python >= 3.11 and pip.
.PHONY: demo test lint bench expected smoke web clean
.DELETE_ON_ERROR:

CANDIDATES := python3.11 python3.12 python3.13 python3.14 python3 python
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
RUN := $(VENV)/bin
DEMO := demo-store

demo: .stamp-run
	@PATH="$(CURDIR)/$(RUN):$$PATH" sh .ci/demo $(DEMO) data/articles

test: .stamp-dev
	$(RUN)/python -m pytest -rs
	@$(MAKE) --no-print-directory lint

lint: .stamp-dev
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

bench: .stamp-dev
	$(RUN)/python benchmarks/build.py

# Writes the answers of the shipped questions over the sample articles anew; read the difference before committing it.
expected: .stamp-dev
	@place=$$(mktemp -d) && $(RUN)/python tests/golden/test_questions.py "$$place/store" && rm -rf "$$place"

# Bundles the scripts of the page anew; needs Node. What comes out is committed, so that users need none.
web:
	npm ci --prefix web --ignore-scripts --no-audit --no-fund
	cd web && node build.mjs

smoke: .stamp-dev
	sh .ci/smoke $(RUN)/python

.stamp-venv:
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 with venv was found: make PYTHON=/path/to/python3.11 ..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

.stamp-run: .stamp-venv pyproject.toml
	$(RUN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.stamp-dev: .stamp-run pyproject.toml
	$(RUN)/pip install --quiet --disable-pip-version-check --editable '.[dev,html,reference,tools]'
	@touch $@

clean:
	rm -rf $(VENV) .stamp-* $(DEMO) build dist
