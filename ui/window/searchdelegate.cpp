// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QPoint>
#include <QTextLayout>

namespace madoguchi::ui {

SearchDelegate::SearchDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {200, option.fontMetrics.height() * 2 + space::kMedium};
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  QStyleOptionViewItem background = option;
  initStyleOption(&background, index);
  background.text.clear();
  QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
  painter->save();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QRect rect = option.rect.adjusted(space::kSmall, space::kTight, -space::kSmall, -space::kTight);
  const QRect title(rect.left(), rect.top(), rect.width(), option.fontMetrics.height());
  painter->setPen(selected ? m_theme.colours().selectionText : m_theme.colours().text);
  painter->setFont(option.font);
  painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                    option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, title.width()));
  paintText(painter, QRect(rect.left(), title.bottom() + 2, rect.width(), option.fontMetrics.height()),
            option, index);
  painter->restore();
}

void SearchDelegate::paintText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
  const Colours& colours = m_theme.colours();
  const bool plain = option.state.testFlag(QStyle::State_Selected) && m_theme.look() == Look::HighContrast;
  const QString reason = index.data(kReasonRole).toString();
  const QString text = index.data(kTextRole).toString().simplified().isEmpty()
                           ? QString()
                           : QStringLiteral("　%1").arg(index.data(kTextRole).toString());
  QString line = reason + text;
  // One line: a note may have many. The same length, so that the match stays where it is.
  line.replace(QChar(u'\n'), QChar(u' '));
  const QPoint match = index.data(kMatchRole).toPoint();
  QFont font = option.font;
  font.setPointSizeF(font.pointSizeF() * type::kSmall);
  QTextLayout layout(line, font);
  QTextLayout::FormatRange all;
  all.start = 0;
  all.length = static_cast<int>(line.size());
  all.format.setForeground(plain ? colours.selectionText : colours.muted);
  QTextLayout::FormatRange found;
  found.start = static_cast<int>(reason.size()) + 1 + match.x();
  found.length = text.isEmpty() ? 0 : match.y();
  found.format.setForeground(plain ? colours.selectionText : colours.text);
  if (!plain) found.format.setBackground(colours.messageBack);
  found.format.setFontWeight(QFont::Bold);
  found.format.setFontUnderline(true);
  layout.setFormats({all, found});
  layout.beginLayout();
  QTextLine first = layout.createLine();
  first.setLineWidth(1e6);
  layout.endLayout();
  painter->setClipRect(rect);
  layout.draw(painter, rect.topLeft());
}

} // namespace madoguchi::ui
