// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What comes down from the server, in values that storage, sync and server share. The texts of a case and of
/// a reference are canonical JSON (core/base/json) and hold no line break; nobody re-encodes them on the way.
namespace madoguchi::core {

/// A scope's name: "global", "user/<id>", or "office/<office>/<procedure group>/<ordinary|protected>".
using ScopeName = std::string;
[[nodiscard]] inline ScopeName globalScope() {
  return "global";
}
[[nodiscard]] inline ScopeName userScope(const UserId& user) {
  return "user/" + user.value;
}
[[nodiscard]] inline ScopeName officeScope(const OfficeId& office, const std::string& group,
                                           bool isProtected) {
  return "office/" + office.value + "/" + group + (isProtected ? "/protected" : "/ordinary");
}

/// A case in its latest form, stamped with its place in its scope's feed.
struct CaseRow {
  ScopeName scope;
  std::int64_t seq = 0;
  CaseId id;
  std::int64_t version = 0;
  std::string digest; ///< core::digestOf(state, timeline)
  std::string state;
  std::string timeline;
  bool operator==(const CaseRow&) const = default;
};

/// A case that left the scope ("left": moved or no longer visible) or was destroyed.
struct GoneRow {
  ScopeName scope;
  std::int64_t seq = 0;
  CaseId id;
  std::string reason;
  bool operator==(const GoneRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoneRow, (), (scope, seq, id, reason))

/// What cases refer to: entity "procedure" (key "<id>@<version>"), "office", "user" (name, rank, no secrets),
/// "holidays". An empty `document` means it is gone.
struct ReferenceRow {
  ScopeName scope;
  std::int64_t seq = 0;
  std::string entity;
  std::string key;
  std::int64_t version = 0;
  std::string digest; ///< sha256 hex of document
  std::string document;
  bool operator==(const ReferenceRow&) const = default;
};

/// The scopes that the user may see now; any other that the client still holds is purged.
struct ScopeList {
  std::string epoch; ///< changes when the server's database was restored: cursors reset, the outbox stays
  std::vector<ScopeName> scopes;
  bool operator==(const ScopeList&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScopeList, (), (epoch, scopes))

/// A scope is drained: what it holds at `seq`. Cases in an office scope, references in the others.
struct Checkpoint {
  ScopeName scope;
  std::int64_t seq = 0;
  std::int64_t count = 0;
  std::string hash; ///< core::RowSum over (id or entity/key, version, digest)
  bool operator==(const Checkpoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(Checkpoint, (), (scope, seq, count, hash))

/// End of an answer. `more`: ask again at once; else the feed is drained.
struct FeedEnd {
  bool more = false;
  bool operator==(const FeedEnd&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedEnd, (), (more))

/// End of a snapshot page: the last id, and the scope's seq when the page was begun.
struct SnapshotEnd {
  ScopeName scope;
  CaseId after;
  std::int64_t stamp = 0;
  bool done = false;
  bool operator==(const SnapshotEnd&) const = default;
};
BOOST_DESCRIBE_STRUCT(SnapshotEnd, (), (scope, after, stamp, done))

using FeedItem = std::variant<CaseRow, GoneRow, ReferenceRow, ScopeList, Checkpoint, FeedEnd, SnapshotEnd>;

/// How far a client has followed each scope. Plain values: rights are checked anew at each request.
struct Cursor {
  std::string epoch;
  int schema = 1;
  std::map<ScopeName, std::int64_t> scopes;
  bool operator==(const Cursor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (epoch, schema, scopes))

} // namespace madoguchi::core
