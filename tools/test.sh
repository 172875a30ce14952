#!/usr/bin/env bash
# Runs every check, in the order of how soon it fails; stops at the first that does.
#   tools/test.sh         everything
#   tools/test.sh check   what a change should pass before it is committed: formatting, clippy, native tests
#   tools/test.sh lint    formatting and clippy only
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

browser=(--package meridian --features hydrate --target wasm32-unknown-unknown)
server=(--package meridian --features ssr)
# Never in one command with the app for the browser: Cargo would give it the features of both.
natives=(--package agenda --package meridian-host)

clippy() { cargo clippy --quiet --locked "$@" -- -D warnings; }
nextest() { cargo nextest run --locked --no-tests pass --status-level fail --hide-progress-bar "$@"; }

check "formatting" cargo fmt --all --check
check "clippy, domain and host tool" clippy "${natives[@]}" --all-targets
check "clippy, the app that is rendered natively" clippy "${server[@]}" --all-targets
check "clippy, the app in a browser" clippy "${browser[@]}" --all-targets

if [[ ${1:-} != lint ]]; then
  check "tests, domain and host tool" nextest "${natives[@]}"
  check "tests, the app that is rendered natively" nextest "${server[@]}"
fi

if [[ -z ${1:-} ]]; then
  check "calendars, read by others" tests/calendar/run.sh
  check "tests, in a browser" cargo test --locked "${browser[@]}" --test web
  check "release build" tools/build.sh
  check "size" node tools/size.mjs
  check "hosts" node --test tests/hosting/*.test.mjs
  check "other browsers" node --test tests/browsers/*.test.mjs
  check "end to end" playwright test -c tests/e2e
  check "licences, bans, sources" cargo deny --offline --workspace check licenses bans sources
  # The advisories are a git repository that has to be fetched once.
  if [[ -d ${CARGO_HOME:-$HOME/.cargo}/advisory-dbs ]]; then
    check "advisories" cargo deny --offline --workspace check advisories
  else
    printf '\n== advisories\n-- NOT CHECKED: the advisory database is not on this machine.\n'
    echo "   Where GitHub can be reached: cargo deny fetch db, then make test again."
  fi
fi

printf '\n'
echo "$passed passed, 0 failed"
