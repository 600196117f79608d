// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace madoguchi::ui {

class DayEdit;

/// Asks the applicant for a correction: what is wrong, tied to a field or a document, and until when. The
/// due day is proposed from the procedure and comes with the sum that leads to it.
class CorrectionDialog : public Dialog {
  Q_OBJECT

public:
  CorrectionDialog(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] core::RequestCorrection command() const;

private:
  [[nodiscard]] QHBoxLayout* itemTools();
  void addItem();
  void proposeItems();
  void addRow(const QString& target, const QString& text);
  void proposeDue();
  void check();
  void fillTexts();
  void useText(int index);
  void keepText();
  void showLetter();
  [[nodiscard]] QComboBox* targetBox() const;

  Context m_context;
  QTableWidget* m_items;
  DayEdit* m_due;
  QLabel* m_sum;
  QComboBox* m_texts; ///< usual texts, and the user's own
  QPushButton* m_letter;
  QPushButton* m_send;
};

} // namespace madoguchi::ui
