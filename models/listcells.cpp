// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcells.h"

#include "models/caserowtext.h"
#include "models/datetext.h"
#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ListCells)
};

ListCell dayCell(const std::optional<core::Date>& day) {
  return day ? ListCell{shortDay(*day), day} : ListCell{};
}

} // namespace

ListCells::ListCells(std::vector<int> columns, std::shared_ptr<const References> references, core::Date today)
    : m_columns(std::move(columns)), m_references(std::move(references)), m_today(today) {}

QStringList ListCells::headers() const {
  QStringList headers;
  for (const int column : m_columns) {
    headers << CaseRowText::header(column);
    if (column == CaseTableModel::Applicant) headers << Say::tr("Kana");
    if (column == CaseTableModel::Due) headers << Say::tr("Due day");
  }
  return headers;
}

std::vector<ListCell> ListCells::cells(const core::CaseListRow& row) const {
  const CaseRowText text(row, *m_references, m_today);
  std::vector<ListCell> cells;
  for (const int column : m_columns) {
    if (column == CaseTableModel::Arrived)
      cells.push_back(dayCell(row.arrivedOn));
    else
      cells.push_back({text.cell(column), {}});
    if (column == CaseTableModel::Applicant) cells.push_back({qtext(row.kana), {}});
    if (column == CaseTableModel::Due) cells.push_back(dayCell(row.dueOn));
  }
  return cells;
}

} // namespace madoguchi::models
