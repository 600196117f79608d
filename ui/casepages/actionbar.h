// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <QFrame>

#include <array>

class QMenu;
class QToolButton;

namespace madoguchi::ui {

/// The actions that make sense now, with their keys; an impossible one says why in its tool tip. All of them
/// stand in the menu. What leads to other cases and windows is left out in a window of its own.
class ActionBar : public QFrame {
  Q_OBJECT

public:
  ActionBar(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void wanted(models::CaseAction action);
  void nextWanted();
  void apartWanted();

private:
  void refresh();
  void fillMenu();

  Context m_context;
  std::array<QToolButton*, models::kCaseActionCount> m_buttons{};
  QMenu* m_menu;
};

} // namespace madoguchi::ui
