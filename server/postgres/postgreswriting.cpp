// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/postgreswriting.h"

#include "server/postgres/copytext.h"
#include "server/storedvalues.h"

/// The half of PostgresWriting that orders changes: commands, cases, counters and references.
namespace madoguchi::server {

namespace {

using Texts = std::vector<std::string_view>;
using Numbers = std::vector<std::int64_t>;

// Waits for a transaction that holds one of the ids, and then leaves its row alone.
constexpr std::string_view kTakeCommands =
    "INSERT INTO applied(command) SELECT c FROM unnest($1::text[]) c ORDER BY c COLLATE \"C\" "
    "ON CONFLICT DO NOTHING";
constexpr std::string_view kApplied =
    "SELECT command, user_id, device, device_seq, payload_hash, answer, at FROM applied "
    "WHERE command = ANY($1::text[]) AND answer IS NOT NULL";
constexpr std::string_view kAnswer =
    "UPDATE applied a SET user_id = n.user_id, device = n.device, device_seq = n.device_seq, "
    "payload_hash = n.payload_hash, answer = n.answer, at = n.at "
    "FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[]) "
    "AS n(command, user_id, device, device_seq, payload_hash, answer, at) "
    "WHERE a.command = n.command AND a.answer IS NULL";
constexpr std::string_view kCountFailure =
    "INSERT INTO failing_command(command, times) VALUES($1, 1) "
    "ON CONFLICT(command) DO UPDATE SET times = failing_command.times + 1 RETURNING times";
constexpr std::string_view kRelease =
    "DELETE FROM applied WHERE command = ANY($1::text[]) AND answer IS NULL";

// No other table that may change stands in this statement: when a row was waited for, only it is read anew,
// and a join with what it said before would lose it.
constexpr std::string_view kLockCases =
    "SELECT c.seq, c.id, c.version, c.digest, c.state, c.timeline, c.scope, c.home_office "
    "FROM unnest($1::text[]) n(id) JOIN case_directory d ON d.id = n.id "
    "JOIN case_row c ON c.home_office = d.home_office AND c.id = d.id ORDER BY c.id FOR NO KEY UPDATE OF c";
constexpr std::string_view kScopeName = "SELECT name FROM scope WHERE id = $1::bigint";

constexpr std::string_view kMakeScopes =
    "INSERT INTO scope(name) SELECT n FROM unnest($1::text[]) n "
    "WHERE NOT EXISTS (SELECT FROM scope s WHERE s.name = n) ORDER BY n COLLATE \"C\" "
    "ON CONFLICT DO NOTHING";
constexpr std::string_view kTakeCounters =
    "SELECT id, name, seq, count, hash FROM scope WHERE name = ANY($1::text[]) "
    "ORDER BY name FOR NO KEY UPDATE";
constexpr std::string_view kPutCounters =
    "UPDATE scope s SET seq = n.seq, count = n.count, hash = n.hash "
    "FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[]) n(id, seq, count, hash) "
    "WHERE s.id = n.id";

constexpr std::string_view kUpdateCases =
    "UPDATE case_row c SET scope = n.scope, seq = n.seq, version = n.version, digest = n.digest, "
    "state = n.state, timeline = n.timeline "
    "FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], "
    "$8::text[]) n(id, home_office, scope, seq, version, digest, state, timeline) "
    "WHERE c.home_office = n.home_office AND c.id = n.id";
// Rows that were looked for and not found; one that somebody else made since is a Duplicate.
constexpr std::string_view kNewIds =
    "INSERT INTO case_directory(id, home_office) "
    "SELECT id, home_office FROM unnest($1::text[], $2::text[]) WITH ORDINALITY n(id, home_office, place) "
    "ORDER BY place";
constexpr std::string_view kNewCases =
    "INSERT INTO case_row(id, home_office, scope, seq, version, digest, state, timeline) "
    "SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[], "
    "$7::text[], $8::text[])";
constexpr std::string_view kLiveAgain =
    "DELETE FROM gone g USING unnest($1::bigint[], $2::text[]) n(scope, case_id) "
    "WHERE g.scope = n.scope AND g.case_id = n.case_id";
constexpr std::string_view kPutGone =
    "INSERT INTO gone(scope, case_id, seq, reason) "
    "SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) "
    "ON CONFLICT(scope, case_id) DO UPDATE SET seq = excluded.seq, reason = excluded.reason";
constexpr std::string_view kPutReferences =
    "INSERT INTO reference_row(scope, entity, key, seq, version, digest, document) "
    "SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], "
    "$7::text[]) ON CONFLICT(scope, entity, key) DO UPDATE SET seq = excluded.seq, "
    "version = excluded.version, digest = excluded.digest, document = excluded.document";

template <class Ids>
Texts textsOf(const Ids& ids) {
  Texts texts;
  for (const auto& id : ids)
    texts.emplace_back(id.value);
  return texts;
}

AppliedCommand appliedFrom(const PostgresRows& rows, int row) {
  return {core::CommandId(rows.text(row, 0)),
          core::UserId(rows.text(row, 1)),
          core::DeviceId(rows.text(row, 2)),
          rows.number(row, 3),
          rows.text(row, 4),
          documentFrom<core::CommandAnswer>(rows.text(row, 5), "a stored answer"),
          core::Instant(std::chrono::milliseconds(rows.number(row, 6)))};
}

struct CaseColumns {
  Texts ids, homeOffices, digests, states, timelines;
  Numbers scopes, seqs, versions;

