// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cachebench.h"

#include "tests/bench/benchsupport.h"

#include <string_view>

/// cachebench [bulk|million]: one part alone.
int main(int argc, char** argv) {
  const std::string_view part = argc > 1 ? argv[1] : "";
  return madoguchi::bench::exitCodeOf("cachebench", [&] {
    if (part.empty() || part == "bulk") madoguchi::bench::benchBulkInsert();
    if (part.empty() || part == "million") madoguchi::bench::benchMillionRows();
  });
}
