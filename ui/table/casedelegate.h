// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace madoguchi::ui {

/// Paints a row of the case table: the kana under the name, the due day as a bar and in words, the state of
/// the row by sign and word, never by colour alone.
class CaseDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit CaseDelegate(const Theme& theme, QObject* parent = nullptr);

  void setCompact(bool compact) { m_compact = compact; }
  [[nodiscard]] int rowHeight(const QFontMetrics& metrics) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  void paintApplicant(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const;
  void paintDue(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                const QModelIndex& index) const;
  void paintNumber(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
  [[nodiscard]] QColor signColour(const QStyleOptionViewItem& option, const QColor& sign) const;
  [[nodiscard]] QColor textColour(const QStyleOptionViewItem& option) const;

  const Theme& m_theme;
  QIcon m_pending;
  QIcon m_attention;
  bool m_compact = false;
};

} // namespace madoguchi::ui
