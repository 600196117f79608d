#!/usr/bin/env bash
# Madoguchi - installs what building and testing need, from Debian alone.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: packaging/install-packages.sh [further list…]
#
# Works as root or through sudo. Does nothing, and needs no network, when all
# is there already. SQLCipher comes from the release's backports; their source
# entry is derived from the fields of the machine's own Debian entry, so that a
# mirror, a key ring or a proxy that works for Debian works for them too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=packaging/debian-entry.sh
. "$here/debian-entry.sh"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
release() { (. /etc/os-release && echo "$VERSION_CODENAME"); }

add_backports() {
  local entry uri key
  if debian_entry "$(release)-backports" >/dev/null; then return; fi
  if ! entry=$(debian_entry "$(release)"); then
    echo "install-packages: no active apt entry for Debian $(release) main; cannot derive its backports" >&2
    exit 1
  fi
  uri=${entry%%$'\t'*}
  key=${entry#*$'\t'}
  {
    echo "Types: deb"
    echo "URIs: $uri"
    echo "Suites: $(release)-backports"
    echo "Components: main"
    if [ -n "$key" ]; then echo "Signed-By: $key"; fi
  } | as_root tee /etc/apt/sources.list.d/madoguchi-backports.sources >/dev/null
}

installed() { dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u; }
sqlcipher_ready() {
  local version
  version=$(dpkg-query -W -f='${Version}' libsqlcipher-dev 2>/dev/null) && dpkg --compare-versions "$version" ge 4.6
}
install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; }

mapfile -t wanted < <(comm -13 <(installed) <(grep -hv '^#' "$here/packages.build" "$@" | sort -u))
sqlcipher_ready || wanted+=(libsqlcipher-dev)
[ ${#wanted[@]} -gt 0 ] || exit 0

echo "install-packages: installing ${wanted[*]}"
sqlcipher_ready || add_backports
as_root apt-get update -qq
# Debian's postgresql package must not start a cluster of its own: tests start theirs.
as_root mkdir -p /etc/postgresql-common
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
if ! sqlcipher_ready; then
  install libsqlcipher-dev/"$(release)"-backports libsqlcipher1/"$(release)"-backports
fi
install "${wanted[@]}"
