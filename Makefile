# The commands of this project. `make demo` and `make test` need nothing installed by hand.
# PYTHON=python3.12 names an interpreter, TORCH="torch==2.13.0" takes PyPI's own (CUDA) build.

.PHONY: help demo test check serve format lock bench tree clean
.DEFAULT_GOAL := help
INSTALLED := .venv/.installed
BIN := .venv/bin

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(INSTALLED): requirements.lock pyproject.toml setup/install.sh setup/bentoml.pth
	@sh setup/install.sh
	@touch $@

demo: $(INSTALLED) ## the whole loop on the embedded stack, to a tailored résumé in out/
	@sh setup/system-packages.sh chromium
	@$(BIN)/python -m demo

test: $(INSTALLED) ## the whole test suite
	@sh setup/system-packages.sh chromium rabbitmq
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

check: $(INSTALLED) ## format, lint, types and import contracts
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary .
	@$(BIN)/lint-imports --no-cache

serve: $(INSTALLED) ## the REST service on http://127.0.0.1:3000, open to this machine alone
	@RESUMIFY_OPEN=$${RESUMIFY_OPEN-1} $(BIN)/bentoml serve

bench: $(INSTALLED) ## every benchmark, as JSON
	@for name in stream train tailor tailoring matching truth drafts; do $(BIN)/python -m benchmarks.$$name || exit; done

format: $(INSTALLED) ## rewrite the code in the project's format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: ## resolve requirements.in into requirements.lock (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: python3 -m pip install uv" >&2; exit 2; }
	uv pip compile requirements.in --python-version 3.11 --universal --no-emit-package torch --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.lock

tree: $(INSTALLED) ## write the README's tree anew from the files' own first words
	@$(BIN)/python setup/tree.py

clean: ## forget every run: state, results, caches (keeps .venv)
	rm -rf .resumify out .mypy_cache .ruff_cache .hypothesis
