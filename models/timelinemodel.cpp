// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "models/datetext.h"
#include "models/eventtext.h"
#include "models/labels.h"
#include "models/names.h"

#include <algorithm>

namespace madoguchi::models {

TimelineModel::TimelineModel(OpenCase& opened, QObject* parent)
    : QAbstractListModel(parent), m_opened(opened) {
  connect(&opened, &OpenCase::changed, this, &TimelineModel::rebuild);
  connect(&opened, &OpenCase::switched, this, &TimelineModel::rebuild);
  rebuild();
}

void TimelineModel::rebuild() {
  beginResetModel();
  m_entries.clear();
  if (const OpenedCase* shown = m_opened.opened()) {
    const auto references = m_opened.references();
    for (auto event = shown->record.timeline.rbegin(); event != shown->record.timeline.rend(); ++event) {
      const EventText text = eventText(event->body, *references, m_opened.procedure());
      const bool pending =
          std::any_of(shown->pending.begin(), shown->pending.end(),
                      [&](const core::OutboxEntry& entry) { return entry.command == event->command; });
      // An application that came online was brought by an interface, not by a colleague.
      const auto* arrived = std::get_if<core::CaseArrived>(&event->body);
      const bool byInterface = arrived != nullptr && references->people.count(event->actor) == 0;
      m_entries.push_back({text.title, text.details,
                           byInterface ? label(arrived->channel) : personName(*references, event->actor),
                           shortMoment(event->at), pending});
    }
  }
  endResetModel();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return entry.title;
  case Qt::AccessibleTextRole:
    return (QStringList{entry.when, entry.who, entry.title} + entry.details).join(QStringLiteral(", "));
  case DetailsRole:
    return entry.details;
  case WhoRole:
    return entry.who;
  case WhenRole:
    return entry.when;
  case PendingRole:
    return entry.pending;
  default:
    return {};
  }
}

} // namespace madoguchi::models
