// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QFrame>

namespace madoguchi::ui {

/// Says on top of a window that nothing in it is real: in words, on stripes that no other place has.
class TrainingBand : public QFrame {
  Q_OBJECT

public:
  enum class Size { Window, Dialog };
  TrainingBand(const Theme& theme, Size size, QWidget* parent = nullptr);

Q_SIGNALS:
  void leaveWanted();

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QColor m_ground;
  QColor m_stripe;
};

/// Puts the band on every dialog that opens over a window, and the word before its title. Lives as long as
/// the window.
class TrainingMarker : public QObject {
  Q_OBJECT

public:
  TrainingMarker(const Theme& theme, QWidget* window);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void mark(QWidget* dialog);

  const Theme& m_theme;
  QWidget* m_window;
};

} // namespace madoguchi::ui
