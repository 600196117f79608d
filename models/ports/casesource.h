// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/event.h"
#include "core/desk/casequery.h"
#include "core/desk/changeset.h"
#include "core/desk/figures.h"
#include "core/desk/searchhit.h"
#include "core/desk/workload.h"
#include "core/sync/outbox.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace madoguchi::models {

/// CaseListRow::key
using CaseKey = std::int64_t;

/// A case in full, as it is shown.
struct OpenedCase {
  CaseKey key = 0;
  core::CaseRecord record;                ///< the server's, with the pending commands replayed on it
  std::optional<core::CaseState> base;    ///< the server's own, where commands are pending
  std::vector<core::OutboxEntry> pending; ///< of this case, in order
};

/// Where models read cases from. Lives on the UI thread; nothing here blocks: each request returns at once
/// and is answered by a signal. One object per consumer: the newest request of a kind wins, a running one of
/// the same object and kind is interrupted and never answered. Answers carry the generation of their
/// request. Everything that shows a person's data (records, states, search) writes its audit row first; where
/// that fails, the answer is `failed`.
class CaseSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// All keys of a query in its order: `firstKeysLoaded` with at most 512, then `keysLoaded` with all. The
  /// rows that a screen shows first come before them (`rowsAhead`): a list is painted once, and not twice.
  virtual void requestKeys(const core::CaseQuery& query, quint64 generation) = 0;
  /// Rows by key, in that order; a key that is gone gives a row with an empty id. Requests queue up.
  virtual void requestRows(const std::vector<CaseKey>& keys, quint64 generation) = 0;
  /// At most `limit` cases by text (folded), the best first, each with the reason of its match. Where that
  /// may take long, `searchLoaded` comes twice: with the newest ones at once, then with the best.
  virtual void requestSearch(const QString& text, int limit, quint64 generation) = 0;
  /// The live counts of all queues for the user.
  virtual void requestCounts() = 0;
  /// How many cases each of the queries holds: a number, so no view of anybody's data.
  virtual void requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) = 0;
  /// The open cases of the query by holder and procedure.
  virtual void requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) = 0;
  /// How the work of the query's cases flows.
  virtual void requestFigures(const core::CaseQuery& query, core::Date today, quint64 generation) = 0;
  /// The labels that cases bear, the most frequent first.
  virtual void requestLabels(quint64 generation) = 0;
  virtual void requestRecord(const core::CaseId& id, quint64 generation) = 0;
  /// The next requestRecord is probably for this case: it is read ahead, but handed out only by that request,
  /// after its audit row. The newest wins.
  virtual void prepareRecord(const core::CaseId& id) = 0;
  /// States in full, for at most 256 keys (batches); gone ones are left out. Requests queue up.
  virtual void requestStates(const std::vector<CaseKey>& keys, quint64 generation) = 0;

  /// The number of the next request, unique within this object.
  [[nodiscard]] quint64 nextGeneration() { return ++m_lastGeneration; }

Q_SIGNALS:
  void rowsAhead(const std::vector<core::CaseListRow>& rows);
  void firstKeysLoaded(quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys);
  void keysLoaded(quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys);
  void rowsLoaded(quint64 generation, const std::vector<core::CaseListRow>& rows);
  void searchLoaded(quint64 generation, const std::vector<core::SearchHit>& hits);
  void countsLoaded(const core::QueueCounts& counts);
  void countsOfLoaded(quint64 generation, const std::vector<std::int64_t>& counts);
  void workloadLoaded(quint64 generation, const std::vector<core::WorkloadLine>& lines);
  void figuresLoaded(quint64 generation, const core::Figures& figures);
  void labelsLoaded(quint64 generation, const std::vector<std::string>& labels);
  void recordLoaded(quint64 generation, const std::shared_ptr<const OpenedCase>& opened);
  void statesLoaded(quint64 generation, const std::vector<std::shared_ptr<const core::CaseState>>& states);
  void failed(quint64 generation, const core::Error& error);
  /// The cache changed; every object hears it once per transaction.
  void changed(const core::ChangeSet& changes);

private:
  quint64 m_lastGeneration = 0;
};

} // namespace madoguchi::models
