// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedreading.h"

#include "server/storedvalues.h"

namespace madoguchi::server {

namespace {

constexpr std::string_view kCounters = "SELECT name, seq, count, hash FROM scope ORDER BY name";
constexpr std::string_view kCounter = "SELECT name, seq, count, hash FROM scope WHERE name = ?";
constexpr std::string_view kCasesBySeq =
    "SELECT ?1, seq, id, version, digest, state, timeline FROM case_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3";
constexpr std::string_view kGoneBySeq =
    "SELECT seq, case_id, reason FROM gone "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3";
constexpr std::string_view kReferencesBySeq =
    "SELECT ?1, seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3";
constexpr std::string_view kCasesById =
    "SELECT ?1, seq, id, version, digest, state, timeline FROM case_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND id > ?2 ORDER BY id LIMIT ?3";
constexpr std::string_view kCase =
    "SELECT s.name, c.seq, c.id, c.version, c.digest, c.state, c.timeline FROM case_row c "
    "JOIN scope s ON s.id = c.scope WHERE c.id = ?";
constexpr std::string_view kScopeOf =
    "SELECT s.name FROM case_row c JOIN scope s ON s.id = c.scope WHERE c.id = ?";
constexpr std::string_view kReferences =
    "SELECT ?1, seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND entity = ?2 AND document <> '' ORDER BY key";
constexpr std::string_view kReference =
    "SELECT ?1, seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = ?1) AND entity = ?2 AND key = ?3";
constexpr std::string_view kAccounts =
    "SELECT login, person, grants, password_hash FROM account ORDER BY login";
constexpr std::string_view kAccount = "SELECT login, person, grants, password_hash FROM account WHERE id = ?";
constexpr std::string_view kAccountByLogin =
    "SELECT login, person, grants, password_hash FROM account WHERE login = ?";
constexpr std::string_view kSession =
    "SELECT token_hash, user, device, expires_at FROM session WHERE token_hash = ?";
constexpr std::string_view kDevice =
    "SELECT id, user, name, client, first_seen, last_seen, revoked, lease_secret, lease_next, lease_until, "
    "granted_until, seal_key, scopes FROM device WHERE id = ? AND user = ?";
constexpr std::string_view kDevices =
    "SELECT id, user, name, client, first_seen, last_seen, revoked, lease_secret, lease_next, lease_until, "
    "granted_until, seal_key, scopes FROM device ORDER BY user, id";
constexpr std::string_view kAttempts = "SELECT failures, until FROM attempts WHERE login_hash = ?";
constexpr std::string_view kIntakeKey = "SELECT key_hash, name, office FROM intake_key WHERE key_hash = ?";
constexpr std::string_view kBlob = "SELECT size, uploaded_by, at FROM blob WHERE id = ?";
constexpr std::string_view kUnusedBlobsAfter =
    "SELECT id, size, uploaded_by, at FROM blob WHERE id > ? AND at < ? "
    "AND NOT EXISTS (SELECT 1 FROM blob_case WHERE blob = blob.id) ORDER BY id LIMIT ?";
constexpr std::string_view kCasesOfBlob = "SELECT case_id FROM blob_case WHERE blob = ?";
constexpr std::string_view kLastNumber = "SELECT last FROM number_series WHERE name = ?";
constexpr std::string_view kIsApplied = "SELECT 1 FROM applied WHERE command = ?1 AND (?2 = '' OR at = ?2)";
constexpr std::string_view kNumber = "SELECT 1 FROM number_directory WHERE number = ?";
constexpr std::string_view kAuditHead = "SELECT number, hash FROM audit_chain WHERE chain = ?";
constexpr std::string_view kAuditHeads = "SELECT chain, number, hash FROM audit_chain ORDER BY chain";

core::Instant instant(std::int64_t millis) {
  return core::Instant(std::chrono::milliseconds(millis));
}

ScopeCounter counterOf(const Query& row) {
  return {row.text(0), row.number(1), row.number(2), core::RowSum(row.text(3))};
}

core::CaseRow caseOf(const Query& row) {
  return {row.text(0), row.number(1), core::CaseId(row.text(2)), row.number(3), row.text(4),
          row.text(5), row.text(6)};
}

core::ReferenceRow referenceOf(const Query& row) {
  return {row.text(0), row.number(1), row.text(2), row.text(3), row.number(4), row.text(5), row.text(6)};
}

Account accountOf(const Query& row) {
  return {documentFrom<core::Person>(row.text(1), "an account"), row.text(0),
          documentFrom<std::vector<core::Grant>>(row.text(2), "an account"), row.text(3)};
}

std::optional<Account> oneAccount(Query&& query) {
  if (!query.next()) return std::nullopt;
  return accountOf(query);
}

Device deviceOf(const Query& row) {
  return {core::DeviceId(row.text(0)),
          core::UserId(row.text(1)),
          row.text(2),
          row.text(3),
          instant(row.number(4)),
          instant(row.number(5)),
          row.number(6) != 0,
          row.text(7),
          row.text(8),
          instant(row.number(9)),
          instant(row.number(10)),
          row.text(11),
          documentFrom<std::vector<core::ScopeName>>(row.text(12), "a device")};
}

std::size_t sizeOf(const core::CaseRow& row) {
  return row.state.size() + row.timeline.size();
}
std::size_t sizeOf(const core::ReferenceRow& row) {
  return row.document.size();
}

// Reads rows until the page is full; `full` says that there may be more behind the last.
template <class Row, class Make>
std::vector<Row> pageOf(Query& query, PageLimit limit, Make make, bool& full) {
  std::vector<Row> rows;
  std::size_t bytes = 0;
  while (query.next()) {
    rows.push_back(make(query));
    bytes += sizeOf(rows.back());
    if (rows.size() >= limit.rows || bytes >= limit.bytes) {
      full = true;
      break;
    }
  }
  return rows;
}

} // namespace

template <class Side>
std::string EmbeddedReading<Side>::epoch() {
  Query query(m_connection, "SELECT value FROM meta WHERE key = 'epoch'");
  return query.next() ? query.text(0) : std::string();
}

template <class Side>
std::vector<ScopeCounter> EmbeddedReading<Side>::counters() {
  std::vector<ScopeCounter> counters;
  Query query(m_connection, kCounters);
  while (query.next())
    counters.push_back(counterOf(query));
  return counters;
}

template <class Side>
std::optional<ScopeCounter> EmbeddedReading<Side>::counter(const core::ScopeName& scope) {
  Query query(m_connection, kCounter, scope);
  if (!query.next()) return std::nullopt;
  return counterOf(query);
}

template <class Side>
std::vector<core::FeedItem> EmbeddedReading<Side>::changesAfter(const core::ScopeName& scope,
                                                                std::int64_t seq, PageLimit limit) {
  FeedMerge merge;
  bool full = false;
  Query cases(m_connection, kCasesBySeq, scope, seq, limit.rows);
  auto caseRows = pageOf<core::CaseRow>(cases, limit, caseOf, full);
  merge.take(std::move(caseRows), full);
  full = false;
  Query references(m_connection, kReferencesBySeq, scope, seq, limit.rows);
  auto referenceRows = pageOf<core::ReferenceRow>(references, limit, referenceOf, full);
  merge.take(std::move(referenceRows), full);
  Query gone(m_connection, kGoneBySeq, scope, seq, limit.rows);
  std::vector<core::GoneRow> goneRows;
  while (gone.next())
    goneRows.push_back({scope, gone.number(0), core::CaseId(gone.text(1)), gone.text(2)});
  const bool goneFull = goneRows.size() >= limit.rows;
  merge.take(std::move(goneRows), goneFull);
  return merge.merged();
}

template <class Side>
std::vector<core::CaseRow> EmbeddedReading<Side>::casesAfter(const core::ScopeName& scope,
                                                             const core::CaseId& id, PageLimit limit) {
  bool full = false;
  Query query(m_connection, kCasesById, scope, id.value, limit.rows);
  return pageOf<core::CaseRow>(query, limit, caseOf, full);
}

template <class Side>
std::optional<core::CaseRow> EmbeddedReading<Side>::findCase(const core::CaseId& id) {
  Query query(m_connection, kCase, id.value);
  if (!query.next()) return std::nullopt;
  return caseOf(query);
}

template <class Side>
std::vector<core::ReferenceRow> EmbeddedReading<Side>::references(const core::ScopeName& scope,
                                                                  const std::string& entity) {
  std::vector<core::ReferenceRow> rows;
  Query query(m_connection, kReferences, scope, entity);
  while (query.next())
    rows.push_back(referenceOf(query));
  return rows;
}

template <class Side>
std::optional<core::ReferenceRow> EmbeddedReading<Side>::reference(const core::ScopeName& scope,
                                                                   const std::string& entity,
                                                                   const std::string& key) {
  Query query(m_connection, kReference, scope, entity, key);
  if (!query.next()) return std::nullopt;
  return referenceOf(query);
}

template <class Side>
std::vector<core::ReferenceRow>
EmbeddedReading<Side>::referencesAt(const core::ScopeName& scope,
                                    const std::vector<std::pair<std::string, std::string>>& places) {
  std::vector<core::ReferenceRow> rows;
  for (const auto& [entity, key] : places)
    if (auto row = reference(scope, entity, key)) rows.push_back(std::move(*row));
  return rows;
}

template <class Side>
std::map<core::CaseId, core::ScopeName>
EmbeddedReading<Side>::scopesOf(const std::vector<core::CaseId>& ids) {
  std::map<core::CaseId, core::ScopeName> scopes;
  for (const core::CaseId& id : ids) {
    Query query(m_connection, kScopeOf, id.value);
    if (query.next()) scopes.emplace(id, query.text(0));
  }
  return scopes;
}

template <class Side>
std::map<core::BlobId, BlobRow> EmbeddedReading<Side>::blobs(const std::vector<core::BlobId>& ids) {
  std::map<core::BlobId, BlobRow> found;
  for (const core::BlobId& id : ids)
    if (auto row = blob(id)) found.emplace(id, std::move(*row));
  return found;
}

template <class Side>
std::vector<Account> EmbeddedReading<Side>::accounts() {
  std::vector<Account> accounts;
  Query query(m_connection, kAccounts);
  while (query.next())
    accounts.push_back(accountOf(query));
  return accounts;
}

template <class Side>
std::optional<Account> EmbeddedReading<Side>::account(const core::UserId& id) {
  return oneAccount(Query(m_connection, kAccount, id.value));
}

template <class Side>
std::optional<Account> EmbeddedReading<Side>::accountByLogin(const std::string& login) {
  return oneAccount(Query(m_connection, kAccountByLogin, login));
}

template <class Side>
std::optional<SessionRow> EmbeddedReading<Side>::session(const std::string& tokenHash) {
  Query query(m_connection, kSession, tokenHash);
  if (!query.next()) return std::nullopt;
  return SessionRow{query.text(0), core::UserId(query.text(1)), core::DeviceId(query.text(2)),
                    instant(query.number(3))};
}

template <class Side>
std::optional<Device> EmbeddedReading<Side>::device(const core::DeviceId& id, const core::UserId& user) {
  Query query(m_connection, kDevice, id.value, user.value);
  if (!query.next()) return std::nullopt;
  return deviceOf(query);
}

template <class Side>
std::vector<Device> EmbeddedReading<Side>::devices() {
  std::vector<Device> devices;
  Query query(m_connection, kDevices);
  while (query.next())
    devices.push_back(deviceOf(query));
  return devices;
}

template <class Side>
SignInAttempts EmbeddedReading<Side>::attempts(const std::string& loginHash) {
  Query query(m_connection, kAttempts, loginHash);
  if (!query.next()) return {loginHash, 0, {}};
  return {loginHash, static_cast<int>(query.number(0)), instant(query.number(1))};
}

template <class Side>
std::optional<IntakeKey> EmbeddedReading<Side>::intakeKey(const std::string& keyHash) {
  Query query(m_connection, kIntakeKey, keyHash);
  if (!query.next()) return std::nullopt;
  return IntakeKey{query.text(0), query.text(1), core::OfficeId(query.text(2))};
}

template <class Side>
std::optional<BlobRow> EmbeddedReading<Side>::blob(const core::BlobId& id) {
  Query query(m_connection, kBlob, id.value);
  if (!query.next()) return std::nullopt;
  return BlobRow{id, query.number(0), core::UserId(query.text(1)), instant(query.number(2))};
}

template <class Side>
std::vector<BlobRow> EmbeddedReading<Side>::unusedBlobsAfter(const core::BlobId& id, core::Instant before,
                                                             std::size_t limit) {
  std::vector<BlobRow> blobs;
  Query query(m_connection, kUnusedBlobsAfter, id.value, before.time_since_epoch().count(), limit);
  while (query.next())
    blobs.push_back({core::BlobId(query.text(0)), query.number(1), core::UserId(query.text(2)),
                     instant(query.number(3))});
  return blobs;
}

template <class Side>
std::vector<core::CaseId> EmbeddedReading<Side>::casesOfBlob(const core::BlobId& id) {
  std::vector<core::CaseId> cases;
  Query query(m_connection, kCasesOfBlob, id.value);
  while (query.next())
    cases.emplace_back(query.text(0));
  return cases;
}

template <class Side>
std::int64_t EmbeddedReading<Side>::lastNumber(const std::string& series) {
  Query query(m_connection, kLastNumber, series);
  return query.next() ? query.number(0) : 0;
}

template <class Side>
bool EmbeddedReading<Side>::isApplied(const core::Confirmation& confirmed) {
  const std::string at = confirmed.at == core::Instant{} ? std::string() : core::toText(confirmed.at);
  return Query(m_connection, kIsApplied, confirmed.command.value, at).next();
}

template <class Side>
bool EmbeddedReading<Side>::numberTaken(const std::string& number) {
  return Query(m_connection, kNumber, number).next();
}

template <class Side>
AuditHead EmbeddedReading<Side>::auditHead(const std::string& chain) {
  Query query(m_connection, kAuditHead, chain);
  if (!query.next()) return {chain, 0, {}};
  return {chain, query.number(0), query.text(1)};
}

template <class Side>
std::vector<AuditHead> EmbeddedReading<Side>::auditHeads() {
  std::vector<AuditHead> heads;
  Query query(m_connection, kAuditHeads);
  while (query.next())
    heads.push_back({query.text(0), query.number(1), query.text(2)});
  return heads;
}

template class EmbeddedReading<Reading>;
template class EmbeddedReading<Writing>;

} // namespace madoguchi::server
