// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/bulkpreparer.h"
#include "app/workers/storeworker.h"
#include "sync/action.h"
#include "sync/event.h"

#include <functional>
#include <memory>

namespace madoguchi::app {

/// Carries out on the store thread what the sync engine asks of the store. What comes from the server is cut,
/// so that a user's command never waits longer than about 50 ms. Used from the sync thread.
class StoreDriver {
public:
  /// Called on the store thread.
  using Answered = std::function<void(sync::Event)>;

  StoreDriver(StoreWorker& store, Answered answered);
  ~StoreDriver();

  /// Any action but those for the transport, the timer and the status.
  void carryOut(sync::Action&& action);

private:
  class BulkLoad;

  void run(sync::LoadRun&& action);
  void run(sync::MarkSent&& action);
  void run(sync::MarkUnsent&& action);
  void mark(std::function<core::Result<std::vector<std::int64_t>>(storage::Cache&)> mark);
  void run(sync::RecordAnswers&& action);
  void run(sync::ApplyFeed&& action);
  void run(sync::ApplySnapshot&& action);
  static void writePage(StoreWorker& store, const Answered& answered, const std::shared_ptr<BulkLoad>& bulk,
                        core::Result<storage::BulkPage> prepared);
  void run(sync::ResetScope&& action);
  void run(sync::StartAnew&& action);
  void run(sync::LoadAudit&& action);
  void run(sync::ForgetAudit&& action);
  void run(sync::ReadBlob&& action);

  StoreWorker& m_store;
  Answered m_answered;
  std::shared_ptr<BulkLoad> m_bulk;
  BulkPreparer m_preparer; ///< goes first: it calls the others
};

} // namespace madoguchi::app
