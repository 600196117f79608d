// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rules.h"
#include "storage/composer.h"

#include <functional>
#include <optional>
#include <string>

namespace madoguchi::storage {

/// What became of a command.
struct Performed {
  core::ChangeSet changes;
  core::CommandId command; ///< empty where it changed nothing, and so was not kept
  core::CaseId caseId;
  std::int64_t version = 0;                 ///< of the case, as shown, after it
  core::CommandBody body{};                 ///< as it was performed
  std::optional<core::CommandBody> inverse; ///< core::inverse, from the state before
};
using PerformResult = tl::expected<Performed, core::Refusal>;

/// What the user does: each of these is the whole of one transaction of its caller. A refusal leaves nothing
/// behind (the caller rolls back).
class CommandRunner {
public:
  CommandRunner(Workbench& bench, core::Date today, bool online);

  [[nodiscard]] PerformResult perform(const core::Command& command);
  [[nodiscard]] PerformResult takeBack(const core::CommandId& id,
                                       const std::optional<core::Command>& inverse);
  [[nodiscard]] PerformResult resolve(const core::CommandId& id,
                                      const std::optional<core::Command>& replacement);
  [[nodiscard]] PerformResult retry(const core::CommandId& id, const core::CommandId& newId,
                                    core::Instant now);

private:
  /// Commands that were blocked by this one wait again, behind all others.
  void unblock(const core::OutboxEntry& behind);
  [[nodiscard]] core::OutboxEntry entryOrFail(const core::CommandId& id);
  [[nodiscard]] Performed done(const core::CaseId& id);

  Workbench& m_bench;
  Changes m_changes;
  Composer m_composer;
  bool m_online;
};

} // namespace madoguchi::storage
