// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>

class QAbstractItemModel;
class QHBoxLayout;
class QPushButton;
class QTableView;

/// What the pages of the outbox and of what needs attention have in common.
namespace madoguchi::ui {

/// A table of entries of the outbox, one row at a time.
void prepareEntryTable(QTableView& table, QAbstractItemModel& model, const QString& name,
                       const QString& accessibleName);
/// Buttons side by side, at the left.
[[nodiscard]] QHBoxLayout* buttonRow(std::initializer_list<QPushButton*> buttons);

} // namespace madoguchi::ui
