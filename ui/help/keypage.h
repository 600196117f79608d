// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QKeySequenceEdit;
class QTableWidget;

namespace madoguchi::ui {

struct KeyLine {
  QString name;
  QString title;
  QKeySequence key;
};

/// All actions with their keys, each of which can be given, changed and taken away; a changed one holds when
/// the window is made anew. A key that another action has goes over only when the user says so.
class KeyPage : public QWidget {
  Q_OBJECT

public:
  KeyPage(const Context& context, std::vector<KeyLine> lines, QWidget* parent = nullptr);

  /// Takes what is typed and not taken yet; false where that asks the user something first.
  bool settle();
  [[nodiscard]] bool isChanged() const { return m_changed; }

private:
  [[nodiscard]] QKeySequenceEdit* editOf(int row) const;
  void tellKey(int row, const QKeySequence& key);
  /// False where another action has the key, and the user is asked.
  bool change(int row, const QKeySequence& key);
  void askToTakeOver(int row, int holder, const QKeySequence& key);
  void give(int row, const QKeySequence& key);

  Context m_context;
  std::vector<KeyLine> m_lines;
  QTableWidget* m_table;
  bool m_changed = false;
};

} // namespace madoguchi::ui
