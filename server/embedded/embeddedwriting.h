// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/embedded/embeddedreading.h"

namespace madoguchi::server {

/// The writing side of the port as SQL. There is one writer, so nothing needs a lock of its own.
class EmbeddedWriting final : public EmbeddedReading<Writing> {
public:
  using EmbeddedReading::EmbeddedReading;

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

  /// The scopes that this transaction changed, with their new seq.
  [[nodiscard]] const std::map<core::ScopeName, std::int64_t>& changed() const { return m_changed; }

private:
  [[nodiscard]] std::int64_t scopeId(const core::ScopeName& scope);

  std::map<core::ScopeName, std::int64_t> m_scopeIds;
  std::map<core::ScopeName, std::int64_t> m_changed;
};

} // namespace madoguchi::server
