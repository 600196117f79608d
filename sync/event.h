// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"
#include "core/sync/feed.h"
#include "core/sync/outbox.h"
#include "sync/heldremoval.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the world tells the engine. The store and the transport answer each of the engine's actions exactly
/// once (see action.h); everything else may come at any time.
namespace madoguchi::sync {

using RequestNumber = std::uint64_t;

/// Which strand of work a store request belonged to.
enum class LaneName { Push, Pull, Audit, Blobs };

/// A scope that is being taken over by snapshot pages: the last case id taken over.
struct SnapshotPosition {
  core::ScopeName scope;
  core::CaseId after;
};

struct Started {
  core::Cursor cursor; ///< every scope of the last list; one that is not taken over yet stands at 0
  std::vector<SnapshotPosition> snapshots; ///< begun, not done
  core::UserId user;
  core::DeviceId device;
  int waiting = 0;
  bool follow = true; ///< keep asking by held requests; else stop when drained
  /// The schema of the cache's tables where no case of the server is in it yet, so that it can take over a
  /// ready-made one; else 0.
  int readyMadeSchema = 0;
  core::Confirmation confirmed{}; ///< what the server has confirmed last; empty: nothing
};
struct Stopped {};
/// The timer of SetTimer.
struct Ticked {};
/// The system says that a network is there again. (That none is there is learnt by trying.)
struct NetworkReturned {};
struct SignedIn {};
struct SignedOut {};
/// The user acted, or settled an entry: there may be commands or audit rows to send.
struct LocalWork {
  int waiting = 0; ///< commands not yet confirmed
};
struct SyncAsked {};
/// A person has seen the removal that was held, and lets it happen.
struct RemovalAllowed {};

// From the transport.

struct HttpReply {
  RequestNumber request = 0;
  int status = 0;                   ///< 0 with an error: no answer came, or one that cannot be read
  std::optional<core::Error> error; ///< Offline, Timeout, TlsFailed, Malformed, TooLarge
  bool neverLeft = false; ///< with an error: no connection was made, and no server can have seen the request
  std::vector<core::FeedItem> items;
  std::string body; ///< of anything but a feed
  std::optional<std::int64_t> uploadOffset;
  std::optional<std::int64_t> uploadLength;
  std::optional<std::chrono::seconds> retryAfter;
};

// From the store.

struct RunLoaded {
  std::vector<core::OutboxEntry> entries; ///< in order of deviceSeq
};
struct RunMarked {
  std::vector<std::int64_t> deviceSeqs; ///< those that were still there
};
struct AnswersRecorded {
  int waiting = 0;
};
struct FeedApplied {
  core::Cursor cursor;
  std::vector<core::ScopeName> mismatched; ///< whose checkpoint did not hold
  std::optional<HeldRemoval> heldRemoval;  ///< nothing was applied: too much would have been removed
  int waiting = 0;
};
struct SnapshotApplied {
  core::Cursor cursor; ///< the scope stands at the lowest stamp once its snapshot is done
};
/// The ready-made cache could not be had, or not be taken over; nothing was done.
struct ReadyMadeFailed {
  core::Error error;
  bool unreachable = false; ///< worth another try, which goes on where this one was cut
};
struct ScopeReset {
  core::Cursor cursor;
};
struct StartedAnew {
  core::Cursor cursor;
  int waiting = 0;
};
struct AuditLoaded {
  std::vector<core::DeskAuditRow> rows;
};
struct AuditForgotten {};
struct BlobRead {
  core::BlobId blob;
  std::int64_t total = 0;
  std::string bytes; ///< from the asked offset on
};
/// The content is not here (any more).
struct BlobMissing {
  core::BlobId blob;
};
struct StoreFailed {
  LaneName lane = LaneName::Push;
  core::Error error;
};

using Event = std::variant<Started, Stopped, Ticked, NetworkReturned, SignedIn, SignedOut, LocalWork,
                           SyncAsked, RemovalAllowed, HttpReply, RunLoaded, RunMarked, AnswersRecorded,
                           FeedApplied, SnapshotApplied, ReadyMadeFailed, ScopeReset, StartedAnew,
                           AuditLoaded, AuditForgotten, BlobRead, BlobMissing, StoreFailed>;

} // namespace madoguchi::sync