  void add(const core::CaseRow& row, std::string_view homeOffice, std::int64_t scope) {
    ids.emplace_back(row.id.value);
    homeOffices.push_back(homeOffice);
    scopes.push_back(scope);
    seqs.push_back(row.seq);
    versions.push_back(row.version);
    digests.emplace_back(row.digest);
    states.emplace_back(row.state);
    timelines.emplace_back(row.timeline);
  }
  void send(PostgresConnection& connection, std::string_view sql) const {
    connection.send(sql, ids, homeOffices, scopes, seqs, versions, digests, states, timelines);
  }
  void load(PostgresConnection& connection) const {
    CopyText directory;
    CopyText rows;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      directory.add(ids[i]).add(homeOffices[i]).endRow();
      rows.add(ids[i]).add(homeOffices[i]).add(scopes[i]).add(seqs[i]).add(versions[i]);
      rows.add(digests[i]).add(states[i]).add(timelines[i]).endRow();
    }
    (void)connection.copy("case_directory(id, home_office)", directory.text());
    (void)connection.copy("case_row(id, home_office, scope, seq, version, digest, state, timeline)",
                          rows.text());
  }
};

} // namespace

core::ScopeName ScopeNames::nameOf(PostgresConnection& connection, std::int64_t id) {
  {
    const std::lock_guard lock(m_mutex);
    const auto known = m_names.find(id);
    if (known != m_names.end()) return known->second;
  }
  const auto rows = connection.query(kScopeName, id);
  if (rows.empty()) throw StoreFailure{{core::ErrorCode::StorageCorrupt, "a case without its scope"}};
  const std::lock_guard lock(m_mutex);
  return m_names[id] = rows.text(0, 0);
}

std::map<core::CommandId, AppliedCommand> PostgresWriting::applied(const std::vector<core::CommandId>& ids) {
  const Texts commands = textsOf(ids);
  m_connection.send(kTakeCommands, commands);
  const auto rows = m_connection.query(kApplied, commands);
  m_taken.insert(ids.begin(), ids.end());
  std::map<core::CommandId, AppliedCommand> found;
  for (int row = 0; row < rows.size(); ++row) {
    auto command = appliedFrom(rows, row);
    m_taken.erase(command.command);
    found.emplace(command.command, std::move(command));
  }
  return found;
}

