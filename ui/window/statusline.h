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

/// Online or offline, what waits, the last synchronisation, who is signed in.
class StatusLine : public QFrame {
  Q_OBJECT

public:
  StatusLine(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void outboxWanted();
  void attentionWanted();
  void heldRemovalWanted();

private:
  void refresh();
  [[nodiscard]] QString linkText() const;

  Context m_context;
  QLabel* m_sign;
  QLabel* m_link;
  QToolButton* m_sync;
  QPushButton* m_waiting;
  QPushButton* m_attention;
  QPushButton* m_held;
  QProgressBar* m_progress;
  QLabel* m_user;
};

} // namespace madoguchi::ui
