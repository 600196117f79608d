// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/dialog.h"

#include <QString>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace madoguchi::ui {

/// Something that the palette can do; `reason` where it cannot be done now.
struct PaletteEntry {
  QString title;
  QString key;
  QString reason;
  std::function<void()> run;
};

/// Everything that can be done here, found by typing (Ctrl+K).
class CommandPalette : public Dialog {
  Q_OBJECT

public:
  CommandPalette(std::vector<PaletteEntry> entries, QWidget* parent = nullptr);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void filter();
  void addEntry(int number);
  void runCurrent();

  std::vector<PaletteEntry> m_entries;
  QLineEdit* m_text;
  QListWidget* m_list;
};

} // namespace madoguchi::ui
