// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// The fixed head of a case: number, applicant, status, holder, sync state, and the due day, which opens
/// into its sum.
class CaseHeader : public QFrame {
  Q_OBJECT

public:
  CaseHeader(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void dueClicked();

private:
  void refresh();
  [[nodiscard]] QString syncText() const;
  void showDue();

  Context m_context;
  QLabel* m_number;
  QLabel* m_applicant;
  QLabel* m_procedure;
  QLabel* m_status;
  QLabel* m_holder;
  QPushButton* m_due;
  QLabel* m_sync;
  QLabel* m_labels;
};

} // namespace madoguchi::ui
