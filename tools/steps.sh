# shellcheck shell=bash
# Sourced by tools/setup.sh: how a part is looked for, installed, and told of.

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

# version_of <command…>: the version that the command reports.
version_of() {
  "$@" --version 2>/dev/null | sed -n '1s/^[^0-9]* \([0-9][0-9.]*\).*/\1/p'
}

# fits <version> <command…>: whether the command is of that version or a newer one that is compatible with it.
fits() {
  local want=$1 have
  shift
  have=$(version_of "$@")
  [[ $have == "${want%.*}".* && $(printf '%s\n' "$want" "$have" | sort -V | head -n 1) == "$want" ]]
}

# What to do when a crate cannot be fetched.
# shellcheck disable=SC2034
online="check that this machine reaches the crates registry, then run the same command again (finished parts are kept)"

# install_tool <crate> <version> <flags of cargo install…>: a ready-made program where the machine has cargo-binstall and
# one is to be had, else one compiled here. What a tool does takes it a moment, and an optimised compile of it minutes.
install_tool() {
  local crate=$1 version=$2
  shift 2
  if has cargo-binstall &&
    cargo binstall --no-confirm --disable-strategies compile --root "$MERIDIAN_TOOLS" "$crate@$version"; then
    return
  fi
  CARGO_PROFILE_RELEASE_OPT_LEVEL=${OPT_LEVEL:-0} CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true \
    cargo install --root "$MERIDIAN_TOOLS" "$crate" --version "$version" "$@"
}

as_root() {
  local sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" "$@"
}

apt_install() {
  as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends "$@"
}

# unpack <folder> <package…>: Debian packages as files among our tools. They are not installed, for which it takes root and
# which changes this machine; root is needed only where the package lists are missing or old.
unpack() {
  local folder=$1 package
  shift
  rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || return
  apt-get download -q "$@" || { as_root apt-get update -q && apt-get download -q "$@"; } || return
  for package in *.deb; do dpkg-deb --extract "$package" . || return; done
  rm -- *.deb
}
