// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attachmentqueue.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace madoguchi::ui {

/// What files on their way into the case are at: how many, which one, and what it waits for. Hidden while
/// there are none.
class AttachBar : public QFrame {
  Q_OBJECT

public:
  /// The queue outlives this.
  AttachBar(models::AttachmentQueue& queue, QWidget* parent = nullptr);

private:
  void refresh();

  models::AttachmentQueue& m_queue;
  QLabel* m_text;
  QProgressBar* m_progress;
  QPushButton* m_mask;
  QPushButton* m_leaveOut;
  QPushButton* m_cancel;
};

} // namespace madoguchi::ui
