#!/usr/bin/env bash
# Installs what is missing, and says nothing when nothing is.
#   tools/setup.sh build   for `make build`, `serve`, `dev`
#   tools/setup.sh test    for `make test` as well
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
source tools/env.sh
# shellcheck source=tools/versions.env
source tools/versions.env

# step <what> <what to do when it fails> <command…>: one line, with the time it took.
step() {
  local what=$1 remedy=$2 start=$SECONDS next=30 log
  shift 2
  log=$(mktemp)
  printf '%s …' "$what"
  "$@" >"$log" 2>&1 </dev/null &
  local job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.2
    # A sign of life on the long steps.
    if ((SECONDS - start >= next)); then
      printf ' %s s …' "$((SECONDS - start))"
      next=$((next + 30))
    fi
  done
  if wait "$job"; then
    printf ' done (%s s)\n' "$((SECONDS - start))"
    rm -f "$log"
  else
    printf ' FAILED (%s s)\n\nWhy (the end of %s):\n' "$((SECONDS - start))" "$log"
    tail -n 15 "$log" | sed 's/^/  /'
    printf '\nWhat to do: %s\n' "$remedy"
    exit 1
  fi
} >&2

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null; }

# is <version> <command…>: whether the command reports exactly that version.
is() {
  local want=$1 have
  shift
  have=$("$@" --version 2>/dev/null) || return 1
  [[ " ${have//$'\n'/ } " == *" $want "* ]]
}

online="check that this machine reaches the crates registry, then run the same command again (finished parts are kept)"

install_crate() {
  cargo install --root "$MERIDIAN_TOOLS" "$@"
}

toolchain_ready() {
  export RUSTUP_AUTO_INSTALL=0
  cargo clippy --version && cargo fmt --version &&
    rustup target list --installed | grep -qx wasm32-unknown-unknown
} >/dev/null 2>&1

as_root() {
  local sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" "$@"
}

apt_install() {
  as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends "$@"
}

setup_build() {
  has rustup || stop "rustup is missing. Install it, open a new shell, try again."
  has node || stop "Node.js is missing. Install version 20 or newer with npm, try again."
  node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
    stop "Node.js $(node --version) is too old. Install version 20 or newer, try again."

  (toolchain_ready) || step "installing the Rust toolchain of rust-toolchain.toml" \
    "run \`rustup toolchain install\` here and read what it says" \
    rustup toolchain install

  # Trunk builds with --offline, so that it never fetches a tool by itself.
  cmp -s Cargo.lock target/fetched.lock || step "fetching the crates of Cargo.lock" "$online" fetch_crates

  cmp -s package-lock.json node_modules/installed.lock ||
    step "installing the npm packages of package-lock.json" \
      "check that this machine reaches the npm registry, then try again" install_packages

  # Not --locked: its lock file lags behind what the registry still holds.
  is "$WASM_BINDGEN" wasm-bindgen ||
    step "installing wasm-bindgen $WASM_BINDGEN (about 3 minutes on two cores)" "$online" \
      install_crate wasm-bindgen-cli --version "$WASM_BINDGEN"

  # Without its update check; it does not compile without a TLS library.
  is "$TRUNK" trunk || step "installing Trunk $TRUNK (about 10 minutes on two cores)" "$online" \
    install_crate trunk --version "$TRUNK" --locked --no-default-features --features rustls
}

fetch_crates() {
  cargo fetch && mkdir -p target && cp Cargo.lock target/fetched.lock
}

install_packages() {
  npm ci --ignore-scripts && cp package-lock.json node_modules/installed.lock
}

# A newer nextest than ours is as good.
nextest_ready() {
  local have
  have=$(cargo nextest --version 2>/dev/null | sed -n 's/^cargo-nextest \([0-9.]*\).*/\1/p')
  [[ -n $have && $(printf '%s\n' "$CARGO_NEXTEST" "$have" | sort -V | head -n 1) == "$CARGO_NEXTEST" ]]
}

# The time tests take their expected hours from Python's zoneinfo.
python_ready() {
  python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Asia/Kathmandu")' 2>/dev/null
}

# Programs that read calendars, in a place of their own: the Python of a venv, or one that is told where they are.
calendar_ready() {
  cmp -s tests/calendar/requirements.txt "$MERIDIAN_TOOLS/calendar/installed.txt"
}

