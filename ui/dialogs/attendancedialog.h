// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace madoguchi::ui {

class DayEdit;

/// Who is away, from when until when; recorded by the person, a supervisor or an administrator, while the
/// server can be reached. It stays open, so that a whole office can be recorded.
class AttendanceDialog : public Dialog {
  Q_OBJECT

public:
  AttendanceDialog(const Context& context, QWidget* parent = nullptr);

private:
  void connectAll();
  void fillPeople();
  void fillTable();
  void takeRow();
  void check();
  void enable();
  void note(const QString& text);
  /// Whether this person is away on one of the days that are chosen.
  [[nodiscard]] bool isAway() const;
  void record(bool away);
  [[nodiscard]] core::UserId person() const;

  Context m_context;
  QComboBox* m_people;
  DayEdit* m_from;
  DayEdit* m_to;
  QLabel* m_note;
  QLabel* m_error;
  QPushButton* m_away;
  QPushButton* m_back;
  QTableWidget* m_table;
  QLabel* m_nobody;
  std::optional<quint64> m_request;
};

} // namespace madoguchi::ui
