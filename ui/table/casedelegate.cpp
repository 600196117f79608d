// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/casedelegate.h"

#include "models/casetablemodel.h"
#include "ui/basics/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace madoguchi::ui {

namespace {

using models::CaseTableModel;
using models::RowState;

// From this many days on a due day is near.
constexpr int kNearDays = 7;

void drawText(QPainter* painter, const QRect& rect, const QFont& font, const QColor& colour,
              const QString& text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) {
  painter->setFont(font);
  painter->setPen(colour);
  painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                    QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// In two lines where one is too narrow and the row is high enough; the second ends in "…" where that is not
/// enough either.
void drawLines(QPainter* painter, const QRect& rect, const QFont& font, const QColor& colour,
               const QString& text) {
  const QFontMetrics metrics(font);
  if (rect.height() < metrics.height() * 2 || metrics.elidedText(text, Qt::ElideRight, rect.width()) == text)
    return drawText(painter, rect, font, colour, text);
  QTextLayout layout(text, font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  QTextLine first = layout.createLine();
  first.setLineWidth(rect.width() - 1); // what is cut by a part of a pixel does not fit
  layout.endLayout();
  const int half = rect.height() / 2;
  drawText(painter, QRect(rect.left(), rect.top(), rect.width(), half), font, colour,
           text.left(first.textLength()).trimmed());
  drawText(painter, QRect(rect.left(), rect.top() + half, rect.width(), half), font, colour,
           text.mid(first.textLength()));
}

/// Whole ones in the first line, as many as it has room for; the break stands for the dot between two.
void drawFlags(QPainter* painter, const QRect& rect, const QFont& font, const QColor& colour,
               const QString& flags) {
  const QFontMetrics metrics(font);
  const QString dot = QStringLiteral(" · ");
  qsizetype end = metrics.horizontalAdvance(flags) <= rect.width() ? -1 : flags.lastIndexOf(dot);
  while (end > 0 && metrics.horizontalAdvance(flags.left(end)) > rect.width())
    end = flags.lastIndexOf(dot, end - 1);
  const int half = rect.height() / 2;
  if (end < 0 || half < metrics.height()) return drawLines(painter, rect, font, colour, flags);
  drawText(painter, QRect(rect.left(), rect.top(), rect.width(), half), font, colour, flags.left(end));
  drawText(painter, QRect(rect.left(), rect.top() + half, rect.width(), half), font, colour,
           flags.mid(end + dot.size()));
}

QFont smaller(QFont font) {
  font.setPointSizeF(font.pointSizeF() * type::kSmall);
  return font;
}

} // namespace

CaseDelegate::CaseDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme),
      m_pending(
          icon(QStringLiteral("pending"), theme.colours().muted, theme.onSelection(theme.colours().muted))),
      m_attention(icon(QStringLiteral("attention"), theme.colours().danger,
                       theme.onSelection(theme.colours().danger))) {}

int CaseDelegate::rowHeight(const QFontMetrics& metrics) const {
  return m_compact ? metrics.height() + space::kSmall : metrics.height() * 2 + space::kSmall;
}

QColor CaseDelegate::textColour(const QStyleOptionViewItem& option) const {
  return option.state.testFlag(QStyle::State_Selected) ? m_theme.colours().selectionText
                                                       : m_theme.colours().text;
}

QColor CaseDelegate::signColour(const QStyleOptionViewItem& option, const QColor& sign) const {
  return option.state.testFlag(QStyle::State_Selected) ? m_theme.onSelection(sign) : sign;
}

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  QStyleOptionViewItem background = option;
  initStyleOption(&background, index);
  background.text.clear();
  // The row as a whole is chosen; no cell stands out of it.
  background.state &= ~QStyle::State_HasFocus;
  QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

  painter->save();
  QRect rect = option.rect.adjusted(space::kSmall, 2, -space::kSmall, -2);
  if (background.features.testFlag(QStyleOptionViewItem::HasCheckIndicator))
    rect.setLeft(QApplication::style()
                     ->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &background, option.widget)
                     .right() +
                 space::kSmall);
  const auto state = static_cast<RowState>(index.data(CaseTableModel::StateRole).toInt());
  const QString text = index.data().toString();
  if (state == RowState::Loading || state == RowState::Unavailable) {
    QFont font = option.font;
    font.setItalic(true);
    drawText(painter, rect, font, signColour(option, m_theme.colours().muted), text);
  } else if (index.column() == CaseTableModel::Number) {
    paintNumber(painter, rect, option, index);
  } else if (index.column() == CaseTableModel::Applicant) {
    paintApplicant(painter, rect, option, index);
  } else if (index.column() == CaseTableModel::Due) {
    paintDue(painter, rect, option, index);
  } else if (index.column() == CaseTableModel::Flags) {
    drawFlags(painter, rect, option.font, textColour(option), text);
  } else {
    drawLines(painter, rect, option.font, textColour(option), text);
  }
  painter->restore();
}

