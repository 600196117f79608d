// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listfilter.h"

#include <QStringList>

#include <boost/describe.hpp>

#include <algorithm>

namespace madoguchi::models {

namespace {

// No case has this id.
const core::CaseId kPlace("desk:filters");
const QString kNobody = QStringLiteral("-");

/// No case has a flag and has it not.
void letNothingThrough(core::CaseQuery& query) {
  query.allOf |= core::bit(core::RowFlag::Open);
  query.noneOf |= core::bit(core::RowFlag::Open);
}

template <class Item>
void narrowTo(core::CaseQuery& query, std::vector<Item>& items, const Item& wanted) {
  if (!items.empty() && std::find(items.begin(), items.end(), wanted) == items.end())
    return letNothingThrough(query);
  items = {wanted};
}

void narrowDue(core::CaseQuery& query, std::optional<core::Date> from, std::optional<core::Date> until) {
  if (from && (!query.dueFrom || *query.dueFrom < *from)) query.dueFrom = from;
  if (until && (!query.dueUntil || *query.dueUntil > *until)) query.dueUntil = until;
}

QString nameOf(core::Queue queue) {
  return QString::number(static_cast<int>(queue));
}

} // namespace

core::CaseQuery ListFilter::narrowed(core::CaseQuery query, core::Date today) const {
  if (!text.empty()) query.text = query.text.empty() ? text : query.text + ' ' + text;
  if (status) narrowTo(query, query.statuses, *status);
  if (!procedure.empty()) narrowTo(query, query.procedures, procedure);
  const core::Date nextWeek = today + std::chrono::days(core::kDueSoonDays);
  switch (due) {
  case Due::Any:
    break;
  case Due::Overdue:
    narrowDue(query, std::nullopt, today - std::chrono::days(1));
    break;
  case Due::ThisWeek:
    narrowDue(query, today, nextWeek - std::chrono::days(1));
    break;
  case Due::Later:
    narrowDue(query, nextWeek, std::nullopt);
    break;
  }
  if (holder) {
    if (query.holder && *query.holder != *holder) letNothingThrough(query);
    query.holder = holder;
  }
  query.allOf |= flags;
  if (!label.empty()) {
    if (!query.label.empty() && query.label != label) letNothingThrough(query);
    query.label = label;
  }
  return query;
}

QString toText(const ListFilter& filter) {
  QString text = QString::fromStdString(filter.text);
  text.replace(QChar(u'\n'), QChar(u' '));
  const char* status = filter.status ? boost::describe::enum_to_string(*filter.status, "") : "";
  QString holder;
  if (filter.holder) holder = filter.holder->empty() ? kNobody : QString::fromStdString(filter.holder->value);
  return QStringList{text,
                     QString::fromLatin1(status),
                     QString::fromStdString(filter.procedure.value),
                     QString::number(static_cast<int>(filter.due)),
                     holder,
                     QString::number(filter.flags),
                     QString::fromStdString(filter.label)}
      .join(QChar(u'\n'));
}

ListFilter filterFrom(const QString& text) {
  const QStringList parts = text.split(QChar(u'\n'));
  ListFilter filter;
  filter.text = parts.value(0).toStdString();
  core::Status status{};
  if (boost::describe::enum_from_string(parts.value(1).toLatin1().constData(), status))
    filter.status = status;
  filter.procedure = core::ProcedureId(parts.value(2).toStdString());
  filter.due = static_cast<ListFilter::Due>(std::clamp(parts.value(3).toInt(), 0, 3));
  if (const QString holder = parts.value(4); holder == kNobody)
    filter.holder = core::UserId();
  else if (!holder.isEmpty())
    filter.holder = core::UserId(holder.toStdString());
  filter.flags = parts.value(5).toUInt();
  filter.label = parts.value(6).toStdString();
  return filter;
}

ListFilter keptFilter(const DraftKeeper& drafts, core::Queue queue) {
  return filterFrom(drafts.drafts(kPlace).value(nameOf(queue)));
}

void keepFilter(DraftKeeper& drafts, core::Queue queue, const ListFilter& filter) {
  QMap<QString, QString> kept = drafts.drafts(kPlace);
  if (filter.isEmpty())
    kept.remove(nameOf(queue));
  else
    kept.insert(nameOf(queue), toText(filter));
  drafts.keep(kPlace, kept);
}

} // namespace madoguchi::models
