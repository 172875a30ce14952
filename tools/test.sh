#!/usr/bin/env bash
# Runs every check, in the order of how soon it fails; stops at the first that does.
#   tools/test.sh        everything
#   tools/test.sh lint   formatting and clippy only
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
source tools/env.sh

passed=0

# check <what> <command…>
check() {
  local what=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$what"
  if "$@" </dev/null; then
    passed=$((passed + 1))
    printf -- '-- %s: passed (%s s)\n' "$what" "$((SECONDS - start))"
  else
    printf -- '-- %s: FAILED (%s s), by: %s\n\n' "$what" "$((SECONDS - start))" "$*"
    echo "$passed passed, 1 failed"
    exit 1
  fi
}

clippy() { cargo clippy --quiet --locked "$@" -- -D warnings; }
wasm=(--target wasm32-unknown-unknown)

check "formatting" cargo fmt --check
check "clippy, core" clippy --no-default-features --all-targets
check "clippy, host tool" clippy --no-default-features --features host --all-targets
check "clippy, web app" clippy "${wasm[@]}" --lib --bin meridian-web --test web

if [[ ${1:-} != lint ]]; then
  check "tests, core" cargo nextest run --locked --no-default-features
  check "calendars, read by others" tests/calendar/run.sh
  check "tests, host tool" cargo nextest run --locked --no-default-features --features host
  check "tests, in a browser" cargo test --locked "${wasm[@]}" --test web
  check "release build" tools/build.sh
  check "size" node tools/size.mjs
  check "hosts" node --test tests/hosting/*.test.mjs
  check "end to end" playwright test -c tests/e2e
  check "licences, bans, sources" cargo deny --offline check licenses bans sources
  # The advisories are a git repository that has to be fetched once.
  if [[ -d ${CARGO_HOME:-$HOME/.cargo}/advisory-dbs ]]; then
    check "advisories" cargo deny --offline check advisories
  else
    printf '\n== advisories\n-- NOT CHECKED: the advisory database is not on this machine.\n'
    echo "   Where GitHub can be reached: cargo deny fetch db, then make test again."
  fi
fi

printf '\n'
echo "$passed passed, 0 failed"
