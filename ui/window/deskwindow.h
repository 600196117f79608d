// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"
#include "ui/help/helpdialog.h"
#include "ui/window/commandpalette.h"
#include "ui/window/windowcommand.h"

#include <QMainWindow>

#include <vector>

class QMenu;
class QVBoxLayout;

namespace madoguchi::ui {

class MessageBar;

/// What the windows of the desk have in common, the one with the lists and those of a single case: commands
/// and actions of the case with their keys, menus, the palette, undo, and the bar for what is to be said.
class DeskWindow : public QMainWindow {
  Q_OBJECT

public:
  void say(const Message& message);

protected:
  DeskWindow(const Context& context, QWidget* parent);

  /// Does the action on the case of this window.
  virtual void run(models::CaseAction action) = 0;
  /// Keys and topics, over this window.
  virtual void showHelp(HelpDialog::Page page) = 0;
  bool focusNextPrevChild(bool next) override;

  /// What the window is about, and below it the bar for messages; more may be put above and below.
  QVBoxLayout& layOut(QWidget& work);
  /// Palette, undo and help, which each window has.
  [[nodiscard]] std::vector<WindowCommand> commonCommands();
  /// With the user's own keys, in the order of palette and help.
  void add(std::vector<WindowCommand> commands);
  [[nodiscard]] const std::vector<WindowCommand>& commands() const { return m_commands; }
  /// After the commands: so that their keys are there too.
  void addCaseKeys();

  /// Of a command that is there; nothing where there is none of that name.
  void addCommand(QMenu* menu, const QString& name);
  /// The actions of the case, with why not.
  void addActionsMenu();
  /// These commands, where one asks the widget for what can be done with it.
  void addContextMenu(QWidget& widget, const std::vector<const char*>& names);
  /// All commands, and before them the actions of the case.
  [[nodiscard]] std::vector<KeyLine> keyLines() const;

  Context m_context;

private:
  [[nodiscard]] std::vector<PaletteEntry> actionEntries();
  void showPalette();
  void undo();

  std::vector<WindowCommand> m_commands;
  MessageBar* m_messages;
};

} // namespace madoguchi::ui
