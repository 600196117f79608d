#!/usr/bin/env bash
# Madoguchi - clang-tidy over some sources of one target as one unit: tidy.sh FLAGS KEY SOURCE [KEY SOURCE…]
# SPDX-License-Identifier: GPL-3.0-or-later
#
# FLAGS is a file with the compiler's flags, $FILTER says whose headers matter, and what was found clean leaves
# its KEY in $CLEAN. Two sources that give a name of their own the same meaning twice cannot stand in one unit:
# then each half is read for itself.
set -euo pipefail
flags=$1
shift
half=$(($# / 2 - $# / 2 % 2))
unit=build/lint/flags/unit-$1.cpp
for ((i = 2; i <= $#; i += 2)); do printf '#include "%s"\n' "$PWD/${!i}"; done >"$unit"

# The flags are quoted as a shell reads them.
if found=$(eval "clang-tidy --quiet --header-filter='$FILTER' $unit -- $(<"$flags")" 2>&1); then
  for ((i = 1; i <= $#; i += 2)); do : >"$CLEAN/${!i}"; done
elif [ "$half" -gt 0 ] && [[ $found == *clang-diagnostic-error* ]]; then
  failed=0
  "$0" "$flags" "${@:1:half}" || failed=1
  "$0" "$flags" "${@:half+1}" || failed=1
  exit "$failed"
else
  echo "$found"
  exit 1
fi
