// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clock.h"
#include "models/ports/casesource.h"
#include "models/ports/commandsink.h"
#include "models/ports/referencesource.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <set>

namespace madoguchi::models {

/// The records whose retention has ended, for the two supervisors who sign their destruction off: what holds
/// one back, who has signed, and the signing of what is marked, one case after the other. UI thread.
class DestructionList : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Number, Procedure, Closed, Ended, Disposal, State, kColumnCount };

  DestructionList(CaseSource& source, CommandSink& sink, ReferenceSource& references, Clock clock,
                  QObject* parent = nullptr);

  void load();
  [[nodiscard]] bool isLoading() const { return m_loading; }
  [[nodiscard]] bool isRunning() const { return m_request.has_value(); }
  /// Of the marked ones: how many get their first signature, and how many are destroyed by this one.
  [[nodiscard]] std::pair<int, int> marked() const;
  /// Signs what is marked.
  void sign();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
  void loaded();
  void failed(const core::Error& error);
  void markedChanged();
  /// All that was marked is through; how many were refused.
  void signedOff(int refused);

private:
  struct Item {
    std::shared_ptr<const core::CaseState> state;
    core::Date closed{};
    core::Date ended{};
    QString result; ///< of this run
    bool done = false;
  };

  void takeRows(const std::vector<core::CaseListRow>& rows);
  void askRows();
  void askStates();
  void takeStates(const std::vector<std::shared_ptr<const core::CaseState>>& states);
  void next();
  void settle(const QString& result, bool refused);
  [[nodiscard]] std::optional<core::Date> endOf(const core::CaseListRow& row) const;
  /// Empty where the user may sign.
  [[nodiscard]] QString whyNot(const Item& item) const;
  [[nodiscard]] QString stateText(const Item& item) const;

  CaseSource& m_source;
  CommandSink& m_sink;
  ReferenceSource& m_references;
  Clock m_clock;
  std::vector<CaseKey> m_keysLeft;
  std::vector<CaseKey> m_ended;
  std::vector<Item> m_items;
  std::set<core::CaseId> m_marked;
  quint64 m_generation = 0;
  bool m_loading = false;
  std::deque<std::size_t> m_jobs;
  std::size_t m_current = 0;
  std::optional<quint64> m_request;
  int m_refused = 0;
};

} // namespace madoguchi::models
