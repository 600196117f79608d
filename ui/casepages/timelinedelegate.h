// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QStyledItemDelegate>

namespace madoguchi::ui {

/// An entry of the timeline: a dot on a line, when and who, what, and the particulars.
class TimelineDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit TimelineDelegate(const Theme& theme, QObject* parent = nullptr)
      : QStyledItemDelegate(parent), m_theme(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const Theme& m_theme;
};

} // namespace madoguchi::ui
