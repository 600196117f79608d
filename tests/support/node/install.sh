#!/usr/bin/env bash
# Madoguchi - installs a folder's npm tools, which tests and benchmarks talk to, below the build folder.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   install.sh FOLDER OUT     package.json and package-lock.json of FOLDER; OUT/node_modules
#
# Does nothing, and needs no network, when they are there as the lock names them. What is installed is what
# the lock's hashes say; scripts of the packages are not run.
set -euo pipefail
folder=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
stamp=$(sha256sum "$folder/package-lock.json" | cut -d' ' -f1)
exec 9>"$out/lock"
flock 9
if [ "$(cat "$out/installed" 2>/dev/null)" = "$stamp" ]; then exit 0; fi
if ! command -v npm >/dev/null; then "$(dirname "$0")/../../../packaging/install-packages.sh" \
  "$(dirname "$0")/../../../packaging/packages.node"; fi
rm -f "$out/installed"
cp "$folder/package.json" "$folder/package-lock.json" "$out/"
(cd "$out" && npm ci --ignore-scripts --no-audit --no-fund --silent)
echo "$stamp" >"$out/installed"
