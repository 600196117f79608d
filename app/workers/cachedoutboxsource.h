// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/workers.h"
#include "models/ports/outboxsource.h"

namespace madoguchi::app {

/// The outbox of the cache. UI thread.
class CachedOutboxSource final : public models::OutboxSource {
  Q_OBJECT

public:
  explicit CachedOutboxSource(const Workers& workers, QObject* parent = nullptr);
  ~CachedOutboxSource() override;

  void requestEntries() override;
  void retry(const core::CommandId& command) override;
  void discard(const core::CommandId& command) override;

private:
  void nameCases(std::vector<core::OutboxEntry>&& entries);
  void act(std::function<storage::PerformResult(storage::Cache&)> work);

  Workers m_workers;
  quint64 m_wanted = 0;
};

} // namespace madoguchi::app
