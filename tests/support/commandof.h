// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/command.h"

#include <utility>

namespace madoguchi::tests {

/// A command that somebody gives at the PC "device-<user>".
[[nodiscard]] inline core::Command commandOf(core::CommandId id, const core::UserId& user,
                                             core::CaseId caseId, std::int64_t base, core::Instant now,
                                             core::CommandBody body) {
  core::Command command;
  command.id = std::move(id);
  command.caseId = std::move(caseId);
  command.baseVersion = base;
  command.actor = user;
  command.device = core::DeviceId("device-" + user.value);
  command.madeAt = now;
  command.body = std::move(body);
  return command;
}

} // namespace madoguchi::tests
