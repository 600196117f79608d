// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outboxmodel.h"

#include "models/commandlabels.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/sizetext.h"
#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Outbox)
};

/// Empty where no document has to be there before it.
core::BlobId blobOf(const core::OutboxEntry& entry) {
  const auto payload = core::parseJson(entry.payload);
  if (!payload) return {};
  for (const std::string_view pointer : {"/body/blob", "/body/scan/blob", "/body/pdf"})
    if (const core::json::value* blob = core::valueAt(*payload, pointer);
        blob != nullptr && blob->is_string())
      return core::BlobId(std::string(blob->get_string()));
  return {};
}

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

OutboxModel::OutboxModel(OutboxSource& source, Show show, DocumentPlaces* places, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_show(show), m_places(places) {
  if (m_places != nullptr) connect(m_places, &DocumentPlaces::transferred, this, &OutboxModel::follow);
  connect(&source, &OutboxSource::entriesLoaded, this, &OutboxModel::take);
  connect(&source, &OutboxSource::changed, this, [this] { m_source.requestEntries(); });
  m_source.requestEntries();
}

void OutboxModel::take(const std::vector<OutboxItem>& items) {
  beginResetModel();
  m_rows.clear();
  for (const OutboxItem& item : items)
    if (m_show == Show::All || needsPerson(item.entry.status)) m_rows.push_back({item, blobOf(item.entry)});
  endResetModel();
}

void OutboxModel::follow(const core::BlobId& blob) {
  for (int row = 0; row < rowCount(); ++row)
    if (m_rows[static_cast<std::size_t>(row)].blob == blob)
      Q_EMIT dataChanged(index(row, State), index(row, State));
}

QString OutboxModel::stateText(const Row& row) const {
  QString text = label(row.item.entry.status);
  const auto transfer =
      m_places == nullptr || row.blob.empty() ? std::nullopt : m_places->transferOf(row.blob);
  if (!transfer) return text;
  return Say::tr("%1 (document: %2)").arg(text, transferText(transfer->done, transfer->total));
}

const OutboxItem* OutboxModel::itemAt(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].item : nullptr;
}

int OutboxModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString OutboxModel::cell(const Row& row, int column) const {
  const OutboxItem& item = row.item;
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
    return stateText(row);
  case Reason:
    return item.entry.code.empty() ? QString() : errorText(core::errorCodeFrom(item.entry.code));
  default:
    return {};
  }
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const OutboxItem& item = row.item;
  switch (role) {
  case Qt::DisplayRole:
  case Qt::ToolTipRole:
    return cell(row, index.column());
  case Qt::AccessibleTextRole:
    return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                        cell(row, index.column()));
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
