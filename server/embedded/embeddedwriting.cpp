// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedwriting.h"

#include "server/storedvalues.h"

namespace madoguchi::server {

namespace {

constexpr std::string_view kApplied =
    "SELECT user, device, device_seq, payload_hash, answer, at FROM applied WHERE command = ?";
constexpr std::string_view kInsertApplied = "INSERT INTO applied VALUES(?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kCountFailure =
    "INSERT INTO failing_command VALUES(?, 1) ON CONFLICT(command) DO UPDATE SET times = times + 1";
constexpr std::string_view kFailures = "SELECT times FROM failing_command WHERE command = ?";
constexpr std::string_view kMakeScope = "INSERT OR IGNORE INTO scope(name) VALUES(?)";
constexpr std::string_view kScopeId = "SELECT id FROM scope WHERE name = ?";
constexpr std::string_view kPutCounter = "UPDATE scope SET seq = ?2, count = ?3, hash = ?4 WHERE name = ?1";
constexpr std::string_view kPutCase =
    "INSERT INTO case_row VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET "
    "scope = ?3, seq = ?4, version = ?5, digest = ?6, state = ?7, timeline = ?8";
constexpr std::string_view kLivesAgain = "DELETE FROM gone WHERE scope = ? AND case_id = ?";
constexpr std::string_view kPutGone =
    "INSERT OR REPLACE INTO gone(scope, case_id, seq, reason) VALUES(?, ?, ?, ?)";
constexpr std::string_view kPutReference = "INSERT OR REPLACE INTO reference_row VALUES(?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kPutLastNumber = "INSERT OR REPLACE INTO number_series VALUES(?, ?)";
constexpr std::string_view kClaimNumber = "INSERT OR IGNORE INTO number_directory VALUES(?, ?)";
constexpr std::string_view kNumberOf = "SELECT case_id FROM number_directory WHERE number = ?";
constexpr std::string_view kAppendAudit = "INSERT INTO audit VALUES(?, ?, ?, ?)";
constexpr std::string_view kPutHead = "INSERT OR REPLACE INTO audit_chain VALUES(?, ?, ?)";
constexpr std::string_view kDeskRow = "INSERT INTO desk_row VALUES(?, ?, ?)";
constexpr std::string_view kDeskRowKnown = "SELECT 1 FROM desk_row WHERE id = ?";
// Not REPLACE: sessions and devices refer to the row.
constexpr std::string_view kPutAccount =
    "INSERT INTO account VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(id) DO UPDATE SET "
    "login = ?2, person = ?3, grants = ?4, password_hash = ?5";
constexpr std::string_view kPutSession = "INSERT OR REPLACE INTO session VALUES(?, ?, ?, ?)";
constexpr std::string_view kRemoveSession = "DELETE FROM session WHERE token_hash = ?";
constexpr std::string_view kRemoveSessionsOf = "DELETE FROM session WHERE user = ?";
constexpr std::string_view kRemoveSessionsBefore = "DELETE FROM session WHERE expires_at < ?";
constexpr std::string_view kPutDevice =
    "INSERT OR REPLACE INTO device VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kPutAttempts = "INSERT OR REPLACE INTO attempts VALUES(?, ?, ?)";
constexpr std::string_view kRemoveAttempts = "DELETE FROM attempts WHERE until < ?";
constexpr std::string_view kPutIntakeKey = "INSERT OR REPLACE INTO intake_key VALUES(?, ?, ?)";
constexpr std::string_view kPutBlob =
    "INSERT INTO blob VALUES(?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET at = excluded.at "
    "WHERE excluded.at >= at + 3600000";
constexpr std::string_view kLinkBlob = "INSERT OR IGNORE INTO blob_case VALUES(?, ?)";
constexpr std::string_view kUnlinkBlobs = "DELETE FROM blob_case WHERE case_id = ? RETURNING blob";
constexpr std::string_view kRemoveBlob = "DELETE FROM blob WHERE id = ? AND at < ? "
                                         "AND NOT EXISTS (SELECT 1 FROM blob_case WHERE blob = blob.id)";

std::int64_t millis(core::Instant at) {
  return at.time_since_epoch().count();
}

} // namespace

std::map<core::CommandId, AppliedCommand> EmbeddedWriting::applied(const std::vector<core::CommandId>& ids) {
  std::map<core::CommandId, AppliedCommand> found;
  for (const core::CommandId& id : ids) {
    Query query(m_connection, kApplied, id.value);
    if (!query.next()) continue;
    const auto at = core::parseInstant(query.text(5));
    found.emplace(id, AppliedCommand{id, core::UserId(query.text(0)), core::DeviceId(query.text(1)),
                                     query.number(2), query.text(3),
                                     documentFrom<core::CommandAnswer>(query.text(4), "a stored answer"),
                                     at.value_or(core::Instant{})});
  }
  return found;
}

void EmbeddedWriting::putApplied(const std::vector<AppliedCommand>& commands) {
  for (const AppliedCommand& command : commands) {
    const std::string answer = documentOf(command.answer);
    const std::string at = core::toText(command.at);
    Query(m_connection, kInsertApplied, command.command.value, command.user.value, command.device.value,
          command.deviceSeq, command.payloadHash, answer, at)
        .execute();
  }
}

std::int64_t EmbeddedWriting::countFailure(const core::CommandId& id) {
  Query(m_connection, kCountFailure, id.value).execute();
  Query query(m_connection, kFailures, id.value);
  return query.next() ? query.number(0) : 0;
}

std::map<core::CaseId, core::CaseRow> EmbeddedWriting::lockCases(const std::vector<core::CaseId>& ids) {
  std::map<core::CaseId, core::CaseRow> rows;
  for (const core::CaseId& id : ids)
    if (!rows.contains(id))
      if (auto row = findCase(id)) rows.emplace(id, std::move(*row));
  return rows;
}

std::map<core::ScopeName, ScopeCounter>
EmbeddedWriting::takeCounters(const std::set<core::ScopeName>& scopes) {
  std::map<core::ScopeName, ScopeCounter> counters;
  for (const core::ScopeName& scope : scopes)
    counters.emplace(scope, counter(scope).value_or(ScopeCounter{scope, 0, 0, {}}));
  return counters;
}

void EmbeddedWriting::putCounters(const std::map<core::ScopeName, ScopeCounter>& counters) {
  for (const auto& [scope, counter] : counters) {
    const std::string hash = counter.sum.hex();
    (void)scopeId(scope);
    Query(m_connection, kPutCounter, scope, counter.seq, counter.count, hash).execute();
    m_changed[scope] = counter.seq;
  }
}

std::int64_t EmbeddedWriting::scopeId(const core::ScopeName& scope) {
  const auto known = m_scopeIds.find(scope);
  if (known != m_scopeIds.end()) return known->second;
  const bool isNew = Query(m_connection, kMakeScope, scope).execute() > 0;
  Query query(m_connection, kScopeId, scope);
  (void)query.next();
  // Scopes are never deleted, so the newest id is their number.
  if (isNew) m_changed[kScopeCount] = query.number(0);
  return m_scopeIds[scope] = query.number(0);
}

void EmbeddedWriting::putCases(const std::vector<StampedCase>& cases) {
  for (const auto& [row, homeOffice] : cases) {
    const std::int64_t scope = scopeId(row.scope);
    Query(m_connection, kPutCase, row.id.value, homeOffice.value, scope, row.seq, row.version, row.digest,
          row.state, row.timeline)
        .execute();
    Query(m_connection, kLivesAgain, scope, row.id.value).execute();
  }
}

void EmbeddedWriting::putGone(const std::vector<core::GoneRow>& rows) {
  for (const core::GoneRow& row : rows)
    Query(m_connection, kPutGone, scopeId(row.scope), row.id.value, row.seq, row.reason).execute();
}

void EmbeddedWriting::putReferences(const std::vector<core::ReferenceRow>& rows) {
  for (const core::ReferenceRow& row : rows)
    Query(m_connection, kPutReference, scopeId(row.scope), row.entity, row.key, row.seq, row.version,
          row.digest, row.document)
        .execute();
}

void EmbeddedWriting::putLastNumber(const std::string& series, std::int64_t number) {
  Query(m_connection, kPutLastNumber, series, number).execute();
}

bool EmbeddedWriting::claimNumber(const std::string& number, const core::CaseId& id) {
  Query(m_connection, kClaimNumber, number, id.value).execute();
  Query query(m_connection, kNumberOf, number);
  return query.next() && query.text(0) == id.value;
}

void EmbeddedWriting::appendAudit(const std::vector<AuditRow>& rows) {
  std::map<std::string, const AuditRow*> heads;
  for (const AuditRow& row : rows) {
    Query(m_connection, kAppendAudit, row.chain, row.number, row.record, row.hash).execute();
    heads[row.chain] = &row;
  }
  for (const auto& [chain, row] : heads)
    Query(m_connection, kPutHead, chain, row->number, row->hash).execute();
}

std::set<std::string> EmbeddedWriting::deskRowsKnown(const std::vector<std::string>& ids) {
  std::set<std::string> known;
  for (const std::string& id : ids)
    if (Query(m_connection, kDeskRowKnown, id).next()) known.insert(id);
  return known;
}

void EmbeddedWriting::enterDeskRows(const std::map<std::string, AuditHead>& rows) {
  for (const auto& [id, place] : rows)
    Query(m_connection, kDeskRow, id, place.chain, place.number).execute();
}

void EmbeddedWriting::putAccount(const Account& account) {
  const std::string person = documentOf(account.person);
  const std::string grants = documentOf(account.grants);
  Query(m_connection, kPutAccount, account.person.id.value, account.login, person, grants,
        account.passwordHash)
      .execute();
}

void EmbeddedWriting::putSession(const SessionRow& session) {
  Query(m_connection, kPutSession, session.tokenHash, session.user.value, session.device.value,
        millis(session.expiresAt))
      .execute();
}

void EmbeddedWriting::removeSession(const std::string& tokenHash) {
  Query(m_connection, kRemoveSession, tokenHash).execute();
}

void EmbeddedWriting::removeSessionsOf(const core::UserId& user) {
  Query(m_connection, kRemoveSessionsOf, user.value).execute();
}

void EmbeddedWriting::removeSessionsBefore(core::Instant now) {
  Query(m_connection, kRemoveSessionsBefore, millis(now)).execute();
}

void EmbeddedWriting::putDevice(const Device& device) {
  const std::string scopes = documentOf(device.scopes);
  Query(m_connection, kPutDevice, device.id.value, device.user.value, device.name, device.client,
        millis(device.firstSeen), millis(device.lastSeen), device.revoked, device.leaseSecret,
        device.leaseNext, millis(device.leaseUntil), millis(device.grantedUntil), device.sealKey, scopes)
      .execute();
}

void EmbeddedWriting::putAttempts(const SignInAttempts& attempts) {
  Query(m_connection, kPutAttempts, attempts.loginHash, attempts.failures, millis(attempts.until)).execute();
}

void EmbeddedWriting::removeAttemptsBefore(core::Instant now) {
  Query(m_connection, kRemoveAttempts, millis(now)).execute();
}

void EmbeddedWriting::putIntakeKey(const IntakeKey& key) {
  Query(m_connection, kPutIntakeKey, key.keyHash, key.name, key.office.value).execute();
}

void EmbeddedWriting::putBlob(const BlobRow& blob) {
  Query(m_connection, kPutBlob, blob.id.value, blob.size, blob.uploadedBy.value, millis(blob.at)).execute();
}

void EmbeddedWriting::linkBlob(const core::BlobId& blob, const core::CaseId& id) {
  Query(m_connection, kLinkBlob, blob.value, id.value).execute();
}

std::vector<core::BlobId> EmbeddedWriting::unlinkBlobs(const core::CaseId& id) {
  std::vector<core::BlobId> blobs;
  Query query(m_connection, kUnlinkBlobs, id.value);
  while (query.next())
    blobs.emplace_back(query.text(0));
  return blobs;
}

bool EmbeddedWriting::removeBlob(const core::BlobId& id, core::Instant before) {
  return Query(m_connection, kRemoveBlob, id.value, millis(before)).execute() > 0;
}

} // namespace madoguchi::server
