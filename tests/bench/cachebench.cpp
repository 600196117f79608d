// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cachebench.h"

#include <cstdio>
#include <exception>
#include <string_view>

/// cachebench [bulk|million]: one part alone.
int main(int argc, char** argv) {
  const std::string_view part = argc > 1 ? argv[1] : "";
  try {
    if (part.empty() || part == "bulk") madoguchi::bench::benchBulkInsert();
    if (part.empty() || part == "million") madoguchi::bench::benchMillionRows();
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "cachebench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
