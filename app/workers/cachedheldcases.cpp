// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedheldcases.h"

#include <QPointer>

#include <algorithm>
#include <iterator>

namespace madoguchi::app {

namespace {

// Whoever gives away more than this at once has given the rest, too.
constexpr std::size_t kMostRead = 200;

/// What an unsent intake becomes is not known to anybody else yet.
bool isKnownToOthers(const core::CaseListRow& row) {
  return !row.number.empty() || !core::has(row.flags, core::RowFlag::Pending);
}

bool isDue(const core::CaseListRow& row, const core::HeldQuestion& question) {
  return core::has(row.flags, core::RowFlag::Undecided) &&
         !core::has(row.flags, core::RowFlag::ClockStopped) && row.dueOn && *row.dueOn >= question.dueFrom &&
         *row.dueOn <= question.dueUntil;
}

/// Only those of `one` that `other` does not hold; both in order.
std::vector<core::CaseId> without(const std::vector<core::CaseId>& one,
                                  const std::vector<core::CaseId>& other) {
  std::vector<core::CaseId> rest;
  std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(rest));
  return rest;
}

template <class Told>
void keepOnly(std::vector<core::CaseId>& ids, Told isTold) {
  const auto unread = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kMostRead));
  ids.erase(std::remove_if(ids.begin(), unread, [&](const core::CaseId& id) { return !isTold(id); }), unread);
}

core::Result<core::HeldCases> read(storage::CaseReader& cache, const core::HeldQuestion& question) {
  core::CaseQuery query;
  query.holder = question.holder;
  query.allOf = core::bit(core::RowFlag::Open);
  const auto keys = cache.keys(query);
  if (!keys) return tl::unexpected(keys.error());
  const auto rows = cache.rows(*keys);
  if (!rows) return tl::unexpected(rows.error());
  core::HeldCases held;
  for (const core::CaseListRow& row : *rows) {
    if (row.id.empty() || !isKnownToOthers(row)) continue;
    held.cases.push_back(row.id);
    if (isDue(row, question)) held.due.push_back(row.id);
  }
  std::sort(held.cases.begin(), held.cases.end());
  if (held.cases.empty()) {
    const auto any = cache.firstKeys({}, 1);
    held.isNewHere = any && any->empty();
  }
  if (!question.before) return held;
  held.given = without(held.cases, *question.before);
  keepOnly(held.given, [&](const core::CaseId& id) {
    const auto opened = cache.record(id);
    return opened && core::wasHandedOverByAnother(opened->record.timeline, question.holder);
  });
  held.takenAway = without(*question.before, held.cases);
  keepOnly(held.takenAway, [&](const core::CaseId& id) {
    const auto opened = cache.record(id);
    if (!opened) return opened.error().code == core::ErrorCode::NoSuchCase;
    return opened->record.state.holder != question.holder &&
           core::wasHandedOverByAnother(opened->record.timeline, question.holder);
  });
  return held;
}

} // namespace

CachedHeldCases::CachedHeldCases(const Workers& workers, QObject* parent)
    : models::HeldCasesSource(parent), m_workers(workers) {
  connect(&m_workers.store, &StoreWorker::changed, this, [this](const core::ChangeSet& changes) {
    if (!changes.cases.empty() || changes.everything || changes.referencesChanged) Q_EMIT changed();
  });
}

CachedHeldCases::~CachedHeldCases() {
  m_workers.search.forget(this);
}

void CachedHeldCases::ask(quint64 request, const core::HeldQuestion& question) {
  const QPointer<CachedHeldCases> self(this);
  m_workers.search.ask(
      {this, 0, request, true},
      [self, request, question](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto held = cache ? read(**cache, question) : tl::unexpected(cache.error());
        return [self, request, held = std::move(held)] {
          if (!self) return;
          if (held)
            Q_EMIT self->answered(request, *held);
          else
            Q_EMIT self->failed(request);
        };
      });
}

} // namespace madoguchi::app
