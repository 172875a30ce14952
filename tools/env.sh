# shellcheck shell=bash
# Sourced by every script, from the top of the repository: where the tools are.
export MERIDIAN_TOOLS="${MERIDIAN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/meridian-tools}"
# node_modules/.bin has wasm-opt and esbuild, which Trunk looks for on PATH.
export PATH="$MERIDIAN_TOOLS/bin:$PWD/node_modules/.bin:$PATH"
export CHROMIUM="${CHROMIUM:-$(command -v chromium || echo /usr/bin/chromium)}"
export CHROMIUM_SHELL="${CHROMIUM_SHELL:-$(command -v chromium-headless-shell || echo /usr/bin/chromium-headless-shell)}"
export CHROMEDRIVER="${CHROMEDRIVER:-$(command -v chromedriver || echo /usr/bin/chromedriver)}"
# The app names no folder of the machine it was built on: smaller, private, and
# the same bytes everywhere. Cargo adds these flags to those of .cargo/config.toml.
CRATES=$(echo "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*)
STD="$(rustc --print sysroot 2>/dev/null || true)/lib/rustlib/src/rust/library"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$CRATES=crates --remap-path-prefix=$STD=std"
