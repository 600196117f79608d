// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuedelegate.h"

#include "models/queuelistmodel.h"
#include "ui/basics/icons.h"

#include <QLocale>
#include <QPainter>

namespace madoguchi::ui {

namespace {

// By core::Queue; the last one is that of saved searches.
const char* const kIcons[] = {"my-cases", "unassigned", "office",    "waiting", "due-soon", "overdue",
                              "decide",   "returned",   "attention", "closed",  "filter"};

} // namespace

QueueDelegate::QueueDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {
  for (const char* name : kIcons) {
    const Colours& colours = theme.colours();
    m_icons << icon(QString::fromLatin1(name), colours.muted, theme.onSelection(colours.muted));
    m_urgent << icon(QString::fromLatin1(name), colours.danger, theme.onSelection(colours.danger));
  }
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {100, option.fontMetrics.height() + space::kMedium + space::kTight};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const Colours& colours = m_theme.colours();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool urgent = index.data(models::QueueListModel::UrgentRole).toBool();
  const QRect rect = option.rect.adjusted(space::kTight, 1, -space::kTight, -1);
  if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? colours.selection : colours.buttonHover);
    painter->drawRoundedRect(rect, 5, 5);
  }
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    // Within the selection where it has the selection's colour.
    const int inset = selected ? 2 : 0;
    painter->setPen(QPen(selected ? m_theme.onSelection(colours.accent) : colours.accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 5, 5);
  }
  const int iconSize = option.fontMetrics.height() + 2;
  const QRect iconRect(rect.left() + space::kSmall, rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
  const bool isSaved = !index.data(models::QueueListModel::SavedRole).toString().isEmpty();
  const int queue =
      isSaved ? static_cast<int>(core::kQueueCount) : index.data(models::QueueListModel::QueueRole).toInt();
  (urgent ? m_urgent : m_icons)
      .value(queue)
      .paint(painter, iconRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

  const QColor text = selected ? colours.selectionText : colours.text;
  const QString count = QLocale().toString(index.data(models::QueueListModel::CountRole).toLongLong());
  QFont font = option.font;
  font.setBold(urgent);
  painter->setFont(font);
  const int countWidth = QFontMetrics(font).horizontalAdvance(count);
  const QColor& sign = urgent ? colours.danger : colours.muted;
  painter->setPen(selected ? m_theme.onSelection(sign) : sign);
  painter->drawText(rect.adjusted(0, 0, -space::kSmall, 0), Qt::AlignRight | Qt::AlignVCenter, count);
  painter->setFont(option.font);
  painter->setPen(text);
  const QRect name(iconRect.right() + space::kSmall, rect.top(),
                   rect.right() - space::kMedium - countWidth - iconRect.right() - space::kSmall,
                   rect.height());
  painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                    option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
  painter->restore();
}

} // namespace madoguchi::ui
