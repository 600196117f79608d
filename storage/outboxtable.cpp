// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outboxtable.h"

#include "core/base/codec.h"
#include "core/cases/casecodec.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace madoguchi::storage {

namespace {

using core::OutboxStatus;

std::string nameOf(OutboxStatus status) {
  return boost::describe::enum_to_string(status, "");
}

OutboxStatus statusFrom(const std::string& name) {
  OutboxStatus status{};
  if (!boost::describe::enum_from_string(name.c_str(), status))
    fail(core::ErrorCode::StorageCorrupt, "unknown status in the outbox");
  return status;
}

// A macro, because literals join and each query is named by its text.
#define OUTBOX_SELECT                                                                                        \
  "SELECT device_seq, command_id, case_id, kind, payload, status, attempts, made_at, code, detail,"          \
  " conflicts, answer_seq, answer_scope, request_id, blob FROM outbox "

core::OutboxEntry entryOf(const Use& row) {
  core::OutboxEntry entry;
  entry.deviceSeq = row.integer(0);
  entry.command = core::CommandId(row.text(1));
  entry.caseId = core::CaseId(row.text(2));
  entry.kind = row.text(3);
  entry.payload = row.text(4);
  entry.status = statusFrom(row.text(5));
  entry.attempts = static_cast<int>(row.integer(6));
  entry.madeAt = valueOrFail(core::parseInstant(row.text(7)));
  entry.code = row.text(8);
  entry.detail = row.text(9);
  if (const std::string conflicts = row.text(10); !conflicts.empty())
    entry.conflicts = valueOrFail(
        core::codec::read<std::vector<core::FieldConflict>>(valueOrFail(core::parseJson(conflicts))));
  entry.answerSeq = row.integer(11);
  entry.answerScope = row.text(12);
  entry.requestId = row.text(13);
  return entry;
}

std::vector<core::OutboxEntry> entriesOf(Use rows) {
  std::vector<core::OutboxEntry> entries;
  while (rows.step())
    entries.push_back(entryOf(rows));
  return entries;
}

/// The document that the command names; kept as long as the command is.
std::string blobOf(const core::CommandBody& body) {
  if (const auto* attach = std::get_if<core::AttachDocument>(&body)) return attach->blob.value;
  if (const auto* paper = std::get_if<core::ReceiveOnPaper>(&body))
    return paper->scan ? paper->scan->blob.value : std::string();
  if (const auto* notice = std::get_if<core::IssueNotice>(&body)) return notice->pdf.value;
  return {};
}

} // namespace

bool isUnanswered(OutboxStatus status) {
  return status == OutboxStatus::Waiting || status == OutboxStatus::Sent;
}

bool needsAttention(const core::OutboxEntry& entry) {
  switch (entry.status) {
  case OutboxStatus::Conflicted:
  case OutboxStatus::Rejected:
  case OutboxStatus::Blocked:
  case OutboxStatus::Quarantined:
    return true;
  case OutboxStatus::Waiting:
    return !entry.code.empty(); // could not be replayed on what the server has now
  case OutboxStatus::Sent:
  case OutboxStatus::Confirmed:
    break;
  }
  return false;
}

core::Command commandOf(const core::OutboxEntry& entry) {
  auto command = knownCommandOf(entry);
  if (!command) fail(core::ErrorCode::UnknownKind, "a command of a newer release");
  return std::move(*command);
}

std::optional<core::Command> knownCommandOf(const core::OutboxEntry& entry) {
  const auto value = core::parseJson(entry.payload);
  if (!value) fail(core::ErrorCode::StorageCorrupt, "a payload in the outbox is no JSON");
  auto command = core::commandFrom(*value);
  if (!command && command.error().code == core::ErrorCode::UnknownKind) return std::nullopt;
  return valueOrFail(std::move(command));
}

void OutboxTable::append(const core::Command& command) {
  const std::string payload = core::canonicalJson(core::toJson(command));
  m_database.run("INSERT INTO outbox(command_id, case_id, kind, payload, status, attempts, made_at, code,"
                 " detail, conflicts, answer_seq, answer_scope, request_id, blob)"
                 " VALUES (?, ?, ?, ?, 'Waiting', 0, ?, '', '', '', 0, '', '', ?)",
                 command.id.value, command.caseId.value, std::string(core::kindOf(command.body)), payload,
                 core::toText(command.madeAt), blobOf(command.body));
  if (m_sealed != nullptr) m_sealed->addCommand(m_database.lastKey(), payload);
  m_database.run("UPDATE blobs SET case_id = ? WHERE id = ? AND case_id = ''", command.caseId.value,
                 blobOf(command.body));
}

std::optional<core::OutboxEntry> OutboxTable::find(const core::CommandId& id) {
  Use row = m_database.use(OUTBOX_SELECT "WHERE command_id = ?", id.value);
  return row.step() ? std::optional(entryOf(row)) : std::nullopt;
}

std::vector<core::OutboxEntry> OutboxTable::all() {
  return entriesOf(m_database.use(OUTBOX_SELECT "ORDER BY device_seq"));
}

