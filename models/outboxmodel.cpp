// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outboxmodel.h"

#include "models/commandlabels.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Outbox)
};

} // namespace

bool needsPerson(core::OutboxStatus status) {
  switch (status) {
  case core::OutboxStatus::Conflicted:
  case core::OutboxStatus::Rejected:
  case core::OutboxStatus::Blocked:
  case core::OutboxStatus::Quarantined:
    return true;
  case core::OutboxStatus::Waiting:
  case core::OutboxStatus::Sent:
  case core::OutboxStatus::Confirmed:
    return false;
  }
  return false;
}

OutboxModel::OutboxModel(OutboxSource& source, Show show, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_show(show) {
  connect(&source, &OutboxSource::entriesLoaded, this, &OutboxModel::take);
  connect(&source, &OutboxSource::changed, this, [this] { m_source.requestEntries(); });
  m_source.requestEntries();
}

void OutboxModel::take(const std::vector<OutboxItem>& items) {
  beginResetModel();
  m_items.clear();
  for (const OutboxItem& item : items)
    if (m_show == Show::All || needsPerson(item.entry.status)) m_items.push_back(item);
  endResetModel();
}

const OutboxItem* OutboxModel::itemAt(int row) const {
  return row >= 0 && row < rowCount() ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

int OutboxModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int OutboxModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString OutboxModel::cell(const OutboxItem& item, int column) const {
  switch (column) {
  case What:
    return commandLabel(item.entry.kind);
  case Case: {
    const QString number = item.caseNumber.empty() ? Say::tr("(no number yet)") : qtext(item.caseNumber);
    return item.applicantName.empty() ? number
                                      : QStringLiteral("%1　%2").arg(number, qtext(item.applicantName));
  }
  case Made:
    return shortMoment(item.entry.madeAt);
  case State:
    return label(item.entry.status);
  case Reason:
    return item.entry.code.empty() ? QString() : errorText(core::errorCodeFrom(item.entry.code));
  default:
    return {};
  }
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const OutboxItem& item = m_items[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
  case Qt::ToolTipRole:
    return cell(item, index.column());
  case Qt::AccessibleTextRole:
    return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                        cell(item, index.column()));
  case StatusRole:
    return static_cast<int>(item.entry.status);
  case CommandRole:
    return qtext(item.entry.command.value);
  case CaseIdRole:
    return qtext(item.entry.caseId.value);
  default:
    return {};
  }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
  switch (section) {
  case What:
    return Say::tr("What");
  case Case:
    return Say::tr("Case");
  case Made:
    return Say::tr("Made");
  case State:
    return Say::tr("State");
  case Reason:
    return Say::tr("Reason");
  default:
    return {};
  }
}

} // namespace madoguchi::models
