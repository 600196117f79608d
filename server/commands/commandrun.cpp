// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandrun.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

core::CommandAnswer answerOf(const core::Command& command, core::AnswerKind kind, const Caller& caller) {
  core::CommandAnswer answer;
  answer.command = command.id;
  answer.kind = kind;
  answer.requestId = caller.requestId;
  return answer;
}

core::CommandAnswer refusalOf(const core::Command& command, core::Refusal refusal, const Caller& caller) {
  const bool conflict = refusal.code == core::ErrorCode::Conflict;
  auto answer = answerOf(command, conflict ? core::AnswerKind::Conflict : core::AnswerKind::Rejected, caller);
  answer.code = core::toText(refusal.code);
  answer.detail = std::move(refusal.detail);
  answer.conflicts = std::move(refusal.conflicts);
  return answer;
}

template <class Ids>
void sortUnique(Ids& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool mayDecide(const core::CommandBody& body) {
  return std::holds_alternative<core::Approve>(body) || std::holds_alternative<core::ApproveForAbsent>(body);
}

// The blob that a command names, which must have been uploaded before.
core::BlobId blobOf(const core::CommandBody& body) {
  if (const auto* attach = std::get_if<core::AttachDocument>(&body)) return attach->blob;
  if (const auto* notice = std::get_if<core::IssueNotice>(&body)) return notice->pdf;
  if (const auto* paper = std::get_if<core::ReceiveOnPaper>(&body))
    return paper->scan ? paper->scan->blob : core::BlobId{};
  return {};
}

} // namespace

bool CommandRun::begin(const std::vector<RunItem>& items, const core::Confirmation& confirmed) {
  std::vector<core::CommandId> commands;
  std::vector<core::CaseId> cases;
  std::vector<core::BlobId> blobs;
  for (const RunItem& item : items) {
    if (!item.command) continue;
    commands.push_back(item.id);
    cases.push_back(item.caseId);
    if (auto blob = blobOf(item.command->body); !blob.empty()) blobs.push_back(std::move(blob));
  }
  if (!confirmed.command.empty()) commands.push_back(confirmed.command);
  sortUnique(commands);
  sortUnique(cases);
  sortUnique(blobs);
  m_known = m_writing.applied(commands);
  if (!confirmed.command.empty()) {
    const auto known = m_known.find(confirmed.command);
    if (known == m_known.end()) return false;
    if (confirmed.at != core::Instant{} && known->second.at != confirmed.at) return false;
  }
  auto rows = m_writing.lockCases(cases);
  for (const core::CaseId& id : cases) {
    const auto row = rows.find(id);
    Held& held = m_cases[id];
    if (row != rows.end()) held.before = std::move(row->second);
    if (row != rows.end()) rows.erase(row);
  }
  if (!blobs.empty()) m_blobs = m_writing.blobs(blobs);
  lockSeries(items);
  return true;
}

// Series are locked when a number is asked for; a run that asks several would do so in the order of its
// commands, and two of them could wait for each other.
void CommandRun::lockSeries(const std::vector<RunItem>& items) {
  std::set<std::string> series;
  const core::Date today = core::dayInJapan(m_now);
  for (const RunItem& item : items) {
    if (!item.command || m_known.contains(item.id)) continue;
    const core::CommandBody& body = item.command->body;
    const bool registers = std::holds_alternative<core::RegisterCase>(body);
    if (!registers && !mayDecide(body)) continue;
    Held& held = m_cases[item.caseId];
    read(held);
    if (!held.record) continue; // it begins in this run, and so does its office's part in it
    const core::CaseState& state = held.record->state;
    const CatalogProcedure* procedure = m_catalog.find(state.procedure, state.procedureVersion);
    if (registers)
      series.insert(numberSeries(kCaseNumberPattern, symbolOf(state.office), today));
    else if (procedure != nullptr)
      series.insert(numberSeries(procedure->procedure.numberPattern, symbolOf(state.office), today));
  }
  series.erase(std::string());
  if (series.size() < 2) return;
  for (const std::string& one : series)
    (void)m_writing.lastNumber(one);
}

