// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QStyledItemDelegate>

namespace madoguchi::ui {

/// Paints a case that was found: the case in the first line; under it where it was found, and the text with
/// the match underlined and on a ground of its own.
class SearchDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum Role {
    kCaseRole = Qt::UserRole, ///< QString: id
    kReasonRole,              ///< QString
    kTextRole,                ///< QString
    kMatchRole,               ///< QPoint: where in the text the match begins, and its length
    kNumberRole,              ///< QString, as the next ones: the parts of the first line
    kApplicantRole,
    kProcedureRole,
    kStatusRole,
  };

  explicit SearchDelegate(const Theme& theme, QObject* parent = nullptr);

  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  void paintText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const;

  const Theme& m_theme;
};

} // namespace madoguchi::ui
