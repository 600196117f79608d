// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/opendesk.h"
#include "app/training/practiceoffice.h"
#include "ui/basics/theme.h"
#include "ui/window/mainwindow.h"

#include <memory>

namespace madoguchi::app {

/// The practice office with its window. It is given no server, no profile and no key store. UI thread.
class PracticeDesk : public QObject {
  Q_OBJECT

public:
  /// `preferencesFile`: of whoever practises; its tasks and its window are remembered there.
  PracticeDesk(core::AppealTexts appealTexts, QString preferencesFile, const CommonPorts& common,
               QObject* parent = nullptr);
  ~PracticeDesk() override;

  /// `opened` or `failed` follows.
  void open();
  [[nodiscard]] bool isOpen() const { return m_desk != nullptr; }
  /// The look or language of the window, as chosen here; empty: as outside.
  [[nodiscard]] QString chosen(const QString& key) const;
  /// Makes the window, or makes it anew.
  void showWindow(ui::Look look);
  void closeWindow();
  [[nodiscard]] ui::MainWindow* window() const { return m_window.get(); }

Q_SIGNALS:
  void opened();
  void failed(const core::Error& error);
  void leaveWanted();
  /// The window is to be made anew.
  void lookChosen();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void choose(const QString& key, const QString& value);

  QString m_preferencesFile;
  CommonPorts m_common;
  PracticeOffice m_office;
  std::unique_ptr<OpenDesk> m_desk;
  std::unique_ptr<ui::Theme> m_theme;
  std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace madoguchi::app
