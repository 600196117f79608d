// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace madoguchi::ui {

/// Beside one entry of a list: up, down, remove.
class EntryButtons : public QWidget {
  Q_OBJECT

public:
  explicit EntryButtons(QWidget* parent);

  /// `title`: how the entry is called; `item` of `items`, from 1.
  void show(const QString& pointer, const QString& title, int item, int items);
  [[nodiscard]] QWidgetList inputs() const;

Q_SIGNALS:
  void moveRequested(int by);
  void removeRequested();

private:
  QPushButton* m_up;
  QPushButton* m_down;
  QPushButton* m_remove;
};

} // namespace madoguchi::ui
