// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casemarks.h"
#include "models/caserows.h"
#include "models/clock.h"
#include "models/keyorder.h"
#include "models/ports/casesource.h"
#include "models/ports/referencesource.h"

#include <QAbstractTableModel>

#include <optional>
#include <unordered_map>

namespace madoguchi::models {

/// What a row can honestly say about itself.
enum class RowState { Loading, Ready, Pending, Conflicted, Unavailable };

/// The cases of a query: all keys are known, rows come when they are looked at. UI thread. A change of the
/// cache arrives as moves where few rows are concerned; otherwise the model is reset between
/// `keysAboutToBeReplaced` and `keysReplaced`, and whoever shows it keeps its place by key.
class CaseTableModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Number, Procedure, Applicant, Arrived, Due, StatusColumn, Holder, Flags, kColumnCount };
  enum Role {
    StateRole = Qt::UserRole + 1, ///< RowState, as int
    KeyRole,
    CaseIdRole,       ///< QString
    SecondLineRole,   ///< kana under the applicant's name
    DaysLeftRole,     ///< int; invalid where there is no due day
    DueFractionRole,  ///< double 0 … 1: how much of the period is used; invalid without a clock
    ClockStoppedRole, ///< bool
    RowStatusRole,    ///< core::Status, as int
    FlagTextsRole,    ///< QStringList
    MarkedRole,       ///< bool, in every column
  };

  CaseTableModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent = nullptr);

  /// Shows another query; the rows of the old one stay until the first keys arrive.
  void setQuery(const core::CaseQuery& query);
  [[nodiscard]] const core::CaseQuery& query() const { return m_query; }
  /// True until the keys of the query are complete.
  [[nodiscard]] bool isLoading() const { return m_loading; }

  [[nodiscard]] CaseKey keyAt(int row) const;
  /// -1 where the key is not in the list.
  [[nodiscard]] int rowOf(CaseKey key) const;
  /// Null while the row is not here; asks for it.
  [[nodiscard]] const core::CaseListRow* caseAt(int row) const;
  [[nodiscard]] static core::SortColumn sortColumn(int column);

  /// Marks choose cases for what is done to many at once. They stay with their cases while the list changes
  /// under them, and go when another list is asked for; another order is no other list.
  void setMarked(int first, int last, bool marked);
  void markAll();
  void clearMarks();
  [[nodiscard]] bool isMarked(int row) const { return m_marks.contains(keyAt(row)); }
  [[nodiscard]] std::size_t markedCount() const { return m_marks.count(m_keys.size()); }
  [[nodiscard]] const CaseMarks& marks() const { return m_marks; }
  [[nodiscard]] Keys markedKeys() const { return m_marks.of(m_keys); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// Qt::CheckStateRole in the first column marks.
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
  void keysAboutToBeReplaced();
  void keysReplaced();
  /// The keys of the query are complete.
  void loaded();
  void failed(const core::Error& error);
  /// Other cases are marked, or another number of them.
  void marksChanged();

private:
  void request();
  void takeFirst(quint64 generation, const std::shared_ptr<const Keys>& keys);
  void takeAll(quint64 generation, const std::shared_ptr<const Keys>& keys);
  void takeChanges(const core::ChangeSet& changes);
  void adopt(const Keys& keys);
  void moveTouched(const Keys& keys);
  void repaint(const std::vector<CaseKey>& keys);
  [[nodiscard]] RowState stateOf(int row, const core::CaseListRow* listRow) const;
  void wantPageOf(int row) const;
  [[nodiscard]] int rowAskedFor(CaseKey key) const;

  CaseSource& m_source;
  ReferenceSource& m_references;
  Clock m_clock;
  mutable CaseRows m_rows; ///< looking at a row asks for it
  /// Where keys stood when their rows were asked for, so that nobody looks for them among a million when the
  /// rows come. They may stand elsewhere by now.
  mutable std::unordered_map<CaseKey, int> m_askedFor;
  core::CaseQuery m_query;
  Keys m_keys;
  CaseMarks m_marks;
  Keys m_touched; ///< sorted; changed since the keys were asked for
  quint64 m_generation = 0;
  bool m_loading = false;
  bool m_queryIsNew = false; ///< nothing of the new query has arrived
  bool m_askAgain = false;   ///< the cache changed while keys were on their way
  bool m_everything = false;
};

} // namespace madoguchi::models
