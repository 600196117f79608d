#!/usr/bin/env bash
# Madoguchi - runs each fuzzer for a while and says what it covered; what ./dev fuzz calls.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/fuzz/run.sh PROGRAM FOLDER [seconds per target [target…]]
#
# What was found stays in FOLDER and is where the next run goes on. Fails on a
# crash (the input lies in FOLDER) and where coverage did not grow above the seeds.
set -euo pipefail
program=$1 folder=$2 seconds=${3:-60}
shift $(($# < 3 ? $# : 3))
targets=("$@")
[ $# -gt 0 ] || mapfile -t targets < <("$program")
export QT_QPA_PLATFORM=offscreen
# Some readers keep what they take in files: a real disk would be most of their time.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
failed=0

# Both numbers stand in libFuzzer's lines: "#12 DONE cov: 345 ft: 678 …".
number() { { grep -o "$1 *[0-9]*" || true; } | tail -n 1 | grep -o '[0-9]*$' || echo 0; }

printf '%-10s %8s %8s %12s %8s  %s\n' target seeds covered executions "per s" result
for target in "${targets[@]}"; do
  here=$folder/$target
  mkdir -p "$here/found"
  rm -rf "$here/seeds"
  MADOGUCHI_FUZZ=$target MADOGUCHI_FUZZ_SEEDS=$here/seeds "$program"
  options=(-timeout=60 -rss_limit_mb=2048 "-artifact_prefix=$here/")
  result=ok
  MADOGUCHI_FUZZ=$target "$program" "${options[@]}" -runs=0 "$here/seeds" >"$here/seeds.log" 2>&1 || result="seeds fail, see $here/seeds.log"
  MADOGUCHI_FUZZ=$target "$program" "${options[@]}" "-max_total_time=$seconds" -print_final_stats=1 "$here/found" "$here/seeds" \
    >"$here/log" 2>&1 || result="crash, see $here/log"
  before=$(number 'cov:' <"$here/seeds.log")
  after=$(number 'cov:' <"$here/log")
  if [ "$result" = ok ] && [ "$after" -le "$before" ]; then result="no growth"; fi
  [ "$result" = ok ] || failed=1
  printf '%-10s %8d %8d %12d %8d  %s\n' "$target" "$before" "$after" \
    "$(number 'stat::number_of_executed_units:' <"$here/log")" "$(number 'stat::average_exec_per_sec:' <"$here/log")" "$result"
done
exit "$failed"
