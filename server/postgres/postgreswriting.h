// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/numberclaims.h"
#include "server/postgres/postgresreading.h"

#include <mutex>

namespace madoguchi::server {

/// Names of scopes by their number in the tables; neither ever changes. Thread-safe.
class ScopeNames {
public:
  [[nodiscard]] core::ScopeName nameOf(PostgresConnection& connection, std::int64_t id);

private:
  std::mutex m_mutex;
  std::map<std::int64_t, core::ScopeName> m_names;
};

/// The writing side of the port. Locks are taken where the port says so; what is put is sent without waiting
/// for the answer, and fails, if it does, at the next question or at the commit.
class PostgresWriting final : public PostgresReading<Writing> {
public:
  PostgresWriting(PostgresConnection& connection, ScopeNames& names)
      : PostgresReading(connection), m_names(names), m_numbers(connection) {}

  [[nodiscard]] std::map<core::CommandId, AppliedCommand>
  applied(const std::vector<core::CommandId>& ids) override;
  void putApplied(const std::vector<AppliedCommand>& commands) override;
  [[nodiscard]] std::int64_t countFailure(const core::CommandId& id) override;
  [[nodiscard]] std::map<core::CaseId, core::CaseRow>
  lockCases(const std::vector<core::CaseId>& ids) override;
  [[nodiscard]] std::map<core::ScopeName, ScopeCounter>
  takeCounters(const std::set<core::ScopeName>& scopes) override;
  void putCounters(const std::map<core::ScopeName, ScopeCounter>& counters) override;
  void putCases(const std::vector<StampedCase>& cases) override;
  void putGone(const std::vector<core::GoneRow>& rows) override;
  void putReferences(const std::vector<core::ReferenceRow>& rows) override;

  // These see what this transaction has gathered, and lock what it will change or rests on.
  [[nodiscard]] std::map<core::BlobId, BlobRow> blobs(const std::vector<core::BlobId>& ids) override;
  [[nodiscard]] std::int64_t lastNumber(const std::string& series) override;
  [[nodiscard]] bool numberTaken(const std::string& number) override;
  [[nodiscard]] AuditHead auditHead(const std::string& chain) override;
  [[nodiscard]] SignInAttempts attempts(const std::string& loginHash) override;
  [[nodiscard]] std::vector<core::CaseId> casesOfBlob(const core::BlobId& id) override;
  void putLastNumber(const std::string& series, std::int64_t number) override;
  [[nodiscard]] bool claimNumber(const std::string& number, const core::CaseId& id) override;
  void appendAudit(const std::vector<AuditRow>& rows) override;
  [[nodiscard]] std::set<std::string> deskRowsKnown(const std::vector<std::string>& ids) override;
  void enterDeskRows(const std::map<std::string, AuditHead>& rows) override;

  void putAccount(const Account& account) override;
  void putSession(const SessionRow& session) override;
  void removeSession(const std::string& tokenHash) override;
  void removeSessionsOf(const core::UserId& user) override;
  void removeSessionsBefore(core::Instant now) override;
  void putDevice(const Device& device) override;
  void putAttempts(const SignInAttempts& attempts) override;
  void removeAttemptsBefore(core::Instant now) override;
  void putIntakeKey(const IntakeKey& key) override;
  void putBlob(const BlobRow& blob) override;
  void linkBlob(const core::BlobId& blob, const core::CaseId& id) override;
  std::vector<core::BlobId> unlinkBlobs(const core::CaseId& id) override;
  [[nodiscard]] bool removeBlob(const core::BlobId& id, core::Instant before) override;

  /// Sends what is gathered; the commit follows.
  void finish();
  /// The scopes that this transaction changed, with their new seq.
  [[nodiscard]] const std::map<core::ScopeName, std::int64_t>& changed() const { return m_changed; }
  [[nodiscard]] bool madeScopes() const { return m_madeScopes; }

private:
  struct HeldCase {
    std::string homeOffice;
    std::int64_t scope = 0;
  };
  void knowScopes(std::set<core::ScopeName> scopes);
  void updateCases(const std::vector<const StampedCase*>& cases);
  void insertCases(const std::vector<const StampedCase*>& cases);
  void liveAgain(const std::vector<const StampedCase*>& cases);
  void sendSeries();
  void sendLinks();
  void releaseCommands();

  ScopeNames& m_names;
  NumberClaims m_numbers;
  std::set<core::CommandId> m_taken; ///< without an answer as yet
  std::map<core::CaseId, HeldCase> m_held;
  std::set<core::CaseId> m_absent; ///< asked for and not there
  std::map<core::ScopeName, std::int64_t> m_scopeIds;
  std::map<core::ScopeName, ScopeCounter> m_counters;
  std::map<std::string, std::int64_t> m_series;
  std::set<std::string> m_movedSeries;
  std::map<std::string, AuditHead> m_heads;
  std::set<std::pair<core::BlobId, core::CaseId>> m_links;
  std::map<core::ScopeName, std::int64_t> m_changed;
  bool m_madeScopes = false;
};

} // namespace madoguchi::server
