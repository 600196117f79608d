// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace madoguchi::ui {

/// A table of numbers to be read, row by row; Tab leaves it, and no input method composes in it.
[[nodiscard]] QTableView* figureTable(const QString& objectName, const QString& accessibleName,
                                      QAbstractItemModel& model, QWidget* parent);

} // namespace madoguchi::ui
