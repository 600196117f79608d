// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/actor.h"
#include "core/cases/attendance.h"
#include "core/sync/feed.h"
#include "core/sync/outbox.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Bodies of the JSON messages. Each has encode (canonical text) and a decode that names what is wrong
/// (Malformed, TooLarge); unknown fields are ignored here, because no message is stored.
///
// clang-format off
/// | request | body | answer |
/// |---|---|---|
/// | POST /v1/session | SignIn | Session |
/// | DELETE /v1/session | – | 204 |
/// | POST /v1/commands | CommandRun | CommandAnswers |
/// | POST /v1/recovery | SealedRun | Recovered |
/// | POST /v1/attendance | core::AttendanceChange | 204 |
/// | GET /v1/changes?cursor=<Cursor>&wait=<s> | – | feed (feedcodec.h): ScopeList first, FeedEnd last |
/// | POST /v1/changes?wait=<s> | Cursor, one too long for a target | the same |
/// | GET /v1/snapshot/<scope>?after=<case id> | – | feed: CaseRow…, SnapshotEnd last |
/// | POST /v1/audit | AuditRun | AuditAcknowledged |
/// | POST /v1/applications (header X-Intake-Key) | Application | ApplicationReceipt |
/// | HEAD /v1/blobs/<sha256> | – | Upload-Offset, Upload-Length (200 exists or partial, 404 unknown) |
/// | POST /v1/blobs/<sha256> (Upload-Length) | – | 201 with Upload-Offset, 200 when already there |
/// | PATCH /v1/blobs/<sha256> (Upload-Offset) | chunk | 204 with Upload-Offset |
/// | GET /v1/blobs/<sha256> (Range) | – | bytes |
/// | GET /healthz, /metrics | – | text |
// clang-format on
///
/// Commands and changes also say `confirmed=<command id>&at=<moment>` in their query: the command that was
/// confirmed to the client last, and when the server had decided it, as its answer said. A database that does
/// not know it, or decided it at another moment, is an older state of what the client followed (a machine's
/// snapshot, a fail-over that lost something), to which a copy of the run may have come late: 409 with
/// EpochChanged. The client then sends again what it remembers as confirmed, before what waits, and fetches
/// every scope anew. A client that was told no moment names none, and then the command alone is looked for.
///
/// Requests carry `Authorization: Bearer …`, `Madoguchi-Protocol`, `Madoguchi-Schema` and `X-Request-Id`;
/// every answer carries the X-Request-Id again. A refusal has a status of RFC 9110 and a Problem as its body.
namespace madoguchi::protocol {

struct SignIn {
  std::string user; ///< login name
  std::string password;
  core::DeviceId device;
  std::string deviceName;
  std::string client;  ///< program version
  std::string lease{}; ///< id of the secret that wraps the key of the device's cache (leaseId); empty: none
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (user, password, device, deviceName, client, lease))

/// The server's half of what opens the cache on this device (trust.md, "The cache on a PC").
struct Lease {
  std::string opens;     ///< the secret that SignIn named, hex; empty: the server does not know it
  std::string secret;    ///< wraps the key from now on, hex
  core::Instant until{}; ///< by the server's clock
  bool operator==(const Lease&) const = default;
};
BOOST_DESCRIBE_STRUCT(Lease, (), (opens, secret, until))

/// Names a lease's secret without telling it.
[[nodiscard]] std::string leaseId(const std::string& secret);

struct Session {
  std::string token;
  core::Instant expiresAt{};
  core::Instant serverTime{};
  core::Actor actor;
  std::string displayName;
  std::string epoch;
  Lease lease{};
  std::string recoveryKey{}; ///< public, hex: what is unsent is also sealed to it (core/sync/sealed.h)
  std::string sealKey{};     ///< hex: proves that a sealed command is this user's
  bool wipeAtSignOut = false;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (token, expiresAt, serverTime, actor, displayName, epoch, lease, recoveryKey, sealKey,
                       wipeAtSignOut))

/// What a client found sealed beside a cache that it cannot open: whole files, base64.
struct SealedRun {
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(SealedRun, (), (items))

struct CommandItem {
  std::int64_t deviceSeq = 0;
  std::string payload; ///< text of a core::Command, exactly as first made
};
BOOST_DESCRIBE_STRUCT(CommandItem, (), (deviceSeq, payload))

struct CommandRun {
  core::DeviceId device;
  std::vector<CommandItem> items;
};
BOOST_DESCRIBE_STRUCT(CommandRun, (), (device, items))

/// In the order of the run.
struct CommandAnswers {
  std::vector<core::CommandAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(CommandAnswers, (), (answers))

/// Answers in the order of the run; a draft is answered Applied, without a command.
struct Recovered {
  std::vector<core::CommandAnswer> answers;
  std::map<std::string, std::string> drafts; ///< text by key
};
BOOST_DESCRIBE_STRUCT(Recovered, (), (answers, drafts))

struct AuditRun {
  core::DeviceId device;
  std::vector<core::DeskAuditRow> rows;
};
BOOST_DESCRIBE_STRUCT(AuditRun, (), (device, rows))

struct AuditAcknowledged {
  std::vector<std::string> ids;
};
BOOST_DESCRIBE_STRUCT(AuditAcknowledged, (), (ids))

/// What the portal delivers; `id` (UUIDv7) is its own, so that a repeat is harmless.
struct Application {
  core::CaseId id;
  core::ReceiveOnline receive;
};
BOOST_DESCRIBE_STRUCT(Application, (), (id, receive))

struct ApplicationReceipt {
  core::CaseId id;
  core::Instant arrivedAt{};
  std::string number;
};
BOOST_DESCRIBE_STRUCT(ApplicationReceipt, (), (id, arrivedAt, number))

struct Problem {
  std::string code; ///< core::ErrorCode by name
  std::string detail;
  std::string requestId;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (code, detail, requestId))

template <class Message>
[[nodiscard]] std::string encode(const Message& message);
template <class Message>
[[nodiscard]] core::Result<Message> decode(std::string_view text);

} // namespace madoguchi::protocol
