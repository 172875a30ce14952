# Every command of the project; `make` lists them.
SHELL := bash
MERIDIAN := cargo run --quiet --package meridian-host --bin meridian --
PORT ?= 8080
# Tools of ours come first on PATH.
RUN := source tools/env.sh &&

.DEFAULT_GOAL := help
# What a release is made from: a site that is older than one of these is no longer the site.
SOURCES = $(shell find boot crates/*/src public src style .cargo tools/build.sh tools/env.sh tools/finish.mjs tools/places.mjs \
	Cargo.* crates/*/Cargo.toml index.html package*.json rust-toolchain.toml Trunk.toml -type f)

.PHONY: help setup serve dev build check test e2e browsers domain fuzz fmt lint size bench bench-large bench-build lighthouse screenshots check-agenda schema clean

help: ## list the commands
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

setup:
	@tools/setup.sh build

serve: build ## build the release site and serve it (PORT=8080)
	@$(RUN) exec node tools/serve.mjs dist --port $(PORT)

dev: setup ## serve a debug build that follows your edits (PORT=8080)
	@$(RUN) exec trunk serve --port $(PORT)

build: setup ## write the release site to dist/
	@tools/build.sh

check: ## before a commit: formatting, clippy, native tests; about a minute
	@tools/setup.sh check
	@tools/test.sh check

test: ## install what tests need and run everything
	@tools/setup.sh test
	@tools/test.sh

e2e: dist/index.html ## end-to-end tests: all, or those of one file (SPEC=pages)
	@tools/setup.sh test
	@$(RUN) playwright test -c tests/e2e $(if $(SPEC),/$(SPEC).spec.mjs)

browsers: dist/index.html ## the release in Firefox and WebKitGTK
	@tools/setup.sh test
	@$(RUN) node --test tests/browsers/*.test.mjs

dist/index.html: $(SOURCES)
	@tools/setup.sh build
	@tools/build.sh

domain: ## test the domain alone, in seconds
	@cargo nextest run --package agenda

fuzz: ## read altered texts of every kind from outside, for SECONDS=60
	@FUZZ_SECONDS=$(or $(SECONDS),60) cargo test --quiet --package agenda --test fuzz
	@FUZZ_SECONDS=$(or $(SECONDS),60) cargo test --quiet --package meridian-host --lib -- --nocapture import::tests::hostile::mutated

fmt: ## format the Rust code
	@cargo fmt --all

lint: setup ## formatting and clippy only
	@tools/test.sh lint

size: build ## sizes of the release against the budget (WHERE=1: what the wasm consists of)
	@$(RUN) node tools/size.mjs $(if $(WHERE),--where)

bench: build ## how soon a page is there on a slow phone, beside plain HTML (RUNS=5 STRICT=1)
	@tools/setup.sh test
	@$(RUN) node tests/bench/bench.mjs --runs $(or $(RUNS),5) $(if $(STRICT),--strict)
	@$(RUN) node tests/bench/press.mjs --runs $(or $(RUNS),5)
	@$(RUN) node tests/bench/toggle.mjs

bench-large: build ## the same for FOSDEM 2025, 36C3 and generated agendas (RUNS=3 STRICT=1)
	@tools/setup.sh test
	@$(RUN) node tests/bench/large.mjs --runs $(or $(RUNS),3) $(if $(STRICT),--strict)

lighthouse: build ## what Lighthouse thinks of five pages (RUNS=5)
	@tools/setup.sh test
	@$(RUN) node tests/bench/lighthouse.mjs --runs $(or $(RUNS),5)

bench-build: build ## time and memory to build a site of 2,000 sessions
	@$(RUN) node tests/bench/build.mjs

screenshots: build ## every page, three widths, light and dark, to target/screenshots/
	@tools/setup.sh test
	@$(RUN) playwright test -c tests/e2e/screenshots.config.mjs

check-agenda: ## say what is wrong with public/agenda.json, and where
	@$(MERIDIAN) check public/agenda.json

schema: ## write public/agenda.schema.json from the Rust types
	@$(MERIDIAN) schema > target/agenda.schema.json
	@mv target/agenda.schema.json public/agenda.schema.json

clean: ## remove everything that was built
	@rm -rf target dist node_modules
