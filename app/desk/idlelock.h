// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <vector>

class QWidget;

namespace madoguchi::app {

/// Notices that nobody works at the desk, and puts all windows of the program out of sight and back: with all
/// that was typed, dialogs included. UI thread.
class IdleLock : public QObject {
  Q_OBJECT

public:
  explicit IdleLock(std::chrono::milliseconds after, QObject* parent = nullptr);

  /// Hides what is shown but for `stays`.
  void hideAll(const QWidget* stays);
  void showAgain();

Q_SIGNALS:
  /// No key and no mouse for that long.
  void idle();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QTimer m_timer;
  std::vector<QPointer<QWidget>> m_hidden;
};

} // namespace madoguchi::app
