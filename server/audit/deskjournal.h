// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "server/commands/commandservice.h"
#include "server/store.h"
#include "server/tokens.h"

namespace madoguchi::server {

/// Takes the journals that desks upload: what was viewed, searched, printed, copied and exported there. Each
/// row goes into the chain of the case's office, or of the user's own where it names no case. Thread-safe.
class DeskJournal {
public:
  DeskJournal(Store& store, Clock clock) : m_store(store), m_clock(std::move(clock)) {}

  /// The ids that are safe here, repeats included. All or nothing. Errors: InvalidArgument for a row without
  /// id or action or with a long subject, NotPermitted for a row of another user.
  [[nodiscard]] core::Result<protocol::AuditAcknowledged> enter(const Caller& caller,
                                                                const protocol::AuditRun& run);

private:
  Store& m_store;
  Clock m_clock;
};

} // namespace madoguchi::server
