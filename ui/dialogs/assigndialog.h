// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/keyorder.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace madoguchi::ui {

/// Chooses the colleagues among whom cases are shared out in turn. Either the cases are given, or a
/// supervisor names a colleague (who is away), whose open cases they are. The caller acts when it is
/// accepted.
class AssignDialog : public Dialog {
  Q_OBJECT

public:
  AssignDialog(const Context& context, QWidget* parent = nullptr);

  void setCases(models::Keys keys);
  /// Asks for the colleague whose cases are handed over, those of all procedures or of one.
  /// `proposal`: chosen at first; empty: who is away.
  void askWhose(const core::UserId& proposal = {});

  [[nodiscard]] std::vector<core::UserId> assignees() const;
  [[nodiscard]] const models::Keys& cases() const { return m_keys; }

private:
  void fillColleagues();
  void readCases();
  void takeCases(quint64 generation, const std::shared_ptr<const std::vector<models::CaseKey>>& keys);
  void refresh();
  [[nodiscard]] core::UserId whose() const;

  Context m_context;
  QWidget* m_source;
  QComboBox* m_whose;
  QComboBox* m_procedure;
  QLabel* m_count;
  QListWidget* m_colleagues;
  QPushButton* m_accept;
  models::Keys m_keys;
  quint64 m_generation = 0; ///< of the cases that are being read; 0: none
};

} // namespace madoguchi::ui
