// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace madoguchi::ui {

/// Takes the application's style sheet away while a window is built, and puts it back. A sheet that is there
/// is matched anew against a whole branch of the window each time a layout takes one in: a third of the start
/// of the desk went there.
class WithoutSheet {
public:
  WithoutSheet() : m_sheet(qApp->styleSheet()) { qApp->setStyleSheet({}); }
  ~WithoutSheet() { qApp->setStyleSheet(m_sheet); }
  WithoutSheet(const WithoutSheet&) = delete;
  WithoutSheet& operator=(const WithoutSheet&) = delete;

private:
  QString m_sheet;
};

} // namespace madoguchi::ui