void CaseDelegate::paintNumber(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
  const auto state = static_cast<RowState>(index.data(CaseTableModel::StateRole).toInt());
  const bool marked = state == RowState::Pending || state == RowState::Conflicted;
  const QString number = index.data().toString();
  if (!marked) return drawLines(painter, rect, option.font, textColour(option), number);
  // The number stands where it does in every row, whole; the sign has its place beside its word.
  QRect below = rect;
  if (!m_compact) {
    below.setTop(rect.top() + rect.height() / 2);
    drawText(painter, QRect(rect.left(), rect.top(), rect.width(), rect.height() / 2), option.font,
             textColour(option), number);
  }
  const int size = option.fontMetrics.height();
  const QIcon& sign = state == RowState::Pending ? m_pending : m_attention;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  sign.paint(painter, QRect(below.left(), below.top() + (below.height() - size) / 2, size, size),
             Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
  below.setLeft(below.left() + size + space::kTight);
  if (m_compact) return drawText(painter, below, option.font, textColour(option), number);
  // The accessible text ends with the state in words.
  const QString words = index.data(Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), -1);
  drawText(
      painter, below, smaller(option.font),
      signColour(option, state == RowState::Pending ? m_theme.colours().muted : m_theme.colours().danger),
      words);
}

void CaseDelegate::paintApplicant(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
  const QString kana = index.data(CaseTableModel::SecondLineRole).toString();
  if (m_compact || kana.isEmpty())
    return drawText(painter, rect, option.font, textColour(option), index.data().toString());
  const int half = rect.height() / 2;
  drawText(painter, QRect(rect.left(), rect.top(), rect.width(), half), option.font, textColour(option),
           index.data().toString());
  drawText(painter, QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - half),
           smaller(option.font), signColour(option, m_theme.colours().muted), kana);
}

void CaseDelegate::paintDue(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Colours& colours = m_theme.colours();
  const QVariant left = index.data(CaseTableModel::DaysLeftRole);
  const QVariant used = index.data(CaseTableModel::DueFractionRole);
  const bool stopped = index.data(CaseTableModel::ClockStoppedRole).toBool();
  QColor colour = textColour(option);
  QFont font = option.font;
  if (left.isValid() && !stopped && left.toInt() < 0) {
    colour = signColour(option, colours.danger);
    font.setBold(true);
  } else if (left.isValid() && !stopped && left.toInt() < kNearDays) {
    colour = signColour(option, colours.warning);
  }
  const int barHeight = used.isValid() ? space::kTight : 0;
  drawText(painter, rect.adjusted(0, 0, 0, -barHeight - (barHeight > 0 ? 2 : 0)), font, colour,
           index.data().toString());
  if (!used.isValid()) return;
  const QRect bar(rect.left(), rect.bottom() - barHeight, qMin(rect.width(), 140), barHeight);
  // Where lines are as strong as signs, the part would not stand out of a filled whole.
  const bool outlined = m_theme.look() == Look::HighContrast;
  painter->setPen(outlined ? QPen(signColour(option, colours.border)) : QPen(Qt::NoPen));
  painter->setBrush(outlined ? QBrush(Qt::NoBrush) : QBrush(colours.line));
  painter->drawRoundedRect(bar, 2, 2);
  QRect part = bar;
  part.setWidth(static_cast<int>(bar.width() * used.toDouble()));
  const bool late = left.toInt() < 0;
  const QColor& sign = stopped                    ? colours.disabled
                       : late                     ? colours.danger
                       : left.toInt() < kNearDays ? colours.warning
                                                  : colours.accent;
  painter->setPen(Qt::NoPen);
  painter->setBrush(signColour(option, sign));
  painter->drawRoundedRect(part, 2, 2);
}

} // namespace madoguchi::ui
