// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workbench.h"

#include <optional>

namespace madoguchi::storage {

/// What the server says of a case.
struct ServerRow {
  Stamp stamp;
  core::CaseText text;
};

/// Makes what the user sees of a case: the server's row with the pending commands replayed on it. A command
/// that can no longer be replayed is left out and marked; it is sent all the same, the server decides.
/// Lives for one transaction.
class Composer {
public:
  Composer(Workbench& bench, Changes& changes, core::Date today);

  /// After its outbox entries have changed, or the server has sent a new row.
  void compose(const core::CaseId& id, const std::optional<ServerRow>& news = std::nullopt);
  /// A server's row of a case without outbox entries; `mayExist` false spares the look for it.
  void put(const core::CaseId& id, const ServerRow& row, const std::optional<StoredCase>& stored);
  /// Writes a state reached by the user's own command.
  std::int64_t show(const std::optional<StoredCase>& stored, const core::CaseRecord& record,
                    const Stamp& stamp);
  /// Takes the case out of the cache; its outbox entries stay.
  void remove(const StoredCase& stored, const core::CaseId& id);
  /// Derives these rows again (StaleRows).
  void summarizeAgain(const std::vector<std::int64_t>& keys);
  /// Call after bench.around has changed.
  void forgetReferences();

private:
  [[nodiscard]] std::optional<core::CaseText> baseOf(const std::optional<StoredCase>& stored,
                                                     const std::optional<ServerRow>& news);
  /// `isKnown` false: its timeline holds what only a newer release knows. Then the state alone is there: it
  /// can be shown as the server has it, but nothing can be replayed on it.
  [[nodiscard]] static core::CaseRecord recordOf(const core::CaseText& base, bool& isKnown);
  /// False where it cannot be replayed; what a newer release has left in the outbox never can.
  [[nodiscard]] bool replay(core::OutboxEntry& entry, core::CaseRecord& record, bool pendingBefore);
  [[nodiscard]] ShownCase shown(const core::CaseState& state, core::CaseText text,
                                const std::vector<core::OutboxEntry>& entries);

  Workbench& m_bench;
  Changes& m_changes;
  core::Date m_today;
  std::optional<core::CaseSummarizer> m_summarizer;
};

} // namespace madoguchi::storage
