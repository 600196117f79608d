#!/usr/bin/env bash
# Madoguchi - installs the packages from their signed repository into a clean, minimal Debian and starts them.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   test-packages.sh REPO      e.g. build/packages/repo
#
# Needs root (or sudo) for debootstrap and chroot, and Debian's mirror. The new
# root has no backports and nothing of this machine but its mirror and proxy.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repo=$(realpath "$1")
if [ "$(id -u)" != 0 ]; then exec sudo -- "$0" "$repo"; fi
# shellcheck source=packaging/debian-entry.sh
. "$here/debian-entry.sh"
# shellcheck source=tests/e2e/loopback.sh
. "$here/../tests/e2e/loopback.sh"

root=$(mktemp -d /var/tmp/madoguchi-packages.XXXXXX)
chmod 0755 "$root"
server=""
clean_up() {
  if [ -n "$server" ]; then kill "$server" || true; fi
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap clean_up EXIT

step() { echo "test-packages: $*"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
as_service() { chroot --userspec=madoguchi:madoguchi "$root" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/var/lib/madoguchi "$@"; }

make_clean_root() {
  local release entry
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  entry=$(debian_entry "$release")
  debootstrap --variant=minbase "$release" "$root" "${entry%%$'\t'*}" >"$root.log" 2>&1 || { tail -n 20 "$root.log"; exit 1; }
  rm "$root.log"
  # Programs find their folder there, as on every Debian that runs.
  mount -t proc proc "$root/proc"
  # A proxy or a frozen mirror of this machine is not the packages' affair; it is needed to reach Debian.
  apt-config dump Acquire | grep -iE 'proxy|::Check-(Date|Valid-Until)' >"$root/etc/apt/apt.conf.d/90machine" || true
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 0755 "$root/usr/sbin/policy-rc.d"
}

add_repository() {
  mkdir -p "$root/srv/madoguchi"
  cp -r "$repo/." "$root/srv/madoguchi/"
  install -m 0644 "$repo/madoguchi-archive-keyring.gpg" "$root/usr/share/keyrings/"
  cat >"$root/etc/apt/sources.list.d/madoguchi.sources" <<'SOURCES'
Types: deb
URIs: file:///srv/madoguchi
Suites: stable
Components: main
Signed-By: /usr/share/keyrings/madoguchi-archive-keyring.gpg
SOURCES
}

# A repository that was touched after signing must be refused.
check_tampering() {
  local release=$root/srv/madoguchi/dists/stable/InRelease said
  cp "$release" "$root/InRelease"
  sed -i 's/^Origin: Madoguchi/Origin: Somebody/' "$release"
  said=$(inside apt-get update -o APT::Update::Error-Mode=any 2>&1) || true
  if ! grep -q 'file:/srv/madoguchi.*BADSIG' <<<"$said"; then
    echo "test-packages: a changed InRelease was not refused: $said" >&2
    exit 1
  fi
  mv "$root/InRelease" "$release"
}

install_packages() {
  inside apt-get update -qq
  inside apt-get install -y -qq --no-install-recommends madoguchi-server madoguchi-cli madoguchi-desk >"$root/install.log" 2>&1 ||
    { tail -n 20 "$root/install.log"; exit 1; }
}

check_server() {
  local port
  port=$(free_port)
  inside madoguchi-server version
  as_service madoguchi-server init --data /var/lib/madoguchi
  chroot --userspec=madoguchi:madoguchi "$root" /usr/bin/madoguchi-server serve --data /var/lib/madoguchi --port "$port" &
  server=$!
  await_server "$port" "$server"
}

check_clients() {
  inside madoguchi-cli --version
  inside env QT_QPA_PLATFORM=offscreen madoguchi --version
  # A session begins with a desk that nobody sees.
  test -e "$root/etc/xdg/autostart/madoguchi-ready.desktop"
  # The desk itself: it must still run after some seconds (124 is timeout's word for that).
  local status=0
  inside env QT_QPA_PLATFORM=offscreen timeout 5 madoguchi || status=$?
  if [ "$status" != 124 ]; then
    echo "test-packages: the desk ended with $status" >&2
    exit 1
  fi
}

step "a clean Debian"
make_clean_root
add_repository
step "a changed repository is refused"
check_tampering
step "installing from the signed repository"
install_packages
step "starting the server"
check_server
step "starting the clients"
check_clients
step "removing"
kill "$server"
wait "$server"
server=""
inside apt-get purge -y -qq madoguchi-server madoguchi-cli madoguchi-desk madoguchi-common >/dev/null 2>&1
test -d "$root/var/lib/madoguchi"
step "all well"
