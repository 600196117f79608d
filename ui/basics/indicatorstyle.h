// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace madoguchi::ui {

/// Fusion with boxes and circles that can be seen: its own outline is a darker window colour, which a dark or
/// black window swallows (WCAG 2, 1.4.11). And with cells whose text stands where that of the header stands.
class IndicatorStyle : public QProxyStyle {
  Q_OBJECT

public:
  IndicatorStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  /// One line of text that is wider than its place ends in "…": Qt cuts it within a letter in a choice, the
  /// head of a column and most else.
  void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                    const QString& text, QPalette::ColorRole role) const override;
  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                const QWidget* widget) const override;
  /// No icons of the desktop's on the buttons of dialogs, where theirs are black on ours.
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* more) const override;
  /// What clears a field and what opens the rest of a menu bar are ours: Fusion's are bitmaps, for which Qt
  /// loads every image plugin there is (6 ms of the start).
  QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace madoguchi::ui
