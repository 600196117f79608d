// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/copytext.h"
#include "server/postgres/postgreswriting.h"
#include "server/storedvalues.h"

/// The other half of PostgresWriting: numbers, audit, accounts and blobs.
namespace madoguchi::server {

namespace {

constexpr std::string_view kMakeSeries = "INSERT INTO number_series VALUES($1, 0) ON CONFLICT DO NOTHING";
constexpr std::string_view kTakeSeries = "SELECT last FROM number_series WHERE name = $1 FOR NO KEY UPDATE";
constexpr std::string_view kPutSeries =
    "UPDATE number_series s SET last = n.last FROM unnest($1::text[], $2::bigint[]) n(name, last) "
    "WHERE s.name = n.name";
constexpr std::string_view kTakeHead =
    "SELECT number, hash FROM audit_chain WHERE chain = $1 FOR NO KEY UPDATE";
// A chain without a row yet has nothing to lock but its name.
constexpr std::string_view kTakeName = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
constexpr std::string_view kAppend = "INSERT INTO audit(chain, number, record, hash) "
                                     "SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[])";
constexpr std::string_view kPutHeads =
    "INSERT INTO audit_chain(chain, number, hash) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[]) "
    "ON CONFLICT(chain) DO UPDATE SET number = excluded.number, hash = excluded.hash";
constexpr std::string_view kDeskRowsKnown = "SELECT id FROM desk_row WHERE id = ANY($1::text[])";
constexpr std::string_view kDeskRows =
    "INSERT INTO desk_row(id, chain, number) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])";
constexpr std::string_view kPutAccount =
    "INSERT INTO account(id, login, person, grants, password_hash) VALUES($1, $2, $3, $4, $5) "
    "ON CONFLICT(id) DO UPDATE SET login = $2, person = $3, grants = $4, password_hash = $5";
constexpr std::string_view kPutSession =
    "INSERT INTO session(token_hash, user_id, device, expires_at) VALUES($1, $2, $3, $4) "
    "ON CONFLICT(token_hash) DO UPDATE SET user_id = $2, device = $3, expires_at = $4";
constexpr std::string_view kRemoveSession = "DELETE FROM session WHERE token_hash = $1";
constexpr std::string_view kRemoveSessionsOf = "DELETE FROM session WHERE user_id = $1";
// Whoever else cleans up the same rows is left to it.
constexpr std::string_view kRemoveSessionsBefore =
    "DELETE FROM session WHERE token_hash IN "
    "(SELECT token_hash FROM session WHERE expires_at < $1 FOR UPDATE SKIP LOCKED)";
constexpr std::string_view kPutDevice =
    "INSERT INTO device(id, user_id, name, client, first_seen, last_seen, revoked, lease_secret, lease_next, "
    "lease_until, granted_until, seal_key, scopes) "
    "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT(id, user_id) DO UPDATE SET "
    "name = $3, client = $4, first_seen = $5, last_seen = $6, revoked = $7, lease_secret = $8, "
    "lease_next = $9, lease_until = $10, granted_until = $11, seal_key = $12, scopes = $13";
constexpr std::string_view kPutAttempts =
    "INSERT INTO attempts(login_hash, failures, until) VALUES($1, $2, $3) "
    "ON CONFLICT(login_hash) DO UPDATE SET failures = $2, until = $3";
constexpr std::string_view kRemoveAttempts =
    "DELETE FROM attempts WHERE login_hash IN "
    "(SELECT login_hash FROM attempts WHERE until < $1 FOR UPDATE SKIP LOCKED)";
constexpr std::string_view kPutIntakeKey =
    "INSERT INTO intake_key(key_hash, name, office) VALUES($1, $2, $3) "
    "ON CONFLICT(key_hash) DO UPDATE SET name = $2, office = $3";
constexpr std::string_view kPutBlob =
    "INSERT INTO blob(id, size, uploaded_by, at) VALUES($1, $2, $3, $4) "
    "ON CONFLICT(id) DO UPDATE SET at = excluded.at WHERE excluded.at >= blob.at + 3600000";
constexpr std::string_view kHoldBlobs =
    "SELECT id FROM blob WHERE id = ANY($1::text[]) ORDER BY id FOR KEY SHARE";
constexpr std::string_view kUnlinkBlobs = "DELETE FROM blob_case WHERE case_id = $1 RETURNING blob";
constexpr std::string_view kLockBlob = "SELECT id FROM blob WHERE id = $1 AND at < $2 FOR UPDATE";
constexpr std::string_view kRemoveBlob =
    "DELETE FROM blob WHERE id = $1 AND NOT EXISTS (SELECT FROM blob_case WHERE blob = $1) RETURNING id";
constexpr std::string_view kLinkBlobs =
    "INSERT INTO blob_case(blob, case_id) SELECT * FROM unnest($1::text[], $2::text[]) "
    "ON CONFLICT DO NOTHING";

std::int64_t millis(core::Instant at) {
  return at.time_since_epoch().count();
}

void loadAudit(PostgresConnection& connection, const std::vector<AuditRow>& rows) {
  CopyText text;
  for (const AuditRow& row : rows)
    text.add(row.chain).add(row.number).add(row.record).add(row.hash).endRow();
  (void)connection.copy("audit(chain, number, record, hash)", text.text());
}

} // namespace

std::int64_t PostgresWriting::lastNumber(const std::string& series) {
  const auto known = m_series.find(series);
  if (known != m_series.end()) return known->second;
  m_connection.send(kMakeSeries, series);
  const auto rows = m_connection.query(kTakeSeries, series);
  return m_series[series] = rows.number(0, 0);
}

void PostgresWriting::putLastNumber(const std::string& series, std::int64_t number) {
  (void)lastNumber(series);
  m_series[series] = number;
  m_movedSeries.insert(series);
}

void PostgresWriting::sendSeries() {
  if (m_movedSeries.empty()) return;
  std::vector<std::string_view> names(m_movedSeries.begin(), m_movedSeries.end());
  std::vector<std::int64_t> last;
  for (const std::string& series : m_movedSeries)
    last.push_back(m_series.at(series));
  m_connection.send(kPutSeries, names, last);
  m_movedSeries.clear();
}

bool PostgresWriting::numberTaken(const std::string& number) {
  return m_numbers.holder(number).has_value();
}

bool PostgresWriting::claimNumber(const std::string& number, const core::CaseId& id) {
  const auto holder = m_numbers.holder(number);
  if (holder) return *holder == id;
  m_numbers.claim(number, id);
  return true;
}

AuditHead PostgresWriting::auditHead(const std::string& chain) {
  const auto known = m_heads.find(chain);
  if (known != m_heads.end()) return known->second;
  auto rows = m_connection.query(kTakeHead, chain);
  if (rows.empty()) {
    m_connection.send(kTakeName, chain);
    rows = m_connection.query(kTakeHead, chain);
  }
  AuditHead head{chain, 0, {}};
  if (!rows.empty()) head = {chain, rows.number(0, 0), rows.text(0, 1)};
  return m_heads[chain] = head;
}

void PostgresWriting::appendAudit(const std::vector<AuditRow>& rows) {
  if (rows.empty()) return;
  std::vector<std::string_view> chains, records, hashes;
  std::vector<std::int64_t> numbers;
  std::map<std::string, const AuditRow*> heads;
  for (const AuditRow& row : rows) {
    chains.emplace_back(row.chain);
    numbers.push_back(row.number);
    records.emplace_back(row.record);
    hashes.emplace_back(row.hash);
    heads[row.chain] = &row;
    m_heads[row.chain] = {row.chain, row.number, row.hash};
  }
  if (rows.size() >= kWorthCopying)
    loadAudit(m_connection, rows);
  else
    m_connection.send(kAppend, chains, numbers, records, hashes);
  chains.clear();
  numbers.clear();
  hashes.clear();
  for (const auto& [chain, row] : heads) {
    chains.emplace_back(row->chain);
    numbers.push_back(row->number);
    hashes.emplace_back(row->hash);
  }
  m_connection.send(kPutHeads, chains, numbers, hashes);
}

std::set<std::string> PostgresWriting::deskRowsKnown(const std::vector<std::string>& ids) {
  const auto rows = m_connection.query(kDeskRowsKnown, std::vector<std::string_view>(ids.begin(), ids.end()));
  std::set<std::string> known;
  for (int row = 0; row < rows.size(); ++row)
    known.insert(rows.text(row, 0));
  return known;
}

void PostgresWriting::enterDeskRows(const std::map<std::string, AuditHead>& rows) {
  if (rows.empty()) return;
  std::vector<std::string_view> ids, chains;
  std::vector<std::int64_t> numbers;
  for (const auto& [id, place] : rows) {
    ids.emplace_back(id);
    chains.emplace_back(place.chain);
    numbers.push_back(place.number);
  }
  m_connection.send(kDeskRows, ids, chains, numbers);
}

SignInAttempts PostgresWriting::attempts(const std::string& loginHash) {
  // Guesses at one login wait for each other, so that none goes uncounted.
  m_connection.send(kTakeName, loginHash);
  return PostgresReading::attempts(loginHash);
}

void PostgresWriting::putAccount(const Account& account) {
  m_connection.send(kPutAccount, account.person.id.value, account.login, documentOf(account.person),
                    documentOf(account.grants), account.passwordHash);
}

void PostgresWriting::putSession(const SessionRow& session) {
  m_connection.send(kPutSession, session.tokenHash, session.user.value, session.device.value,
                    millis(session.expiresAt));
}

void PostgresWriting::removeSession(const std::string& tokenHash) {
  m_connection.send(kRemoveSession, tokenHash);
}

void PostgresWriting::removeSessionsOf(const core::UserId& user) {
  m_connection.send(kRemoveSessionsOf, user.value);
}

void PostgresWriting::removeSessionsBefore(core::Instant now) {
  m_connection.send(kRemoveSessionsBefore, millis(now));
}

void PostgresWriting::putDevice(const Device& device) {
  m_connection.send(kPutDevice, device.id.value, device.user.value, device.name, device.client,
                    millis(device.firstSeen), millis(device.lastSeen), device.revoked, device.leaseSecret,
                    device.leaseNext, millis(device.leaseUntil), millis(device.grantedUntil), device.sealKey,
                    documentOf(device.scopes));
}

void PostgresWriting::putAttempts(const SignInAttempts& attempts) {
  m_connection.send(kPutAttempts, attempts.loginHash, attempts.failures, millis(attempts.until));
}

void PostgresWriting::removeAttemptsBefore(core::Instant now) {
  m_connection.send(kRemoveAttempts, millis(now));
}

void PostgresWriting::putIntakeKey(const IntakeKey& key) {
  m_connection.send(kPutIntakeKey, key.keyHash, key.name, key.office.value);
}

void PostgresWriting::putBlob(const BlobRow& blob) {
  m_connection.send(kPutBlob, blob.id.value, blob.size, blob.uploadedBy.value, millis(blob.at));
}

void PostgresWriting::linkBlob(const core::BlobId& blob, const core::CaseId& id) {
  m_links.emplace(blob, id);
}

// One that is about to be named must not be removed meanwhile.
std::map<core::BlobId, BlobRow> PostgresWriting::blobs(const std::vector<core::BlobId>& ids) {
  std::vector<std::string_view> names;
  names.reserve(ids.size());
  for (const core::BlobId& id : ids)
    names.emplace_back(id.value);
  (void)m_connection.query(kHoldBlobs, names);
  return PostgresReading::blobs(ids);
}

std::vector<core::BlobId> PostgresWriting::unlinkBlobs(const core::CaseId& id) {
  sendLinks();
  std::vector<core::BlobId> blobs;
  const auto rows = m_connection.query(kUnlinkBlobs, id.value);
  blobs.reserve(static_cast<std::size_t>(rows.size()));
  for (int row = 0; row < rows.size(); ++row)
    blobs.emplace_back(rows.text(row, 0));
  return blobs;
}

// Locked first: a statement sees what was committed before it began, and whoever held the lock may have named
// the content.
bool PostgresWriting::removeBlob(const core::BlobId& id, core::Instant before) {
  sendLinks();
  if (m_connection.query(kLockBlob, id.value, millis(before)).empty()) return false;
  return !m_connection.query(kRemoveBlob, id.value).empty();
}

void PostgresWriting::sendLinks() {
  if (m_links.empty()) return;
  std::vector<std::string_view> blobs, cases;
  for (const auto& [blob, id] : m_links) {
    blobs.emplace_back(blob.value);
    cases.emplace_back(id.value);
  }
  m_connection.send(kLinkBlobs, blobs, cases);
  m_links.clear();
}

std::vector<core::CaseId> PostgresWriting::casesOfBlob(const core::BlobId& id) {
  sendLinks();
  return PostgresReading::casesOfBlob(id);
}

} // namespace madoguchi::server
