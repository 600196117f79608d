// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace madoguchi::tests {

/// Of which of these classes the widget is.
template <class... Classes>
bool isOneOf(const QWidget* widget) {
  return ((qobject_cast<const Classes*>(widget) != nullptr) || ...);
}

/// Class and name of a widget and of the two it stands in, so that a reader of the log finds it.
[[nodiscard]] QString title(const QWidget* widget);
/// The editor in a combo box, the button in a spin box: the whole is the control.
[[nodiscard]] bool isPartOfAnother(const QWidget* widget);
/// What a user can do something with, of those that are visible on the page.
[[nodiscard]] std::vector<QWidget*> controlsOf(const QWidget& page);

} // namespace madoguchi::tests
