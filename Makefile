# Đối Thoại: `make run` shows it, `make test` proves it.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONDONTWRITEBYTECODE := # empty: each process would compile every module anew

.PHONY: install run test check fast postgres browser fix lock docs clean

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

install: $(VENV)/run.stamp ## what running needs

TODAY ?= 2024-10-07
PORT ?= 8000

run: export DOITHOAI_DEMO = 1
run: export DOITHOAI_TODAY = $(TODAY)
run: export DOITHOAI_VAR ?= var/$(TODAY)
run: install ## the two sample conferences at http://127.0.0.1:PORT, on the day TODAY
	doithoai prepare
	doithoai load-samples
	doithoai serve --bind 127.0.0.1:$(PORT)

test: check fast postgres browser ## everything

check: $(VENV)/dev.stamp ## style, types, import contract, migrations, generated docs
	ruff format --check .
	ruff check .
	lint-imports
	mypy
	djlint src/doithoai/web/templates --check --lint --quiet
	doithoai makemigrations --check --dry-run
	doithoai states | diff docs/states.md -

fast: $(VENV)/dev.stamp ## tests without a browser, on SQLite
	pytest -m "not browser and not postgres" -n 2 --dist worksteal

postgres: $(VENV)/dev.stamp ## action tests and journeys on PostgreSQL
	python tests/on_postgres.py -n 2 --dist worksteal

browser: $(VENV)/dev.stamp ## pages in a real Chromium
	pytest -m browser -n 2 --dist loadfile

fix: $(VENV)/dev.stamp
	ruff check --fix .
	ruff format .
	djlint src/doithoai/web/templates --reformat --quiet

lock: $(VENV)/dev.stamp ## newest allowed versions, with hashes
	uv pip compile --quiet --upgrade pyproject.toml --generate-hashes --universal --python-version 3.11 --no-header -o requirements/run.txt
	uv pip compile --quiet --upgrade pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 --no-header -o requirements/dev.txt -c requirements/run.txt

docs: $(VENV)/dev.stamp ## generated documents and screenshots
	doithoai states > docs/states.md
	python -m docs.screenshots

clean:
	rm -rf $(VENV) var
