// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace madoguchi::ui {

class AskedCommand;
class DayEdit;

/// Records the answer to a request for correction: for each item whether it was answered, a note, and the
/// document that came for it. Closes when the rules took it; until then what is written is kept, and is there
/// when it is opened again.
class AnswerDialog : public Dialog {
  Q_OBJECT

public:
  AnswerDialog(const Context& context, QWidget* parent = nullptr);

  void accept() override;
  void reject() override;

private:
  void layOut();
  void addItems();
  void addItem(const core::CorrectionRound& round, const core::CorrectionItem& asked,
               const core::CorrectionReply& proposed);
  [[nodiscard]] QComboBox* box(int row, int column) const;
  [[nodiscard]] std::vector<core::CorrectionReply> replies() const;
  [[nodiscard]] core::json::object written() const;
  void restore(const core::json::object& kept);
  void onChanged();
  void check();

  Context m_context;
  QLabel* m_again; ///< says that it was written before
  DayEdit* m_day;
  QTableWidget* m_items;
  QLabel* m_open; ///< how many stay open
  QPlainTextEdit* m_text;
  QLabel* m_error;
  QPushButton* m_record;
  AskedCommand* m_command;
  core::json::object m_proposed;
};

} // namespace madoguchi::ui
