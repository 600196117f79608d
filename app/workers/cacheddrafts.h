// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/readerworker.h"
#include "app/workers/storeworker.h"
#include "models/ports/draftkeeper.h"

#include <map>
#include <string>

namespace madoguchi::app {

/// Drafts in memory, read by a reader, which need not wait for all that the store has to know first, and
/// written through to the cache by the store thread. UI thread.
class CachedDrafts final : public QObject, public models::DraftKeeper {
  Q_OBJECT

public:
  CachedDrafts(StoreWorker& store, ReaderWorker& reader) : m_store(store), m_reader(reader) {}
  ~CachedDrafts() override { m_reader.forget(this); }

  /// Reads what an earlier run left; `done` on the UI thread.
  void load(std::function<void()> done);

  [[nodiscard]] models::Drafts drafts(const core::CaseId& id) const override;
  void keep(const core::CaseId& id, const models::Drafts& drafts) override;

  /// As the cache names them.
  [[nodiscard]] static std::map<std::string, std::string> keyed(const core::CaseId& id,
                                                                const models::Drafts& drafts);
  /// The cache has dropped them, but for those that say something else by now.
  void forget(const core::CaseId& id, const models::Drafts& drafts);

private:
  void write(const core::CaseId& id, const QString& field, const QString& text);

  StoreWorker& m_store;
  ReaderWorker& m_reader;
  std::map<core::CaseId, models::Drafts> m_drafts;
};

} // namespace madoguchi::app
