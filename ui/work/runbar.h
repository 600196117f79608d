// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace madoguchi::ui {

/// The progress of a change of many cases, whatever page is shown; gone when there is nothing to say.
class RunBar : public QFrame {
  Q_OBJECT

public:
  RunBar(const Context& context, QWidget* parent = nullptr);

  /// Case by case, as far as the run has come.
  void showResults();

Q_SIGNALS:
  void caseWanted(const core::CaseId& id);

private:
  void refresh();
  [[nodiscard]] QString what() const;
  [[nodiscard]] QString progress() const;

  Context m_context;
  QLabel* m_text;
  QProgressBar* m_progress;
  QPushButton* m_pause;
  QPushButton* m_stop;
  QPushButton* m_details;
  QToolButton* m_close;
  bool m_read = true; ///< the result of the last run has been seen
};

} // namespace madoguchi::ui
