#!/usr/bin/env bash
# Madoguchi - the OS key store, as tests need it: gnome-keyring on a session bus of its own.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: keystore.sh PROGRAM [FUNCTION]   runs it with an unlocked key store, and FUNCTION of it without any
set -euo pipefail

program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# shellcheck disable=SC2016 # the inner shell expands it
env HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home" dbus-run-session -- bash -euo pipefail -c '
  echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  exec "$0"
' "$program"

if [ -n "${2:-}" ]; then DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent "$program" "$2"; fi
