// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A program of its own, so that whoever checks the server need not run the server.
#include "server/verify/verifier.h"

#include <iostream>

namespace {

constexpr const char* kUsage =
    "usage: madoguchi-verify DATABASE [--anchors FILE]\n\n"
    "Checks the audit chains, cases and counters of a server's database (DIR/madoguchi.db, or a connection\n"
    "string, postgresql://...) and names the first bad row. FILE holds heads of the chains of an earlier "
    "day, as \"madoguchi-server verify\n"
    "--print-anchors\" prints them. Exit status: 0 all is well, 1 something is not, 2 wrong command line.\n";

} // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) {
    std::cout << kUsage;
    return 0;
  }
  const bool plain = words.size() == 1 && !words[0].starts_with('-');
  const bool anchored = words.size() == 3 && words[1] == "--anchors";
  if (!plain && !anchored) {
    std::cerr << kUsage;
    return 2;
  }
  const auto report = madoguchi::server::verify::check(words[0], anchored ? words[2] : std::string());
  if (!report) {
    std::cerr << "madoguchi-verify: " << madoguchi::core::toText(report.error().code) << ": "
              << report.error().detail << '\n';
    return 1;
  }
  if (!report->firstBad.empty()) {
    std::cerr << "madoguchi-verify: " << report->firstBad << '\n';
    return 1;
  }
  std::cout << madoguchi::server::verify::summaryOf(*report) << '\n';
  return 0;
}
