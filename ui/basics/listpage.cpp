// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/listpage.h"

#include <QHeaderView>

namespace madoguchi::ui {

std::vector<models::ListColumn> shownColumns(const QHeaderView& header) {
  std::vector<models::ListColumn> columns;
  for (int place = 0; place < header.count(); ++place) {
    const int column = header.logicalIndex(place);
    if (!header.isSectionHidden(column))
      columns.push_back({header.model()->headerData(column, Qt::Horizontal).toString(), column});
  }
  return columns;
}

ShownList wholeList(const QString& name, const QHeaderView& header) {
  return {name,
          name,
          std::make_shared<const models::ListRows>(models::rowsOf(*header.model(), shownColumns(header))),
          {},
          {},
          false};
}

} // namespace madoguchi::ui
