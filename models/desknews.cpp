// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desknews.h"

#include "models/labels.h"

#include <utility>

namespace madoguchi::models {

namespace {

using Kind = DeskNews::Kind;

// What somebody is waited for in; that the office has more work than before is no news.
constexpr std::pair<core::Queue, Kind> kQueues[] = {{core::Queue::NeedsAttention, Kind::Refused},
                                                    {core::Queue::ReturnedToMe, Kind::Returned},
                                                    {core::Queue::ToDecide, Kind::ToDecide}};

// Half a day is enough to come to the office; the second is the last call.
constexpr std::chrono::hours kLeaseWarnings[] = {std::chrono::hours(12), std::chrono::hours(2)};

} // namespace

DeskNews::DeskNews(const QueueListModel& queues, HeldCasesSource& held, const ReferenceSource& references,
                   const SyncStatusSource& sync, const SessionSource& session, Clock clock, QObject* parent)
    : QObject(parent), m_queues(queues), m_held(held), m_references(references), m_sync(sync),
      m_session(session), m_clock(std::move(clock)) {
  connect(&queues, &QueueListModel::countsChanged, this, &DeskNews::lookAtQueues);
  connect(&held, &HeldCasesSource::changed, this, &DeskNews::ask);
  connect(&held, &HeldCasesSource::answered, this, &DeskNews::take);
  connect(&held, &HeldCasesSource::failed, this, [this](quint64 request) {
    if (request == m_request) m_request = 0;
  });
  connect(&m_minute, &QTimer::timeout, this, &DeskNews::look);
  m_minute.start(std::chrono::minutes(1));
  ask();
}

void DeskNews::look() {
  lookAtLease();
  ask();
}

void DeskNews::lookAtQueues() {
  for (const auto& [queue, kind] : kQueues) {
    if (m_queues.rowOf(queue) < 0) continue;
    const qint64 now = m_queues.count(queue);
    const auto known = m_counts.find(queue);
    const bool isMore = known != m_counts.end() && now > known->second;
    m_counts[queue] = now;
    if (isMore) Q_EMIT happened({kind, now});
  }
}

void DeskNews::lookAtLease() {
  const auto until = m_session.offlineUntil();
  if (std::exchange(m_lease, until) != until) m_leaseWarnings = 0;
  if (!until) return;
  const auto left = *until - m_clock();
  if (left <= core::Instant::duration::zero()) return;
  std::size_t due = 0;
  while (due < std::size(kLeaseWarnings) && left <= kLeaseWarnings[due])
    ++due;
  if (due <= m_leaseWarnings) return;
  m_leaseWarnings = due;
  Q_EMIT happened({Kind::LeaseEnds, std::chrono::ceil<std::chrono::hours>(left).count()});
}

void DeskNews::ask() {
  m_askAgain = m_request != 0;
  if (m_askAgain) return;
  const core::UserId& me = m_references.references()->me.id;
  if (me.empty()) return;
  const core::Date today = models::today(m_clock);
  m_request = m_held.nextRequest();
  m_held.ask(m_request, {me, m_before, today, today + std::chrono::days(1)});
}

void DeskNews::take(quint64 request, const core::HeldCases& held) {
  if (request != m_request) return;
  m_request = 0;
  if (!m_before && held.isNewHere) m_fills = true;
  const SyncStatus status = m_sync.status();
  const bool isNews = m_before.has_value() && !m_fills;
  m_fills = m_fills && (status.syncing || !status.lastSync);
  m_before = held.cases;
  if (isNews && !held.takenAway.empty())
    Q_EMIT happened({Kind::TakenAway, static_cast<qint64>(held.takenAway.size()), held.takenAway});
  if (isNews && !held.given.empty())
    Q_EMIT happened({Kind::Given, static_cast<qint64>(held.given.size()), held.given});
  if (!m_fills && !held.due.empty())
    Q_EMIT happened({Kind::Due, static_cast<qint64>(held.due.size()), held.due});
  if (std::exchange(m_askAgain, false)) ask();
}

QString DeskNews::preference(Kind kind) {
  switch (kind) {
  case Kind::LeaseEnds:
    return QStringLiteral("notify/leaseEnds");
  case Kind::TakenAway:
    return QStringLiteral("notify/takenAway");
  case Kind::Refused:
    return QStringLiteral("notify/refused");
  case Kind::Returned:
    return QStringLiteral("notify/returned");
  case Kind::ToDecide:
    return QStringLiteral("notify/toDecide");
  case Kind::Given:
    return QStringLiteral("notify/given");
  case Kind::Due:
    return QStringLiteral("notify/due");
  }
  return {};
}

QString DeskNews::title(Kind kind) {
  switch (kind) {
  case Kind::LeaseEnds:
    return tr("The time without the server ends");
  case Kind::TakenAway:
    return tr("Cases taken from me");
  case Kind::Refused:
    return tr("Steps refused or in conflict");
  case Kind::Returned:
    return label(core::Queue::ReturnedToMe);
  case Kind::ToDecide:
    return label(core::Queue::ToDecide);
  case Kind::Given:
    return tr("Cases given to me");
  case Kind::Due:
    return tr("Due today or tomorrow, once a day");
  }
  return {};
}

QString DeskNews::text(Kind kind, qint64 count) {
  const auto line = [count](const QString& words) { return QStringLiteral("%1: %2").arg(words).arg(count); };
  switch (kind) {
  case Kind::LeaseEnds:
    return line(tr("Hours left without the server"));
  case Kind::TakenAway:
    return line(tr("Taken from you"));
  case Kind::Refused:
    return line(label(core::Queue::NeedsAttention));
  case Kind::Returned:
    return line(label(core::Queue::ReturnedToMe));
  case Kind::ToDecide:
    return line(label(core::Queue::ToDecide));
  case Kind::Given:
    return line(tr("Given to you"));
  case Kind::Due:
    return line(tr("Yours, due today or tomorrow"));
  }
  return {};
}

} // namespace madoguchi::models
