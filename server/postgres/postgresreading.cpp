// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/postgresreading.h"

#include "server/storedvalues.h"

namespace madoguchi::server {

namespace {

constexpr std::string_view kIsApplied =
    "SELECT FROM applied WHERE command = $1 AND answer IS NOT NULL AND ($2::bigint = 0 OR at = $2::bigint)";
constexpr std::string_view kEpoch = "SELECT value FROM epoch";
constexpr std::string_view kCounters = "SELECT name, seq, count, hash FROM scope ORDER BY name";
constexpr std::string_view kCounter = "SELECT name, seq, count, hash FROM scope WHERE name = $1";
// A page is cut by the sizes in the rows, before any long text is fetched or unpacked. One row more than
// asked for would not tell more: a full page only bounds the order.
constexpr std::string_view kCasesBySeq =
    "SELECT seq, id, version, digest, state, timeline FROM ("
    "SELECT *, sum(bytes) OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING) - bytes AS before FROM case_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND seq > $2 ORDER BY seq LIMIT $3) page "
    "WHERE before < $4 ORDER BY seq";
constexpr std::string_view kCasesById =
    "SELECT seq, id, version, digest, state, timeline FROM ("
    "SELECT *, sum(bytes) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) - bytes AS before FROM case_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND id > $2 ORDER BY id LIMIT $3) page "
    "WHERE before < $4 ORDER BY id";
constexpr std::string_view kGoneBySeq =
    "SELECT seq, case_id, reason FROM gone "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND seq > $2 ORDER BY seq LIMIT $3";
constexpr std::string_view kReferencesBySeq =
    "SELECT seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND seq > $2 ORDER BY seq LIMIT $3";
constexpr std::string_view kCase =
    "SELECT c.seq, c.id, c.version, c.digest, c.state, c.timeline, s.name FROM case_directory d "
    "JOIN case_row c ON c.home_office = d.home_office AND c.id = d.id JOIN scope s ON s.id = c.scope "
    "WHERE d.id = $1";
constexpr std::string_view kReferences =
    "SELECT seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND entity = $2 AND document <> '' ORDER BY key";
constexpr std::string_view kReference =
    "SELECT seq, entity, key, version, digest, document FROM reference_row "
    "WHERE scope = (SELECT id FROM scope WHERE name = $1) AND entity = $2 AND key = $3";
constexpr std::string_view kReferencesAt =
    "SELECT r.seq, r.entity, r.key, r.version, r.digest, r.document "
    "FROM unnest($2::text[], $3::text[]) n(entity, key) JOIN reference_row r "
    "ON r.scope = (SELECT id FROM scope WHERE name = $1) AND r.entity = n.entity AND r.key = n.key";
constexpr std::string_view kScopesOf = "SELECT c.id, s.name FROM case_directory d JOIN case_row c ON "
                                       "c.home_office = d.home_office AND c.id = d.id "
                                       "JOIN scope s ON s.id = c.scope WHERE d.id = ANY($1::text[])";
constexpr std::string_view kAccounts =
    "SELECT login, person, grants, password_hash FROM account ORDER BY login";
constexpr std::string_view kAccount =
    "SELECT login, person, grants, password_hash FROM account WHERE id = $1";
constexpr std::string_view kAccountByLogin =
    "SELECT login, person, grants, password_hash FROM account WHERE login = $1";
constexpr std::string_view kSession =
    "SELECT token_hash, user_id, device, expires_at FROM session WHERE token_hash = $1";
constexpr std::string_view kDevice =
    "SELECT id, user_id, name, client, first_seen, last_seen, revoked, lease_secret, lease_next, "
    "lease_until, "
    "granted_until, seal_key, scopes FROM device WHERE id = $1 AND user_id = $2";
constexpr std::string_view kDevices = "SELECT id, user_id, name, client, first_seen, last_seen, revoked, "
                                      "lease_secret, lease_next, lease_until, "
                                      "granted_until, seal_key, scopes FROM device ORDER BY user_id, id";
constexpr std::string_view kAttempts = "SELECT failures, until FROM attempts WHERE login_hash = $1";
constexpr std::string_view kIntakeKey = "SELECT key_hash, name, office FROM intake_key WHERE key_hash = $1";
constexpr std::string_view kBlob = "SELECT size, uploaded_by, at FROM blob WHERE id = $1";
constexpr std::string_view kBlobs = "SELECT id, size, uploaded_by, at FROM blob WHERE id = ANY($1::text[])";
constexpr std::string_view kUnusedBlobsAfter =
    "SELECT id, size, uploaded_by, at FROM blob WHERE id > $1 AND at < $2 "
    "AND NOT EXISTS (SELECT FROM blob_case WHERE blob = blob.id) ORDER BY id LIMIT $3";
constexpr std::string_view kCasesOfBlob = "SELECT case_id FROM blob_case WHERE blob = $1";
constexpr std::string_view kLastNumber = "SELECT last FROM number_series WHERE name = $1";
constexpr std::string_view kNumber = "SELECT 1 FROM number_directory WHERE number = $1";
constexpr std::string_view kAuditHead = "SELECT number, hash FROM audit_chain WHERE chain = $1";
constexpr std::string_view kAuditHeads = "SELECT chain, number, hash FROM audit_chain ORDER BY chain";

core::Instant instant(std::int64_t millis) {
  return core::Instant(std::chrono::milliseconds(millis));
}

core::CaseRow caseOf(const PostgresRows& rows, int row, const core::ScopeName& scope) {
  return {scope,
          rows.number(row, 0),
          core::CaseId(rows.text(row, 1)),
          rows.number(row, 2),
          rows.text(row, 3),
          rows.text(row, 4),
          rows.text(row, 5)};
}

core::ReferenceRow referenceOf(const PostgresRows& rows, int row, const core::ScopeName& scope) {
  return {scope,
          rows.number(row, 0),
          rows.text(row, 1),
          rows.text(row, 2),
          rows.number(row, 3),
          rows.text(row, 4),
          rows.text(row, 5)};
}

Account accountOf(const PostgresRows& rows, int row) {
  return {documentFrom<core::Person>(rows.text(row, 1), "an account"), rows.text(row, 0),
          documentFrom<std::vector<core::Grant>>(rows.text(row, 2), "an account"), rows.text(row, 3)};
}

Device deviceOf(const PostgresRows& rows, int row) {
  return {core::DeviceId(rows.text(row, 0)),
          core::UserId(rows.text(row, 1)),
          rows.text(row, 2),
          rows.text(row, 3),
          instant(rows.number(row, 4)),
          instant(rows.number(row, 5)),
          rows.number(row, 6) != 0,
          rows.text(row, 7),
          rows.text(row, 8),
          instant(rows.number(row, 9)),
          instant(rows.number(row, 10)),
          rows.text(row, 11),
          documentFrom<std::vector<core::ScopeName>>(rows.text(row, 12), "a device")};
}

BlobRow blobOf(const PostgresRows& rows, int row) {
  return {core::BlobId(rows.text(row, 0)), rows.number(row, 1), core::UserId(rows.text(row, 2)),
          instant(rows.number(row, 3))};
}

std::optional<Account> oneAccount(const PostgresRows& rows) {
  if (rows.empty()) return std::nullopt;
  return accountOf(rows, 0);
}

template <class Id>
std::vector<std::string_view> textsOf(const std::vector<Id>& ids) {
  std::vector<std::string_view> texts;
  texts.reserve(ids.size());
  for (const Id& id : ids)
    texts.emplace_back(id.value);
  return texts;
}

template <class Make>
auto all(const PostgresRows& rows, Make make) {
  std::vector<decltype(make(rows, 0))> list;
  list.reserve(static_cast<std::size_t>(rows.size()));
  for (int row = 0; row < rows.size(); ++row)
    list.push_back(make(rows, row));
  return list;
}

std::size_t bytesOf(const std::vector<core::CaseRow>& rows) {
  std::size_t bytes = 0;
  for (const auto& row : rows)
    bytes += row.state.size() + row.timeline.size();
  return bytes;
}

} // namespace

ScopeCounter scopeCounterOf(const PostgresRows& rows, int row, int first) {
  return {rows.text(row, first), rows.number(row, first + 1), rows.number(row, first + 2),
          core::RowSum(rows.text(row, first + 3))};
}

template <class Side>
std::string PostgresReading<Side>::epoch() {
  const auto rows = m_connection.query(kEpoch);
  return rows.empty() ? std::string() : rows.text(0, 0);
}

template <class Side>
std::vector<ScopeCounter> PostgresReading<Side>::counters() {
  return all(m_connection.query(kCounters),
             [](const PostgresRows& rows, int row) { return scopeCounterOf(rows, row); });
}

template <class Side>
std::optional<ScopeCounter> PostgresReading<Side>::counter(const core::ScopeName& scope) {
  const auto rows = m_connection.query(kCounter, scope);
  if (rows.empty()) return std::nullopt;
  return scopeCounterOf(rows, 0);
}

template <class Side>
std::vector<core::FeedItem> PostgresReading<Side>::changesAfter(const core::ScopeName& scope,
                                                                std::int64_t seq, PageLimit limit) {
  m_connection.send(kCasesBySeq, scope, seq, limit.rows, limit.bytes);
  m_connection.send(kReferencesBySeq, scope, seq, limit.rows);
  m_connection.send(kGoneBySeq, scope, seq, limit.rows);
  const auto answers = m_connection.sync();
  const auto& [cases, references, gone] = std::tie(answers.end()[-3], answers.end()[-2], answers.end()[-1]);
  FeedMerge merge;
  auto caseRows = all(cases, [&](const PostgresRows& rows, int row) { return caseOf(rows, row, scope); });
  const bool cut = caseRows.size() >= limit.rows || bytesOf(caseRows) >= limit.bytes;
  merge.take(std::move(caseRows), cut);
  auto referenceRows =
      all(references, [&](const PostgresRows& rows, int row) { return referenceOf(rows, row, scope); });
  const bool referencesCut = referenceRows.size() >= limit.rows;
  merge.take(std::move(referenceRows), referencesCut);
  auto goneRows = all(gone, [&](const PostgresRows& rows, int row) {
    return core::GoneRow{scope, rows.number(row, 0), core::CaseId(rows.text(row, 1)), rows.text(row, 2)};
  });
  const bool goneCut = goneRows.size() >= limit.rows;
  merge.take(std::move(goneRows), goneCut);
  return merge.merged();
}

template <class Side>
std::vector<core::CaseRow> PostgresReading<Side>::casesAfter(const core::ScopeName& scope,
                                                             const core::CaseId& id, PageLimit limit) {
  return all(m_connection.query(kCasesById, scope, id.value, limit.rows, limit.bytes),
             [&](const PostgresRows& rows, int row) { return caseOf(rows, row, scope); });
}

template <class Side>
std::optional<core::CaseRow> PostgresReading<Side>::findCase(const core::CaseId& id) {
  const auto rows = m_connection.query(kCase, id.value);
  if (rows.empty()) return std::nullopt;
  return caseOf(rows, 0, rows.text(0, 6));
}

template <class Side>
std::vector<core::ReferenceRow> PostgresReading<Side>::references(const core::ScopeName& scope,
                                                                  const std::string& entity) {
  return all(m_connection.query(kReferences, scope, entity),
             [&](const PostgresRows& rows, int row) { return referenceOf(rows, row, scope); });
}

template <class Side>
std::optional<core::ReferenceRow> PostgresReading<Side>::reference(const core::ScopeName& scope,
                                                                   const std::string& entity,
                                                                   const std::string& key) {
  const auto rows = m_connection.query(kReference, scope, entity, key);
  if (rows.empty()) return std::nullopt;
  return referenceOf(rows, 0, scope);
}

template <class Side>
std::vector<core::ReferenceRow>
PostgresReading<Side>::referencesAt(const core::ScopeName& scope,
                                    const std::vector<std::pair<std::string, std::string>>& places) {
  std::vector<std::string_view> entities;
  std::vector<std::string_view> keys;
  for (const auto& [entity, key] : places) {
    entities.emplace_back(entity);
    keys.emplace_back(key);
  }
  return all(m_connection.query(kReferencesAt, scope, entities, keys),
             [&](const PostgresRows& rows, int row) { return referenceOf(rows, row, scope); });
}

template <class Side>
std::map<core::CaseId, core::ScopeName>
PostgresReading<Side>::scopesOf(const std::vector<core::CaseId>& ids) {
  const auto rows = m_connection.query(kScopesOf, textsOf(ids));
  std::map<core::CaseId, core::ScopeName> scopes;
  for (int row = 0; row < rows.size(); ++row)
    scopes.emplace(rows.text(row, 0), rows.text(row, 1));
  return scopes;
}

template <class Side>
std::map<core::BlobId, BlobRow> PostgresReading<Side>::blobs(const std::vector<core::BlobId>& ids) {
  const auto rows = m_connection.query(kBlobs, textsOf(ids));
  std::map<core::BlobId, BlobRow> found;
  for (int row = 0; row < rows.size(); ++row)
    found.emplace(rows.text(row, 0), blobOf(rows, row));
  return found;
}

template <class Side>
std::vector<Account> PostgresReading<Side>::accounts() {
  return all(m_connection.query(kAccounts), accountOf);
}

template <class Side>
std::optional<Account> PostgresReading<Side>::account(const core::UserId& id) {
  return oneAccount(m_connection.query(kAccount, id.value));
}

template <class Side>
std::optional<Account> PostgresReading<Side>::accountByLogin(const std::string& login) {
  return oneAccount(m_connection.query(kAccountByLogin, login));
}

template <class Side>
std::optional<SessionRow> PostgresReading<Side>::session(const std::string& tokenHash) {
  const auto rows = m_connection.query(kSession, tokenHash);
  if (rows.empty()) return std::nullopt;
  return SessionRow{rows.text(0, 0), core::UserId(rows.text(0, 1)), core::DeviceId(rows.text(0, 2)),
                    instant(rows.number(0, 3))};
}

template <class Side>
std::optional<Device> PostgresReading<Side>::device(const core::DeviceId& id, const core::UserId& user) {
  const auto rows = m_connection.query(kDevice, id.value, user.value);
  if (rows.empty()) return std::nullopt;
  return deviceOf(rows, 0);
}

template <class Side>
std::vector<Device> PostgresReading<Side>::devices() {
  return all(m_connection.query(kDevices), deviceOf);
}

template <class Side>
SignInAttempts PostgresReading<Side>::attempts(const std::string& loginHash) {
  const auto rows = m_connection.query(kAttempts, loginHash);
  if (rows.empty()) return {loginHash, 0, {}};
  return {loginHash, static_cast<int>(rows.number(0, 0)), instant(rows.number(0, 1))};
}

template <class Side>
std::optional<IntakeKey> PostgresReading<Side>::intakeKey(const std::string& keyHash) {
  const auto rows = m_connection.query(kIntakeKey, keyHash);
  if (rows.empty()) return std::nullopt;
  return IntakeKey{rows.text(0, 0), rows.text(0, 1), core::OfficeId(rows.text(0, 2))};
}

template <class Side>
std::optional<BlobRow> PostgresReading<Side>::blob(const core::BlobId& id) {
  const auto rows = m_connection.query(kBlob, id.value);
  if (rows.empty()) return std::nullopt;
  return BlobRow{id, rows.number(0, 0), core::UserId(rows.text(0, 1)), instant(rows.number(0, 2))};
}

template <class Side>
std::vector<BlobRow> PostgresReading<Side>::unusedBlobsAfter(const core::BlobId& id, core::Instant before,
                                                             std::size_t limit) {
  return all(m_connection.query(kUnusedBlobsAfter, id.value, before.time_since_epoch().count(), limit),
             blobOf);
}

template <class Side>
std::vector<core::CaseId> PostgresReading<Side>::casesOfBlob(const core::BlobId& id) {
  return all(m_connection.query(kCasesOfBlob, id.value),
             [](const PostgresRows& rows, int row) { return core::CaseId(rows.text(row, 0)); });
}

template <class Side>
std::int64_t PostgresReading<Side>::lastNumber(const std::string& series) {
  const auto rows = m_connection.query(kLastNumber, series);
  return rows.empty() ? 0 : rows.number(0, 0);
}

template <class Side>
bool PostgresReading<Side>::isApplied(const core::Confirmation& confirmed) {
  return !m_connection.query(kIsApplied, confirmed.command.value, confirmed.at.time_since_epoch().count())
              .empty();
}

template <class Side>
bool PostgresReading<Side>::numberTaken(const std::string& number) {
  return !m_connection.query(kNumber, number).empty();
}

template <class Side>
AuditHead PostgresReading<Side>::auditHead(const std::string& chain) {
  const auto rows = m_connection.query(kAuditHead, chain);
  if (rows.empty()) return {chain, 0, {}};
  return {chain, rows.number(0, 0), rows.text(0, 1)};
}

template <class Side>
std::vector<AuditHead> PostgresReading<Side>::auditHeads() {
  return all(m_connection.query(kAuditHeads), [](const PostgresRows& rows, int row) {
    return AuditHead{rows.text(row, 0), rows.number(row, 1), rows.text(row, 2)};
  });
}

template class PostgresReading<Reading>;
template class PostgresReading<Writing>;

} // namespace madoguchi::server
