// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox.h"
#include "storage/database.h"
#include "storage/sealedoutbox.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace madoguchi::storage {

/// The commands on their way to the server, in the order in which they were given.
class OutboxTable {
public:
  explicit OutboxTable(Database& database) : m_database(database) {}
  /// From now on what is added is also sealed, and what leaves is not any more.
  void sealInto(SealedOutbox& sealed) { m_sealed = &sealed; }

  void append(const core::Command& command);
  [[nodiscard]] std::optional<core::OutboxEntry> find(const core::CommandId& id);
  [[nodiscard]] std::vector<core::OutboxEntry> all();
  [[nodiscard]] std::vector<core::OutboxEntry> ofCase(const core::CaseId& id);
  [[nodiscard]] std::vector<core::OutboxEntry> withStatus(core::OutboxStatus status);
  [[nodiscard]] std::set<core::CaseId> cases();
  [[nodiscard]] std::map<core::OutboxStatus, std::int64_t> counts();

  /// What was not answered, in order: at most `limit` entries and `bytes` of payload (one at least).
  [[nodiscard]] std::vector<core::OutboxEntry> sendable(std::size_t limit, std::size_t bytes,
                                                        const std::set<core::CaseId>& leaveOut);
  /// False where it is no longer to be sent.
  [[nodiscard]] bool markSent(std::int64_t deviceSeq);
  /// As it was before it was marked last. False where it is answered, or gone.
  [[nodiscard]] bool markUnsent(std::int64_t deviceSeq);

  /// Writes back everything but the payload.
  void update(const core::OutboxEntry& entry);
  /// Writes it back behind all others, under a new deviceSeq and with the same payload.
  void moveToEnd(const core::OutboxEntry& entry);
  void remove(std::int64_t deviceSeq);

  // What is done, and kept for the day on which the server turns out to have forgotten it.

  /// Removes an entry and remembers it, with so many others that were confirmed last.
  void retire(std::int64_t deviceSeq);
  /// All that is remembered waits again, in its old place; nobody may drop it, because it was sent once.
  void bringBack();
  /// The case was destroyed.
  void forget(const core::CaseId& id);
  /// What is of cases that are not here any more.
  void forgetUnseen();

  static constexpr std::int64_t kMostRemembered = 1'000;

private:
  Database& m_database;
  SealedOutbox* m_sealed = nullptr;
};

/// Sent or to be sent, and not answered.
[[nodiscard]] bool isUnanswered(core::OutboxStatus status);
/// Waits for a person.
[[nodiscard]] bool needsAttention(const core::OutboxEntry& entry);

/// The command in an entry's payload. Throws StorageCorrupt, or UnknownKind where a newer release gave it.
[[nodiscard]] core::Command commandOf(const core::OutboxEntry& entry);
/// None where a newer release gave it.
[[nodiscard]] std::optional<core::Command> knownCommandOf(const core::OutboxEntry& entry);

} // namespace madoguchi::storage
