// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/sync/feed.h"
#include "server/records.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

/// The port to the database, in the words of the domain, implemented by the embedded store and on PostgreSQL.
/// tests/unit/server/storecontract.h says what every implementation must keep.
namespace madoguchi::server {

/// Stands among the names of scopes for their number, so that one can wait for a scope that is yet to be
/// made.
inline constexpr const char* kScopeCount = "*";

/// Thrown by Reading and Writing when the database fails, so that the work in between stays readable. It
/// never leaves Store::read and Store::write, which give it back as an Error.
struct StoreFailure {
  core::Error error;
};

/// How much of a scope one page may hold; at least one row is always given.
struct PageLimit {
  std::size_t rows = 0;
  std::size_t bytes = 0; ///< of the texts
};

/// What can be asked in one consistent snapshot. Valid only inside Store::read or Store::write.
class Reading {
public:
  virtual ~Reading() = default;

  /// Changes when the database was restored from a backup.
  [[nodiscard]] virtual std::string epoch() = 0;

  /// Every scope that ever held a row, by name.
  [[nodiscard]] virtual std::vector<ScopeCounter> counters() = 0;
  [[nodiscard]] virtual std::optional<ScopeCounter> counter(const core::ScopeName& scope) = 0;
  /// Rows of any kind with a greater seq, by seq: CaseRow, GoneRow or ReferenceRow.
  [[nodiscard]] virtual std::vector<core::FeedItem> changesAfter(const core::ScopeName& scope,
                                                                 std::int64_t seq, PageLimit limit) = 0;
  /// Cases with a greater id, by id.
  [[nodiscard]] virtual std::vector<core::CaseRow> casesAfter(const core::ScopeName& scope,
                                                              const core::CaseId& id, PageLimit limit) = 0;
  [[nodiscard]] virtual std::optional<core::CaseRow> findCase(const core::CaseId& id) = 0;
  /// In which scopes those of the cases live that exist.
  [[nodiscard]] virtual std::map<core::CaseId, core::ScopeName>
  scopesOf(const std::vector<core::CaseId>& ids) = 0;
  /// All of one entity, by key; those that are gone are left out.
  [[nodiscard]] virtual std::vector<core::ReferenceRow> references(const core::ScopeName& scope,
                                                                   const std::string& entity) = 0;
  [[nodiscard]] virtual std::optional<core::ReferenceRow>
  reference(const core::ScopeName& scope, const std::string& entity, const std::string& key) = 0;

  /// Those that exist at the places (entity, key), gone ones too, with an empty document.
  [[nodiscard]] virtual std::vector<core::ReferenceRow>
  referencesAt(const core::ScopeName& scope,
               const std::vector<std::pair<std::string, std::string>>& places) = 0;

  [[nodiscard]] virtual std::vector<Account> accounts() = 0;
  [[nodiscard]] virtual std::optional<Account> account(const core::UserId& id) = 0;
  [[nodiscard]] virtual std::optional<Account> accountByLogin(const std::string& login) = 0;
  [[nodiscard]] virtual std::optional<SessionRow> session(const std::string& tokenHash) = 0;
  [[nodiscard]] virtual std::optional<Device> device(const core::DeviceId& id, const core::UserId& user) = 0;
  /// By user and id.
  [[nodiscard]] virtual std::vector<Device> devices() = 0;
  [[nodiscard]] virtual SignInAttempts attempts(const std::string& loginHash) = 0;
  [[nodiscard]] virtual std::optional<IntakeKey> intakeKey(const std::string& keyHash) = 0;

  [[nodiscard]] virtual std::optional<BlobRow> blob(const core::BlobId& id) = 0;
  /// Contents that no case names and that came before a moment, with a greater id, by id.
  [[nodiscard]] virtual std::vector<BlobRow> unusedBlobsAfter(const core::BlobId& id, core::Instant before,
                                                              std::size_t limit) = 0;
  /// Those that exist. While writing, they stay until the transaction ends.
  [[nodiscard]] virtual std::map<core::BlobId, BlobRow> blobs(const std::vector<core::BlobId>& ids) = 0;
  /// The cases that name the blob.
  [[nodiscard]] virtual std::vector<core::CaseId> casesOfBlob(const core::BlobId& id) = 0;

  /// Whether the command was answered, and at that moment where one is named.
  [[nodiscard]] virtual bool isApplied(const core::Confirmation& confirmed) = 0;
  /// The last number given in a series; 0 at first.
  [[nodiscard]] virtual std::int64_t lastNumber(const std::string& series) = 0;
  /// Whether a number of a case or a document stands in the directory.
  [[nodiscard]] virtual bool numberTaken(const std::string& number) = 0;

