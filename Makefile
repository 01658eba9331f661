# Everything starts here; `make help` lists what there is. Paths are relative on purpose: the project may
# live in a folder with spaces in its name, which Make cannot name.

# The Python that makes .venv; any 3.11 or later does. `make PYTHON=/path/to/python3.12 site` names another.
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
WORKERS ?= 2
PYTEST_ARGS ?=
BENCH_ARGS ?=

BIN := .venv/bin
SET_UP = $(or $(PYTHON),python3) build_tools/set_up.py
LOOK = echo "Look at it by: $(or $(PYTHON),python3) -m http.server -d"

.DEFAULT_GOAL := help
.PHONY: help site preview serve example pictures check format messages coverage test bench bench-redline constraints clean

help: ## List what there is
	@sed -n 's/^\([a-z-]*\):.*## /make \1|/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-18s %s\n' "$$name" "$$what"; done

site: ## Set up, check and build the site into site/
	@$(SET_UP)
	@$(BIN)/inforce build --output site
	@$(LOOK) site

preview: ## Build the site with the proposed text, and what it changes, into site-preview/
	@$(SET_UP)
	@$(BIN)/inforce build --drafts --output site-preview
	@$(LOOK) site-preview

serve: ## Show the site with the proposed text in a browser, and rebuild it as you edit
	@$(SET_UP)
	@exec $(BIN)/inforce serve

example: ## Build the example company's site into site-example/
	@$(SET_UP)
	@$(BIN)/inforce --project examples build --output site-example
	@$(LOOK) site-example

check: ## Check the code: format, lint, types, import contracts
	@$(SET_UP) --tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: ## Put the code into its format
	@$(SET_UP) --tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: ## Bring the catalogues of interface words in step with the code, and list what is to be translated
	@$(SET_UP)
	@$(BIN)/python build_tools/messages.py

test: ## Set up all, a browser included, and run every test
	@$(SET_UP) --tests --browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST_ARGS)

coverage: ## Run the tests (PYTEST_ARGS=tests/site: those), and tell which share of each module they run
	@$(SET_UP) --tests --browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov=inforce --cov-report=term $(PYTEST_ARGS)

validate: ## Check the markup of both sites by the Nu HTML Checker; VNU=/path/to/vnu.jar names a later one
	@$(SET_UP)
	@$(if $(VNU),VNU="$(VNU)") $(BIN)/python build_tools/validate.py

bench: ## Measure the reader beside Python-Markdown, and the build against plain MkDocs
	@$(SET_UP) --tests
	$(BIN)/python -m build_tools.bench reading
	$(BIN)/python -m build_tools.bench builds $(BENCH_ARGS)

bench-redline: ## Measure the redline engine beside public ones, on pairs of its own or those in PAIRS=folder
	@$(SET_UP) --tests
	@test -d .cache/bench-redline || $(BIN)/python -m pip --disable-pip-version-check --quiet install \
		--target .cache/bench-redline fast-diff-match-patch lxml redlines || echo "Some public engines are left out."
	$(BIN)/python -m build_tools.bench redline $(if $(PAIRS),"$(PAIRS)") $(if $(PART),--part "$(PART)") $(BENCH_ARGS)

pictures: ## Take README's pictures again, of the site as it is
	@$(SET_UP) --tests --browser
	@$(BIN)/python -m build_tools.pictures

constraints: ## Write constraints.txt from what .venv holds
	@$(SET_UP) --tests --latest
	$(BIN)/python build_tools/constraints.py

clean: ## Remove what was built, what is remembered of it, and .venv
	@! test -x $(BIN)/python || $(BIN)/python -m inforce.storage.cache . examples
	rm -rf site site-preview site-example .cache .venv .set_up.log