std::vector<core::OutboxEntry> OutboxTable::ofCase(const core::CaseId& id) {
  return entriesOf(m_database.use(OUTBOX_SELECT "WHERE case_id = ? ORDER BY device_seq", id.value));
}

std::vector<core::OutboxEntry> OutboxTable::withStatus(OutboxStatus status) {
  return entriesOf(m_database.use(OUTBOX_SELECT "WHERE status = ? ORDER BY device_seq", nameOf(status)));
}

std::set<core::CaseId> OutboxTable::cases() {
  std::set<core::CaseId> ids;
  Use rows = m_database.use("SELECT DISTINCT case_id FROM outbox");
  while (rows.step())
    ids.emplace(rows.text(0));
  return ids;
}

std::map<OutboxStatus, std::int64_t> OutboxTable::counts() {
  std::map<OutboxStatus, std::int64_t> counts;
  Use rows = m_database.use("SELECT status, count(*) FROM outbox GROUP BY status");
  while (rows.step())
    counts[statusFrom(rows.text(0))] = rows.integer(1);
  return counts;
}

std::vector<core::OutboxEntry> OutboxTable::sendable(std::size_t limit, std::size_t bytes,
                                                     const std::set<core::CaseId>& leaveOut) {
  std::vector<core::OutboxEntry> run;
  std::size_t size = 0;
  Use rows = m_database.use(OUTBOX_SELECT "WHERE status IN ('Waiting', 'Sent') ORDER BY device_seq");
  while (run.size() < limit && rows.step()) {
    auto entry = entryOf(rows);
    if (leaveOut.count(entry.caseId) != 0) continue;
    size += entry.payload.size();
    if (!run.empty() && size > bytes) break;
    run.push_back(std::move(entry));
  }
  return run;
}

bool OutboxTable::markSent(std::int64_t deviceSeq) {
  return m_database.run("UPDATE outbox SET status = 'Sent', attempts = attempts + 1"
                        " WHERE device_seq = ? AND status IN ('Waiting', 'Sent')",
                        deviceSeq) > 0;
}

bool OutboxTable::markUnsent(std::int64_t deviceSeq) {
  return m_database.run("UPDATE outbox SET attempts = attempts - 1,"
                        " status = CASE attempts WHEN 1 THEN 'Waiting' ELSE status END"
                        " WHERE device_seq = ? AND status = 'Sent' AND attempts > 0",
                        deviceSeq) > 0;
}

void OutboxTable::update(const core::OutboxEntry& entry) {
  const std::string conflicts =
      entry.conflicts.empty() ? std::string() : core::canonicalJson(core::codec::toValue(entry.conflicts));
  m_database.run("UPDATE outbox SET status = ?, attempts = ?, code = ?, detail = ?, conflicts = ?,"
                 " answer_seq = ?, answer_scope = ?, request_id = ? WHERE device_seq = ?",
                 nameOf(entry.status), entry.attempts, entry.code, entry.detail, conflicts, entry.answerSeq,
                 entry.answerScope, entry.requestId, entry.deviceSeq);
}

void OutboxTable::moveToEnd(const core::OutboxEntry& entry) {
  update(entry);
  m_database.run("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'outbox'");
  m_database.run("UPDATE outbox SET device_seq = (SELECT seq FROM sqlite_sequence WHERE name = 'outbox')"
                 " WHERE device_seq = ?",
                 entry.deviceSeq);
  if (m_sealed == nullptr) return;
  m_sealed->dropCommand(entry.deviceSeq);
  m_sealed->addCommand(m_database.number("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"),
                       entry.payload);
}

void OutboxTable::remove(std::int64_t deviceSeq) {
  if (m_sealed != nullptr) m_sealed->dropCommand(deviceSeq);
  m_database.run("DELETE FROM outbox WHERE device_seq = ?", deviceSeq);
}

void OutboxTable::retire(std::int64_t deviceSeq) {
  m_database.run("INSERT INTO remembered SELECT device_seq, command_id, case_id, kind, payload, made_at, blob"
                 " FROM outbox WHERE device_seq = ?",
                 deviceSeq);
  m_database.run("DELETE FROM remembered WHERE device_seq <="
                 " (SELECT device_seq FROM remembered ORDER BY device_seq DESC LIMIT 1 OFFSET ?)",
                 kMostRemembered);
  remove(deviceSeq);
}

void OutboxTable::bringBack() {
  if (m_sealed != nullptr) {
    Use rows = m_database.use("SELECT device_seq, payload FROM remembered");
    while (rows.step())
      m_sealed->addCommand(rows.integer(0), rows.text(1));
  }
  m_database.run("INSERT INTO outbox SELECT device_seq, command_id, case_id, kind, payload, 'Waiting', 1,"
                 " made_at, '', '', '', 0, '', '', blob FROM remembered");
  m_database.run("DELETE FROM remembered");
}

void OutboxTable::forget(const core::CaseId& id) {
  m_database.run("DELETE FROM remembered WHERE case_id = ?", id.value);
}

void OutboxTable::forgetUnseen() {
  m_database.run("DELETE FROM remembered WHERE case_id NOT IN (SELECT id FROM cases)");
}

} // namespace madoguchi::storage
