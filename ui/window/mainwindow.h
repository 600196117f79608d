// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/withoutsheet.h"
#include "ui/help/helpdialog.h"
#include "ui/window/commandpalette.h"
#include "ui/window/windowcommand.h"

#include <QKeySequence>
#include <QMainWindow>

#include <functional>
#include <optional>
#include <vector>

class QActionGroup;
class QMenu;
class QVBoxLayout;

namespace madoguchi::ui {

class FirstGuide;
class MessageBar;
class StatusLine;
class Workspace;

/// The window of somebody who is signed in: the workspace with menus, keys, messages and the status line.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  MainWindow(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] Workspace* workspace() const { return m_workspace; }
  void say(const Message& message);
  /// To one who has no PIN: how to get one, and what for.
  void offerPin();
  /// Saves what is typed and where the window is, before it is closed or exchanged.
  void commit();

Q_SIGNALS:
  /// "ja" or "en"; the window is made anew.
  void languageWanted(const QString& language);
  /// "auto", "light", "dark" or "contrast".
  void lookWanted(const QString& look);
  /// Other keys are to hold; the window is made anew.
  void keysChanged();
  void lockWanted();
  /// To end the program, which closing the window may not.
  void quitWanted();
  /// To the practice office; from within it: out of it.
  void trainingWanted();

protected:
  bool focusNextPrevChild(bool next) override;

private:
  using Command = WindowCommand;

  void buildCommands();
  /// Guide and training.
  void addParts(QVBoxLayout& box);
  /// The pages of the case, and the queues.
  void addPlaces();
  void buildMenus();
  void buildActionsMenu();
  void buildViewMenu();
  void addCommand(QMenu* menu, const QString& name);
  void addCaseKeys();
  /// One of several commands of which one holds.
  void addChoice(QActionGroup* group, const QString& title, const QString& name, bool isChosen);
  void tellRecovered(int applied, int refused);
  void tellHeldRemoval();
  void showSettings();
  void showPalette();
  void showSearch();
  void showHelp(HelpDialog::Page page);
  [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const;

  Context m_context;
  std::optional<WithoutSheet> m_building{std::in_place}; ///< while the parts are made
  std::vector<Command> m_commands;
  Workspace* m_workspace;
  MessageBar* m_messages;
  StatusLine* m_status;
  FirstGuide* m_guide = nullptr;
  std::optional<models::SyncStatus::HeldRemoval> m_toldRemoval;
};

} // namespace madoguchi::ui
