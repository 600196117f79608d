// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine asks of the store, as app/workers/storedriver.cpp carries it out.
#include "tests/sim/simclient.h"

#include <algorithm>

namespace madoguchi::tests {

using namespace madoguchi::core;
using sync::LaneName;

bool SimClient::storeFailed(LaneName lane, const Error& error) {
  take(sync::StoreFailed{lane, error});
  return true;
}

void SimClient::run(sync::LoadRun&& action) {
  store([this, action = std::move(action)](storage::Cache& cache) {
    auto entries = cache.nextRun(action.maxCommands, action.maxBytes, action.leaveOut);
    if (!entries) return storeFailed(LaneName::Push, entries.error());
    take(sync::RunLoaded{std::move(*entries)});
    return true;
  });
}

void SimClient::run(sync::MarkSent&& action) {
  store([this, action = std::move(action)](storage::Cache& cache) {
    auto marked = cache.markSent(action.deviceSeqs);
    if (!marked) return storeFailed(LaneName::Push, marked.error());
    tellOutbox();
    take(sync::RunMarked{std::move(*marked)});
    return true;
  });
}

void SimClient::run(sync::MarkUnsent&& action) {
  store([this, action = std::move(action)](storage::Cache& cache) {
    auto marked = cache.markUnsent(action.deviceSeqs);
    if (!marked) return storeFailed(LaneName::Push, marked.error());
    tellOutbox();
    take(sync::RunMarked{std::move(*marked)});
    return true;
  });
}

void SimClient::run(sync::RecordAnswers&& action) {
  store([this, action = std::move(action)](storage::Cache& cache) {
    const auto changes = cache.recordAnswers(action.answers, m_timeline.now);
    if (!changes) return storeFailed(LaneName::Push, changes.error());
    take(sync::AnswersRecorded{waiting()});
    return true;
  });
}

void SimClient::run(sync::ResetScope&& action) {
  store([this, scope = action.scope](storage::Cache& cache) {
    const auto restarted = cache.restartScope(scope);
    if (!restarted) return storeFailed(LaneName::Pull, restarted.error());
    auto cursor = cache.cursor();
    if (!cursor) return storeFailed(LaneName::Pull, cursor.error());
    take(sync::ScopeReset{std::move(*cursor)});
    return true;
  });
}

void SimClient::run(sync::StartAnew&& action) {
  store([this, epoch = action.epoch](storage::Cache& cache) {
    const auto changes = cache.startAnew(epoch, m_timeline.now);
    if (!changes) return storeFailed(LaneName::Pull, changes.error());
    auto cursor = cache.cursor();
    if (!cursor) return storeFailed(LaneName::Pull, cursor.error());
    ++anew;
    take(sync::StartedAnew{std::move(*cursor), waiting()});
    return true;
  });
}

void SimClient::run(sync::LoadAudit&& action) {
  store([this, most = action.maxRows](storage::Cache& cache) {
    auto rows = cache.nextAudit(most);
    if (!rows) return storeFailed(LaneName::Audit, rows.error());
    take(sync::AuditLoaded{std::move(*rows)});
    return true;
  });
}

void SimClient::run(sync::ForgetAudit&& action) {
  store([this, ids = std::move(action.ids)](storage::Cache& cache) {
    const auto done = cache.acknowledgeAudit(ids);
    if (!done) return storeFailed(LaneName::Audit, done.error());
    take(sync::AuditForgotten{});
    return true;
  });
}

void SimClient::run(sync::ReadBlob&& action) {
  store([this, action = std::move(action)](storage::Cache& cache) {
    const auto entry = cache.blobs().find(action.blob);
    if (!entry) return storeFailed(LaneName::Blobs, entry.error());
    auto bytes = *entry ? cache.blobs().readPart(action.blob, action.offset, action.length)
                        : Result<std::string>(failure(ErrorCode::NotFound));
    if (bytes)
      take(sync::BlobRead{action.blob, (*entry)->size, std::move(*bytes)});
    else
      take(sync::BlobMissing{action.blob});
    return true;
  });
}

void SimClient::count(const std::vector<FeedItem>& items) {
  for (const FeedItem& item : items)
    if (const auto* row = std::get_if<CaseRow>(&item)) ++rowsTaken[row->scope];
}

void SimClient::run(sync::ApplyFeed&& action) {
  count(action.items);
  // Cut at random places, where StoreDriver would for a user who waits.
  const bool whole = std::any_of(action.items.begin(), action.items.end(),
                                 [](const FeedItem& item) { return std::holds_alternative<GoneRow>(item); });
  auto items = std::make_shared<std::vector<FeedItem>>(std::move(action.items));
  auto applied = std::make_shared<sync::FeedApplied>();
  const storage::Cache::FeedOrigin origin{
      action.allowRemoval ? storage::Removals::Allow : storage::Removals::Hold, action.named};
  store([this, whole, items, applied, origin](storage::Cache& cache) {
    const auto failed = [this](const Error& error) { return storeFailed(LaneName::Pull, error); };
    const auto rebuilt = cache.rebuildNextIndex();
    if (!rebuilt) return failed(rebuilt.error());
    if (*rebuilt) return false;
    std::size_t left = whole || m_timeline.chance(60) ? items->size() : 1 + m_timeline.below(6);
    const auto result = cache.applyFeed(*items, m_timeline.now, origin, [&left] { return --left == 0; });
    if (!result) return failed(result.error());
    items->erase(items->begin(), items->begin() + static_cast<std::ptrdiff_t>(result->taken));
    applied->mismatched.insert(applied->mismatched.end(), result->mismatched.begin(),
                               result->mismatched.end());
    if (result->held)
      applied->heldRemoval = sync::HeldRemoval{static_cast<int>(result->held->removed),
                                               static_cast<int>(result->held->total),
                                               static_cast<int>(result->held->unsent),
                                               {}};
    if (!items->empty() && !result->held) return false;
    auto cursor = cache.cursor();
    if (!cursor) return failed(cursor.error());
    mismatches += static_cast<int>(applied->mismatched.size());
    held += applied->heldRemoval ? 1 : 0;
    m_basis = cache.bulkBasis(m_timeline.now);
    applied->cursor = std::move(*cursor);
    applied->waiting = waiting();
    take(std::move(*applied));
    return true;
  });
}

void SimClient::run(sync::ApplySnapshot&& action) {
  count(action.items);
  auto page = std::make_shared<Result<storage::BulkPage>>(
      storage::prepareBulk(std::move(action.items), std::move(action.begin), m_basis));
  auto next = std::make_shared<std::size_t>(0);
  store([this, page, next](storage::Cache& cache) {
    const auto failed = [this](const Error& error) { return storeFailed(LaneName::Pull, error); };
    if (!*page) return failed(page->error());
    const auto written =
        cache.applyBulk(**page, *next, m_timeline.now, [this] { return m_timeline.chance(20); });
    if (!written) return failed(written.error());
    *next += written->rows;
    if (*next < (*page)->rows.size()) return false;
    auto cursor = cache.cursor();
    if (!cursor) return failed(cursor.error());
    take(sync::SnapshotApplied{std::move(*cursor)});
    return true;
  });
}

} // namespace madoguchi::tests