void PostgresWriting::putApplied(const std::vector<AppliedCommand>& commands) {
  if (commands.empty()) return;
  Texts ids, users, devices, hashes, answers;
  Numbers deviceSeqs, moments;
  std::vector<std::string> documents;
  documents.reserve(commands.size());
  for (const AppliedCommand& command : commands) {
    ids.emplace_back(command.command.value);
    users.emplace_back(command.user.value);
    devices.emplace_back(command.device.value);
    deviceSeqs.push_back(command.deviceSeq);
    hashes.emplace_back(command.payloadHash);
    answers.emplace_back(documents.emplace_back(documentOf(command.answer)));
    moments.push_back(command.at.time_since_epoch().count());
    m_taken.erase(command.command);
  }
  m_connection.send(kAnswer, ids, users, devices, deviceSeqs, hashes, answers, moments);
}

void PostgresWriting::releaseCommands() {
  if (!m_taken.empty()) m_connection.send(kRelease, textsOf(m_taken));
  m_taken.clear();
}

std::int64_t PostgresWriting::countFailure(const core::CommandId& id) {
  return m_connection.query(kCountFailure, id.value).number(0, 0);
}

std::map<core::CaseId, core::CaseRow> PostgresWriting::lockCases(const std::vector<core::CaseId>& ids) {
  const auto rows = m_connection.query(kLockCases, textsOf(ids));
  std::map<core::CaseId, core::CaseRow> found;
  for (int row = 0; row < rows.size(); ++row) {
    core::CaseRow one{{},
                      rows.number(row, 0),
                      core::CaseId(rows.text(row, 1)),
                      rows.number(row, 2),
                      rows.text(row, 3),
                      rows.text(row, 4),
                      rows.text(row, 5)};
    const std::int64_t scope = rows.number(row, 6);
    one.scope = m_names.nameOf(m_connection, scope);
    m_held[one.id] = {rows.text(row, 7), scope};
    found.emplace(one.id, std::move(one));
  }
  for (const core::CaseId& id : ids)
    if (!found.contains(id)) m_absent.insert(id);
  return found;
}

void PostgresWriting::knowScopes(std::set<core::ScopeName> scopes) {
  std::erase_if(scopes, [this](const core::ScopeName& scope) { return m_counters.contains(scope); });
  if (scopes.empty()) return;
  const Texts names(scopes.begin(), scopes.end());
  m_connection.send(kMakeScopes, names);
  m_connection.send(kTakeCounters, names);
  const auto answers = m_connection.sync();
  m_madeScopes = m_madeScopes || answers.end()[-2].changed() > 0;
  const PostgresRows& rows = answers.back();
  for (int row = 0; row < rows.size(); ++row) {
    auto counter = scopeCounterOf(rows, row, 1);
    m_scopeIds[counter.scope] = rows.number(row, 0);
    m_counters[counter.scope] = std::move(counter);
  }
}

// Once taken, a counter is ours until the commit, and what was put last is what it says.
std::map<core::ScopeName, ScopeCounter>
PostgresWriting::takeCounters(const std::set<core::ScopeName>& scopes) {
  knowScopes(scopes);
  std::map<core::ScopeName, ScopeCounter> counters;
  for (const core::ScopeName& scope : scopes)
    counters.emplace(scope, m_counters.at(scope));
  return counters;
}

void PostgresWriting::putCounters(const std::map<core::ScopeName, ScopeCounter>& counters) {
  if (counters.empty()) return;
  std::set<core::ScopeName> scopes;
  for (const auto& [scope, counter] : counters)
    scopes.insert(scope);
  knowScopes(std::move(scopes));
  Numbers ids, seqs, counts;
  Texts hashes;
  std::vector<std::string> texts;
  texts.reserve(counters.size());
  for (const auto& [scope, counter] : counters) {
    ids.push_back(m_scopeIds.at(scope));
    seqs.push_back(counter.seq);
    counts.push_back(counter.count);
    hashes.emplace_back(texts.emplace_back(counter.sum.hex()));
    m_counters[scope] = counter;
    m_changed[scope] = counter.seq;
  }
  m_connection.send(kPutCounters, ids, seqs, counts, hashes);
}

