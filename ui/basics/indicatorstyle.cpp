// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/indicatorstyle.h"

#include "ui/basics/icons.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kRounding = 2;   ///< pixels by which a text may seem wider than what was measured for it
constexpr int kCellMargin = 6; ///< so that a cell's text stands under that of its header

void drawTick(QPainter& painter, const QRectF& box, const QStyleOption& option) {
  if (option.state.testFlag(QStyle::State_NoChange)) {
    painter.drawLine(QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()));
    return;
  }
  if (!option.state.testFlag(QStyle::State_On)) return;
  const QPointF corners[] = {box.topLeft() + QPointF(box.width() * 0.22, box.height() * 0.54),
                             box.topLeft() + QPointF(box.width() * 0.43, box.height() * 0.74),
                             box.topLeft() + QPointF(box.width() * 0.79, box.height() * 0.28)};
  painter.drawPolyline(corners, 3);
}

// A plain line; Fusion's is a shaded plate, which moves what it stands on out of its column.
void drawCellFocus(const QStyleOption& option, QPainter& painter) {
  if (!option.state.testFlag(QStyle::State_KeyboardFocusChange)) return;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter.save();
  painter.setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Link));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
  painter.restore();
}

// The arrow before a row of a tree that has rows of its own. Fusion's keeps its colour on a chosen row.
void drawBranch(const QStyleOption& option, QPainter& painter) {
  if (!option.state.testFlag(QStyle::State_Children)) return;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const double reach = std::min(option.rect.width(), option.rect.height()) * 0.2;
  const QPointF middle = QRectF(option.rect).center();
  QPolygonF arrow({{-reach / 2, -reach}, {reach / 2, 0}, {-reach / 2, reach}});
  if (option.state.testFlag(QStyle::State_Open)) arrow = QTransform().rotate(90).map(arrow);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text), 2,
                      Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(arrow.translated(middle));
  painter.restore();
}

} // namespace

IndicatorStyle::IndicatorStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
  if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView*>(widget) != nullptr) {
    drawCellFocus(*option, *painter);
    return;
  }
  if (element == PE_IndicatorBranch) {
    drawBranch(*option, *painter);
    return;
  }
  const bool round = element == PE_IndicatorRadioButton;
  if (!round && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    return;
  }
  const QPalette& palette = option->palette;
  const bool focused = option->state.testFlag(State_HasFocus);
  const bool on = option->state.testFlag(State_On) || option->state.testFlag(State_NoChange);
  // On a selection it stands on the selection's own ground, in its colour; a black box would look ticked.
  const bool selected = element == PE_IndicatorItemViewItemCheck && option->state.testFlag(State_Selected);
  const auto group = option->state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled;
  const QColor strong = palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
  const QColor accent = palette.color(QPalette::Link);
  const QColor edge = palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
  const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(focused ? accent : edge, focused ? 2 : 1));
  painter->setBrush(selected ? QBrush(Qt::NoBrush) : palette.brush(QPalette::Base));
  if (round) {
    painter->drawEllipse(box);
    painter->setPen(Qt::NoPen);
    painter->setBrush(strong);
    const double inset = box.width() * 0.28;
    if (on) painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
  } else {
    painter->drawRoundedRect(box, 2, 2);
    painter->setPen(QPen(strong, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    drawTick(*painter, box, *option);
  }
  painter->restore();
}

void IndicatorStyle::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                                  bool enabled, const QString& text, QPalette::ColorRole role) const {
  const QFontMetrics metrics = painter->fontMetrics();
  const bool oneLine = (flags & Qt::TextWordWrap) == 0 && !text.contains(QChar(u'\n'));
  // A text with its access key is measured without the sign for it.
  const int shown = flags & (Qt::TextShowMnemonic | Qt::TextHideMnemonic);
  const bool cut = oneLine && metrics.size(shown, text).width() > rect.width() + kRounding;
  QProxyStyle::drawItemText(painter, rect, flags, palette, enabled,
                            cut ? metrics.elidedText(text, Qt::ElideRight, rect.width(), shown) : text, role);
}

QIcon IndicatorStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                                   const QWidget* widget) const {
  const bool clears = which == SP_LineEditClearButton;
  if (widget == nullptr || (!clears && which != SP_ToolBarHorizontalExtensionButton))
    return QProxyStyle::standardIcon(which, option, widget);
  return icon(clears ? QStringLiteral("close") : QStringLiteral("menu"),
              widget->palette().color(clears ? QPalette::Text : QPalette::WindowText));
}

int IndicatorStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* more) const {
  return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, more);
}

int IndicatorStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  return metric == PM_FocusFrameHMargin ? kCellMargin : QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace madoguchi::ui
