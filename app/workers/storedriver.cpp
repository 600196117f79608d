// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/storedriver.h"

#include "app/workers/stamp.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace madoguchi::app {

namespace {

constexpr std::chrono::seconds kLongest{1}; ///< of a transaction while nobody waits
constexpr std::size_t kBetweenLooks = 64;   ///< items of a transaction at least

int waitingIn(storage::Cache& cache) {
  return StoreWorker::tallyOf(cache).waiting;
}

sync::HeldRemoval heldOf(const storage::HeldRemoval& held) {
  return {static_cast<int>(held.removed), static_cast<int>(held.total), static_cast<int>(held.unsent), {}};
}

/// Whether an answer removes too much is judged on the whole of it (a case may leave one scope and come in
/// another), so one with removals is not cut.
bool removesAny(const std::vector<core::FeedItem>& items) {
  return std::any_of(items.begin(), items.end(),
                     [](const core::FeedItem& item) { return std::holds_alternative<core::GoneRow>(item); });
}

} // namespace

/// What the pages of a bulk load have in common.
class StoreDriver::BulkLoad {
public:
  /// What pages are prepared with; none before the first feed.
  [[nodiscard]] std::shared_ptr<const storage::BulkBasis> basis() {
    const std::lock_guard lock(m_mutex);
    return m_basis;
  }
  void takeBasis(storage::Cache& cache) {
    auto basis = cache.bulkBasis(systemNow());
    const std::lock_guard lock(m_mutex);
    m_basis = std::move(basis);
  }
  /// The first rows are shown at once; later, everything that looks at the cache would read it again and
  /// again, so it is told once a second.
  [[nodiscard]] bool isTimeToTell() {
    const auto now = std::chrono::steady_clock::now();
    m_owes = m_told && now - *m_told < std::chrono::seconds(1);
    if (!m_owes) m_told = now;
    return !m_owes;
  }
  /// Whether rows have come that nobody was told of; once.
  [[nodiscard]] bool owesWord() { return std::exchange(m_owes, false); }
  /// The search index waits to be merged; also from the start, since that may have been cut short.
  void leaveUntidy() { m_untidy = true; }
  [[nodiscard]] bool takeUntidiness() { return std::exchange(m_untidy, false); }

private:
  std::mutex m_mutex;
  std::shared_ptr<const storage::BulkBasis> m_basis;
  // Of the store thread.
  std::optional<std::chrono::steady_clock::time_point> m_told;
  bool m_owes = false;
  bool m_untidy = true;
};

StoreDriver::StoreDriver(StoreWorker& store, Answered answered)
    : m_store(store), m_answered(std::move(answered)), m_bulk(std::make_shared<BulkLoad>()) {}

StoreDriver::~StoreDriver() = default;

void StoreDriver::carryOut(sync::Action&& action) {
  std::visit(
      [this](auto& one) {
        if constexpr (requires { run(std::move(one)); }) run(std::move(one));
      },
      action);
}

void StoreDriver::run(sync::LoadRun&& action) {
  m_store.background([answered = m_answered, action = std::move(action)](storage::Cache& cache) {
    auto entries = cache.nextRun(action.maxCommands, action.maxBytes, action.leaveOut);
    if (entries)
      answered(sync::RunLoaded{std::move(*entries)});
    else
      answered(sync::StoreFailed{sync::LaneName::Push, entries.error()});
    return true;
  });
}

void StoreDriver::run(sync::MarkSent&& action) {
  mark([action = std::move(action)](storage::Cache& cache) { return cache.markSent(action.deviceSeqs); });
}

void StoreDriver::run(sync::MarkUnsent&& action) {
  mark([action = std::move(action)](storage::Cache& cache) { return cache.markUnsent(action.deviceSeqs); });
}

void StoreDriver::mark(std::function<core::Result<std::vector<std::int64_t>>(storage::Cache&)> mark) {
  m_store.background(
      [&store = m_store, answered = m_answered, mark = std::move(mark)](storage::Cache& cache) {
        auto marked = mark(cache);
        if (!marked) {
          answered(sync::StoreFailed{sync::LaneName::Push, marked.error()});
          return true;
        }
        core::ChangeSet changes;
        changes.outboxChanged = true;
        store.tell(cache, changes);
        answered(sync::RunMarked{std::move(*marked)});
        return true;
      });
}

void StoreDriver::run(sync::RecordAnswers&& action) {
  m_store.background(
      [&store = m_store, answered = m_answered, action = std::move(action)](storage::Cache& cache) {
        const auto changes = cache.recordAnswers(action.answers, systemNow());
        if (!changes) {
          answered(sync::StoreFailed{sync::LaneName::Push, changes.error()});
          return true;
        }
        store.tell(cache, *changes);
        answered(sync::AnswersRecorded{waitingIn(cache)});
        return true;
      });
}

