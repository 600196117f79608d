// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace madoguchi::ui {

/// One of our own drawings (resources/icons) in a colour of the theme; its disabled form is paler.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);
/// And in `selected` where it is drawn on the ground of a selection (QIcon::Selected).
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour, const QColor& selected);

} // namespace madoguchi::ui
