// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QTableWidget;

namespace madoguchi::ui {

struct KeyLine {
  QString name;
  QString title;
  QKeySequence key;
};

/// All keys, each of which can be changed; a changed one holds when the window is opened again.
class KeyPage : public QWidget {
  Q_OBJECT

public:
  KeyPage(const Context& context, std::vector<KeyLine> lines, QWidget* parent = nullptr);

private:
  void tellKey(int row, const QKeySequence& key);
  void change(int row, const QKeySequence& key);

  Context m_context;
  std::vector<KeyLine> m_lines;
  QTableWidget* m_table;
};

} // namespace madoguchi::ui
