// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/connection.h"
#include "server/store.h"

namespace madoguchi::server {

/// The questions of the port as SQL, over a connection that stands in a transaction. Shared by the reading
/// and the writing side: `Side` is Reading or Writing.
template <class Side>
class PostgresReading : public Side {
public:
  explicit PostgresReading(PostgresConnection& connection) : m_connection(connection) {}

  [[nodiscard]] std::string epoch() override;
  [[nodiscard]] std::vector<ScopeCounter> counters() override;
  [[nodiscard]] std::optional<ScopeCounter> counter(const core::ScopeName& scope) override;
  [[nodiscard]] std::vector<core::FeedItem> changesAfter(const core::ScopeName& scope, std::int64_t seq,
                                                         PageLimit limit) override;
  [[nodiscard]] std::vector<core::CaseRow> casesAfter(const core::ScopeName& scope, const core::CaseId& id,
                                                      PageLimit limit) override;
  [[nodiscard]] std::optional<core::CaseRow> findCase(const core::CaseId& id) override;
  [[nodiscard]] std::vector<core::ReferenceRow> references(const core::ScopeName& scope,
                                                           const std::string& entity) override;
  [[nodiscard]] std::optional<core::ReferenceRow>
  reference(const core::ScopeName& scope, const std::string& entity, const std::string& key) override;
  [[nodiscard]] std::map<core::CaseId, core::ScopeName>
  scopesOf(const std::vector<core::CaseId>& ids) override;
  [[nodiscard]] std::vector<core::ReferenceRow>
  referencesAt(const core::ScopeName& scope,
               const std::vector<std::pair<std::string, std::string>>& places) override;
  [[nodiscard]] std::map<core::BlobId, BlobRow> blobs(const std::vector<core::BlobId>& ids) override;
  [[nodiscard]] std::vector<Account> accounts() override;
  [[nodiscard]] std::optional<Account> account(const core::UserId& id) override;
  [[nodiscard]] std::optional<Account> accountByLogin(const std::string& login) override;
  [[nodiscard]] std::optional<SessionRow> session(const std::string& tokenHash) override;
  [[nodiscard]] std::optional<Device> device(const core::DeviceId& id, const core::UserId& user) override;
  [[nodiscard]] std::vector<Device> devices() override;
  [[nodiscard]] SignInAttempts attempts(const std::string& loginHash) override;
  [[nodiscard]] std::optional<IntakeKey> intakeKey(const std::string& keyHash) override;
  [[nodiscard]] std::optional<BlobRow> blob(const core::BlobId& id) override;
  [[nodiscard]] std::vector<BlobRow> unusedBlobsAfter(const core::BlobId& id, core::Instant before,
                                                      std::size_t limit) override;
  [[nodiscard]] std::vector<core::CaseId> casesOfBlob(const core::BlobId& id) override;
  [[nodiscard]] bool isApplied(const core::Confirmation& confirmed) override;
  [[nodiscard]] std::int64_t lastNumber(const std::string& series) override;
  [[nodiscard]] bool numberTaken(const std::string& number) override;
  [[nodiscard]] AuditHead auditHead(const std::string& chain) override;
  [[nodiscard]] std::vector<AuditHead> auditHeads() override;

protected:
  PostgresConnection& m_connection;
};

extern template class PostgresReading<Reading>;
extern template class PostgresReading<Writing>;

/// Of columns (name, seq, count, hash) beginning at `first`.
[[nodiscard]] ScopeCounter scopeCounterOf(const PostgresRows& rows, int row, int first = 0);

} // namespace madoguchi::server
