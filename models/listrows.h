// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listcells.h"

#include <QAbstractItemModel>

#include <vector>

namespace madoguchi::models {

/// A small list as it is shown at one moment, a copy of its own: what pages have besides the table of cases.
struct ListRows {
  QStringList headers;
  std::vector<std::vector<ListCell>> rows;
};

/// What of a model leaves with its list.
struct ListColumn {
  QString header;
  int column = 0;
  int role = Qt::DisplayRole;
};

/// All rows of the model, in its order; those of a tree each below its parent, set in. A whole number under
/// Qt::EditRole is one in the list too, and what is checked has a tick before it. UI thread.
[[nodiscard]] ListRows rowsOf(const QAbstractItemModel& model, const std::vector<ListColumn>& columns);

} // namespace madoguchi::models
