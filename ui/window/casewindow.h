// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/deskwindow.h"

namespace madoguchi::ui {

class CaseView;

/// One case in a window of its own, with all its pages, actions and keys. Closed, it saves what can be saved
/// and is done when that is done; what cannot stays as a draft.
class CaseWindow : public DeskWindow {
  Q_OBJECT

public:
  /// `shown` outlives it.
  CaseWindow(const Context& desk, models::CaseApart& shown);

  [[nodiscard]] const core::CaseId& id() const { return m_context.opened.id(); }
  [[nodiscard]] CaseView* caseView() const { return m_view; }
  /// Closed, or on its way to it.
  [[nodiscard]] bool isLeaving() const { return m_isLeaving; }
  /// Before all others, with the keyboard in it.
  void comeForth();
  /// Saves what is typed and where the window stands, before it is exchanged.
  void commit();

Q_SIGNALS:
  /// It is closed, and nothing of it is still to be done. Also from within its own event.
  void left();
  /// It was closed, and what it was to save is refused: that is to be seen, with the reason.
  void stayed();
  /// The user goes back to the list.
  void listWanted();
  void helpWanted(HelpDialog::Page page);
  void lockWanted();
  /// Out of the practice office.
  void trainingWanted();

protected:
  void run(models::CaseAction action) override;
  void showHelp(HelpDialog::Page page) override { Q_EMIT helpWanted(page); }
  void closeEvent(QCloseEvent* event) override;

private:
  void buildCommands();
  void buildMenus();
  void refreshTitle();
  void restorePlace();

  models::CaseApart& m_shown;
  CaseView* m_view;
  bool m_isLeaving = false;
};

} // namespace madoguchi::ui
