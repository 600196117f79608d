#!/usr/bin/env bash
# Madoguchi - makes the .deb packages of a build and a signed apt repository of them.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   make-packages.sh BUILD OUT      e.g. build/release build/packages
#
# The repository OUT/repo is signed with MADOGUCHI_SIGNING_KEY (a key of the
# user's GnuPG) when that is set, else with a key made once and kept in OUT.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=$(git -C "$here" log -1 --format=%ct)
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The dependencies of a package's programs, as dpkg knows the libraries' symbols.
shared_libraries() {
  mkdir -p "$work/shlibs/debian"
  printf 'Source: madoguchi\n\nPackage: %s\nArchitecture: any\n' "$1" >"$work/shlibs/debian/control"
  (cd "$work/shlibs" && dpkg-shlibdeps -O "$work/$1"/usr/bin/* 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
}

# make_package COMPONENT: installs it into a folder of its own and packs that.
make_package() {
  local package=madoguchi-$1 root=$work/madoguchi-$1 script libraries=""
  DESTDIR=$root cmake --install "$build" --prefix /usr --component "$1" --strip >/dev/null
  install -D -m 0644 "$here/debian/copyright" "$root/usr/share/doc/$package/copyright"
  install -m 0644 "$here/../README.md" "$root/usr/share/doc/$package/README.md"
  if [ -d "$root/usr/bin" ]; then libraries=$(shared_libraries "$package"); fi
  mkdir -p "$root/DEBIAN"
  sed -e "s/@VERSION@/$version/; s/@SHLIBS@/$libraries/; s/^Architecture: any/Architecture: $architecture/" \
    -e "/^Depends:\$/d" -e "/^Package:/a Version: $version\nMaintainer: Madoguchi maintainers <maintainers@example.org>" \
    -e "/^Section:/a Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)" \
    "$here/debian/$package.control" >"$root/DEBIAN/control"
  for script in postinst prerm; do
    if [ -e "$here/debian/$package.$script" ]; then
      install -m 0755 "$here/debian/$package.$script" "$root/DEBIAN/$script"
    fi
  done
  if [ -d "$root/etc" ]; then (cd "$root" && find etc -type f -printf '/%p\n' | sort >DEBIAN/conffiles); fi
  chmod -R u+rwX,go+rX,go-w "$root"
  dpkg-deb --root-owner-group --build "$root" "$out/repo/pool" >/dev/null
}

# Prints the Release file of the repository's one suite.
describe_repository() {
  apt-ftparchive -o APT::FTPArchive::Release::Origin=Madoguchi -o APT::FTPArchive::Release::Suite=stable \
    -o APT::FTPArchive::Release::Codename=stable -o APT::FTPArchive::Release::Components=main \
    -o APT::FTPArchive::Release::Architectures="$architecture all" release dists/stable
}

# GnuPG's own folder lives in $work: its agent's socket needs a short path.
prepare_key() {
  if [ -n "${MADOGUCHI_SIGNING_KEY:-}" ]; then return; fi
  export GNUPGHOME=$work/gnupg
  mkdir -m 0700 "$GNUPGHOME"
  trap 'gpgconf --kill gpg-agent; rm -rf "$work"' EXIT
  echo no-auto-check-trustdb >"$GNUPGHOME/gpg.conf"
  if [ -e "$out/signing-key.asc" ]; then
    gpg --batch --quiet --import "$out/signing-key.asc"
  else
    gpg --batch --quiet --passphrase '' --quick-generate-key "Madoguchi packages of this build" ed25519 sign never
    (umask 077 && gpg --batch --quiet --armor --export-secret-keys >"$out/signing-key.asc")
  fi
  MADOGUCHI_SIGNING_KEY=$(gpg --batch --quiet --with-colons --list-secret-keys | awk -F: '$1 == "fpr" { print $10; exit }')
}

sign_repository() {
  local signer=(gpg --batch --yes --quiet --local-user "$MADOGUCHI_SIGNING_KEY")
  "${signer[@]}" --clearsign --output dists/stable/InRelease dists/stable/Release
  "${signer[@]}" --armor --detach-sign --output dists/stable/Release.gpg dists/stable/Release
  gpg --batch --quiet --export "$MADOGUCHI_SIGNING_KEY" >madoguchi-archive-keyring.gpg
}

rm -rf "$out/repo"
mkdir -p "$out/repo/pool" "$out/repo/dists/stable/main/binary-$architecture"
for component in common desk cli server; do make_package "$component"; done
cd "$out/repo"
apt-ftparchive packages pool >"dists/stable/main/binary-$architecture/Packages"
gzip -9nk "dists/stable/main/binary-$architecture/Packages"
describe_repository >"$work/Release"
mv "$work/Release" dists/stable/Release
prepare_key
sign_repository
echo "make-packages: $out/repo"
ls -l pool
