// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/desk/caselistrow.h"
#include "models/casetablemodel.h"
#include "models/ports/referencesource.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace madoguchi::models {

/// Loading, Pending, …: the sign of a row's state in words.
[[nodiscard]] QString rowStateText(RowState state);

/// What a row of the table says, column by column (CaseTableModel::Column).
class CaseRowText {
public:
  /// Both references outlive it.
  CaseRowText(const core::CaseListRow& row, const References& references, core::Date today)
      : m_row(row), m_references(references), m_today(today) {}

  [[nodiscard]] static QString header(int column);
  [[nodiscard]] QString cell(int column) const;
  [[nodiscard]] QString toolTip(int column) const;
  /// "Due: 3 days left" - with the column's name, and the state of the row in the first column.
  [[nodiscard]] QString accessible(int column, RowState state) const;
  /// Calendar days until the due day, negative when it has passed; none where nothing is due.
  [[nodiscard]] std::optional<int> daysLeft() const;
  /// How much of the time between arrival and due day has gone, 0 … 1.
  [[nodiscard]] std::optional<double> usedFraction() const;
  /// What the flags say that the other columns do not.
  [[nodiscard]] QStringList flags() const;

private:
  [[nodiscard]] QString due() const;

  const core::CaseListRow& m_row;
  const References& m_references;
  core::Date m_today;
};

} // namespace madoguchi::models
