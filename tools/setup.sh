#!/usr/bin/env bash
# Installs what is missing, and says nothing when nothing is.
#   tools/setup.sh build   for `make build`, `serve`, `dev`
#   tools/setup.sh check   for `make check` as well
#   tools/setup.sh test    for `make test` as well
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
source tools/env.sh
# shellcheck source=tools/versions.env
source tools/versions.env
# shellcheck source=tools/steps.sh
source tools/steps.sh

toolchain_ready() {
  export RUSTUP_AUTO_INSTALL=0
  cargo clippy --version && cargo fmt --version &&
    rustup target list --installed | grep -qx wasm32-unknown-unknown
} >/dev/null 2>&1

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
  [[ $(version_of wasm-bindgen) == "$WASM_BINDGEN" ]] ||
    step "installing wasm-bindgen $WASM_BINDGEN (about 1 minute on two cores)" "$online" \
      install_tool wasm-bindgen-cli "$WASM_BINDGEN"

  # Without its update check; it does not compile without a TLS library.
  fits "$TRUNK" trunk || step "installing Trunk $TRUNK (about 3 minutes on two cores)" "$online" \
    install_tool trunk "$TRUNK" --locked --no-default-features --features rustls
}

fetch_crates() {
  cargo fetch && mkdir -p target && cp Cargo.lock target/fetched.lock
}

install_packages() {
  npm ci --ignore-scripts && cp package-lock.json node_modules/installed.lock
}

# The time tests take their expected hours from Python's zoneinfo.
python_ready() {
  python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Asia/Kathmandu")' 2>/dev/null
}

# The browsers of tests/browsers/.
browsers_ready() {
  { has firefox-esr || has firefox; } && has WebKitWebDriver && has Xvfb
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

# Two families of fonts, of which tests/e2e/fonts.mjs shows a browser one at a time: lines wrap in tests where they wrap on
# every machine, and not where the fonts of this one have it.
fonts_ready() {
  [[ -d $MERIDIAN_TOOLS/fonts/usr/share/fonts/truetype/dejavu && -d $MERIDIAN_TOOLS/fonts/usr/share/fonts/truetype/liberation ]]
}

# nginx with the module for .br files, and Caddy; where they are is as tests/hosting/hosts.mjs looks for them.
hosts_ready() {
  local PATH=$PATH:/usr/sbin nginx
  has caddy && nginx=$(command -v nginx) && nginx=$(readlink -f "$nginx") &&
    [[ -e ${nginx%/*}/../lib/nginx/modules/ngx_http_brotli_static_module.so ]]
}

# Installing them would start a web server on port 80 of this machine, now and whenever it starts.
unpack_hosts() {
  unpack "$MERIDIAN_TOOLS/debian" nginx libnginx-mod-http-brotli-static caddy || return
  usr/sbin/nginx -v && usr/bin/caddy version && mkdir -p "$MERIDIAN_TOOLS/bin" || return
  ln -sf ../debian/usr/sbin/nginx ../debian/usr/bin/caddy "$MERIDIAN_TOOLS/bin/"
}

setup_check() {
  fits "$CARGO_NEXTEST" cargo nextest ||
    step "installing cargo-nextest $CARGO_NEXTEST (about 2 minutes on two cores)" "$online" \
      install_tool cargo-nextest "$CARGO_NEXTEST" --locked
}

setup_test() {
  setup_check

  fits "$CARGO_DENY" cargo-deny || step "installing cargo-deny $CARGO_DENY (about 1 minute on two cores)" "$online" \
    install_tool cargo-deny "$CARGO_DENY" --locked --no-default-features

  if [[ ! -x $CHROMIUM || ! -x $CHROMEDRIVER ]]; then
    has apt-get || stop "No Chromium and chromedriver on PATH. Install both, or set CHROMIUM and CHROMEDRIVER."
    step "installing Chromium and chromedriver" \
      "install both by hand, or set CHROMIUM and CHROMEDRIVER to where they are" \
      apt_install chromium chromium-driver
  fi

  # Chromium without windows: end-to-end tests take half the processor with it, and do without where there is none.
  if [[ ! -x $CHROMIUM_SHELL ]] && apt-cache show chromium-headless-shell &>/dev/null; then
    step "installing Chromium's headless shell" "check that apt-get can install packages, then try again" \
      apt_install chromium-headless-shell
  fi

  if ! browsers_ready; then
    has apt-get || stop "Firefox, WebKitWebDriver with its MiniBrowser, or Xvfb is missing. Install them."
    step "installing Firefox, WebKitGTK and a screen that nobody sees" \
      "install firefox-esr, webkit2gtk-driver and xvfb by hand" \
      apt_install firefox-esr webkit2gtk-driver xvfb
  fi

  if ! python_ready; then
    has apt-get || stop "Python 3.9 or newer with time zone data (tzdata) is missing. Install both."
    step "installing Python's time zones" "install python3 and tzdata by hand" apt_install python3 tzdata
  fi

  calendar_ready || step "installing Python's icalendar and khal for tests/calendar/" \
    "check that this machine reaches Python's package index, and that python3 has venv or pip; then try again" \
    install_calendar

  if ! fonts_ready; then
    has apt-get || stop "The fonts of tests are missing: put those of Debian's fonts-dejavu-core and fonts-liberation \
into $MERIDIAN_TOOLS/fonts/usr/share/fonts/truetype/{dejavu,liberation}/."
    step "unpacking the fonts of tests" "check that apt-get can download packages, then try again" \
      unpack "$MERIDIAN_TOOLS/fonts" fonts-dejavu-core fonts-liberation
  fi

  if ! hosts_ready; then
    has apt-get || stop "nginx, its module for brotli_static or Caddy is missing. Install them, switched off."
    step "unpacking nginx and Caddy" "install nginx, libnginx-mod-http-brotli-static and caddy by hand" unpack_hosts
  fi
}

case ${1:-build} in
  build) setup_build ;;
  check)
    setup_build
    setup_check
    ;;
  test)
    setup_build
    setup_test
    ;;
  *) stop "usage: tools/setup.sh [build|check|test]" ;;
esac
