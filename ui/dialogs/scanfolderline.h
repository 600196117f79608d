// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// Asks for the folder into which the scanner puts its files; it is watched from then on, and remembered.
void askScanFolder(const Context& context, QWidget* parent);

/// The folder that is watched, and the ways to another one or to none; where IT has fixed it, it says so.
/// Only where there is a tray (Ports::scans).
class ScanFolderLine : public QWidget {
  Q_OBJECT

public:
  explicit ScanFolderLine(const Context& context, QWidget* parent = nullptr);

private:
  void refresh();

  models::ScanTray& m_scans;
  QLabel* m_place;
  QPushButton* m_choose;
  QPushButton* m_none;
};

} // namespace madoguchi::ui
