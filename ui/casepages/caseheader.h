// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// Of the command "missing", unless the user has chosen another.
inline constexpr QKeyCombination kMissingKey = Qt::CTRL | Qt::Key_M;

/// The fixed head of a case: number, applicant, status, holder, sync state, the due day, which opens into its
/// sum, and how much is missing before a draft is possible, which leads there.
class CaseHeader : public QFrame {
  Q_OBJECT

public:
  CaseHeader(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void dueClicked();
  void missingClicked();

private:
  void refresh();
  [[nodiscard]] QString syncText() const;
  void showDue();
  void showMissing();

  Context m_context;
  QLabel* m_number;
  QLabel* m_applicant;
  QLabel* m_procedure;
  QLabel* m_status;
  QLabel* m_holder;
  QPushButton* m_due;
  QPushButton* m_missing;
  QLabel* m_sync;
  QLabel* m_labels;
};

} // namespace madoguchi::ui
