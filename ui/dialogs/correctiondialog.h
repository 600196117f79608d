// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "models/correctiontexts.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace madoguchi::ui {

class AskedCommand;
class CorrectionItems;
class DayEdit;

/// Asks the applicant for a correction: what is wrong, tied to a field or a document, and until when. The
/// due day is proposed from the procedure and comes with the sum that leads to it. Closes when the rules took
/// it; until then what differs from the proposal is kept, and is there when it is opened again.
class CorrectionDialog : public Dialog {
  Q_OBJECT

public:
  CorrectionDialog(const Context& context, QWidget* parent = nullptr);

  void accept() override;
  void reject() override;

private:
  [[nodiscard]] core::RequestCorrection command() const;
  void onChanged();
  void restore();
  void beginAnew();
  void layOut();
  [[nodiscard]] QHBoxLayout* itemTools();
  void proposeItems();
  [[nodiscard]] int usualDays() const;
  void proposeDue();
  void explainDue();
  void check();
  void fillTexts();
  void useText(int index);
  void keepText();
  void showLetter();

  Context m_context;
  CorrectionItems* m_items;
  DayEdit* m_due;
  QLabel* m_sum;
  std::vector<models::UsualText> m_usual;
  QComboBox* m_texts; ///< those, to choose from
  QLabel* m_again;    ///< says that it was written before
  QLabel* m_error;
  QPushButton* m_letter;
  QPushButton* m_anew;
  QPushButton* m_send;
  AskedCommand* m_command;
  core::json::array m_proposedItems;
  QString m_proposedDue;
  std::optional<core::Date> m_proposedDay;
};

} // namespace madoguchi::ui
