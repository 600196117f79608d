// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QStyledItemDelegate>

namespace madoguchi::ui {

/// A queue: its drawing, its name, and how many cases it holds.
class QueueDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit QueueDelegate(const Theme& theme, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const Theme& m_theme;
  QVector<QIcon> m_icons; ///< by core::Queue
  QVector<QIcon> m_urgent;
};

} // namespace madoguchi::ui
