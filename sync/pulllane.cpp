// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pulllane.h"

#include "protocol/limits.h"
#include "protocol/messages.h"
#include "protocol/readymade.h"
#include "sync/feeditems.h"
#include "sync/target.h"

#include <unordered_set>

namespace madoguchi::sync {

namespace {

/// Only offices hold cases; the other scopes are short and come by the feed from its beginning.
bool hasSnapshot(const core::ScopeName& scope) {
  return scope.rfind("office/", 0) == 0;
}

core::Error malformed(std::string detail) {
  return {core::ErrorCode::Malformed, std::move(detail)};
}

} // namespace

void PullLane::start(const Started& started) {
  m_follow = started.follow;
  m_cursor = started.cursor;
  m_cursor.schema = protocol::kSchema;
  m_readyMadeSchema = started.readyMadeSchema;
  for (const auto& position : started.snapshots)
    m_positions[position.scope] = position.after;
}

void PullLane::ask() {
  const bool held = m_asked == Asked::Feed && m_drained;
  if (!held) m_drained = false;
}

void PullLane::askAgain(Turn& turn) {
  if (m_asked == Asked::Feed && m_drained) interrupt(turn);
  m_restsUntil.reset();
  m_drained = false;
}

void PullLane::interrupt(Turn& turn) {
  if (m_asked == Asked::Nothing) return;
  lane.cancel(turn);
  m_asked = Asked::Nothing;
  m_drained = false;
}

void PullLane::allowRemoval() {
  if (!m_heldRemoval) return;
  m_heldRemoval.reset();
  m_allowRemoval = true;
  m_drained = false;
}

void PullLane::beginAnew(Turn& turn) {
  interrupt(turn);
  m_drained = false;
  if (!m_anew) m_anew.emplace();
}

void PullLane::on(Turn&, StartedAnew&& started) {
  if (m_storing != Storing::Anew) return;
  m_storing = Storing::Nothing;
  m_anew.reset();
  m_cursor = std::move(started.cursor);
  m_snapshotNow.clear();
  m_readyMade.reset();
  m_positions.clear();
  m_arrived.clear();
  m_taken.clear();
  m_scopes.clear(); // the feed comes first again
  m_resets.clear();
  m_misses.clear();
  m_heldRemoval.reset(); // it may not come to that any more
  m_disagreement.reset();
}

void PullLane::pump(Turn& turn) {
  if (m_anew) {
    if (m_storing != Storing::Nothing || !m_pages.empty() || !lane.mayTry(turn.now)) return;
    m_storing = Storing::Anew;
    return turn.act(StartAnew{*m_anew});
  }
  if (m_tooOld || m_heldRemoval || m_asked != Asked::Nothing || !lane.mayTry(turn.now)) return;
  if (m_storing != Storing::Nothing) return;
  if (!m_snapshotNow.empty()) return pumpSnapshots(turn);
  if (!m_resets.empty()) return m_pages.empty() ? resetNext(turn) : void();
  if (m_drained && !m_follow) return;
  m_snapshotNow = firstMissingScope();
  if (!m_snapshotNow.empty() && m_readyMadeSchema != 0) {
    m_snapshotNow.clear();
    m_asked = Asked::ReadyMade;
    return lane.ask(turn, {.target = readyMadeTarget()});
  }
  if (!m_snapshotNow.empty()) {
    m_snapshotAfter = m_positions[m_snapshotNow];
    return pumpSnapshots(turn);
  }
  const bool rests = m_drained && m_restsUntil && *m_restsUntil > turn.now;
  if (m_pages.empty() && !rests) askFeed(turn);
}

/// A few pages ahead of the store, so that network, reading and writing go on beside each other.
void PullLane::pumpSnapshots(Turn& turn) {
  constexpr std::size_t kPagesAhead = 3;
  const bool enough = m_readyMade ? !m_snapshotAfter.empty() : m_pages.size() >= kPagesAhead;
  if (!enough) askSnapshot(turn);
}

bool PullLane::isMissing(const core::ScopeName& scope) const {
  if (!hasSnapshot(scope) || m_taken.count(scope) > 0 || m_arrived.count(scope) > 0) return false;
  const auto known = m_cursor.scopes.find(scope);
  return known == m_cursor.scopes.end() || known->second == 0;
}

core::ScopeName PullLane::firstMissingScope() const {
  for (const auto& scope : m_scopes)
    if (isMissing(scope)) return scope;
  return {};
}

void PullLane::askFeed(Turn& turn) {
  const auto wait = m_drained ? protocol::kMaxWait : std::chrono::seconds(0);
  HttpRequest request{.target = changesTarget(m_cursor, wait, turn.confirmed), .answer = Answer::Feed};
  if (request.target.size() > kMaxTargetBytes) {
    request.method = Method::Post;
    request.target = changesTarget(wait, turn.confirmed);
    request.body = protocol::encode(m_cursor);
  }
  request.timeout += wait;
  m_asked = Asked::Feed;
  m_named = turn.confirmed;
  m_askedAt = turn.now;
  m_restsUntil.reset();
  lane.ask(turn, std::move(request));
}

void PullLane::askSnapshot(Turn& turn) {
  m_asked = Asked::Snapshot;
  lane.ask(turn, {.target = snapshotTarget(m_snapshotNow, m_snapshotAfter), .answer = Answer::Feed});
}

Verdict PullLane::on(Turn& turn, HttpReply&& reply) {
  lane.answered();
  const Asked asked = std::exchange(m_asked, Asked::Nothing);
  Verdict verdict = judge(reply);
  if (asked == Asked::ReadyMade &&
      (verdict.outcome == Outcome::Done || verdict.outcome == Outcome::Refused)) {
    readyMadeListed(turn, reply);
    verdict.outcome = Outcome::Done; // a server without any is none the worse
  } else if (verdict.outcome != Outcome::Done) {
    stumbled(turn, verdict, reply);
  } else if (asked == Asked::Feed) {
    verdict = feedCame(turn, std::move(reply.items));
  } else {
    snapshotCame(turn, std::move(reply.items));
  }
  return verdict;
}

/// One file can be the base of a cache: the largest that fits. The other scopes come by their pages, and so
/// do the first rows of this one, so that there is something to see.
void PullLane::readyMadeListed(Turn& turn, const HttpReply& reply) {
  lane.succeeded();
  const auto list = protocol::readyMadeListFrom(reply.body);
  const protocol::ReadyMade* best = nullptr;
  if (list)
    for (const auto& file : list->files)
      if (file.schema == m_readyMadeSchema && file.epoch == m_cursor.epoch && isMissing(file.scope) &&
          std::find(m_scopes.begin(), m_scopes.end(), file.scope) != m_scopes.end() &&
          (best == nullptr || file.count > best->count))
        best = &file;
  if (best == nullptr) {
    m_readyMadeSchema = 0;
    return;
  }
  m_readyMade = *best;
  m_snapshotNow = best->scope;
  m_snapshotAfter = m_positions[best->scope];
  if (!m_snapshotAfter.empty()) takeReadyMade(turn);
}

void PullLane::takeReadyMade(Turn& turn) {
  m_snapshotNow.clear();
  m_storing = Storing::ReadyMade;
  turn.act(TakeReadyMade{*m_readyMade});
}

void PullLane::on(Turn& turn, ReadyMadeFailed&& failed) {
  if (m_storing != Storing::ReadyMade) return;
  m_storing = Storing::Nothing;
  m_readyMade.reset();
  if (failed.unreachable)
    lane.failed(turn, std::move(failed.error), true);
  else
    m_readyMadeSchema = 0; // then by pages
}

void PullLane::stumbled(Turn& turn, const Verdict& verdict, const HttpReply& reply) {
  if (verdict.outcome == Outcome::SignInNeeded || verdict.outcome == Outcome::PutBack) return;
  if (verdict.outcome == Outcome::TooOld) {
    m_tooOld = true;
    return;
  }
  if (verdict.outcome == Outcome::Refused) {
    // Perhaps the scope is no longer ours: ask for the list of scopes first.
    m_snapshotNow.clear();
    m_readyMade.reset();
    m_scopes.clear();
  }
  m_drained = false;
  lane.failed(turn, verdict.error, verdict.outcome == Outcome::Unreachable, reply.retryAfter);
}

Verdict PullLane::feedCame(Turn& turn, std::vector<core::FeedItem>&& items) {
  const auto* list = items.empty() ? nullptr : std::get_if<core::ScopeList>(&items.front());
  const auto* end = items.empty() ? nullptr : std::get_if<core::FeedEnd>(&items.back());
  if (list == nullptr || end == nullptr || list->epoch.empty()) {
    lane.failed(turn, malformed("changes: no list of scopes, or no end"));
    return {};
  }
  lane.succeeded();
  const bool otherEpoch = !m_cursor.epoch.empty() && m_cursor.epoch != list->epoch;
  if (otherEpoch || wentBack(items, m_cursor)) {
    m_anew = otherEpoch ? list->epoch : std::string();
    return {Outcome::PutBack, {core::ErrorCode::EpochChanged, "changes"}};
  }
  m_scopes = list->scopes;
  m_more = end->more;
  leaveOutIncomplete(items);
  const int rows = rowsIn(items);
  m_rowsDone += rows;
  rest(turn, rows);
  m_storing = Storing::Feed;
  turn.act(ApplyFeed{std::move(items), std::exchange(m_allowRemoval, false), m_named});
  return {};
}

/// A scope that begins here is taken from the feed where the page brings all of it, up to its checkpoint; any
/// other comes by snapshot pages, which cost less, so what the page brings of it is left out.
void PullLane::leaveOutIncomplete(std::vector<core::FeedItem>& items) {
  for (const auto& item : items) {
    const auto* checkpoint = std::get_if<core::Checkpoint>(&item);
    if (checkpoint != nullptr && isMissing(checkpoint->scope) && m_positions.count(checkpoint->scope) == 0)
      m_taken.insert(checkpoint->scope);
  }
  std::unordered_set<core::ScopeName> left;
  for (const auto& scope : m_scopes)
    if (isMissing(scope)) left.insert(scope);
  if (left.empty()) return;
  items.erase(std::remove_if(items.begin(), items.end(),
                             [&left](const auto& item) { return left.count(scopeOf(item)) > 0; }),
              items.end());
}

/// Where held requests are answered at once with nothing, we do not ask a thousand times a second.
void PullLane::rest(Turn& turn, int rows) {
  constexpr std::chrono::seconds kShort{1};
  if (m_drained && rows == 0 && turn.now - m_askedAt < kShort) m_restsUntil = turn.now + kShort;
}

void PullLane::on(Turn& turn, FeedApplied&& applied) {
  if (m_storing != Storing::Feed) return;
  m_storing = Storing::Nothing;
  if (applied.heldRemoval) {
    m_heldRemoval = applied.heldRemoval;
    m_heldRemoval->since = turn.now;
    return;
  }
  m_cursor = std::move(applied.cursor);
  constexpr int kMaxMisses = 3;
  m_disagreement.reset();
  for (const auto& scope : applied.mismatched) {
    if (++m_misses[scope] <= kMaxMisses) {
      m_resets.push_back(scope);
    } else {
      m_misses.erase(scope); // tried enough for now; the next checkpoint counts anew
      m_disagreement = core::Error{core::ErrorCode::StorageCorrupt, "scope " + scope + " does not agree"};
    }
  }
  if (m_more || !m_resets.empty() || !firstMissingScope().empty())
    m_drained = false;
  else
    drained(turn);
}

void PullLane::drained(Turn& turn) {
  m_drained = true;
  m_rowsDone = 0;
  m_lastSync = turn.now;
  if (!m_disagreement) m_misses.clear();
}

void PullLane::resetNext(Turn& turn) {
  m_storing = Storing::Reset;
  m_positions.erase(m_resets.front());
  turn.act(ResetScope{m_resets.front()});
}

void PullLane::on(Turn&, ScopeReset&& reset) {
  if (m_storing != Storing::Reset) return;
  m_storing = Storing::Nothing;
  m_taken.erase(m_resets.front());
  m_resets.pop_front();
  m_cursor = std::move(reset.cursor);
  m_drained = false;
}

void PullLane::snapshotCame(Turn& turn, std::vector<core::FeedItem>&& items) {
  const auto* end = items.empty() ? nullptr : std::get_if<core::SnapshotEnd>(&items.back());
  const bool advances = end != nullptr && (end->done || end->after > m_snapshotAfter);
  if (end == nullptr || end->scope != m_snapshotNow || !advances)
    return lane.failed(turn, malformed("snapshot: no end, of another scope, or no advance"));
  lane.succeeded();
  m_rowsDone += rowsIn(items);
  m_pages.push_back({end->scope, end->after, end->done});
  core::CaseId begin = std::exchange(m_snapshotAfter, end->after);
  if (end->done) {
    m_arrived.insert(std::exchange(m_snapshotNow, {}));
    m_readyMade.reset(); // all of it was one page
  }
  turn.act(ApplySnapshot{std::move(items), std::move(begin)});
}

void PullLane::on(Turn& turn, SnapshotApplied&& applied) {
  if (m_stray > 0) {
    --m_stray;
    return;
  }
  if (m_storing == Storing::ReadyMade) {
    m_storing = Storing::Nothing;
    m_readyMadeSchema = 0;
    m_cursor = std::move(applied.cursor);
    m_rowsDone += static_cast<int>(m_readyMade->count);
    m_positions.erase(m_readyMade->scope);
    m_taken.insert(m_readyMade->scope);
    m_readyMade.reset();
    return;
  }
  if (m_pages.empty()) return;
  const Page page = std::move(m_pages.front());
  m_pages.pop_front();
  m_cursor = std::move(applied.cursor);
  m_positions[page.scope] = page.after;
  if (m_readyMade && m_snapshotNow == page.scope) return takeReadyMade(turn);
  if (!page.last) return;
  m_positions.erase(page.scope);
  m_arrived.erase(page.scope);
  m_taken.insert(page.scope);
}

void PullLane::storeFailed(Turn& turn, core::Error error) {
  if (m_stray > 0) {
    --m_stray;
    return;
  }
  // Pages behind it are refused by the store (they do not follow on what it holds); the next try goes on from
  // there.
  interrupt(turn);
  if (!m_pages.empty()) m_stray = static_cast<int>(m_pages.size()) - 1;
  m_pages.clear();
  m_arrived.clear();
  m_storing = Storing::Nothing;
  m_drained = false;
  m_snapshotNow.clear();
  m_readyMade.reset();
  m_scopes.clear(); // the feed comes first again
  m_taken.clear();
  lane.failed(turn, std::move(error));
}

std::optional<core::Error> PullLane::problem() const {
  if (m_tooOld) return core::Error{core::ErrorCode::ProtocolTooOld, "changes: status 426"};
  if (lane.problem()) return lane.problem();
  return m_disagreement;
}

bool PullLane::isActive(core::Instant now) const {
  const bool storing = m_storing != Storing::Nothing || !m_pages.empty();
  if (m_anew) return storing || lane.mayTry(now);
  if (m_tooOld || m_heldRemoval) return storing;
  if (storing) return true;
  return !isDrained() && (m_asked != Asked::Nothing || lane.mayTry(now));
}

std::optional<core::Instant> PullLane::dueAt() const {
  if (m_anew) return m_storing == Storing::Nothing ? lane.retryAt() : std::nullopt;
  if (m_tooOld || m_heldRemoval || m_asked != Asked::Nothing || m_storing != Storing::Nothing) return {};
  return std::max(lane.retryAt(), m_restsUntil);
}

} // namespace madoguchi::sync
