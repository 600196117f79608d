// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/practicebook.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "core/cases/casecodec.h"

namespace madoguchi::app {

namespace {

constexpr const char* kCaseNumberPattern = "{fiscal_year}-{office_symbol}-{seq:6}";

core::CommandAnswer refusalOf(const core::OutboxEntry& entry, core::Refusal refusal) {
  core::CommandAnswer answer;
  answer.command = entry.command;
  answer.kind =
      refusal.code == core::ErrorCode::Conflict ? core::AnswerKind::Conflict : core::AnswerKind::Rejected;
  answer.code = core::toText(refusal.code);
  answer.detail = std::move(refusal.detail);
  answer.conflicts = std::move(refusal.conflicts);
  return answer;
}

} // namespace

PracticeBook::PracticeBook(core::UserId user)
    : m_user(std::move(user)),
      m_numbers(kCaseNumberPattern, [](const std::string&) { return std::int64_t{0}; }) {}

void PracticeBook::put(core::CaseRecord record, const storage::Surroundings& around) {
  Held& held = m_cases[record.state.id];
  held.record = std::move(record);
  tell(held, around);
}

void PracticeBook::putReference(const std::string& entity, const std::string& key, std::string document) {
  core::ReferenceRow row;
  row.scope = core::globalScope();
  row.seq = ++m_seq;
  row.entity = entity;
  row.key = key;
  row.version = row.seq;
  row.digest = core::sha256Hex(document);
  row.document = std::move(document);
  m_feed.emplace_back(std::move(row));
}

const core::CaseRecord* PracticeBook::find(const core::CaseId& id) const {
  const auto found = m_cases.find(id);
  return found == m_cases.end() ? nullptr : &found->second.record;
}

std::vector<core::CommandAnswer> PracticeBook::answer(const std::vector<core::OutboxEntry>& entries,
                                                      const storage::Surroundings& around,
                                                      core::Instant now) {
  m_blocked.clear();
  std::vector<core::CommandAnswer> answers;
  answers.reserve(entries.size());
  for (const core::OutboxEntry& entry : entries) {
    answers.push_back(decide(entry, around, now));
    if (!core::wasApplied(answers.back())) m_blocked.emplace(entry.caseId, entry.command);
  }
  return answers;
}

core::CommandAnswer PracticeBook::decide(const core::OutboxEntry& entry, const storage::Surroundings& around,
                                         core::Instant now) {
  if (const auto blocked = m_blocked.find(entry.caseId); blocked != m_blocked.end()) {
    core::CommandAnswer answer = refusalOf(entry, {core::ErrorCode::BlockedByEarlier, {}, {}});
    answer.kind = core::AnswerKind::BlockedBy;
    answer.blockedBy = blocked->second;
    return answer;
  }
  const auto value = core::parseJson(entry.payload);
  const auto command = value ? core::commandFrom(*value) : tl::unexpected(value.error());
  if (!command) return refusalOf(entry, {command.error().code, command.error().detail, {}});
  const auto known = m_cases.find(entry.caseId);
  core::CaseRecord record = known == m_cases.end() ? core::CaseRecord{} : known->second.record;
  core::Context context = around.contextOf(record.state, *command);
  context.now = now;
  context.side = core::Side::Server;
  offerNumbers(context, command->body, record.state);
  const bool stale = command->baseVersion < record.state.version;
  const auto done = core::execute(record, *command, context);
  if (!done) return refusalOf(entry, done.error());
  core::CommandAnswer answer;
  answer.command = entry.command;
  answer.kind = stale ? core::AnswerKind::Merged : core::AnswerKind::Applied;
  answer.caseVersion = record.state.version;
  Held& held = m_cases[entry.caseId];
  held.record = std::move(record);
  const Place place = tell(held, around);
  answer.scope = place.scope;
  answer.seq = place.seq;
  return answer;
}

void PracticeBook::offerNumbers(core::Context& context, const core::CommandBody& body,
                                const core::CaseState& state) {
  const core::Office* office = context.offices.find(state.office);
  if (office == nullptr || context.procedure == nullptr) return;
  const core::Date today = core::dayInJapan(context.now);
  const generate::Numbering numbering = m_numbers.numbering();
  if (std::holds_alternative<core::RegisterCase>(body) && state.number.empty())
    context.nextCaseNumber = numbering.caseNumber(*office, *context.procedure, today);
  if (std::holds_alternative<core::Approve>(body) || std::holds_alternative<core::ApproveForAbsent>(body))
    context.nextDocumentNumber = numbering.documentNumber(*office, *context.procedure, today);
}

core::Result<void> PracticeBook::recordAbsence(const core::AttendanceChange& change,
                                               const storage::Surroundings& around, core::Instant now) {
  const auto person = around.people.find(change.user);
  if (person == around.people.end()) return core::failure(core::ErrorCode::NoSuchUser, change.user.value);
  if (!core::mayRecordAbsence(around.me, person->second, around.offices))
    return core::failure(core::ErrorCode::NotPermitted, "somebody else's absence");
  core::Attendance& attendance = m_attendance[change.user];
  attendance.user = change.user;
  auto after = core::changed(attendance, change, around.me.id, now);
  if (!after) return tl::unexpected(after.error());
  attendance = std::move(*after);
  putReference("attendance", change.user.value, core::canonicalJson(core::codec::toValue(attendance)));
  return {};
}

PracticeBook::Place PracticeBook::tell(Held& held, const storage::Surroundings& around) {
  const core::CaseState& state = held.record.state;
  const core::Procedure* procedure = around.procedure(state.procedure, state.procedureVersion);
  const bool isProtected = state.visibility == core::Visibility::Protected;
  core::ScopeName scope;
  if (procedure != nullptr && core::maySee(around.me, state, around.offices))
    scope = core::officeScope(state.office, procedure->group, isProtected);
  Place place{held.scope, ++m_seq};
  if (!held.scope.empty() && held.scope != scope)
    m_feed.emplace_back(core::GoneRow{held.scope, m_seq, state.id, "left"});
  held.scope = scope;
  if (scope.empty()) return place;
  place = {scope, ++m_seq};
  const core::CaseText text = core::toText(held.record);
  m_feed.emplace_back(
      core::CaseRow{scope, m_seq, state.id, state.version, core::digestOf(text), text.state, text.timeline});
  return place;
}

} // namespace madoguchi::app
