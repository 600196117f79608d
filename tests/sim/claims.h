// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace madoguchi::tests {

/// What the program has told its users that it holds: each is to be found again in the end.
struct Claims {
  struct Claim {
    std::string user;
    core::CaseId caseId;
    std::string kind;
    bool settled = false; ///< taken back, or dropped by the user
    bool unsure = false;  ///< the disk failed while it was taken back
  };
  std::map<core::CommandId, Claim> commands;
  /// By user and key: the text that was acknowledged last, and perhaps one that the disk refused.
  std::map<std::pair<std::string, std::string>, std::set<std::string>> drafts;
  std::map<std::string, std::string> looks; ///< rows of the journal, with their user

  void acknowledge(const core::CommandId& id, Claim claim) { commands.emplace(id, std::move(claim)); }
  void settle(const core::CommandId& id) {
    if (const auto found = commands.find(id); found != commands.end()) found->second.settled = true;
  }
  void doubt(const core::CommandId& id) {
    if (const auto found = commands.find(id); found != commands.end()) found->second.unsure = true;
  }
};

} // namespace madoguchi::tests
