# The only door: `make help` lists what there is. Every target is one or two plain commands.
# Durations are for a warm build on two cores; the first build compiles the dependencies, about four minutes more.

CARGO ?= cargo
SYNTH  = $(CARGO) run --quiet --release --

.DEFAULT_GOAL := help
.PHONY: help demo quick check test test-interop bless draft-score draft-show bench bench-quick bench-profile

##@ Look
help: ## This list (at once)
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

demo: ## Build a small shop as CSV into demo/ and show some rows (a minute, then at once)
	$(SYNTH) build specs/shop.yaml --format csv -o demo/ --overwrite
	$(SYNTH) preview specs/shop.yaml --rows 5

##@ While working
quick: ## Does it compile, do the unit tests pass (half a minute)
	$(CARGO) test --quiet --lib

##@ Before a commit
check: ## Formatting, lints and docs, warnings are errors (a minute)
	$(CARGO) fmt --check
	$(CARGO) clippy --quiet --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --quiet --no-deps --document-private-items

test: ## All tests (two minutes)
	$(CARGO) test --quiet

test-interop: ## Every format read back by other programs: pandas, DuckDB, PostgreSQL, ... (a minute; two the first time)
	CARGO="$(CARGO)" python3 tests/interop/run.py

bless: ## Write anew what is generated and committed: the schema, the reference, the goldens (a minute)
	SYNTH_BLESS=1 $(CARGO) test --quiet

##@ Now and then
draft-score: ## How many descriptions each drafter gets right; models by their keys, PROVIDER=ollama for one (a minute)
	$(CARGO) test --quiet --test main -- --ignored --nocapture drafting::score::of_all_drafters

draft-show: ## What the offline drafter makes of the cases whose names begin with CASE=a,b (at once)
	@$(CARGO) test --quiet --test main -- --ignored --nocapture drafting::score::show

bench: ## Race synth against its peers, all rows, and write benches/RESULTS.md (half an hour; ten minutes more the first time)
	$(CARGO) build --quiet --release
	CARGO="$(CARGO)" benches/run.py --results benches/RESULTS.md

bench-quick: ## The most telling rows, smaller, to the terminal (under two minutes; ten minutes more the first time)
	$(CARGO) build --quiet --release
	CARGO="$(CARGO)" benches/run.py --quick

bench-profile: ## Instructions and call profiles of two builds, into benches/profile-*.txt, by valgrind (a minute; five the first time)
	CARGO="$(CARGO)" benches/run.py --profile
