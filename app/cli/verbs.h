// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clidesk.h"
#include "core/base/json.h"

#include <string>
#include <vector>

namespace madoguchi::app {

/// What a verb has to say: `data` with --json, else `text`.
struct Report {
  core::json::value data;
  std::string text;
};

struct Verb {
  const char* name;
  const char* usage;
  const char* help;
  bool needsSession; ///< runs after resume()
  core::Result<Report> (*run)(CliDesk& desk, const Arguments& arguments);
};

[[nodiscard]] const std::vector<Verb>& sessionVerbs();
[[nodiscard]] const std::vector<Verb>& caseVerbs();
[[nodiscard]] const std::vector<Verb>& outboxVerbs();

/// The report of a synchronisation; an error where it did not get through.
[[nodiscard]] core::Result<Report> synchronized(CliDesk& desk, const Arguments& arguments);

} // namespace madoguchi::app