void CommandRun::push(core::CommandAnswer answer, const RunItem& item) {
  const bool applied = core::wasApplied(answer);
  if (!applied && !item.caseId.empty()) m_blocked.emplace(item.caseId, item.id);
  m_caseOfAnswer.push_back(applied && answer.scope.empty() ? item.caseId : core::CaseId{});
  m_answers.push_back(std::move(answer));
}

core::CommandAnswer CommandRun::answerAgain(const AppliedCommand& known, const RunItem& item,
                                            const Caller& caller) {
  if (known.payloadHash == item.payloadHash && known.user == caller.actor.id) {
    core::CommandAnswer answer = known.answer;
    answer.at = known.at; // an older release kept it only beside the answer
    return answer;
  }
  core::Command named;
  named.id = item.id;
  return refusalOf(named, {core::ErrorCode::IdReused, "the id has another payload", {}}, caller);
}

void CommandRun::answer(const RunItem& item) {
  core::Command named;
  named.id = item.id;
  if (!item.command)
    return push(refusalOf(named, {item.command.error().code, item.command.error().detail, {}}, m_caller),
                item);
  if (const auto known = m_known.find(item.id); known != m_known.end())
    return push(answerAgain(known->second, item, m_caller), item);
  if (const auto blocked = m_blocked.find(item.caseId); blocked != m_blocked.end()) {
    // Nothing was decided, so nothing is stored: it may come again once the earlier one is settled.
    auto answer = answerOf(named, core::AnswerKind::BlockedBy, m_caller);
    answer.code = core::toText(core::ErrorCode::BlockedByEarlier);
    answer.blockedBy = blocked->second;
    return push(std::move(answer), item);
  }
  Held& held = m_cases[item.caseId];
  auto answer = decide(*item.command, held);
  answer.at = m_now;
  if (core::wasApplied(answer)) audit(*item.command, held, item.payloadHash);
  store(answer, item);
  push(std::move(answer), item);
}

void CommandRun::store(const core::CommandAnswer& answer, const RunItem& item) {
  m_answersToStore.push_back(m_answers.size());
  m_toStore.push_back(
      {item.id, m_caller.actor.id, m_caller.device, item.deviceSeq, item.payloadHash, answer, answer.at});
  m_known.emplace(item.id, m_toStore.back());
}

core::CommandAnswer CommandRun::decide(const core::Command& command, Held& held) {
  if (auto refusal = forbidden(command)) return refusalOf(command, std::move(*refusal), m_caller);
  read(held);
  if (auto refusal = strangerAssigned(command, held))
    return refusalOf(command, std::move(*refusal), m_caller);
  core::CaseRecord record = held.record.value_or(core::CaseRecord{});
  const std::int64_t versionBefore = record.state.version;
  core::Context context = contextOf(command, held);
  offerNumbers(context, command, record.state);
  const auto done = core::execute(record, command, context);
  if (!done) return refusalOf(command, done.error(), m_caller);

  const bool stale = command.baseVersion < versionBefore;
  auto answer = answerOf(command, stale ? core::AnswerKind::Merged : core::AnswerKind::Applied, m_caller);
  answer.caseVersion = record.state.version;
  if (*done > 0) {
    takeNumbers(held.record ? held.record->state : core::CaseState{}, record.state);
    if (const core::BlobId blob = blobOf(command.body); !blob.empty())
      m_writing.linkBlob(blob, command.caseId);
    // Nothing else lets go of a content: the timeline names also what was detached.
    if (record.state.status == core::Status::Destroyed)
      for (core::BlobId& blob : m_writing.unlinkBlobs(command.caseId))
        m_released.push_back(std::move(blob));
    held.record = std::move(record);
    held.text = core::toText(*held.record);
    held.digest = core::digestOf(held.text);
  }
  return answer;
}

