// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

namespace madoguchi::ui {

/// Something that the window can do: in a menu, by a key that the user may change, and in the palette.
struct WindowCommand {
  QString name;
  QString title;
  QKeySequence key;
  std::function<void()> run;
  std::function<QString()> whyNot{}; ///< empty text: possible now; null: always
};

} // namespace madoguchi::ui
