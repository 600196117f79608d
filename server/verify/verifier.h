// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <vector>

/// A second opinion: reads the database with code of its own and shares none with the server that wrote it.
namespace madoguchi::server::verify {

struct Report {
  std::int64_t auditRows = 0;
  std::int64_t cases = 0;
  std::int64_t scopes = 0;
  std::vector<std::string> heads; ///< "number hash chain" of each chain, to be kept elsewhere
  std::string firstBad;           ///< names the row and what is wrong with it; empty: all is well
};

/// `database` is a file of the embedded store or a connection string of libpq (postgresql://…).
/// Checks that each audit row's hash covers it and the one before, that numbers have no gap, that the heads
/// fit; that each case's digest is that of its text and of its last audit row; that the counters of the
/// scopes equal what the scopes hold. `anchorFile` (may be empty) holds heads of an earlier day: a chain that
/// does not contain them was cut or rewritten. Errors: FileUnreadable, FileBroken for the anchors.
[[nodiscard]] core::Result<Report> check(const std::string& database, const std::string& anchorFile);

/// "verified: 12 audit rows in 2 chains, …" for people.
[[nodiscard]] std::string summaryOf(const Report& report);

} // namespace madoguchi::server::verify