void CommandRun::read(Held& held) const {
  if (!held.before || held.record) return;
  auto record = core::caseRecordFrom(held.before->state, held.before->timeline);
  if (!record && record.error().code == core::ErrorCode::UnknownKind)
    throw StoreFailure{{core::ErrorCode::UnknownKind, "a stored case is of a newer release"}};
  if (!record) throw StoreFailure{{core::ErrorCode::Internal, "a stored case cannot be read"}};
  held.record = std::move(*record);
}

std::optional<core::Refusal> CommandRun::forbidden(const core::Command& command) const {
  if (command.actor != m_caller.actor.id)
    return core::Refusal{
        core::ErrorCode::NotPermitted, "the command names another actor than the session", {}};
  return blobMissing(command);
}

std::optional<core::Refusal> CommandRun::blobMissing(const core::Command& command) const {
  const core::BlobId id = blobOf(command.body);
  if (id.empty()) return std::nullopt;
  const auto blob = m_blobs.find(id);
  if (blob == m_blobs.end())
    return core::Refusal{core::ErrorCode::NoSuchDocument, "the content was not uploaded", {}};
  const auto* attach = std::get_if<core::AttachDocument>(&command.body);
  const auto* paper = std::get_if<core::ReceiveOnPaper>(&command.body);
  const std::int64_t size = attach != nullptr  ? attach->size
                            : paper != nullptr ? paper->scan->size
                                               : blob->second.size;
  if (size != blob->second.size)
    return core::Refusal{core::ErrorCode::InvalidArgument, "the size is not that of the content", {}};
  return std::nullopt;
}

// The rules do not know where others work; the schema of PostgreSQL says the same.
std::optional<core::Refusal> CommandRun::strangerAssigned(const core::Command& command, const Held& held) {
  const auto* assign = std::get_if<core::AssignCase>(&command.body);
  if (assign == nullptr || !held.record || assign->assignee == m_caller.actor.id) return std::nullopt;
  const auto [known, isNew] = m_assignees.try_emplace(assign->assignee);
  if (isNew) known->second = m_writing.account(assign->assignee);
  const auto& account = known->second;
  if (!account || account->person.disabled)
    return core::Refusal{core::ErrorCode::NoSuchUser, assign->assignee.value, {}};
  const core::OfficeId& office = held.record->state.office;
  const auto within = [&](const core::OfficeId& top) {
    return office == top || m_catalog.offices.isWithin(office, top);
  };
  const bool let = within(account->person.office) ||
                   std::any_of(account->grants.begin(), account->grants.end(),
                               [&](const core::Grant& grant) { return within(grant.office); });
  if (let) return std::nullopt;
  return core::Refusal{core::ErrorCode::NotPermitted, "the assignee works in another office", {}};
}

core::Context CommandRun::contextOf(const core::Command& command, const Held& held) const {
  const CatalogProcedure* known = nullptr;
  if (held.record)
    known = m_catalog.find(held.record->state.procedure, held.record->state.procedureVersion);
  else if (const auto* online = std::get_if<core::ReceiveOnline>(&command.body))
    known = m_catalog.find(online->procedure, online->procedureVersion);
  else if (const auto* paper = std::get_if<core::ReceiveOnPaper>(&command.body))
    known = m_catalog.find(paper->procedure, paper->procedureVersion);
  core::Context context{m_caller.actor, m_catalog.offices, nullptr, m_catalog.holidays,
                        m_now,          core::Side::Server};
  context.absences = &m_catalog.absences;
  if (known != nullptr) {
    context.procedure = &known->procedure;
    context.form = &known->form;
  }
  if (const auto* move = std::get_if<core::MoveToVersion>(&command.body); move != nullptr && held.record)
    if (const CatalogProcedure* to = m_catalog.find(held.record->state.procedure, move->to))
      context.moveTo = &to->procedure;
  return context;
}

