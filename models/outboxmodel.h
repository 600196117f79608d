// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/outboxsource.h"

#include <QAbstractTableModel>

#include <vector>

namespace madoguchi::models {

/// Whether a person has to look at the entry.
[[nodiscard]] bool needsPerson(core::OutboxStatus status);

/// The commands on their way, in order. With `Attention` only those that need a person: conflicts,
/// rejections, and what waits behind them.
class OutboxModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum class Show { All, Attention };
  enum Column { What, Case, Made, State, Reason, kColumnCount };
  enum Role {
    StatusRole = Qt::UserRole + 1, ///< core::OutboxStatus, as int
    CommandRole,                   ///< QString
    CaseIdRole,                    ///< QString
  };

  OutboxModel(OutboxSource& source, Show show, QObject* parent = nullptr);

  [[nodiscard]] const OutboxItem* itemAt(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

private:
  void take(const std::vector<OutboxItem>& items);
  [[nodiscard]] QString cell(const OutboxItem& item, int column) const;

  OutboxSource& m_source;
  Show m_show;
  std::vector<OutboxItem> m_items;
};

} // namespace madoguchi::models