void StoreDriver::run(sync::ApplyFeed&& action) {
  const storage::Cache::FeedOrigin origin{
      action.allowRemoval ? storage::Removals::Allow : storage::Removals::Hold, action.named};
  const bool whole = removesAny(action.items);
  auto items = std::make_shared<std::vector<core::FeedItem>>(std::move(action.items));
  auto applied = std::make_shared<sync::FeedApplied>();
  const auto failed = [answered = m_answered](const core::Error& error) {
    answered(sync::StoreFailed{sync::LaneName::Pull, error});
    return true;
  };
  m_store.background([&store = m_store, answered = m_answered, origin, whole, items, applied, failed,
                      bulk = m_bulk](storage::Cache& cache) {
    const auto rebuilt = cache.rebuildNextIndex();
    if (!rebuilt) return failed(rebuilt.error());
    if (*rebuilt) {
      bulk->leaveUntidy();
      return false;
    }
    if (bulk->owesWord()) {
      core::ChangeSet changes;
      changes.everything = true;
      store.tell(cache, changes);
    }
    // In one transaction if nobody waits: each of them costs indexes and lists as much as a hundred rows.
    const auto latest = std::chrono::steady_clock::now() + kLongest;
    std::size_t written = 0;
    const auto result = cache.applyFeed(*items, systemNow(), origin, [&] {
      return !whole && ++written % kBetweenLooks == 0 &&
             (store.userWaits() || std::chrono::steady_clock::now() > latest);
    });
    if (!result) return failed(result.error());
    items->erase(items->begin(), items->begin() + static_cast<std::ptrdiff_t>(result->taken));
    store.tell(cache, result->changes);
    applied->mismatched.insert(applied->mismatched.end(), result->mismatched.begin(),
                               result->mismatched.end());
    if (result->held) applied->heldRemoval = heldOf(*result->held);
    if (!items->empty() && !result->held) return false;
    auto cursor = cache.cursor();
    if (!cursor) return failed(cursor.error());
    bulk->takeBasis(cache);
    if (bulk->takeUntidiness())
      store.idle([](storage::Cache& idle) { return !idle.tidySearch().value_or(false); });
    applied->cursor = std::move(*cursor);
    applied->waiting = waitingIn(cache);
    answered(std::move(*applied));
    return true;
  });
}

void StoreDriver::run(sync::ApplySnapshot&& action) {
  m_preparer.prepare(
      std::move(action.items), std::move(action.begin), m_bulk->basis(),
      [&store = m_store, answered = m_answered, bulk = m_bulk](core::Result<storage::BulkPage> page) {
        writePage(store, answered, bulk, std::move(page));
      });
}

/// A transaction ends when the page is written, or the user waits.
void StoreDriver::writePage(StoreWorker& store, const Answered& answered,
                            const std::shared_ptr<BulkLoad>& bulk, core::Result<storage::BulkPage> prepared) {
  const auto page = std::make_shared<core::Result<storage::BulkPage>>(std::move(prepared));
  const auto next = std::make_shared<std::size_t>(0);
  store.background([&store, answered, bulk, page, next](storage::Cache& cache) {
    const auto failed = [&answered](const core::Error& error) {
      answered(sync::StoreFailed{sync::LaneName::Pull, error});
      return true;
    };
    if (!*page) return failed(page->error());
    auto written = cache.applyBulk(**page, *next, systemNow(), [&store] { return store.userWaits(); });
    if (!written) return failed(written.error());
    *next += written->rows;
    written->changes.everything = written->changes.everything || bulk->isTimeToTell();
    store.tell(cache, written->changes);
    if (*next < (*page)->rows.size()) return false;
    auto cursor = cache.cursor();
    if (!cursor) return failed(cursor.error());
    answered(sync::SnapshotApplied{std::move(*cursor)});
    return true;
  });
}

void StoreDriver::run(sync::ResetScope&& action) {
  m_store.background([answered = m_answered, action = std::move(action)](storage::Cache& cache) {
    const auto restarted = cache.restartScope(action.scope);
    auto cursor = cache.cursor();
    if (restarted && cursor)
      answered(sync::ScopeReset{std::move(*cursor)});
    else
      answered(sync::StoreFailed{sync::LaneName::Pull, restarted ? cursor.error() : restarted.error()});
    return true;
  });
}

void StoreDriver::run(sync::StartAnew&& action) {
  m_store.background(
      [&store = m_store, answered = m_answered, action = std::move(action)](storage::Cache& cache) {
        const auto changes = cache.startAnew(action.epoch, systemNow());
        auto cursor = cache.cursor();
        if (!changes || !cursor) {
          answered(sync::StoreFailed{sync::LaneName::Pull, changes ? cursor.error() : changes.error()});
          return true;
        }
        store.tell(cache, *changes);
        answered(sync::StartedAnew{std::move(*cursor), waitingIn(cache)});
        return true;
      });
}

void StoreDriver::run(sync::LoadAudit&& action) {
  m_store.background([answered = m_answered, action](storage::Cache& cache) {
    auto rows = cache.nextAudit(action.maxRows);
    if (rows)
      answered(sync::AuditLoaded{std::move(*rows)});
    else
      answered(sync::StoreFailed{sync::LaneName::Audit, rows.error()});
    return true;
  });
}

void StoreDriver::run(sync::ForgetAudit&& action) {
  m_store.background([answered = m_answered, action = std::move(action)](storage::Cache& cache) {
    const auto done = cache.acknowledgeAudit(action.ids);
    if (done)
      answered(sync::AuditForgotten{});
    else
      answered(sync::StoreFailed{sync::LaneName::Audit, done.error()});
    return true;
  });
}

void StoreDriver::run(sync::ReadBlob&& action) {
  m_store.background([answered = m_answered, action = std::move(action)](storage::Cache& cache) {
    const auto entry = cache.blobs().find(action.blob);
    if (entry && !*entry) {
      answered(sync::BlobMissing{action.blob});
      return true;
    }
    auto bytes = entry ? cache.blobs().readPart(action.blob, action.offset, action.length)
                       : core::Result<std::string>(tl::unexpected(entry.error()));
    // A content that can no longer be read here will not be readable later either.
    if (bytes)
      answered(sync::BlobRead{action.blob, (*entry)->size, std::move(*bytes)});
    else if (bytes.error().code == core::ErrorCode::NotFound ||
             bytes.error().code == core::ErrorCode::StorageCorrupt)
      answered(sync::BlobMissing{action.blob});
    else
      answered(sync::StoreFailed{sync::LaneName::Blobs, bytes.error()});
    return true;
  });
}

} // namespace madoguchi::app