install_calendar() {
  local folder=$MERIDIAN_TOOLS/calendar
  local pip=(-m pip install --quiet --disable-pip-version-check --requirement tests/calendar/requirements.txt)
  rm -rf "$folder" && mkdir -p "$MERIDIAN_TOOLS" || return
  # Debian has venv without what it needs to bring pip along; it then fails half-way.
  if python3 -m venv "$folder"; then
    "$folder/bin/python" "${pip[@]}" || return
  else
    rm -rf "$folder" && mkdir -p "$folder/bin" && python3 "${pip[@]}" --target "$folder/lib" || return
    printf '#!/bin/sh\nPYTHONPATH="%s/lib" exec python3 "$@"\n' "$folder" >"$folder/bin/python" || return
    printf '#!/bin/sh\nPYTHONPATH="%s/lib" exec python3 "%s/lib/bin/khal" "$@"\n' "$folder" "$folder" >"$folder/bin/khal" || return
    chmod +x "$folder/bin/python" "$folder/bin/khal" || return
  fi
  cp tests/calendar/requirements.txt "$folder/installed.txt"
}

# nginx with the module for .br files, and Caddy; where they are is as tests/hosting/hosts.mjs looks for them.
hosts_ready() {
  local PATH=$PATH:/usr/sbin nginx
  has caddy && nginx=$(command -v nginx) && nginx=$(readlink -f "$nginx") &&
    [[ -e ${nginx%/*}/../lib/nginx/modules/ngx_http_brotli_static_module.so ]]
}

# The packages are unpacked among our tools, not installed: installing runs their scripts, which start a web server on
# port 80 of this machine, now and whenever it starts. Unpacked, they are programs that only the tests run; and it takes
# root only where the package lists are missing or old.
unpack_hosts() {
  local folder=$MERIDIAN_TOOLS/debian package
  local packages=(nginx libnginx-mod-http-brotli-static caddy)
  rm -rf "$folder" && mkdir -p "$folder" "$MERIDIAN_TOOLS/bin" && cd "$folder" || return
  apt-get download -q "${packages[@]}" ||
    { as_root apt-get update -q && apt-get download -q "${packages[@]}"; } || return
  for package in *.deb; do dpkg-deb --extract "$package" . || return; done
  rm -- *.deb && usr/sbin/nginx -v && usr/bin/caddy version || return
  ln -sf ../debian/usr/sbin/nginx ../debian/usr/bin/caddy "$MERIDIAN_TOOLS/bin/"
}

setup_test() {
  nextest_ready || step "installing cargo-nextest $CARGO_NEXTEST (about 5 minutes on two cores)" "$online" \
    install_crate cargo-nextest --version "$CARGO_NEXTEST" --locked

  is "$CARGO_DENY" cargo-deny ||
    step "installing cargo-deny $CARGO_DENY (about 4 minutes on two cores)" "$online" \
      install_crate cargo-deny --version "$CARGO_DENY" --locked --no-default-features

  if [[ ! -x $CHROMIUM || ! -x $CHROMEDRIVER ]]; then
    has apt-get || stop "No Chromium and chromedriver on PATH. Install both, or set CHROMIUM and CHROMEDRIVER."
    step "installing Chromium and chromedriver" \
      "install both by hand, or set CHROMIUM and CHROMEDRIVER to where they are" \
      apt_install chromium chromium-driver
  fi

  if ! python_ready; then
    has apt-get || stop "Python 3.9 or newer with time zone data (tzdata) is missing. Install both."
    step "installing Python's time zones" "install python3 and tzdata by hand" apt_install python3 tzdata
  fi

  calendar_ready || step "installing Python's icalendar and khal for tests/calendar/" \
    "check that this machine reaches Python's package index, and that python3 has venv or pip; then try again" \
    install_calendar

  if ! hosts_ready; then
    has apt-get || stop "nginx, its module for brotli_static or Caddy is missing. Install them, switched off."
    step "unpacking nginx and Caddy" "install nginx, libnginx-mod-http-brotli-static and caddy by hand" unpack_hosts
  fi
}

case ${1:-build} in
  build) setup_build ;;
  test)
    setup_build
    setup_test
    ;;
  *) stop "usage: tools/setup.sh [build|test]" ;;
esac
