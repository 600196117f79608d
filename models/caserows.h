// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/casesource.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace madoguchi::models {

/// The rows that are at hand, by key: at most 64 pages, the least recently used leave first. Missing ones
/// are asked for in one request per turn of the event loop, and one request at a time; while it runs, only
/// the newest pages that were looked at are remembered.
class CaseRows : public QObject {
  Q_OBJECT

public:
  static constexpr int kPage = 256;
  static constexpr int kPages = 64;

  explicit CaseRows(CaseSource& source, QObject* parent = nullptr);

  /// Null while it is not here.
  [[nodiscard]] const core::CaseListRow* find(CaseKey key) const { return m_rows.object(key); }
  /// The last attempt to read the row failed.
  [[nodiscard]] bool isUnavailable(CaseKey key) const { return m_unavailable.contains(key); }

  /// Asks for a page; keys that are here or on their way are passed over.
  void want(const std::vector<CaseKey>& page);
  /// Reads those of the keys that are here again; until then they stay as they are.
  void refresh(const std::vector<CaseKey>& keys);
  void refreshAll();
  /// Forgets what failed, so that looking at it tries again.
  void forgetFailures() { m_unavailable.clear(); }

Q_SIGNALS:
  void rowsChanged(const std::vector<CaseKey>& keys);

private:
  void schedule();
  void ask();
  void take(quint64 generation, const std::vector<core::CaseListRow>& rows);
  void keep(const std::vector<core::CaseListRow>& rows);
  void giveUp(quint64 generation);

  CaseSource& m_source;
  QCache<CaseKey, core::CaseListRow> m_rows;
  QSet<CaseKey> m_unavailable;
  std::vector<std::vector<CaseKey>> m_wanted; ///< pages, the newest last
  std::vector<CaseKey> m_stale;
  std::vector<CaseKey> m_asked; ///< of the running request
  quint64 m_generation = 0;
  bool m_running = false;
  QTimer m_turn;
};

} // namespace madoguchi::models
