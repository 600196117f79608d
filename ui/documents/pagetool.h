// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QToolButton>

#include <functional>

namespace madoguchi::ui {

/// A button with a sign for what shows pages, and with a key of its own, which works while the viewer or a
/// part of it has the focus.
[[nodiscard]] QToolButton* pageTool(QWidget* viewer, const QString& sign, const QColor& colour,
                                    const QString& text, const QKeySequence& key,
                                    const std::function<void()>& run);

} // namespace madoguchi::ui
