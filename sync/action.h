// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/readymade.h"
#include "sync/event.h"
#include "sync/status.h"
#include "sync/transfer.h"

#include <optional>
#include <set>
#include <utility>

/// What the engine asks of the world. Named with each: the event that answers it.
namespace madoguchi::sync {

enum class Method { Get, Head, Post, Patch, Delete };
/// As HTTP names it.
[[nodiscard]] const char* nameOf(Method method);
enum class Answer { Text, Feed };

/// HttpReply. The transport adds address, rights, versions and request id.
struct HttpRequest {
  RequestNumber request = 0;
  Method method = Method::Get;
  std::string target{}; ///< path and query, percent-encoded
  std::string body{};   ///< JSON, or a blob's chunk in a PATCH
  std::vector<std::pair<std::string, std::string>> headers{};
  Answer answer = Answer::Text;
  std::chrono::seconds timeout{30}; ///< without a byte
  std::optional<Transfer> upload{}; ///< of the content whose chunk the body is, when this one begins
};
/// Unanswered from now on.
struct CancelRequest {
  RequestNumber request = 0;
};

/// RunLoaded: what is waiting, or was sent without an answer, in order; none of the cases left out.
struct LoadRun {
  std::size_t maxCommands = 0;
  std::size_t maxBytes = 0;
  std::set<core::CaseId> leaveOut;
};
/// RunMarked, committed before anything is sent: from then on nobody may drop those entries.
struct MarkSent {
  std::vector<std::int64_t> deviceSeqs;
};
/// RunMarked. No server can have seen them in what they were marked for: who has not been sent before may be
/// dropped again.
struct MarkUnsent {
  std::vector<std::int64_t> deviceSeqs;
};
/// AnswersRecorded.
struct RecordAnswers {
  std::vector<core::CommandAnswer> answers;
};
/// FeedApplied. Rows and cursor go together, in as many transactions as the store likes.
struct ApplyFeed {
  std::vector<core::FeedItem> items;
  bool allowRemoval = false;
  core::Confirmation named; ///< in the request, as confirmed last
};
/// SnapshotApplied. The last item is the SnapshotEnd. Several may be under way, of one scope after the other;
/// they are taken over in their order. One that goes on from behind what the store holds fails: the page
/// before it was not taken.
struct ApplySnapshot {
  std::vector<core::FeedItem> items;
  core::CaseId begin; ///< the rows follow on this one
};
/// SnapshotApplied when it has been fetched and taken over: the scope is done; else ReadyMadeFailed. Fetching
/// goes on where an earlier try was cut.
struct TakeReadyMade {
  protocol::ReadyMade file;
};
/// ScopeReset: the scope's cursor goes to 0, so that it is fetched anew.
struct ResetScope {
  core::ScopeName scope;
};
/// StartedAnew: the server's database was put back. All cursors go to the beginning, and what the server had
/// confirmed waits again, as far as it is remembered. `epoch`: of that database; empty: the same.
struct StartAnew {
  std::string epoch;
};
/// AuditLoaded.
struct LoadAudit {
  std::size_t maxRows = 0;
};
/// AuditForgotten.
struct ForgetAudit {
  std::vector<std::string> ids;
};
/// BlobRead or BlobMissing.
struct ReadBlob {
  core::BlobId blob;
  std::int64_t offset = 0;
  std::size_t length = 0;
};

/// Ticked, at that time or soon after; replaces the timer before.
struct SetTimer {
  core::Instant at{};
};
/// Only when it has changed.
struct ReportStatus {
  Status status;
};

using Action = std::variant<HttpRequest, CancelRequest, LoadRun, MarkSent, MarkUnsent, RecordAnswers,
                            ApplyFeed, ApplySnapshot, TakeReadyMade, ResetScope, StartAnew, LoadAudit,
                            ForgetAudit, ReadBlob, SetTimer, ReportStatus>;

} // namespace madoguchi::sync
