// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/withoutsheet.h"
#include "ui/window/deskwindow.h"

#include <optional>

class QActionGroup;

namespace madoguchi::ui {

class CaseWindows;
class FirstGuide;
class StatusLine;
class Workspace;

/// The window of somebody who is signed in: the workspace with menus, keys, messages and the status line.
/// Cases in windows of their own come, are shown and go with it.
class MainWindow : public DeskWindow {
  Q_OBJECT

public:
  MainWindow(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] Workspace* workspace() const { return m_workspace; }
  /// To one who has no PIN: how to get one, and what for.
  void offerPin();
  /// Saves what is typed and where the window is, before it is closed or exchanged; also of the cases in
  /// windows of their own.
  void commit();
  /// Closes those, as their user would.
  void closeCaseWindows();

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
  void run(models::CaseAction action) override;
  void showHelp(HelpDialog::Page page) override { showHelp(page, *this); }
  void showEvent(QShowEvent* event) override;

private:
  void buildCommands();
  /// Guide and training.
  void addParts(QVBoxLayout& box);
  void addQueues();
  void addCaseWindows();
  void buildMenus();
  void buildViewMenu();
  /// One of several commands of which one holds.
  void addChoice(QActionGroup* group, const QString& title, const QString& name, bool isChosen);
  void tellRecovered(int applied, int refused);
  void tellHeldRemoval();
  void showSettings();
  void showSearch();
  void showHelp(HelpDialog::Page page, QWidget& over);

  std::optional<WithoutSheet> m_building{std::in_place}; ///< while the parts are made
  Workspace* m_workspace;
  StatusLine* m_status;
  CaseWindows* m_caseWindows = nullptr;
  FirstGuide* m_guide = nullptr;
  std::optional<models::SyncStatus::HeldRemoval> m_toldRemoval;
};

} // namespace madoguchi::ui
