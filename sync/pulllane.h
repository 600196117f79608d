// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lane.h"

#include <deque>
#include <map>
#include <set>

namespace madoguchi::sync {

/// Follows the feed. A scope that is new here and does not fit into one page is taken over by snapshot pages
/// first, resumed where they were cut, the largest one by a ready-made cache behind its first page; then
/// comes the feed, until it is drained; then held requests, answered when something changes. While the store
/// takes snapshot pages over, the next is on its way.
class PullLane {
public:
  void start(const Started& started);
  /// Something may have come: ask although the feed was drained, unless a held request is already out.
  void ask();
  /// Does not trust the held request: asks anew.
  void askAgain(Turn& turn);
  void allowRemoval();
  /// The server's database was put back: nothing more is asked before the store has begun anew.
  void beginAnew(Turn& turn);
  [[nodiscard]] bool beginsAnew() const { return m_anew.has_value(); }
  /// No answer is awaited any more.
  void interrupt(Turn& turn);

  void pump(Turn& turn);
  void on(Turn& turn, FeedApplied&& applied);
  void on(Turn& turn, SnapshotApplied&& applied);
  void on(Turn& turn, ReadyMadeFailed&& failed);
  void on(Turn& turn, ScopeReset&& reset);
  void on(Turn& turn, StartedAnew&& started);
  [[nodiscard]] Verdict on(Turn& turn, HttpReply&& reply);
  void storeFailed(Turn& turn, core::Error error);

  /// True while it has something to do besides waiting for changes.
  [[nodiscard]] bool isActive(core::Instant now) const;
  [[nodiscard]] bool isDrained() const {
    return m_drained && m_snapshotNow.empty() && m_pages.empty() && m_resets.empty();
  }
  [[nodiscard]] std::optional<core::Instant> dueAt() const;
  [[nodiscard]] std::optional<HeldRemoval> heldRemoval() const { return m_heldRemoval; }
  [[nodiscard]] int rowsDone() const { return m_rowsDone; }
  [[nodiscard]] std::optional<core::Instant> lastSync() const { return m_lastSync; }
  /// Of a program too old to pull, or of a scope that will not agree.
  [[nodiscard]] std::optional<core::Error> problem() const;

  Lane lane;

private:
  enum class Asked { Nothing, Feed, Snapshot, ReadyMade };
  enum class Storing { Nothing, Feed, Reset, ReadyMade, Anew };

  void askFeed(Turn& turn);
  void askSnapshot(Turn& turn);
  [[nodiscard]] Verdict feedCame(Turn& turn, std::vector<core::FeedItem>&& items);
  void snapshotCame(Turn& turn, std::vector<core::FeedItem>&& items);
  void leaveOutIncomplete(std::vector<core::FeedItem>& items);
  void rest(Turn& turn, int rows);
  void resetNext(Turn& turn);
  void drained(Turn& turn);
  void stumbled(Turn& turn, const Verdict& verdict, const HttpReply& reply);
  [[nodiscard]] bool isMissing(const core::ScopeName& scope) const;
  [[nodiscard]] core::ScopeName firstMissingScope() const;
  void pumpSnapshots(Turn& turn);
  void readyMadeListed(Turn& turn, const HttpReply& reply);
  void takeReadyMade(Turn& turn);

  bool m_follow = true;
  bool m_tooOld = false;
  bool m_drained = false;
  bool m_allowRemoval = false;
  std::optional<std::string> m_anew; ///< to be begun: the epoch of the database, or empty for the same
  std::optional<HeldRemoval> m_heldRemoval;
  Asked m_asked = Asked::Nothing;
  core::Confirmation m_named; ///< by the last request for the feed
  Storing m_storing = Storing::Nothing;

  core::Cursor m_cursor;
  std::vector<core::ScopeName> m_scopes; ///< of the last list, in its order
  std::set<core::ScopeName> m_taken;     ///< over, although the cursor may stand at 0
  bool m_more = false;                   ///< the page that is being stored is not the last
  core::Instant m_askedAt;
  std::optional<core::Instant> m_restsUntil;

  /// A snapshot page that the store has been given.
  struct Page {
    core::ScopeName scope;
    core::CaseId after;
    bool last = false;
  };
  int m_readyMadeSchema = 0; ///< of ready-made caches that can be taken over; 0: none (any more)
  std::optional<protocol::ReadyMade> m_readyMade; ///< to be taken over behind the scope's first page, or now
  core::ScopeName m_snapshotNow;                  ///< whose pages are asked for; empty: none
  core::CaseId m_snapshotAfter;                   ///< of its page that came last
  std::deque<Page> m_pages;                       ///< with the store, in the order of its answers
  std::set<core::ScopeName> m_arrived;            ///< all pages are here, not all of them stored
  int m_stray = 0;                                ///< answers still due for pages given up after a failure
  std::map<core::ScopeName, core::CaseId> m_positions; ///< what the store holds of unfinished snapshots

  std::deque<core::ScopeName> m_resets;    ///< to be fetched anew
  std::map<core::ScopeName, int> m_misses; ///< how often in a row a scope did not agree
  std::optional<core::Error> m_disagreement;

  int m_rowsDone = 0;
  std::optional<core::Instant> m_lastSync;
};

} // namespace madoguchi::sync
