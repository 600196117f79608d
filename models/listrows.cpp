// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listrows.h"

namespace madoguchi::models {

namespace {

const QString kSetIn = QStringLiteral("　　");
const QString kTick = QStringLiteral("✓ ");

ListCell cellOf(const QModelIndex& index, int role) {
  const QVariant value = index.data(role);
  // Several lines are told one below the other.
  const bool isLines = value.typeId() == QMetaType::QStringList;
  ListCell cell{isLines ? value.toStringList().join(QChar(u'\n')) : value.toString()};
  const QVariant bare = role == Qt::DisplayRole ? index.data(Qt::EditRole) : QVariant();
  if (bare.typeId() == QMetaType::LongLong) cell.number = bare.toLongLong();
  if (index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked) cell.text.prepend(kTick);
  return cell;
}

void append(ListRows& list, const QAbstractItemModel& model, const QModelIndex& parent, int depth,
            const std::vector<ListColumn>& columns) {
  for (int row = 0; row < model.rowCount(parent); ++row) {
    std::vector<ListCell> cells;
    cells.reserve(columns.size());
    for (const ListColumn& column : columns)
      cells.push_back(cellOf(model.index(row, column.column, parent), column.role));
    cells.front().text.prepend(kSetIn.repeated(depth));
    list.rows.push_back(std::move(cells));
    append(list, model, model.index(row, 0, parent), depth + 1, columns);
  }
}

} // namespace

ListRows rowsOf(const QAbstractItemModel& model, const std::vector<ListColumn>& columns) {
  ListRows list;
  for (const ListColumn& column : columns)
    list.headers << column.header;
  if (!columns.empty()) append(list, model, {}, 0, columns);
  return list;
}

} // namespace madoguchi::models
