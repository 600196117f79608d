// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/workers.h"
#include "models/ports/casesource.h"
#include "models/ports/referencesource.h"

namespace madoguchi::app {

/// Reads cases from the cache, over the reader threads. UI thread.
class CachedCaseSource final : public models::CaseSource {
  Q_OBJECT

public:
  CachedCaseSource(const Workers& workers, const models::ReferenceSource& references,
                   QObject* parent = nullptr);
  ~CachedCaseSource() override;

  void requestKeys(const core::CaseQuery& query, quint64 generation) override;
  void requestRows(const std::vector<models::CaseKey>& keys, quint64 generation) override;
  void requestSearch(const QString& text, int limit, quint64 generation) override;
  void requestCounts() override;
  void requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) override;
  void requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) override;
  void requestFigures(const core::CaseQuery& query, core::Date today, quint64 generation) override;
  void requestLabels(quint64 generation) override;
  void requestRecord(const core::CaseId& id, quint64 generation) override;
  void prepareRecord(const core::CaseId& id) override;
  void requestStates(const std::vector<models::CaseKey>& keys, quint64 generation) override;

private:
  enum Kind { Keys, Rows, Search, Counts, CountsOf, Workload, Figures, Labels, Record, Ahead, States };

  /// Reads on the reader's thread (`read` gets a storage::CaseReader& and gives a core::Result<T>) and tells
  /// it here (`tell` gets *this and the T), or fails; nothing where `wanted` has become another generation.
  template <class Read, class Tell>
  void ask(ReaderWorker& reader, const ReaderWorker::Ticket& ticket, Read read, Tell tell,
           const quint64 CachedCaseSource::*wanted = nullptr);
  void readKeys(const core::CaseQuery& query, quint64 generation);
  void readAllKeys(const core::CaseQuery& query, quint64 generation);
  void readStates(const std::vector<models::CaseKey>& keys, quint64 generation);
  /// Forgets what was read ahead, where it has changed since.
  void dropStale(const core::ChangeSet& changes);
  void readRecord(const core::CaseId& id, quint64 generation);
  /// Sends `failed`, but not for what was interrupted because nobody wants it any more.
  void fail(quint64 generation, const core::Error& error);

  Workers m_workers;
  const models::ReferenceSource& m_references;
  quint64 m_keysWanted = 0;
  quint64 m_recordWanted = 0;
  quint64 m_searchWanted = 0;
  core::CaseId m_aheadId; ///< read ahead, or being read; empty: none
  quint64 m_aheadWanted = 0;
  std::shared_ptr<const models::OpenedCase> m_ahead; ///< null: not here yet
};

} // namespace madoguchi::app
