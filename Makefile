# The two commands of the README are `make figures` and `make test`. Both set up what they need in .venv.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
BENCH := .venv/bench-ready
STANDARDS := .venv/standards-ready
DOCS := .venv/docs-ready
FORMATS := .venv/formats-ready
TEXTS ?= $(SILKFIGURES_TEXTS)

.PHONY: figures test test-slow test-standards test-wheel test-minimum outside texts damage bench fuzz release docs lint lock clean

figures: $(READY)  ## build the tables, validate them, print what there is
	$(BIN)/silkfigures build > /dev/null
	$(BIN)/silkfigures validate
	$(BIN)/silkfigures tables

test: $(READY)  ## the fast tests
	$(BIN)/python -m pytest

test-slow: $(READY)  ## the tests that take long or install packages; those of outside programs where they are installed
	$(BIN)/python -m pytest -m slow -rs

outside: $(STANDARDS) $(FORMATS) $(DOCS)  ## the outside programs from which test-slow asks whether they read a release

test-standards: $(STANDARDS)  ## the catalogue files, by the schemas and readers of their standards
	$(BIN)/python -m pytest -m slow tests/publish/standards

test-wheel: $(READY)  ## the fast tests, against the built wheel instead of the source tree
	$(BIN)/python tests/packaging/on_the_wheel.py

test-minimum: $(READY)  ## the fast tests, with the lowest versions that pyproject.toml declares
	$(BIN)/python tests/packaging/lowest.py

texts: $(READY)  ## every quote stands where raw/places.csv says, every number is accounted for (TEXTS=folder of the texts)
	$(BIN)/silkfigures verify --texts "$(TEXTS)"
	$(BIN)/silkfigures coverage --texts "$(TEXTS)" > /dev/null

damage: $(READY)  ## damage copies of the files and count what the checks catch (SEED=, COUNT=, TEXTS=folder of the texts, WRITE=1)
	$(BIN)/python -m tests.damage $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT)) \
	  --texts "$(TEXTS)" $(if $(WRITE),--write)

bench: $(BENCH)  ## quality and speed of the quantity reader (SHARED=folder with texts/ and benchmarks/)
	$(BIN)/python -m benchmarks --shared "$(SHARED)"

fuzz: $(READY)  ## damaged and hostile input for everything that reads (COUNT=number of inputs, SEED=where to begin)
	PYTHONPATH=. $(BIN)/python -m fuzz --count $(or $(COUNT),20000) --seed $(or $(SEED),1)

release: figures  ## the release, as a folder and a zip in dist/
	$(BIN)/silkfigures release --out dist

docs: $(DOCS)  ## the documentation site, in docs/_build/html
	$(BIN)/python -m sphinx -W --keep-going --quiet -d docs/_build/doctrees docs docs/_build/html

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

lock:  ## pin the versions of everything that `make figures` and `make test` install (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra build --extra test pyproject.toml --output-file requirements.lock

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "silkfigures needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(BENCH): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[bench]'
	touch $@

$(STANDARDS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[standards]'
	touch $@

$(FORMATS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[formats]'
	touch $@

$(DOCS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[docs]'
	touch $@

clean:
	rm -rf .venv build dist docs/_build docs/dictionary .pytest_cache .hypothesis .ruff_cache
