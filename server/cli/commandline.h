// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace madoguchi::server {

/// The streams of a command, so that tests can run one inside of their process.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

/// Runs "init", "user add" … Returns 0 when done, 1 on failure, 2 for a wrong command line or value.
[[nodiscard]] int runCommandLine(const std::vector<std::string>& words, Console& console);

} // namespace madoguchi::server
