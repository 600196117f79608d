// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/feedservice.h"

#include "protocol/feedcodec.h"
#include "protocol/limits.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

constexpr std::size_t kPageBytes = 4UL * 1024 * 1024;

std::int64_t seqOf(const core::FeedItem& item) {
  return std::visit(
      [](const auto& row) -> std::int64_t {
        if constexpr (requires { row.seq; }) return row.seq;
        return 0;
      },
      item);
}

// Fills one page from scope after scope.
class Page {
public:
  Page(Reading& reading, std::string& out) : m_reading(reading), m_out(out) {}

  /// False when the page is full and the scope is not drained.
  bool take(const ScopeCounter& counter, std::int64_t seq) {
    while (seq < counter.seq) {
      if (m_rows == 0 || m_out.size() >= kPageBytes) return false;
      const auto items = m_reading.changesAfter(counter.scope, seq, {m_rows, kPageBytes});
      if (items.empty()) break;
      for (const core::FeedItem& item : items)
        protocol::appendFeedItem(item, m_out);
      m_rows -= std::min(m_rows, items.size());
      seq = seqOf(items.back());
      m_any = true;
      // Nothing behind the last row: the counter may have been moved by rows that moved again since.
      if (m_reading.changesAfter(counter.scope, seq, {1, 1}).empty()) break;
    }
    protocol::appendFeedItem(core::Checkpoint{counter.scope, counter.seq, counter.count, counter.sum.hex()},
                             m_out);
    return true;
  }
  [[nodiscard]] bool any() const { return m_any; }

private:
  Reading& m_reading;
  std::string& m_out;
  std::size_t m_rows = protocol::kFeedPageRows;
  bool m_any = false;
};

} // namespace

core::Result<FeedService::Answer> FeedService::changes(const core::Actor& actor, const core::Cursor& cursor,
                                                       const core::Confirmation& confirmed) {
  Answer answer;
  const auto done = m_store.readReplayed([&](Reading& reading) -> core::Result<void> {
    answer = {};
    if (!confirmed.command.empty() && !reading.isApplied(confirmed))
      return core::failure(core::ErrorCode::EpochChanged, "the command confirmed last is not known here");
    const auto catalog = m_catalogs.current(reading);
    const auto counters = reading.counters();
    const auto visible = visibleScopes(actor, *catalog, counters);
    core::ScopeList list{reading.epoch(), {}};
    for (const ScopeCounter& counter : visible)
      list.scopes.push_back(counter.scope);
    protocol::appendFeedItem(list, answer.body);

    const bool sameEpoch = cursor.epoch == list.epoch;
    bool moved = !sameEpoch || cursor.scopes.size() != visible.size();
    Page page(reading, answer.body);
    bool more = false;
    for (const ScopeCounter& counter : visible) {
      const auto known = cursor.scopes.find(counter.scope);
      const bool usable = sameEpoch && known != cursor.scopes.end() && known->second <= counter.seq;
      moved = moved || !usable;
      answer.hold.seen.emplace(counter.scope, counter.seq);
      more = !page.take(counter, usable ? known->second : 0);
      if (more) break;
    }
    answer.hold.seen.emplace(kScopeCount, static_cast<std::int64_t>(counters.size()));
    answer.idle = !moved && !page.any() && !more;
    protocol::appendFeedItem(core::FeedEnd{more}, answer.body);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return answer;
}

core::Result<std::string> FeedService::snapshot(const core::Actor& actor, const core::ScopeName& scope,
                                                const core::CaseId& after) {
  std::string body;
  const auto done = m_store.readReplayed([&](Reading& reading) -> core::Result<void> {
    body.clear();
    const auto catalog = m_catalogs.current(reading);
    const auto counter = reading.counter(scope);
    if (!counter || visibleScopes(actor, *catalog, {*counter}).empty())
      return core::failure(core::ErrorCode::NotPermitted, "no such scope for this user");
    const auto rows = reading.casesAfter(scope, after, {protocol::kSnapshotPageRows, kPageBytes});
    core::SnapshotEnd end{scope, after, counter->seq, rows.empty()};
    for (const core::CaseRow& row : rows)
      protocol::appendFeedItem(row, body);
    if (!rows.empty()) {
      end.after = rows.back().id;
      end.done = reading.casesAfter(scope, end.after, {1, 1}).empty();
    }
    protocol::appendFeedItem(end, body);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return body;
}

} // namespace madoguchi::server