void PostgresWriting::putCases(const std::vector<StampedCase>& cases) {
  if (cases.empty()) return;
  // A document number is entered before the case that bears it.
  m_numbers.send();
  std::set<core::ScopeName> scopes;
  std::vector<core::CaseId> unknown;
  for (const StampedCase& one : cases) {
    scopes.insert(one.row.scope);
    if (!m_held.contains(one.row.id) && !m_absent.contains(one.row.id)) unknown.push_back(one.row.id);
  }
  if (!unknown.empty()) (void)lockCases(unknown);
  knowScopes(std::move(scopes));
  std::vector<const StampedCase*> changed;
  std::vector<const StampedCase*> fresh;
  for (const StampedCase& one : cases)
    (m_held.contains(one.row.id) ? changed : fresh).push_back(&one);
  updateCases(changed);
  insertCases(fresh);
}

void PostgresWriting::updateCases(const std::vector<const StampedCase*>& cases) {
  if (cases.empty()) return;
  CaseColumns columns;
  std::vector<const StampedCase*> moved;
  for (const StampedCase* one : cases) {
    HeldCase& held = m_held.at(one->row.id);
    const std::int64_t scope = m_scopeIds.at(one->row.scope);
    if (held.scope != scope) moved.push_back(one);
    held.scope = scope;
    columns.add(one->row, held.homeOffice, scope);
  }
  columns.send(m_connection, kUpdateCases);
  liveAgain(moved);
}

void PostgresWriting::liveAgain(const std::vector<const StampedCase*>& cases) {
  if (cases.empty()) return;
  Numbers scopes;
  Texts ids;
  for (const StampedCase* one : cases) {
    scopes.push_back(m_scopeIds.at(one->row.scope));
    ids.emplace_back(one->row.id.value);
  }
  m_connection.send(kLiveAgain, scopes, ids);
}

void PostgresWriting::insertCases(const std::vector<const StampedCase*>& cases) {
  if (cases.empty()) return;
  CaseColumns columns;
  for (const StampedCase* one : cases) {
    const std::int64_t scope = m_scopeIds.at(one->row.scope);
    columns.add(one->row, one->homeOffice.value, scope);
    m_absent.erase(one->row.id);
    m_held[one->row.id] = {one->homeOffice.value, scope};
  }
  if (cases.size() >= kWorthCopying) return columns.load(m_connection);
  m_connection.send(kNewIds, columns.ids, columns.homeOffices);
  columns.send(m_connection, kNewCases);
}

void PostgresWriting::putGone(const std::vector<core::GoneRow>& rows) {
  if (rows.empty()) return;
  std::set<core::ScopeName> names;
  for (const core::GoneRow& row : rows)
    names.insert(row.scope);
  knowScopes(std::move(names));
  Numbers scopes, seqs;
  Texts ids, reasons;
  for (const core::GoneRow& row : rows) {
    scopes.push_back(m_scopeIds.at(row.scope));
    ids.emplace_back(row.id.value);
    seqs.push_back(row.seq);
    reasons.emplace_back(row.reason);
  }
  m_connection.send(kPutGone, scopes, ids, seqs, reasons);
}

void PostgresWriting::putReferences(const std::vector<core::ReferenceRow>& rows) {
  if (rows.empty()) return;
  std::set<core::ScopeName> names;
  for (const core::ReferenceRow& row : rows)
    names.insert(row.scope);
  knowScopes(std::move(names));
  Numbers scopes, seqs, versions;
  Texts entities, keys, digests, documents;
  for (const core::ReferenceRow& row : rows) {
    scopes.push_back(m_scopeIds.at(row.scope));
    entities.emplace_back(row.entity);
    keys.emplace_back(row.key);
    seqs.push_back(row.seq);
    versions.push_back(row.version);
    digests.emplace_back(row.digest);
    documents.emplace_back(row.document);
  }
  m_connection.send(kPutReferences, scopes, entities, keys, seqs, versions, digests, documents);
}

void PostgresWriting::finish() {
  m_numbers.send();
  sendSeries();
  sendLinks();
  releaseCommands();
}

} // namespace madoguchi::server
