// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/timelinedelegate.h"

#include "models/timelinemodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace madoguchi::ui {

namespace {

constexpr int kRail = 28; ///< width of the line with its dots
constexpr int kWrap = static_cast<int>(Qt::TextWordWrap) | static_cast<int>(Qt::AlignLeft);

QFont bold(QFont font) {
  font.setBold(true);
  return font;
}

QString detailsOf(const QModelIndex& index) {
  return index.data(models::TimelineModel::DetailsRole).toStringList().join(QChar(u'\n'));
}

int textHeight(const QFont& font, int width, const QString& text) {
  if (text.isEmpty()) return 0;
  return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100000), kWrap, text).height();
}

int textWidth(const QStyleOptionViewItem& option) {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int whole = view != nullptr ? view->viewport()->width() : option.rect.width();
  return qMax(100, whole - kRail - space::kMedium);
}

} // namespace

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int width = textWidth(option);
  return {width, option.fontMetrics.height() + textHeight(bold(option.font), width, index.data().toString()) +
                     textHeight(option.font, width, detailsOf(index)) + space::kMedium};
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  QStyleOptionViewItem background = option;
  initStyleOption(&background, index);
  background.text.clear();
  QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
  const Colours& colours = m_theme.colours();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QColor text = selected ? colours.selectionText : colours.text;
  const QColor quiet = selected ? colours.selectionText : colours.muted;

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const int x = option.rect.left() + kRail / 2;
  const int y = option.rect.top() + space::kTight + option.fontMetrics.height() / 2;
  const auto shown = [&](const QColor& sign) { return selected ? m_theme.onSelection(sign) : sign; };
  painter->setPen(QPen(shown(colours.border), 1.5));
  painter->drawLine(x, index.row() == 0 ? y : option.rect.top(), x,
                    index.row() + 1 == index.model()->rowCount() ? y : option.rect.bottom());
  const bool pending = index.data(models::TimelineModel::PendingRole).toBool();
  const QColor& ground = selected ? colours.selection : colours.base;
  painter->setPen(QPen(shown(colours.accent), 1.5, pending ? Qt::DotLine : Qt::SolidLine));
  painter->setBrush(pending ? ground : shown(colours.accent));
  painter->drawEllipse(QPoint(x, y), 4, 4);

  QRect rect(option.rect.left() + kRail, option.rect.top() + space::kTight, textWidth(option),
             option.rect.height());
  painter->setFont(option.font);
  painter->setPen(quiet);
  QString head = QStringLiteral("%1　%2").arg(index.data(models::TimelineModel::WhenRole).toString(),
                                              index.data(models::TimelineModel::WhoRole).toString());
  if (pending)
    head += QStringLiteral("　") + QCoreApplication::translate("TimelineDelegate", "(not sent yet)");
  painter->drawText(rect, kWrap, head);
  rect.setTop(rect.top() + option.fontMetrics.height());
  painter->setPen(text);
  painter->setFont(bold(option.font));
  painter->drawText(rect, kWrap, index.data().toString());
  rect.setTop(rect.top() + textHeight(bold(option.font), rect.width(), index.data().toString()));
  painter->setFont(option.font);
  painter->drawText(rect, kWrap, detailsOf(index));
  painter->restore();
}

} // namespace madoguchi::ui
