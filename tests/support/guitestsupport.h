// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRect>

namespace madoguchi::tests {

/// A part of what was grabbed from a widget, in whose pixels the place is: a picture at 200 % has four for
/// one.
[[nodiscard]] inline QImage partOf(const QImage& grabbed, const QRect& place) {
  const double scale = grabbed.devicePixelRatio();
  const QRectF scaled(place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale);
  return grabbed.copy(scaled.toRect());
}

/// What every test with widgets derives from: a warning of Qt that the test did not announce
/// (QTest::ignoreMessage) fails it.
class GuiTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
};

} // namespace madoguchi::tests
