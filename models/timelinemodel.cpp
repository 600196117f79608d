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

void TimelineModel::setFilter(std::optional<EventGroup> group, const core::UserId& person) {
  m_group = group;
  m_person = person;
  rebuild();
}

TimelineModel::Entry TimelineModel::entryOf(const core::Event& event, const core::CaseState& before) const {
  const OpenedCase& shown = *m_opened.opened();
  const auto references = m_opened.references();
  // In the words of the version that the case had then.
  const core::Procedure* procedure = references->procedure(before.procedure, before.procedureVersion);
  const EventText text =
      eventText(event.body, *references, procedure == nullptr ? m_opened.procedure() : procedure, &before);
  const bool pending =
      std::any_of(shown.pending.begin(), shown.pending.end(),
                  [&](const core::OutboxEntry& entry) { return entry.command == event.command; });
  // An application that came online was brought by an interface, not by a colleague.
  const auto* arrived = std::get_if<core::CaseArrived>(&event.body);
  const bool byInterface = arrived != nullptr && references->people.count(event.actor) == 0;
  return {text.title,
          text.details,
          byInterface ? label(arrived->channel) : personName(*references, event.actor),
          shortMoment(event.at),
          pending,
          0};
}

void TimelineModel::rebuild() {
  beginResetModel();
  m_entries.clear();
  m_people.clear();
  m_total = 0;
  if (m_opened.id() != m_shown) {
    m_shown = m_opened.id();
    m_group.reset();
    m_person = {};
  }
  if (const OpenedCase* shown = m_opened.opened()) {
    // Forward, because an entry tells what it changed; each case holds what came before it.
    core::CaseState before;
    before.id = shown->record.state.id;
    for (const core::Event& event : shown->record.timeline) {
      Entry entry = entryOf(event, before);
      entry.event = m_total++;
      core::apply(before, event);
      const bool known = std::any_of(m_people.begin(), m_people.end(),
                                     [&](const auto& person) { return person.first == event.actor; });
      if (!known) m_people.emplace_back(event.actor, entry.who);
      const bool chosen =
          (!m_group || groupOf(event.body) == *m_group) && (m_person.empty() || event.actor == m_person);
      if (chosen) m_entries.push_back(std::move(entry));
    }
    std::reverse(m_entries.begin(), m_entries.end());
  }
  endResetModel();
}

std::optional<core::CaseState> TimelineModel::stateAfter(int event) const {
  const OpenedCase* shown = m_opened.opened();
  if (shown == nullptr || event < 0 || event >= static_cast<int>(shown->record.timeline.size()))
    return std::nullopt;
  const auto& timeline = shown->record.timeline;
  return core::replay(shown->record.state.id, {timeline.begin(), timeline.begin() + event + 1});
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
  case EventRole:
    return entry.event;
  default:
    return {};
  }
}

} // namespace madoguchi::models
