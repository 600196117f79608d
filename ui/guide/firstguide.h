// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// A short guide to the desk for its first day: a few steps in a card above the work, which goes on behind
/// it. It can be skipped at any step, and is found again in the help menu.
class FirstGuide : public QFrame {
  Q_OBJECT

public:
  FirstGuide(const Context& context, const std::vector<WindowCommand>& commands, QWidget* parent = nullptr);

  /// Once for each user, unless it is a practice office.
  void openAtFirstStart();
  /// From the first step, with the keyboard on it.
  void open();
  [[nodiscard]] int step() const { return m_step; }
  [[nodiscard]] int stepCount() const { return static_cast<int>(m_steps.size()); }

Q_SIGNALS:
  /// By a user whose keyboard was on it.
  void closed();

protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Step {
    QString title;
    QString text;
  };

  [[nodiscard]] std::vector<Step> stepsWith(const std::vector<WindowCommand>& commands) const;
  void showStep(int step);
  void finish();

  Context m_context;
  std::vector<Step> m_steps;
  int m_step = 0;
  QLabel* m_count;
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_back;
  QPushButton* m_next;
  QPushButton* m_skip;
};

} // namespace madoguchi::ui
