// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caselistrow.h"
#include "models/ports/referencesource.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace madoguchi::models {

/// A cell of a list that leaves the program.
struct ListCell {
  QString text;
  std::optional<core::Date> day{};      ///< where the cell is a day; `text` is then how it is written
  std::optional<std::int64_t> number{}; ///< likewise
};

/// The rows of a list as text, for files and paper: the same words as on the screen, with the kana and the
/// due day in columns of their own. No row holds an address, so none of a protected person can leave this
/// way. Holds no more than values: it may be used on any one thread.
class ListCells {
public:
  /// `columns`: of CaseTableModel, in the order in which they are wanted.
  ListCells(std::vector<int> columns, std::shared_ptr<const References> references, core::Date today);

  [[nodiscard]] QStringList headers() const;
  [[nodiscard]] std::vector<ListCell> cells(const core::CaseListRow& row) const;

private:
  std::vector<int> m_columns;
  std::shared_ptr<const References> m_references;
  core::Date m_today;
};

} // namespace madoguchi::models
