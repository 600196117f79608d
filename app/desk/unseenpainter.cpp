// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/unseenpainter.h"

#include "models/casetablemodel.h"

#include <QPixmap>

namespace madoguchi::app {

UnseenPainter::UnseenPainter(QWidget& window, ui::CaseTableView& table)
    : QObject(&window), m_window(window), m_table(table) {
  m_soon.setSingleShot(true);
  connect(&m_soon, &QTimer::timeout, this, &UnseenPainter::paint);
  const auto soon = qOverload<>(&QTimer::start);
  connect(table.model(), &QAbstractItemModel::modelReset, &m_soon, soon);
  connect(table.model(), &QAbstractItemModel::dataChanged, &m_soon, soon);
  // Also the end of this: what is seen is painted anyway.
  connect(&table, &ui::CaseTableView::rowsPainted, this, &QObject::deleteLater);
  m_soon.start();
}

void UnseenPainter::paint() {
  if (m_window.isVisible()) return deleteLater();
  m_window.ensurePolished();
  m_window.winId();
  static_cast<void>(m_window.grab());
  // An empty list has nothing more to paint, and would be painted at each change of the cache.
  const auto* rows = qobject_cast<const models::CaseTableModel*>(m_table.model());
  if (rows->rowCount() == 0 && !rows->isLoading()) deleteLater();
}

} // namespace madoguchi::app
