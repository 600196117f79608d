// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/casetableview.h"

#include <QTimer>

namespace madoguchi::app {

/// Paints a window that nobody sees until its first rows are on it, or its list is known to be empty. Fonts,
/// layout, icons and rows, which make up most of a start, are there when it is shown then. Goes with the
/// window. UI thread.
class UnseenPainter : public QObject {
  Q_OBJECT

public:
  UnseenPainter(QWidget& window, ui::CaseTableView& table);

private:
  void paint();

  QWidget& m_window;
  ui::CaseTableView& m_table;
  QTimer m_soon; ///< rows arrive in many pieces
};

} // namespace madoguchi::app