std::string CommandRun::symbolOf(const core::OfficeId& office) const {
  const core::Office* here = m_catalog.offices.find(office);
  return here == nullptr ? std::string() : here->symbol;
}

NumberOffer CommandRun::offer(std::string_view pattern, const core::OfficeId& office) {
  return nextNumber(
      pattern, symbolOf(office), core::dayInJapan(m_now),
      [this](const std::string& series) { return m_writing.lastNumber(series); },
      [this](const std::string& number) { return m_writing.numberTaken(number); });
}

void CommandRun::offerNumbers(core::Context& context, const core::Command& command,
                              const core::CaseState& state) {
  m_offeredCase = {};
  m_offeredDocument = {};
  if (std::holds_alternative<core::RegisterCase>(command.body) && state.number.empty())
    m_offeredCase = offer(kCaseNumberPattern, state.office);
  if (mayDecide(command.body) && context.procedure != nullptr)
    m_offeredDocument = offer(context.procedure->numberPattern, state.office);
  context.nextCaseNumber = m_offeredCase.number;
  context.nextDocumentNumber = m_offeredDocument.number;
}

void CommandRun::takeNumbers(const core::CaseState& before, const core::CaseState& after) {
  const auto take = [&](const NumberOffer& offered) {
    m_writing.putLastNumber(offered.series, offered.seq);
    if (!m_writing.claimNumber(offered.number, after.id))
      throw StoreFailure{{core::ErrorCode::Internal, "a number was given twice"}};
  };
  if (!m_offeredCase.number.empty() && before.number != after.number) take(m_offeredCase);
  if (!m_offeredDocument.number.empty() && !before.decision && after.decision) take(m_offeredDocument);
}

void CommandRun::audit(const core::Command& command, const Held& held, const std::string& payloadHash) {
  const core::CaseState& state = held.record->state;
  AuditEntry entry{state.office,   m_now, m_caller.actor.id, std::string(core::kindOf(command.body)),
                   state.id.value, {}};
  entry.details["command"] = command.id.value;
  entry.details["device"] = m_caller.device.value;
  entry.details["digest"] = held.digest.empty() ? held.before->digest : held.digest;
  entry.details["payload"] = payloadHash;
  entry.details["request"] = m_caller.requestId;
  entry.details["version"] = state.version;
  m_audit.add(entry);
}

std::vector<core::CommandAnswer> CommandRun::write() {
  for (auto& [id, held] : m_cases)
    if (!held.digest.empty())
      m_changes.put(held.before, held.record->state, m_catalog.scopeOf(held.record->state),
                    std::move(held.text), std::move(held.digest));
  m_audit.write();
  place(m_changes.write());
  for (std::size_t i = 0; i < m_toStore.size(); ++i)
    m_toStore[i].answer = m_answers[m_answersToStore[i]];
  m_writing.putApplied(m_toStore);
  return std::move(m_answers);
}

void CommandRun::place(const std::map<core::CaseId, CasePlace>& places) {
  for (std::size_t i = 0; i < m_answers.size(); ++i) {
    if (m_caseOfAnswer[i].empty()) continue;
    const Held& held = m_cases.at(m_caseOfAnswer[i]);
    core::CommandAnswer& answer = m_answers[i];
    const auto found = places.find(m_caseOfAnswer[i]);
    if (found == places.end()) {
      // A command that changed nothing is answered by the row as it stands.
      answer.scope = held.before ? held.before->scope : core::ScopeName();
      answer.seq = held.before ? held.before->seq : 0;
      continue;
    }
    const CasePlace& where = found->second;
    // One who can no longer see the case learns of the effect where it left. Where it came and left in this
    // run, it never was in a feed of theirs, and there is nothing to wait for.
    const bool seen = core::maySee(m_caller.actor, held.record->state, m_catalog.offices);
    answer.scope = seen ? where.scope : where.leftScope;
    answer.seq = seen ? where.seq : where.leftSeq;
  }
}

} // namespace madoguchi::server
