#!/usr/bin/env bash
# Writes the release site to dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
source tools/env.sh

start=$SECONDS
echo "building the release site (about 2 minutes the first time) …"
trunk --quiet build --release --locked --features hydrate --dist dist </dev/null
# Left behind by Trunk; of no use to a host.
rm -f dist/.trunk-lock
echo "dist/ is ready ($((SECONDS - start)) s)"
