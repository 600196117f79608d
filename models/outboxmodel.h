// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/documentplaces.h"
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

  /// `places`: says how far documents are; may be null.
  OutboxModel(OutboxSource& source, Show show, DocumentPlaces* places, QObject* parent = nullptr);

  [[nodiscard]] const OutboxItem* itemAt(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

private:
  struct Row {
    OutboxItem item;
    core::BlobId blob; ///< the document that goes before it; may be empty
  };

  void take(const std::vector<OutboxItem>& items);
  void follow(const core::BlobId& blob);
  [[nodiscard]] QString stateText(const Row& row) const;
  [[nodiscard]] QString cell(const Row& row, int column) const;

  OutboxSource& m_source;
  Show m_show;
  DocumentPlaces* m_places;
  std::vector<Row> m_rows;
};

} // namespace madoguchi::models
