#!/usr/bin/env bash
# Madoguchi - installs what building and testing need, from Debian alone.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Works as root or through sudo. Does nothing, and needs no network, when all
# is there already. SQLCipher comes from the release's backports; their source
# entry is derived from the fields of the machine's own Debian entry, so that a
# mirror, a key ring or a proxy that works for Debian works for them too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Prints "URI<TAB>signed-by" of the first active entry that offers $1's main.
debian_entry() {
  local suite=$1
  # deb822 files: stanzas of "Field: value", comments are not fields.
  cat /etc/apt/sources.list.d/*.sources 2>/dev/null | grep -v '^#' | awk -v suite="$suite" -v RS='' '
    {
      uri = suites = comps = key = types = ""; enabled = "yes"
      n = split($0, line, "\n")
      for (i = 1; i <= n; i++) {
        p = index(line[i], ":"); name = tolower(substr(line[i], 1, p - 1)); value = substr(line[i], p + 1)
        gsub(/^[ \t]+|[ \t]+$/, "", value)
        if (name == "uris") { split(value, u, /[ \t]+/); uri = u[1] }
        if (name == "suites") suites = " " value " "
        if (name == "components") comps = " " value " "
        if (name == "signed-by") key = value
        if (name == "types") types = " " value " "
        if (name == "enabled") enabled = tolower(value)
      }
      if (enabled != "no" && types ~ / deb / && comps ~ / main / && index(suites, " " suite " ")) { print uri "\t" key; exit }
    }' | grep . && return
  # one-line entries: deb [options] URI suite components
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed 's/#.*//' | awk -v suite="$suite" '
    $1 == "deb" {
      key = ""; i = 2
      if ($2 ~ /^\[/) { while ($i !~ /\]$/) i++; i++; if (match($0, /signed-by=[^] ]+/)) key = substr($0, RSTART + 10, RLENGTH - 10) }
      if ($(i + 1) == suite) for (j = i + 2; j <= NF; j++) if ($j == "main") { print $i "\t" key; exit }
    }' | grep .
}

add_backports() {
  local release entry uri key
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  if ! entry=$(debian_entry "$release"); then
    echo "install-packages: no active apt entry for Debian $release main; cannot derive its backports" >&2
    exit 1
  fi
  uri=${entry%%$'\t'*}
  key=${entry#*$'\t'}
  {
    echo "Types: deb"
    echo "URIs: $uri"
    echo "Suites: $release-backports"
    echo "Components: main"
    if [ -n "$key" ]; then echo "Signed-By: $key"; fi
  } | as_root tee /etc/apt/sources.list.d/madoguchi-backports.sources >/dev/null
}

installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }
sqlcipher_ready() {
  local version
  version=$(dpkg-query -W -f='${Version}' libsqlcipher-dev 2>/dev/null) && dpkg --compare-versions "$version" ge 4.6
}

wanted=()
while read -r package; do
  installed "$package" || wanted+=("$package")
done < <(grep -v '^#' "$here/packages.build")
sqlcipher_ready || wanted+=(libsqlcipher-dev)
[ ${#wanted[@]} -gt 0 ] || exit 0

echo "install-packages: installing ${wanted[*]}"
sqlcipher_ready || add_backports
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq
# Debian's postgresql package must not start a cluster of its own: tests start theirs.
as_root mkdir -p /etc/postgresql-common
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
if ! sqlcipher_ready; then
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  as_root apt-get install -y -qq --no-install-recommends libsqlcipher-dev/"$release"-backports libsqlcipher1/"$release"-backports
fi
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}"
