// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "models/listrows.h"

#include <QString>

#include <memory>
#include <vector>

class QHeaderView;

namespace madoguchi::ui {

/// A list that can leave the program, as it is at this moment.
struct ShownList {
  QString title;                                ///< on the dialog and on paper
  QString fileName;                             ///< proposed, without suffix; names nobody
  std::shared_ptr<const models::ListRows> rows; ///< null: the table of cases, read from the cache
  std::vector<int> columns;                     ///< of that table, as it shows them
  core::CaseId caseId;                          ///< whose list it is; may be empty
  bool hidesOffice = false; ///< of somebody under protection: the office tells the place of filing
};

/// A page with a list that can be printed and written to a file. UI thread.
class ListPage {
public:
  virtual ~ListPage() = default;

  /// For whether there is something in it.
  [[nodiscard]] virtual const QAbstractItemModel& listModel() const = 0;
  [[nodiscard]] virtual ShownList shownList() const = 0;
};

/// The columns of a view, in its order and without those that are hidden.
[[nodiscard]] std::vector<models::ListColumn> shownColumns(const QHeaderView& header);
/// A list of a page that has nothing but its view, titled by its name.
[[nodiscard]] ShownList wholeList(const QString& name, const QHeaderView& header);

} // namespace madoguchi::ui