  [[nodiscard]] virtual AuditHead auditHead(const std::string& chain) = 0;
  [[nodiscard]] virtual std::vector<AuditHead> auditHeads() = 0;
};

/// What can be done in one transaction. Lock order, so that transactions cannot block each other in a ring:
/// insertApplied or applied, lockCases, then the counters as late as possible.
class Writing : public Reading {
public:
  /// The stored answers among these ids; the ids are taken for this transaction.
  [[nodiscard]] virtual std::map<core::CommandId, AppliedCommand>
  applied(const std::vector<core::CommandId>& ids) = 0;
  virtual void putApplied(const std::vector<AppliedCommand>& commands) = 0;
  /// Counts one more failure of a command inside the server; how many there have been.
  [[nodiscard]] virtual std::int64_t countFailure(const core::CommandId& id) = 0;

  /// The cases that exist among these ids, locked in the order of their ids.
  [[nodiscard]] virtual std::map<core::CaseId, core::CaseRow>
  lockCases(const std::vector<core::CaseId>& ids) = 0;
  /// The counters, locked in the order of their names; a new scope starts at zero.
  [[nodiscard]] virtual std::map<core::ScopeName, ScopeCounter>
  takeCounters(const std::set<core::ScopeName>& scopes) = 0;
  virtual void putCounters(const std::map<core::ScopeName, ScopeCounter>& counters) = 0;
  /// Inserts or replaces rows as stamped; `homeOffice` is set once, by the first.
  virtual void putCases(const std::vector<StampedCase>& cases) = 0;
  /// Tombstones. One case has at most one in a scope, and none where it lives again.
  virtual void putGone(const std::vector<core::GoneRow>& rows) = 0;
  virtual void putReferences(const std::vector<core::ReferenceRow>& rows) = 0;

  virtual void putLastNumber(const std::string& series, std::int64_t number) = 0;
  /// Enters a number in the directory; false where another case has it.
  [[nodiscard]] virtual bool claimNumber(const std::string& number, const core::CaseId& id) = 0;

  /// Appends to the audit; the heads follow.
  virtual void appendAudit(const std::vector<AuditRow>& rows) = 0;
  /// Those rows of desks' journals that were entered before.
  [[nodiscard]] virtual std::set<std::string> deskRowsKnown(const std::vector<std::string>& ids) = 0;
  /// By id, with the place in the audit.
  virtual void enterDeskRows(const std::map<std::string, AuditHead>& rows) = 0;

  virtual void putAccount(const Account& account) = 0;
  virtual void putSession(const SessionRow& session) = 0;
  virtual void removeSession(const std::string& tokenHash) = 0;
  virtual void removeSessionsOf(const core::UserId& user) = 0;
  virtual void removeSessionsBefore(core::Instant now) = 0;
  virtual void putDevice(const Device& device) = 0;
  virtual void putAttempts(const SignInAttempts& attempts) = 0;
  virtual void removeAttemptsBefore(core::Instant now) = 0;
  virtual void putIntakeKey(const IntakeKey& key) = 0;
  /// One that is there keeps all but its moment, which moves on when an hour or more has passed; it stays
  /// until the transaction ends.
  virtual void putBlob(const BlobRow& blob) = 0;
  virtual void linkBlob(const core::BlobId& blob, const core::CaseId& id) = 0;
  /// The case names no contents any more; those that it named.
  virtual std::vector<core::BlobId> unlinkBlobs(const core::CaseId& id) = 0;
  /// Removes the row of a content that came before a moment and that no case names; whether it did. Until the
  /// transaction ends nobody can name it.
  [[nodiscard]] virtual bool removeBlob(const core::BlobId& id, core::Instant before) = 0;
};

/// Thread-safe. Readers never wait for the writer.
class Store {
public:
  virtual ~Store() = default;

  [[nodiscard]] virtual core::Result<void> read(const std::function<core::Result<void>(Reading&)>& work) = 0;
  /// The same, perhaps by a standby, which has replayed everything that was committed when this was called.
  /// `work` may be run again.
  [[nodiscard]] virtual core::Result<void>
  readReplayed(const std::function<core::Result<void>(Reading&)>& work) {
    return read(work);
  }
  /// Commits when `work` succeeds, else nothing happened. `work` may be run again after a clash between
  /// transactions. Errors: what `work` returns; StorageFailed and StorageFull (try again later);
  /// StorageCorrupt; Internal where the rows themselves are refused.
  [[nodiscard]] virtual core::Result<void> write(const std::function<core::Result<void>(Writing&)>& work) = 0;

  /// Called after each commit with the scopes it changed, from the thread that wrote; a new scope also moves
  /// kScopeCount. Set it before use.
  using Listener = std::function<void(const std::map<core::ScopeName, std::int64_t>& seqs)>;
  virtual void setListener(Listener listener) = 0;
  /// One cheap look for commits of other processes; tells the listener. Call it now and then.
  virtual void poll() = 0;

  /// A consistent copy while others go on. It gets an epoch of its own, so that whoever restores it is
  /// noticed by every client.
  [[nodiscard]] virtual core::Result<void> backup(const std::string& file) = 0;
};

} // namespace madoguchi::server
