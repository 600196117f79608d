#!/usr/bin/env bash
# Madoguchi - what a reader would find tiresome to check: format, clang-tidy, scripts, translations.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Needs build/dev to be built (its compile commands and generated files). A
# source that was clean is not read again by clang-tidy until it, a header of
# ours that it includes, or .clang-tidy changes: build/lint/clean remembers.
set -euo pipefail
cd "$(dirname "$0")/../.."
product=(core generate protocol storage models app server sync ui)
clean=$PWD/build/lint/clean
mkdir -p "$clean"
failed=0

complain() {
  echo "lint: $*" >&2
  failed=1
}

check_format() {
  git ls-files -z '*.h' '*.cpp' | xargs -0 clang-format --dry-run -Werror || complain "run clang-format -i on these files"
}

check_scripts() {
  git ls-files -z dev .ci/run '*.sh' | xargs -0 shellcheck -x || complain "shellcheck"
}

# Prints "key<TAB>source" for each product source; the key is a hash of all of ours that it is made of.
sources_with_keys() {
  local tool source ours
  tool=$(cat .clang-tidy <(clang-tidy --version) | sha256sum)
  ninja -C build/dev -t deps | awk -v root="$PWD/" '
    function print_files(  i) { if (n) { for (i = 1; i <= n; i++) printf "%s%s", file[i], i < n ? "\t" : "\n" } n = 0 }
    /^[^ ]/ { print_files(); next }
    NF { path = $1; sub("^\\.\\./\\.\\./", "", path); sub("^" root, "", path); if (path !~ /^(\/|build\/|[^\/]*_autogen)/) file[++n] = path }
    END { print_files() }' | grep -E "^($(IFS='|'; echo "${product[*]}"))/[^	]*\.cpp" | sort -u |
    while IFS=$'\t' read -r source ours; do
      # shellcheck disable=SC2086 # paths of ours hold no spaces
      printf '%s\t%s\n' "$({ echo "$tool"; sha256sum "$source" ${ours//$'\t'/ }; } | sha256sum | cut -d' ' -f1)" "$source"
    done
}

# Reads "key<TAB>source" and prints "flags key source …", up to eight sources of one target a line: read together
# they cost little more than one, since nearly all of it is the reading of headers. GCC's precompiled headers mean
# nothing to clang: its flags go without them.
batches() {
  rm -rf build/lint/flags
  mkdir -p build/lint/flags
  sed -nE 's/^  "command": "(.*)",$/\1/p' build/dev/compile_commands.json |
    sed -E 's/\\(.)/\1/g; s/ -(Winvalid-pch|fpch-preprocess|Werror)//g; s/ -include [^ ]*cmake_pch\.hxx//' |
    awk -v root="$PWD/" -v eight=8 '
      NR == FNR { key[$2] = $1; next }
      { source = $NF; sub(root, "", source) }
      source in key {
        sub(/^.* -E env .*ccache /, ""); sub(/ -o [^ ]* -c [^ ]*$/, ""); sub(/^[^ ]* /, "")
        if (!($0 in file)) { file[$0] = "build/lint/flags/" ++files; print > file[$0] }
        batch = file[$0] " " int((count[$0]++) / eight)
        line[batch] = line[batch] " " key[source] " " source
      }
      END { for (batch in line) { split(batch, part, " "); print part[1] line[batch] } }' build/lint/todo -
}

check_tidy() {
  local key source
  while IFS=$'\t' read -r key source; do
    [ -e "$clean/$key" ] || printf '%s\t%s\n' "$key" "$source"
  done < <(sources_with_keys) >build/lint/todo
  echo "lint: clang-tidy reads $(wc -l <build/lint/todo) files"
  batches | FILTER="^$PWD/($(IFS='|'; echo "${product[*]}"))/" CLEAN=$clean \
    xargs -r -P "$(nproc)" -L 1 tests/architecture/tidy.sh || complain "clang-tidy"
}

# A fresh lupdate over the sources must leave nothing unfinished.
check_translations() {
  local ts copy only tools=/usr/lib/qt6/bin
  for ts in translations/*.ts; do
    [ -e "$ts" ] || return 0
    copy=build/lint/$(basename "$ts")
    cp "$ts" "$copy"
    # The source texts are English: only their plurals need a file.
    only=()
    [[ $ts != *_en.ts ]] || only=(-pluralonly)
    "$tools/lupdate" -silent -no-obsolete "${only[@]}" -I . models ui app -ts "$copy"
    if grep -q 'type="unfinished"' "$copy"; then
      grep -B 4 'type="unfinished"' "$copy" | grep '<source>' >&2 || true
      complain "$ts: $(grep -c 'type="unfinished"' "$copy") texts are not translated"
    fi
  done
}

check_format
check_scripts
check_translations
check_tidy
exit "$failed"
